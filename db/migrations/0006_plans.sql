-- Plans (kế hoạch) with their targets (chỉ tiêu).
create table plans (
  id bigint generated always as identity primary key,
  slug text not null,
  number text not null,
  title text not null,
  issuer text not null,
  issued_on date,
  starts_on date not null,
  ends_on date not null,
  place_id bigint not null references places,
  article_id bigint references articles on delete set null,
  state text not null default 'draft' check (state in ('draft', 'published')),
  published_at timestamptz,
  is_sample boolean not null default false,
  created_at timestamptz not null default now(),
  check (starts_on <= ends_on),
  check ((state = 'published') = (published_at is not null)),
  unique (slug, state)
);

create table plan_sections (
  plan_id bigint not null references plans on delete cascade,
  position integer not null,
  kind text not null check (kind in ('objectives', 'orientations', 'solutions', 'other')),
  heading text not null,
  body text not null,
  items text[] not null default '{}',
  primary key (plan_id, position)
);

create table targets (
  id bigint generated always as identity primary key,
  plan_id bigint not null references plans on delete cascade,
  position integer not null,
  slug text not null,
  -- The words of the plan, and how they were read; see the contract of the page import.
  quote text not null,
  subject text not null,
  holder text,
  change text not null check (change in ('new', 'level', 'added', 'growth', 'strengthened', 'end')),
  value numeric,
  value_max numeric,
  unit text not null,
  base_year integer,
  bound text not null check (bound in (
    'exact', 'at_least', 'at_most', 'about', 'between', 'as_few_as_possible', 'as_many_as_possible')),
  qualifiers text[] not null default '{}',
  of_target_id bigint references targets on delete set null,
  by_year integer,
  -- The entry of the catalogue that counts it (src/features/measures/catalogue.ts); none: entered by hand.
  measure text,
  sector text,
  denominator text check (denominator in ('all', 'operating', 'reporting', 'rated')),
  -- What the counted figure must come to, in the measure's own unit; none: as few or as many as possible.
  aim numeric,
  aim_max numeric,
  -- Which way is better; decides what "exactly" means once the figure is passed.
  better text not null default 'more' check (better in ('more', 'less', 'closer')),
  unique (plan_id, position),
  unique (plan_id, slug)
);
create index on targets (of_target_id);

-- Figures entered by hand, with their evidence, for targets that nothing in the system counts.
create table measurements (
  id bigint generated always as identity primary key,
  target_id bigint not null references targets on delete cascade,
  measured_on date not null,
  value numeric not null,
  evidence text not null check (evidence <> ''),
  recorded_by text not null,
  recorded_at timestamptz not null default now()
);
create index on measurements (target_id, measured_on);
