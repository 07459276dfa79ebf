-- Reading the change log: by words, by person, by deed, by day, the latest first.

-- The words of an entry as people type them, without marks. What is longer than an entry should ever be is cut, so
-- that no text can keep its own change from being logged. They are costly to work out, which the planner has to know:
-- it would otherwise read the log backwards and work them out for every entry, rather than ask the index.
create function change_words(actor text, reason text, before jsonb, after jsonb) returns tsvector
  language sql immutable parallel safe cost 10000
  return to_tsvector('simple'::regconfig, regexp_replace(
    left(public.fold(concat_ws(' ', actor, reason, left(before::text, 100000), left(after::text, 100000))), 200000),
    '[^a-z0-9]+', ' ', 'g'));

create index changes_words on changes using gin (change_words(actor, reason, before, after));
create index on changes (role, made_at) where role is not null;
create index on changes (address, made_at) where address is not null;
create index on changes (record_kind, action, made_at);
create index on changes (actor, made_at) where user_id is null;
