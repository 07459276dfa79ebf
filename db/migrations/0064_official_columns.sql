-- Columns of the report to the ministry that no round which is closed by then holds (the year before, the first half):
-- counted and kept when the figures of a round are frozen, so that the report is the same whenever it is made of them.
create table snapshot_columns (
  snapshot_id bigint primary key references snapshots on delete cascade,
  -- In the shape of src/features/official-reports/freeze-columns.ts.
  columns jsonb not null,
  -- SHA-256 of them, beside the hash of the snapshot, which was written before.
  hash text not null
);
create trigger keep_snapshot before update on snapshot_columns
  for each statement execute function keep_snapshot_part();
create trigger keep_snapshot_whole after delete on snapshot_columns
  referencing old table as removed for each statement execute function refuse_snapshot_part_removal();

alter table official_reports
  -- The moment through which plans and estimates are known to a report of frozen figures; none: the one they were frozen at.
  add column entered_through timestamptz,
  -- Begun while the fictional province was loaded: it goes with it.
  add column is_sample boolean not null default false;
