import { z } from "zod"
import type { Locale } from "../../ui/language.ts"
import {
  anyOf,
  oneOf,
  optionalNumber,
  optionalText,
  requiredNumber,
  requiredText,
  ticked,
} from "../../web/form-fields.ts"
import { startForm } from "../../web/forms.ts"
import { kinds } from "../register/vocabulary.ts"
import type { FormSection } from "./change-definition.ts"
import { type FormDefinition, type FormField, type FormRule, fieldKinds } from "./definition.ts"
import { testFaultWords } from "./fault-words.ts"
import type { VersionHead } from "./keep-forms.ts"
import { registerNames } from "./read-register.ts"
import { texts } from "./texts.ts"
import { faultsOfTest } from "./validate-definition.ts"

const codeShape = /^[a-z][a-z0-9_]{0,62}$/

function code(locale: Locale) {
  return requiredText(locale, 63).regex(codeShape, texts[locale].codeShape)
}

// What a version says of itself

export function headForm(locale: Locale) {
  return z.object(headFields(locale)).refine(endsAfterItBegins, {
    path: ["last_year"],
    message: texts[locale].backwards,
  })
}

/** The same for a form of its own, with who fills it in. */
export function newForm(locale: Locale) {
  const t = texts[locale]
  return z
    .object({
      code: requiredText(locale, 40).regex(/^[a-z0-9][a-z0-9-]*$/, t.formCodeShape),
      kinds: anyOf(locale, respondentKinds, { least: 1 }),
      ...headFields(locale),
    })
    .refine(endsAfterItBegins, { path: ["last_year"], message: t.backwards })
}

/** Who can be asked for a report: communes, and organisations by their kind. */
export const respondentKinds = ["commune", ...kinds] as const

function headFields(locale: Locale) {
  const t = texts[locale]
  const year = { least: 1990, most: 2100, whole: true }
  return {
    name: requiredText(locale, 200),
    official_number: optionalText(locale, 40),
    legal_basis: requiredText(locale, 200),
    first_year: requiredNumber(locale, t.yearMessage, year),
    last_year: optionalNumber(locale, t.yearMessage, year),
  }
}

function endsAfterItBegins({ first_year, last_year }: { first_year: number; last_year: number | null }) {
  return last_year === null || first_year <= last_year
}

export function startHead({ first_year, last_year, ...head }: VersionHead) {
  const { name, official_number, legal_basis } = head
  return startForm({
    name,
    official_number,
    legal_basis,
    first_year: String(first_year),
    last_year: last_year === null ? null : String(last_year),
  })
}

// A section

export function sectionForm(locale: Locale) {
  const t = texts[locale]
  return z
    .object({
      code: code(locale),
      label_vi: requiredText(locale, 200),
      label_en: requiredText(locale, 200),
      help_vi: optionalText(locale, 500),
      help_en: optionalText(locale, 500),
    })
    .refine((typed) => areBoth(typed.help_vi, typed.help_en), { path: ["help_en"], message: t.both })
    .transform(
      (typed): FormSection =>
        without({
          code: typed.code,
          label: { vi: typed.label_vi, en: typed.label_en },
          help: inBothOrNone(typed.help_vi, typed.help_en),
        }),
    )
}

export function startSection({ code, label, help }: FormSection) {
  return startForm({ code, label_vi: label.vi, label_en: label.en, help_vi: help?.vi, help_en: help?.en })
}

// A field

export function fieldForm(locale: Locale) {
  const t = texts[locale]
  return z
    .object({
      code: code(locale),
      section: requiredText(locale, 63),
      kind: oneOf(locale, fieldKinds),
      label_vi: requiredText(locale, 200),
      label_en: requiredText(locale, 200),
      unit_vi: optionalText(locale, 40),
      unit_en: optionalText(locale, 40),
      help_vi: optionalText(locale, 500),
      help_en: optionalText(locale, 500),
      source: requiredText(locale, 300),
      is_from_memory: ticked(),
      is_required: ticked(),
      least: optionalNumber(locale),
      most: optionalNumber(locale),
      choices: optionalText(locale, 4000).transform((written, context) => {
        const read = readChoices(written ?? "")
        const wrong = read.find((choice) => typeof choice === "string")
        if (typeof wrong === "string") {
          context.addIssue({ code: "custom", message: t.choicesShape(wrong) })
          return z.NEVER
        }
        return read as Exclude<(typeof read)[number], string>[]
      }),
      total_of: optionalText(locale, 1000).transform(readCodes),
      from_register: optionalText(locale, 63),
    })
    .refine((typed) => areBoth(typed.unit_vi, typed.unit_en), { path: ["unit_en"], message: t.both })
    .refine((typed) => areBoth(typed.help_vi, typed.help_en), { path: ["help_en"], message: t.both })
    .transform(
      (typed): FormField =>
        without({
          code: typed.code,
          section: typed.section,
          kind: typed.kind,
          label: { vi: typed.label_vi, en: typed.label_en },
          unit: inBothOrNone(typed.unit_vi, typed.unit_en),
          help: inBothOrNone(typed.help_vi, typed.help_en),
          source: typed.source,
          is_from_memory: typed.is_from_memory,
          is_required: typed.is_required,
          least: typed.least ?? undefined,
          most: typed.most ?? undefined,
          choices: typed.choices.length > 0 ? typed.choices : undefined,
          total_of: typed.total_of.length > 0 ? typed.total_of : undefined,
          from_register: registerNames.find((name) => name === typed.from_register),
        }),
    )
}

export function startField(field: FormField) {
  const { code, section, kind, label, unit, help, source, choices = [], total_of = [] } = field
  return startForm({
    code,
    section,
    kind,
    label_vi: label.vi,
    label_en: label.en,
    unit_vi: unit?.vi,
    unit_en: unit?.en,
    help_vi: help?.vi,
    help_en: help?.en,
    source,
    is_from_memory: field.is_from_memory ? "1" : null,
    is_required: field.is_required ? "1" : null,
    least: written(field.least),
    most: written(field.most),
    choices: choices.map((choice) => `${choice.code} | ${choice.vi} | ${choice.en}`).join("\n"),
    total_of: total_of.join(", "),
    from_register: field.from_register,
  })
}

function readChoices(text: string) {
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  return lines.map((line) => {
    const [code = "", vi = "", en = "", ...more] = line.split("|").map((part) => part.trim())
    return codeShape.test(code) && vi && en && more.length === 0 ? { code, vi, en } : line.trim()
  })
}

// A rule

export function ruleForm({ fields }: Pick<FormDefinition, "fields">) {
  return (locale: Locale) =>
    z
      .object({
        code: code(locale),
        severity: oneOf(locale, ["silent", "warning", "blocking"]),
        message_vi: requiredText(locale, 500),
        message_en: requiredText(locale, 500),
        fields: requiredText(locale, 500).transform(readCodes),
        source: optionalText(locale, 300),
        test: requiredText(locale, 4000).transform((written, context) => {
          const read = readTest(written, fields, locale)
          if (typeof read !== "string") return read
          context.addIssue({ code: "custom", message: read })
          return z.NEVER
        }),
      })
      .superRefine((typed, context) => {
        const unknown = typed.fields.find((code) => !fields.some((field) => field.code === code))
        if (unknown === undefined) return
        const message = testFaultWords({ fault: "points_at_unknown", about: unknown }, locale)
        context.addIssue({ code: "custom", path: ["fields"], message })
      })
      .transform(
        (typed): FormRule =>
          without({
            code: typed.code,
            severity: typed.severity,
            test: typed.test,
            message: { vi: typed.message_vi, en: typed.message_en },
            fields: typed.fields,
            source: typed.source ?? undefined,
          }),
      )
}

export function startRule({ code, severity, test, message, fields, source }: FormRule) {
  return startForm({
    code,
    severity,
    message_vi: message.vi,
    message_en: message.en,
    fields: fields.join(", "),
    source,
    test: JSON.stringify(test, null, 2),
  })
}

/** The test that was written, or what is wrong with it. */
function readTest(text: string, fields: FormDefinition["fields"], locale: Locale): FormRule["test"] | string {
  const t = texts[locale]
  let test: unknown
  try {
    test = JSON.parse(text)
  } catch {
    return t.notJson
  }
  if (typeof test !== "object" || test === null || Array.isArray(test)) return t.notObject
  const [fault] = faultsOfTest(test as FormRule["test"], fields)
  return fault ? testFaultWords(fault, locale) : (test as FormRule["test"])
}

function readCodes(written: string | null) {
  return (written ?? "").split(/[\s,;]+/).filter((code) => code !== "")
}

function written(number: number | undefined) {
  return number === undefined ? null : String(number).replace(".", ",")
}

function areBoth(vi: string | null, en: string | null) {
  return (vi === null) === (en === null)
}

function inBothOrNone(vi: string | null, en: string | null) {
  return vi !== null && en !== null ? { vi, en } : undefined
}

/** Without what was left empty, as definitions are kept. */
function without<Kept extends object>(part: { [Key in keyof Kept]: Kept[Key] | undefined }): Kept {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Kept
}
