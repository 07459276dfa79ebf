import type { Selectable } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Places } from "../../database/tables.ts"
import { communesWithModelFrom, communesWithoutModel, islandCommunes, islandDistricts } from "./published.ts"
import type { Random } from "./random.ts"

export type Place = Pick<
  Selectable<Places>,
  "id" | "code" | "kind" | "name" | "parent_code" | "valid_from" | "valid_to" | "legal_act"
>

/** A commune of 31/12/2024, as the sample thinks of it; where it lay on another day follows from `on`. */
export type Commune = {
  place: Place
  district: string
  /** From this year on at least one lasting model is found in it; Infinity: never. */
  modelFrom: number
}

export async function readCommunes(db: Database, random: Random) {
  const places: Place[] = await db
    .selectFrom("places")
    .select(["id", "code", "kind", "name", "parent_code", "valid_from", "valid_to", "legal_act"])
    .where("level", "=", "commune")
    .orderBy("code")
    .orderBy("valid_from")
    .execute()
  const districts = await db
    .selectFrom("places")
    .select(["code", "kind", "name"])
    .where("level", "=", "district")
    .where("parent_code", "=", "91")
    .where("valid_to", "=", "2025-06-30")
    .execute()
  const successions = await db.selectFrom("place_successions").selectAll().execute()

  const byId = new Map(places.map((place) => [place.id, place]))
  const successors = new Map<number, Place>()
  const predecessors = new Map<number, Place>()
  for (const { place_id, successor_id } of successions) {
    const place = byId.get(place_id)
    const successor = byId.get(successor_id)
    if (!place || !successor) continue
    successors.set(place.id, successor)
    // Of the units that became one, the one that kept its code stands for all.
    if (!predecessors.has(successor.id) || place.code === successor.code)
      predecessors.set(successor.id, place)
  }

  const districtCodes = new Set(districts.map(({ code }) => code))
  const communes: Commune[] = places
    .filter((place) => place.valid_from <= "2024-12-31" && place.valid_to >= "2024-12-31")
    .filter((place) => districtCodes.has(place.parent_code!))
    .map((place) => ({ place, district: place.parent_code!, modelFrom: Number.POSITIVE_INFINITY }))
  chooseModelYears()

  return { communes, districts: new Map(districts.map((each) => [each.code, each])), find, on, next }

  function chooseModelYears() {
    const barren = new Set(communesWithoutModel)
    const candidates = random
      .shuffled(communes.filter(({ place }) => !barren.has(on(place, "2025-07-01").code)))
      // Towns first: the credit funds sit there.
      .sort((one, other) => Number(isTown(other)) - Number(isTown(one)))
    let first = 0
    for (const [year, count] of communesWithModelFrom) {
      for (const commune of candidates.slice(first, first + count)) commune.modelFrom = year
      first += count
    }
    for (const commune of candidates.slice(first)) commune.modelFrom = 2025
  }

  /** The unit in force on a day where this one lies. */
  function on(place: Place, day: string): Place {
    if (day < place.valid_from) return on(predecessors.get(place.id)!, day)
    if (day > place.valid_to) return on(successors.get(place.id)!, day)
    return place
  }

  function find(id: number) {
    return byId.get(id)
  }

  /** What became of it: none for a unit in force. */
  function next(place: Place) {
    return successors.get(place.id)
  }
}
export type Geography = Awaited<ReturnType<typeof readCommunes>>

export function isTown({ place }: Commune) {
  return place.kind === "ward" || place.kind === "township"
}

export function isIsland({ place, district }: Commune) {
  return islandDistricts.includes(district) || islandCommunes.includes(place.code)
}
