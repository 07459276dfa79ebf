-- People (người dùng) who work behind the portal, and how they prove who they are. better-auth reads and writes
-- the tables from `users` to `passkeys`; their columns are the ones it knows, in this house's spelling.
create table users (
  id text primary key,
  name text not null check (name <> ''),
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- A person who left: cannot sign in, and stays in the records of what they did.
  disabled_at timestamptz,
  -- When they last looked at their desk, so that it can say what changed since.
  desk_seen_at timestamptz,
  locale text not null default 'vi' check (locale in ('vi', 'en')),
  version integer not null default 1
);

create table sessions (
  id text primary key,
  token text not null unique,
  user_id text not null references users on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  -- When a second factor was shown in this session; without one it cannot publish, lock, give rights or administer.
  second_factor_at timestamptz
);
create index on sessions (user_id);
create index on sessions (expires_at);

-- Ways to sign in: a password ('credential'), the province's single sign-on ('sso').
create table accounts (
  id text primary key,
  user_id text not null references users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id),
  unique (user_id, provider_id)
);

create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on verifications (identifier);

create table two_factors (
  id text primary key,
  user_id text not null unique references users on delete cascade,
  -- Encrypted with the secret of the installation, like the recovery codes.
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

create table passkeys (
  id text primary key,
  user_id text not null references users on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
create index on passkeys (user_id);

-- Links that make an account usable: invitation, new password, first administrator. Only a hash of each is kept.
create table account_links (
  token_hash bytea primary key,
  kind text not null check (kind in ('invitation', 'reset', 'first_administrator')),
  user_id text references users on delete cascade,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((kind = 'first_administrator') = (user_id is null))
);
create index on account_links (user_id);

-- Attempts at what can be guessed, counted for an account or an address within a window of time.
create table attempts (
  key text primary key,
  began_at timestamptz not null default now(),
  count integer not null default 1
);

-- Who came in, from where and how; and who did not, where the account exists.
create table sign_ins (
  id bigint generated always as identity primary key,
  user_id text not null references users on delete cascade,
  happened_at timestamptz not null default now(),
  method text not null check (method in ('password', 'second_factor', 'recovery_code', 'passkey', 'sso', 'link')),
  succeeded boolean not null,
  address text,
  user_agent text
);
create index on sign_ins (user_id, happened_at desc);

-- Roles (vai trò): what a person may do, where, from a day to a day. Src/rights says what each role may.
create table roles (
  id bigint generated always as identity primary key,
  user_id text not null references users on delete cascade,
  role text not null check (role in (
    'administrator', 'publisher', 'editor', 'planner', 'province_officer',
    'commune_officer', 'agency_officer', 'organisation_representative', 'auditor')),
  place_id bigint references places,
  agency_id bigint references agencies,
  organisation_id bigint references organisations on delete cascade,
  valid_from date not null,
  valid_to date not null default 'infinity',
  given_by text not null,
  given_at timestamptz not null default now(),
  check (valid_from <= valid_to),
  check ((role = 'commune_officer') = (place_id is not null)),
  check ((role = 'agency_officer') = (agency_id is not null)),
  check ((role = 'organisation_representative') = (organisation_id is not null))
);
create index on roles (user_id);
create index on roles (place_id);

-- The change log says who did it as which person, in which role and from where. Nothing of it is shown in public.
alter table changes
  add column user_id text,
  add column role text,
  add column address text,
  add column request_id text,
  -- Of records that are known by something other than a number, such as people.
  add column record_key text;
create index on changes (user_id, made_at) where user_id is not null;
create index on changes (made_at);
create index on changes (record_kind, record_key) where record_key is not null;

-- Entries from before these columns were there keep the content they were sealed with.
create or replace function change_content(entry changes) returns bytea language sql stable
  return convert_to(
    (jsonb_build_array(
      (entry).id, (extract(epoch from (entry).made_at) * 1000000)::bigint, (entry).actor, (entry).via,
      (entry).action, (entry).record_kind, (entry).record_id, (entry).before, (entry).after, (entry).reason)
    || case
      when num_nonnulls((entry).user_id, (entry).role, (entry).address, (entry).request_id, (entry).record_key) = 0
        then '[]'
      else jsonb_build_array(
        (entry).user_id, (entry).role, (entry).address, (entry).request_id, (entry).record_key)
    end)::text,
    'UTF8');
