import { z } from "zod"
import { formatDay, isOpen } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import {
  oneOf,
  optionalDay,
  optionalNumber,
  optionalOneOf,
  optionalText,
  requiredDay,
  requiredNumber,
  requiredText,
} from "../../web/form-fields.ts"
import { startForm } from "../../web/forms.ts"
import { startPick } from "../choosing/pick-one.ts"
import type { KeptRecord, NewRecord, RecordValues } from "./keep-records.ts"
import type { RecordField, RecordKind } from "./record-kinds.ts"
import { texts } from "./texts.ts"

/** What the form of a kind of record may hold: its own fields, its days and its document. */
export function recordForm(kind: RecordKind) {
  return (locale: Locale) =>
    z
      .object({
        ...Object.fromEntries(kind.fields.map((field) => [field.name, fieldOf(field, locale)])),
        valid_from: requiredDay(locale),
        valid_to: optionalDay(locale),
        document_number: optionalText(locale, 80),
        note: optionalText(locale, 1000),
      })
      .refine((record) => !record.valid_to || record.valid_to >= record.valid_from, {
        path: ["valid_to"],
        message: texts[locale].toBeforeFrom,
      })
      .transform((record): NewRecord => {
        const { valid_from, valid_to, document_number, note } = record
        const given = record as unknown as RecordValues
        const values = kind.fields.map(({ name }) => [name, given[name] ?? null])
        return {
          valid_from,
          valid_to: valid_to ?? "infinity",
          document_number,
          note,
          values: Object.fromEntries(values),
        }
      })
}

function fieldOf(field: RecordField, locale: Locale) {
  const t = texts[locale]
  const { kind, isRequired, choices = [] } = field
  if (kind === "choice") {
    const values = choices.map(({ value }) => value) as [string, ...string[]]
    return isRequired ? oneOf(locale, values) : optionalOneOf(locale, values)
  }
  // Words, or the number of the one that was chosen: the route finds out which is meant.
  if (kind === "organisation") return requiredText(locale, 300)
  if (kind === "text") return isRequired ? requiredText(locale, 300) : optionalText(locale, 300)
  const isWhole = kind === "whole" || kind === "money"
  const limits = { least: 0, whole: isWhole }
  const message = isWhole ? t.whole : t.number
  return isRequired ? requiredNumber(locale, message, limits) : optionalNumber(locale, message, limits)
}

/** A record as its form begins: written as people write it. */
export function startRecord(kind: RecordKind, record: KeptRecord | undefined, today: string) {
  if (!record) return startForm({ valid_from: formatDay(today, "vi") })
  const values = kind.fields.map(({ name }) => [name, written(record.values[name])])
  const others = Object.entries(record.names).map(([name, label]) =>
    startPick(name, { id: Number(record.values[name]), label }),
  )
  return startForm({
    ...Object.fromEntries(values),
    ...Object.assign({}, ...others),
    valid_from: formatDay(record.valid_from, "vi"),
    valid_to: isOpen(record.valid_to) ? null : formatDay(record.valid_to, "vi"),
    document_number: record.document_number,
    note: record.note,
  })
}

function written(value: string | number | null | undefined) {
  return typeof value === "number" ? String(value).replace(".", ",") : (value ?? null)
}
