import { columnKinds, withLevelsTogether } from "../report-forms/columns.ts"
import type { ReportValues } from "../report-forms/definition.ts"

/** Columns that are never empty: what was not said is no, or none. */
const never = { high_technology: false, value_chain: false, ocop_products: 0 } as const

const yearlyColumns = Object.keys(columnKinds)
const isColumn = new Set<string>(yearlyColumns)

/** A filled-in form as a row of yearly_reports keeps it: in columns where there are such, the rest by its codes. */
export function yearlyValues(values: ReportValues) {
  const kept: ReportValues = {
    ...Object.fromEntries(yearlyColumns.map((column) => [column, null])),
    ...never,
  }
  const more: ReportValues = {}
  for (const [code, value] of Object.entries(withLevelsTogether(values))) {
    if (!isColumn.has(code)) more[code] = value
    else if (value !== null) kept[code] = value
  }
  return { ...kept, more }
}
