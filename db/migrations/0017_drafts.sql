-- Drafts (bản nháp) of forms: what someone typed and has not sent yet. Theirs alone, and no fact of anything: a draft
-- is gone as soon as its form is sent.
create table drafts (
  user_id text not null references users on delete cascade,
  form text not null check (form ~ '^[a-z][a-z0-9-]{0,63}$'),
  -- The record it changes, or a word such as 'moi' for one that is not there yet.
  record_key text not null check (record_key ~ '^[a-z0-9-]{1,120}$'),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  saved_at timestamptz not null default now(),
  primary key (user_id, form, record_key)
);
