import type { FormDefinition, FormField, FormRule, ReportValues } from "../report-forms/definition.ts"

/** What is wrong with a value, whoever typed it; what a rule says of it is another matter. */
export type ValueFault = "kind" | "whole" | "least" | "most" | "choice" | "long"

export const longest = 2000

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
      const { least, most } = limitsOf(field)
      if (isWhole(field) ? !Number.isInteger(value) : !hasTwoDecimals(value)) return "whole"
      return value < least ? "least" : value > most ? "most" : undefined
    }
  }
}

/** The least and most that a field takes: nothing is negative unless the form says that it may be. */
export function limitsOf({ kind, least = 0, most = mostOf[kind] ?? largest }: Limited) {
  return { least, most }
}
type Limited = Pick<FormField, "kind" | "least" | "most">

/** More digits than the largest are not kept exactly by a number; no column holds more people or hectares. */
const largest = 999_999_999_999_999
const mostOf: Partial<Record<FormField["kind"], number>> = {
  count: 2_147_483_647,
  area: 9_999_999_999.99,
  share: 100,
}

/** People and đồng are counted whole; hectares and per cent have two decimals. */
export function isWhole({ kind }: Pick<FormField, "kind">) {
  return kind === "count" || kind === "money"
}

export function hasTwoDecimals(value: number) {
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
