import { z } from "zod"
import type { Database } from "../../database/connection.ts"
import { formatDay } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import {
  optionalDay,
  optionalEmail,
  optionalNumber,
  optionalOneOf,
  optionalText,
  requiredText,
} from "../../web/form-fields.ts"
import { type FormState, withError } from "../../web/forms.ts"
import { type BusinessLine, listLines, listSectorRules } from "../lines/queries.ts"
import { isPossibleLine, type SectorRule, sectorsOf } from "../lines/sectors.ts"
import type { Facts, OrganisationState, RegisteredFacts } from "../register/states.ts"
import { type Kind, sectors } from "../register/vocabulary.ts"
import { texts } from "./texts.ts"

export const laws = ["2003", "2012", "2023", "cooperation_contract", "credit_institutions"] as const

/** The registered facts of an organisation as a form holds them; its place is asked for beside them. */
export function factsForm(locale: Locale) {
  return z.object({
    name: requiredText(locale, 250, texts[locale].nameNeeded),
    short_name: optionalText(locale, 100),
    foreign_name: optionalText(locale, 250),
    code: optionalText(locale, 20),
    ...certificateFields(locale),
    governing_law: optionalOneOf(locale, laws),
    address: optionalText(locale, 300),
    business_line: optionalText(locale, 200),
    sector: optionalOneOf(locale, sectors as unknown as readonly [string, ...string[]]),
    other_lines: optionalText(locale, 500),
    charter_capital: optionalNumber(locale, undefined, { least: 0, whole: true }),
    legal_representative: optionalText(locale, 120),
    phone: optionalText(locale, 40),
    email: optionalEmail(locale),
    website: optionalText(locale, 200),
    contact_is_public: optionalOneOf(locale, ["yes", "no"]).transform((said) =>
      said ? said === "yes" : null,
    ),
  })
}
export type TypedFacts = z.output<ReturnType<typeof factsForm>>

export function certificateFields(locale: Locale) {
  return { certificate_number: optionalText(locale, 60), certificate_on: optionalDay(locale) }
}

type Known = Omit<OrganisationState, "valid_from" | "valid_to" | "status" | "place_id"> &
  RegisteredFacts & { other_lines: string[] }

/** What is known, written as people write it. */
export function writtenFacts(known: Known, lines: readonly BusinessLine[]) {
  const { name, sector, short_name, foreign_name, code, certificate_number, governing_law } = known
  const { address, legal_representative, phone, email, website } = known
  return {
    ...{ name, sector, short_name, foreign_name, code, certificate_number, governing_law },
    ...{ address, legal_representative, phone, email, website },
    certificate_on: known.certificate_on && formatDay(known.certificate_on, "vi"),
    business_line: known.business_line && lineLabel(known.business_line, lines),
    contact_is_public: known.contact_is_public === null ? null : known.contact_is_public ? "yes" : "no",
    other_lines: known.other_lines.join("; "),
    charter_capital: known.charter_capital === null ? null : String(known.charter_capital),
  }
}

/** "0111 – Trồng lúa"; the code alone where no list knows it. */
export function lineLabel(code: string, lines: readonly BusinessLine[]) {
  const line = lines.find((each) => each.code === code)
  return line ? `${code} – ${line.name}` : code
}

/** The lists that say what a line is, as they stand on a day. */
export async function readLists(db: Database, day: string) {
  const [lines, rules] = await Promise.all([listLines(db, day), listSectorRules(db, day)])
  return { lines, rules }
}
export type Lists = Awaited<ReturnType<typeof readLists>>

export type SettledFacts = Omit<Facts, "place_id"> & { name: string; sector: string }

/**
 * What was typed as facts of the register: lines by their codes, the sector by the main line. Otherwise the form with
 * what is wrong.
 */
export function settleFacts(
  typed: TypedFacts,
  form: FormState,
  { kind, lists, locale }: { kind: Kind; lists: Lists; locale: Locale },
): { ok: true; facts: SettledFacts } | { ok: false; state: FormState } {
  const t = texts[locale]
  const main = typed.business_line ? readLine(typed.business_line, lists) : null
  if (main === undefined) return { ok: false, state: withError(form, "business_line", t.unknownLine) }

  const others = (typed.other_lines ?? "").split(/[;,\n]/).filter((each) => each.trim() !== "")
  const codes = others.map((each) => readLine(each, lists))
  const unknown = codes.indexOf(undefined)
  if (unknown >= 0) {
    const message = t.unknownOtherLine(others[unknown]!.trim())
    return { ok: false, state: withError(form, "other_lines", message) }
  }

  const sector = sectorOf(lists.rules, kind, main) ?? typed.sector
  if (!sector) return { ok: false, state: withError(form, "sector", t.sectorNeeded) }
  const other_lines = [...new Set(codes)].filter((code): code is string => Boolean(code) && code !== main)
  return { ok: true, facts: { ...typed, business_line: main, other_lines, sector } as SettledFacts }
}

function sectorOf(rules: readonly SectorRule[], kind: Kind, line: string | null) {
  return sectorsOf(rules, kind, line)?.sector
}

/** "0111", "0111 – Trồng lúa" or the title alone; nothing where there can be no such line. */
function readLine(text: string, { lines, rules }: Lists) {
  const code = /^\s*(\d{4})(?!\d)/.exec(text)?.[1]
  if (code) return lines.some((line) => line.code === code) || isPossibleLine(rules, code) ? code : undefined
  const title = text.trim().toLowerCase()
  return lines.find((line) => line.name.toLowerCase() === title)?.code
}

/** The facts that differ from those known, and nothing else. */
export function changedFacts(before: Known, after: SettledFacts): Facts {
  const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !same(before[name as keyof Known], value)),
  )
}
