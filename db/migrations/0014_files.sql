-- Files (tệp) that people hand in, each kept once under the hash of its content. Where the bytes are is the
-- store's business; here stands what they are, as their content says and not as they were called.
create table files (
  id bigint generated always as identity primary key,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  kind text not null check (kind in ('image', 'document')),
  -- What the first to hand it in called it, without a path and without characters that steer a terminal or a header.
  name text not null check (char_length(name) between 1 and 150 and name !~ '[[:cntrl:]/\\]' and name !~ '^\.'),
  -- Pixels, as the picture is seen: turned upright.
  width integer check (width > 0),
  height integer check (height > 0),
  uploaded_by text references users on delete set null,
  uploaded_at timestamptz not null default now(),
  check ((kind = 'image') = (width is not null and height is not null))
);

-- An image drawn again in two sizes, without what cameras note in it. Pages show these; the original stays inside.
create table file_variants (
  file_id bigint not null references files on delete cascade,
  variant text not null check (variant in ('small', 'large')),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  primary key (file_id, variant)
);
create index on file_variants (hash);

-- Which record uses a file. The public gets a file from the moment that one of its uses is public.
create table file_uses (
  file_id bigint not null references files,
  record_kind text not null check (record_kind <> ''),
  record_id bigint not null,
  public_from timestamptz,
  primary key (file_id, record_kind, record_id)
);
create index on file_uses (record_kind, record_id);
