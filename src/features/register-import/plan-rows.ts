import { fold } from "../../ui/slug.ts"
import type { SectorRule } from "../lines/sectors.ts"
import { sectorsOf } from "../lines/sectors.ts"
import { placeName } from "../places/names.ts"
import { faultOfCode } from "../register/code.ts"
import { searchWords } from "../register/search.ts"
import { type Facts, registeredFacts } from "../register/states.ts"
import { type Kind, type Status, statusName } from "../register/vocabulary.ts"
import type { ColumnKey } from "../register/workbook-columns.ts"
import type { Problem, RegisterRow, RowValues } from "./read-rows.ts"
import { importTexts } from "./texts.ts"

/** An organisation as the register has it today: what a row is compared with. */
export type Known = {
  id: number
  slug: string
  version: number
  kind: Kind
  name: string
  status: Status
  sector: string
  business_line: string | null
  place_id: number
  founded_on: string
  other_lines: string[]
  code: string | null
  short_name: string | null
  foreign_name: string | null
  governing_law: string | null
  certificate_number: string | null
  certificate_on: string | null
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  charter_capital: number | null
  legal_representative: string | null
}

export type PlannedEvent = {
  kind: string
  happened_on: string
  facts: Facts
  document_number: string | null
}
export type FieldChange = { field: string; before: unknown; after: unknown }

export type PlannedRow = {
  sheet: string
  row: number
  outcome: "new" | "changed" | "unchanged" | "refused"
  name: string
  kind: Kind | null
  organisation_id: number | null
  version: number | null
  changes: FieldChange[]
  events: PlannedEvent[]
}

export type Counts = Record<PlannedRow["outcome"], number>
export type Plan = { rows: PlannedRow[]; counts: Counts; problems: Problem[] }

/** Where the rows belong: the communes of the place, by name, and what stands there. */
export type Ground = {
  day: string
  communes: readonly { id: number; name: string; kind: string }[]
  known: readonly Known[]
  /** Codes that are taken in other communes, of those in the sheet, with whose they are. */
  codesElsewhere: ReadonlyMap<string, string>
  rules: readonly SectorRule[]
  /** The business lines of the list as it is kept. */
  listedLines: ReadonlySet<string>
  /** Reads the hidden key of a row; nothing when it is not one of ours. */
  readKey(key: string): string | undefined
}

/**
 * What a sheet would do to the register, row by row, without doing it. Any error refuses the whole: then `refused`
 * counts the rows to put right.
 */
export function planRows(rows: readonly RegisterRow[], ground: Ground): Plan {
  const index = indexOf(ground)
  const seen = new Map<string, RegisterRow>()
  const planned: PlannedRow[] = []
  const problems: Problem[] = []
  for (const row of rows) {
    const found = [...row.problems]
    const isRepeated = noteRepetition(row, seen, found)
    const plan = isRepeated ? undefined : planRow(row, ground, index, found)
    const hasErrors = found.some(({ severity }) => severity === "error")
    problems.push(...found)
    planned.push(plan && !hasErrors ? plan : leftOut(row, hasErrors ? "refused" : "unchanged"))
  }
  noteSharedTargets(planned, rows, problems)
  const counts: Counts = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { outcome } of planned) counts[outcome] += 1
  return { rows: planned, counts, problems }
}

function leftOut({ sheet, row, values }: RegisterRow, outcome: "refused" | "unchanged"): PlannedRow {
  const nothing = { kind: null, organisation_id: null, version: null, changes: [], events: [] }
  return { sheet, row, outcome, name: String(values.name ?? ""), ...nothing }
}

/** The same row pasted twice is one row; a second that says something else is a mistake. */
function noteRepetition(row: RegisterRow, seen: Map<string, RegisterRow>, problems: Problem[]) {
  const same = JSON.stringify(row.values)
  const first = seen.get(same)
  if (!first) {
    seen.set(same, row)
    return false
  }
  problems.push(problem(row, null, "warning", importTexts.vi.repeatedRow(first.row)))
  return true
}

function problem(
  row: RegisterRow,
  key: ColumnKey | null,
  severity: Problem["severity"],
  message: string,
): Problem {
  return { sheet: row.sheet, row: row.row, column: key && row.columnOf(key), severity, message }
}

type Index = {
  bySlug: ReadonlyMap<string, Known>
  byCode: ReadonlyMap<string, Known>
  byName: ReadonlyMap<string, Known[]>
  /** Communes by their names without marks, with and without the word for their kind before it. */
  communes: ReadonlyMap<string, number[]>
}

function indexOf({ known, communes }: Ground): Index {
  const byName = new Map<string, Known[]>()
  for (const each of known) {
    const key = nameKey(each.name)
    byName.set(key, [...(byName.get(key) ?? []), each])
  }
  return {
    bySlug: new Map(known.map((each) => [each.slug, each])),
    byCode: new Map(known.filter(({ code }) => code).map((each) => [each.code!, each])),
    byName,
    communes: indexOfCommunes(communes),
  }
}

function indexOfCommunes(communes: Ground["communes"]) {
  const index = new Map<string, number[]>()
  for (const { id, kind, name } of communes) {
    for (const key of new Set([fold(placeName({ kind, name }, "vi")), fold(name)])) {
      index.set(key, [...(index.get(key) ?? []), id])
    }
  }
  return index
}

/** A name as it is matched: without marks, and with the words for its kind written out in one way. */
function nameKey(name: string) {
  return searchWords(name)
    .join(" ")
    .replace(/^(lien hiep htx|lhhtx)\b/, "lien hiep hop tac xa")
    .replace(/^htx\b/, "hop tac xa")
    .replace(/^tht\b/, "to hop tac")
    .replace(/^(qtdnd|quy tin dung)\b(?! nhan dan)/, "quy tin dung nhan dan")
    .replace(/\bnn\b/g, "nong nghiep")
    .replace(/\bdv\b/g, "dich vu")
}

function planRow(
  row: RegisterRow,
  ground: Ground,
  index: Index,
  problems: Problem[],
): PlannedRow | undefined {
  const t = importTexts.vi
  const { values } = row
  const say = (key: ColumnKey | null, severity: Problem["severity"], message: string) => {
    problems.push(problem(row, key, severity, message))
  }

  const place = placeOf(values, ground, index)
  if (place === undefined) say("commune", "error", t.otherPlace(String(values.commune)))
  const code = typeof values.code === "string" ? values.code : null
  if (code) {
    const fault = faultOfCode(code)
    if (fault === "form") say("code", "warning", t.codeForm(code))
    if (fault === "check_digit") say("code", "warning", t.codeCheckDigit(code))
    const holder = ground.codesElsewhere.get(code)
    if (holder) say("code", "error", t.codeElsewhere(code, holder))
  }

  for (const [key, line] of linesOf(values)) {
    if (!ground.listedLines.has(line)) say(key, "warning", t.lineNotListed(line))
  }

  const known = match(row, ground, index, place, say)
  if (known === "ambiguous") return undefined
  if (known) {
    const isElsewhere =
      place && place !== known.place_id && ground.communes.some(({ id }) => id === known.place_id)
    if (isElsewhere) say("commune", "error", t.otherCommune)
    return planChange(row, known, ground, say)
  }
  return planNew(row, place, ground, say)
}

function linesOf({ business_line, other_lines }: RowValues) {
  const main = typeof business_line === "string" ? [["business_line", business_line] as const] : []
  const others = Array.isArray(other_lines) ? other_lines.map((line) => ["other_lines", line] as const) : []
  return [...main, ...others]
}

type Say = (key: ColumnKey | null, severity: Problem["severity"], message: string) => void

/** The commune a row is about; null where the sheet names none and the place is no single commune. */
function placeOf(values: RowValues, { communes }: Ground, index: Index) {
  const written = typeof values.commune === "string" ? fold(values.commune).trim() : ""
  if (!written) return communes.length === 1 ? communes[0]!.id : null
  const bare = written.replace(/^(xa|phuong|thi tran|dac khu|tt\.?|p\.|x\.)\s+/, "")
  // Of a ward and a commune of one name, the word before it tells which is meant.
  const found = index.communes.get(written) ?? index.communes.get(bare) ?? []
  return found.length === 1 ? found[0] : undefined
}

function match(
  row: RegisterRow,
  ground: Ground,
  index: Index,
  place: number | null | undefined,
  say: Say,
): Known | "ambiguous" | undefined {
  const t = importTexts.vi
  const { values, key } = row
  if (key) {
    const slug = ground.readKey(key)
    const known = slug === undefined ? undefined : index.bySlug.get(slug)
    if (slug === undefined) say(null, "error", t.foreignKey)
    else if (!known) say(null, "error", t.keyElsewhere)
    return known ?? "ambiguous"
  }
  const byCode = typeof values.code === "string" ? index.byCode.get(values.code) : undefined
  if (byCode) return byCode
  if (typeof values.name !== "string") return undefined
  // Where the sheet is one commune's, everything known is there, also on the land of communes that it was formed from.
  const isAnywhere = !place || ground.communes.length === 1
  const candidates = (index.byName.get(nameKey(values.name)) ?? []).filter(
    ({ place_id }) => isAnywhere || place_id === place,
  )
  const living = candidates.filter(({ status }) => status !== "ended")
  const fitting =
    living.length > 0 ? living : candidates.filter(({ founded_on }) => founded_on === values.founded_on)
  const sameKind = values.kind ? fitting.filter(({ kind }) => kind === values.kind) : fitting
  if (sameKind.length > 1) {
    say("name", "error", t.severalSuch(sameKind.length))
    return "ambiguous"
  }
  return sameKind[0]
}

/** Whether contact is published is chosen at the desk: no sheet has a column for it. */
const comparedFields = [
  ...registeredFacts.filter((fact) => fact !== "contact_is_public"),
  ...(["name", "business_line", "other_lines"] as const),
]

function planChange(row: RegisterRow, known: Known, ground: Ground, say: Say): PlannedRow {
  const t = importTexts.vi
  const { values } = row
  if (values.kind && values.kind !== known.kind) say("kind", "error", t.otherKind)
  if (values.founded_on && values.founded_on !== known.founded_on) {
    say("founded_on", "error", t.otherFounding(known.founded_on))
  }
  if (values.name === null) say("name", "error", t.nameMissing)

  const facts: Facts = {}
  const changes: FieldChange[] = []
  for (const field of comparedFields) {
    const after = values[field as ColumnKey]
    if (after === undefined || isSame(known[field], after)) continue
    if (field === "name" && isSameName(known.name, String(after), row.key !== undefined)) continue
    changes.push({ field, before: known[field], after })
    Object.assign(facts, { [field]: field === "other_lines" ? (after ?? []) : after })
  }
  if (facts.business_line) {
    const sector = sectorsOf(ground.rules, known.kind, facts.business_line)?.sector
    if (sector && sector !== known.sector) facts.sector = sector
  }

  const document_number = typeof values.document_number === "string" ? values.document_number : null
  const events: PlannedEvent[] = []
  if (changes.length > 0) events.push({ kind: "changed", happened_on: ground.day, facts, document_number })
  const status = statusEvent(values, known.status, { ground, say, since: known.founded_on, document_number })
  if (status) {
    changes.push({ field: "status", before: known.status, after: values.status })
    events.push(status)
  }
  if (known.status === "ended" && changes.length > 0) say(null, "error", t.noMore)
  return {
    sheet: row.sheet,
    row: row.row,
    outcome: changes.length > 0 ? "changed" : "unchanged",
    name: known.name,
    kind: known.kind,
    organisation_id: known.id,
    version: known.version,
    changes,
    events: events.toSorted((one, other) => (one.happened_on < other.happened_on ? -1 : 1)),
  }
}

/**
 * Capitals rename nobody. In an office's own sheet neither do missing marks and "HTX" or "NN": it is how they write
 * the name that the register has in full. Our own form came with that name, so there a change of it is meant.
 */
function isSameName(before: string, after: string, isOwnRow: boolean) {
  return isOwnRow ? before.toLowerCase() === after.toLowerCase() : nameKey(before) === nameKey(after)
}

function isSame(before: unknown, after: unknown) {
  if (Array.isArray(after) || Array.isArray(before))
    return JSON.stringify(before ?? []) === JSON.stringify(after ?? [])
  return (before ?? null) === (after ?? null)
}

const eventOfStatus: Record<Status, string> = {
  operating: "resumed",
  suspended: "suspended",
  stopped: "stopped",
  not_at_address: "not_at_address",
  withdrawn: "certificate_withdrawn",
  dissolving: "dissolving",
  in_bankruptcy: "in_bankruptcy",
  ended: "dissolved",
}

type StatusContext = { ground: Ground; say: Say; since: string; document_number: string | null }

function statusEvent(
  values: RowValues,
  before: Status,
  { ground, say, since, document_number }: StatusContext,
): PlannedEvent | undefined {
  const t = importTexts.vi
  const status = values.status as Status | null | undefined
  if (!status || status === before) return undefined
  const from = values.status_from
  if (typeof from !== "string") {
    say(
      values.status_from === undefined ? "status" : "status_from",
      "error",
      t.statusDayMissing(statusName(status, "vi")),
    )
    return undefined
  }
  if (from < since) say("status_from", "error", t.statusBeforeFounding)
  else if (from > ground.day) say("status_from", "error", t.dayAhead)
  else return { kind: eventOfStatus[status], happened_on: from, facts: {}, document_number }
  return undefined
}

function planNew(row: RegisterRow, place: number | null | undefined, ground: Ground, say: Say): PlannedRow {
  const t = importTexts.vi
  const { values } = row
  const kind = values.kind as Kind | null | undefined
  if (!values.name) say("name", "error", t.nameMissing)
  // What could not be read is not missing as well.
  const isUnread = (key: ColumnKey) =>
    row.problems.some(({ column }) => column !== null && column === row.columnOf(key))
  if (!kind && !isUnread("kind")) say("kind", "error", t.kindMissing)
  if (typeof values.founded_on !== "string") {
    if (!isUnread("founded_on")) say("founded_on", "error", t.foundingMissing)
  } else if (values.founded_on > ground.day) say("founded_on", "error", t.dayAhead)
  if (place === null) say("commune", "error", t.placeMissing)
  const sector = kind && sectorsOf(ground.rules, kind, values.business_line as string | undefined)?.sector
  if (kind && !sector && !isUnread("business_line")) say("business_line", "error", t.lineMissing)

  const founded = String(values.founded_on)
  const facts: Facts = { name: String(values.name ?? ""), place_id: place ?? 0, sector: sector || "other" }
  for (const field of [...registeredFacts, "business_line", "other_lines"] as const) {
    const value = values[field as ColumnKey]
    if (value !== undefined && value !== null) Object.assign(facts, { [field]: value })
  }
  const document_number = typeof values.document_number === "string" ? values.document_number : null
  const status = statusEvent(values, "operating", { ground, say, since: founded, document_number })
  return {
    sheet: row.sheet,
    row: row.row,
    outcome: "new",
    name: facts.name!,
    kind: kind ?? null,
    organisation_id: null,
    version: null,
    changes: [],
    events: [
      { kind: "founded", happened_on: founded, facts, document_number: status ? null : document_number },
      ...(status ? [status] : []),
    ],
  }
}

/** Two rows for one organisation, or two new ones that are alike, cannot both be meant. */
function noteSharedTargets(planned: PlannedRow[], rows: readonly RegisterRow[], problems: Problem[]) {
  const first = new Map<string, number>()
  planned.forEach((plan, index) => {
    if (plan.outcome === "refused") return
    if (plan.outcome === "unchanged" && plan.organisation_id === null) return
    for (const target of targetsOf(plan)) {
      const before = first.get(target)
      if (before === undefined) {
        first.set(target, index)
        continue
      }
      const row = rows[index]!
      problems.push(problem(row, "name", "error", importTexts.vi.sameTarget(rows[before]!.row)))
      planned[index] = leftOut(row, "refused")
      return
    }
  })
}

function targetsOf({ organisation_id, events, kind }: PlannedRow) {
  if (organisation_id !== null) return [`organisation ${organisation_id}`]
  const { name = "", place_id, code } = events[0]!.facts
  return [`name ${kind} ${place_id} ${nameKey(name)}`, ...(code ? [`code ${code}`] : [])]
}
