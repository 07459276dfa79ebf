-- Scoring sheets (phiếu tự đánh giá, Circular 01/2020/TT-BKHĐT, Appendix 2), one a year and scheme. What stands in the
-- row is its latest self-score; every score there was is a revision, every step an event.
create table rating_sheets (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  year integer not null check (year between 1990 and 2100),
  scheme_id bigint not null references rating_schemes,
  state text not null default 'draft' check (state in ('draft', 'checked', 'submitted', 'returned', 'accepted')),
  -- Of the latest self-score, and of the office's own, where it scored the sheet too.
  revision integer not null default 0,
  office_revision integer,
  -- The one that counts: its points and class stand in ratings.
  counted_revision integer,
  -- Said to each item, by its code; and the figures of the yearly report as they were then.
  answers jsonb not null default '{}',
  figures jsonb not null default '{}',
  points numeric(5, 2) not null default 0,
  class text check (class in ('good', 'fair', 'average', 'weak')),
  -- An objection that nobody has answered yet.
  is_objected boolean not null default false,
  -- Grows with everything that happens to it.
  version integer not null default 0,
  unique (organisation_id, year, scheme_id),
  check ((state = 'accepted') = (counted_revision is not null))
);
create index on rating_sheets (year, scheme_id);

-- A score as it was typed: self-scores of the organisation, scores of the office beside them. A correction after an
-- objection is a new one; none is ever changed.
create table rating_revisions (
  sheet_id bigint not null references rating_sheets on delete cascade,
  number integer not null check (number > 0),
  kind text not null check (kind in ('self', 'office')),
  answers jsonb not null,
  figures jsonb not null,
  points numeric(5, 2) not null,
  class text not null check (class in ('good', 'fair', 'average', 'weak')),
  typed_by text not null,
  user_id text,
  role text,
  saved_at timestamptz not null default now(),
  primary key (sheet_id, number)
);

create table rating_events (
  id bigint generated always as identity primary key,
  sheet_id bigint not null references rating_sheets on delete cascade,
  kind text not null check (kind in
    ('checked', 'disagreed', 'submitted', 'resubmitted', 'returned', 'reviewed', 'accepted', 'objected', 'answered')),
  revision integer not null,
  -- The day it was done, which may be before it was recorded.
  happened_on date not null,
  -- Whose deed it was where someone else typed it: the controller who checked.
  done_by text,
  -- Of a return: why, by the code of the item.
  reasons jsonb,
  note text,
  -- Of an answer to an objection.
  outcome text check (outcome in ('dismissed', 'corrected')),
  actor text not null,
  user_id text,
  role text,
  recorded_at timestamptz not null default now(),
  check (kind <> 'returned' or reasons is not null or note is not null),
  check ((kind = 'answered') = (outcome is not null))
);
create index on rating_events (sheet_id, id);

-- What a rating rests on: the sheet, and which of its scores.
alter table ratings
  add column sheet_id bigint references rating_sheets on delete cascade,
  add column sheet_revision integer,
  add foreign key (sheet_id, sheet_revision) references rating_revisions,
  add check ((sheet_id is null) = (sheet_revision is null));

-- People's credit funds are ranked by the State Bank and never scored: the rank as its letter gives it.
create table credit_fund_ranks (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  year integer not null check (year between 1990 and 2100),
  rank text not null check (rank <> ''),
  document_number text,
  document_on date,
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  unique (organisation_id, year)
);
create trigger note_facts after insert or update or delete or truncate on credit_fund_ranks
  for each statement execute function note_facts('reports');
