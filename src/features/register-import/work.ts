import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { log } from "../../log.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import type { Check } from "./check-import.ts"
import { type ImportAnswer, isError, outcomeOf } from "./import-workbook.ts"
import type { OnProgress, Progress } from "./progress.ts"

/** Seconds after which work that nobody speaks of any more was lost: its process is gone. */
const patience = 10
const beat = 1_000

/** Whether somebody works at a workbook now; work that was lost is none. */
export const isAtWork = sql<boolean>`coalesce(imports.work_beat_at > now() - make_interval(secs => ${patience}), false)`

/** Takes a workbook up, unless somebody else works at it. */
export async function beginWork(db: Database, id: number, work: "check" | "write") {
  const { numUpdatedRows } = await db
    .updateTable("imports")
    .set({ ...begun(work), work_done: 0, work_total: 0, work_fault: null })
    .where("id", "=", id)
    .where(sql<boolean>`not ${isAtWork}`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export function begun(work: "check" | "write") {
  return { work, work_step: "reading", work_beat_at: sql<Date>`now()` }
}

/** Whoever was at work is gone: their pages say so at once. */
export async function loseWork(db: Database) {
  await db
    .updateTable("imports")
    .set({ work_beat_at: sql<Date>`'-infinity'` })
    .where("work", "is not", null)
    .execute()
}

/** Work that has begun, and how far it has come. */
type Work<Result> = { result: Promise<Result>; latest: () => Progress | undefined }

export function startWork<Result>(run: (onProgress: OnProgress) => Promise<Result>): Work<Result> {
  let latest: Progress | undefined
  const result = run((progress) => {
    latest = progress
  })
  return { result, latest: () => latest }
}

/**
 * Tells the database how far some work has come until it ends; then `finish` keeps its outcome. Of what fails, the
 * fault is kept instead, and the log has the error. Never throws: nobody waits for it.
 */
export async function followWork<Result>(
  db: Database,
  id: number,
  { result, latest }: Work<Result>,
  finish: (result: Result) => Promise<void>,
): Promise<void> {
  let saying: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    saying = saying.then(() => sayProgress(db, id, latest())).catch(warn(id))
  }, beat)
  try {
    const outcome = await result
    clearInterval(timer)
    await saying
    await finish(outcome)
  } catch (error) {
    log.error({ err: error, import: id }, "the work at a workbook failed")
    await db
      .updateTable("imports")
      .set({ work_fault: "failed" })
      .where("id", "=", id)
      .execute()
      .catch(warn(id))
  } finally {
    clearInterval(timer)
    await db
      .updateTable("imports")
      .set({ work: null, work_step: null, work_beat_at: null })
      .where("id", "=", id)
      .execute()
      .catch(warn(id))
  }
}

function warn(id: number) {
  return (error: unknown) =>
    log.warn({ err: error, import: id }, "how far an import has come could not be kept")
}

async function sayProgress(db: Database, id: number, progress: Progress | undefined) {
  await db
    .updateTable("imports")
    .set({
      work_beat_at: sql<Date>`now()`,
      ...(progress && { work_step: progress.step, work_done: progress.done, work_total: progress.total }),
    })
    .where("id", "=", id)
    .where("work", "is not", null)
    .execute()
}

/** What checking a workbook that was sent before came to. */
export function noteCheck(db: Database, author: Author, id: number, check: Check) {
  const { counts, columns, ...outcome } = outcomeOf(check)
  return note(db, author, id, { counts, ...outcome, ...(columns && { columns }) })
}

/** Nothing was written: what stands in its way now. */
export function noteRefusal(
  db: Database,
  author: Author,
  id: number,
  { receipt: _, problems, ...counts }: ImportAnswer,
) {
  return note(db, author, id, {
    state: problems.some(isError) ? "refused" : "checked",
    counts: JSON.stringify(counts),
    problems: JSON.stringify(problems),
    work_fault: "moved_on",
  })
}

type Outcome = { state: string; counts: string; problems: string; work_fault?: string; columns?: string }

/** Keeps what is known of a workbook by now, unless it was written or undone meanwhile. */
function note(db: Database, author: Author, id: number, outcome: Outcome) {
  return inTransaction(db, async (trx) => {
    await trx
      .updateTable("imports")
      .set(outcome)
      .where("id", "=", id)
      .where("state", "in", ["received", "checked", "refused"])
      .execute()
    await recordChange(trx, {
      ...author,
      record_kind: "register_import",
      record_id: id,
      action: "recheck",
      after: JSON.parse(outcome.counts),
    })
  })
}
