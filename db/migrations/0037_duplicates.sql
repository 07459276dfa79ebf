-- Records of one organisation that was entered twice: found, told apart, or joined.

-- The name as it is compared: without marks, the word for the kind, and what offices abbreviate. Kept, so that the
-- whole country can be compared commune by commune.
create function spelled_out(name text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(regexp_replace(regexp_replace(name,
    '\mnn\M', 'nong nghiep', 'g'), '\mdv\M', 'dich vu', 'g'), '\mtm\M', 'thuong mai', 'g');
alter table organisation_states add column alike_name text generated always as (spelled_out(proper_name(name))) stored;
create index organisation_states_alike on organisation_states (place_id, alike_name) where valid_to = 'infinity';
create index organisations_phone on organisations (regexp_replace(phone, '\D', '', 'g')) where phone is not null;

-- Two that look alike and are not one. The one with the smaller number comes first.
create table duplicate_verdicts (
  id bigint generated always as identity primary key,
  one_id bigint not null references organisations on delete cascade,
  other_id bigint not null references organisations on delete cascade,
  reason text not null,
  decided_by text not null,
  decided_at timestamptz not null default now(),
  taken_back_at timestamptz,
  check (one_id < other_id)
);
create unique index on duplicate_verdicts (one_id, other_id) where taken_back_at is null;

-- A record that was joined into another: both keep their histories, the figures count one.
create table organisation_joins (
  id bigint generated always as identity primary key,
  from_id bigint not null references organisations on delete cascade,
  into_id bigint not null references organisations on delete cascade,
  name text not null,
  reason text not null,
  -- What moved to the record that stays; goes back when this is undone.
  report_ids bigint[] not null default '{}',
  rating_ids bigint[] not null default '{}',
  joined_by text not null,
  joined_at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz,
  check (from_id <> into_id)
);
create unique index on organisation_joins (from_id) where undone_at is null;
create index on organisation_joins (into_id);
