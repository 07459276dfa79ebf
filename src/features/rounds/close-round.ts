import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { freezeColumns } from "../official-reports/freeze-columns.ts"
import { lockReports } from "../reports/file-report.ts"
import { takeSnapshot } from "../snapshots/take-snapshot.ts"
import { findRoundById, type Round } from "./queries.ts"
import type { Progress } from "./respondents.ts"
import { type Asking, readProgress } from "./respondents.ts"
import type { Standing } from "./standing.ts"

/** What is on its way and would not be in the figures: begun, returned, or sent and not accepted. */
export const unfinished = ["draft", "returned", "submitted", "resubmitted"] as const satisfies Standing[]

export type Unfinished = Record<(typeof unfinished)[number], number>

export function countUnfinished({ standings }: Pick<Progress, "standings">): Unfinished {
  return {
    draft: standings.draft ?? 0,
    returned: standings.returned ?? 0,
    submitted: standings.submitted ?? 0,
    resubmitted: standings.resubmitted ?? 0,
  }
}

/** What somebody saw would be lost, so that nothing that came in meanwhile is lost unseen. */
export function signatureOf(counts: Unfinished) {
  return unfinished.map((standing) => counts[standing]).join("-")
}

type Closing =
  | { ok: true; snapshot: { id: number; version: number } }
  | { ok: false; why: "closed" }
  | { ok: false; why: "unfinished"; counts: Unfinished }

/** Freezing the figures of a country takes longer than any other request may. */
export const longestFreeze = "10min"

/**
 * Closes a round: locks what was accepted and freezes every figure, all at once or not at all. Refused where something
 * would be lost that was not seen and agreed to.
 */
export function closeRound(
  db: Database,
  author: Author,
  { id }: Pick<Round, "id">,
  { today, seen }: { today: string; seen: string | undefined },
): Promise<Closing> {
  return inTransaction(db, async (trx) => {
    const round = await lockRound(trx, id)
    if (round.state !== "open") return { ok: false, why: "closed" }
    const counts = countUnfinished(await readProgress(trx, round, today))
    const wouldLose = unfinished.some((standing) => counts[standing] > 0)
    if (wouldLose && seen !== signatureOf(counts)) return { ok: false, why: "unfinished", counts }

    const locked = await lockReports(trx, { author }, round)
    await sql`
      update reporting_rounds set state = 'closed', closed_at = now(), version = version + 1 where id = ${id}`.execute(
      trx,
    )
    const snapshot = await takeSnapshot(trx, author, round, { today })
    await freezeColumns(trx, round, snapshot.id, today)
    await recordChange(trx, {
      ...author,
      action: "close",
      record_kind: "reporting_round",
      record_id: id,
      before: { state: "open" },
      after: { state: "closed", name: round.name, reports: locked },
    })
    return { ok: true, snapshot }
  })
}

type Correction =
  | { ok: true; snapshot: { id: number; version: number } }
  | { ok: false; why: "open" }
  | { ok: false; why: "reopened"; waiting: number }

/**
 * After a correction: what was accepted since is locked, and the figures are frozen anew beside those there are. A
 * report that is open again would be counted as it was, so all of them have to be accepted first.
 */
export function correctRound(
  db: Database,
  author: Author,
  { id }: Pick<Round, "id">,
  { today, reason }: { today: string; reason: string },
): Promise<Correction> {
  return inTransaction(db, async (trx) => {
    const round = await lockRound(trx, id)
    if (round.state !== "closed") return { ok: false, why: "open" }
    const waiting = await countReopened(trx, round)
    if (waiting > 0) return { ok: false, why: "reopened", waiting }
    const locked = await lockReports(trx, { author }, round)
    const snapshot = await takeSnapshot(trx, author, round, { today, reason })
    await freezeColumns(trx, round, snapshot.id, today)
    await recordChange(trx, {
      ...author,
      action: "correct",
      record_kind: "reporting_round",
      record_id: id,
      after: { name: round.name, number: String(snapshot.version), reports: locked },
      reason,
    })
    return { ok: true, snapshot }
  })
}

/** Reports that were opened again and are not accepted yet. */
export async function countReopened(db: Database, { id }: Pick<Asking, "id">) {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from report_filings
    where round_id = ${id} and reopened_at is not null
      and state not in ('accepted', 'accepted_by_province', 'locked')`.execute(db)
  return rows[0]!.count
}

/** Whoever saves or accepts a report in it waits until this is over, and is then told that it is closed. */
async function lockRound(trx: Database, id: number) {
  await sql`select set_config('statement_timeout', ${longestFreeze}, true)`.execute(trx)
  await sql`select from reporting_rounds where id = ${id} for update`.execute(trx)
  return (await findRoundById(trx, id))!
}
