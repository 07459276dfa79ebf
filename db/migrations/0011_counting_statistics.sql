-- Reports of a year are accepted in the last days of that year. Without knowing so, the planner expects a tenth of
-- the reports it then finds, and looks each of a hundred thousand organisations up by itself.
create statistics yearly_reports_known (mcv) on year, state, accepted_on from yearly_reports;
alter statistics yearly_reports_known set statistics 1000;
create statistics ratings_known (mcv) on year, rated_on from ratings;
alter statistics ratings_known set statistics 1000;

-- Who was not operating at some time is few among all; lasting models must not be among them.
create index organisation_states_pauses on organisation_states (organisation_id) where status <> 'operating';
