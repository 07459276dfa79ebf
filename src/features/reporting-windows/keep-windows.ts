import { isDeepStrictEqual } from "node:util"
import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import type { KeptWindow } from "./calendar.ts"
import { windowLine } from "./words.ts"

const columns = [
  "first_year",
  "last_year",
  "due_month",
  "due_day",
  "due_year_offset",
  "data_end_month",
  "data_end_day",
  "legal_basis",
  "is_checked",
] as const

/** Every window of every time, the earliest first. */
export async function listKeptWindows(db: Database): Promise<KeptWindow[]> {
  return await db.selectFrom("reporting_windows").select(columns).orderBy("first_year").execute()
}

/** The number of the latest act: whoever saves has to have seen it. */
export async function readCalendarVersion(db: Database) {
  const { latest } = await db
    .selectFrom("reporting_window_changes")
    .select((count) => count.fn.max("id").as("latest"))
    .executeTakeFirstOrThrow()
  return latest ?? 0
}

type Act = { action: "add" | "correct" | "end"; reason: string }

/** Puts one calendar in the place of another, unless somebody changed it since it was seen. */
export function keepCalendar(
  db: Database,
  author: Author,
  seen: { version: number; windows: readonly KeptWindow[] },
  windows: readonly KeptWindow[],
  { action, reason }: Act,
): Promise<"kept" | "moved on"> {
  return inTransaction(db, async (trx) => {
    const before = await lockCalendar(trx)
    if ((await readCalendarVersion(trx)) !== seen.version || !isDeepStrictEqual(before, seen.windows))
      return "moved on"
    await replace(trx, author, { action, reason, before, after: windows, undoes: null })
    return "kept"
  })
}

export type UndoableChange = {
  id: number
  made_at: Date
  made_by: string
  reason: string
  windows_before: KeptWindow[]
  windows_after: KeptWindow[]
}

/** The latest act that was not undone, where the windows still are as it left them. */
export async function findUndoable(db: Database): Promise<UndoableChange | undefined> {
  const latest = (await db
    .selectFrom("reporting_window_changes as change")
    .select(["id", "made_at", "made_by", "reason", "windows_before", "windows_after"])
    .where("undoes", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("reporting_window_changes as undoing")
            .select("undoing.id")
            .whereRef("undoing.undoes", "=", "change.id"),
        ),
      ),
    )
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst()) as UndoableChange | undefined
  return latest && isDeepStrictEqual(inColumns(latest.windows_after), await listKeptWindows(db))
    ? { ...latest, windows_before: inColumns(latest.windows_before) }
    : undefined
}

/** Undoes the latest act, unless there is another one by now. */
export function undoChange(
  db: Database,
  author: Author,
  id: number,
  reason: string,
): Promise<"undone" | "moved on"> {
  return inTransaction(db, async (trx) => {
    const before = await lockCalendar(trx)
    const change = await findUndoable(trx)
    if (change?.id !== id) return "moved on"
    await replace(trx, author, {
      action: "undo",
      reason,
      before,
      after: change.windows_before,
      undoes: change.id,
    })
    return "undone"
  })
}

async function lockCalendar(trx: Database) {
  await sql`lock table reporting_windows in share row exclusive mode`.execute(trx)
  return await listKeptWindows(trx)
}

type Replaced = {
  action: Act["action"] | "undo"
  reason: string
  before: readonly KeptWindow[]
  after: readonly KeptWindow[]
  undoes: number | null
}

async function replace(trx: Database, author: Author, { action, reason, before, after, undoes }: Replaced) {
  await trx.deleteFrom("reporting_windows").execute()
  if (after.length > 0) await trx.insertInto("reporting_windows").values(after).execute()
  await trx
    .insertInto("reporting_window_changes")
    .values({
      made_by: author.actor,
      reason,
      windows_before: JSON.stringify(before),
      windows_after: JSON.stringify(after),
      undoes,
    })
    .execute()
  const lines = (windows: readonly KeptWindow[]) => windows.map((window) => windowLine(window, "vi"))
  await recordChange(trx, {
    ...author,
    record_kind: "reporting_window",
    action,
    reason,
    before: { windows: lines(before) },
    after: { windows: lines(after) },
  })
}

/** As a row of the table says it: what is kept as JSON comes back with its names in another order. */
function inColumns(windows: readonly KeptWindow[]) {
  return windows.map(
    (window) => Object.fromEntries(columns.map((column) => [column, window[column]])) as KeptWindow,
  )
}
