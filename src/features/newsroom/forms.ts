import { z } from "zod"
import type { Locale } from "../../ui/language.ts"
import { oneOf, optionalText, recordId, requiredDay, requiredText } from "../../web/form-fields.ts"
import { type FormState, startForm } from "../../web/forms.ts"
import { imagesWithoutText } from "../news/body-files.ts"
import { htmlFromTyped, textOfHtml } from "../news/body-html.ts"
import { previewDays } from "./previews.ts"
import type { DeskEdition, Version } from "./queries.ts"
import type { Act } from "./rules.ts"
import { texts } from "./texts.ts"

/** The fields of an article, in the order of the form. */
export const articleFields = ["tieu-de", "chuyen-muc", "body", "tac-gia", "ghi-chu"] as const

/** The field of a translation that says which Vietnamese version lay beside it. */
export const originalField = "ban-goc"

/** Letters of a body with its marks; a report of 200 pages. */
export const longestBody = 600_000

function words(locale: Locale) {
  const t = texts[locale]
  return {
    "tieu-de": requiredText(locale, 300, t.enterTitle),
    /** Clean from here on, whichever way it was typed. */
    body: z
      .string({ error: t.enterBody })
      .max(longestBody)
      .transform((typed, context) => {
        const html = htmlFromTyped(typed)
        if (textOfHtml(html) === "" && !html.includes("<img")) {
          context.addIssue({ code: "custom", message: t.enterBody })
          return z.NEVER
        }
        const silent = silentImages(html, locale)
        if (silent) {
          context.addIssue({ code: "custom", message: silent })
          return z.NEVER
        }
        return html
      }),
    "tac-gia": optionalText(locale, 120),
    "ghi-chu": optionalText(locale, 300),
  }
}

/** Says which images of a body have no alternative text; nothing where all do. */
export function silentImages(bodyHtml: string, locale: Locale) {
  const t = texts[locale]
  const silent = imagesWithoutText(bodyHtml)
  if (silent.length === 0) return undefined
  return t.silentImages(silent.map(({ number, name }) => t.silentImage(number, name)).join(", "))
}

export function articleForm(locale: Locale) {
  return z
    .object({ ...words(locale), "chuyen-muc": recordId(locale, texts[locale].chooseSection) })
    .transform((form) => ({
      title: oneLine(form["tieu-de"]),
      section_id: form["chuyen-muc"],
      body_html: form.body,
      byline: form["tac-gia"],
      note: form["ghi-chu"],
    }))
}

/** A translation stands in the section of its article. */
export function translationForm(locale: Locale) {
  return z.object({ ...words(locale), [originalField]: recordId(locale) }).transform((form) => ({
    title: oneLine(form["tieu-de"]),
    body_html: form.body,
    byline: form["tac-gia"],
    note: form["ghi-chu"],
    translated_from: form[originalField],
  }))
}

export function startArticle(version?: Pick<Version, "title" | "section_id" | "body_html" | "byline">) {
  return startForm({
    "tieu-de": version?.title,
    "chuyen-muc": version && String(version.section_id),
    body: version?.body_html,
    "tac-gia": version?.byline,
  })
}

function oneLine(text: string) {
  return text.replace(/\s+/g, " ")
}

/** What a form for an act asks for; each act has fields of its own, since all of them stand on one page. */
export const actForms = {
  submit: () => z.object({}),
  take_back: () => z.object({}),
  unschedule: () => z.object({}),
  republish: () => z.object({}),
  return: (locale: Locale) => z.object({ "tra-lai": requiredText(locale, 1000, texts[locale].enterReturn) }),
  publish: (locale: Locale) => z.object({ vuot: optionalText(locale, 500) }),
  correct: (locale: Locale) =>
    z.object({
      "dinh-chinh": requiredText(locale, 300, texts[locale].enterCorrection),
      "vuot-sua": optionalText(locale, 500),
    }),
  schedule: (locale: Locale) =>
    z.object({
      ngay: requiredDay(locale),
      gio: z.string({ error: texts[locale].enterHour }).transform((text, context) => {
        const hour = readHour(text)
        if (hour) return hour
        context.addIssue({ code: "custom", message: texts[locale].enterHour })
        return z.NEVER
      }),
      "vuot-hen": optionalText(locale, 500),
    }),
  unpublish: (locale: Locale) => z.object({ go: requiredText(locale, 500, texts[locale].enterUnpublish) }),
} satisfies Partial<Record<Act, (locale: Locale) => z.ZodType>>
export type FormAct = keyof typeof actForms

/** An hour as people write it: "7:30", "7h30", "16h", "16 giờ", "16 giờ 5". */
export function readHour(text: string) {
  const found = /^\s*(\d{1,2})\s*(?:(?::|h|giờ|g)\s*(\d{1,2})?)?\s*(?:phút)?\s*$/iu.exec(
    text.normalize("NFC"),
  )
  if (!found) return undefined
  const hour = Number(found[1])
  const minute = Number(found[2] ?? 0)
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`
}

/** A day and an hour in Vietnam as a moment. */
export function momentOf(day: string, hour: string) {
  return new Date(`${day}T${hour}:00+07:00`)
}

export function slugForm(locale: Locale) {
  const { enterAddress } = texts[locale]
  return z.object({
    "dia-chi": requiredText(locale, 120, enterAddress).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, enterAddress),
  })
}

export function previewForm(locale: Locale) {
  const choices = previewDays.map(String) as [string, ...string[]]
  return z
    .object({ "cho-ai": optionalText(locale, 120), han: oneOf(locale, choices) })
    .transform((form) => ({ note: form["cho-ai"], days: Number(form.han) }))
}

export function restoreForm(locale: Locale) {
  return z.object({ ban: recordId(locale) })
}

/** The correction's first wording is what its writer noted. */
export function startAct(edition: DeskEdition): FormState {
  return startForm({ "dinh-chinh": edition.note, han: "7", "dia-chi": edition.slug })
}
