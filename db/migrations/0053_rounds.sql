-- Rounds of the fictional province go with it.
alter table reporting_rounds add column is_sample boolean not null default false;

-- What the data window of a year's report is proposed from; none where no text says when the data ends.
alter table reporting_windows add column data_ends_before_due integer check (data_ends_before_due between 0 and 60);
comment on column reporting_windows.data_ends_before_due is
  'Days from the last day of the data to the due day; the data begins a year earlier.';
-- Thông tư 09/2024/TT-BKHĐT, Điều 6: 15/12 of the year before – 14/12, due 15/12.
update reporting_windows set data_ends_before_due = 1 where first_year = 2024;

-- Every list of a round looks for them by the round.
create index on report_excuses (round_id);

-- An excuse changes how many were asked, which stands beside every figure that comes from reports.
create trigger note_facts after insert or update or delete or truncate on report_excuses
  for each statement execute function note_facts('reports');
create trigger note_facts after insert or update or delete or truncate on reporting_rounds
  for each statement execute function note_facts('reports');

-- A filing leads to the year it wrote, when it is locked or taken away.
create index on yearly_reports (filing_id);
