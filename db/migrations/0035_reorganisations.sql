-- Reorganisations of administrative units (sắp xếp đơn vị hành chính): which units begin on a day, from which they
-- were formed, and by which act. The organisations that had their seats there follow by events that name it.
create table reorganisations (
  id bigint generated always as identity primary key,
  -- The first day of the new units.
  happened_on date not null,
  legal_act text not null,
  -- What the file says: the units that begin, and those that end without one of their level in their place.
  units jsonb not null,
  ended jsonb not null default '[]',
  -- How the file was called.
  file_name text not null,
  -- SHA-256 of the file: sent twice it is one reorganisation.
  hash text not null,
  sent_at timestamptz not null default now(),
  sent_by text not null,
  applied_at timestamptz,
  applied_by text,
  counts jsonb,
  -- Units that it brought; those of before came with the portal.
  place_ids bigint[] not null default '{}',
  taken_back_at timestamptz,
  taken_back_by text,
  check (taken_back_at is null or applied_at is not null)
);
create unique index on reorganisations (hash) where taken_back_at is null;

alter table places add column reorganisation_id bigint references reorganisations;
alter table organisation_events add column reorganisation_id bigint references reorganisations;
create index on organisation_events (reorganisation_id) where reorganisation_id is not null;
create index on places (valid_to) where valid_to < 'infinity';
create or replace view standing_events as
  select * from organisation_events where superseded_at is null and not is_withdrawal;
