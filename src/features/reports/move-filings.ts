import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { ActionOn } from "../changes/deeds.ts"
import { type Author, recordChanges } from "../changes/record-change.ts"
import { type FilingAct, type FilingState, isAccepted } from "./filing-states.ts"
import type { LockedFiling } from "./lock-filings.ts"
import { yearlyValues } from "./yearly-values.ts"

/** Who acts, and the day it is for them. */
export type Acting = { author: Author; today: string }

/** A filing that goes on: what happened to it, and where that leads. */
export type Move = {
  filing: LockedFiling
  act: FilingAct
  state: FilingState
  /** Of a return: why, field by field. */
  reasons?: Record<string, string>
  note?: string | null
  receipt?: string
}

const deedOf: Record<FilingAct, ActionOn<"report">> = {
  submitted: "submit",
  resubmitted: "resubmit",
  withdrawn: "withdraw",
  returned: "return",
  accepted: "accept",
  accepted_by_province: "accept_for_province",
  acceptance_withdrawn: "take_back_acceptance",
  locked: "lock",
  reopened: "reopen",
}

/** Writes what happened to filings that are locked: their state, an event each, their years, and the change log. */
export async function moveFilings(trx: Database, { author, today }: Acting, moves: readonly Move[]) {
  if (moves.length === 0) return
  const moved = moves.map((move) => ({ ...move, days: daysAfter(move, today) }))
  const rows = moved.map(({ filing, act, state, reasons, note, receipt, days }) => ({
    id: filing.id,
    state,
    ...days,
    kind: act,
    revision: filing.revision,
    reasons: reasons ?? null,
    note: note ?? null,
    receipt: receipt ?? null,
  }))
  await sql`
    with moved as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as moved (id bigint, state text,
        submitted_on date, accepted_on date, kind text, revision integer, reasons jsonb, note text, receipt text)),
    recorded as (
      insert into report_filing_events (filing_id, kind, revision, reasons, note, receipt, actor, user_id, role)
      select id, kind, revision, reasons, note, receipt, ${author.actor}, ${author.user_id ?? null}::text,
        ${author.role ?? null}::text
      from moved)
    update report_filings filing set state = moved.state, submitted_on = moved.submitted_on,
      accepted_on = moved.accepted_on,
      submitted_at = case when moved.kind in ('submitted', 'resubmitted') then now()
        when moved.submitted_on is null then null else filing.submitted_at end,
      accepted_at = case when moved.kind = 'accepted' then now()
        when moved.accepted_on is null then null else filing.accepted_at end,
      reopened_at = case when moved.kind = 'reopened' then now() else filing.reopened_at end
    from moved where filing.id = moved.id`.execute(trx)
  await writeYears(trx, moved)
  await recordChanges(
    trx,
    moves.map(({ filing, act, state, reasons, note, receipt }) => ({
      ...author,
      record_kind: "report",
      record_id: filing.id,
      action: deedOf[act],
      before: { state: filing.state },
      after: {
        name: filing.name,
        round: filing.round.name,
        state,
        revision: filing.revision,
        ...(reasons && { reasons: reasonsInWords(filing, reasons) }),
        ...(receipt && { receipt }),
      },
      ...(note && { reason: note }),
    })),
  )
}

function reasonsInWords({ definition }: LockedFiling, reasons: Record<string, string>) {
  const labelOf = (code: string) => definition.fields.find((field) => field.code === code)?.label.vi ?? code
  return Object.entries(reasons)
    .map(([code, reason]) => `${labelOf(code)}: ${reason}`)
    .join("; ")
}

type Days = { submitted_on: string | null; accepted_on: string | null }

/**
 * The day of the first sending decides whether a filing is late; mending it later changes nothing. One that was locked
 * keeps its first day of acceptance when it is mended: figures of days in between hold what is known of them now.
 */
function daysAfter({ filing, act, state }: Move, today: string): Days {
  const { submitted_on, accepted_on, was_locked } = filing
  switch (act) {
    case "submitted":
    case "resubmitted":
      return { submitted_on: submitted_on ?? today, accepted_on }
    case "withdrawn":
      return { submitted_on: state === "draft" ? null : submitted_on, accepted_on }
    case "accepted":
      return { submitted_on, accepted_on: accepted_on ?? today }
    case "returned":
    case "acceptance_withdrawn":
      return { submitted_on, accepted_on: was_locked || isAccepted(state) ? accepted_on : null }
    default:
      return { submitted_on, accepted_on }
  }
}

const yearState: Record<FilingState, string> = {
  draft: "draft",
  submitted: "submitted",
  resubmitted: "submitted",
  returned: "returned",
  accepted: "accepted",
  accepted_by_province: "accepted",
  locked: "locked",
}

/**
 * The yearly reports that every figure is counted from. A year that counts goes on counting until what takes its place
 * is accepted: one that was locked, and one from before its round.
 */
async function writeYears(trx: Database, moves: readonly (Move & { days: Days })[]) {
  const rows = moves
    .filter(
      ({ filing, state }) =>
        filing.organisation_id !== null &&
        filing.round.period === "year" &&
        (!filing.was_locked || isAccepted(state)),
    )
    .map(({ filing, state, days }) => ({
      organisation_id: filing.organisation_id,
      year: filing.round.year,
      state: yearState[state],
      ...days,
      filing_id: filing.id,
      ...yearlyValues(filing.values),
    }))
  if (rows.length === 0) return
  const names = Object.keys(rows[0]!)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  await sql`
    insert into yearly_reports (${columns})
    select ${columns} from json_populate_recordset(null::yearly_reports, ${JSON.stringify(rows)}::json)
    on conflict (organisation_id, year) do update set
      ${sql.join(names.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}
    where excluded.state in ('accepted', 'locked') or yearly_reports.state not in ('accepted', 'locked')
      or yearly_reports.filing_id = excluded.filing_id`.execute(trx)
}
