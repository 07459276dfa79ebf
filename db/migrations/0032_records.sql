-- What an organisation has beside its registered facts, each thing a record of its own from a day to a day. A record is
-- never rewritten: a correction is a new one that replaces it, a wrong one is superseded by nothing.
create table organisation_managers (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null default 'infinity' check (valid_from <= valid_to),
  document_number text,
  note text,
  name text not null check (name <> ''),
  position text not null check (position in
    ('chair', 'board_member', 'director', 'deputy_director', 'head_of_control', 'controller', 'accountant', 'group_head')),
  training text check (training in ('none', 'primary', 'intermediate', 'college', 'university', 'postgraduate'))
);
create table organisation_members (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null default 'infinity' check (valid_from <= valid_to),
  document_number text,
  note text,
  -- Law on Cooperatives 2023, Article 4.16 to 4.19; members under the law of 2012 are official ones.
  member_kind text not null check (member_kind in ('official', 'linked_with_capital', 'linked_without_capital')),
  members integer not null check (members >= 0),
  contributed numeric(18, 0) check (contributed >= 0),
  largest_contribution numeric(18, 0) check (largest_contribution >= 0),
  foreign_members integer check (foreign_members between 0 and members),
  check (largest_contribution <= contributed)
);
create table organisation_branches (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null default 'infinity' check (valid_from <= valid_to),
  document_number text,
  note text,
  branch_kind text not null check (branch_kind in ('branch', 'representative_office', 'business_location')),
  name text not null check (name <> ''),
  code text,
  address text
);
create table organisation_products (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null default 'infinity' check (valid_from <= valid_to),
  document_number text,
  note text,
  name text not null check (name <> ''),
  yearly_output numeric(18, 2) check (yearly_output >= 0),
  unit text
);
create table ocop_recognitions (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  -- The day the recognition expires.
  valid_to date not null default 'infinity' check (valid_from <= valid_to),
  document_number text,
  note text,
  name text not null check (name <> ''),
  -- Decision 148/QĐ-TTg (24/2/2023): 90, 70, 50, 30 points are five, four, three, two stars.
  stars integer not null check (stars between 1 and 5),
  points numeric(5, 2) check (points between 0 and 100)
);
create table organisation_certificates (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null default 'infinity' check (valid_from <= valid_to),
  document_number text,
  note text,
  standard text not null check (standard in
    ('vietgap', 'globalgap', 'organic', 'haccp', 'iso_22000', 'asc_bap', 'traceability', 'other')),
  product text,
  issuer text,
  area numeric(12, 2) check (area >= 0)
);
create table organisation_technologies (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null default 'infinity' check (valid_from <= valid_to),
  document_number text,
  note text,
  technology text not null check (technology <> ''),
  product text,
  area numeric(12, 2) check (area >= 0)
);
create table organisation_links (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null default 'infinity' check (valid_from <= valid_to),
  document_number text,
  note text,
  -- Decree 98/2018/NĐ-CP, Article 4, forms 1 to 7.
  link_form integer not null check (link_form between 1 and 7),
  partner text not null check (partner <> ''),
  product text not null check (product <> ''),
  area numeric(12, 2) check (area >= 0),
  volume numeric(18, 2) check (volume >= 0)
);
create table organisation_fields (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null default 'infinity' check (valid_from <= valid_to),
  document_number text,
  note text,
  name text not null check (name <> ''),
  crop text,
  area numeric(12, 2) not null check (area >= 0),
  households integer check (households >= 0)
);
create table organisation_supports (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null default 'infinity' check (valid_from <= valid_to),
  document_number text,
  note text,
  support_kind text not null check (support_kind in
    ('training', 'young_workers', 'founding', 'information', 'infrastructure', 'processing', 'materials',
      'trade_promotion', 'technology', 'credit', 'land', 'value_chain', 'ocop', 'insurance')),
  legal_basis text,
  approved numeric(18, 0) check (approved >= 0),
  disbursed numeric(18, 0) check (disbursed >= 0),
  source text check (source in ('central', 'province', 'commune', 'own', 'other')),
  capital_kind text check (capital_kind in ('investment', 'recurrent')),
  result text
);

create function keep_record() returns trigger language plpgsql as $$
begin
  if old.superseded_at is not null or to_jsonb(new) - 'superseded_at' <> to_jsonb(old) - 'superseded_at' then
    raise exception 'a record is never rewritten: add another that replaces it';
  end if;
  return new;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['organisation_managers', 'organisation_members', 'organisation_branches',
    'organisation_products', 'ocop_recognitions', 'organisation_certificates', 'organisation_technologies',
    'organisation_links', 'organisation_fields', 'organisation_supports'] loop
    execute format('alter table %I
      add column recorded_by text not null, add column user_id text,
      add column recorded_at timestamptz not null default now(),
      add column superseded_at timestamptz check (superseded_at >= recorded_at),
      add column replaces_id bigint unique references %I', name, name);
    execute format('create index on %I (organisation_id, valid_from)', name);
    execute format('create trigger records_are_kept before update on %I for each row execute function keep_record()', name);
    execute format('create trigger note_facts after insert or update or delete or truncate on %I
      for each statement execute function note_facts(''register'')', name);
  end loop;
end $$;
