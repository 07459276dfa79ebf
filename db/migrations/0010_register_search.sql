-- Search in the register: names without marks, word by word, at the size of the whole country.

-- "HTX NN Hoà Bình 2-9" becomes "htx nn hoa binh 2 9". src/features/register/search.ts reads queries by the same rule.
create function search_words(value text) returns text
  language sql immutable strict parallel safe
  return trim(regexp_replace(left(public.fold(value), 1000), '[^a-z0-9]+', ' ', 'g'));

-- The name without the words that only say its kind: what a reader who types "Bình An" calls it.
create function proper_name(value text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(public.search_words(value),
    '^(lien hiep hop tac xa|lien hiep htx|lhhtx|hop tac xa|htx|to hop tac|tht|quy tin dung nhan dan|qtdnd) ', '');

-- What a list is narrowed to stands in one table, so that the planner may choose freely among its indexes. The
-- kind is the organisation's; the trigger copies it, and the foreign key keeps the copy true.
alter table organisations add unique (id, kind);
alter table organisation_states
  add column kind text not null default '',
  add column search_name text not null generated always as (proper_name(name)) stored,
  -- Words without positions: kind words and abbreviations are dealt with in the query, never in the index.
  add column search_words tsvector not null
    generated always as (array_to_tsvector(string_to_array(search_words(name), ' '))) stored;
update organisation_states state set kind = organisation.kind
  from organisations organisation where organisation.id = state.organisation_id;
alter table organisation_states
  add foreign key (organisation_id, kind) references organisations (id, kind) on update cascade on delete cascade;

create function take_kind() returns trigger language plpgsql as $$
begin
  select organisation.kind into new.kind from organisations organisation where organisation.id = new.organisation_id;
  return new;
end $$;
create trigger take_kind before insert on organisation_states for each row execute function take_kind();

-- The states that hold on are apart from those that are over: a search of today's register then reads no more of
-- the past than it must. Without a pending list it costs the same right after an import as a day later.
create index organisation_states_words on organisation_states using gin (search_words) with (fastupdate = off)
  where valid_to = 'infinity';
create index organisation_states_former_words on organisation_states using gin (search_words)
  with (fastupdate = off) where valid_to < 'infinity';
create index organisation_states_over on organisation_states (valid_to) where valid_to < 'infinity';
create index organisation_states_search_name on organisation_states (search_name);
create index organisation_states_name on organisation_states (name collate "vi-x-icu", organisation_id)
  where valid_to = 'infinity';
create index organisation_states_former_name on organisation_states (name collate "vi-x-icu", organisation_id)
  where valid_to < 'infinity';
create index organisation_states_kind on organisation_states (kind, sector) where valid_to = 'infinity';
create index organisation_states_sector on organisation_states (sector) where valid_to = 'infinity';
create index organisation_states_place on organisation_states (place_id) where valid_to = 'infinity';
-- A code is looked up by its first digits.
create index organisations_code_digits on organisations (code text_pattern_ops);
create index organisations_founded_on on organisations (founded_on, id);
