import type { Database } from "../../database/connection.ts"
import { countMany, type Figure, type FigureRequest, readBackground } from "../measures/figures.ts"
import { reportingYear } from "../measures/reporting-year.ts"
import type { Place } from "../places/queries.ts"
import { readEnteredFacts } from "./entered-facts.ts"
import { type Fact, type Period, type ReportFacts, spanOf, valuesOf } from "./facts.ts"
import { type Column, type Indicator, listIndicators } from "./indicators.ts"

type Asked = { place: Place; year: number; period: Period; today: string }

/**
 * Counts the facts of a report out of the register as it is now: a draft. Plans are what was put down; so is what the
 * year is expected to bring, until its reports are in.
 */
export async function countFacts(db: Database, { place, year, period, today }: Asked): Promise<ReportFacts> {
  const { windows } = await readBackground(db)
  const isOutcome = (reportingYear(windows, today) ?? 0) >= year
  const counted: readonly Column[] = isOutcome ? ["previous", "half", "year"] : ["previous", "half"]
  const cells = listIndicators().flatMap((line) =>
    counted.flatMap((column) => requestOf(line, column, { place, year, today })),
  )
  const figures = await countMany(
    db,
    cells.map(({ request }) => request),
  )
  const outcomes = cells.flatMap(({ line, column }, index) => {
    const fact = readFigure(figures[index]!, line, column, year)
    return fact ? [{ key: line.key, column, fact }] : []
  })
  const { slug, code, name, kind } = place
  return {
    place: { slug, code, name, kind },
    year,
    period,
    snapshot: null,
    counted_on: today,
    isOutcome,
    // An outcome takes the place of what was expected.
    values: valuesOf([...(await readEnteredFacts(db, place, year)), ...outcomes]),
  }
}

type Cell = { line: Indicator; column: Column; request: FigureRequest }

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
function readFigure(figure: Figure, line: Indicator, column: Column, year: number): Fact | undefined {
  const about = column === "previous" ? year - 1 : year
  if (figure.year !== null && figure.year !== about) return undefined
  const { value, denominator } = figure
  if (value === null) return undefined
  return line.kind === "average" ? { value, of: denominator } : { value }
}
