-- Workbooks that were sent to change the register: who sent them for which place, what they would do or did, and that
-- it was undone. What each row would do is worked out from the file, which is kept.
create table imports (
  id bigint generated always as identity primary key,
  place_id bigint not null references places,
  file_id bigint not null references files,
  file_name text not null,
  file_hash text not null,
  state text not null check (state in ('checked', 'refused', 'applied', 'undone')),
  -- {"new", "changed", "unchanged", "refused"}: rows.
  counts jsonb not null,
  -- [{"sheet", "row", "column", "severity", "message"}].
  problems jsonb not null default '[]',
  -- Whether it was the system's own form, or an office's sheet.
  is_own_form boolean not null,
  uploaded_by text not null,
  user_id text references users on delete set null,
  uploaded_at timestamptz not null default now(),
  applied_at timestamptz,
  applied_by text,
  undone_at timestamptz,
  undone_by text,
  check ((state in ('applied', 'undone')) = (applied_at is not null)),
  check ((state = 'undone') = (undone_at is not null))
);
create index on imports (place_id, uploaded_at desc);

alter table organisation_events add column import_id bigint references imports;
create index on organisation_events (import_id) where import_id is not null;
create or replace view standing_events as
  select * from organisation_events where superseded_at is null and not is_withdrawal;
