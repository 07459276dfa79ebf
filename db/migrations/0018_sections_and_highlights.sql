-- A section (chuyên mục) in which articles stand is retired, never deleted: they stay where they are.
alter table sections
  add column retired_at timestamptz,
  add column version integer not null default 1;

-- Every address a section ever had leads to it, and is never given to another.
create table section_slugs (
  slug text primary key,
  section_id bigint not null references sections on delete cascade,
  taken_at timestamptz not null default now()
);
create index on section_slugs (section_id);

create function keep_section_slug() returns trigger language plpgsql as $$
begin
  insert into section_slugs (slug, section_id) values (new.slug, new.id) on conflict (slug) do nothing;
  if not exists (select from section_slugs where slug = new.slug and section_id = new.id) then
    raise unique_violation using message = format('the address %s was another section''s', new.slug),
      constraint = 'section_slugs_pkey';
  end if;
  return null;
end $$;
create trigger keep_section_slug after insert or update of slug on sections
  for each row execute function keep_section_slug();
insert into section_slugs (slug, section_id) select slug, id from sections;

-- Highlights (tin nổi bật) that a publisher arranged stand first, in that order; all others follow by day.
alter table highlights
  alter column position drop not null,
  alter column position drop default,
  add column ended_at timestamptz,
  add column version integer not null default 1;
update highlights set position = null;
drop index highlights_shown_on_position_idx;
create index on highlights (position, shown_on desc, id) where ended_at is null;
