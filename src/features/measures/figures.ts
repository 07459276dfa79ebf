import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { type BreakdownBy, getMeasure, type Measure, type MeasureCode } from "./catalogue.ts"
import { type Asked, type KindRow, type Pass, passesOver, type Sums } from "./passes.ts"
import { type ReportingWindow, reportedYears, reportingYear } from "./reporting-year.ts"
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
  const asked = requests.map((request) => askedOf(request, background))
  const passes = passesOver(db, asked)
  const sums = passes.map(
    (pass, number) => sql<PassRow>`
      select ${sql.lit(number)} as pass, state.kind, array[${sql.join(pass.aggregates)}]::numeric[] as sums
      from ${pass.from} where ${pass.where} group by state.kind`,
  )
  const { rows } = await sql.join(sums, sql` union all `).$castTo<PassRow>().execute(db)

  const figures: Figure[] = []
  for (const [number, pass] of passes.entries()) {
    const own = rows.filter((row) => row.pass === number)
    for (const { position, read } of pass.members) figures[position] = figureOf(asked[position]!, read(own))
  }
  return figures
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
export async function countBy(db: Database, measure: MeasureCode, scope: Scope, by: BreakdownBy) {
  const [rows] = await countManyBy(db, [{ measure, scope }], by)
  return rows!
}

/** The parts of many figures; those counted from the same rows cost one pass over them. */
export async function countManyBy(
  db: Database,
  requests: readonly FigureRequest[],
  by: BreakdownBy,
): Promise<BreakdownRow[][]> {
  for (const { measure } of requests)
    if (!breakdownsOf(getMeasure(measure)).includes(by))
      throw new Error(`${measure} has no breakdown by ${by}`)

  const background = await readBackground(db)
  const asked = requests.map((request) => askedOf(request, background))
  const breakdowns: BreakdownRow[][] = []
  for (const pass of passesOver(db, asked)) {
    const parts = by === "sector" || by === "kind" ? columnParts(db, pass, by) : placeParts(db, pass, by)
    for (const { key, rows } of await parts) {
      for (const { position, read } of pass.members) {
        const one = asked[position]!
        // Where a measure counts some kinds only, the others are no parts of it.
        if (by === "kind" && !one.scope.kinds.includes(key.kind!)) continue
        breakdowns[position] ??= []
        breakdowns[position]!.push({ ...key, ...figureOf(one, read(rows)) })
      }
    }
  }
  return requests.map((_, position) => breakdowns[position] ?? [])
}

type PassRow = KindRow & { pass: number }
type Part = { key: Pick<BreakdownRow, "key" | "place" | "sector" | "kind">; rows: KindRow[] }

async function columnParts(db: Database, pass: Pass, column: "sector" | "kind"): Promise<Part[]> {
  const { rows } = await sql<KindRow & { key: string }>`
    select state.${sql.ref(column)} as key, state.kind, array[${sql.join(pass.aggregates)}]::numeric[] as sums
    from ${pass.from} where ${pass.where} group by 1, 2`.execute(db)

  const values = column === "sector" ? sectors : organisationKinds
  return values.map((value) => ({
    key: {
      key: value,
      place: null,
      sector: column === "sector" ? (value as Sector) : null,
      kind: column === "kind" ? (value as OrganisationKind) : null,
    },
    rows: rows.filter(({ key }) => key === value),
  }))
}

type Unit = { id: number | null; slug: string; name: string; kind: string; code: string }
type UnitRow = Unit & { of_kind: string | null; sums: number[] | null }

async function placeParts(
  db: Database,
  { aggregates, from, where, placedOn, scope }: Pass,
  level: "province" | "district" | "commune",
): Promise<Part[]> {
  const names = aggregates.map((_, index) => sql.ref(`s${index}`))
  // Summed up by commune first: there are far fewer of them than of records to look up the unit of.
  const { rows } = await sql<UnitRow>`
    with unit as materialized (${unitsOf(scope, level)}),
    commune_part as (
      select state.place_id, ${placedOn} as placed_on, state.kind,
        ${sql.join(aggregates.map((aggregate, index) => sql`${aggregate} as ${names[index]!}`))}
      from ${from} where ${where} group by 1, 2, 3),
    unit_of_commune as (
      select record.place_id, record.placed_on, unit_of.id
      from (select distinct place_id, placed_on from commune_part) record
      left join lateral (${unitOf}) unit_of on true),
    part as (
      select unit_of.id, record.kind, array[${sql.join(names.map((name) => sql`sum(record.${name})`))}]::numeric[] as sums
      from commune_part record
      join unit_of_commune unit_of on unit_of.place_id = record.place_id and unit_of.placed_on = record.placed_on
      group by 1, 2)
    select unit.id, unit.slug, unit.name, unit.kind, unit.code, part.kind as of_kind, part.sums
    from unit full join part on part.id = unit.id
    order by unit.id is null, unit.name collate "vi-x-icu", unit.id`.execute(db)

  // Where the level is no more (districts after 30/6/2025) there is nothing to break the figure down to.
  if (rows.every((row) => row.id === null)) return []
  const parts = new Map<number | null, Part>()
  for (const { of_kind, sums, ...unit } of rows) {
    const part = parts.get(unit.id) ?? { key: unitKey(unit), rows: [] }
    if (sums) part.rows.push({ kind: of_kind, sums })
    parts.set(unit.id, part)
  }
  return [...parts.values()]
}

function unitKey({ id, slug, name, kind, code }: Unit): Part["key"] {
  if (id === null) return { key: null, place: null, sector: null, kind: null }
  return { key: slug, place: { id, slug, name, kind, code }, sector: null, kind: null }
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

function figureOf({ measure, scope }: Asked, sums: Sums): Figure {
  const { numerator, denominator, records } = sums
  return {
    value: worth(measure, sums),
    numerator,
    denominator,
    records,
    year: measure.isReported ? scope.year : null,
  }
}

/** The one place where a figure becomes a value: a share or an average is never anything but sum ÷ sum. */
export function worth(
  { kind, isReported }: Pick<Measure, "kind" | "isReported">,
  { numerator, denominator, measured }: Sums,
) {
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

/** A request with everything looked up that counting it needs. */
function askedOf({ measure: code, scope }: FigureRequest, background: Background): Asked {
  const measure = getMeasure(code)
  return { measure, scope: countingScope(measure, scope, background) }
}

export function countingScope(
  measure: Measure,
  scope: Scope,
  { windows, nations }: Background,
): CountingScope {
  const denominator = scope.denominator ?? measure.denominators[0] ?? null
  if (denominator && !measure.denominators.includes(denominator))
    throw new Error(`${measure.code} is not a share of ${denominator}`)

  const year = scope.reportYear ?? reportingYear(windows, scope.to)
  const isOfPeriod = measure.kind === "flow" && measure.isReported
  return {
    ...scope,
    kinds: kindsIn(measure, scope),
    denominator,
    isNation: nations.includes(scope.placeId),
    year,
    knownOn: scope.knownOn ?? scope.to,
    reportedYears: isOfPeriod && year !== null ? reportedYears(windows, scope.from, year) : [],
  }
}

/** The kinds a measure counts, by what was chosen of the credit funds. */
export function kindsIn(
  { kinds, mayAddCreditFunds }: Measure,
  scope: Pick<Scope, "withCreditFunds" | "withoutCreditFunds">,
): readonly OrganisationKind[] {
  if (scope.withCreditFunds && mayAddCreditFunds) return [...kinds, "credit_fund"]
  const without = kinds.filter((kind) => kind !== "credit_fund")
  return scope.withoutCreditFunds && without.length > 0 ? without : kinds
}
