import type { Database } from "../../database/connection.ts"
import { type EnteredFigure, readEntered } from "../entered-figures/figures.ts"
import type { Place } from "../places/queries.ts"
import type { KeyedFact } from "./facts.ts"
import { type Column, listIndicators } from "./indicators.ts"

/** Plans of the year and the next, and what the year, its first half or the year before were expected to bring. */
export async function readEnteredFacts(
  db: Database,
  { id }: Pick<Place, "id">,
  year: number,
  /** As they were known at a moment; none: now. */
  at?: string,
): Promise<KeyedFact[]> {
  const [before, now, after] = await Promise.all(
    [year - 1, year, year + 1].map((each) => readEntered(db, { placeId: id, year: each, at })),
  )
  return [
    ...before!.filter((figure) => isOf(figure, "estimate", "year")).flatMap(factsIn("previous")),
    ...now!.filter((figure) => isOf(figure, "estimate", "half")).flatMap(factsIn("half")),
    ...now!.filter((figure) => isOf(figure, "estimate", "year")).flatMap(factsIn("year")),
    ...now!.filter((figure) => isOf(figure, "plan", "year")).flatMap(factsIn("plan")),
    ...after!.filter((figure) => isOf(figure, "plan", "year")).flatMap(factsIn("next")),
  ]
}

function isOf({ kind, period }: EnteredFigure, ...of: [EnteredFigure["kind"], EnteredFigure["period"]]) {
  return kind === of[0] && period === of[1]
}

/** A figure stands on every line of its measure and sector. */
function factsIn(column: Column) {
  return ({ id, kind, measure, sector, value, recorded_by }: EnteredFigure): KeyedFact[] =>
    listIndicators()
      .filter((line) => line.measure === measure && (line.sector ?? null) === sector)
      .map(({ key }) => ({
        key,
        column,
        fact: {
          value: value!,
          entered: id,
          by: recorded_by,
          ...(kind === "estimate" && { isEstimate: true as const }),
        },
      }))
}
