-- The days that decide: of the first sending, by which a filing is late or not whatever was mended afterwards, and of
-- the commune's acceptance. Set where a filing may be written although its round is closed.
alter table report_filings
  add column submitted_on date,
  add column accepted_on date,
  add column reopened_at timestamptz,
  add check (state = 'draft' or state = 'returned' or submitted_on is not null),
  add check (state not in ('accepted', 'accepted_by_province', 'locked') or accepted_on is not null);

-- Taking an acceptance back is an act of the office, not of the sender: a kind of its own.
alter table report_filing_events drop constraint report_filing_events_kind_check;
alter table report_filing_events add constraint report_filing_events_kind_check check (kind in ('opened', 'submitted',
  'returned', 'resubmitted', 'withdrawn', 'accepted', 'accepted_by_province', 'acceptance_withdrawn', 'locked',
  'reopened'));
