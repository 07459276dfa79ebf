import { z } from "zod"
import { formatDay, formatNumber } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import {
  oneOf,
  optionalFile,
  optionalNumber,
  optionalOneOf,
  optionalText,
  requiredDay,
  requiredText,
  ticked,
} from "../../web/form-fields.ts"
import { startForm } from "../../web/forms.ts"
import { itemsOf, mostPoints, type RatingItem, type SchemeDefinition } from "./definition.ts"
import type { Figures } from "./figures.ts"
import type { Answer, Answers } from "./scoring.ts"
import { sheetTexts as texts } from "./sheet-texts.ts"

/** How the fields of an item are called: what kind, and the code of the item behind it. */
export const itemFields = {
  points: "diem",
  yes: "co",
  choice: "muc",
  figure: "so",
  note: "ghi-chu",
  file: "tep",
  drop: "bo-tep",
} as const

export function fieldOf(kind: keyof typeof itemFields, { code }: Pick<RatingItem, "code">) {
  return `${itemFields[kind]}.${code}`
}

/** Which of the fields an item asks for; nothing where the report answers it. */
export function askedOf(
  item: RatingItem,
  figures: Figures,
): "points" | "yes" | "choice" | "figure" | undefined {
  if (item.input === "points") return "points"
  if (item.input === "choices") return "choice"
  if (item.scored_by && figures[item.scored_by] !== undefined) return undefined
  return item.input === "scale" ? "figure" : "yes"
}

const megabytes = 20

/** What was said to each item; what the reports answer is not asked. Files stand beside it, by the code of the item. */
export function sheetForm(definition: SchemeDefinition, figures: Figures) {
  const most = mostPoints(definition)
  const items = itemsOf(definition)
  return (locale: Locale) => {
    const fields = items.flatMap((item): [string, z.ZodType][] => {
      const asked = askedOf(item, figures)
      return [
        ...(asked
          ? [[fieldOf(asked, item), fieldFor(item, asked, most.get(item.code)!, locale)] as const]
          : []),
        [fieldOf("note", item), optionalText(locale, 1000)],
        [fieldOf("file", item), optionalFile(locale, { megabytes })],
        [fieldOf("drop", item), ticked()],
      ].map((field) => field as [string, z.ZodType])
    })
    return z.object(Object.fromEntries(fields)).transform((typed) => {
      const answers: Answers = {}
      const files = new Map<string, File>()
      const dropped = new Set<string>()
      for (const item of items) {
        const asked = askedOf(item, figures)
        const value = asked && typed[fieldOf(asked, item)]
        const note = typed[fieldOf("note", item)] as string | null
        answers[item.code] = {
          ...(asked &&
            value !== null &&
            value !== undefined && { [asked]: asked === "yes" ? value === "co" : value }),
          ...(note && { note }),
        }
        const file = typed[fieldOf("file", item)] as File | null
        if (file) files.set(item.code, file)
        if (typed[fieldOf("drop", item)]) dropped.add(item.code)
      }
      return { answers, files, dropped }
    })
  }
}

function fieldFor(
  item: RatingItem,
  asked: "points" | "yes" | "choice" | "figure",
  most: number,
  locale: Locale,
) {
  if (asked === "points") return optionalNumber(locale, undefined, { least: 0, most })
  if (asked === "figure") return optionalNumber(locale)
  if (asked === "yes") return optionalOneOf(locale, ["co", "khong"])
  const [first, ...rest] = item.choices.map(({ code }) => code)
  return optionalOneOf(locale, [first ?? "", ...rest])
}

/** The sheet as its form begins. */
export function startSheet(definition: SchemeDefinition, answers: Answers) {
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? null : formatNumber(value, "vi", 2)
  const fields = itemsOf(definition).flatMap((item): [string, string | null][] => {
    const answer: Answer = answers[item.code] ?? {}
    return [
      [fieldOf("points", item), number(answer.points)],
      [fieldOf("figure", item), number(answer.figure)],
      [
        fieldOf("yes", item),
        answer.yes === undefined || answer.yes === null ? null : answer.yes ? "co" : "khong",
      ],
      [fieldOf("choice", item), answer.choice ?? null],
      [fieldOf("note", item), answer.note ?? null],
    ]
  })
  return startForm(Object.fromEntries(fields))
}

export function checkForm(today: string) {
  return (locale: Locale) =>
    z
      .object({
        result: oneOf(locale, ["agrees", "disagrees"], texts[locale].resultNeeded),
        done_by: requiredText(locale, 100),
        happened_on: requiredDay(locale, undefined, { from: "2000-01-01", to: today }),
        note: optionalText(locale, 2000),
      })
      .refine(({ result, note }) => result === "agrees" || note !== null, {
        path: ["note"],
        error: texts[locale].remarkNeeded,
      })
}

export function startCheck(today: string) {
  return startForm({ happened_on: formatDay(today, "vi") })
}

/** Reasons by item, and one for the whole: a sheet goes back with at least one of them. */
export function returnForm(definition: SchemeDefinition) {
  const items = itemsOf(definition)
  return (locale: Locale) =>
    z
      .object({
        note: optionalText(locale, 2000),
        ...Object.fromEntries(items.map(({ code }) => [reasonField(code), optionalText(locale, 500)])),
      })
      .transform((typed) => {
        const reasons = items.flatMap(({ code }) => {
          const reason = (typed as Record<string, string | null>)[reasonField(code)]
          return reason ? [[code, reason] as const] : []
        })
        return { note: typed.note, reasons: Object.fromEntries(reasons) as Record<string, string> }
      })
      .refine(({ note, reasons }) => note !== null || Object.keys(reasons).length > 0, {
        path: ["note"],
        error: texts[locale].reasonNeeded,
      })
}

export function reasonField(code: string) {
  return `ly-do.${code}`
}

export function acceptForm(hasOffice: boolean) {
  return (locale: Locale) =>
    z
      .object({
        counts: hasOffice
          ? oneOf(locale, ["self", "office"], texts[locale].countsNeeded)
          : z.literal("self").catch("self"),
        note: optionalText(locale, 2000),
      })
      .refine(({ counts, note }) => counts === "self" || note !== null, {
        path: ["note"],
        error: texts[locale].officeReasonNeeded,
      })
}

export function objectionForm(today: string) {
  return (locale: Locale) =>
    z.object({
      happened_on: requiredDay(locale, undefined, { from: "2000-01-01", to: today }),
      note: requiredText(locale, 4000, texts[locale].objectionNeeded),
    })
}

export function answerForm(today: string) {
  return (locale: Locale) =>
    z.object({
      outcome: oneOf(locale, ["dismissed", "corrected"], texts[locale].outcomeNeeded),
      happened_on: requiredDay(locale, undefined, { from: "2000-01-01", to: today }),
      note: requiredText(locale, 4000, texts[locale].answerNeeded),
    })
}

export function rankForm(today: string) {
  return (locale: Locale) =>
    z.object({
      rank: requiredText(locale, 40),
      document_number: optionalText(locale, 100),
      document_on: z.preprocess(
        (value) => (value === "" || value === undefined ? null : value),
        requiredDay(locale, undefined, { from: "2000-01-01", to: today }).nullable(),
      ),
      note: optionalText(locale, 1000),
    })
}
