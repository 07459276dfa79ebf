-- The report to the ministry (báo cáo gửi Bộ): what an office writes itself, and every pair of files that was built.

-- One for each place, year and period. Its figures come from the register as a draft, or from a closed round.
create table official_reports (
  id bigint generated always as identity primary key,
  place_id bigint not null references places,
  year integer not null check (year between 1990 and 2100),
  period text not null check (period in ('year', 'half')),
  -- The frozen figures it is made of; without them it is a draft, counted anew with every build.
  snapshot_id bigint,
  -- In the shape of src/features/official-reports/letterhead.ts.
  letterhead jsonb not null,
  -- Grows with every change of the letterhead or of where the figures come from.
  version integer not null default 1,
  begun_at timestamptz not null default now(),
  begun_by text not null,
  user_id text,
  unique (place_id, year, period)
);

-- Own words of the office, by section of the outline. They outlive every build; the change log keeps what stood before.
create table official_report_words (
  report_id bigint not null references official_reports,
  section text not null check (section ~ '^[a-z0-9-]+$'),
  text text not null,
  version integer not null default 1,
  saved_at timestamptz not null default now(),
  saved_by text not null,
  user_id text,
  primary key (report_id, section)
);

-- What two files were made of, and when. The code is worked out of all of it, so the same content is built only once.
create table official_report_builds (
  id bigint generated always as identity primary key,
  report_id bigint not null references official_reports,
  code text not null unique check (code ~ '^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$'),
  snapshot_id bigint,
  facts jsonb not null,
  letterhead jsonb not null,
  words jsonb not null,
  check_address text not null,
  built_at timestamptz not null default now(),
  built_by text not null,
  user_id text
);
create index on official_report_builds (report_id, id);

-- The files themselves, a few dozen kilobytes each: what was sent can be had again, whatever the program becomes.
create table official_report_files (
  build_id bigint not null references official_report_builds,
  kind text not null check (kind in ('xlsx', 'docx')),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  primary key (build_id, kind)
);

-- What was built is never rewritten.
create function keep_official_report_build() returns trigger language plpgsql as $$
begin
  raise exception 'a report that was built is never changed: build another';
end $$;
create trigger keep_official_report_build before update on official_report_builds
  for each row execute function keep_official_report_build();
create trigger keep_official_report_file before update on official_report_files
  for each row execute function keep_official_report_build();
