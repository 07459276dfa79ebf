import { isRole } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { inBoth, type Locale } from "../../ui/language.ts"
import { wordsOf } from "./deeds.ts"
import { fieldName, inOrder, isTechnical, type Names, shownValue } from "./fields.ts"

/** An entry of the change log, as far as its sentence needs it. */
export type Told = {
  actor: string
  role: string | null
  action: string
  record_kind: string
  record_key: string | null
  user_id: string | null
  before: unknown
  after: unknown
  /** What the record is called: by now, or when it was last written about. */
  subject: string | null
}

const texts = inBoth({
  unknown: [
    (action: string, kind: string) => `đã thực hiện “${action}” với ${kind}`,
    (action: string, kind: string) => `did “${action}” to ${kind}`,
  ],
  subject: [(name: string) => ` “${name}”`, (name: string) => ` “${name}”`],
  english: [" (bản tiếng Anh)", " (English version)"],
  rewrote: ["đã sửa tin bài", "changed the article"],
})

/** "Trần Thị Mai (Biên tập viên) đã sửa tin bài “Hội nghị tổng kết”: tiêu đề, chuyên mục" */
export function sentenceOf(change: Told, locale: Locale) {
  return `${who(change, locale)} ${predicateOf(change, locale)}`
}

/** The same without who did it, for where the name stands already. */
export function predicateOf(change: Told, locale: Locale) {
  return `${did(change, locale)}${whom(change, locale)}${edition(change, locale)}${what(change, locale)}`
}

export function who({ actor, role }: Pick<Told, "actor" | "role">, locale: Locale) {
  return isRole(role) ? `${actor} (${roleName(role, locale)})` : actor
}

function did(change: Told, locale: Locale) {
  // Writing a version on top of another is changing the article; there is one deed for both.
  if (change.record_kind === "article" && change.action === "write" && change.before)
    return texts[locale].rewrote
  const { did, name } = wordsOf(change.record_kind, change.action)
  const index = locale === "vi" ? 0 : 1
  return did?.[index] ?? texts[locale].unknown(change.action, name?.[index] ?? change.record_kind)
}

/** What it was done to; nobody needs to read that someone changed their own password “Mai”. */
function whom({ record_kind, record_key, user_id, subject, before, after }: Told, locale: Locale) {
  if (!subject) return ""
  if (record_kind === "person") return record_key === user_id ? "" : ` ${subject}`
  if (record_kind !== "role") return texts[locale].subject(subject)
  const { role } = (after ?? before ?? {}) as { role?: unknown }
  return ` ${subject}${isRole(role) ? `: ${roleName(role, locale)}` : ""}`
}

function edition({ record_kind, before, after }: Told, locale: Locale) {
  const { locale: language } = (after ?? before ?? {}) as { locale?: unknown }
  return record_kind === "article" && language === "en" ? texts[locale].english : ""
}

/** What is not the same any more, field by field; only what an entry says was both before and after. */
function what({ record_kind, before, after }: Told, locale: Locale) {
  if (!isRecord(before) || !isRecord(after) || record_kind === "role") return ""
  const names = changedFields(before, after).filter((field) => field in before && !isTechnical(field))
  return names.length > 0 ? `: ${names.map((field) => fieldName(field, locale)).join(", ")}` : ""
}

export type Difference = {
  field: string
  name: string
  before: string | undefined
  after: string | undefined
}

/** The fields of an entry with their values before and after, in words: those that changed, and were not empty twice. */
export function differencesOf(
  { before, after }: Pick<Told, "before" | "after">,
  locale: Locale,
  names: Names,
): Difference[] {
  const [old, young] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  return changedFields(old, young).map((field) => ({
    field,
    name: fieldName(field, locale),
    before: isRecord(before) ? shownValue(field, old[field], locale, names) : undefined,
    after: isRecord(after) ? shownValue(field, young[field], locale, names) : undefined,
  }))
}

function changedFields(before: Record<string, unknown>, after: Record<string, unknown>) {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const said = (value: unknown) => JSON.stringify(value ?? null)
  return inOrder(fields).filter((field) => said(before[field]) !== said(after[field]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
