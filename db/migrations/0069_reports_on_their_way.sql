-- Nothing is counted from a report that is on its way, so that drafts and sendings make no figure or size be worked out
-- anew: on the last evening of a round there are hundreds a minute.
create function counts(state text) returns boolean language sql immutable parallel safe as $$
  select state in ('accepted', 'locked')
$$;

drop trigger note_facts on yearly_reports;
create function note_added_reports() returns trigger language plpgsql as $$
begin
  if exists (select from added where counts(added.state)) then
    insert into fact_changes (topic) values ('reports') on conflict do nothing;
    perform pg_notify('facts', 'reports');
  end if;
  return null;
end $$;
create function note_changed_reports() returns trigger language plpgsql as $$
begin
  if exists (select from was where counts(was.state)) or exists (select from changed where counts(changed.state)) then
    insert into fact_changes (topic) values ('reports') on conflict do nothing;
    perform pg_notify('facts', 'reports');
  end if;
  return null;
end $$;
create trigger note_added after insert on yearly_reports
  referencing new table as added for each statement execute function note_added_reports();
create trigger note_changed after update on yearly_reports
  referencing old table as was new table as changed for each statement execute function note_changed_reports();
create trigger note_facts after delete or truncate on yearly_reports
  for each statement execute function note_facts('reports');

create function settle_sizes_of_added_reports() returns trigger language plpgsql as $$
begin
  perform settle_sizes(array(select distinct changed.organisation_id from changed
    where counts(changed.state) and exists (select from organisations where id = changed.organisation_id)));
  return null;
end $$;
drop trigger settle_sizes_added on yearly_reports;
create trigger settle_sizes_added after insert on yearly_reports
  referencing new table as changed for each statement execute function settle_sizes_of_added_reports();

create or replace function settle_sizes_of_updated() returns trigger language plpgsql as $$
begin
  perform settle_sizes(array(
    select distinct asked.organisation_id from (
      select changed.organisation_id from changed left join was on was.id = changed.id
      where (counts(changed.state) or counts(was.state))
        and (was.organisation_id, was.year, was.members, was.revenue, was.capital, counts(was.state))
        is distinct from (changed.organisation_id, changed.year, changed.members, changed.revenue, changed.capital,
          counts(changed.state))
      union
      select was.organisation_id from was join changed on changed.id = was.id
      where was.organisation_id <> changed.organisation_id) asked
    where exists (select from organisations where id = asked.organisation_id)));
  return null;
end $$;
