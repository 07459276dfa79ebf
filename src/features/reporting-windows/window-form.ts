import { z } from "zod"
import type { Locale } from "../../ui/language.ts"
import {
  oneOf,
  optionalNumber,
  optionalText,
  requiredNumber,
  requiredText,
  ticked,
} from "../../web/form-fields.ts"
import { type FormState, startForm, withError } from "../../web/forms.ts"
import { reasonForm } from "../administration/reason-page.tsx"
import type { CalendarFault, KeptWindow } from "./calendar.ts"
import { texts } from "./texts.ts"
import { dayMonth, stretchWords } from "./words.ts"

const yearLimits = { least: 1990, most: 2100, whole: true }

/** What an added or corrected window says. */
export function windowForm(locale: Locale) {
  return z
    .object({
      first_year: requiredNumber(locale, undefined, yearLimits),
      last_year: optionalNumber(locale, undefined, yearLimits),
      due_on: dayOfYear(locale),
      due_year: oneOf(locale, ["0", "1"]),
      data_end: optionalText(locale, 10).transform((text, context) =>
        text === null ? null : settleDay(text, locale, context),
      ),
      legal_basis: requiredText(locale, 200),
      is_checked: ticked(),
      leaves_gap: ticked(),
      ...reasonForm(locale).shape,
    })
    .refine(({ first_year, last_year }) => last_year === null || first_year <= last_year, {
      path: ["last_year"],
      message: texts[locale].backwards,
    })
    .transform(({ due_on, due_year, data_end, reason, leaves_gap, ...window }) => ({
      window: {
        ...window,
        due_day: due_on.day,
        due_month: due_on.month,
        due_year_offset: Number(due_year),
        data_end_day: data_end?.day ?? null,
        data_end_month: data_end?.month ?? null,
      } satisfies KeptWindow,
      reason,
      leavesGap: leaves_gap,
    }))
}

export function endForm({ first_year }: KeptWindow) {
  return (locale: Locale) =>
    z.object({
      last_year: requiredNumber(locale, undefined, { ...yearLimits, least: first_year }),
      ...reasonForm(locale).shape,
    })
}

export function startWindow(window: KeptWindow) {
  return startForm({
    first_year: String(window.first_year),
    last_year: window.last_year === null ? null : String(window.last_year),
    due_on: dayMonth(window.due_day, window.due_month),
    due_year: String(window.due_year_offset),
    data_end:
      window.data_end_day === null || window.data_end_month === null
        ? null
        : dayMonth(window.data_end_day, window.data_end_month),
    legal_basis: window.legal_basis,
    is_checked: window.is_checked ? "1" : null,
  })
}

/** A calendar that cannot stand, said beside the year that would mend it. */
export function withFault(form: FormState, fault: CalendarFault, locale: Locale) {
  const t = texts[locale]
  const years = stretchWords(fault, locale)
  return withError(form, "first_year", fault.kind === "gap" ? t.gapLeft(years) : t.overlap(years))
}

function dayOfYear(locale: Locale) {
  const message = texts[locale].dayMonth
  return z.string({ error: message }).transform((text, context) => settleDay(text, locale, context))
}

function settleDay(text: string, locale: Locale, context: z.RefinementCtx) {
  const found = readDayOfYear(text)
  if (found) return found
  context.addIssue({ code: "custom", message: texts[locale].dayMonth })
  return z.NEVER
}

/** "15/12" is a day of every year, "29/02" the last of February, "31/4" and "30/2" are none. */
export function readDayOfYear(text: string) {
  const written = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(text)
  if (!written) return undefined
  const [day, month] = [Number(written[1]), Number(written[2])]
  if (month < 1 || month > 12 || day < 1) return undefined
  const lastOfMonth = new Date(Date.UTC(2024, month, 0)).getUTCDate()
  return day <= lastOfMonth ? { day, month } : undefined
}
