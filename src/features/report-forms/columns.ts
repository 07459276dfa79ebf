import type { FormField, ReportValues } from "./definition.ts"

/** Columns of yearly_reports that a field of the same code feeds, and of which kind that field has to be. */
export const columnKinds = {
  members: "count",
  members_joined: "count",
  members_left: "count",
  workers: "count",
  workers_joined: "count",
  workers_who_are_members: "count",
  managers: "count",
  managers_with_primary_training: "count",
  managers_with_intermediate_training: "count",
  managers_with_college_or_higher: "count",
  capital: "money",
  charter_capital: "money",
  undivided_assets: "money",
  total_assets: "money",
  revenue: "money",
  revenue_from_members: "money",
  profit_before_tax: "money",
  wages: "money",
  taxes_paid: "money",
  support_received: "money",
  development_fund: "money",
  reserve_fund: "money",
  other_funds: "money",
  land_area: "area",
  large_field_area: "area",
  member_cooperatives: "count",
  ocop_products: "count",
  high_technology: "yes_no",
  value_chain: "yes_no",
} as const satisfies Record<string, FormField["kind"]>

/**
 * The exact levels that the standard table takes together. The form of 2019 took intermediate and college as one, the
 * table takes primary and intermediate, and college and all above it: only the exact level serves both.
 */
const levels = {
  managers_with_primary_training: ["managers_primary"],
  managers_with_intermediate_training: ["managers_intermediate"],
  managers_with_college_or_higher: ["managers_college", "managers_university", "managers_postgraduate"],
}

/** Values with the levels of training also as the standard table takes them together. */
export function withLevelsTogether(values: ReportValues): ReportValues {
  const together = Object.entries(levels).flatMap(([column, parts]) => {
    const known = parts.map((part) => values[part]).filter((value) => typeof value === "number")
    return known.length > 0 ? [[column, known.reduce((sum, value) => sum + value, 0)]] : []
  })
  return { ...values, ...Object.fromEntries(together) }
}
