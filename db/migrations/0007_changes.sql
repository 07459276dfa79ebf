-- Change log (nhật ký thay đổi): who did what to which record. Written in the same transaction, never rewritten.
create table changes (
  id bigint generated always as identity primary key,
  made_at timestamptz not null default now(),
  actor text not null,
  via text not null check (via in ('shell', 'web', 'job')),
  action text not null,
  record_kind text not null,
  record_id bigint,
  before jsonb,
  after jsonb,
  reason text
);
create index on changes (record_kind, record_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the change log is never rewritten';
end $$;
create trigger changes_are_kept before update or delete or truncate on changes
  for each statement execute function refuse_change();

-- Which transaction touched which facts. A kept figure or page is good as long as every transaction listed for
-- its topics was visible to the snapshot it was made from.
create table fact_changes (
  topic text not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  primary key (topic, transaction_id)
);

create function note_facts() returns trigger language plpgsql as $$
begin
  insert into fact_changes (topic) values (tg_argv[0]) on conflict do nothing;
  perform pg_notify('facts', tg_argv[0]);
  return null;
end $$;

create trigger note_facts after insert or update or delete or truncate on places
  for each statement execute function note_facts('places');
create trigger note_facts after insert or update or delete or truncate on place_territories
  for each statement execute function note_facts('places');
create trigger note_facts after insert or update or delete or truncate on agencies
  for each statement execute function note_facts('places');
create trigger note_facts after insert or update or delete or truncate on organisations
  for each statement execute function note_facts('register');
create trigger note_facts after insert or update or delete or truncate on organisation_events
  for each statement execute function note_facts('register');
create trigger note_facts after insert or update or delete or truncate on organisation_states
  for each statement execute function note_facts('register');
create trigger note_facts after insert or update or delete or truncate on union_members
  for each statement execute function note_facts('register');
create trigger note_facts after insert or update or delete or truncate on yearly_reports
  for each statement execute function note_facts('reports');
create trigger note_facts after insert or update or delete or truncate on reporting_windows
  for each statement execute function note_facts('reports');
create trigger note_facts after insert or update or delete or truncate on ratings
  for each statement execute function note_facts('reports');
create trigger note_facts after insert or update or delete or truncate on rating_classes
  for each statement execute function note_facts('reports');
create trigger note_facts after insert or update or delete or truncate on plans
  for each statement execute function note_facts('plans');
create trigger note_facts after insert or update or delete or truncate on plan_sections
  for each statement execute function note_facts('plans');
create trigger note_facts after insert or update or delete or truncate on targets
  for each statement execute function note_facts('plans');
create trigger note_facts after insert or update or delete or truncate on measurements
  for each statement execute function note_facts('plans');
create trigger note_facts after insert or update or delete or truncate on sections
  for each statement execute function note_facts('news');
create trigger note_facts after insert or update or delete or truncate on articles
  for each statement execute function note_facts('news');
create trigger note_facts after insert or update or delete or truncate on highlights
  for each statement execute function note_facts('news');
create trigger note_facts after insert or update or delete or truncate on site_settings
  for each statement execute function note_facts('site');

-- Counted figures, kept until a fact behind them changes. A cache: it may be emptied at any time.
create unlogged table counted_figures (
  key text primary key,
  topics text[] not null,
  snapshot pg_snapshot not null,
  figures jsonb not null
);
