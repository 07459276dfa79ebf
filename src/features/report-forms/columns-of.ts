import type { ReportValues } from "./definition.ts"

/** Columns of yearly_reports that a field of the same code feeds. */
const numbers = [
  "members",
  "members_joined",
  "members_left",
  "workers",
  "workers_joined",
  "workers_who_are_members",
  "managers",
  "capital",
  "charter_capital",
  "total_assets",
  "undivided_assets",
  "revenue",
  "revenue_from_members",
  "profit_before_tax",
  "wages",
  "taxes_paid",
  "support_received",
  "land_area",
  "large_field_area",
  "development_fund",
  "reserve_fund",
  "other_funds",
  "member_cooperatives",
] as const

/**
 * The exact levels that the standard table takes together. The form of 2019 took intermediate and college as one, the
 * table takes primary and intermediate, and college and all above it: only the exact level serves both.
 */
const levels = {
  managers_with_primary_training: ["managers_primary"],
  managers_with_intermediate_training: ["managers_intermediate"],
  managers_with_college_or_higher: ["managers_college", "managers_university", "managers_postgraduate"],
} as const

/** A filled-in form as the columns of yearly_reports; what has no column of its own stands in "more". */
export function columnsOf(values: ReportValues) {
  const kept = new Set<string>([...numbers, "ocop_products", "high_technology", "value_chain"])
  const more = Object.entries(values).filter(([code, value]) => !kept.has(code) && value !== null)
  return {
    ...(Object.fromEntries(numbers.map((code) => [code, numberIn(values, code)])) as Record<
      (typeof numbers)[number],
      number | null
    >),
    managers_with_primary_training: sumOf(values, levels.managers_with_primary_training),
    managers_with_intermediate_training: sumOf(values, levels.managers_with_intermediate_training),
    managers_with_college_or_higher: sumOf(values, levels.managers_with_college_or_higher),
    ocop_products: numberIn(values, "ocop_products") ?? 0,
    high_technology: values.high_technology === true,
    value_chain: values.value_chain === true,
    more: Object.fromEntries(more),
  }
}

/** The sum of those that are known; nothing where none is. */
function sumOf(values: ReportValues, codes: readonly string[]) {
  const known = codes.map((code) => numberIn(values, code)).filter((value) => value !== null)
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null
}

function numberIn(values: ReportValues, code: string) {
  const value = values[code]
  return typeof value === "number" ? value : null
}
