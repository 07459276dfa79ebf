-- Locking the reports of a country changes none of the numbers that sizes follow from: only those whose numbers, year or
-- acceptance changed are settled anew.
create function settle_sizes_of_updated() returns trigger language plpgsql as $$
begin
  perform settle_sizes(array(
    select distinct asked.organisation_id from (
      select changed.organisation_id from changed left join was on was.id = changed.id
      where (was.organisation_id, was.year, was.members, was.revenue, was.capital, was.state in ('accepted', 'locked'))
        is distinct from (changed.organisation_id, changed.year, changed.members, changed.revenue, changed.capital,
          changed.state in ('accepted', 'locked'))
      union
      select was.organisation_id from was join changed on changed.id = was.id
      where was.organisation_id <> changed.organisation_id) asked
    where exists (select from organisations where id = asked.organisation_id)));
  return null;
end $$;
drop trigger settle_sizes_changed on yearly_reports;
create trigger settle_sizes_changed after update on yearly_reports
  referencing old table as was new table as changed for each statement execute function settle_sizes_of_updated();
