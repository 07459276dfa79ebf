import { Problem } from "../../problem.ts"
import type { Measure, MeasureKind } from "./catalogue.ts"
import { type Figure, worth } from "./figures.ts"

/** What parts of a figure may stand side by side over. */
export type Over = "places" | "sectors" | "kinds" | "periods"

/** Whether figures of a measure may be added: what is there on a day is not there twice because two days are asked for. */
export function addsUp(kind: MeasureKind, over: Over) {
  return kind === "flow" || (kind === "stock" && over !== "periods")
}

/**
 * The sum of parts that do not overlap. Parts that must never be added are refused; shares and averages of a whole
 * come from its own records, never from those of its parts.
 */
export function addUp(measure: Measure, parts: readonly Figure[], over: Over): Figure {
  if (!addsUp(measure.kind, over)) throw new ImpossibleSum(measure, over)
  const sums = { numerator: 0, denominator: 0, records: 0, measured: 0 }
  for (const part of parts) {
    sums.numerator += part.numerator
    sums.denominator += part.denominator
    sums.records += part.records
    if (part.value !== null) sums.measured += part.records
  }
  const { numerator, denominator, records } = sums
  const years = parts.flatMap(({ year }) => year ?? [])
  return {
    value: worth(measure, sums),
    numerator,
    denominator,
    records,
    year: years.length > 0 ? Math.max(...years) : null,
  }
}

export class ImpossibleSum extends Problem {
  constructor({ code, kind }: Measure, over: Over) {
    super(
      kind === "stock"
        ? `${code} counts what there is on a day: over ${over} it cannot be added up. Ask for the last day instead.`
        : `${code} is ${kind === "share" ? "a share" : "an average"}: over ${over} it cannot be added up. Ask for the whole, which is counted as sum ÷ sum.`,
    )
  }
}
