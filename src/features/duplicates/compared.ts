import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { rolesFor } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { reachedBy } from "../../rights/seen.ts"

/** A record as it is laid beside another. */
export type Compared = {
  id: number
  slug: string
  kind: string
  name: string
  code: string | null
  place_id: number
  place_name: string
  place_kind: string
  sector: string
  status: string
  founded_on: string
  legal_representative: string | null
  phone: string | null
  address: string | null
  charter_capital: number | null
  events: number
  years: number[]
}

/**
 * A record as it stands on a day. Of one that the person does not see at the desk there is what the public may read:
 * its representative, phone and address are left out.
 */
export async function findCompared(
  db: Database,
  person: Person,
  slug: string,
  day: string,
): Promise<Compared | undefined> {
  const isSeen = reachedBy(rolesFor(person, "see_organisations"), {
    place_id: "state.place_id",
    organisation_id: "organisation.id",
  })
  const { rows } = await sql<Compared>`
    select organisation.id, organisation.slug, organisation.kind, organisation.code, organisation.founded_on,
      organisation.charter_capital, state.name, state.place_id, state.sector, state.status,
      place.name as place_name, place.kind as place_kind,
      case when ${isSeen} then organisation.legal_representative end as legal_representative,
      case when ${isSeen} then organisation.phone end as phone,
      case when ${isSeen} then organisation.address end as address,
      (select count(*) from standing_events event where event.organisation_id = organisation.id)::integer as events,
      (select coalesce(array_agg(report.year order by report.year), '{}') from yearly_reports report
        where report.organisation_id = organisation.id) as years
    from organisations organisation
    join organisation_states state on state.organisation_id = organisation.id
      and ${day}::date between state.valid_from and state.valid_to
    join places place on place.id = state.place_id
    where organisation.slug = ${slug}`.execute(db)
  return rows[0]
}
