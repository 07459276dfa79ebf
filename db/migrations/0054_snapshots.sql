-- Frozen figures of a closed round: each version holds every measure with the records behind it, names and units as they
-- were, so that nothing that happens to the register, the map or the catalogue afterwards changes a letter of it.

create table snapshots (
  id bigint generated always as identity primary key,
  round_id bigint not null references reporting_rounds,
  version integer not null check (version > 0),
  -- Of a later version: what was corrected.
  reason text check (reason <> ''),
  -- The round as it was: name, place, days, and the day through which reports are known.
  about jsonb not null,
  -- The versions of the forms, the rating scheme, the windows and the rules of the law that were in force.
  rules jsonb not null,
  -- Of the measures, figures and rules in it (SHA-256).
  hash text not null,
  taken_at timestamptz not null default now(),
  taken_by text not null,
  user_id text,
  unique (round_id, version),
  check ((version = 1) = (reason is null))
);

-- The parts of a snapshot are written before it, in one transaction, since its hash is that of all of them. Records and
-- figures, of which a country has millions, have no foreign keys: checking these would cost more than all the rest.
create table snapshot_measures (
  snapshot_id bigint not null references snapshots on delete cascade deferrable initially deferred,
  number smallint not null,
  code text not null,
  -- Among which organisations a share or an average is taken; the first of a measure is its usual one.
  denominator text,
  is_usual boolean not null,
  -- Kinds of organisations that its figure counts; records may hold credit funds besides, where these may be added.
  kinds text[] not null,
  year integer,
  -- Section, kind, unit, words…: the line of the catalogue as it was.
  entry jsonb not null,
  primary key (snapshot_id, number)
);

-- The place of the round (number 0) and the units in force on the last day in which it has land.
create table snapshot_units (
  snapshot_id bigint not null references snapshots on delete cascade deferrable initially deferred,
  number integer not null,
  place_id bigint not null,
  slug text not null,
  code text not null,
  level text not null,
  kind text not null,
  name text not null,
  parent_name text,
  parent_kind text,
  primary key (snapshot_id, number)
);

-- Communes as they were on the day that counted, with the unit of each level that they are part of; none where a
-- commune was divided among several.
create table snapshot_places (
  snapshot_id bigint not null references snapshots on delete cascade deferrable initially deferred,
  number integer not null,
  place_id bigint not null,
  placed_on date not null,
  slug text not null,
  code text not null,
  kind text not null,
  name text not null,
  parent_name text,
  parent_kind text,
  commune integer,
  district integer,
  province integer,
  primary key (snapshot_id, number)
);
create index on snapshot_places (snapshot_id, place_id, placed_on);

-- Organisations under the names they had. Numbered by name, so that a list by name is in the order of the numbers.
create table snapshot_organisations (
  snapshot_id bigint not null references snapshots on delete cascade deferrable initially deferred,
  number integer not null,
  organisation_id bigint not null,
  slug text not null,
  code text,
  kind text not null,
  name text not null,
  primary key (snapshot_id, number)
);
create index on snapshot_organisations (snapshot_id, organisation_id);

create table snapshot_records (
  snapshot_id bigint not null,
  measure smallint not null,
  -- None where the record is a commune.
  organisation integer,
  place integer not null,
  sector text,
  kind text,
  numerator numeric not null,
  denominator numeric not null,
  is_measured boolean not null,
  amount numeric,
  class text,
  happened_on date
);
create index on snapshot_records (snapshot_id, measure, organisation, place);
create index on snapshot_records (snapshot_id, place, measure);

-- Sums of the records, for the units above communes; parts that nobody is in are not there.
create table snapshot_figures (
  snapshot_id bigint not null,
  measure smallint not null,
  unit integer not null,
  sector text,
  kind text,
  numerator numeric not null,
  denominator numeric not null,
  records integer not null,
  measured integer not null
);
create index on snapshot_figures (snapshot_id, unit, measure);

-- Kept for ever as they are, but for those of the fictional province, which go with it.
create function keep_snapshot() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (
    select from snapshots join reporting_rounds round on round.id = snapshots.round_id
    where snapshots.id = old.id and round.is_sample) then
    return old;
  end if;
  raise exception 'a snapshot is never changed: freeze the figures anew beside it';
end $$;
create trigger keep_snapshot before update or delete on snapshots
  for each row execute function keep_snapshot();

create function keep_snapshot_part() returns trigger language plpgsql as $$
begin
  raise exception 'a snapshot is never changed: freeze the figures anew beside it';
end $$;
create function refuse_snapshot_part_removal() returns trigger language plpgsql as $$
begin
  -- What goes with its snapshot goes after it.
  if exists (select from snapshots join (select distinct snapshot_id from removed) gone on gone.snapshot_id = snapshots.id) then
    raise exception 'a snapshot is never changed: freeze the figures anew beside it';
  end if;
  return null;
end $$;
do $$
declare part text;
begin
  foreach part in array array['snapshot_measures', 'snapshot_units', 'snapshot_places', 'snapshot_organisations',
    'snapshot_records', 'snapshot_figures'] loop
    execute format('create trigger keep_snapshot before update on %I
      for each statement execute function keep_snapshot_part()', part);
    execute format('create trigger keep_snapshot_whole after delete on %I
      referencing old table as removed for each statement execute function refuse_snapshot_part_removal()', part);
  end loop;
end $$;

create trigger note_facts after insert or delete or truncate on snapshots
  for each statement execute function note_facts('reports');
