-- Counted attempts are forgotten within the hour anyway. After a crash they begin at nothing, and no sign-in waits for
-- the disk to keep them.
alter table attempts set unlogged;
