-- A form that a round asked for is never rewritten: what was answered stays readable as it was asked.
create function keep_asked_form() returns trigger language plpgsql as $$
begin
  if exists (select from reporting_round_forms where form_version_id = old.id)
    or exists (select from report_filings where form_version_id = old.id) then
    raise exception 'form version % was asked for and stays as it is', old.id
      using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger asked_forms_stay before update or delete on report_form_versions
  for each row execute function keep_asked_form();
