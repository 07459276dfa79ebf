import { z } from "zod"
import { formatNumber, readDay } from "../ui/format.ts"
import { inBoth, type Locale } from "../ui/language.ts"

const texts = inBoth({
  required: ["Hãy điền mục này.", "Fill this in."],
  tooLong: [
    (most: number) => `Dài quá: nhiều nhất ${formatNumber(most, "vi")} ký tự.`,
    (most: number) => `Too long: use at most ${formatNumber(most, "en")} characters.`,
  ],
  email: ["Hãy viết địa chỉ như ten@tinh.gov.vn.", "Write an address such as name@example.vn."],
  day: ["Hãy viết ngày như 15/10/2020.", "Write a day such as 15/10/2020."],
  number: ["Hãy viết số như 1.250 hoặc 12,5.", "Write a number such as 1.250 or 12,5."],
  choice: ["Hãy chọn một mục trong danh sách.", "Choose one of the list."],
})

/** Words of one line or several, without the blanks around them; the message says what is missing. */
export function requiredText(locale: Locale, most: number, message = texts[locale].required) {
  return z.string({ error: message }).trim().min(1, message).max(most, texts[locale].tooLong(most))
}

/** The same, where nothing is an answer too: null. */
export function optionalText(locale: Locale, most: number) {
  return z
    .string()
    .trim()
    .max(most, texts[locale].tooLong(most))
    .optional()
    .transform((text) => text || null)
}

export function requiredEmail(locale: Locale) {
  return requiredText(locale, 254)
    .regex(/^[^\s@"'<>()\\,;:]+@[^\s@"'<>()\\,;:]+\.[^\s@"'<>()\\,;:]+$/, texts[locale].email)
    .transform((email) => email.toLowerCase())
}

/** A day as people write it: 15/10/2020. */
export function requiredDay(locale: Locale, message = texts[locale].day) {
  return z.string({ error: message }).transform((text, context) => readDay(text) ?? refuse(context, message))
}

export function optionalDay(locale: Locale, message = texts[locale].day) {
  return z
    .string()
    .optional()
    .transform((text, context) => (text?.trim() ? (readDay(text) ?? refuse(context, message)) : null))
}

/** A number with dots between thousands and a comma before decimals: 1.250.000,5. */
export function requiredNumber(locale: Locale, message = texts[locale].number) {
  return z
    .string({ error: message })
    .transform((text, context) => readNumber(text) ?? refuse(context, message))
}

export function optionalNumber(locale: Locale, message = texts[locale].number) {
  return z
    .string()
    .optional()
    .transform((text, context) => (text?.trim() ? (readNumber(text) ?? refuse(context, message)) : null))
}

export function oneOf<const Choices extends readonly [string, ...string[]]>(
  locale: Locale,
  choices: Choices,
  message = texts[locale].choice,
) {
  return z.enum(choices, { error: message })
}

/** A box that was ticked, or not: browsers send nothing for the latter. */
export function ticked() {
  return z
    .string()
    .optional()
    .transform((value) => value !== undefined)
}

/** Numbers as people here write them: "1.250" is a thousand and more, "12,5" twelve and a half. */
export function readNumber(text: string) {
  const written = text.trim()
  if (!/^[-−]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(written)) return undefined
  return Number(written.replace("−", "-").replaceAll(".", "").replace(",", "."))
}

function refuse(context: z.RefinementCtx, message: string) {
  context.addIssue({ code: "custom", message })
  return z.NEVER
}
