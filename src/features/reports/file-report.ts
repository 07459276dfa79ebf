import { randomInt } from "node:crypto"
import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import { recordChange, recordChanges } from "../changes/record-change.ts"
import { checkValues, findEmpty, workOutTotals } from "../report-forms/check-values.ts"
import type { FormDefinition, FormRule, ReportValues } from "../report-forms/definition.ts"
import { type FilingAct, type FilingState, isOpenFor, isWritable, stateAfter } from "./filing-states.ts"
import { type LockedFiling, lockFilings } from "./lock-filings.ts"
import { type Acting, type Move, moveFilings } from "./move-filings.ts"
import { type Ground, readGrounds } from "./read-grounds.ts"
import { readValues, standingRules, type ValueFault } from "./read-values.ts"

// Everything that changes a filing. Each is called in the caller's transaction, for one or for hundreds at once: what
// can't be done to one is said of that one, and the others go on.

/** Why something could not be done to a filing. */
export type FilingFault =
  | { fault: "not_found" }
  /** The round has not begun, or is closed. */
  | { fault: "closed" }
  /** The round asks nothing of such organisations. */
  | { fault: "no_form" }
  /** Somebody else saved it meanwhile. */
  | { fault: "moved_on"; revision: number }
  | { fault: "state"; state: FilingState }
  | { fault: "values"; fields: Record<string, ValueFault> }
  /** Fields to be filled in, and rules that don't let it pass, by their codes. */
  | { fault: "incomplete"; empty: string[]; failed: string[] }
  /** It came back, and nothing of it was changed or said to it. */
  | { fault: "unchanged" }
export type Outcome<Done = object> =
  | ({ ok: true; filing_id: number } & Done)
  | ({ ok: false; filing_id?: number } & FilingFault)

export type Subject =
  | { organisation_id: number; place_id?: never }
  | { place_id: number; organisation_id?: never }

export type Via = "web" | "workbook" | "shell" | "job"

type Saved = Subject & {
  values: ReportValues
  /** The revision it was typed on; 0 where there was none yet. */
  based_on: number
}

/**
 * Keeps values as a new revision, with who typed them; the first one opens the filing. Values that are there already
 * make no revision. Answers in the order given.
 */
export async function saveRevisions(
  trx: Database,
  acting: Acting,
  { round_id, via }: { round_id: number; via: Via },
  items: readonly Saved[],
): Promise<Outcome<{ revision: number }>[]> {
  const { author } = acting
  const ids = await openFilings(trx, acting, round_id, items)
  const filings = await lockFilings(
    trx,
    ids.filter((id) => typeof id === "number"),
  )
  const changed: { filing: LockedFiling; values: ReportValues; revision: number }[] = []
  const outcomes = items.map(({ values: given, based_on }, index): Outcome<{ revision: number }> => {
    const id = ids[index]!
    if (typeof id !== "number") return { ok: false, ...id }
    const filing = filings.get(id)!
    const refused = (fault: FilingFault) => ({ ok: false, filing_id: id, ...fault }) as const
    if (!isOpenFor(filing.round, filing, acting.today)) return refused({ fault: "closed" })
    if (!isWritable(filing.state)) return refused({ fault: "state", state: filing.state })
    const { values: read, faults } = readValues(filing.definition, given)
    if (Object.keys(faults).length > 0) return refused({ fault: "values", fields: faults })
    const values = workOutTotals(filing.definition, read)
    if (filing.revision > 0 && isSame(filing.definition, values, filing.values))
      return { ok: true, filing_id: id, revision: filing.revision }
    if (filing.revision !== based_on) return refused({ fault: "moved_on", revision: filing.revision })
    const revision = filing.revision + 1
    changed.push({ filing, values, revision })
    return { ok: true, filing_id: id, revision }
  })

  const rows = changed.map(({ filing, values, revision }) => ({
    filing_id: filing.id,
    number: revision,
    values,
  }))
  if (rows.length > 0) {
    await sql`
      with saved as (
        select * from json_to_recordset(${JSON.stringify(rows)}::json)
          as saved (filing_id bigint, number integer, values jsonb)),
      kept as (
        insert into report_revisions (filing_id, number, values, typed_by, user_id, role, via)
        select filing_id, number, values, ${author.actor}, ${author.user_id ?? null}::text,
          ${author.role ?? null}::text, ${via}
        from saved)
      update report_filings filing set revision = saved.number, values = saved.values
      from saved where filing.id = saved.filing_id`.execute(trx)
  }
  await recordChanges(
    trx,
    changed.map(({ filing, revision }) => ({
      ...author,
      record_kind: "report",
      record_id: filing.id,
      action: "save",
      before: { revision: filing.revision },
      after: { name: filing.name, round: filing.round.name, revision },
    })),
  )
  return outcomes
}

export async function saveRevision(
  trx: Database,
  acting: Acting,
  { round_id, via, ...item }: Saved & { round_id: number; via: Via },
) {
  return (await saveRevisions(trx, acting, { round_id, via }, [item]))[0]!
}

export type Sent = { receipt: string; revision: number }

/**
 * Sends filings, and gives each a receipt; what came back is sent again the same way. Empty fields and rules are looked
 * at once more, whatever the page said. Sending the same thing twice gives the same receipt, and nothing twice.
 */
export async function submitReports(
  trx: Database,
  acting: Acting,
  items: readonly {
    filing_id: number
    revision: number
    /** A word to the officer: needed where it goes back as it came. */
    note?: string | null
  }[],
): Promise<Outcome<Sent>[]> {
  const filings = await lockFilings(
    trx,
    items.map(({ filing_id }) => filing_id),
  )
  const asked = items.map(({ filing_id }) => filings.get(filing_id)).filter((filing) => filing !== undefined)
  const grounds = await readGrounds(trx, asked)
  const groundOf = new Map(asked.map(({ id }, index) => [id, grounds[index]!]))
  const moves: Move[] = []
  const outcomes = items.map(({ filing_id, revision, note }): Outcome<Sent> => {
    const filing = filings.get(filing_id)
    const refused = (fault: FilingFault) => ({ ok: false, filing_id, ...fault }) as const
    if (!filing) return refused({ fault: "not_found" })
    const { state, sent } = filing
    if (!isWritable(state)) {
      return sent?.revision === revision
        ? { ok: true, filing_id, ...sent }
        : refused({ fault: "state", state })
    }
    if (!isOpenFor(filing.round, filing, acting.today)) return refused({ fault: "closed" })
    if (filing.revision !== revision || revision === 0)
      return refused({ fault: "moved_on", revision: filing.revision })
    if (state === "returned" && sent?.revision === revision && !note) return refused({ fault: "unchanged" })
    const incomplete = findIncomplete(filing.definition, filing.values, groundOf.get(filing_id)!)
    if (incomplete) return refused(incomplete)

    const receipt = newReceipt(filing.round.year)
    const act = state === "draft" ? "submitted" : "resubmitted"
    moves.push({ filing, act, state: act, receipt, note: note ?? null })
    return { ok: true, filing_id, receipt, revision }
  })
  await moveFilings(trx, acting, uniqueMoves(moves, outcomes))
  return outcomes
}

export async function submitReport(
  trx: Database,
  acting: Acting,
  item: Parameters<typeof submitReports>[2][number],
) {
  return (await submitReports(trx, acting, [item]))[0]!
}

/** What stands in the way of sending: nothing where nothing does. */
export function findIncomplete(definition: FormDefinition, value: ReportValues, ground: Ground) {
  const empty = findEmpty(definition, value).map(({ code }) => code)
  const failed = findFailed(definition, value, ground)
    .filter(({ severity }) => severity === "blocking")
    .map(({ code }) => code)
  return empty.length + failed.length > 0 ? ({ fault: "incomplete", empty, failed } as const) : undefined
}

/** The rules that values fail: those of the form, and what the tables hold to where the form says nothing of it. */
export function findFailed(definition: FormDefinition, value: ReportValues, ground: Ground): FormRule[] {
  const failed = checkValues(definition, { value, ...ground })
  const said = new Set(
    failed.filter(({ severity }) => severity === "blocking").flatMap(({ fields }) => fields),
  )
  const standing = checkValues({ rules: [...standingRules] }, { value, ...ground })
  return [...failed, ...standing.filter(({ fields }) => !said.has(fields[0]!))]
}

/** What the same item said twice in one list asks for is done once, and has one receipt. */
function uniqueMoves(moves: readonly Move[], outcomes: Outcome<Sent>[]) {
  const first = new Map<number, Move>()
  for (const move of moves) if (!first.has(move.filing.id)) first.set(move.filing.id, move)
  for (const [index, outcome] of outcomes.entries()) {
    const receipt = outcome.ok && first.get(outcome.filing_id)?.receipt
    if (outcome.ok && receipt) outcomes[index] = { ...outcome, receipt }
  }
  return [...first.values()]
}

const letters = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"

/** BC26-7KQ2-M9XD-4HTR: without letters that are taken for others, and never given twice. */
function newReceipt(year: number) {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("")
  return `BC${String(year % 100).padStart(2, "0")}-${group()}-${group()}-${group()}`
}

/** The sender takes it back, as long as nobody accepted or returned it. */
export function withdrawReport(trx: Database, acting: Acting, item: Seen & { note?: string | null }) {
  return moveOne(trx, acting, "withdrawn", item)
}

/** The same for all that came with one workbook. */
export function withdrawReports(trx: Database, acting: Acting, items: readonly Seen[]) {
  return moveAll(trx, acting, "withdrawn", items)
}

/** Back to whoever sends it, with a reason for each field that is to be looked at, a word on the whole, or both. */
export function returnReport(
  trx: Database,
  acting: Acting,
  item: Seen & { reasons: Record<string, string>; note?: string | null },
) {
  return moveOne(trx, acting, "returned", item)
}

/** The revision that someone saw when they decided: nobody accepts what they have not read. */
type Seen = { filing_id: number; revision: number }

/** The commune takes them in. */
export function acceptReports(trx: Database, acting: Acting, items: readonly Seen[]) {
  return moveAll(trx, acting, "accepted", items)
}

export async function acceptReport(trx: Database, acting: Acting, item: Seen) {
  return (await acceptReports(trx, acting, [item]))[0]!
}

/** The province takes in what communes accepted. */
export function acceptForProvince(trx: Database, acting: Acting, items: readonly Seen[]) {
  return moveAll(trx, acting, "accepted_by_province", items)
}

/**
 * Takes acceptances back: the commune's as long as the province has not accepted, or the province's. Whose it is has to
 * be said, so that nobody takes back what another office accepted a moment ago.
 */
export function withdrawAcceptances(
  trx: Database,
  acting: Acting,
  items: readonly (Seen & { note?: string | null })[],
  whose: "accepted" | "accepted_by_province",
) {
  return moveAll(trx, acting, "acceptance_withdrawn", items, whose)
}

/**
 * Locks what was accepted, when a round closes or is closed anew; for a whole country at once, with one entry in the
 * change log. Returns how many.
 */
export async function lockReports(
  trx: Database,
  { author }: Pick<Acting, "author">,
  round: { id: number; name: string },
) {
  const { rows } = await sql<{ locked: number }>`
    with locked as (
      update report_filings set state = 'locked', reopened_at = null
      where round_id = ${round.id} and state in ('accepted', 'accepted_by_province') and not set_aside
      returning id, revision),
    recorded as (
      insert into report_filing_events (filing_id, kind, revision, actor, user_id, role)
      select id, 'locked', revision, ${author.actor}, ${author.user_id ?? null}::text, ${author.role ?? null}::text
      from locked),
    years as (
      update yearly_reports report set state = 'locked' from locked
      where report.filing_id = locked.id and report.state = 'accepted')
    select count(*)::integer as locked from locked`.execute(trx)
  const { locked } = rows[0]!
  if (locked > 0) {
    await recordChange(trx, {
      ...author,
      record_kind: "report",
      action: "lock",
      after: { round: round.name, reports: locked },
    })
  }
  return locked
}

/**
 * After its round was closed: what was locked is to be mended, what never came in may still come in. One that was
 * never begun is opened by this.
 */
export async function reopenReport(
  trx: Database,
  acting: Acting,
  { round_id, reason, ...subject }: Subject & { round_id: number; reason: string },
): Promise<Outcome<{ state: FilingState }>> {
  const [id] = await openFilings(trx, acting, round_id, [subject as Subject], { isReopening: true })
  if (typeof id !== "number") return { ok: false, ...id! }
  const filing = (await lockFilings(trx, [id])).get(id)!
  const state = stateAfter(filing.state, "reopened")
  if (!state || filing.round.state === "open")
    return { ok: false, filing_id: id, fault: "state", state: filing.state }
  await moveFilings(trx, acting, [{ filing, act: "reopened", state, note: reason }])
  return { ok: true, filing_id: id, state }
}

/** The filings of a round for these, in their order; those that are not there yet are opened while the round is. */
async function openFilings(
  trx: Database,
  { author, today }: Acting,
  round_id: number,
  subjects: readonly Subject[],
  { isReopening = false } = {},
): Promise<(number | FilingFault)[]> {
  const round = await trx
    .selectFrom("reporting_rounds")
    .select(["name", "state", "opens_on"])
    .where("id", "=", round_id)
    .forShare()
    .executeTakeFirst()
  const opens = isReopening || (round !== undefined && isOpenFor(round, undefined, today))
  const wanted = subjects.map(({ organisation_id = null, place_id = null }) => ({
    organisation_id,
    place_id,
  }))
  const asked = sql`
    select wanted.organisation_id, wanted.place_id, form.form_version_id
    from (select distinct organisation_id, place_id from json_to_recordset(${JSON.stringify(wanted)}::json)
      as wanted (organisation_id bigint, place_id bigint)) wanted
    left join organisations organisation on organisation.id = wanted.organisation_id
    join reporting_round_forms form on form.round_id = ${round_id}
      and form.kind = case when wanted.place_id is null then organisation.kind else 'commune' end`
  if (opens) {
    const { rows: opened } = await sql<{ id: number; name: string }>`
      with opened as (
        insert into report_filings (round_id, organisation_id, place_id, form_version_id)
        select ${round_id}, organisation_id, place_id, form_version_id from (${asked}) asked
        order by organisation_id, place_id
        on conflict do nothing returning id, organisation_id, place_id),
      recorded as (
        insert into report_filing_events (filing_id, kind, revision, actor, user_id, role)
        select id, 'opened', 0, ${author.actor}, ${author.user_id ?? null}::text, ${author.role ?? null}::text
        from opened)
      select opened.id, coalesce(organisation.name, place.name) as name from opened
      left join organisations organisation on organisation.id = opened.organisation_id
      left join places place on place.id = opened.place_id`.execute(trx)
    await recordChanges(
      trx,
      opened.map(({ id, name }) => ({
        ...author,
        record_kind: "report",
        record_id: id,
        action: "open",
        after: { name, round: round?.name },
      })),
    )
  }
  const { rows } = await sql<{
    organisation_id: number | null
    place_id: number | null
    id: number | null
  }>`select ${keptPlan} asked.organisation_id, asked.place_id, coalesce(filing.id, of_place.id) as id from (${asked}) asked
    left join report_filings filing on filing.round_id = ${round_id}
      and filing.organisation_id = asked.organisation_id
    left join report_filings of_place on of_place.round_id = ${round_id}
      and of_place.place_id = asked.place_id`.execute(trx)
  const keyOf = (subject: (typeof wanted)[number]) => `${subject.organisation_id}.${subject.place_id}`
  const found = new Map(rows.map((row) => [keyOf(row), row]))
  return wanted.map((subject) => {
    const row = found.get(keyOf(subject))
    if (!row) return { fault: "no_form" }
    return row.id ?? { fault: "closed" }
  })
}

type Extra = { reasons?: Record<string, string>; note?: string | null }

async function moveOne(trx: Database, acting: Acting, act: FilingAct, item: Seen & Extra) {
  return (await moveAll(trx, acting, act, [item]))[0]!
}

async function moveAll(
  trx: Database,
  acting: Acting,
  act: FilingAct,
  items: readonly (Seen & Extra)[],
  from?: FilingState,
): Promise<Outcome<{ state: FilingState }>[]> {
  const filings = await lockFilings(
    trx,
    items.map(({ filing_id }) => filing_id),
  )
  const moves = new Map<number, Move>()
  const outcomes = items.map(({ filing_id, revision, reasons, note }): Outcome<{ state: FilingState }> => {
    const filing = filings.get(filing_id)
    const refused = (fault: FilingFault) => ({ ok: false, filing_id, ...fault }) as const
    if (!filing) return refused({ fault: "not_found" })
    if (!isOpenFor(filing.round, filing, acting.today)) return refused({ fault: "closed" })
    const state = stateAfter(filing.state, act, { wasReturned: filing.was_returned })
    if (!state || (from && filing.state !== from)) return refused({ fault: "state", state: filing.state })
    if (filing.revision !== revision) return refused({ fault: "moved_on", revision: filing.revision })
    moves.set(filing_id, { filing, act, state, note: note ?? null, ...(reasons && { reasons }) })
    return { ok: true, filing_id, state }
  })
  await moveFilings(trx, acting, [...moves.values()])
  return outcomes
}

function isSame({ fields }: FormDefinition, one: ReportValues, other: ReportValues) {
  return fields.every(({ code }) => (one[code] ?? null) === (other[code] ?? null))
}
