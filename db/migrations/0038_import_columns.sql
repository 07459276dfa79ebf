-- What the columns of an office's own sheet mean, as an officer of the place confirmed it once: the next sheet with the
-- same headings needs no question.
create table import_mappings (
  id bigint generated always as identity primary key,
  place_id bigint not null references places,
  -- The headings, whatever their order.
  fingerprint text not null,
  -- By the key of a column of ours, the heading that stands for it.
  headings jsonb not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null default now(),
  unique (place_id, fingerprint)
);
alter table imports
  -- How its columns were read; none for the system's own form.
  add column columns jsonb,
  -- Whether somebody said that they were read rightly.
  add column is_mapped boolean not null default true;
