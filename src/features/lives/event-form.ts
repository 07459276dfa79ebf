import { z } from "zod"
import type { Locale } from "../../ui/language.ts"
import { optionalDay, optionalFile, optionalText, requiredDay, requiredText } from "../../web/form-fields.ts"
import { addDays } from "../places/days.ts"
import { kinds } from "../register/vocabulary.ts"
import { type Asked, askedBy, type LifeEvent } from "./event-rules.ts"
import { certificateFields, factsForm } from "./facts-form.ts"
import { texts } from "./texts.ts"

/** Notices come ahead of what they announce, but not by more than this. */
const daysAhead = 366

/** Day and document of what happened, and what only this event asks. */
export function eventForm(kind: LifeEvent, today: string) {
  return (locale: Locale) =>
    z.object({ ...happeningFields(locale, today), ...fieldsFor(askedBy(kind), locale) })
}

/** The same for a record that corrects another: with the reason. */
export function correctionForm(asked: readonly Asked[], today: string) {
  return (locale: Locale) =>
    z.object({
      ...happeningFields(locale, today),
      ...fieldsFor(asked, locale),
      reason: requiredText(locale, 1000, texts[locale].reasonNeeded),
    })
}

export function withdrawalForm(locale: Locale) {
  return z.object({ reason: requiredText(locale, 1000, texts[locale].reasonNeeded) })
}

function happeningFields(locale: Locale, today: string) {
  return {
    happened_on: requiredDay(locale, undefined, { from: "1945-01-01", to: addDays(today, daysAhead) }),
    document_number: optionalText(locale, 80),
    document_on: optionalDay(locale, undefined, { to: addDays(today, daysAhead) }),
    file: optionalFile(locale, { megabytes: 20 }),
    note: optionalText(locale, 1000),
  }
}
export type TypedHappening = z.output<z.ZodObject<ReturnType<typeof happeningFields>>>

/** Everything that an event may ask: what its form has no field for is not there. */
export type TypedEvent = TypedHappening & {
  until_on?: string | null
  new_name?: string
  parts?: string[]
  new_kind?: (typeof kinds)[number] | "enterprise"
}

function fieldsFor(asked: readonly Asked[], locale: Locale) {
  const fields = {
    facts: factsForm(locale).shape,
    certificate: { ...certificateFields(locale), code: optionalText(locale, 20) },
    place: { address: optionalText(locale, 300) },
    until_on: { until_on: optionalDay(locale) },
    other: {},
    union_of: { new_name: requiredText(locale, 250, texts[locale].nameNeeded) },
    parts: { parts: lines(locale) },
    new_kind: { new_kind: z.enum([...kinds, "enterprise"]) },
  } satisfies Record<Asked, z.ZodRawShape>
  return Object.assign({}, ...asked.map((what) => fields[what])) as z.ZodRawShape
}

function lines(locale: Locale) {
  return requiredText(locale, 2000, texts[locale].partsOfSeparation).transform((text) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  )
}
