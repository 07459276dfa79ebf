import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { fold } from "../../ui/slug.ts"

export const agencyKinds = ["department", "peoples_committee", "alliance", "fund", "other"] as const
export type AgencyKind = (typeof agencyKinds)[number]

export type Agency = {
  id: number
  slug: string
  kind: AgencyKind
  name: string
  name_en: string | null
  short_name: string | null
  legal_act: string | null
  place_id: number | null
  place_name: string | null
  place_kind: string | null
  valid_from: string
  valid_to: string
  version: number
  successor_id: number | null
  successor_slug: string | null
  successor_name: string | null
  predecessors: { slug: string; name: string }[]
}

/** Those in force on a day, or all there ever were, by name. */
export async function listAgencies(
  db: Database,
  { text, withEnded, day }: { text: string; withEnded: boolean; day: string },
) {
  const { rows } = await agenciesWhere(sql`
    strpos(agency.search_name, ${fold(text.trim().slice(0, 200))}) > 0
    and (${withEnded} or ${day}::date <= agency.valid_to)`).execute(db)
  return rows
}

export async function findAgency(db: Database, slug: string) {
  const { rows } = await agenciesWhere(sql`agency.slug = ${slug}`).execute(db)
  return rows[0]
}

/** The one agency that bears this name, or this short one, on a day. */
export async function findAgencyNamed(db: Database, name: string, day: string) {
  const found = await db
    .selectFrom("agencies")
    .select("id")
    .where(
      sql<boolean>`${fold(name.trim())} in (fold(name), fold(short_name))
        and ${day}::date between valid_from and valid_to`,
    )
    .limit(2)
    .execute()
  return found.length === 1 ? found[0] : undefined
}

export function listOfficers(db: Database, agencyId: number, today: string) {
  return db
    .selectFrom("roles")
    .innerJoin("users", "users.id", "roles.user_id")
    .innerJoin("agencies", "agencies.id", "roles.agency_id")
    .select(["users.id", "users.name"])
    .where("agency_id", "=", agencyId)
    .where(sql<boolean>`${today}::date between roles.valid_from and least(roles.valid_to, agencies.valid_to)`)
    .orderBy("users.name")
    .execute()
}

function agenciesWhere(condition: RawBuilder<unknown>) {
  return sql<Agency>`
    select agency.id, agency.slug, agency.kind, agency.name, agency.name_en, agency.short_name,
      agency.legal_act, agency.place_id, place.name as place_name, place.kind as place_kind,
      agency.valid_from, agency.valid_to, agency.version, agency.successor_id,
      successor.slug as successor_slug, successor.name as successor_name,
      coalesce((
        select json_agg(json_build_object('slug', earlier.slug, 'name', earlier.name) order by earlier.name)
        from agencies earlier where earlier.successor_id = agency.id), '[]') as predecessors
    from agencies agency
    left join places place on place.id = agency.place_id
    left join agencies successor on successor.id = agency.successor_id
    where ${condition}
    order by agency.name collate "vi-x-icu", agency.valid_from`
}
