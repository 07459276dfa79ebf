-- Lists of the register at the size of the whole country: every filter, order and page from an index that holds all
-- that a list is narrowed and sorted by, so that rows which are not shown are not visited either.

-- Lists are sorted by the founding day, so it stands beside the rest, as the kind does; the foreign key keeps both true.
alter table organisations add unique (id, kind, founded_on);
alter table organisation_states add column founded_on date not null default '-infinity';
alter table organisation_former_states add column founded_on date not null default '-infinity';

drop trigger former_states_are_kept on organisation_states;
create or replace function keep_former_state() returns trigger language plpgsql as $$
begin
  -- What was written a moment ago, in the same transaction, nobody has believed yet.
  if old.known_from < now() and exists (select from organisations where id = old.organisation_id) then
    insert into organisation_former_states
        (organisation_id, valid_from, valid_to, status, name, place_id, sector, business_line, kind, founded_on,
        known_from, known_to)
      values (old.organisation_id, old.valid_from, old.valid_to, old.status, old.name, old.place_id, old.sector,
        old.business_line, old.kind, old.founded_on, old.known_from, now());
  end if;
  if tg_op = 'DELETE' then return old; end if;
  new.known_from = now();
  return new;
end $$;

update organisation_states state set founded_on = organisation.founded_on
  from organisations organisation where organisation.id = state.organisation_id;
update organisation_former_states state set founded_on = organisation.founded_on
  from organisations organisation where organisation.id = state.organisation_id;

create trigger former_states_are_kept before delete on organisation_states
  for each row execute function keep_former_state();
-- A founding day that is corrected is a fact of the organisation; what its states say is as it was.
create trigger changed_states_are_kept before update on organisation_states
  for each row when ((old.organisation_id, old.valid_from, old.valid_to, old.status, old.name, old.place_id, old.sector,
      old.business_line, old.kind)
    is distinct from (new.organisation_id, new.valid_from, new.valid_to, new.status, new.name, new.place_id, new.sector,
      new.business_line, new.kind))
  execute function keep_former_state();

create or replace function take_kind() returns trigger language plpgsql as $$
begin
  select organisation.kind, organisation.founded_on into new.kind, new.founded_on
    from organisations organisation where organisation.id = new.organisation_id;
  return new;
end $$;
alter function take_kind() rename to take_organisation;
alter trigger take_kind on organisation_states rename to take_organisation;

alter table organisation_states
  drop constraint organisation_states_organisation_id_kind_fkey,
  add foreign key (organisation_id, kind, founded_on) references organisations (id, kind, founded_on)
    on update cascade on delete cascade;
alter table organisations drop constraint organisations_id_kind_key;

-- What is asked for on a day is found from it; what is shown in an order, in that order.
drop index organisation_states_over;
drop index organisation_states_name;
drop index organisation_states_former_name;
drop index organisation_states_place;
create index organisation_states_since on organisation_states (valid_from)
  include (organisation_id, valid_to, known_from, place_id, status, kind, sector, founded_on, name)
  where valid_to = 'infinity';
create index organisation_states_over on organisation_states (valid_to)
  include (organisation_id, valid_from, known_from, place_id, status, kind, sector, founded_on, name)
  where valid_to < 'infinity';
-- Those that ended come last: whoever reads in this order for want of a better one seldom looks for them.
create index organisation_states_status on organisation_states (status desc, valid_from) where valid_to = 'infinity';
create index organisation_states_place on organisation_states (place_id, organisation_id)
  include (valid_from, valid_to, known_from, status, kind, sector, founded_on, name) where valid_to = 'infinity';
create index organisation_states_over_place on organisation_states (place_id, organisation_id)
  include (valid_from, valid_to, known_from, status, kind, sector, founded_on, name) where valid_to < 'infinity';
create index organisation_states_name on organisation_states (name collate "vi-x-icu", organisation_id)
  include (valid_from, valid_to, known_from, place_id, status, kind, sector) where valid_to = 'infinity';
create index organisation_states_over_name on organisation_states (name collate "vi-x-icu", organisation_id)
  include (valid_from, valid_to, known_from, place_id, status, kind, sector) where valid_to < 'infinity';
create index organisation_states_founded on organisation_states (founded_on, organisation_id)
  include (valid_from, valid_to, known_from, place_id, status, kind, sector) where valid_to = 'infinity';
create index organisation_states_over_founded on organisation_states (founded_on, organisation_id)
  include (valid_from, valid_to, known_from, place_id, status, kind, sector) where valid_to < 'infinity';
create index organisation_former_states_name on organisation_former_states
  (name collate "vi-x-icu", organisation_id)
  include (valid_from, valid_to, known_from, known_to, place_id, status, kind, sector);
create index organisation_former_states_founded on organisation_former_states (founded_on, organisation_id)
  include (valid_from, valid_to, known_from, known_to, place_id, status, kind, sector);
create index organisation_former_states_place on organisation_former_states (place_id);
-- Lists are sorted by place too, and places found by the words of their names.
alter table places add column search_words text not null generated always as (search_words(name)) stored;
create index places_name on places (name collate "vi-x-icu", id);
