-- An organisation's whole life as records that are never rewritten: what happened, by which document, who recorded
-- it and when. A wrong event is corrected by a later record that stands in its place, or that only takes it back.
alter table organisation_events drop constraint organisation_events_kind_check;
alter table organisation_events
  add check (kind in (
    'founded', 'created_by_division', 'created_by_separation', 'created_by_consolidation', 'created_by_conversion',
    'registered', 'changed', 'moved', 'place_reorganised', 'suspended', 'resumed', 'stopped', 'not_at_address',
    'certificate_withdrawn', 'dissolving', 'in_bankruptcy',
    'dissolved', 'bankrupt', 'divided', 'separated', 'consolidated', 'merged', 'converted')),
  add column note text,
  -- The document itself.
  add column file_id bigint references files,
  -- The last day of a suspension, as its notice says.
  add column until_on date check (until_on >= happened_on),
  add column corrects_id bigint unique references organisation_events,
  -- This record has nothing in the place of the one it corrects: that never happened.
  add column is_withdrawal boolean not null default false,
  -- Set by the database when a later record corrects this one; the only thing that ever changes in a record.
  add column superseded_at timestamptz,
  add column user_id text,
  -- The first record of a chain of corrections: of two events on one day, the one recorded first comes first.
  add column root_id bigint not null default 0,
  add check (not is_withdrawal or corrects_id is not null);
update organisation_events set root_id = id;
create index on organisation_events (file_id) where file_id is not null;
create index on organisation_events (organisation_id) where superseded_at is not null;

create function keep_event() returns trigger language plpgsql as $$
begin
  -- Fictional organisations may be taken away, and with them what real ones say of them.
  if to_jsonb(new) - '{superseded_at,other_organisation_id}'::text[]
      <> to_jsonb(old) - '{superseded_at,other_organisation_id}'::text[]
    or (new.superseded_at is distinct from old.superseded_at and old.superseded_at is not null)
    or (new.other_organisation_id is distinct from old.other_organisation_id
      and exists (select from organisations where id = old.other_organisation_id)) then
    raise exception 'an event is never rewritten: record another that corrects it';
  end if;
  return new;
end $$;
create trigger events_are_kept before update on organisation_events for each row execute function keep_event();

create function root_event() returns trigger language plpgsql as $$
begin
  new.root_id = new.id;
  if new.corrects_id is null then return new; end if;
  update organisation_events corrected set superseded_at = new.recorded_at
    where corrected.id = new.corrects_id and corrected.organisation_id = new.organisation_id
      and corrected.superseded_at is null
    returning corrected.root_id into new.root_id;
  if not found then
    raise exception 'event % corrects one that does not stand, or that is another organisation''s', new.id;
  end if;
  return new;
end $$;
create trigger root_event before insert on organisation_events for each row execute function root_event();

-- Events that stand: neither corrected nor taken back.
create view standing_events as
  select * from organisation_events where superseded_at is null and not is_withdrawal;

-- Since when a state is believed, and what was believed before: the register as it was known on a day.
alter table organisation_states add column known_from timestamptz not null default now();
create table organisation_former_states (
  like organisation_states including defaults including generated,
  known_to timestamptz not null,
  foreign key (organisation_id) references organisations on delete cascade,
  check (known_from < known_to)
);
create index on organisation_former_states (organisation_id, valid_from);
create index on organisation_former_states (known_to);

create function keep_former_state() returns trigger language plpgsql as $$
begin
  -- What was written a moment ago, in the same transaction, nobody has believed yet.
  if old.known_from < now() and exists (select from organisations where id = old.organisation_id) then
    insert into organisation_former_states
        (organisation_id, valid_from, valid_to, status, name, place_id, sector, business_line, kind, known_from, known_to)
      values (old.organisation_id, old.valid_from, old.valid_to, old.status, old.name, old.place_id, old.sector,
        old.business_line, old.kind, old.known_from, now());
  end if;
  if tg_op = 'DELETE' then return old; end if;
  new.known_from = now();
  return new;
end $$;
create trigger former_states_are_kept before update or delete on organisation_states
  for each row execute function keep_former_state();

-- The registered facts on the organisation itself are its latest, worked out from its events. Those that stood there
-- without an event to set them are what it was founded with.
alter table organisation_events disable trigger events_are_kept;
update organisation_events event set facts = jsonb_strip_nulls(jsonb_build_object(
    'short_name', organisation.short_name, 'foreign_name', organisation.foreign_name, 'code', organisation.code,
    'governing_law', organisation.governing_law, 'certificate_number', organisation.certificate_number,
    'certificate_on', organisation.certificate_on, 'address', organisation.address, 'phone', organisation.phone,
    'email', organisation.email, 'website', organisation.website, 'charter_capital', organisation.charter_capital,
    'legal_representative', organisation.legal_representative)) || event.facts
  from organisations organisation
  where organisation.id = event.organisation_id
    and event.kind in ('founded', 'created_by_division', 'created_by_separation', 'created_by_consolidation',
      'created_by_conversion');
alter table organisation_events enable trigger events_are_kept;

alter table organisations
  add column other_lines text[] not null default '{}',
  -- A record that turned out to be of an organisation that had one already.
  add column joined_into_id bigint references organisations check (joined_into_id <> id),
  add column version integer not null default 1;
create index on organisations (joined_into_id) where joined_into_id is not null;
