import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import type { ReportValues } from "./definition.ts"

/** What fields may begin with and rules may ask for; null where the register does not know. */
export const registerNames = [
  "year",
  "founded_year",
  "status",
  "fewest_members",
  "charter_capital",
  "official_members",
  "linked_members_with_capital",
  "linked_members_without_capital",
  "member_cooperatives",
  "managers_untrained",
  "managers_primary",
  "managers_intermediate",
  "managers_college",
  "managers_university",
  "managers_postgraduate",
  "main_products",
  "ocop_products",
  "value_chain",
  "high_technology",
  "large_field_area",
  "support_received",
] as const

/** The year that is reported, and the days its figures are of; stocks are as of the last one. */
export type Reported = { year: number; from: string; to: string }

/**
 * What the register knows of organisations on the last day of what they report, for all of them at once. Counts of what
 * is recorded one by one are known only where something is recorded; managers by training, where everyone's is.
 */
export async function readRegister(
  db: Database,
  organisationIds: readonly number[],
  { year, from, to }: Reported,
): Promise<Map<number, ReportValues>> {
  // What was recorded of an organisation before it was joined into another is that one's.
  const records = (table: string, columns: string) => sql`
    select asked.id, ${sql.raw(columns)} from asked join ${sql.table(table)} record
      on record.organisation_id = asked.known_as and record.superseded_at is null
        and ${to}::date between record.valid_from and record.valid_to`
  // What an event said last; what is kept of today, where no event ever said it and no later year was reported.
  const charterCapital = sql`case
    when exists (select from standing_events event
      where event.organisation_id = organisation.id and event.facts ? 'charter_capital')
    then (select (event.facts->>'charter_capital')::numeric from standing_events event
      where event.organisation_id = organisation.id and event.facts ? 'charter_capital'
        and event.happened_on <= ${to}::date
      order by event.happened_on desc, event.root_id desc limit 1)
    when not exists (select from yearly_reports later
      where later.organisation_id = organisation.id and later.year > ${year} and later.charter_capital is not null)
    then organisation.charter_capital end`
  const { rows } = await sql<{ id: number; known: ReportValues }>`with ${keptPlan} asked as materialized (
      select id, id as known_as from organisations where id = any(${organisationIds}::bigint[])
      union all
      select joined_into_id, id from organisations where joined_into_id = any(${organisationIds}::bigint[])),
    members as (
      select id, jsonb_object_agg(case member_kind when 'official' then 'official_members'
          when 'linked_with_capital' then 'linked_members_with_capital'
          else 'linked_members_without_capital' end, members) as known
      from (select distinct on (id, member_kind) id, member_kind, members from (
          ${records("organisation_members", "record.member_kind, record.members, record.valid_from, record.id as record_id")}
        ) counted order by id, member_kind, valid_from desc, record_id desc) latest
      group by id),
    unions as (
      select asked.id, jsonb_build_object('member_cooperatives', count(distinct member.member_id)) as known
      from asked join union_members member on member.organisation_id = asked.known_as
        and member.superseded_at is null and ${to}::date between member.valid_from and member.valid_to
      group by asked.id),
    managers as (
      select id, jsonb_build_object(
          'managers_untrained', count(*) filter (where training = 'none'),
          'managers_primary', count(*) filter (where training = 'primary'),
          'managers_intermediate', count(*) filter (where training = 'intermediate'),
          'managers_college', count(*) filter (where training = 'college'),
          'managers_university', count(*) filter (where training = 'university'),
          'managers_postgraduate', count(*) filter (where training = 'postgraduate')) as known
      from (
        -- Who holds two positions is one person.
        select id, lower(name), max(training) as training from (
          ${records("organisation_managers", "record.name, record.training")}) held
        group by id, lower(name)) person
      group by id having count(*) = count(training)),
    products as (
      select id, jsonb_build_object('main_products', string_agg(name, ', ' order by valid_from, record_id)) as known
      from (${records("organisation_products", "record.name, record.valid_from, record.id as record_id")}) product
      group by id),
    recognised as (
      select id, jsonb_build_object('ocop_products', count(*)) as known
      from (${records("ocop_recognitions", "record.id as record_id")}) recognition group by id),
    linked as (
      select distinct id, '{"value_chain": true}'::jsonb as known
      from (${records("organisation_links", "record.id as record_id")}) link),
    technical as (
      select distinct id, '{"high_technology": true}'::jsonb as known
      from (${records("organisation_technologies", "record.id as record_id")}) technology),
    fields as (
      select id, jsonb_build_object('large_field_area', sum(area)) as known
      from (${records("organisation_fields", "record.area")}) field group by id),
    supported as (
      select asked.id, jsonb_build_object('support_received', sum(record.disbursed)) as known
      from asked join organisation_supports record on record.organisation_id = asked.known_as
        and record.superseded_at is null and record.valid_from between ${from}::date and ${to}::date
      where record.disbursed is not null group by asked.id)
    select organisation.id, jsonb_strip_nulls(jsonb_build_object('year', ${year}::integer,
        'founded_year', extract(year from organisation.founded_on)::integer,
        'status', state.status, 'fewest_members', law.value, 'charter_capital', ${charterCapital}))
      || coalesce(members.known, '{}') || coalesce(unions.known, '{}') || coalesce(managers.known, '{}')
      || coalesce(products.known, '{}') || coalesce(recognised.known, '{}') || coalesce(linked.known, '{}')
      || coalesce(technical.known, '{}') || coalesce(fields.known, '{}') || coalesce(supported.known, '{}') as known
    from organisations organisation
    left join organisation_states state on state.organisation_id = organisation.id
      and ${to}::date between state.valid_from and state.valid_to
    left join legal_rules law on law.rule = 'fewest_members' and law.kind = organisation.kind
      and ${to}::date between law.valid_from and law.valid_to
    left join members on members.id = organisation.id
    left join unions on unions.id = organisation.id
    left join managers on managers.id = organisation.id
    left join products on products.id = organisation.id
    left join recognised on recognised.id = organisation.id
    left join linked on linked.id = organisation.id
    left join technical on technical.id = organisation.id
    left join fields on fields.id = organisation.id
    left join supported on supported.id = organisation.id
    where organisation.id = any(${organisationIds}::bigint[])`.execute(db)
  return new Map(rows.map(({ id, known }) => [id, known]))
}
