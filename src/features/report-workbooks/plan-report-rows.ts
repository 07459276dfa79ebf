import { fold } from "../../ui/slug.ts"
import { type CheckGround, checkValues, findEmpty, workOutTotals } from "../report-forms/check-values.ts"
import type { FormDefinition, ReportValues } from "../report-forms/definition.ts"
import { type FilingState, isAccepted, isWritable } from "../reports/filing-states.ts"
import { limitsOf, standingRules } from "../reports/read-values.ts"
import type { Fault } from "../workbooks/mark-faults.ts"
import { readRowKey } from "../workbooks/row-key.ts"
import { typedFields } from "./columns.ts"
import type { ReportRow } from "./read-report-rows.ts"
import { rowTexts } from "./texts.ts"

/** An organisation that the round asks, and what it reported so far. */
export type Respondent = Omit<CheckGround, "value"> & {
  organisation_id: number
  slug: string
  code: string | null
  name: string
  form_version_id: number
  /** None while nothing was begun. */
  state: FilingState | null
  revision: number
  values: ReportValues
  /** What the form begins with. */
  begin: ReportValues
}

export type FieldChange = { field: string; before: ReportValues[string]; after: ReportValues[string] }

export type PlannedReport = {
  sheet: string
  row: number
  name: string
  outcome: "new" | "changed" | "unchanged" | "refused"
  organisation_id: number | null
  form_version_id: number | null
  /** The revision that the row was compared with. */
  revision: number
  /** All of it, with the totals worked out. */
  values: ReportValues
  changes: FieldChange[]
  /** To every question that a rule asks about the row. */
  answers: { rule: string; about: ReportValues; answer: string }[]
}

export type ReportCounts = Record<PlannedReport["outcome"], number>
export type ReportPlan = { rows: PlannedReport[]; counts: ReportCounts; problems: Fault[] }

export type ReportGround = {
  respondents: readonly Respondent[]
  definition: FormDefinition
  secret: string
}

/**
 * What the rows of a sheet would do to the reports of a round: nothing is looked up, nothing written. A row that nobody
 * filled in says nothing; any row with an error refuses the whole.
 */
export function planReportRows(rows: readonly ReportRow[], ground: ReportGround): ReportPlan {
  const find = finder(ground)
  const seen = new Map<number, ReportRow>()
  const planned: PlannedReport[] = []
  const problems: Fault[] = []
  for (const row of rows) {
    const say = (severity: Fault["severity"], message: string, field?: string) =>
      problems.push({
        sheet: row.sheet,
        row: row.row,
        column: field ? row.columnOf(field) : null,
        severity,
        message,
      })
    problems.push(...row.problems)
    const found = find(row)
    const isSilent = row.problems.length === 0 && saysNothing(row, found)
    if (!found.ok) {
      if (isSilent) continue
      say("error", found.message)
      planned.push(refused(row))
      continue
    }
    const before = seen.get(found.respondent.organisation_id)
    if (before && !isSilent) {
      say("error", rowTexts.sameTarget(before.row))
      planned.push(refused(row))
      continue
    }
    if (isSilent) continue
    seen.set(found.respondent.organisation_id, row)
    planned.push(planRow(row, found.respondent, ground, say))
  }
  const counts: ReportCounts = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { outcome } of planned) counts[outcome]++
  return { rows: planned, counts, problems }
}

type Say = (severity: Fault["severity"], message: string, field?: string) => void

function planRow(
  row: ReportRow,
  respondent: Respondent,
  { definition }: ReportGround,
  say: Say,
): PlannedReport {
  const values = workOutTotals(definition, { ...respondent.values, ...row.values })
  const changes = typedFields(definition).flatMap(({ code }): FieldChange[] => {
    const [was, is] = [respondent.values[code] ?? null, values[code] ?? null]
    return was === is ? [] : [{ field: code, before: was, after: is }]
  })
  const { organisation_id, form_version_id, revision, name, state } = respondent
  const plan = {
    sheet: row.sheet,
    row: row.row,
    name,
    organisation_id,
    form_version_id,
    revision,
    values,
    changes,
    answers: [],
  }
  if (row.problems.length > 0) return { ...plan, outcome: "refused" }
  // A draft that somebody else has begun is sent along once it is complete, and else is left to them.
  const isDraft = state === "draft" && countFaults(values, respondent, definition, () => {}) === 0
  if (changes.length === 0 && state !== null && !isDraft) return { ...plan, outcome: "unchanged" }
  if (state !== null && !isWritable(state)) {
    say("error", rowTexts.notOpen(!isAccepted(state)))
    return { ...plan, outcome: "refused" }
  }

  // What was typed over an older revision would silently undo what somebody else has typed since.
  if (row.revision !== undefined && row.revision !== revision && changes.length > 0) {
    say("error", rowTexts.savedSince)
    return { ...plan, outcome: "refused" }
  }

  const faults = countFaults(values, respondent, definition, say)
  const { answers, unanswered } = askAbout(row, values, respondent, definition)
  for (const { message, fields } of unanswered) say("warning", rowTexts.explain(message.vi), fields[0])
  const outcome = faults > 0 ? "refused" : state === null ? "new" : "changed"
  return { ...plan, answers, outcome }
}

/** Says everything that must be put right before the report can be sent; returns of how many. */
function countFaults(
  values: ReportValues,
  respondent: Respondent,
  definition: FormDefinition,
  say: Say,
): number {
  let faults = 0
  const fault = (message: string, field?: string) => {
    faults++
    say("error", message, field)
  }
  for (const { code, label } of findEmpty(definition, values)) fault(rowTexts.missing(label.vi), code)
  for (const field of typedFields(definition)) {
    const value = values[field.code]
    if (typeof value !== "number") continue
    const { least, most } = limitsOf(field)
    if (value < least) fault(rowTexts.tooSmall(field.label.vi, least), field.code)
    if (value > most) fault(rowTexts.tooLarge(field.label.vi, most), field.code)
  }
  const own = new Set(definition.rules.map(({ code }) => code))
  const rules = [...definition.rules, ...standingRules.filter(({ code }) => !own.has(code))]
  for (const { severity, message, fields } of checkValues({ rules }, { ...respondent, value: values })) {
    if (severity === "blocking") fault(message.vi, fields[0])
  }
  return faults
}

/** One explanation answers all that the rules ask about the row. */
function askAbout(
  { answer }: ReportRow,
  values: ReportValues,
  respondent: Respondent,
  definition: FormDefinition,
) {
  const asked = checkValues(definition, { ...respondent, value: values }).filter(
    ({ severity }) => severity === "warning",
  )
  if (!answer) return { answers: [], unanswered: asked }
  const answers = asked.map(({ code, fields }) => ({
    rule: code,
    about: Object.fromEntries(fields.map((field) => [field, values[field] ?? null])),
    answer,
  }))
  return { answers, unanswered: [] }
}

type Found = { ok: true; respondent: Respondent } | { ok: false; message: string }

/** By the hidden key of the row, else by its code, else by its name where only one is called so. */
function finder({ respondents, secret }: ReportGround) {
  const bySlug = new Map(respondents.map((each) => [each.slug, each]))
  const byCode = new Map(respondents.flatMap((each) => (each.code ? [[each.code, each] as const] : [])))
  const byName = Map.groupBy(respondents, ({ name }) => comparable(name))
  return ({ key, code, name }: ReportRow): Found => {
    if (key) {
      const slug = readRowKey(key, secret)
      if (!slug) return { ok: false, message: rowTexts.foreignKey }
      const respondent = bySlug.get(slug)
      return respondent ? { ok: true, respondent } : { ok: false, message: rowTexts.notAsked }
    }
    const coded = code && byCode.get(code)
    if (coded) return { ok: true, respondent: coded }
    const named = name ? (byName.get(comparable(name)) ?? []) : []
    if (named.length > 1) return { ok: false, message: rowTexts.severalSuch(named.length) }
    return named[0] ? { ok: true, respondent: named[0] } : { ok: false, message: rowTexts.notAsked }
  }
}

/** A row that nobody filled in: all that stands in it is what the form begins with, whoever has begun since. */
function saysNothing({ values }: ReportRow, found: Found) {
  const begin = found.ok ? found.respondent.begin : {}
  return Object.entries(values).every(([code, value]) => value === (begin[code] ?? null))
}

function comparable(name: string) {
  return fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
}

function refused({ sheet, row, name }: ReportRow): PlannedReport {
  return {
    sheet,
    row,
    name: name ?? "",
    outcome: "refused",
    organisation_id: null,
    form_version_id: null,
    revision: 0,
    values: {},
    changes: [],
    answers: [],
  }
}
