-- What a workbook would do, as its last check worked it out: what is shown is read, and what is confirmed is written,
-- without reading and checking the file again, for as long as the register and the day are the same.
alter table imports
  -- The day, and the latest event that the check knew of.
  add column plan_version text,
  -- The first of the rows that would be written.
  add column preview jsonb,
  -- All rows, each a line of JSON, packed with gzip; nothing once they are written.
  add column plan bytea,
  add check ((plan is null or preview is not null) and (preview is null or plan_version is not null));
-- A share of foreign members nobody has compared with the law is for an administrator to enter, with its article.
delete from legal_rules where rule = 'foreign_members' and not is_checked and version = 1;
