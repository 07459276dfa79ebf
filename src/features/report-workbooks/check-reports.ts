import type { Database } from "../../database/connection.ts"
import type { Place } from "../places/queries.ts"
import type { Round } from "../rounds/queries.ts"
import type { Fault } from "../workbooks/mark-faults.ts"
import { readWorkbook, type Workbook } from "../workbooks/read-workbook.ts"
import { identityOf } from "../workbooks/row-key.ts"
import type { WorkbookRefusal } from "../workbooks/texts.ts"
import { type PlannedReport, planReportRows, type ReportCounts } from "./plan-report-rows.ts"
import { type AskedForm, readAsked } from "./read-asked.ts"
import { findReportTables, readReportRows } from "./read-report-rows.ts"
import { rowTexts } from "./texts.ts"
import { template } from "./write-reports.ts"

export type ReportCheck = {
  rows: (PlannedReport & { form: AskedForm })[]
  counts: ReportCounts
  problems: Fault[]
}

type CheckRequest = { bytes: Uint8Array; round: Round; place: Place; today: string; secret: string }

export type Checked = { ok: true; check: ReportCheck } | { ok: false; refusal: WorkbookRefusal }

/** Reads a workbook and says what it would do to the reports of a round in a place; nothing is written. */
export async function checkReports(db: Database, request: CheckRequest): Promise<Checked> {
  const { bytes, round, place, today, secret } = request
  const reading = readWorkbook(bytes)
  if (!reading.ok) return reading
  const { workbook } = reading
  const identity = identityOf<{ round: string }>(workbook, template, secret)
  if (identity && (identity.place !== place.code || identity.round !== round.slug)) {
    return { ok: true, check: wholeProblem(workbook, rowTexts.formOfOther) }
  }
  const forms = await readAsked(db, round, place, today)
  const check: ReportCheck = {
    rows: [],
    counts: { new: 0, changed: 0, unchanged: 0, refused: 0 },
    problems: [],
  }
  const tables = findReportTables(workbook, forms)
  for (const { form, table } of tables) {
    const rows = readReportRows(table, form.definition)
    const plan = planReportRows(rows, {
      definition: form.definition,
      secret,
      respondents: form.reports.map((report) => ({ ...report, form_version_id: form.form_version_id })),
    })
    check.rows.push(...plan.rows.map((row) => ({ ...row, form })))
    check.problems.push(...plan.problems)
    for (const outcome of Object.keys(check.counts) as (keyof ReportCounts)[]) {
      check.counts[outcome] += plan.counts[outcome]
    }
  }
  if (tables.length === 0) return { ok: true, check: wholeProblem(workbook, rowTexts.noTable) }
  if (check.rows.length === 0 && check.problems.length === 0) {
    return { ok: true, check: wholeProblem(workbook, rowTexts.noRows) }
  }
  return { ok: true, check }
}

/** What stands in the way of a whole workbook, as a problem of its first cell. */
export function refusedWith(message: string): ReportCheck {
  return problemOf("", 1, message)
}

function wholeProblem({ sheets }: Workbook, message: string) {
  const sheet = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]!
  return problemOf(sheet.name, sheet.rows[0]?.number ?? 1, message)
}

function problemOf(sheet: string, row: number, message: string): ReportCheck {
  const problem = { sheet, row, column: null, severity: "error", message } as const
  return { rows: [], counts: { new: 0, changed: 0, unchanged: 0, refused: 0 }, problems: [problem] }
}
