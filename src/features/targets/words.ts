import { formatDay, formatNumber } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import type { Unit } from "../measures/catalogue.ts"
import { formatFigure } from "../measures/format.ts"
import { texts } from "../plans/texts.ts"
import type { ScoreboardRow } from "./scoreboard.ts"

/** A figure of a target in its measure's unit; figures entered by hand have the unit of the plan's words. */
export function formatTargetFigure({ measure, target }: ScoreboardRow, value: number | null, locale: Locale) {
  const unit = measure?.unit ?? unitsByHand[target.unit] ?? "organisation"
  return formatFigure(value, unit, locale)
}

const unitsByHand: Record<string, Unit> = {
  percent: "percent",
  percent_per_year: "percent",
  vnd: "vnd_per_year",
  vnd_per_year: "vnd_per_year",
  vnd_per_month: "vnd_per_year",
  hectare: "hectare",
}

/** "từ 90 % trở lên", "105", "càng ít càng tốt": what the plan asks for. */
export function describeAim(row: ScoreboardRow, locale: Locale) {
  const t = texts[locale]
  const { aim, aim_max, bound } = row.target
  if (bound === "as_few_as_possible") return t.asFew
  if (bound === "as_many_as_possible") return t.asMany
  if (aim === null) return "–"

  const value = formatTargetFigure(row, aim, locale)
  if (bound === "between" && aim_max !== null)
    return t.between(value, formatTargetFigure(row, aim_max, locale))
  if (bound === "at_least") return t.atLeast(value)
  if (bound === "at_most") return t.atMost(value)
  return bound === "about" ? t.about(value) : value
}

/** "Từ nay cần thêm 12 mỗi năm (1 mỗi tháng)." Nothing where the aim is met, or its time is over. */
export function describePace(row: ScoreboardRow, locale: Locale) {
  const t = texts[locale]
  const { neededPerYear, neededPerMonth } = row.verdict
  if (neededPerYear === null || neededPerMonth === null) return undefined
  const format = (value: number) => formatStep(row, Math.abs(value), locale)
  const words = neededPerYear < 0 ? t.paceDown : t.pace
  return words(format(neededPerYear), format(neededPerMonth))
}

/** A difference: percentage points where the figure is a share, with a decimal where whole ones would say nothing. */
function formatStep(row: ScoreboardRow, value: number, locale: Locale) {
  const unit = row.measure?.unit ?? unitsByHand[row.target.unit]
  if (unit === "percent") return texts[locale].points(formatNumber(value, locale, 1))
  if (!unit || unit === "organisation" || unit === "person")
    return formatNumber(value, locale, value < 10 ? 1 : 0)
  return formatFigure(value, unit, locale)
}

/** Where the figure, its aim and even progress stand on a bar that ends at 100 % or a little past the larger of them. */
export function barOf({ measure, target, value, verdict }: ScoreboardRow) {
  const isShare = measure ? measure.unit === "percent" : target.unit === "percent"
  const longest = isShare ? 100 : Math.max(target.aim ?? 0, value ?? 0)
  const place = (figure: number | null) => (figure === null || longest <= 0 ? null : figure / longest)
  return {
    filled: place(value),
    aim: place(target.aim),
    expected: verdict.standing === "reached" || verdict.ended ? null : place(verdict.expected),
  }
}

/** "31/12/2023"; the day before the period says that it is. */
export function describeDay(day: string, { starts_on }: { starts_on: string }, locale: Locale) {
  const shown = formatDay(day, locale)
  return day < starts_on ? `${shown} (${texts[locale].baseline})` : shown
}
