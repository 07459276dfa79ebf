-- Where two records that are joined both have a filing of a round, one stands for the organisation. The other is set
-- aside: it stays with the record that went, and can be read from the one that is kept.
alter table report_filings
  add column set_aside boolean not null default false,
  drop constraint report_filings_round_id_organisation_id_key,
  add unique (round_id, organisation_id, set_aside);

-- What went over to the record that is kept, what of it gave way to that, and what of the other was set aside.
alter table organisation_joins
  add column yielded_report_ids bigint[] not null default '{}',
  add column filing_ids bigint[] not null default '{}',
  add column yielded_filing_ids bigint[] not null default '{}',
  add column aside_filing_ids bigint[] not null default '{}',
  add column sheet_ids bigint[] not null default '{}';

-- Keeping thresholds ends one set, takes another away and writes it anew: all of it is one change, and every size is
-- worked out once, when the transaction ends, rather than after each statement.
create function size_rules_change() returns trigger language plpgsql as $$
begin
  perform set_config('hoptac.sizes_are_settled', 'no', true);
  return null;
end $$;
create trigger size_rules_change before insert or update or delete on size_rules
  for each statement execute function size_rules_change();

create or replace function settle_all_sizes() returns trigger language plpgsql as $$
begin
  if current_setting('hoptac.sizes_are_settled', true) = 'no' then
    perform settle_sizes(array(select distinct organisation_id from yearly_reports));
    perform set_config('hoptac.sizes_are_settled', 'yes', true);
  end if;
  return null;
end $$;
drop trigger settle_all_sizes on size_rules;
create constraint trigger settle_all_sizes after insert or update or delete on size_rules
  deferrable initially deferred for each row execute function settle_all_sizes();
