import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { MeasureCode } from "../measures/catalogue.ts"
import { type Figure, type FigureRequest, worth } from "../measures/figures.ts"
import { nothing, type Sums } from "../measures/passes.ts"
import type { ListedRecord, RecordOrder } from "../measures/record-list.ts"
import { type Denominator, type OrganisationKind, type Sector, sectors } from "../measures/scope.ts"
import { type FrozenEntry, isAmong } from "./frozen.ts"
import type { FrozenRules } from "./read-rules.ts"

/** A version of the frozen figures of a round. */
export type Snapshot = {
  id: number
  round_id: number
  version: number
  reason: string | null
  about: {
    name: string
    slug: string
    year: number
    period: "year" | "half"
    data_from: string
    data_to: string
    due_on: string
    known_on: string
  }
  rules: FrozenRules
  hash: string
  taken_at: Date
  taken_by: string
}

export async function listSnapshots(db: Database, roundId: number): Promise<Snapshot[]> {
  const { rows } = await sql<Snapshot>`
    select id, round_id, version, reason, about, rules, hash, taken_at, taken_by from snapshots
    where round_id = ${roundId} order by version desc`.execute(db)
  return rows
}

export async function findSnapshot(db: Database, id: number): Promise<Snapshot | undefined> {
  const { rows } = await sql<Snapshot>`
    select id, round_id, version, reason, about, rules, hash, taken_at, taken_by from snapshots where id = ${id}`.execute(
    db,
  )
  return rows[0]
}

/** A measure as it was frozen, with one of the denominators it was frozen with. */
export type FrozenMeasure = FrozenEntry & {
  number: number
  code: MeasureCode
  denominator: Denominator | null
  is_usual: boolean
  /** The number whose records are this one's, and which of them. */
  records_of: number
  among: "measured" | "operating" | null
  usualKinds: OrganisationKind[]
  year: number | null
}

export async function listFrozenMeasures(db: Database, snapshotId: number): Promise<FrozenMeasure[]> {
  const { rows } = await sql<{
    number: number
    code: MeasureCode
    denominator: Denominator | null
    is_usual: boolean
    records_of: number
    among: "measured" | "operating" | null
    kinds: OrganisationKind[]
    year: number | null
    entry: FrozenEntry
  }>`
    select number, code, denominator, is_usual, records_of, among, kinds, year, entry from snapshot_measures
    where snapshot_id = ${snapshotId} order by position`.execute(db)
  return rows.map(({ entry, kinds, ...row }) => ({ ...entry, ...row, usualKinds: kinds }))
}

/** The place of the round, or a unit in it, as it was. */
export type FrozenUnit = {
  number: number
  place_id: number
  slug: string
  code: string
  level: "nation" | "province" | "district" | "commune"
  kind: string
  name: string
  parent_name: string | null
  parent_kind: string | null
}

/** Units by level and name; the place of the round itself, which has the number 0, comes first. */
export async function listFrozenUnits(db: Database, snapshotId: number): Promise<FrozenUnit[]> {
  const { rows } = await sql<FrozenUnit>`
    select number, place_id, slug, code, level, kind, name, parent_name, parent_kind from snapshot_units
    where snapshot_id = ${snapshotId} order by number`.execute(db)
  return rows
}

/** What a figure of a snapshot is narrowed to. */
export type FrozenScope = {
  /** The whole place of the round where it is left out. */
  unit?: FrozenUnit | undefined
  sector?: Sector | null | undefined
  kinds?: readonly OrganisationKind[] | undefined
}

/**
 * Figures of a snapshot for the same requests as countMany answers live, in their order; nothing where the snapshot does
 * not know the measure, the denominator or the place. Days of the scope are not looked at: the round has its own.
 */
export async function readSnapshotFigures(
  db: Database,
  snapshotId: number,
  requests: readonly FigureRequest[],
): Promise<(Figure | undefined)[]> {
  const [measures, units] = await Promise.all([
    listFrozenMeasures(db, snapshotId),
    unitsOf(db, snapshotId, [...new Set(requests.map(({ scope }) => scope.placeId))]),
  ])
  const wanted = requests.map(({ measure: code, scope }) => {
    const measure = measures.find(
      (each) =>
        each.code === code && (scope.denominator ? each.denominator === scope.denominator : each.is_usual),
    )
    const unit = units.get(scope.placeId)
    return measure && unit ? { measure, unit, scope } : undefined
  })
  const sums = await readSums(
    db,
    snapshotId,
    [...units.values()],
    [...new Set(wanted.flatMap((each) => each?.measure.number ?? []))],
  )
  return wanted.map((each) => {
    if (!each) return undefined
    const { measure, unit, scope } = each
    const rows = sums.filter((row) => row.unit === unit.number && row.measure === measure.number)
    return figureOf(measure, addUp(rows, { sector: scope.sector, kinds: kindsIn(measure, scope) }))
  })
}

function kindsIn(
  { usualKinds, mayAddCreditFunds }: FrozenMeasure,
  { withCreditFunds, withoutCreditFunds }: FigureRequest["scope"],
): readonly OrganisationKind[] {
  if (withCreditFunds && mayAddCreditFunds) return [...usualKinds, "credit_fund"]
  const without = usualKinds.filter((kind) => kind !== "credit_fund")
  return withoutCreditFunds && without.length > 0 ? without : usualKinds
}

/** Every measure of the snapshot for one unit, with each of its denominators. */
export async function listUnitFigures(
  db: Database,
  snapshotId: number,
  measures: readonly FrozenMeasure[],
  { unit, sector, kinds }: FrozenScope & { unit: FrozenUnit },
) {
  const rows = await readSums(db, snapshotId, [unit])
  const byMeasure = Map.groupBy(rows, ({ measure }) => measure)
  return measures.map((measure) => ({
    measure,
    figure: figureOf(
      measure,
      addUp(byMeasure.get(measure.number) ?? [], { sector, kinds: kinds ?? measure.usualKinds }),
    ),
  }))
}

export type FrozenPart = Figure & { unit: FrozenUnit | null; sector: Sector | null }

/** A figure's parts by units of a level that lie in the unit, the last row what lay in a commune that was divided. */
export async function listPlaceParts(
  db: Database,
  snapshotId: number,
  measure: FrozenMeasure,
  { within, level, sector, kinds = measure.usualKinds }: FrozenScope & PartsOf,
): Promise<FrozenPart[]> {
  const column = sql.ref(`place.${level}`)
  const [{ rows }, units] = await Promise.all([
    sql<SumRow>`
      select ${column} as unit, sum(numerator) as numerator, sum(denominator) as denominator,
        count(*)::integer as records, (count(*) filter (where is_measured))::integer as measured
      from snapshot_records record
      join snapshot_places place on place.snapshot_id = record.snapshot_id and place.number = record.place
      where ${recordsOf(snapshotId, measure)} and ${placedIn(snapshotId, within)}
        and ${narrowedTo(measure, sector, kinds)}
      group by 1`.execute(db),
    listUnitsWithin(db, snapshotId, within, level),
  ])
  const byUnit = new Map(rows.map((row) => [row.unit, row]))
  const parts: FrozenPart[] = units.map((unit) => ({
    unit,
    sector: null,
    ...figureOf(measure, byUnit.get(unit.number) ?? nothing),
  }))
  const rest = rows.filter(({ unit }) => unit === null)
  return units.length === 0
    ? []
    : [...parts, ...rest.map((row) => ({ unit: null, sector: null, ...figureOf(measure, row) }))]
}
type PartsOf = { within: FrozenUnit; level: "province" | "district" | "commune" }

export async function listSectorParts(
  db: Database,
  snapshotId: number,
  measure: FrozenMeasure,
  { unit, kinds = measure.usualKinds }: FrozenScope & { unit: FrozenUnit },
): Promise<FrozenPart[]> {
  const rows = await readSums(db, snapshotId, [unit], [measure.number])
  return sectors.map((sector) => ({
    unit: null,
    sector,
    ...figureOf(measure, addUp(rows, { sector, kinds })),
  }))
}

export type FrozenListOptions = {
  sort?: RecordOrder
  direction?: "asc" | "desc"
  limit: number
  offset?: number
}

/** One page of the records behind a figure of a snapshot, with the names they had. */
export async function listSnapshotRecords(
  db: Database,
  snapshotId: number,
  measure: FrozenMeasure,
  { unit, sector, kinds = measure.usualKinds }: FrozenScope,
  { sort = "name", direction = "asc", limit, offset = 0 }: FrozenListOptions,
): Promise<ListedRecord[]> {
  const ofRecord = sql`${recordsOf(snapshotId, measure)} and ${unit ? placedIn(snapshotId, unit) : sql`true`}
    and ${narrowedTo(measure, sector, kinds)}`
  const order = orderOf(measure, sort, direction)
  const page = sql`order by ${order} limit ${limit} offset ${offset}`
  // Names are looked up for one page of records rather than for those of a country, unless the order is of names.
  const isByNames = sort === "place" || sort === "code" || measure.of === "communes"
  const { rows } = await sql<RecordRow>`
    select named.slug as organisation_slug, named.name as organisation_name, named.code as organisation_code,
      place.place_id, place.slug as place_slug, place.code as place_code, place.name as place_name,
      place.kind as place_kind, place.parent_name, place.parent_kind, record.sector, record.kind, record.numerator,
      record.denominator, record.is_measured, record.amount, record.class, record.happened_on
    from (select * from snapshot_records record where ${ofRecord} ${isByNames ? sql`` : page}) record
    join snapshot_places place on place.snapshot_id = record.snapshot_id and place.number = record.place
    left join snapshot_organisations named on named.snapshot_id = record.snapshot_id
      and named.number = record.organisation
    ${isByNames ? page : sql`order by ${order}`}`.execute(db)
  return rows.map(({ kind, ...row }) => ({
    organisation: row.organisation_slug
      ? {
          slug: row.organisation_slug,
          name: row.organisation_name!,
          code: row.organisation_code,
          kind: kind!,
        }
      : null,
    place: {
      id: row.place_id,
      slug: row.place_slug,
      code: row.place_code,
      name: row.place_name,
      kind: row.place_kind,
      parent: row.parent_name && row.parent_kind ? { name: row.parent_name, kind: row.parent_kind } : null,
    },
    sector: row.sector,
    numerator: row.numerator,
    denominator: row.denominator,
    is_measured: row.is_measured,
    amount: row.amount,
    class: row.class,
    happened_on: row.happened_on,
  }))
}

type RecordRow = Omit<ListedRecord, "organisation" | "place"> & {
  organisation_slug: string | null
  organisation_name: string | null
  organisation_code: string | null
  place_id: number
  place_slug: string
  place_code: string
  place_name: string
  place_kind: string
  parent_name: string | null
  parent_kind: string | null
  kind: OrganisationKind | null
}

/** Organisations are numbered by name. */
function orderOf({ of }: FrozenMeasure, sort: RecordOrder, direction: "asc" | "desc"): RawBuilder<unknown> {
  const towards = direction === "desc" ? sql`desc nulls last` : sql`asc nulls last`
  const byName = of === "communes" ? sql`place.name collate "vi-x-icu"` : sql`record.organisation`
  const columns: Record<RecordOrder, RawBuilder<unknown>> = {
    name: byName,
    place: sql`place.name collate "vi-x-icu"`,
    sector: sql`record.sector`,
    amount: sql`record.amount`,
    day: sql`record.happened_on`,
    code: sql`named.code`,
  }
  if (sort === "name" && of !== "communes") {
    return direction === "desc"
      ? sql`record.organisation desc, record.place desc, record.happened_on`
      : sql`record.organisation, record.place, record.happened_on`
  }
  return sql`${columns[sort]} ${towards}, ${byName}, record.place, record.happened_on`
}

type SumRow = Sums & { unit: number | null }
type KeyedSums = Sums & {
  unit: number
  measure: number
  sector: Sector | null
  kind: OrganisationKind | null
}

/** Sums by sector and kind: frozen ones for the units above communes, those of few records for communes. */
async function readSums(
  db: Database,
  snapshotId: number,
  units: readonly FrozenUnit[],
  measures?: readonly number[],
): Promise<KeyedSums[]> {
  const isCommune = ({ number, level }: FrozenUnit) => number > 0 && level === "commune"
  const numbers = (some: readonly FrozenUnit[]) => some.map(({ number }) => number)
  const asked = measures ? sql`and each.measure = any(${[...measures]}::smallint[])` : sql``
  const large = numbers(units.filter((unit) => !isCommune(unit)))
  const small = numbers(units.filter(isCommune))
  const { rows } = await sql<KeyedSums>`
    select each.unit, each.measure, each.sector, each.kind, each.numerator, each.denominator, each.records, each.measured
    from snapshot_figures each
    where each.snapshot_id = ${snapshotId} and each.unit = any(${large}::integer[]) ${asked}
    union all
    select place.commune, line.number, each.sector, each.kind, sum(each.numerator), sum(each.denominator),
      count(*)::integer, (count(*) filter (where each.is_measured))::integer
    from snapshot_places place
    join snapshot_measures line on line.snapshot_id = place.snapshot_id
      ${measures ? sql`and line.number = any(${[...measures]}::smallint[])` : sql``}
    join snapshot_records each on each.snapshot_id = place.snapshot_id and each.measure = line.records_of
      and each.place = place.number and ${isAmong("line", "each")}
    where place.snapshot_id = ${snapshotId} and place.commune = any(${small}::integer[])
    group by 1, 2, 3, 4`.execute(db)
  return rows
}

function addUp(
  rows: readonly KeyedSums[],
  { sector, kinds }: { sector?: Sector | null | undefined; kinds: readonly OrganisationKind[] },
): Sums {
  const sums = rows
    .filter((row) => (!sector || row.sector === sector) && (row.kind === null || kinds.includes(row.kind)))
    .reduce(
      (sum, row) => ({
        numerator: sum.numerator + row.numerator,
        denominator: sum.denominator + row.denominator,
        records: sum.records + row.records,
        measured: sum.measured + row.measured,
      }),
      nothing,
    )
  return { ...sums, numerator: exact(sums.numerator), denominator: exact(sums.denominator) }
}

/** Hectares to the hundredth, without the last digits that adding binary fractions brings. */
function exact(sum: number) {
  return Number(sum.toPrecision(15))
}

function figureOf(measure: FrozenMeasure, sums: Sums): Figure {
  const { numerator, denominator, records } = sums
  return { value: worth(measure, sums), numerator, denominator, records, year: measure.year }
}

/** The records of a measure with its denominator. */
function recordsOf(snapshotId: number, { records_of, among }: FrozenMeasure) {
  const own = among ? sql`and ${sql.ref(`record.is_${among}`)}` : sql``
  return sql<boolean>`record.snapshot_id = ${snapshotId} and record.measure = ${records_of} ${own}`
}

/** Records that lie in a unit; all do in the place of the round. */
function placedIn(snapshotId: number, { number, level }: FrozenUnit) {
  if (number === 0) return sql<boolean>`true`
  return sql<boolean>`record.place = any(array(
    select inside.number from snapshot_places inside
    where inside.snapshot_id = ${snapshotId} and inside.${sql.ref(level)} = ${number}))`
}

function narrowedTo(
  { of }: FrozenMeasure,
  sector: Sector | null | undefined,
  kinds: readonly OrganisationKind[],
) {
  if (of === "communes") return sql<boolean>`true`
  return sql<boolean>`record.kind = any(${[...kinds]}::text[]) ${sector ? sql`and record.sector = ${sector}` : sql``}`
}

async function unitsOf(db: Database, snapshotId: number, placeIds: readonly number[]) {
  const { rows } = await sql<FrozenUnit>`
    select distinct on (place_id) number, place_id, slug, code, level, kind, name, parent_name, parent_kind
    from snapshot_units where snapshot_id = ${snapshotId} and place_id = any(${[...placeIds]}::bigint[])
    order by place_id, number`.execute(db)
  return new Map(rows.map((unit) => [unit.place_id, unit]))
}

/** Units of a level with land in a unit. */
async function listUnitsWithin(
  db: Database,
  snapshotId: number,
  within: FrozenUnit,
  level: PartsOf["level"],
) {
  const units = (await listFrozenUnits(db, snapshotId)).filter(
    (unit) => unit.number > 0 && unit.level === level && unit.place_id !== within.place_id,
  )
  if (within.number === 0) return units
  const { rows } = await sql<{ unit: number }>`
    select distinct ${sql.ref(level)} as unit from snapshot_places
    where snapshot_id = ${snapshotId} and ${sql.ref(within.level)} = ${within.number}`.execute(db)
  const inside = new Set(rows.map(({ unit }) => unit))
  return units.filter(({ number }) => inside.has(number))
}
