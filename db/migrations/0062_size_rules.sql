-- Thresholds of size classes are kept by an administrator: two people never overwrite each other, and what was written
-- down is told from what somebody compared with the text of the law.
alter table size_rules
  add column version integer not null default 1,
  add column is_checked boolean not null default false;

-- Public lists narrowed by size follow from them.
create trigger note_facts after insert or update or delete or truncate on size_rules
  for each statement execute function note_facts('register');
