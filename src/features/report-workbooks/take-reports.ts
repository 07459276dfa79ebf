import { randomInt } from "node:crypto"
import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { type KeptFile, useFiles } from "../files/queries.ts"
import { enqueue } from "../jobs/queue.ts"
import type { Place } from "../places/queries.ts"
import { saveRevisions, submitReports, withdrawReports } from "../reports/file-report.ts"
import type { Round } from "../rounds/queries.ts"
import { checkSent, type Ground, isRefused, noteCheck } from "./check-received.ts"
import { type ReportCheck, refusedWith } from "./check-reports.ts"
import { inTurn } from "./in-turn.ts"
import type { ReportImport, SentReport } from "./queries.ts"
import { rowTexts } from "./texts.ts"
import { reportWorkbookChecking } from "./workbook-checking.ts"

type Received = { file: KeptFile; round: Pick<Round, "id" | "name" | "year">; place: Place; author: Author }

/**
 * Keeps that a workbook came, and gives its receipt. Whatever becomes of this process, it is checked: at once by
 * whoever took it, or by the next one that looks for work.
 */
export function keepReceived(db: Database, { file, round, place, author }: Received) {
  return inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto("report_imports")
      .values({
        round_id: round.id,
        place_id: place.id,
        file_id: file.id,
        file_name: file.name,
        file_hash: file.hash,
        receipt: newReceipt(round.year),
        uploaded_by: author.actor,
        user_id: author.user_id ?? null,
        role: author.role ?? null,
      })
      .returning("id")
      .executeTakeFirstOrThrow()
    await useFiles(trx, { kind: "report_import", id }, { files: [file.id], public_from: null })
    await recordChange(trx, {
      ...author,
      record_kind: "report_import",
      record_id: id,
      action: "send",
      after: { place_id: place.id, round: round.name, name: file.name },
    })
    await enqueue(trx, reportWorkbookChecking, { id })
    return id
  })
}

const letters = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"

/** TB26-7KQ2-M9XD-4HTR, beside the receipts of the single reports. */
function newReceipt(year: number) {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("")
  return `TB${String(year % 100).padStart(2, "0")}-${group()}-${group()}-${group()}`
}

/** The reports are not those any more that the workbook was compared with. */
class MovedOn extends Error {
  override name = "MovedOn"
}

/**
 * Writes all reports of a workbook and sends them, or none: it is compared once more in the transaction that does so.
 * Pressed twice, or again after the process was lost, it is done once.
 */
export function applyReports(db: Database, sent: ReportImport, acting: Ground & { author: Author }) {
  return inTurn(() => applyChecked(db, sent, acting))
}

async function applyChecked(
  db: Database,
  sent: ReportImport,
  { author, ...ground }: Ground & { author: Author },
) {
  const acting = { author, today: ground.today }
  try {
    await inTransaction(db, async (trx) => {
      const { state } = await trx
        .selectFrom("report_imports")
        .select("state")
        .where("id", "=", sent.id)
        .forUpdate()
        .executeTakeFirstOrThrow()
      if (state !== "checked") return
      const check = await checkSent(trx, sent, ground)
      if (isRefused(check)) return await noteCheck(trx, author, sent.id, check)

      const rows = check.rows.filter(({ outcome }) => outcome === "new" || outcome === "changed")
      const saved = await saveRevisions(
        trx,
        acting,
        { round_id: sent.round_id, via: "workbook" },
        rows.map(({ organisation_id, values, revision }) => ({
          organisation_id: organisation_id!,
          values,
          based_on: revision,
        })),
      )
      const kept = saved.map((outcome) => {
        if (!outcome.ok) throw new MovedOn(outcome.fault)
        return outcome
      })
      await keepAnswers(trx, author, rows, kept)
      const receipts = await submitReports(trx, acting, kept)
      const list = receipts.map((outcome, index): SentReport => {
        if (!outcome.ok) throw new MovedOn(outcome.fault)
        const { filing_id, revision, receipt } = outcome
        return { filing_id, revision, receipt, name: rows[index]!.name }
      })
      await trx
        .updateTable("report_imports")
        .set({
          state: "applied",
          counts: JSON.stringify(check.counts),
          problems: JSON.stringify(check.problems),
          applied_at: sql<Date>`now()`,
          applied_by: author.actor,
          sent: JSON.stringify(list),
        })
        .where("id", "=", sent.id)
        .execute()
      await recordChange(trx, {
        ...author,
        record_kind: "report_import",
        record_id: sent.id,
        action: "apply",
        after: { place_id: sent.place_id, round: sent.round_name, name: sent.file_name, ...check.counts },
      })
    })
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error
    await inTransaction(db, (trx) => noteCheck(trx, author, sent.id, refusedWith(rowTexts.movedOn)))
  }
}

async function keepAnswers(
  trx: Database,
  author: Author,
  rows: ReportCheck["rows"],
  kept: readonly { filing_id: number }[],
) {
  const answers = rows.flatMap((row, index) =>
    row.answers.map(({ rule, about, answer }) => ({
      filing_id: kept[index]!.filing_id,
      rule,
      about: JSON.stringify(about),
      answer,
      answered_by: author.actor,
      user_id: author.user_id ?? null,
    })),
  )
  if (answers.length > 0) await trx.insertInto("report_answers").values(answers).execute()
}

/** Takes back what was sent with a workbook, as far as nobody has gone on with it since. */
export function withdrawImported(
  db: Database,
  sent: ReportImport,
  acting: { author: Author; today: string },
) {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("report_imports")
      .set({
        state: "withdrawn",
        withdrawn_at: sql<Date>`now()`,
        withdrawn_by: acting.author.actor,
      })
      .where("id", "=", sent.id)
      .where("state", "=", "applied")
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    const outcomes = await withdrawReports(trx, acting, sent.sent)
    await recordChange(trx, {
      ...acting.author,
      record_kind: "report_import",
      record_id: sent.id,
      action: "withdraw",
      after: { name: sent.file_name, reports: outcomes.filter(({ ok }) => ok).length },
    })
  })
}
