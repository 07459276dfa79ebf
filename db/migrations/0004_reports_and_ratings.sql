-- When the report of a year is due, by law. Which year's figures are the latest on a day follows from it.
create table reporting_windows (
  first_year integer primary key,
  last_year integer,
  due_month integer not null check (due_month between 1 and 12),
  due_day integer not null check (due_day between 1 and 31),
  -- 0: due within the year it reports; 1: due in the year after.
  due_year_offset integer not null check (due_year_offset in (0, 1)),
  legal_basis text not null,
  check (last_year is null or first_year <= last_year)
);
insert into reporting_windows values
  (2017, 2018, 1, 15, 1, 'Nghị định 107/2017/NĐ-CP'),
  (2019, 2023, 12, 15, 0, 'Thông tư 07/2019/TT-BKHĐT'),
  (2024, null, 12, 15, 0, 'Thông tư 09/2024/TT-BKHĐT, Điều 6');

-- Yearly report of an organisation (báo cáo tình hình hoạt động năm). Money in đồng, land in hectares.
create table yearly_reports (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  year integer not null check (year between 1990 and 2100),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'accepted', 'locked')),
  submitted_on date,
  accepted_on date,
  members integer check (members >= 0),
  members_joined integer check (members_joined >= 0),
  members_left integer check (members_left >= 0),
  workers integer check (workers >= 0),
  workers_who_are_members integer check (workers_who_are_members >= 0),
  managers integer check (managers >= 0),
  managers_with_primary_training integer check (managers_with_primary_training >= 0),
  managers_with_intermediate_training integer check (managers_with_intermediate_training >= 0),
  managers_with_college_or_higher integer check (managers_with_college_or_higher >= 0),
  capital numeric(18, 0) check (capital >= 0),
  charter_capital numeric(18, 0) check (charter_capital >= 0),
  undivided_assets numeric(18, 0) check (undivided_assets >= 0),
  revenue numeric(18, 0) check (revenue >= 0),
  revenue_from_members numeric(18, 0) check (revenue_from_members >= 0),
  -- lãi; a loss is negative
  profit_before_tax numeric(18, 0),
  -- all that was paid to regular workers in the year; their average is worked out, never stored
  wages numeric(18, 0) check (wages >= 0),
  taxes_paid numeric(18, 0) check (taxes_paid >= 0),
  support_received numeric(18, 0) check (support_received >= 0),
  land_area numeric(12, 2) check (land_area >= 0),
  large_field_area numeric(12, 2) check (large_field_area >= 0),
  high_technology boolean not null default false,
  value_chain boolean not null default false,
  ocop_products integer not null default 0 check (ocop_products >= 0),
  unique (organisation_id, year),
  check (revenue_from_members <= revenue),
  check (workers_who_are_members <= workers),
  check (state in ('draft', 'returned') or submitted_on is not null),
  check (state not in ('accepted', 'locked') or accepted_on is not null)
);
create index on yearly_reports (year, organisation_id);

-- Rating schemes are data: the next circular is a new row.
create table rating_schemes (
  id bigint generated always as identity primary key,
  code text not null unique,
  name text not null,
  legal_basis text not null,
  valid_from date not null,
  valid_to date not null default 'infinity'
);
create table rating_classes (
  scheme_id bigint not null references rating_schemes,
  class text not null check (class in ('good', 'fair', 'average', 'weak')),
  -- A class holds from its lowest points up to, and without, the next class's: 79.9 is fair, 80 is good.
  lowest_points numeric(5, 2) not null check (lowest_points between 0 and 100),
  primary key (scheme_id, class),
  unique (scheme_id, lowest_points)
);
with scheme as (
  insert into rating_schemes (code, name, legal_basis, valid_from)
  values ('tt01-2020', 'Đánh giá, xếp loại hợp tác xã', 'Thông tư 01/2020/TT-BKHĐT, Điều 8', '2020-04-01')
  returning id
)
insert into rating_classes
select id, class, lowest from scheme,
  (values ('good', 80), ('fair', 65), ('average', 50), ('weak', 0)) as rows (class, lowest);

create table ratings (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations on delete cascade,
  year integer not null,
  scheme_id bigint not null references rating_schemes,
  points numeric(5, 2) check (points between 0 and 100),
  class text check (class in ('good', 'fair', 'average', 'weak')),
  -- Under 12 months old, or stopped for more than 3 months of the year (Circular 01/2020/TT-BKHĐT, Article 8).
  not_rated_reason text check (not_rated_reason in ('under_twelve_months', 'stopped_over_three_months')),
  rated_on date not null,
  unique (organisation_id, year, scheme_id),
  check ((class is null) = (not_rated_reason is not null)),
  check ((points is null) = (class is null))
);
create index on ratings (year, organisation_id);
