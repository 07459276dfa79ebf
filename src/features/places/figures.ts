import type { Database } from "../../database/connection.ts"
import type { MeasureCode } from "../measures/catalogue.ts"
import type { BreakdownRow, Figure } from "../measures/figures.ts"
import { countByKept, countKept } from "../measures/kept-figures.ts"
import type { Scope } from "../measures/scope.ts"
import { type DividedCommune, listDividedLand } from "./divided-land.ts"
import type { Place, PlaceWithParent } from "./queries.ts"
import { listUnits } from "./queries.ts"

/** What is counted in every place, in the order of the columns. */
export const columns = ["cooperatives", "credit_funds", "cooperative_groups", "cooperative_unions"] as const
export type Column = (typeof columns)[number] & MeasureCode
export type Counts = Record<Column, number>

export type PartRow = { place: PlaceWithParent; counts: Counts; parts: PartRow[] }
export type Parts = {
  rows: PartRow[]
  total: Counts
  unplaced: Counts | undefined
  /** What is not placed, commune by commune. */
  divided: DividedCommune[]
  units: number
}

/**
 * The units of a place with the numbers of a day: districts with their communes, or provinces, or communes. They are
 * those in force on the day, or those of another day that the numbers are restated on.
 */
export async function readParts(
  db: Database,
  place: Place,
  day: string,
  unitsOn: string = day,
): Promise<Parts | undefined> {
  if (place.level === "commune") return undefined

  const levels = place.level === "nation" ? (["province"] as const) : (["district", "commune"] as const)
  const units = (await listUnits(db, { within: place, day: unitsOn, levels })).filter(
    ({ id }) => id !== place.id,
  )
  if (units.length === 0) return undefined

  const shownLevels = levels.filter((level) => units.some((unit) => unit.level === level))
  const scope = { ...scopeOn(place, day), unitsOn: unitsOn === day ? undefined : unitsOn }
  const [breakdowns, totals] = await Promise.all([
    countByKept(
      db,
      shownLevels.flatMap((by) => columns.map((measure) => ({ measure, scope, by }))),
    ),
    countKept(
      db,
      columns.map((measure) => ({ measure, scope })),
    ),
  ])
  const countsOf = new Map<number, Counts>()
  let unplaced: Counts | undefined
  for (const [index, rows] of breakdowns.entries()) {
    const column = columns[index % columns.length]!
    const isLowest = index >= breakdowns.length - columns.length
    for (const row of rows) {
      if (row.place) countInto(countsOf, row.place.id, column, row)
      else if (isLowest && row.numerator > 0) unplaced = { ...(unplaced ?? zero), [column]: row.numerator }
    }
  }
  const rowOf = (unit: PlaceWithParent, parts: PartRow[] = []): PartRow => ({
    place: unit,
    counts: countsOf.get(unit.id) ?? zero,
    parts,
  })
  const districts = units.filter((unit) => unit.level === "district")
  const rows =
    districts.length > 0
      ? districts.map((district) =>
          rowOf(
            district,
            units
              .filter((unit) => unit.level === "commune" && unit.parent_id === district.id)
              .map((unit) => rowOf(unit)),
          ),
        )
      : units.map((unit) => rowOf(unit))
  const divided = unplaced
    ? await listDividedLand(db, { place, day, unitsOn, level: shownLevels.at(-1)! })
    : []
  return { rows, total: countsFrom(totals), unplaced, divided, units: units.length }
}

export type SectorRow = { sector: NonNullable<BreakdownRow["sector"]>; counts: Counts }
export type BySector = { rows: SectorRow[]; total: Counts }

/** The organisations of a place by kind and sector. */
export async function readSectors(db: Database, place: Place, day: string): Promise<BySector> {
  const scope = scopeOn(place, day)
  const [breakdowns, totals] = await Promise.all([
    countByKept(
      db,
      columns.map((measure) => ({ measure, scope, by: "sector" as const })),
    ),
    countKept(
      db,
      columns.map((measure) => ({ measure, scope })),
    ),
  ])
  const rows = breakdowns[0]!.map(({ sector }, index) => ({
    sector: sector!,
    counts: Object.fromEntries(
      columns.map((column, position) => [column, breakdowns[position]![index]!.numerator]),
    ) as Counts,
  }))
  return { rows, total: countsFrom(totals) }
}

const zero: Counts = { cooperatives: 0, credit_funds: 0, cooperative_groups: 0, cooperative_unions: 0 }

function scopeOn(place: Place, day: string): Scope {
  return { placeId: place.id, from: `${day.slice(0, 4)}-01-01`, to: day }
}

function countInto(countsOf: Map<number, Counts>, id: number, column: Column, { numerator }: Figure) {
  countsOf.set(id, { ...(countsOf.get(id) ?? zero), [column]: numerator })
}

function countsFrom(series: Figure[][]) {
  return Object.fromEntries(columns.map((column, index) => [column, series[index]![0]!.numerator])) as Counts
}
