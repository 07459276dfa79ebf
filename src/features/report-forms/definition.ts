import { LRUCache } from "lru-cache"
import { z } from "zod"

// The shape of a form version as an administrator keeps it (report_form_versions.definition). Fields, totals and rules
// are data: the next circular needs no program.

const code = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)
const words = z.object({ vi: z.string().min(1), en: z.string().min(1) })

/**
 * What a value is: count (a whole number), money (đồng, whole, may be negative where `least` allows), area (hectares,
 * two decimals), share (per cent, two decimals), yes_no, text, choice (one of `choices`).
 */
export const fieldKinds = ["count", "money", "area", "share", "yes_no", "text", "choice"] as const

const field = z.object({
  /** Fields named like a column of yearly_reports feed it; others are kept under their code. */
  code,
  section: code,
  kind: z.enum(fieldKinds),
  label: words,
  /** người, HTX, sản phẩm…; money and area bring their own. */
  unit: words.optional(),
  help: words.optional(),
  /** Form and line it stands in, as far as known. */
  source: z.string().min(1),
  /** Written down from memory, not compared with the gazette: the administrator is told so. */
  is_from_memory: z.boolean(),
  is_required: z.boolean().default(false),
  least: z.number().optional(),
  most: z.number().optional(),
  choices: z.array(words.extend({ code })).optional(),
  /** Worked out from these, never typed. */
  total_of: z.array(code).optional(),
  /** What of the register it begins with when nothing was reported before. */
  from_register: code.optional(),
})

/**
 * A rule is a test in JsonLogic over `value.<code>` (this year), `last.<code>` (the year before) and
 * `register.<name>`; it holds for those whose every variable is known. What fails it is silent (counted only), a warning
 * (asks for an answer), or blocking.
 */
const rule = z.object({
  code,
  severity: z.enum(["silent", "warning", "blocking"]),
  test: z.record(z.string(), z.unknown()),
  message: words,
  /** Where the message stands; the first one is pointed at. */
  fields: z.array(code).min(1),
  /** Law, article or form the rule comes from; none where it follows from arithmetic. */
  source: z.string().optional(),
})

export const formDefinition = z.object({
  sections: z.array(z.object({ code, label: words, help: words.optional() })).min(1),
  fields: z.array(field).min(1),
  rules: z.array(rule),
})

/** Versions of forms that are in use at once are few; each is some tens of kilobytes. */
const read = new LRUCache<string, FormDefinition>({ max: 50 })

/**
 * A definition as it is kept, checked once: whoever reads the same one again gets the same object, so that its rules are
 * compiled once too. Known by its content, since a draft is changed and two databases number theirs alike.
 */
export function readDefinition(kept: unknown): FormDefinition {
  const content = JSON.stringify(kept)
  const known = read.get(content)
  if (known) return known
  const definition = formDefinition.parse(kept)
  read.set(content, definition)
  return definition
}

export type FormDefinition = z.infer<typeof formDefinition>
export type FormField = FormDefinition["fields"][number]
export type FormRule = FormDefinition["rules"][number]

/** A filled-in form, by the codes of its fields; what was left empty is null or absent. Money in đồng, land in hectares. */
export type ReportValues = Record<string, number | boolean | string | null>
