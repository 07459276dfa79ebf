import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Place } from "../places/queries.ts"
import { listUnits } from "../places/queries.ts"
import { narrowed, type RegisterFilter, statesOf } from "./queries.ts"
import type { Kind, Sector, Status } from "./vocabulary.ts"

/** How many organisations of a kind, sector and status stand in a unit; none: in a commune that is divided. */
export type Count = { unit_id: number | null; kind: Kind; sector: Sector; status: Status; count: number }
export type Unit = { id: number; slug: string; name: string; kind: string }
export type RegisterCounts = { level: "province" | "commune"; units: Unit[]; counts: Count[] }

/**
 * The organisations of a list by unit, kind, sector and status, as of its day and as known on its day: provinces of the
 * country, communes of anything below. One statement; the same rule as the list that each number opens.
 */
export async function countRegister(
  db: Database,
  filter: RegisterFilter,
  place: Place,
): Promise<RegisterCounts> {
  const level = place.level === "nation" ? "province" : "commune"
  const { day } = filter
  const [units, { rows }] = await Promise.all([
    listUnits(db, { within: place, day, levels: [level] }),
    sql<Count>`
      with land as materialized (
        select land.place_id, unit.id from places unit
        join place_territories land on land.territory_id = unit.id
        join places commune on commune.id = land.place_id
        where unit.level = ${level} and ${day}::date between unit.valid_from and unit.valid_to
          and greatest(commune.valid_from, least(${day}::date, commune.valid_to))
            between land.valid_from and land.valid_to)
      select land.id as unit_id, state.kind, state.sector, state.status, count(*)::integer as count
      from ${statesOf(filter)} state left join land on land.place_id = state.place_id
      where ${narrowed(filter)}
      group by 1, 2, 3, 4`.execute(db),
  ])
  return { level, units, counts: rows }
}

/** Sums of counts by what `keyOf` says of each. */
export function sumBy<Key>(counts: readonly Count[], keyOf: (count: Count) => Key) {
  const sums = new Map<Key, number>()
  for (const each of counts) {
    const key = keyOf(each)
    sums.set(key, (sums.get(key) ?? 0) + each.count)
  }
  return sums
}

export function total(counts: readonly Count[]) {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

/** From 1 to `steps`, and 0 for none: as many tiles have each shade as can be, and equal numbers have the same. */
export function shades(numbers: readonly number[], steps: number): number[] {
  const some = [...new Set(numbers.filter((number) => number > 0))].sort((one, other) => one - other)
  return numbers.map((number) =>
    number === 0 ? 0 : Math.max(1, Math.ceil(((some.indexOf(number) + 1) / some.length) * steps)),
  )
}
