-- What all foreign members together may hold of the charter capital (Law 17/2023/QH15), beside what one member may.
alter table organisation_members add column foreign_contributed numeric(18, 0)
  check (foreign_contributed >= 0 and foreign_contributed <= contributed);
alter table legal_rules
  drop constraint legal_rules_rule_check,
  add constraint legal_rules_rule_check check (rule in ('fewest_members', 'largest_share', 'foreign_share', 'transition',
    'longest_suspension', 'foreign_members'));
insert into legal_rules (rule, kind, value, article, is_checked, valid_from) values
  ('foreign_share', 'cooperative', 30, 'Luật 17/2023/QH15', true, '2024-07-01'),
  ('foreign_share', 'cooperative_union', 30, 'Luật 17/2023/QH15', false, '2024-07-01');
