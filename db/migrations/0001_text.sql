-- How Vietnamese text is compared: without marks, without case, whichever way it was typed.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- "Hợp tác xã Hoà Bình", in NFC or NFD, becomes "hop tac xa hoa binh".
-- unaccent() is only stable because its dictionary may be edited; ours never is, so an index may rely on it.
create function fold(value text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, nfc)));
