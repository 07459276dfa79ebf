import { formatMoney, formatNumber, formatPercent } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import type { Unit } from "./catalogue.ts"
import { notYetMeasured } from "./labels.ts"

/** A figure as people read it: "105", "34,3 %", "1,8 tỷ đồng"; in words where nothing is known yet. */
export function formatFigure(value: number | null, unit: Unit, locale: Locale) {
  return value === null ? notYetMeasured[locale] : formats[unit](value, locale)
}

const formats: Readonly<Record<Unit, (value: number, locale: Locale) => string>> = {
  organisation: formatNumber,
  commune: formatNumber,
  person: formatNumber,
  support: formatNumber,
  percent: formatPercent,
  hectare: (value, locale) => `${formatNumber(value, locale, 2)}\u00a0ha`,
  vnd: formatMoney,
  vnd_per_year: formatMoney,
  vnd_per_person_year: formatMoney,
}
