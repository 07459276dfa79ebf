-- The newsroom: how an article is written, reviewed and published. `articles` stays what the public reads: its words
-- are those of the published version. What is not to be read has no moment at all, so that a query that asks
-- "published by now?" shows too little rather than too much.
alter table articles
  alter column published_at set default 'infinity',
  -- Set when it was taken down: the notice stands at its address until it is published again.
  add column unpublished_at timestamptz,
  add column unpublished_notice text,
  -- The moment it had until then, which it has again when it comes back as it was.
  add column was_published_at timestamptz,
  -- The latest correction, and what the public is told of it.
  add column corrected_at timestamptz,
  add column correction_note text,
  add check ((unpublished_at is null) = (unpublished_notice is null)),
  add check ((unpublished_at is null) = (was_published_at is null)),
  add check ((corrected_at is null) = (correction_note is null));

-- Every text an article ever had, in Vietnamese and in English: versions are added, never rewritten.
create table article_versions (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles on delete cascade,
  locale text not null check (locale in ('vi', 'en')),
  number integer not null check (number > 0),
  section_id bigint not null references sections,
  title text not null check (title <> ''),
  body_html text not null,
  byline text,
  -- What was changed, for colleagues.
  note text,
  -- Nobody's, where it came by import.
  user_id text references users,
  author text not null,
  made_at timestamptz not null default now(),
  restored_from integer,
  -- Of a translation: the Vietnamese version that it follows.
  translated_from integer,
  folded_title text not null generated always as (fold(title)) stored,
  unique (article_id, locale, number),
  check ((locale = 'en') = (translated_from is not null))
);
create index on article_versions (user_id) where user_id is not null;

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'what was written once stays as it was';
end $$;
create trigger versions_are_kept before update on article_versions
  for each statement execute function refuse_rewriting();

-- What happened to an edition (bản), in order. Its state follows from these (src/features/newsroom/states.ts).
create table article_events (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles on delete cascade,
  locale text not null check (locale in ('vi', 'en')),
  kind text not null check (kind in (
    'written', 'restored', 'submitted', 'taken_back', 'returned', 'scheduled', 'unscheduled',
    'published', 'corrected', 'unpublished', 'republished')),
  version integer not null,
  -- Why; of a correction and of an article taken down, what the public is told.
  reason text,
  -- Published without a second person: allowed with a reason, and never hidden.
  bypass_reason text,
  due_at timestamptz,
  user_id text references users,
  actor text not null,
  made_at timestamptz not null default now(),
  foreign key (article_id, locale, version) references article_versions (article_id, locale, number) on delete cascade
);
create index on article_events (article_id, id);
create trigger events_are_kept before update on article_events
  for each statement execute function refuse_rewriting();

-- Where an article stands in one language; follows from its events and is written with them.
create table article_editions (
  article_id bigint not null references articles on delete cascade,
  locale text not null check (locale in ('vi', 'en')),
  -- The latest version.
  version integer not null,
  -- What is being done about the latest version.
  work text not null check (work in ('none', 'draft', 'in_review', 'returned')),
  publication text not null check (publication in ('never', 'scheduled', 'published', 'unpublished')),
  public_version integer,
  -- When it came to stand as it does.
  since timestamptz not null default now(),
  primary key (article_id, locale),
  foreign key (article_id, locale, version) references article_versions (article_id, locale, number) on delete cascade,
  check ((public_version is null) = (publication = 'never'))
);
create index on article_editions (work, since) where work <> 'none';
create index on article_editions (since desc);

-- What is published in English; read only together with an article that may be read.
create table article_translations (
  article_id bigint primary key references articles on delete cascade,
  title text not null check (title <> ''),
  body_html text not null,
  byline text,
  translated_from integer not null,
  published_at timestamptz not null default now(),
  corrected_at timestamptz,
  correction_note text,
  check ((corrected_at is null) = (correction_note is null))
);
create trigger note_facts after insert or update or delete or truncate on article_translations
  for each statement execute function note_facts('news');

-- Every address an article ever had leads to it, for ever, and is never given to another.
create table article_slugs (
  slug text primary key,
  article_id bigint not null references articles on delete cascade,
  taken_at timestamptz not null default now()
);
create index on article_slugs (article_id);

create function keep_slug() returns trigger language plpgsql as $$
begin
  -- An address that nobody could read yet is free again.
  if tg_op = 'UPDATE' and old.published_at > now() and old.unpublished_at is null then
    delete from article_slugs where slug = old.slug and article_id = old.id;
  end if;
  insert into article_slugs (slug, article_id) values (new.slug, new.id) on conflict (slug) do nothing;
  if not exists (select from article_slugs where slug = new.slug and article_id = new.id) then
    raise unique_violation using message = format('the address %s was another article''s', new.slug),
      constraint = 'article_slugs_pkey';
  end if;
  return null;
end $$;
create trigger keep_slug_of_new after insert on articles for each row execute function keep_slug();
create trigger keep_slug after update of slug on articles
  for each row when (old.slug is distinct from new.slug) execute function keep_slug();

-- An article that arrives already published (by import, from the sample) begins its history with what it is.
create function begin_history() returns trigger language plpgsql as $$
begin
  insert into article_versions (article_id, locale, number, section_id, title, body_html, byline, author, made_at)
  values (new.id, 'vi', 1, new.section_id, new.title, new.body_html, new.byline, 'hoptac', new.created_at);
  insert into article_editions (article_id, locale, version, work, publication, public_version, since)
  values (new.id, 'vi', 1, 'none', 'published', 1, new.created_at);
  insert into article_events (article_id, locale, kind, version, actor, made_at)
  values (new.id, 'vi', 'written', 1, 'hoptac', new.created_at),
    (new.id, 'vi', 'published', 1, 'hoptac', new.created_at);
  return null;
end $$;
create trigger begin_history after insert on articles
  for each row when (new.published_at < 'infinity') execute function begin_history();

insert into article_slugs (slug, article_id, taken_at) select slug, id, created_at from articles;
insert into article_versions (article_id, locale, number, section_id, title, body_html, byline, author, made_at)
  select id, 'vi', 1, section_id, title, body_html, byline, 'hoptac', created_at from articles order by id;
insert into article_editions (article_id, locale, version, work, publication, public_version, since)
  select id, 'vi', 1, 'none', 'published', 1, created_at from articles;
insert into article_events (article_id, locale, kind, version, actor, made_at)
  select id, 'vi', kind, 1, 'hoptac', created_at
  from articles, unnest(array['written', 'published']) with ordinality as kinds (kind, position)
  order by id, position;

-- Links that show an unpublished version to people without an account, until they expire. Only a hash is kept.
create table preview_links (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles on delete cascade,
  locale text not null check (locale in ('vi', 'en')),
  token_hash bytea not null unique,
  -- For whom it was made, in the words of who made it.
  note text,
  user_id text not null references users,
  made_by text not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  foreign key (article_id, locale) references article_editions
);
create index on preview_links (article_id);
