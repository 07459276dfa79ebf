-- A report that was made from frozen figures falls back to a draft if they go, as those of the fictional province do. What
-- was built keeps its facts and the number alone.
alter table official_reports add foreign key (snapshot_id) references snapshots on delete set null;
create index on official_reports (snapshot_id);
