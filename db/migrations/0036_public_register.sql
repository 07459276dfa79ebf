-- What the public register shows and narrows by: contact that is published, and size classes.

-- Whether address, phone and e-mail are the organisation's published contact. None: not chosen; then those of a
-- cooperative group, which has none of its own and gives a member's, are not shown to the public.
alter table organisations add column contact_is_public boolean;

-- Size classes (quy mô) are dated data: the next decree is other rows. A class asks for its fewest members, and for
-- its least revenue or its least capital where it has one; classes are tried from the largest.
create table size_rules (
  id bigint generated always as identity primary key,
  -- Decree 113/2024 by group of industries; Circular 01/2020 by members alone, and by capital alone.
  axis text not null check (axis in ('decree_113', 'members', 'capital')),
  -- Decree 113/2024, Article 4.1; none where industries do not matter.
  industry text check (industry in ('agriculture', 'industry', 'finance', 'services')),
  class text not null check (class in ('large', 'medium', 'small', 'micro')),
  least_members integer check (least_members >= 0),
  least_revenue numeric(18, 0) check (least_revenue >= 0),
  least_capital numeric(18, 0) check (least_capital >= 0),
  article text not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  check (valid_from <= valid_to),
  check ((axis = 'decree_113') = (industry is not null)),
  exclude using gist (axis with =, coalesce(industry, '') with =, class with =, daterange(valid_from, valid_to, '[]') with &&)
);
insert into size_rules (axis, industry, class, least_members, least_revenue, least_capital, article, valid_from) values
  ('decree_113', 'agriculture', 'large', 300, 50e9, 10e9, 'Nghị định 113/2024/NĐ-CP, Điều 5.1', '2024-11-01'),
  ('decree_113', 'agriculture', 'medium', 200, 10e9, 5e9, 'Nghị định 113/2024/NĐ-CP, Điều 5.1', '2024-11-01'),
  ('decree_113', 'agriculture', 'small', 50, 2e9, 1e9, 'Nghị định 113/2024/NĐ-CP, Điều 5.1', '2024-11-01'),
  ('decree_113', 'agriculture', 'micro', null, null, null, 'Nghị định 113/2024/NĐ-CP, Điều 5.1', '2024-11-01'),
  ('decree_113', 'industry', 'large', 100, 80e9, 20e9, 'Nghị định 113/2024/NĐ-CP, Điều 5.2', '2024-11-01'),
  ('members', null, 'large', 1001, null, null, 'Thông tư 01/2020/TT-BKHĐT, Điều 4', '2020-04-01'),
  ('members', null, 'medium', 301, null, null, 'Thông tư 01/2020/TT-BKHĐT, Điều 4', '2020-04-01'),
  ('members', null, 'small', 50, null, null, 'Thông tư 01/2020/TT-BKHĐT, Điều 4', '2020-04-01'),
  ('members', null, 'micro', 0, null, null, 'Thông tư 01/2020/TT-BKHĐT, Điều 4', '2020-04-01'),
  ('capital', null, 'large', null, null, 50e9, 'Thông tư 01/2020/TT-BKHĐT, Điều 5', '2020-04-01'),
  ('capital', null, 'medium', null, null, 5e9, 'Thông tư 01/2020/TT-BKHĐT, Điều 5', '2020-04-01'),
  ('capital', null, 'small', null, null, 1e9, 'Thông tư 01/2020/TT-BKHĐT, Điều 5', '2020-04-01'),
  ('capital', null, 'micro', null, null, 0, 'Thông tư 01/2020/TT-BKHĐT, Điều 5', '2020-04-01');

-- Decree 113/2024, Article 4.1: by the main business line; where that is not recorded, by the sector of the reports.
create function size_industry(business_line text, sector text) returns text
  language sql immutable parallel safe
  return case
    when business_line = '0893' then 'agriculture'
    when left(business_line, 2) between '01' and '03' then 'agriculture'
    when left(business_line, 2) between '05' and '43' then 'industry'
    when left(business_line, 2) between '64' and '66' then 'finance'
    when business_line is not null then 'services'
    when sector = 'agriculture' then 'agriculture'
    when sector in ('industry', 'construction') then 'industry'
    when sector = 'credit' then 'finance'
    else 'services'
  end;

-- The class that these numbers come to on a day. None where no rule is known that decides it: a class whose rule is
-- missing may be the right one, so those below it are not given either.
create function size_class(
  asked_axis text, asked_industry text, day date, members integer, revenue numeric, capital numeric
) returns text language plpgsql stable parallel safe as $$
declare
  rule record;
  expected integer := 1;
begin
  if asked_axis in ('decree_113', 'members') and members is null then return null; end if;
  if asked_axis = 'capital' and capital is null then return null; end if;
  if asked_axis = 'decree_113' and revenue is null and capital is null then return null; end if;
  for rule in
    select each.*, array_position(array['large', 'medium', 'small', 'micro'], each.class) as rank from size_rules each
    where each.axis = asked_axis and each.industry is not distinct from asked_industry
      and day between each.valid_from and each.valid_to
    order by rank
  loop
    if rule.rank <> expected then return null; end if;
    expected := expected + 1;
    if (rule.least_members is null or members >= rule.least_members)
      and ((rule.least_revenue is null and rule.least_capital is null)
        or coalesce(revenue >= rule.least_revenue, false) or coalesce(capital >= rule.least_capital, false)) then
      return rule.class;
    end if;
  end loop;
  return null;
end $$;

-- The classes of each organisation by its accepted report of a year; worked out by the triggers below, in the
-- transaction that changes what they rest on.
create table organisation_sizes (
  organisation_id bigint not null references organisations on delete cascade,
  year integer not null,
  decree_113 text,
  members text,
  capital text,
  primary key (organisation_id, year)
);
create index on organisation_sizes (year, decree_113, organisation_id);
create index on organisation_sizes (year, members, organisation_id);
create index on organisation_sizes (year, capital, organisation_id);

create function settle_sizes(ids bigint[]) returns void language sql as $$
  with wanted as (
    select report.organisation_id, report.year,
      size_class('decree_113', size_industry(state.business_line, state.sector), make_date(report.year, 12, 31),
        report.members, report.revenue, report.capital) as decree_113,
      size_class('members', null, make_date(report.year, 12, 31), report.members, null, null) as members,
      size_class('capital', null, make_date(report.year, 12, 31), null, null, report.capital) as capital
    from yearly_reports report
    left join lateral (
      select state.business_line, state.sector from organisation_states state
      where state.organisation_id = report.organisation_id and state.valid_from <= make_date(report.year, 12, 31)
      order by state.valid_from desc limit 1) state on true
    where report.organisation_id = any(ids) and report.state in ('accepted', 'locked')),
  gone as (
    delete from organisation_sizes size where size.organisation_id = any(ids)
      and not exists (select from wanted where wanted.organisation_id = size.organisation_id and wanted.year = size.year))
  insert into organisation_sizes as size (organisation_id, year, decree_113, members, capital)
    select organisation_id, year, decree_113, members, capital from wanted
  on conflict (organisation_id, year) do update
    set decree_113 = excluded.decree_113, members = excluded.members, capital = excluded.capital
    where (size.decree_113, size.members, size.capital)
      is distinct from (excluded.decree_113, excluded.members, excluded.capital)
$$;

create function settle_sizes_of_changed() returns trigger language plpgsql as $$
begin
  perform settle_sizes(array(select distinct changed.organisation_id from changed
    where exists (select from organisations where id = changed.organisation_id)
      and exists (select from yearly_reports report where report.organisation_id = changed.organisation_id)));
  return null;
end $$;
create function settle_sizes_of_removed() returns trigger language plpgsql as $$
begin
  perform settle_sizes(array(select distinct removed.organisation_id from removed
    where exists (select from organisations where id = removed.organisation_id)));
  return null;
end $$;
create trigger settle_sizes_added after insert on yearly_reports
  referencing new table as changed for each statement execute function settle_sizes_of_changed();
create trigger settle_sizes_changed after update on yearly_reports
  referencing new table as changed for each statement execute function settle_sizes_of_changed();
create trigger settle_sizes_removed after delete on yearly_reports
  referencing old table as removed for each statement execute function settle_sizes_of_removed();
create trigger settle_sizes_added after insert on organisation_states
  referencing new table as changed for each statement execute function settle_sizes_of_changed();

create function settle_all_sizes() returns trigger language plpgsql as $$
begin
  perform settle_sizes(array(select distinct organisation_id from yearly_reports));
  return null;
end $$;
create trigger settle_all_sizes after insert or update or delete on size_rules
  for each statement execute function settle_all_sizes();

select settle_sizes(array(select distinct organisation_id from yearly_reports));

create index on ocop_recognitions (valid_to, stars, organisation_id) where superseded_at is null;
