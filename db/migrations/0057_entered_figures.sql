-- Figures that somebody puts down because nothing counts them yet: estimates (ước thực hiện) of a year that is not over,
-- and what was planned for a year (kế hoạch năm). Like other records they are never rewritten: the next one replaces
-- them, and both are kept.
create table entered_figures (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('estimate', 'plan')),
  -- An entry of the catalogue (src/features/measures/catalogue.ts), and the unit is the measure's own.
  measure text not null,
  place_id bigint not null references places,
  year integer not null check (year between 1990 and 2100),
  period text not null default 'year' check (period in ('year', 'half')),
  sector text check (sector in ('agriculture', 'industry', 'construction', 'credit', 'trade', 'transport', 'other')),
  -- None: what it replaces was put down by mistake, and nothing stands in its place.
  value numeric check (value is not null or replaces_id is not null),
  -- What it rests on, and the document that says so.
  basis text not null check (basis <> ''),
  document_number text,
  recorded_by text not null,
  user_id text,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz check (superseded_at >= recorded_at),
  replaces_id bigint unique references entered_figures,
  check (id <> replaces_id)
);
-- One of them stands; what was taken back leaves its place free.
create unique index on entered_figures (place_id, year, kind, period, measure, coalesce(sector, ''))
  where superseded_at is null and value is not null;
create trigger records_are_kept before update on entered_figures for each row execute function keep_record();
