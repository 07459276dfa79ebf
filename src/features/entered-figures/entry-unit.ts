import type { Locale } from "../../ui/language.ts"
import type { Unit } from "../measures/catalogue.ts"
import { unitNames } from "../measures/labels.ts"

const million = 1_000_000
const moneyNames: Partial<Record<Unit, Readonly<Record<Locale, string>>>> = {
  vnd: { vi: "triệu đồng", en: "million đồng" },
  vnd_per_year: { vi: "triệu đồng/năm", en: "million đồng a year" },
  vnd_per_person_year: { vi: "triệu đồng/người/năm", en: "million đồng a person a year" },
}

/** What people write figures of a measure in: money in millions, as the ministry's table has it. */
export function entryUnit(unit: Unit, locale: Locale) {
  return (moneyNames[unit] ?? unitNames[unit])[locale]
}

/** How many of the measure's own unit one written unit is. */
export function entryFactor(unit: Unit) {
  return moneyNames[unit] ? million : 1
}
