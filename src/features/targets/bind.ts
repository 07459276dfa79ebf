import { fold } from "../../ui/slug.ts"
import type { Target } from "../imports/page-import.ts"
import type { Better, MeasureCode } from "../measures/catalogue.ts"
import { getMeasure } from "../measures/catalogue.ts"
import type { Denominator, Sector } from "../measures/scope.ts"

export type Binding = {
  measure: MeasureCode
  sector: Sector | null
  denominator: Denominator | null
  /** In the measure's own unit; none: as few, or as many, as possible. */
  aim: number | null
  aim_max: number | null
  better: Better
}

/** What of a read target decides how it is counted. */
export type ReadTarget = Pick<
  Target,
  "subject" | "holder" | "change" | "qualifiers" | "unit" | "value" | "value_max" | "bound" | "quote"
>

/**
 * The entry of the catalogue that counts exactly what a target says, or nothing. A target whose meaning differs,
 * or cannot be told from its words, stays unbound: its figures are then entered by hand.
 */
export function bindTarget(target: ReadTarget): Binding | null {
  const found = find(target)
  if (!found) return null

  const aims = found.aims ?? [target.value, target.value_max]
  const [aim, aim_max] = aims.map((aim) => (aim === null ? null : aim * (found.times ?? 1)))
  if (aim === null && !isOpenEnded(target.bound)) return null

  const measure = getMeasure(found.measure)
  return {
    measure: found.measure,
    sector: target.qualifiers.includes("agricultural") ? "agriculture" : null,
    denominator: measure.denominators[0] ?? null,
    aim: isOpenEnded(target.bound) ? null : aim!,
    aim_max: aim_max ?? null,
    better: betterOf(target.bound, measure.better),
  }
}

type Found = { measure: MeasureCode; times?: number; aims?: [number | null, number | null] }

function find(target: ReadTarget): Found | null {
  const { subject, change, unit } = target
  if (subject === "model") return findModels(target)
  if (change === "new" && unit === "count") return named(founded, target)
  if (change !== "level") return null

  if (subject === "area") return findLargeFields(target)
  if (subject === "income") return findIncome(target)
  if (subject === "revenue" || subject === "profit") return findAverage(target)
  if (unit === "percent") return named(shares, target)
  return unit === "count" ? named(levels, target) : null
}

/** Subject, whose it is where that is said, and what qualifies it; in the keys, agriculture is left out. */
const founded: Record<string, MeasureCode> = {
  cooperative: "cooperatives_founded",
  cooperative_group: "cooperative_groups_founded",
  "cooperative_group large_field": "cooperative_groups_founded_with_large_field",
  cooperative_union: "cooperative_unions_founded",
}
const levels: Record<string, MeasureCode> = {
  cooperative: "cooperatives",
  "cooperative active": "cooperatives_operating",
  "cooperative high_technology": "high_technology",
  "cooperative value_chain": "value_chain",
  cooperative_group: "cooperative_groups",
  cooperative_union: "cooperative_unions",
  credit_fund: "credit_funds",
  "member of cooperative": "members",
  "member of cooperative_group": "members_of_cooperative_groups",
  "worker of cooperative": "workers",
}
const shares: Record<string, MeasureCode> = {
  "cooperative profitable": "cooperatives_profitable_share",
  "cooperative good_or_fair": "cooperatives_good_or_fair_share",
  "cooperative average": "cooperatives_average_share",
  "cooperative weak": "cooperatives_weak_share",
}

function named(table: Record<string, MeasureCode>, { subject, holder, qualifiers }: ReadTarget) {
  const qualified = qualifiers.filter((qualifier) => qualifier !== "agricultural").sort()
  const key = [subject, ...(holder ? ["of", holder] : []), ...qualified].join(" ")
  const measure = table[key]
  return measure ? { measure } : null
}

/** "Mỗi xã xây dựng từ 01 đến 02 mô hình" is met when every commune has its first; a second is not counted. */
function findModels({ change, qualifiers, unit, value }: ReadTarget): Found | null {
  const onlyOurs = qualifiers.every((qualifier) =>
    ["per_commune", "lasting", "effective"].includes(qualifier),
  )
  const isBuilding = change === "level" || change === "new"
  if (!isBuilding || !onlyOurs || !qualifiers.includes("per_commune")) return null
  if (unit !== "count" || value !== 1) return null
  return { measure: "communes_with_lasting_model_share", aims: [100, null] }
}

function findLargeFields({ holder, qualifiers, unit }: ReadTarget): Found | null {
  const ofAll = holder === null || holder === "organisation"
  const isLargeField = qualifiers.length === 1 && qualifiers[0] === "large_field"
  return ofAll && isLargeField && unit === "hectare" ? { measure: "large_field_area" } : null
}

/** "Doanh thu bình quân một hợp tác xã"; the revenue of all of them together is another figure. */
function findAverage({ subject, holder, qualifiers, unit, quote }: ReadTarget): Found | null {
  const others = qualifiers.filter((qualifier) => !["agricultural", "per_organisation"].includes(qualifier))
  const isAverage = qualifiers.includes("per_organisation") || fold(quote).includes("binh quan")
  const times = timesOfYear(unit)
  if (holder !== "cooperative" || others.length > 0 || !isAverage || !times) return null
  return { measure: subject === "revenue" ? "average_revenue" : "average_profit", times }
}

/** Workers' income and members' income are different figures, and only the words tell which is meant. */
function findIncome({ holder, qualifiers, unit, quote }: ReadTarget): Found | null {
  const words = fold(quote)
  const isOfWorkers = words.includes("lao dong") && !/thanh vien|xa vien/.test(words)
  const others = qualifiers.filter((qualifier) => qualifier !== "agricultural")
  const times = timesOfYear(unit)
  if (holder !== "cooperative" || !isOfWorkers || others.length > 0 || !times) return null
  return { measure: "average_worker_income", times }
}

/** Money "a year" or "a month"; money without either does not say of how long it is. */
function timesOfYear(unit: Target["unit"]) {
  if (unit === "vnd_per_year") return 1
  return unit === "vnd_per_month" ? 12 : null
}

function isOpenEnded(bound: Target["bound"]) {
  return bound === "as_few_as_possible" || bound === "as_many_as_possible"
}

function betterOf(bound: Target["bound"], usually: Better): Better {
  if (bound === "at_least" || bound === "as_many_as_possible") return "more"
  return bound === "at_most" || bound === "as_few_as_possible" ? "less" : usually
}
