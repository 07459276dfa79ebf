import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { type StayRow, stretchesOf } from "./stretches.ts"
import type { Kind, Sector, Status } from "./vocabulary.ts"

/** An organisation as it was on a day; before it came into being, as it began. */
export async function findOrganisation(db: Database, slug: string, day: string) {
  const { rows } = await sql<Organisation>`
    select organisation.id, organisation.slug, organisation.kind, organisation.code, organisation.short_name,
      organisation.foreign_name, organisation.governing_law, organisation.certificate_number,
      organisation.certificate_on, organisation.address, organisation.phone, organisation.email,
      organisation.website, organisation.charter_capital, organisation.legal_representative,
      organisation.contact_is_public,
      organisation.founded_on, organisation.is_sample,
      state.name, state.status, state.sector, state.business_line, state.place_id,
      state.valid_from > ${day}::date as is_before
    from organisations organisation
    join organisation_states state on state.organisation_id = organisation.id
    where organisation.slug = ${slug}
    order by state.valid_from > ${day}::date,
      case when state.valid_from > ${day}::date then state.valid_from end asc, state.valid_from desc
    limit 1`.execute(db)
  return rows[0]
}

export type Organisation = {
  id: number
  slug: string
  kind: Kind
  code: string | null
  short_name: string | null
  foreign_name: string | null
  governing_law: string | null
  certificate_number: string | null
  certificate_on: string | null
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  charter_capital: number | null
  legal_representative: string | null
  contact_is_public: boolean | null
  founded_on: string
  is_sample: boolean
  name: string
  status: Status
  sector: Sector
  business_line: string | null
  place_id: number
  is_before: boolean
}
export type OrganisationRecord = Awaited<ReturnType<typeof readOrganisation>>

/** Everything the page of an organisation shows, as it was known on a day: always the same number of queries. */
export async function readOrganisation(db: Database, organisation: Organisation, day: string) {
  const [places, events, years, affiliates] = await Promise.all([
    listStays(db, organisation.id, day),
    listEvents(db, organisation.id, day),
    listYears(db, organisation.id, day),
    listAffiliates(db, organisation.id, day),
  ])
  return { organisation, events, years, affiliates, ...places }
}

/** Where it had its seat, what it was called and how it stood, period by period. */
async function listStays(db: Database, organisationId: number, day: string) {
  const { rows } = await sql<StayRow>`
    select state.name, state.status, state.valid_from, state.valid_to, state.place_id, place.slug as place_slug,
      place.name as place_name, place.kind as place_kind, parent.name as parent_name, parent.kind as parent_kind
    from organisation_states state
    join places place on place.id = state.place_id
    left join lateral (
      select unit.name, unit.kind from places unit
      where unit.code = place.parent_code and unit.level = place.parent_level
        and unit.valid_from <= place.valid_to
      order by unit.valid_from desc limit 1) parent on true
    where state.organisation_id = ${organisationId} order by state.valid_from`.execute(db)

  return stretchesOf(rows, day)
}

export type OrganisationEvent = {
  kind: string
  happened_on: string
  document_number: string | null
  document_on: string | null
  new_name: string | null
  other_slug: string | null
  other_name: string | null
  place_slug: string | null
  place_name: string | null
  place_kind: string | null
}

async function listEvents(db: Database, organisationId: number, day: string) {
  const { rows } = await sql<OrganisationEvent>`
    select event.kind, event.happened_on, event.document_number, event.document_on,
      event.facts->>'name' as new_name, other.slug as other_slug, other.name as other_name,
      place.slug as place_slug, place.name as place_name, place.kind as place_kind
    from standing_events event
    left join organisations other on other.id = event.other_organisation_id
    left join places place on place.id = (event.facts->>'place_id')::bigint
    where event.organisation_id = ${organisationId} and event.happened_on <= ${day}::date
    order by event.happened_on, event.root_id`.execute(db)
  return rows
}

export type OrganisationYear = {
  year: number
  members: number | null
  workers: number | null
  revenue: number | null
  profit_before_tax: number | null
  wages: number | null
  large_field_area: number | null
  class: "good" | "fair" | "average" | "weak" | null
  points: number | null
  not_rated_reason: string | null
  /** What it was rated by. */
  legal_basis: string | null
  /** The State Bank's rank of a people's credit fund. */
  rank: string | null
}

/** Reports that were accepted, and ratings, year by year. */
async function listYears(db: Database, organisationId: number, day: string) {
  const { rows } = await sql<OrganisationYear>`
    select year, report.members, report.workers, report.revenue, report.profit_before_tax, report.wages,
      report.large_field_area, rating.class, rating.points, rating.not_rated_reason, rating.legal_basis, fund.rank
    from (
      select * from yearly_reports where organisation_id = ${organisationId}
        and state in ('accepted', 'locked') and accepted_on <= ${day}::date) report
    full join (
      select rating.*, scheme.legal_basis from ratings rating
      join rating_schemes scheme on scheme.id = rating.scheme_id
      where rating.organisation_id = ${organisationId} and rating.rated_on <= ${day}::date
        and rating.scheme_id = rating_scheme_of(rating.year)) rating using (year)
    full join (
      select year, rank from credit_fund_ranks where organisation_id = ${organisationId}
        and coalesce(document_on, recorded_at::date) <= ${day}::date) fund using (year)
    order by year`.execute(db)
  return rows
}

export type Affiliate = { slug: string; name: string; is_union: boolean; valid_from: string }

/** The members of a union, or the unions a cooperative belongs to. */
async function listAffiliates(db: Database, organisationId: number, day: string) {
  const { rows } = await sql<Affiliate>`
    select other.slug, state.name, other.id = link.organisation_id as is_union, link.valid_from
    from union_members link
    join organisations other on other.id in (link.organisation_id, link.member_id) and other.id <> ${organisationId}
    join organisation_states state on state.organisation_id = other.id
      and ${day}::date between state.valid_from and state.valid_to
    where ${organisationId} in (link.organisation_id, link.member_id) and link.superseded_at is null
      and ${day}::date between link.valid_from and link.valid_to
    order by state.name collate "vi-x-icu"`.execute(db)
  return rows
}
