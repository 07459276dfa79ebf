-- Reporting windows are kept by an administrator: two never hold for the same year, a due day is a day that there is,
-- and what was written down is told from what somebody compared with the text of the law.
alter table reporting_windows
  add column is_checked boolean not null default false,
  -- The day of the year on which the data ends, the last such day up to the due day; none where no text says.
  add column data_end_month integer check (data_end_month between 1 and 12),
  add column data_end_day integer check (data_end_day between 1 and 31),
  add check ((data_end_month is null) = (data_end_day is null)),
  add constraint due_day_exists
    check (due_day <= case when due_month = 2 then 29 when due_month in (4, 6, 9, 11) then 30 else 31 end),
  add constraint data_end_exists
    check (data_end_day <= case when data_end_month = 2 then 29 when data_end_month in (4, 6, 9, 11) then 30 else 31 end),
  add constraint one_window_a_year
    exclude using gist (int4range(first_year, last_year, '[]') with &&);

-- Days counted back from the due day pass 29 February in some years and not in others; a day of the calendar does not.
update reporting_windows
  set data_end_month = extract(month from data_end), data_end_day = extract(day from data_end)
  from (select first_year as of_year, make_date(2023, due_month, due_day) - data_ends_before_due as data_end
    from reporting_windows) ended
  where of_year = first_year and data_ends_before_due is not null;
alter table reporting_windows drop column data_ends_before_due;

-- Every act on the windows with how all of them stood before and after it, so that it can be undone.
create table reporting_window_changes (
  id bigint generated always as identity primary key,
  made_at timestamptz not null default now(),
  made_by text not null,
  reason text not null,
  windows_before jsonb not null,
  windows_after jsonb not null,
  undoes bigint unique references reporting_window_changes
);
