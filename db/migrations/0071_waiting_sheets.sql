-- The few sheets that wait for someone, of all that were ever scored: asked for by every desk.
create index rating_sheets_waiting on rating_sheets (organisation_id)
  where state in ('submitted', 'returned') or is_objected;
