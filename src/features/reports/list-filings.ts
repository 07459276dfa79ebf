import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import { type Action, checkingAlone, rolesFor } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { reachedBy } from "../../rights/seen.ts"
import { reachOn } from "../register/desk-queries.ts"
import { listRounds, type Round } from "../rounds/queries.ts"
import { askedOn, listRespondents, type Respondent, type RespondentFilter } from "../rounds/respondents.ts"
import type { FilingAct } from "./filing-states.ts"

export const filingsPerPage = 200

export type ListedFiling = Respondent & { revision: number; typed_by: string | null }

/** Who answers in a round, as far as someone reaches, with what an act on many needs to know of each. */
export async function listFilings(
  db: Database,
  round: Round,
  today: string,
  filter: RespondentFilter & { limit: number; offset?: number },
): Promise<{ rows: ListedFiling[]; total: number }> {
  const { rows, total } = await listRespondents(db, round, today, filter)
  const ids = rows.map(({ filing_id }) => filing_id).filter((id) => id !== null)
  const { rows: filings } = await sql<{ id: number; revision: number; typed_by: string | null }>`
    select filing.id, filing.revision, revision.typed_by from report_filings filing
    left join report_revisions revision on revision.filing_id = filing.id and revision.number = filing.revision
    where filing.id = any(${ids}::bigint[])`.execute(db)
  const byId = new Map(filings.map((filing) => [filing.id, filing]))
  return {
    rows: rows.map((row) => {
      const filing = byId.get(row.filing_id ?? 0)
      return { ...row, revision: filing?.revision ?? 0, typed_by: filing?.typed_by ?? null }
    }),
    total,
  }
}

/** Rounds of the past that are listed beside the open ones. */
export const mostClosed = 5

/** Rounds that have begun with those whom someone represents in them, the open ones first. */
export async function listOwn(db: Database, person: Person, today: string, { withClosed = false } = {}) {
  const own = person.roles.filter(
    ({ role, organisation_id }) => role === "organisation_representative" && organisation_id !== null,
  )
  if (own.length === 0) return []
  const rounds = (await listRounds(db)).filter(
    ({ opens_on, asked }) => opens_on <= today && asked === "organisations",
  )
  const open = rounds.filter(({ state }) => state === "open")
  const closed = withClosed ? rounds.filter(({ state }) => state === "closed").slice(0, mostClosed) : []
  const reach = reachedBy(own, { organisation_id: "state.organisation_id" })
  const lists = await Promise.all(
    [...open, ...closed].map(async (round) => {
      const { rows } = await listRespondents(db, round, today, { reach, limit: 50 })
      return rows.map((reporter) => ({ round, reporter }))
    }),
  )
  return lists.flat()
}
export type OwnReport = Awaited<ReturnType<typeof listOwn>>[number]

type Seen = { filing_id: number; revision: number }

/** Of these filings, those of the round that someone may do something to. */
export async function amongReached(
  db: Database,
  person: Person,
  { round, right, today }: { round: Pick<Round, "id">; right: Action; today: string },
  items: readonly Seen[],
) {
  const held = rolesFor(person, right)
  const { rows } = await sql<{ id: number }>`
    select filing.id from report_filings filing
    left join organisation_states state on state.organisation_id = filing.organisation_id
      and ${today}::date between state.valid_from and state.valid_to
    cross join lateral (select coalesce(state.place_id, filing.place_id) as place_id,
      filing.organisation_id as organisation_id) standing
    where filing.round_id = ${round.id} and filing.id = any(${items.map(({ filing_id }) => filing_id)}::bigint[])
      and ${held.length > 0}
      and ${reachedBy(held, { place_id: "standing.place_id", organisation_id: "standing.organisation_id" })}`.execute(
    db,
  )
  const reached = new Set(rows.map(({ id }) => id))
  return items.filter(({ filing_id }) => reached.has(filing_id))
}

/** What someone did to many at once: all of it happened at the same moment. */
export async function findDone(db: Database, person: Person, round: Pick<Round, "id">, eventId: number) {
  const { rows } = await sql<Seen & { kind: FilingAct; is_latest: boolean }>`
    select event.filing_id, event.revision, event.kind, not exists (
        select from report_filing_events later where later.filing_id = event.filing_id and later.id > event.id) as is_latest
    from report_filing_events one
    join report_filing_events event on event.happened_at = one.happened_at and event.user_id = one.user_id
      and event.kind = one.kind
    join report_filings filing on filing.id = event.filing_id and filing.round_id = ${round.id}
    where one.id = ${eventId} and one.user_id = ${person.id}
    order by event.filing_id`.execute(db)
  return rows
}

/** The latest thing that someone did to a filing: its act on many is found again by it. */
export async function latestEventOf(db: Database, filingId: number) {
  const { rows } = await sql<{ id: number }>`
    select max(id) as id from report_filing_events where filing_id = ${filingId}`.execute(db)
  return rows[0]!.id
}

export type ReportCounts = { to_file: number; came_back: number; to_check: number; to_accept: number }

/** What waits for someone: their own reports, and those that their office has to look at. */
export async function countReports(
  db: Database,
  person: Person,
  today: string,
): Promise<ReportCounts | undefined> {
  const [own, checks] = await Promise.all([listOwn(db, person, today), countChecks(db, person, today)])
  const standingIs = (...wanted: string[]) =>
    own.filter(({ reporter }) => wanted.includes(reporter.standing)).length
  const counts = { to_file: standingIs("silent", "draft"), came_back: standingIs("returned"), ...checks }
  return Object.values(counts).some((count) => count > 0) ? counts : undefined
}

/** An office that accepts what others have checked is told of that alone: what communes look at is theirs. */
async function countChecks(db: Database, person: Person, today: string) {
  const accepting = rolesFor(person, "accept_report")
  const checking = checkingAlone(person)
  if (accepting.length + checking.length === 0) return { to_check: 0, to_accept: 0 }
  // Of organisations and of communes apart: by who is there one finds the reports of an office, and not the other way.
  const count = (held: typeof accepting, states: string[]) => sql`
    (select count(*) from (
      select filing.round_id, filing.state, filing.reopened_at from organisation_states state
      join report_filings filing on filing.organisation_id = state.organisation_id
      where ${today}::date between state.valid_from and state.valid_to
        and ${reachedBy(held, { place_id: "state.place_id" })}
      union all
      select filing.round_id, filing.state, filing.reopened_at from report_filings filing
      where filing.place_id is not null and ${reachedBy(held, { place_id: "filing.place_id" })}) filing
      join reporting_rounds round on round.id = filing.round_id
      where (round.state = 'open' or filing.reopened_at is not null) and filing.state = any(${states}::text[])
        and ${held.length > 0})`
  const { rows } = await sql<{ to_check: number; to_accept: number }>`select ${keptPlan}
      ${count(checking, ["submitted", "resubmitted"])} as to_check,
      ${count(accepting, ["accepted"])} as to_accept`.execute(db)
  return rows[0]!
}

/** What someone reaches of a round. */
export function reachIn(db: Database, person: Person, round: Round, today: string) {
  return reachOn(db, person, askedOn(round, today))
}
