-- What signs cookies and seals second factors, where no setting gives it and several portals share this database.
-- At most one row; no list, export or entry of the change log ever holds it.
create table installation_secrets (
  is_only boolean primary key default true check (is_only),
  secret text not null check (length(secret) >= 32),
  made_at timestamptz not null default now()
);
