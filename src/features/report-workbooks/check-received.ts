import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import type { FileStore } from "../files/store.ts"
import { findWorkbookPlaceById } from "../register-import/ground.ts"
import { findRoundById } from "../rounds/queries.ts"
import { workbookRefusals } from "../workbooks/texts.ts"
import { checkReports, type ReportCheck, refusedWith } from "./check-reports.ts"
import { inTurn } from "./in-turn.ts"
import { findWaiting, type ReportImport } from "./queries.ts"

/** What checking and writing need beside the database. */
export type Ground = { store: FileStore; today: string; secret: string }

/** Checks a workbook that waits for it. Of two who do so at once, the first one's finding is kept. */
export function checkReceived(db: Database, id: number, ground: Ground) {
  return inTurn(() => checkWaiting(db, id, ground))
}

async function checkWaiting(db: Database, id: number, ground: Ground) {
  const sent = await findWaiting(db, id)
  if (!sent) return
  const check = await checkSent(db, sent, ground)
  const author = {
    actor: sent.uploaded_by,
    via: "web",
    ...(sent.user_id && { user_id: sent.user_id }),
  } as const
  await inTransaction(db, (trx) => noteCheck(trx, author, sent.id, check))
}

/** A workbook that was sent, compared with the reports of now. */
export async function checkSent(db: Database, sent: ReportImport, { store, today, secret }: Ground) {
  const [bytes, round, place] = await Promise.all([
    readBytes(store, sent.file_hash),
    findRoundById(db, sent.round_id),
    findWorkbookPlaceById(db, sent.place_id),
  ])
  const checked = await checkReports(db, { bytes, round: round!, place, today, secret })
  return checked.ok ? checked.check : refusedWith(workbookRefusals.vi[checked.refusal])
}

export async function readBytes(store: FileStore, hash: string) {
  const stream = await store.read(hash)
  if (!stream) throw new Error(`The file ${hash} is recorded and not in the store.`)
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
}

export function isRefused({ counts, problems }: ReportCheck) {
  return counts.refused > 0 || problems.some(({ severity }) => severity === "error")
}

export async function noteCheck(trx: Database, author: Author, id: number, check: ReportCheck) {
  const state = isRefused(check) ? "refused" : "checked"
  const { numUpdatedRows } = await trx
    .updateTable("report_imports")
    .set({
      state,
      counts: JSON.stringify(check.counts),
      problems: JSON.stringify(check.problems),
      checked_at: sql<Date>`now()`,
    })
    .where("id", "=", id)
    .where("state", "in", ["received", "checked"])
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await recordChange(trx, {
    ...author,
    record_kind: "report_import",
    record_id: id,
    action: "check",
    after: { state, ...check.counts },
  })
}
