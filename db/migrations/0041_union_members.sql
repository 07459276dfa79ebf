-- Members of a union of cooperatives, kept as dated records like everything else that an organisation has several of.
alter table union_members drop constraint union_members_pkey;
alter table union_members rename column union_id to organisation_id;
alter table union_members
  add column id bigint generated always as identity primary key,
  add column document_number text,
  add column note text,
  add column recorded_by text not null default 'hoptac',
  add column user_id text,
  add column recorded_at timestamptz not null default now(),
  add column superseded_at timestamptz check (superseded_at >= recorded_at),
  add column replaces_id bigint unique references union_members,
  -- Nobody is a member of one union twice on one day.
  add exclude using gist (organisation_id with =, member_id with =, daterange(valid_from, valid_to, '[]') with &&)
    where (superseded_at is null);
alter table union_members alter column recorded_by drop default;
create index on union_members (organisation_id, valid_from);
create trigger records_are_kept before update on union_members for each row execute function keep_record();
