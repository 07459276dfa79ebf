-- Forms of the yearly reports (mẫu báo cáo) as data, rounds that ask for them, and what was sent.

-- A form in its versions: the next circular is a new version, an old one is never rewritten once a round asked for it.
-- Definition: sections, fields and rules in the shape of src/features/report-forms/definition.ts.
create table report_forms (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9-]+$'),
  -- Organisations that fill it in.
  kinds text[] not null check (cardinality(kinds) > 0)
);
create table report_form_versions (
  id bigint generated always as identity primary key,
  form_id bigint not null references report_forms,
  number integer not null check (number > 0),
  name text not null,
  -- As the circular numbers it (mẫu VII-2), and where it comes from.
  official_number text,
  legal_basis text not null,
  first_year integer not null,
  last_year integer,
  definition jsonb not null,
  -- Grows with every change before it is published; two people never overwrite each other.
  version integer not null default 1,
  published_at timestamptz,
  unique (form_id, number),
  check (last_year is null or first_year <= last_year)
);

-- A round (đợt báo cáo) asks the organisations of a place, or its communes, for forms. Who is asked follows from the
-- register; nobody is listed by hand.
create table reporting_rounds (
  id bigint generated always as identity primary key,
  slug text not null unique,
  name text not null,
  year integer not null check (year between 1990 and 2100),
  period text not null default 'year' check (period in ('year', 'half')),
  asked text not null default 'organisations' check (asked in ('organisations', 'communes')),
  place_id bigint not null references places,
  legal_basis text,
  -- What the figures are of; stocks are as of the last day.
  data_from date not null,
  data_to date not null,
  opens_on date not null,
  due_on date not null,
  closes_on date not null,
  -- While one is open the other state is 'closed', with a snapshot of every figure.
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_at timestamptz,
  version integer not null default 1,
  check (data_from <= data_to),
  check (opens_on <= due_on and due_on <= closes_on),
  check ((state = 'closed') = (closed_at is not null))
);
create table reporting_round_forms (
  round_id bigint not null references reporting_rounds on delete cascade,
  -- Of the organisations that answer with it; 'commune' where communes are asked.
  kind text not null,
  form_version_id bigint not null references report_form_versions,
  primary key (round_id, kind)
);

-- What one organisation or commune sends in a round. State and values are those of its latest event and revision, so
-- that lists need look at one row; both are written with the event, in one transaction.
create table report_filings (
  id bigint generated always as identity primary key,
  round_id bigint not null references reporting_rounds,
  organisation_id bigint references organisations,
  place_id bigint references places,
  form_version_id bigint not null references report_form_versions,
  state text not null default 'draft' check (state in
    ('draft', 'submitted', 'returned', 'resubmitted', 'accepted', 'accepted_by_province', 'locked')),
  revision integer not null default 0,
  values jsonb not null default '{}',
  submitted_at timestamptz,
  accepted_at timestamptz,
  check ((organisation_id is null) <> (place_id is null)),
  unique (round_id, organisation_id),
  unique (round_id, place_id)
);
create index on report_filings (organisation_id, round_id);
create index on report_filings (round_id, state);

-- Every save is a revision, with who typed it.
create table report_revisions (
  filing_id bigint not null references report_filings,
  number integer not null check (number > 0),
  values jsonb not null,
  typed_by text not null,
  user_id text,
  role text,
  via text not null check (via in ('web', 'workbook', 'shell', 'job')),
  saved_at timestamptz not null default now(),
  primary key (filing_id, number)
);

-- What happened to it, in order. The receipt is what the sender was told, and may ask after for ever.
create table report_filing_events (
  id bigint generated always as identity primary key,
  filing_id bigint not null references report_filings,
  kind text not null check (kind in ('opened', 'submitted', 'returned', 'resubmitted', 'withdrawn', 'accepted',
    'accepted_by_province', 'locked', 'reopened')),
  revision integer not null,
  -- Of a return: the reason for each field, {"revenue": "…"}.
  reasons jsonb,
  note text,
  receipt text unique,
  actor text not null,
  user_id text,
  role text,
  happened_at timestamptz not null default now(),
  check (kind <> 'returned' or reasons is not null or note is not null)
);
create index on report_filing_events (filing_id, id);

-- What was said to a question or a warning of a rule; it stays with the filing.
create table report_answers (
  id bigint generated always as identity primary key,
  filing_id bigint not null references report_filings,
  rule text not null,
  -- The values it was asked about: when they change the question is asked again.
  about jsonb not null,
  answer text not null check (answer <> ''),
  answered_by text not null,
  user_id text,
  answered_at timestamptz not null default now()
);
create index on report_answers (filing_id, rule);

-- Excused (được miễn) or nothing to report (không phát sinh), each its own state; taking it back keeps both days.
create table report_excuses (
  id bigint generated always as identity primary key,
  round_id bigint not null references reporting_rounds,
  organisation_id bigint references organisations,
  place_id bigint references places,
  kind text not null check (kind in ('excused', 'nil')),
  reason text not null check (reason <> ''),
  recorded_by text not null,
  user_id text,
  recorded_at timestamptz not null default now(),
  taken_back_at timestamptz,
  taken_back_by text,
  check ((organisation_id is null) <> (place_id is null))
);
create unique index on report_excuses (round_id, organisation_id) where taken_back_at is null and organisation_id is not null;
create unique index on report_excuses (round_id, place_id) where taken_back_at is null and place_id is not null;

-- More time (gia hạn) for one organisation, or for all in a place, with its reason. The latest day counts.
create table report_extensions (
  id bigint generated always as identity primary key,
  round_id bigint not null references reporting_rounds,
  organisation_id bigint references organisations,
  place_id bigint references places,
  due_on date not null,
  reason text not null check (reason <> ''),
  recorded_by text not null,
  user_id text,
  recorded_at timestamptz not null default now(),
  taken_back_at timestamptz,
  check ((organisation_id is null) <> (place_id is null))
);
create index on report_extensions (round_id);

-- Reminders by mail: days counted from the due day (negative: before it). Sent once each.
create table report_reminders (
  id bigint generated always as identity primary key,
  round_id bigint not null references reporting_rounds on delete cascade,
  days_from_due integer not null check (days_from_due between -90 and 90),
  sent_at timestamptz,
  mails integer,
  unique (round_id, days_from_due)
);

-- What the standard table asks for beyond what was kept; fields without a column of their own stand in "more".
alter table yearly_reports
  add column filing_id bigint references report_filings,
  add column workers_joined integer check (workers_joined >= 0),
  add column total_assets numeric(18, 0) check (total_assets >= 0),
  add column development_fund numeric(18, 0) check (development_fund >= 0),
  add column reserve_fund numeric(18, 0) check (reserve_fund >= 0),
  add column other_funds numeric(18, 0) check (other_funds >= 0),
  add column member_cooperatives integer check (member_cooperatives >= 0),
  add column more jsonb not null default '{}';
