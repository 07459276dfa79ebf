import { z } from "zod"
import { formatNumber } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { optionalNumber, optionalOneOf, optionalText } from "../../web/form-fields.ts"
import { type FormState, startForm } from "../../web/forms.ts"
import type { FormDefinition, FormField, ReportValues } from "../report-forms/definition.ts"
import { hasTwoDecimals, isWhole, limitsOf, longest } from "./read-values.ts"
import { texts } from "./texts.ts"

/** How yes and no are sent by a form; nothing chosen is no answer. */
export const yesNoWords = { yes: "co", no: "khong" } as const

/** What the page of a form may send: its fields under their codes, all of which may be empty while it is a draft. */
export function valuesForm({ fields }: Pick<FormDefinition, "fields">) {
  return (locale: Locale): z.ZodType<ReportValues> =>
    z.object(Object.fromEntries(typedFields(fields).map((field) => [field.code, fieldOf(field, locale)])))
}

/** Totals are worked out, not typed. */
function typedFields(fields: readonly FormField[]) {
  return fields.filter(({ total_of }) => !total_of)
}

function fieldOf(field: FormField, locale: Locale): z.ZodType<ReportValues[string]> {
  const t = texts[locale]
  switch (field.kind) {
    case "yes_no":
      return optionalOneOf(locale, [yesNoWords.yes, yesNoWords.no]).transform((word) =>
        word === null ? null : word === yesNoWords.yes,
      )
    case "choice": {
      const [first = "", ...rest] = (field.choices ?? []).map(({ code }) => code)
      return optionalOneOf(locale, [first, ...rest])
    }
    case "text":
      return optionalText(locale, longest)
    default: {
      const limits = { ...limitsOf(field), whole: isWhole(field) }
      return optionalNumber(locale, limits.whole ? t.wholeNeeded : t.decimalNeeded, limits).refine(
        (value) => value === null || limits.whole || hasTwoDecimals(value),
        t.twoDecimals,
      )
    }
  }
}

/** Values as they stand in the boxes of a form, written as people here write them. */
export function startValues({ fields }: Pick<FormDefinition, "fields">, values: ReportValues): FormState {
  return startForm(
    Object.fromEntries(
      typedFields(fields).map((field) => [field.code, typedWords(field, values[field.code] ?? null)]),
    ),
  )
}

function typedWords({ kind }: FormField, value: ReportValues[string]): string | null {
  if (value === null) return null
  if (typeof value === "number") return formatNumber(value, "vi", 2)
  if (typeof value === "boolean") return value ? yesNoWords.yes : yesNoWords.no
  return kind === "text" || kind === "choice" ? value : null
}
