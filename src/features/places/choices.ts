import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { listUnits, type Place, type PlaceWithParent } from "./queries.ts"

export type PlaceGroup = { place: Place; parts: PlaceWithParent[] }

/** A list to choose from stays readable, and light, up to here: a province has some 150 communes, or 300. */
const mostChoices = 500

/** The units in force on a day to choose from: communes by district, or by province where there are no districts. */
export async function listPlaceChoices(db: Database, home: Place, day: string): Promise<PlaceGroup[]> {
  const isMany = home.level === "nation" && (await hasManyCommunes(db, day))
  const levels = isMany ? (["province"] as const) : (["province", "district", "commune"] as const)
  const units = await listUnits(db, { within: home, day, levels })
  const communes = units.filter((unit) => unit.level === "commune")
  if (isMany || communes.length > mostChoices) {
    return [{ place: home, parts: units.filter((unit) => unit.level === "province") }]
  }
  const groups = units
    .filter((unit) => unit.level !== "commune")
    .map((place) => ({ place, parts: communes.filter((commune) => commune.parent_id === place.id) }))
  return groups.filter(({ place, parts }) => parts.length > 0 || place.level === "province")
}

/** Looked at before they are read: a country has thousands. */
async function hasManyCommunes(db: Database, day: string) {
  const { rows } = await sql`
    select from places where level = 'commune' and ${day}::date between valid_from and valid_to
    limit ${mostChoices + 1}`.execute(db)
  return rows.length > mostChoices
}
