-- Mail (thư) the portal sends: written in the transaction that causes it, sent by a job afterwards.
create table mails (
  id bigint generated always as identity primary key,
  recipient text not null check (recipient ~ '^[^[:space:][:cntrl:]<>(),;:"@]+@[^[:space:][:cntrl:]<>(),;:"@]+$'),
  subject text not null check (subject <> '' and subject !~ '[[:cntrl:]]'),
  -- May hold a link that opens an account: gone as soon as the mail is sent, or no longer of use to anyone.
  body text,
  -- kept: there is no mail server here, it waits in the mailbox for development.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'failed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  good_until timestamptz not null,
  sent_at timestamptz,
  check ((state = 'sent') = (sent_at is not null)),
  check (state <> 'sent' or body is null)
);
create index on mails (created_at);
