import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import { type FormDefinition, type ReportValues, readDefinition } from "../report-forms/definition.ts"
import type { FilingState } from "./filing-states.ts"

type LockedRound = {
  id: number
  name: string
  state: string
  opens_on: string
  year: number
  period: string
  data_from: string
  data_to: string
}

export type LockedFiling = {
  id: number
  round_id: number
  organisation_id: number | null
  place_id: number | null
  form_version_id: number
  state: FilingState
  revision: number
  values: ReportValues
  submitted_on: string | null
  accepted_on: string | null
  reopened_at: Date | null
  /** Of the organisation, or of the commune. */
  name: string
  round: LockedRound
  definition: FormDefinition
  was_returned: boolean
  was_locked: boolean
  /** What was sent last, and the receipt for it. */
  sent: { revision: number; receipt: string } | null
}

/**
 * Filings for a change, with all that decides about it; nobody else changes them until the transaction ends. The round
 * comes first, for everyone alike, so that whoever closes it waits for what is on its way, and the other way round.
 */
export async function lockFilings(trx: Database, ids: readonly number[]): Promise<Map<number, LockedFiling>> {
  const { rows: rounds } =
    await sql<LockedRound>`select ${keptPlan} id, name, state, opens_on, year, period, data_from, data_to from reporting_rounds
    where id in (select round_id from report_filings where id = any(${ids}::bigint[]))
    order by id for share`.execute(trx)
  await sql`select from report_filings where id = any(${ids}::bigint[]) order by id for update`.execute(trx)
  const { rows } = await sql<
    Omit<LockedFiling, "definition" | "round">
  >`select ${keptPlan} filing.id, filing.round_id, filing.organisation_id, filing.place_id, filing.form_version_id, filing.state,
      filing.revision, filing.values, filing.submitted_on, filing.accepted_on, filing.reopened_at,
      coalesce(organisation.name, place.name) as name,
      exists (select from report_filing_events event
        where event.filing_id = filing.id and event.kind = 'returned') as was_returned,
      exists (select from report_filing_events event
        where event.filing_id = filing.id and event.kind = 'locked') as was_locked,
      (select json_build_object('revision', event.revision, 'receipt', event.receipt)
        from report_filing_events event
        where event.filing_id = filing.id and event.kind in ('submitted', 'resubmitted')
        order by event.id desc limit 1) as sent
    from report_filings filing
    left join organisations organisation on organisation.id = filing.organisation_id
    left join places place on place.id = filing.place_id
    where filing.id = any(${ids}::bigint[])`.execute(trx)
  const definitions = await readDefinitions(
    trx,
    rows.map(({ form_version_id }) => form_version_id),
  )
  // Filings of one round share it: what they are compared with is read once for all.
  const roundOf = new Map(rounds.map((round) => [round.id, round]))
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, round: roundOf.get(row.round_id)!, definition: definitions.get(row.form_version_id)! },
    ]),
  )
}

/** Form versions as they stand; a published one is never rewritten. */
export async function readDefinitions(db: Database, versionIds: readonly number[]) {
  const ids = [...new Set(versionIds)]
  const rows = await db
    .selectFrom("report_form_versions")
    .select(["id", "definition"])
    .where("id", "in", ids.length > 0 ? ids : [0])
    .execute()
  return new Map(rows.map(({ id, definition }) => [id, readDefinition(definition)]))
}
