import { lastDayWithin } from "../legal-rules/warnings.ts"
import { addDays, earlier, later } from "../places/days.ts"

/** A stretch of an organisation's life, both days within it. */
export type LifeStretch = { status: string; valid_from: string; valid_to: string }

/** Why one is not rated, with what it follows from, so that nobody has to take it on trust. */
export type NotRated =
  | { reason: "under_twelve_months"; founded_on: string }
  | { reason: "stopped_over_three_months"; days: number; stops: { from: string; to: string }[] }

/** Stopped: whatever is not in operation, with or without a notice, as far as it exists at all. */
const isStop = ({ status }: LifeStretch) => status !== "operating" && status !== "ended"

/**
 * Who is not rated for a year (Circular 01/2020/TT-BKHĐT, Article 8): under 12 months at the end of the year, or
 * stopped for more than 3 months of it. Read here so: twelve months are whole, the first day included, so one founded
 * on 1 January is rated; the stops of a year are added up, and are more than three months when, one after the other
 * from the first day of the first, they reach beyond the day that ends three months.
 */
export function notRated(
  { founded_on, stretches }: { founded_on: string; stretches: readonly LifeStretch[] },
  year: number,
): NotRated | undefined {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  if (last < lastDayWithin(founded_on, 12)) return { reason: "under_twelve_months", founded_on }

  const stops = stretches
    .filter((stretch) => isStop(stretch) && stretch.valid_from <= last && stretch.valid_to >= first)
    .map(({ valid_from, valid_to }) => ({ from: later(valid_from, first), to: earlier(valid_to, last) }))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
  if (stops.length === 0) return undefined
  const days = stops.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0)
  const end = addDays(stops[0]!.from, days - 1)
  return end > lastDayWithin(stops[0]!.from, 3)
    ? { reason: "stopped_over_three_months", days, stops }
    : undefined
}

/** Both days included. */
function daysBetween(from: string, to: string) {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
}
