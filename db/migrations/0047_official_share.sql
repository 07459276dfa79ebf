-- What the official members together have to hold of the charter capital, for an administrator to enter with its
-- article: none is shipped, since none was compared with the law.
alter table legal_rules
  drop constraint legal_rules_rule_check,
  add constraint legal_rules_rule_check check (rule in ('fewest_members', 'largest_share', 'official_share',
    'foreign_share', 'transition', 'longest_suspension', 'foreign_members'));
