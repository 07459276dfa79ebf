-- Organisations of the collective economy (tổ chức kinh tế tập thể): cooperatives (HTX), their unions (LHHTX),
-- cooperative groups (THT) and people's credit funds (QTDND).
create table organisations (
  id bigint generated always as identity primary key,
  slug text not null unique,
  kind text not null check (kind in ('cooperative', 'cooperative_union', 'cooperative_group', 'credit_fund')),
  -- Cooperative code, which is the tax code too (Decree 92/2024/NĐ-CP, Article 14). Old and unregistered ones have none.
  code text unique,
  name text not null,
  short_name text,
  foreign_name text,
  governing_law text check (governing_law in ('2003', '2012', '2023', 'cooperation_contract', 'credit_institutions')),
  certificate_number text,
  certificate_on date,
  address text,
  phone text,
  email text,
  website text,
  charter_capital numeric(18, 0) check (charter_capital >= 0),
  legal_representative text,
  founded_on date not null,
  is_sample boolean not null default false,
  search_name text not null generated always as (fold(name)) stored
);
create index on organisations (kind);
-- Every page asks whether fictional records are about.
create index on organisations (id) where is_sample;

-- A union's member cooperatives.
create table union_members (
  union_id bigint not null references organisations on delete cascade,
  member_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null default 'infinity',
  primary key (union_id, member_id, valid_from),
  check (union_id <> member_id),
  check (valid_from <= valid_to)
);
create index on union_members (member_id);

-- What happened to an organisation, with the document that says so. Events are never edited or removed.
create table organisation_events (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  kind text not null check (kind in (
    'founded', 'created_by_division', 'created_by_separation', 'created_by_consolidation', 'created_by_conversion',
    'changed', 'moved', 'place_reorganised', 'suspended', 'resumed', 'stopped',
    'dissolved', 'bankrupt', 'divided', 'separated', 'consolidated', 'merged', 'converted')),
  happened_on date not null,
  document_number text,
  document_on date,
  -- The organisation it came from, or went into.
  other_organisation_id bigint references organisations on delete set null,
  -- The facts that the event sets: {"name", "place_id", "business_line", "sector"}.
  facts jsonb not null default '{}',
  recorded_by text not null,
  recorded_at timestamptz not null default now()
);
create index on organisation_events (organisation_id, happened_on);
create index on organisation_events (kind, happened_on);
create index on organisation_events (other_organisation_id) where other_organisation_id is not null;

-- What follows from the events (src/features/register/states.ts): status, name, place and sector on any day,
-- from the day it came into being, without gaps, for ever; the last state of one that is no more is 'ended'.
create table organisation_states (
  organisation_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null,
  status text not null check (status in (
    'operating', 'suspended', 'stopped', 'not_at_address', 'withdrawn', 'dissolving', 'in_bankruptcy', 'ended')),
  name text not null,
  place_id bigint not null references places,
  -- The sector of the reports, from the main business line (VSIC level 4, Decision 27/2018/QĐ-TTg).
  sector text not null check (sector in
    ('agriculture', 'industry', 'construction', 'credit', 'trade', 'transport', 'other')),
  business_line text,
  primary key (organisation_id, valid_from),
  check (valid_from <= valid_to),
  exclude using gist (organisation_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index on organisation_states (place_id, valid_from);
