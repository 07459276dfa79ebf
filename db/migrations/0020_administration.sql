-- What an administrator keeps: roles, agencies, places, and what the portal says of itself. A version rises with each
-- change, so that nobody writes over what someone else wrote meanwhile.
alter table roles
  add column version integer not null default 1,
  -- A role that ended because its place or agency did: when the administrator said what follows it.
  add column settled_at timestamptz,
  -- Nobody holds the same role for the same scope twice on one day.
  add exclude using gist (
    user_id with =, role with =, coalesce(place_id, 0) with =, coalesce(agency_id, 0) with =,
    coalesce(organisation_id, 0) with =, daterange(valid_from, valid_to, '[]') with &&);

alter table agencies
  add column version integer not null default 1,
  add column legal_act text,
  add column search_name text not null generated always as (fold(name || ' ' || coalesce(short_name, ''))) stored;
alter table places add column version integer not null default 1;

alter table site_settings
  add column version integer not null default 1,
  add column has_english boolean not null default true,
  add column banner text not null default 'green' check (banner in ('green', 'blue', 'red', 'plum')),
  add column tagline text,
  add column tagline_en text,
  add column footer text,
  add column footer_en text,
  -- Links at the foot of every page: [{"name", "name_en", "address"}].
  add column footer_links jsonb not null default '[]' check (jsonb_typeof(footer_links) = 'array');
