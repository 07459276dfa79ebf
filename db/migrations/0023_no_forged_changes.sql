-- An entry is numbered and dated by the database, and sealed by it alone: nobody writes one into the past.
create function date_change() returns trigger language plpgsql as $$
begin
  if new.id is distinct from currval(pg_get_serial_sequence('changes', 'id')) then
    raise exception 'the change log numbers its entries itself';
  end if;
  new.made_at := clock_timestamp();
  return new;
end $$;
create trigger changes_are_new before insert on changes for each row execute function date_change();

create function refuse_own_seal() returns trigger language plpgsql as $$
begin
  -- One deep is this trigger; two deep, the seal comes from the one that seals.
  if pg_trigger_depth() < 2 then
    raise exception 'the change log seals its entries itself';
  end if;
  return new;
end $$;
create trigger seals_are_made before insert on change_seals for each row execute function refuse_own_seal();
