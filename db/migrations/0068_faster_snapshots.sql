-- Records are frozen once for a measure, for the widest of its denominators, with what tells who is among the others. They
-- are written in the order of one index, measure by measure and place by place: a second index cost more than all that
-- reads through it saves, and the places of a commune or a province are few.
drop index snapshot_records_snapshot_id_measure_organisation_place_idx;
drop index snapshot_records_snapshot_id_place_measure_idx;
create index on snapshot_records (snapshot_id, measure, place, organisation);
-- Whether the organisation operated; of communes nothing is said.
alter table snapshot_records add column is_operating boolean;

-- Measures are numbered in the order their records are written in, and shown in the order of the catalogue.
alter table snapshot_measures
  add column position smallint,
  -- The number whose records are this one's, and which of them: all, those of which something is known, those operating.
  add column records_of smallint,
  add column among text check (among in ('measured', 'operating'));
alter table snapshot_measures disable trigger keep_snapshot;
update snapshot_measures set position = number, records_of = number;
alter table snapshot_measures enable trigger keep_snapshot;
alter table snapshot_measures alter column position set not null, alter column records_of set not null;

-- Most events have no receipt.
alter table report_filing_events drop constraint report_filing_events_receipt_key;
create unique index report_filing_events_receipt_key on report_filing_events (receipt) where receipt is not null;
