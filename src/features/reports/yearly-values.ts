import type { ReportValues } from "../report-forms/definition.ts"

/** Columns of yearly_reports that a field of the same code feeds. */
const columns = [
  "members",
  "members_joined",
  "members_left",
  "workers",
  "workers_joined",
  "workers_who_are_members",
  "managers",
  "managers_with_primary_training",
  "managers_with_intermediate_training",
  "managers_with_college_or_higher",
  "capital",
  "charter_capital",
  "undivided_assets",
  "total_assets",
  "revenue",
  "revenue_from_members",
  "profit_before_tax",
  "wages",
  "taxes_paid",
  "support_received",
  "development_fund",
  "reserve_fund",
  "other_funds",
  "land_area",
  "large_field_area",
  "member_cooperatives",
] as const
/** Columns that are never empty: what was not said is no, or none. */
const never = { high_technology: false, value_chain: false, ocop_products: 0 } as const

export const yearlyColumns = [...columns, ...(Object.keys(never) as (keyof typeof never)[])]
const isColumn = new Set<string>(yearlyColumns)

/** A filled-in form as a row of yearly_reports keeps it: in columns where there are such, the rest by its codes. */
export function yearlyValues(values: ReportValues) {
  const kept: ReportValues = { ...Object.fromEntries(columns.map((column) => [column, null])), ...never }
  const more: ReportValues = {}
  for (const [code, value] of Object.entries(values)) {
    if (!isColumn.has(code)) more[code] = value
    else if (value !== null) kept[code] = value
  }
  return { ...kept, more }
}

/** The same the other way round: what a row of yearly_reports says, by the codes of fields. */
export function valuesOfYear(row: Record<string, unknown> & { more: unknown }): ReportValues {
  const own = yearlyColumns.map((column) => [column, (row[column] ?? null) as ReportValues[string]])
  return { ...Object.fromEntries(own), ...(row.more as ReportValues) }
}
