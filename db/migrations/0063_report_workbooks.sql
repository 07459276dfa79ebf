-- Workbooks with the reports of a place in a round: that one came, what it would do, and what was written of it. The
-- receipt is given when it came; what was not worked at yet is taken up again by the next process.
create table report_imports (
  id bigint generated always as identity primary key,
  round_id bigint not null references reporting_rounds,
  place_id bigint not null references places,
  file_id bigint not null references files,
  file_name text not null,
  file_hash text not null,
  receipt text not null unique,
  state text not null default 'received' check (state in
    ('received', 'checked', 'refused', 'applied', 'withdrawn')),
  -- {"new", "changed", "unchanged", "refused"}: rows.
  counts jsonb not null default '{"new": 0, "changed": 0, "unchanged": 0, "refused": 0}',
  -- [{"sheet", "row", "column", "severity", "message"}].
  problems jsonb not null default '[]',
  uploaded_by text not null,
  user_id text references users on delete set null,
  role text,
  uploaded_at timestamptz not null default now(),
  checked_at timestamptz,
  applied_at timestamptz,
  applied_by text,
  -- What was sent: [{"filing_id", "revision", "receipt", "name"}].
  sent jsonb not null default '[]',
  withdrawn_at timestamptz,
  withdrawn_by text,
  check ((state in ('applied', 'withdrawn')) = (applied_at is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index on report_imports (place_id, uploaded_at desc);
create index on report_imports (uploaded_at) where state = 'received';
