import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import {
  countMany,
  countManyBy,
  type Figure,
  type FigureRequest,
  readBackground,
} from "../measures/figures.ts"
import { reportingYear } from "../measures/reporting-year.ts"
import type { Place } from "../places/queries.ts"
import { readSnapshotFigures } from "../snapshots/read-snapshot.ts"
import { readEnteredFacts } from "./entered-facts.ts"
import { type Fact, type FrozenSource, type Period, type ReportFacts, spanOf, valuesOf } from "./facts.ts"
import type { KeptColumns } from "./freeze-columns.ts"
import { type Column, type Indicator, listIndicators } from "./indicators.ts"
import { listSources } from "./sources.ts"

type Asked = {
  place: Place
  year: number
  period: Period
  /** The frozen figures it is to be made of; none: a draft. */
  snapshotId: number | null
  today: string
  /** Through which moment plans and estimates are known, where it is made of frozen figures; none: that of freezing. */
  enteredThrough?: string | null
}

/**
 * Reads the facts of a report. A draft is of the register and of what was put down as it is now. One of frozen figures
 * is of nothing that happened since: its other columns are those that were frozen before, or counted and kept with them,
 * plans and estimates those of the same moment or of the one that was chosen.
 */
export async function readFacts(db: Database, asked: Asked): Promise<ReportFacts> {
  const { year, period } = asked
  const moment = await findMoment(db, asked.snapshotId)
  const kept = moment && (await readKeptColumns(db, asked.snapshotId!))
  const counted = await countColumns(db, asked, kept)
  const place = moment?.place ?? asked.place
  const { slug, code, name, kind } = place
  const { snapshot, frozen, isOutcome, facts } = counted
  const at = moment && (asked.enteredThrough ?? moment.taken_at)
  return {
    place: { slug, code, name, kind },
    year,
    period,
    snapshot,
    frozen,
    ...(moment && !kept && { isCountedLater: true as const }),
    counted_on: snapshot?.taken_on ?? asked.today,
    isOutcome,
    answered: counted.answered,
    // An outcome takes the place of what was expected.
    values: valuesOf([
      ...(await readEnteredFacts(db, asked.place, year, at)),
      ...(kept?.facts ?? []),
      ...facts,
    ]),
  }
}

type Moment = { taken_at: string; place: Pick<Place, "slug" | "code" | "name" | "kind"> }

/** When figures were frozen, and what their place was called then. */
async function findMoment(db: Database, snapshotId: number | null): Promise<Moment | undefined> {
  if (snapshotId === null) return undefined
  const { rows } = await sql<Moment>`
    select snapshot.taken_at::text as taken_at,
      json_build_object('slug', unit.slug, 'code', unit.code, 'name', unit.name, 'kind', unit.kind) as place
    from snapshots snapshot join snapshot_units unit on unit.snapshot_id = snapshot.id and unit.number = 0
    where snapshot.id = ${snapshotId}`.execute(db)
  return rows[0]
}

/** None with figures that were frozen before anything was kept beside them. */
async function readKeptColumns(db: Database, snapshotId: number) {
  const row = await db
    .selectFrom("snapshot_columns")
    .select("columns")
    .where("snapshot_id", "=", snapshotId)
    .executeTakeFirst()
  return row?.columns as KeptColumns | undefined
}

/** Every column that frozen figures hold, and, where they were not kept, the others as they are now. */
export async function countColumns(db: Database, asked: Asked, kept?: KeptColumns) {
  const { place, year, period } = asked
  const { windows } = await readBackground(db)
  const { snapshot, frozen } = await readFrozen(db, asked)
  const today = snapshot?.taken_on ?? asked.today
  const isOutcome =
    frozen.year !== undefined || (kept?.isOutcome ?? (reportingYear(windows, today) ?? 0) >= year)
  const counted: readonly Column[] = isOutcome ? ["previous", "half", "year"] : ["previous", "half"]
  const cells = listIndicators()
    .flatMap((line) => counted.flatMap((column) => requestOf(line, column, { place, year, today })))
    .filter(({ column }) => !kept || frozen[column])
  const coverage = coverageOf({ place, year }, period)
  const figures = await readFigures(db, frozen, [...cells, coverage])
  const facts = cells.flatMap(({ line, column }, index) => {
    const fact = readFigure(figures[index], line, column, year)
    return fact ? [{ key: line.key, column, fact }] : []
  })
  return {
    snapshot,
    frozen,
    isOutcome,
    answered: isOutcome ? answered(figures.at(-1), year) : null,
    facts,
  }
}

type Frozen = { snapshot: FrozenSource | null; frozen: Partial<Record<Column, FrozenSource>> }

/**
 * A period that was closed never changes: its columns are those frozen, whatever the register says by now. What was
 * frozen after the figures that a report is made of is not in it.
 */
async function readFrozen(db: Database, { place, year, period, snapshotId }: Asked): Promise<Frozen> {
  const of = (about: number, each: Period) =>
    listSources(db, { place_id: place.id, year: about, period: each }, snapshotId)
  const [before, half, whole] = await Promise.all([of(year - 1, "year"), of(year, "half"), of(year, "year")])
  const chosen = (period === "half" ? half : whole)?.find(({ id }) => id === snapshotId) ?? null
  const inHalf = period === "half" ? chosen : half![0]
  return {
    snapshot: chosen,
    frozen: {
      ...(before![0] && { previous: before![0] }),
      ...(inHalf && { half: inHalf }),
      ...(period === "year" && chosen && { year: chosen }),
    },
  }
}

type Request = { column: Column; request: FigureRequest }
type Cell = Request & { line: Indicator }

/** Each from where its column is from: one look at every frozen version, and one count of all the rest. */
async function readFigures(db: Database, frozen: Frozen["frozen"], requests: readonly Request[]) {
  const figures: (Figure | undefined)[] = requests.map(() => undefined)
  const bySource = Map.groupBy(requests.keys(), (index) => frozen[requests[index]!.column]?.id)
  for (const [snapshotId, positions] of bySource) {
    const some = positions.map((position) => requests[position]!.request)
    const found = snapshotId ? await readSnapshotFigures(db, snapshotId, some) : await countLive(db, some)
    for (const [index, position] of positions.entries()) figures[position] = found[index]
  }
  return figures
}

/** Sectors of one measure and period come out of one pass over its rows, rather than one pass each. */
async function countLive(db: Database, requests: readonly FigureRequest[]) {
  const whole = requests.filter(({ scope }) => !scope.sector)
  const keyOf = ({ measure, scope }: FigureRequest) => `${measure} ${scope.from} ${scope.to}`
  const divided = new Map(
    requests
      .filter(({ scope }) => scope.sector)
      .map((request) => [keyOf(request), { ...request, scope: { ...request.scope, sector: null } }]),
  )
  const [figures, parts] = await Promise.all([
    countMany(db, whole),
    countManyBy(db, [...divided.values()], "sector"),
  ])
  const ofWhole = new Map(whole.map((request, index) => [request, figures[index]!]))
  const ofParts = new Map([...divided.keys()].map((key, index) => [key, parts[index]!]))
  return requests.map(
    (request): Figure | undefined =>
      ofWhole.get(request) ??
      ofParts.get(keyOf(request))?.find(({ sector }) => sector === request.scope.sector),
  )
}

/** How many reported of those who had to. */
function coverageOf({ place, year }: Pick<Asked, "place" | "year">, period: Period): Request {
  const scope = { placeId: place.id, ...spanOf({ year }, period)! }
  return { column: period, request: { measure: "organisations_reporting_share", scope } }
}

function answered(figure: Figure | undefined, year: number) {
  if (!figure || figure.year !== year || figure.denominator === 0) return null
  return { reported: figure.numerator, expected: figure.denominator }
}

function requestOf(
  line: Indicator,
  column: Column,
  { place, year, today }: Pick<Asked, "place" | "year" | "today">,
): Cell[] {
  const span = spanOf({ year }, column)
  // What has not begun has no figure, and what is not over has none yet.
  if (!span || (column === "half" && span.to > today)) return []
  const scope = { placeId: place.id, sector: line.sector ?? null, ...span }
  return [{ line, column, request: { measure: line.measure, scope } }]
}

/** A figure that comes from the reports of another year than the column's is not the column's. */
function readFigure(
  figure: Figure | undefined,
  line: Indicator,
  column: Column,
  year: number,
): Fact | undefined {
  if (!figure) return undefined
  const about = column === "previous" ? year - 1 : year
  if (figure.year !== null && figure.year !== about) return undefined
  const { value, denominator } = figure
  if (value === null) return undefined
  return line.kind === "average" ? { value, of: denominator } : { value }
}
