-- What the portal says of itself: one row.
create table site_settings (
  only_row boolean primary key default true check (only_row),
  department text not null default 'Sở chủ quản kinh tế tập thể',
  department_en text not null default 'Department in charge of the collective economy',
  parent_body text not null default 'Ủy ban nhân dân tỉnh',
  parent_body_en text not null default 'Provincial People''s Committee',
  portal_name text not null default 'Cổng thông tin kinh tế tập thể',
  portal_name_en text not null default 'Collective economy portal',
  address text,
  phone text,
  email text,
  -- The province the department answers for, as it is called today and once was.
  place_id bigint references places
);
insert into site_settings default values;

-- Sections (chuyên mục) of the news.
create table sections (
  id bigint generated always as identity primary key,
  slug text not null unique,
  name text not null unique,
  name_en text not null,
  position integer not null default 0
);

create table articles (
  id bigint generated always as identity primary key,
  slug text not null unique,
  section_id bigint not null references sections,
  title text not null check (title <> ''),
  body_html text not null,
  byline text,
  published_at timestamptz not null,
  -- Old portals wrote 00:00 where the hour was unknown; then only the day is shown.
  hour_is_known boolean not null default true,
  -- SHA-256 of the imported page, so that the same page is never taken twice.
  source_hash text unique,
  source_portal text,
  is_sample boolean not null default false,
  created_at timestamptz not null default now(),
  folded_title text not null generated always as (fold(title)) stored
);
create index on articles (section_id, published_at desc, id desc);
create index on articles (published_at desc, id desc);
create index on articles (id) where is_sample;

-- Highlights (tin nổi bật): dated headlines, some with an article behind them, some without any text of their own.
create table highlights (
  id bigint generated always as identity primary key,
  title text not null check (title <> ''),
  article_id bigint references articles on delete set null,
  position integer not null default 0,
  shown_on date not null,
  shown_until date not null default 'infinity',
  is_sample boolean not null default false,
  unique (title, shown_on)
);
create index on highlights (shown_on desc, position);
