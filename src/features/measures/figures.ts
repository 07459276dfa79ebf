import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { type BreakdownBy, getMeasure, type Measure, type MeasureCode } from "./catalogue.ts"
import { type ReportingWindow, reportingYear } from "./reporting-year.ts"
import {
  type CountingScope,
  type OrganisationKind,
  organisationKinds,
  type Scope,
  type Sector,
  sectors,
} from "./scope.ts"

export type Figure = {
  /** Per cent for shares, đồng for averages; none while nothing is known. */
  value: number | null
  numerator: number
  denominator: number
  /** How many records stand behind it. */
  records: number
  /** The year of the reports or ratings it comes from; none where it needs none. */
  year: number | null
}

export type FigureRequest = { measure: MeasureCode; scope: Scope }

/** The figure of a measure. */
export async function countFigure(db: Database, measure: MeasureCode, scope: Scope): Promise<Figure> {
  const [figure] = await countMany(db, [{ measure, scope }])
  return figure!
}

/** The same measure on one day after another; a flow runs from the scope's first day to each of them. */
export function countOverDays(db: Database, measure: MeasureCode, scope: Scope, days: readonly string[]) {
  return countMany(
    db,
    days.map((day) => ({ measure, scope: { ...scope, to: day } })),
  )
}

/** A whole scoreboard: two statements, however many figures are asked for. */
export async function countMany(db: Database, requests: readonly FigureRequest[]): Promise<Figure[]> {
  if (requests.length === 0) return []
  const background = await readBackground(db)
  const counted = requests.map(({ measure: code, scope }) => {
    const measure = getMeasure(code)
    return { measure, scope: countingScope(measure, scope, background) }
  })
  const sums = counted.map(
    ({ measure, scope }, position) =>
      sql<Sums & { position: number }>`
        select ${sql.lit(position)} as position, ${sumsOf(measure)} from (${measure.records(scope)}) record`,
  )
  const { rows } = await sql.join(sums, sql` union all `).$castTo<Sums & { position: number }>().execute(db)

  const byPosition = new Map(rows.map((row) => [row.position, row]))
  return counted.map(({ measure, scope }, position) => figureOf(measure, scope, byPosition.get(position)!))
}

export type BreakdownRow = Figure & {
  /** The slug of the place, the sector or the kind; none for the remainder. */
  key: string | null
  place: { id: number; slug: string; name: string; kind: string; code: string } | null
  sector: Sector | null
  kind: OrganisationKind | null
}

/** Communes stand in no sector, and what a commune has is not of one kind. */
export function breakdownsOf(measure: Measure): readonly BreakdownBy[] {
  return measure.of === "communes"
    ? ["province", "district", "commune"]
    : ["province", "district", "commune", "sector", "kind"]
}

/**
 * The figure's parts, which together make up the whole. Places are the units in force on the day `to`, or on the day
 * `unitsOn`, those without a record too; what lay in a commune that is divided between them is a last row without one.
 */
export async function countBy(db: Database, code: MeasureCode, scope: Scope, by: BreakdownBy) {
  const measure = getMeasure(code)
  if (!breakdownsOf(measure).includes(by)) throw new Error(`${code} has no breakdown by ${by}`)

  const background = await readBackground(db)
  const counting = countingScope(measure, scope, background)
  if (by === "sector") return countByColumn(db, measure, counting, "sector", sectors)
  if (by === "kind") {
    const kinds = organisationKinds.filter((kind) => counting.kinds.includes(kind))
    return countByColumn(db, measure, counting, "kind", kinds)
  }
  return countByPlace(db, measure, counting, by)
}

type Sums = { numerator: number; denominator: number; records: number; measured: number }

async function countByColumn(
  db: Database,
  measure: Measure,
  scope: CountingScope,
  column: "sector" | "kind",
  values: readonly string[],
): Promise<BreakdownRow[]> {
  const { rows } = await sql<Sums & { key: string }>`
    select record.${sql.ref(column)} as key, ${sumsOf(measure)}
    from (${measure.records(scope)}) record group by 1`.execute(db)

  const byKey = new Map(rows.map((row) => [row.key, row]))
  return values.map((value) => ({
    key: value,
    place: null,
    sector: column === "sector" ? (value as Sector) : null,
    kind: column === "kind" ? (value as OrganisationKind) : null,
    ...figureOf(measure, scope, byKey.get(value) ?? nothing),
  }))
}

type UnitRow = Sums & { id: number | null; slug: string; name: string; kind: string; code: string }

async function countByPlace(
  db: Database,
  measure: Measure,
  scope: CountingScope,
  level: "province" | "district" | "commune",
): Promise<BreakdownRow[]> {
  const { rows } = await sql<UnitRow>`
    with unit as materialized (${unitsOf(scope, level)}),
    part as (
      select unit_of.id, ${sumsOf(measure)}
      from (${measure.records(scope)}) record
      left join lateral (${unitOf}) unit_of on true
      group by 1)
    select unit.id, unit.slug, unit.name, unit.kind, unit.code,
      coalesce(part.numerator, 0) as numerator, coalesce(part.denominator, 0) as denominator,
      coalesce(part.records, 0) as records, coalesce(part.measured, 0) as measured
    from unit full join part on part.id = unit.id
    order by unit.id is null, unit.name collate "vi-x-icu", unit.id`.execute(db)

  // Where the level is no more (districts after 30/6/2025) there is nothing to break the figure down to.
  if (rows.every((row) => row.id === null)) return []
  return rows.map(({ id, slug, name, kind, code, ...sums }) => ({
    key: id === null ? null : slug,
    place: id === null ? null : { id, slug, name, kind, code },
    sector: null,
    kind: null,
    ...figureOf(measure, scope, sums),
  }))
}

/** Units of the level, in force on the day or on the one they are restated on, in which the place has land. */
function unitsOf(scope: CountingScope, level: string) {
  const day = scope.unitsOn ?? scope.to
  const hasLandInPlace = sql`exists (
    select from place_territories own
    join place_territories scope_land on scope_land.place_id = own.place_id
    where own.territory_id = unit.id and scope_land.territory_id = ${scope.placeId}
      and ${day}::date between own.valid_from and own.valid_to
      and ${day}::date between scope_land.valid_from and scope_land.valid_to)`
  return sql`select unit.* from places unit
    where unit.level = ${level} and ${day}::date between unit.valid_from and unit.valid_to
      and ${scope.isNation ? sql`true` : hasLandInPlace}`
}

/** The unit that has the whole land of a record's commune; at most one, for units of a level do not overlap. */
const unitOf = sql`
    select unit.id from places commune
    join place_territories territory on territory.place_id = commune.id
      and greatest(commune.valid_from, least(record.placed_on, commune.valid_to)) between territory.valid_from and territory.valid_to
    join unit on unit.id = territory.territory_id
    where commune.id = record.place_id`

function sumsOf(measure: Measure): RawBuilder<unknown> {
  return sql`coalesce(sum(record.numerator), 0)::numeric as numerator,
    coalesce(sum(record.denominator), 0)::numeric as denominator, count(*) as records,
    ${measure.isReported ? sql`count(*) filter (where record.is_measured)` : sql`count(*)`} as measured`
}

const nothing: Sums = { numerator: 0, denominator: 0, records: 0, measured: 0 }

function figureOf(measure: Measure, { year }: CountingScope, sums: Sums): Figure {
  const { numerator, denominator, records } = sums
  return {
    value: worth(measure, sums),
    numerator,
    denominator,
    records,
    year: measure.isReported ? year : null,
  }
}

function worth({ kind, isReported }: Measure, { numerator, denominator, measured }: Sums) {
  if (isReported && measured === 0) return null
  if (kind === "stock" || kind === "flow") return numerator
  if (denominator === 0) return null
  return kind === "share" ? (100 * numerator) / denominator : numerator / denominator
}

type Background = { windows: ReportingWindow[]; nations: number[] }

/** What every count has to know first. */
export async function readBackground(db: Database): Promise<Background> {
  const { rows } = await sql<Background>`
    select (select coalesce(json_agg(reporting_window), '[]') from reporting_windows reporting_window) as windows,
      (select coalesce(json_agg(id), '[]') from places where level = 'nation') as nations`.execute(db)
  return rows[0]!
}

export function countingScope(
  measure: Measure,
  scope: Scope,
  { windows, nations }: Background,
): CountingScope {
  const denominator = scope.denominator ?? measure.denominators[0] ?? null
  if (denominator && !measure.denominators.includes(denominator))
    throw new Error(`${measure.code} is not a share of ${denominator}`)

  const kinds = scope.withoutCreditFunds
    ? measure.kinds.filter((kind) => kind !== "credit_fund")
    : measure.kinds
  return {
    ...scope,
    kinds: kinds.length > 0 ? kinds : measure.kinds,
    denominator,
    isNation: nations.includes(scope.placeId),
    year: reportingYear(windows, scope.to),
  }
}
