import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Reach } from "../../rights/roles.ts"
import type { Locale } from "../../ui/language.ts"
import { fold } from "../../ui/slug.ts"
import { placeNameWithParent } from "../places/names.ts"
import { findPlacesByName } from "../places/queries.ts"

export type ScopeChoice = { id: number; name: string }

/** More than these are not chosen from, but narrowed with another word. */
const most = 12

/** What could be meant by the words typed for a scope, among what is in force on the day. */
export async function findScopes(
  db: Database,
  { reach, text, day, locale }: { reach: Reach; text: string; day: string; locale: Locale },
): Promise<ScopeChoice[]> {
  if (reach === "place") return findPlaces(db, text, day, locale)
  if (reach === "agency") return findAgencies(db, text, day)
  if (reach === "organisation") return findOrganisations(db, text)
  return []
}

async function findPlaces(db: Database, text: string, day: string, locale: Locale) {
  const found = await findPlacesByName(db, text, day)
  // Who answers for the whole province has another role.
  const inForce = found.filter(
    ({ is_in_force, level }) => is_in_force && (level === "commune" || level === "district"),
  )
  const exact = inForce.filter(({ is_exact, code }) => is_exact || code === text.trim())
  return (exact.length > 0 ? exact : inForce).slice(0, most).map((place) => {
    const parent = place.parent_kind ? { name: place.parent_name!, kind: place.parent_kind } : null
    return { id: place.id, name: placeNameWithParent(place, parent, locale) }
  })
}

async function findAgencies(db: Database, text: string, day: string) {
  const found = await db
    .selectFrom("agencies")
    .select(["id", "name"])
    .where("search_name", "like", sql<string>`'%' || ${pattern(text)} || '%'`)
    .where(sql<boolean>`${day}::date between valid_from and valid_to`)
    .orderBy("name")
    .limit(most)
    .execute()
  const exact = found.filter(({ name }) => fold(name) === fold(text.trim()))
  return exact.length > 0 ? exact : found
}

async function findOrganisations(db: Database, text: string) {
  const byCode = await db
    .selectFrom("organisations")
    .select(["id", "name"])
    .where("code", "=", text.trim())
    .execute()
  if (byCode.length > 0) return byCode
  return db
    .selectFrom("organisations")
    .select(["id", sql<string>`name || coalesce(' – ' || code, '')`.as("name")])
    .where("search_name", "like", sql<string>`'%' || ${pattern(text)} || '%'`)
    .orderBy(sql`length(name)`)
    .limit(most)
    .execute()
}

/** Typed words as they stand in a search column; what LIKE would take for a pattern is taken literally. */
function pattern(text: string) {
  return fold(text.trim().slice(0, 100)).replace(/[\\%_]/g, (character) => `\\${character}`)
}
