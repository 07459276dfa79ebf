import { z } from "zod"
import { formatDay } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { oneOf, optionalDay, optionalText, requiredDay, requiredText } from "../../web/form-fields.ts"
import { startForm } from "../../web/forms.ts"
import { longestReason } from "../administration/reason-page.tsx"
import { texts as administrationTexts } from "../administration/texts.ts"
import { startPick } from "../choosing/pick-one.ts"
import { placeName } from "../places/names.ts"
import { type Agency, agencyKinds } from "./queries.ts"

function facts(locale: Locale) {
  return {
    kind: oneOf(locale, agencyKinds),
    name: requiredText(locale, 200),
    name_en: optionalText(locale, 200),
    short_name: optionalText(locale, 60),
    legal_act: optionalText(locale, 300),
  }
}

function reason(locale: Locale) {
  return requiredText(locale, longestReason, administrationTexts[locale].reasonNeeded)
}

export function newAgencyForm(locale: Locale) {
  return z.object({
    ...facts(locale),
    valid_from: optionalDay(locale),
    predecessor: z.string().optional(),
  })
}

export function correctionForm(locale: Locale) {
  return z.object({ ...facts(locale), reason: reason(locale) })
}

export function endForm(locale: Locale) {
  return z.object({
    valid_to: requiredDay(locale),
    successor: optionalText(locale, 200),
    reason: reason(locale),
  })
}

/** The facts that two people may change at once, in the order of the page. */
export const factFields = ["kind", "name", "name_en", "short_name", "place", "legal_act"] as const

export function startFacts(agency: Agency, locale: Locale) {
  const { kind, name, name_en, short_name, legal_act } = agency
  return startForm({
    kind,
    name,
    name_en,
    short_name,
    legal_act,
    ...startPick("place", placeOf(agency, locale)),
  })
}

/** What follows an agency begins with all of it, from today on. */
export function startSuccessor(agency: Agency, today: string, locale: Locale) {
  const { values } = startFacts(agency, locale)
  return startForm({
    ...values,
    valid_from: formatDay(today, "vi"),
    predecessor: agency.slug,
    legal_act: null,
  })
}

export function placeOf({ place_id, place_name, place_kind }: Agency, locale: Locale) {
  if (place_id === null || !place_name || !place_kind) return undefined
  return { id: place_id, label: placeName({ name: place_name, kind: place_kind }, locale) }
}
