import { formatMoney, formatNumber, formatPercent } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import type { Unit } from "./catalogue.ts"
import { notYetMeasured } from "./labels.ts"

/** A figure as people read it: "105", "34,3 %", "1,8 tỷ đồng"; in words where nothing is known yet. */
export function formatFigure(value: number | null, unit: Unit, locale: Locale) {
  if (value === null) return notYetMeasured[locale]
  if (unit === "percent") return formatPercent(value, locale)
  if (unit === "vnd_per_year") return formatMoney(value, locale)
  if (unit === "hectare") return `${formatNumber(value, locale, 2)}\u00a0ha`
  return formatNumber(value, locale)
}
