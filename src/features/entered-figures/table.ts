import { measureCodes } from "../measures/catalogue.ts"
import type { Figure } from "../measures/figures.ts"
import { sectors } from "../measures/scope.ts"
import { completion } from "../official-reports/compared.ts"
import type { EnteredFigure, EnteredKind, Subject } from "./figures.ts"

/** What was planned, estimated and done of one measure, side by side. */
export type FigureRow = {
  subject: Omit<Subject, "kind">
  entered: Partial<Record<EnteredKind, EnteredFigure>>
  outcome: Figure | undefined
}

/** One row for each measure, period and sector, in the order of the ministry's table. */
export function rowsOf(figures: readonly EnteredFigure[]): Omit<FigureRow, "outcome">[] {
  const rows = new Map<string, Omit<FigureRow, "outcome">>()
  for (const figure of figures) {
    const { measure, place_id, year, period, sector } = figure
    const key = [measure, period, sector].join()
    const row = rows.get(key) ?? { subject: { measure, place_id, year, period, sector }, entered: {} }
    row.entered[figure.kind] = figure
    rows.set(key, row)
  }
  const place = ({ subject: { measure, period, sector } }: Omit<FigureRow, "outcome">) =>
    (measureCodes.indexOf(measure) * 2 + (period === "half" ? 0 : 1)) * 10 +
    (sector ? 1 + sectors.indexOf(sector) : 0)
  return [...rows.values()].sort((one, other) => place(one) - place(other))
}

/** The outcome, or while there is none the estimate, in per cent of the plan. */
export function completionOf({ entered, outcome }: FigureRow) {
  return completion(outcome?.value ?? entered.estimate?.value ?? undefined, entered.plan?.value ?? undefined)
}
