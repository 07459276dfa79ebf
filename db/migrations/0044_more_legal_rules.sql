-- More that the law asks for, and rules that an administrator keeps: how long one notice of suspension may be, and how
-- many of the official members may be foreign.
alter table legal_rules
  drop constraint legal_rules_rule_check,
  add check (rule in ('fewest_members', 'largest_share', 'transition', 'longest_suspension', 'foreign_members')),
  add column version integer not null default 1;
comment on column legal_rules.value is
  'Members; hundredths of the charter capital, or of the official members; months. None where something is due by a day.';
insert into legal_rules (rule, kind, value, article, is_checked, valid_from) values
  ('longest_suspension', 'cooperative', 12, 'Thông tư 09/2024/TT-BKHĐT, mẫu II-8', true, '2024-07-01'),
  ('longest_suspension', 'cooperative_union', 12, 'Thông tư 09/2024/TT-BKHĐT, mẫu II-8', true, '2024-07-01'),
  ('longest_suspension', 'cooperative_group', 12, 'Thông tư 09/2024/TT-BKHĐT, mẫu II-8', false, '2024-07-01'),
  ('foreign_members', 'cooperative', 35, 'Luật 17/2023/QH15', false, '2024-07-01'),
  ('foreign_members', 'cooperative_union', 35, 'Luật 17/2023/QH15', false, '2024-07-01');
