import type { Database } from "../../database/connection.ts"
import { getMeasure } from "../measures/catalogue.ts"
import type { Figure, FigureRequest } from "../measures/figures.ts"
import { countKept } from "../measures/kept-figures.ts"
import type { Subject } from "./figures.ts"

/** Planned, estimated or done: all of them are of the same. */
type CountedSubject = Omit<Subject, "kind">

/** The days of a year or of its first half. */
export function spanOf({ year, period }: Pick<Subject, "year" | "period">) {
  return { from: `${year}-01-01`, to: period === "half" ? `${year}-06-30` : `${year}-12-31` }
}

/**
 * What came of each subject; nothing while its days are not over, or while its reports are not in. Reports come in
 * after the year, and what was accepted until today is known.
 */
export async function readOutcomes(
  db: Database,
  subjects: readonly CountedSubject[],
  today: string,
): Promise<(Figure | undefined)[]> {
  const asked = subjects.map((subject) => ({ subject, request: requestOf(subject, today) }))
  const requests = asked.flatMap(({ request }) => request ?? [])
  const series = await countKept(db, requests)
  const figureOf = new Map(requests.map((request, index) => [request, series[index]![0]!]))
  return asked.map(({ request }) => {
    const figure = request && figureOf.get(request)
    return figure && figure.value !== null ? figure : undefined
  })
}

function requestOf(subject: CountedSubject, today: string): FigureRequest | undefined {
  const span = spanOf(subject)
  const { isReported } = getMeasure(subject.measure)
  // Reports are of whole years: the first half has none of its own.
  if (span.to >= today || (isReported && subject.period === "half")) return undefined
  return {
    measure: subject.measure,
    scope: {
      placeId: subject.place_id,
      sector: subject.sector,
      ...span,
      ...(isReported && { reportYear: subject.year, knownOn: today }),
    },
  }
}
