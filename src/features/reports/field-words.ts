import { formatNumber, formatPercent } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import type { FormField, ReportValues } from "../report-forms/definition.ts"
import { texts } from "./texts.ts"

/** What a number is of: people, đồng, hectares, per cent. */
export function unitOf({ kind, unit }: Pick<FormField, "kind" | "unit">, locale: Locale) {
  if (kind === "money") return texts[locale].dong
  if (kind === "area") return "ha"
  return kind === "share" ? "%" : (unit?.[locale] ?? "")
}

/** A value to its last digit, with its unit: whoever checks it reads all of it. Nothing where it was left empty. */
export function exactWords(field: FormField, value: ReportValues[string] | undefined, locale: Locale) {
  const t = texts[locale]
  if (value === null || value === undefined || value === "") return ""
  if (typeof value === "boolean") return value ? t.yes : t.no
  if (typeof value === "string") return field.choices?.find(({ code }) => code === value)?.[locale] ?? value
  const unit = unitOf(field, locale)
  return `${formatNumber(value, locale, 2)}${unit && `\u00a0${unit}`}`
}

/** "+12 (+4,5 %)": how much a number is more or less than the year before; nothing where either is not known. */
export function changeWords(
  now: ReportValues[string] | undefined,
  before: ReportValues[string] | undefined,
  locale: Locale,
) {
  if (typeof now !== "number" || typeof before !== "number") return ""
  const difference = now - before
  if (difference === 0) return texts[locale].unchanged
  const share =
    before !== 0 ? ` (${signed(formatPercent((difference / Math.abs(before)) * 100, locale))})` : ""
  return `${signed(formatNumber(difference, locale, 2))}${share}`
}

function signed(words: string) {
  return words.startsWith("-") ? words.replace("-", "−") : `+${words}`
}
