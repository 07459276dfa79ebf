import type { FormDefinition, FormField, FormRule, ReportValues } from "../report-forms/definition.ts"

/** What is wrong with a value, whoever typed it; what a rule says of it is another matter. */
export type ValueFault = "kind" | "whole" | "least" | "most" | "choice" | "long"

/** More digits are not kept exactly, and no column holds more people. */
export const largest = { count: 2_147_483_647, other: 999_999_999_999_999 }
const longest = 2000

/**
 * The values that a form can hold, in its order: fields it has not are dropped, totals are left to be worked out, and
 * what can't be kept as it is has a fault.
 */
export function readValues({ fields }: Pick<FormDefinition, "fields">, given: ReportValues) {
  const values: ReportValues = {}
  const faults: Record<string, ValueFault> = {}
  for (const field of fields) {
    if (field.total_of) continue
    const value = given[field.code] ?? null
    const fault = value === null || value === "" ? undefined : faultIn(field, value)
    if (fault) faults[field.code] = fault
    else values[field.code] = value === "" ? null : value
  }
  return { values, faults }
}

/** The least and most that a field takes: nothing is negative unless the form says that it may be. */
export function limitsOf({ kind, least = 0, most }: Pick<FormField, "kind" | "least" | "most">) {
  const end = kind === "count" ? largest.count : kind === "share" ? 100 : largest.other
  return { least, most: most ?? end, isWhole: kind === "count" || kind === "money" }
}

function faultIn(field: FormField, value: number | boolean | string): ValueFault | undefined {
  switch (field.kind) {
    case "yes_no":
      return typeof value === "boolean" ? undefined : "kind"
    case "text":
      return typeof value !== "string" ? "kind" : value.length > longest ? "long" : undefined
    case "choice":
      return field.choices?.some(({ code }) => code === value) ? undefined : "choice"
    default: {
      if (typeof value !== "number" || !Number.isFinite(value)) return "kind"
      const { least, most, isWhole } = limitsOf(field)
      if (isWhole ? !Number.isInteger(value) : !hasTwoDecimals(value)) return "whole"
      return value < least ? "least" : value > most ? "most" : undefined
    }
  }
}

function hasTwoDecimals(value: number) {
  return Math.abs(Math.round(value * 100) / 100 - value) < 1e-9 * Math.max(1, Math.abs(value))
}

const within = (part: string, whole: string): FormRule => ({
  code: `${part}_within_${whole}`,
  severity: "blocking",
  test: { "<=": [{ var: `value.${part}` }, { var: `value.${whole}` }] },
  message: {
    vi: "Số này là một phần của số kia nên không thể lớn hơn. Hãy xem lại cả hai.",
    en: "This is a part of the other figure and cannot be larger. Look at both again.",
  },
  fields: [part, whole],
})

/** What the yearly report can never say, whatever rules a form has (checks of yearly_reports). */
export const standingRules: readonly FormRule[] = [
  within("revenue_from_members", "revenue"),
  within("workers_who_are_members", "workers"),
]
