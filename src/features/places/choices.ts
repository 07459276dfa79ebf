import type { Database } from "../../database/connection.ts"
import { listUnits, type Place, type PlaceWithParent } from "./queries.ts"

export type PlaceGroup = { place: Place; parts: PlaceWithParent[] }

/** A list to choose from stays readable, and light, up to here: a province has some 150 communes, or 300. */
const mostChoices = 500

/** The units in force on a day to choose from: communes by district, or by province where there are no districts. */
export async function listPlaceChoices(db: Database, home: Place, day: string): Promise<PlaceGroup[]> {
  const units = await listUnits(db, { within: home, day, levels: ["province", "district", "commune"] })
  const communes = units.filter((unit) => unit.level === "commune")
  if (communes.length > mostChoices) {
    return [{ place: home, parts: units.filter((unit) => unit.level === "province") }]
  }
  const groups = units
    .filter((unit) => unit.level !== "commune")
    .map((place) => ({ place, parts: communes.filter((commune) => commune.parent_id === place.id) }))
  return groups.filter(({ place, parts }) => parts.length > 0 || place.level === "province")
}
