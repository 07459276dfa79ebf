import type { Database } from "../../database/connection.ts"
import { readLists } from "../lives/facts-form.ts"
import type { Place } from "../places/queries.ts"
import { type FoundTable, fingerprintOf, withMapping } from "../workbooks/find-table.ts"
import { readWorkbook, type Workbook } from "../workbooks/read-workbook.ts"
import { identityOf } from "../workbooks/row-key.ts"
import type { WorkbookRefusal } from "../workbooks/texts.ts"
import { readGround } from "./ground.ts"
import type { KeptPlan } from "./kept-plans.ts"
import { type Plan, planRows } from "./plan-rows.ts"
import type { OnProgress } from "./progress.ts"
import { findRegisterTable, type Problem, readRows } from "./read-rows.ts"
import { importTexts } from "./texts.ts"

export type FoundColumns = {
  sheet: string
  fingerprint: string
  /** By column, from 0. */
  headings: Record<number, string>
  /** By the key of a column of ours, the column from 0. */
  mapping: Record<string, number>
}

export type Check =
  | { outcome: "unreadable"; refusal: WorkbookRefusal }
  | { outcome: "no_table"; problem: Problem }
  | { outcome: "other_place"; place: string }
  /** A table whose names nobody can tell: somebody has to say what its columns are. */
  | { outcome: "unmapped"; problem: Problem; found: FoundColumns }
  | {
      outcome: "planned"
      plan: Plan
      found: FoundColumns
      isOwnForm: boolean
      isConfirmed: boolean
      /** All of the plan, where the other holds what is shown of it. */
      kept?: KeptPlan
    }

export type CheckRequest = {
  bytes: Uint8Array
  place: Place
  day: string
  secret: string
}

/** Reads a workbook and says what it would do to the register of a place; nothing is written. */
export async function checkWorkbook(
  db: Database,
  request: CheckRequest,
  onProgress: OnProgress = () => {},
): Promise<Check> {
  const { bytes, place, day, secret } = request
  onProgress({ step: "reading", done: 0, total: 0 })
  const reading = readWorkbook(bytes)
  if (!reading.ok) return { outcome: "unreadable", refusal: reading.refusal }

  const { workbook } = reading
  const identity = identityOf(workbook, "register-1", secret)
  if (identity && identity.place !== place.code) return { outcome: "other_place", place: identity.place }
  const table = findRegisterTable(workbook)
  const t = importTexts.vi
  const fingerprint = table && fingerprintOf(table)
  const confirmed = fingerprint && !identity ? await findMapping(db, place.id, fingerprint) : undefined
  const mapped = table && confirmed ? withMapping(table, columnsIn(table, confirmed)) : table
  if (!mapped || !fingerprint) return { outcome: "no_table", problem: wholeProblem(workbook, t.noTable) }
  if (!mapped.mapping.has("name")) {
    const problem = wholeProblem(workbook, t.noTable)
    return { outcome: "unmapped", problem, found: foundColumns(mapped, fingerprint) }
  }
  const lists = await readLists(db, day)
  const rows = readRows(mapped, workbook, lists).filter(({ values, problems }) => {
    return Object.keys(values).length > 0 || problems.length > 0
  })
  if (rows.length === 0) return { outcome: "no_table", problem: wholeProblem(workbook, t.noRows) }

  onProgress({ step: "checking", done: 0, total: rows.length })
  const ground = await readGround(db, place, rows, { lists, day, secret })
  const found = foundColumns(mapped, fingerprint)
  return {
    outcome: "planned",
    plan: planRows(rows, ground),
    found,
    isOwnForm: identity !== undefined,
    isConfirmed: confirmed !== undefined,
  }
}

/** By the key of a column of ours, the heading that an officer of the place said stands for it. */
async function findMapping(db: Database, placeId: number, fingerprint: string) {
  const found = await db
    .selectFrom("import_mappings")
    .select("headings")
    .where("place_id", "=", placeId)
    .where("fingerprint", "=", fingerprint)
    .executeTakeFirst()
  return found?.headings as Record<string, string> | undefined
}

/** Where the headings that were confirmed stand in this sheet: its columns may be in another order. */
function columnsIn({ headings, mapping }: FoundTable, confirmed: Record<string, string>) {
  const columnOf = new Map([...headings].map(([column, heading]) => [heading, column]))
  const entries = Object.entries(confirmed).flatMap(([key, heading]): [string, number][] => {
    const column = columnOf.get(heading)
    return column === undefined ? [] : [[key, column]]
  })
  const rowKey = mapping.get("row_key")
  return new Map(rowKey === undefined ? entries : [...entries, ["row_key", rowKey]])
}

function wholeProblem({ sheets }: Workbook, message: string): Problem {
  const sheet = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]!
  return { sheet: sheet.name, row: sheet.rows[0]?.number ?? 1, column: null, severity: "error", message }
}

function foundColumns({ sheet, headings, mapping }: FoundTable, fingerprint: string): FoundColumns {
  return {
    sheet: sheet.name,
    fingerprint,
    headings: Object.fromEntries(headings),
    mapping: Object.fromEntries(mapping),
  }
}
