-- Minimums and limits of the law, each from a day to a day, with the article it comes from. They warn, and refuse
-- nothing. What was not compared with the text of the law says so (is_checked).
create table legal_rules (
  id bigint generated always as identity primary key,
  rule text not null check (rule in
    ('fewest_members', 'largest_share', 'transition')),
  kind text not null check (kind in ('cooperative', 'cooperative_union', 'cooperative_group', 'credit_fund')),
  -- Members, or hundredths of the charter capital; none for a day by which something is due.
  value numeric(6, 2) check (value >= 0),
  due_on date,
  article text not null,
  is_checked boolean not null default false,
  valid_from date not null,
  valid_to date not null default 'infinity',
  check (valid_from <= valid_to),
  check ((rule = 'transition') = (due_on is not null)),
  check ((rule = 'transition') = (value is null)),
  exclude using gist (rule with =, kind with =, daterange(valid_from, valid_to, '[]') with &&)
);
insert into legal_rules (rule, kind, value, due_on, article, is_checked, valid_from, valid_to) values
  ('fewest_members', 'cooperative', 7, null, 'Luật 23/2012/QH13, Điều 3.1', true, '2013-07-01', '2024-06-30'),
  ('fewest_members', 'cooperative', 5, null, 'Luật 17/2023/QH15, Điều 4.7', true, '2024-07-01', 'infinity'),
  ('fewest_members', 'cooperative_union', 4, null, 'Luật 23/2012/QH13, Điều 3.2', true, '2013-07-01', '2024-06-30'),
  ('fewest_members', 'cooperative_union', 3, null, 'Luật 17/2023/QH15', true, '2024-07-01', 'infinity'),
  ('fewest_members', 'cooperative_group', 2, null, 'Nghị định 77/2019/NĐ-CP, Điều 3', true, '2019-11-25', '2024-06-30'),
  ('fewest_members', 'cooperative_group', 2, null, 'Luật 17/2023/QH15, Điều 4.21', true, '2024-07-01', 'infinity'),
  ('fewest_members', 'credit_fund', 30, null, 'Luật 32/2024/QH15', false, '2024-07-01', 'infinity'),
  ('largest_share', 'cooperative', 20, null, 'Luật 23/2012/QH13', true, '2013-07-01', '2024-06-30'),
  ('largest_share', 'cooperative', 30, null, 'Luật 17/2023/QH15', true, '2024-07-01', 'infinity'),
  ('largest_share', 'cooperative_union', 30, null, 'Luật 23/2012/QH13', false, '2013-07-01', '2024-06-30'),
  ('largest_share', 'cooperative_union', 40, null, 'Luật 17/2023/QH15', true, '2024-07-01', 'infinity'),
  ('transition', 'cooperative', null, '2025-12-31', 'Luật 17/2023/QH15, Điều 115', true, '2024-07-01', 'infinity'),
  ('transition', 'cooperative_union', null, '2025-12-31', 'Luật 17/2023/QH15, Điều 115', true, '2024-07-01', 'infinity');
