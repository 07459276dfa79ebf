-- Places (địa bàn): the administrative units of Vietnam, each from a day to a day.
-- Codes are used again after a reorganisation, so code + level + valid_from is the key, never the code alone.
-- Throughout the schema a period includes its last day, and 'infinity' means it goes on.
create table places (
  id bigint generated always as identity primary key,
  slug text not null unique,
  code text not null,
  level text not null check (level in ('nation', 'province', 'district', 'commune')),
  kind text not null check (kind in
    ('nation', 'province', 'municipality', 'city', 'town', 'district', 'ward', 'commune', 'township', 'special_zone')),
  name text not null,
  -- The unit it belongs to; found among the units in force on the day one asks about.
  parent_code text,
  parent_level text check (parent_level in ('nation', 'province', 'district')),
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  legal_act text,
  search_name text not null generated always as (fold(name)) stored,
  check (valid_from <= valid_to),
  check ((parent_code is null) = (parent_level is null)),
  unique (code, level, valid_from),
  exclude using gist (code with =, level with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index on places (parent_code, parent_level);

-- What became of a unit: the units that took its land over on the day after its last.
create table place_successions (
  place_id bigint not null references places on delete cascade,
  successor_id bigint not null references places on delete cascade,
  primary key (place_id, successor_id),
  check (place_id <> successor_id)
);
create index on place_successions (successor_id);

-- The communes whose whole land lies in a place, and when. Worked out from the two tables above
-- (src/features/places/territories.ts) and replaced whenever they change.
-- "within": the tree in force on the day. "succession": the place no longer exists, or does not exist yet,
-- and the commune's whole land was, or will be, inside it. A commune that would be split has no row.
create table place_territories (
  territory_id bigint not null references places on delete cascade,
  place_id bigint not null references places on delete cascade,
  relation text not null check (relation in ('within', 'succession')),
  valid_from date not null,
  valid_to date not null,
  primary key (territory_id, place_id, valid_from),
  check (valid_from <= valid_to)
);
create index on place_territories (place_id, valid_from);

-- Agencies (cơ quan): departments, People's Committees, unions, funds.
create table agencies (
  id bigint generated always as identity primary key,
  slug text not null unique,
  kind text not null check (kind in ('peoples_committee', 'department', 'alliance', 'fund', 'other')),
  name text not null,
  name_en text,
  short_name text,
  place_id bigint references places,
  successor_id bigint references agencies,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  is_sample boolean not null default false,
  check (valid_from <= valid_to)
);
