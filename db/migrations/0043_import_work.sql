-- A workbook of a whole province takes seconds to check and to write: how far that has come, for whoever waits, and
-- whether it ended before its end. What is written is written in one transaction, whatever stands here.
alter table imports
  drop constraint imports_state_check,
  add constraint imports_state_check check (state in ('received', 'checked', 'refused', 'applied', 'undone')),
  add column work text check (work in ('check', 'write')),
  add column work_step text check (work_step in ('reading', 'checking', 'writing')),
  -- Rows.
  add column work_done integer not null default 0,
  add column work_total integer not null default 0,
  -- Whoever works at it says so every few seconds.
  add column work_beat_at timestamptz,
  -- Why the last work at it came to nothing.
  add column work_fault text check (work_fault in ('failed', 'moved_on')),
  add check ((work is null) = (work_beat_at is null));
