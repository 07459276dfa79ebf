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
import { type Column, type Indicator, listIndicators } from "./indicators.ts"
import { listSources } from "./sources.ts"

type Asked = {
  place: Place
  year: number
  period: Period
  /** The frozen figures it is to be made of; none: a draft. */
  snapshotId: number | null
  today: string
}

/**
 * Reads the facts of a report: what is of a closed round from its frozen figures, the rest from the register as it is
 * now. Plans are what was put down; so is what the year is expected to bring, until its reports are in.
 */
export async function readFacts(db: Database, asked: Asked): Promise<ReportFacts> {
  const { place, year, period, today } = asked
  const { windows } = await readBackground(db)
  const { snapshot, frozen } = await readFrozen(db, asked)
  const isOutcome = frozen.year !== undefined || (reportingYear(windows, today) ?? 0) >= year
  const counted: readonly Column[] = isOutcome ? ["previous", "half", "year"] : ["previous", "half"]
  const cells = listIndicators().flatMap((line) =>
    counted.flatMap((column) => requestOf(line, column, { place, year, today })),
  )
  const coverage = coverageOf({ place, year }, period)
  const figures = await readFigures(db, frozen, [...cells, coverage])
  const outcomes = cells.flatMap(({ line, column }, index) => {
    const fact = readFigure(figures[index], line, column, year)
    return fact ? [{ key: line.key, column, fact }] : []
  })
  const { slug, code, name, kind } = place
  return {
    place: { slug, code, name, kind },
    year,
    period,
    snapshot,
    frozen,
    counted_on: snapshot?.taken_on ?? today,
    isOutcome,
    answered: isOutcome ? answered(figures.at(-1), year) : null,
    // An outcome takes the place of what was expected.
    values: valuesOf([...(await readEnteredFacts(db, place, year)), ...outcomes]),
  }
}

type Frozen = { snapshot: FrozenSource | null; frozen: Partial<Record<Column, FrozenSource>> }

/** A period that was closed never changes: its columns are those frozen, whatever the register says by now. */
async function readFrozen(db: Database, { place, year, period, snapshotId }: Asked): Promise<Frozen> {
  const of = (about: number, each: Period) =>
    listSources(db, { place_id: place.id, year: about, period: each })
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
