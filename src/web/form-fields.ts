import { z } from "zod"
import { formatDay, formatNumber, readDay, readNumber } from "../ui/format.ts"
import { inBoth, type Locale } from "../ui/language.ts"

const texts = inBoth({
  required: ["Hãy điền mục này.", "Fill this in."],
  tooLong: [
    (most: number) => `Hãy viết ngắn hơn: nhiều nhất ${formatNumber(most, "vi")} ký tự.`,
    (most: number) => `Write less: at most ${formatNumber(most, "en")} characters.`,
  ],
  once: ["Hãy chỉ điền mục này một lần.", "Fill this in only once."],
  email: ["Hãy viết địa chỉ như ten@tinh.gov.vn.", "Write an address such as name@example.vn."],
  day: ["Hãy viết ngày như 15/10/2020.", "Write a day such as 15/10/2020."],
  dayFrom: [
    (from: string) => `Hãy viết ngày từ ${formatDay(from, "vi")} trở đi.`,
    (from: string) => `Write a day from ${formatDay(from, "en")} on.`,
  ],
  dayTo: [
    (to: string) => `Hãy viết ngày không sau ${formatDay(to, "vi")}.`,
    (to: string) => `Write a day no later than ${formatDay(to, "en")}.`,
  ],
  number: ["Hãy viết số như 1.250 hoặc 12,5.", "Write a number such as 1.250 or 12,5."],
  whole: ["Hãy viết số nguyên như 1.250.", "Write a whole number such as 1.250."],
  numberFrom: [
    (least: number) => `Hãy viết số từ ${formatNumber(least, "vi", 6)} trở lên.`,
    (least: number) => `Write a number of ${formatNumber(least, "vi", 6)} or more.`,
  ],
  numberTo: [
    (most: number) => `Hãy viết số không quá ${formatNumber(most, "vi", 6)}.`,
    (most: number) => `Write a number of ${formatNumber(most, "vi", 6)} or less.`,
  ],
  choice: ["Hãy chọn một mục trong danh sách.", "Choose one of the list."],
  atLeastOne: ["Hãy chọn ít nhất một mục.", "Choose at least one."],
  file: ["Hãy chọn một tệp.", "Choose a file."],
  fileSize: [
    (megabytes: number) => `Hãy chọn tệp nhỏ hơn ${formatNumber(megabytes, "vi", 1)} MB.`,
    (megabytes: number) => `Choose a file smaller than ${formatNumber(megabytes, "en", 1)} MB.`,
  ],
})

/** Words of one line or several, without the blanks around them; the message says what is missing. */
export function requiredText(locale: Locale, most: number, message: string = texts[locale].required) {
  return z.string({ error: message }).trim().min(1, message).max(most, texts[locale].tooLong(most))
}

/** The same, where nothing is an answer too: null. */
export function optionalText(locale: Locale, most: number) {
  const t = texts[locale]
  return z
    .string({ error: t.once })
    .trim()
    .max(most, t.tooLong(most))
    .optional()
    .transform((text) => text || null)
}

const emailShape = /^[^\s@"'<>()\\,;:]+@[^\s@"'<>()\\,;:]+\.[^\s@"'<>()\\,;:]+$/

export function requiredEmail(locale: Locale, message: string = texts[locale].email) {
  return requiredText(locale, 254, message)
    .regex(emailShape, message)
    .transform((email) => email.toLowerCase())
}

export function optionalEmail(locale: Locale, message: string = texts[locale].email) {
  return optionalText(locale, 254).transform((email, context) =>
    email && !emailShape.test(email) ? refuse(context, message) : (email?.toLowerCase() ?? null),
  )
}

/** Days; without limits of one's own, years that anything here can have happened in. */
type DayLimits = { from?: string; to?: string }

/** A day as people write it: 15/10/2020. */
export function requiredDay(
  locale: Locale,
  message: string = texts[locale].day,
  { from = "1900-01-01", to = "2100-12-31" }: DayLimits = {},
) {
  const t = texts[locale]
  return z.string({ error: message }).transform((text, context) => {
    const day = readDay(text)
    if (!day) return refuse(context, message)
    if (day < from) return refuse(context, t.dayFrom(from))
    if (day > to) return refuse(context, t.dayTo(to))
    return day
  })
}

export function optionalDay(locale: Locale, message: string = texts[locale].day, limits: DayLimits = {}) {
  return optionally(requiredDay(locale, message, limits))
}

type NumberLimits = { least?: number; most?: number; whole?: boolean }

/** More digits than these are not kept exactly by a number. */
const largest = 999_999_999_999_999

/** A number with dots between thousands and a comma before decimals: 1.250.000,5. */
export function requiredNumber(
  locale: Locale,
  message: string = texts[locale].number,
  { least = -largest, most = largest, whole = false }: NumberLimits = {},
) {
  const t = texts[locale]
  return z.string({ error: message }).transform((text, context) => {
    const number = readNumber(text)
    if (number === undefined) return refuse(context, message)
    if (whole && !Number.isInteger(number)) return refuse(context, t.whole)
    if (number < least) return refuse(context, t.numberFrom(least))
    if (number > most) return refuse(context, t.numberTo(most))
    return number
  })
}

export function optionalNumber(
  locale: Locale,
  message: string = texts[locale].number,
  limits: NumberLimits = {},
) {
  return optionally(requiredNumber(locale, message, limits))
}

export function oneOf<const Choices extends readonly [string, ...string[]]>(
  locale: Locale,
  choices: Choices,
  message: string = texts[locale].choice,
) {
  return z.enum(choices, { error: message })
}

/** One of them, or null where the empty choice was left. */
export function optionalOneOf<const Choices extends readonly [string, ...string[]]>(
  locale: Locale,
  choices: Choices,
  message: string = texts[locale].choice,
) {
  return optionally(oneOf(locale, choices, message))
}

/** Any number of boxes of the same name; browsers send a single one as a word, and none not at all. */
export function anyOf<const Choices extends readonly [string, ...string[]]>(
  locale: Locale,
  choices: Choices,
  { least = 0, message = texts[locale].atLeastOne }: { least?: number; message?: string } = {},
) {
  return z.preprocess(asList, z.array(z.enum(choices, { error: texts[locale].choice })).min(least, message))
}

/** A text field that stands on the page several times, each with the same rule; rows left empty are dropped. */
export function listOf<Output>(field: z.ZodType<Output, string>, most = 100) {
  return z.preprocess(
    (value) => asList(value).filter((one) => typeof one !== "string" || one.trim() !== ""),
    z.array(field).max(most),
  )
}

/** A box that was ticked, or not: browsers send nothing for the latter. */
export function ticked() {
  return z
    .unknown()
    .optional()
    .transform((value) => value !== undefined)
}

/** The key of a record that a list on the page offered, or a hidden field carries. */
export function recordId(locale: Locale, message: string = texts[locale].choice) {
  return z
    .string({ error: message })
    .regex(/^[1-9]\d{0,14}$/, message)
    .transform(Number)
}

type FileLimits = { megabytes: number; message?: string }

/** A file, by its size only: what it really is, its content has to tell. */
export function requiredFile(locale: Locale, { megabytes, message = texts[locale].file }: FileLimits) {
  return z
    .instanceof(File, { error: message })
    .refine((file) => file.size > 0, message)
    .refine((file) => file.size <= megabytes * 1_000_000, texts[locale].fileSize(megabytes))
}

/** Browsers send a file without name or content where none was chosen. */
export function optionalFile(locale: Locale, limits: FileLimits) {
  return z.preprocess(
    (value) => (value instanceof File && value.size === 0 && value.name === "" ? null : (value ?? null)),
    requiredFile(locale, limits).nullable(),
  )
}

function optionally<Output, Input>(field: z.ZodType<Output, Input>) {
  return z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    field.nullable(),
  )
}

function asList(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat()
}

function refuse(context: z.RefinementCtx, message: string) {
  context.addIssue({ code: "custom", message })
  return z.NEVER
}
