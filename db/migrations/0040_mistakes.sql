-- What readers say is wrong in the register (báo sai sót), for the officers who keep the organisation.
create table mistake_reports (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  about text not null check (about in ('name', 'status', 'place', 'representative', 'contact', 'activity', 'figures', 'other')),
  words text not null check (words <> ''),
  -- Of whoever wrote, for an answer; removed some time after it was closed, and long after in any case.
  sender_email text,
  sender_phone text,
  locale text not null default 'vi' check (locale in ('vi', 'en')),
  sent_at timestamptz not null default now(),
  state text not null default 'new' check (state in ('new', 'mended', 'dismissed')),
  answer text,
  closed_at timestamptz,
  closed_by text,
  forgotten_at timestamptz,
  check ((state = 'new') = (closed_at is null)),
  check (forgotten_at is null or (sender_email is null and sender_phone is null))
);
create index on mistake_reports (organisation_id);
create index on mistake_reports (sent_at) where state = 'new';
