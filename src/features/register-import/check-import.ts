import type { Database } from "../../database/connection.ts"
import { readLists } from "../lives/facts-form.ts"
import type { Place } from "../places/queries.ts"
import { type FoundTable, fingerprintOf, withMapping } from "../workbooks/find-table.ts"
import { readWorkbook, type Workbook } from "../workbooks/read-workbook.ts"
import type { WorkbookRefusal } from "../workbooks/texts.ts"
import { readGround } from "./ground.ts"
import { type Plan, planRows } from "./plan-rows.ts"
import { findRegisterTable, type Problem, readRows } from "./read-rows.ts"
import { readIdentity } from "./row-key.ts"
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
  | { outcome: "planned"; plan: Plan; found: FoundColumns; isOwnForm: boolean }

export type CheckRequest = {
  bytes: Uint8Array
  place: Place
  day: string
  secret: string
  /** What the columns of such a sheet mean, as an officer confirmed it. */
  mappingOf?: (fingerprint: string) => Promise<Record<string, number> | undefined>
}

/** Reads a workbook and says what it would do to the register of a place; nothing is written. */
export async function checkWorkbook(db: Database, request: CheckRequest): Promise<Check> {
  const { bytes, place, day, secret, mappingOf } = request
  const reading = readWorkbook(bytes)
  if (!reading.ok) return { outcome: "unreadable", refusal: reading.refusal }

  const { workbook } = reading
  const identity = identityOf(workbook, secret)
  if (identity && identity.place !== place.code) return { outcome: "other_place", place: identity.place }
  const table = findRegisterTable(workbook)
  const t = importTexts.vi
  if (!table?.mapping.has("name")) return { outcome: "no_table", problem: wholeProblem(workbook, t.noTable) }

  const fingerprint = fingerprintOf(table)
  const confirmed = await mappingOf?.(fingerprint)
  const mapped = confirmed ? withMapping(table, new Map(Object.entries(confirmed))) : table
  const lists = await readLists(db, day)
  const rows = readRows(mapped, workbook, lists).filter(({ values, problems }) => {
    return Object.keys(values).length > 0 || problems.length > 0
  })
  if (rows.length === 0) return { outcome: "no_table", problem: wholeProblem(workbook, t.noRows) }

  const ground = await readGround(db, place, rows, { lists, day, secret })
  const found = foundColumns(mapped, fingerprint)
  return { outcome: "planned", plan: planRows(rows, ground), found, isOwnForm: identity !== undefined }
}

/** The hidden sheet of our own form, wherever a program put it. */
export const identitySheet = "_hoptac"

function identityOf({ sheets }: Workbook, secret: string) {
  const sheet = sheets.find(({ name }) => name === identitySheet)
  const [words, signature] = sheet?.rows[0]?.cells ?? []
  if (typeof words?.value !== "string" || typeof signature?.value !== "string") return undefined
  return readIdentity(words.value, signature.value, secret)
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
