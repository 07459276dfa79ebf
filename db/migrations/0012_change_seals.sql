-- Seals of the change log: each covers its entry and the seal before it, so that whoever alters, removes or slips in
-- an entry breaks every seal from there on. A day's last seal is public (/nhat-ky) and can be kept by anyone.
create table change_seals (
  number bigint primary key,
  change_id bigint not null unique references changes,
  seal bytea not null unique
);

-- What a seal covers: every column, in one spelling.
create function change_content(entry changes) returns bytea language sql stable
  return convert_to(
    jsonb_build_array(
      (entry).id, (extract(epoch from (entry).made_at) * 1000000)::bigint, (entry).actor, (entry).via,
      (entry).action, (entry).record_kind, (entry).record_id, (entry).before, (entry).after, (entry).reason)::text,
    'UTF8');

-- Entries are sealed one after the other as their transactions commit; only that last moment is waited for.
create function seal_change() returns trigger language plpgsql as $$
declare
  latest change_seals;
begin
  perform pg_advisory_xact_lock(hashtext('change_seals'));
  select * into latest from change_seals order by number desc limit 1;
  insert into change_seals (number, change_id, seal)
  values (coalesce(latest.number, 0) + 1, new.id, sha256(coalesce(latest.seal, '') || change_content(new)));
  return null;
end $$;

do $$
declare
  entry changes;
  latest change_seals;
begin
  for entry in select * from changes order by id loop
    insert into change_seals (number, change_id, seal)
    values (coalesce(latest.number, 0) + 1, entry.id, sha256(coalesce(latest.seal, '') || change_content(entry)))
    returning * into latest;
  end loop;
end $$;

create constraint trigger seal_change after insert on changes
  deferrable initially deferred for each row execute function seal_change();
create trigger seals_are_kept before update or delete or truncate on change_seals
  for each statement execute function refuse_change();
