-- Most reports that come in are not accepted yet and make no size: there is nothing to plan a query for then, and one
-- in PL/pgSQL is planned once a connection rather than at each call.
create or replace function settle_sizes(ids bigint[]) returns void language plpgsql as $$
begin
  if cardinality(ids) = 0 then
    return;
  end if;
  with wanted as (
    select report.organisation_id, report.year,
      size_class('decree_113', size_industry(state.business_line, state.sector), make_date(report.year, 12, 31),
        report.members, report.revenue, report.capital) as decree_113,
      size_class('members', null, make_date(report.year, 12, 31), report.members, null, null) as members,
      size_class('capital', null, make_date(report.year, 12, 31), null, null, report.capital) as capital
    from yearly_reports report
    left join lateral (
      select state.business_line, state.sector from organisation_states state
      where state.organisation_id = report.organisation_id and state.valid_from <= make_date(report.year, 12, 31)
      order by state.valid_from desc limit 1) state on true
    where report.organisation_id = any(ids) and report.state in ('accepted', 'locked')),
  gone as (
    delete from organisation_sizes size where size.organisation_id = any(ids)
      and not exists (select from wanted where wanted.organisation_id = size.organisation_id and wanted.year = size.year))
  insert into organisation_sizes as size (organisation_id, year, decree_113, members, capital)
    select wanted.organisation_id, wanted.year, wanted.decree_113, wanted.members, wanted.capital from wanted
  on conflict (organisation_id, year) do update
    set decree_113 = excluded.decree_113, members = excluded.members, capital = excluded.capital
    where (size.decree_113, size.members, size.capital)
      is distinct from (excluded.decree_113, excluded.members, excluded.capital);
end $$;
