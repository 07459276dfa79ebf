import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Author } from "../changes/record-change.ts"
import { addOrganisations, type NewEvent, recordEvents } from "../register/record-events.ts"
import type { Facts } from "../register/states.ts"
import type { PlannedEvent, PlannedRow } from "./plan-rows.ts"
import type { OnProgress } from "./progress.ts"

/** What the register said when the rows were checked is no longer so. */
export class MovedOn extends Error {
  override name = "MovedOn"
}

/**
 * Writes what was planned, all of it or nothing: in a transaction of the caller's. Throws MovedOn when an organisation
 * changed since the rows were checked, LifeProblem when a life becomes impossible.
 */
export async function applyPlan(
  trx: Database,
  author: Author,
  rows: readonly PlannedRow[],
  importId: number | null,
  onProgress: OnProgress = () => {},
) {
  const changed = rows.filter(({ outcome }) => outcome === "changed")
  const added = rows.filter(({ outcome }) => outcome === "new")
  await refuseMovedOn(trx, changed)

  const total = added.length + changed.length
  const say = (done: number) => onProgress({ step: "writing", done, total })
  say(0)
  for (let start = 0; start < added.length; start += batch) {
    const some = added.slice(start, start + batch)
    await addOrganisations(trx, author, some.map(newOrganisation(importId)))
    say(start + some.length)
  }
  for (let start = 0; start < changed.length; start += batch) {
    const some = changed.slice(start, start + batch)
    await recordEvents(trx, author, some.flatMap(laterEvents(importId)))
    say(added.length + start + some.length)
  }
}

/** Rows written at once: few enough to be held in memory, and for whoever waits to see how far it has come. */
const batch = 2_000

function newOrganisation(importId: number | null) {
  return ({ kind, events }: PlannedRow) => {
    const [first, ...later] = ofImport(events, importId)
    const { facts, ...beginning } = first!
    return { kind: kind!, beginning: { ...beginning, facts: facts as BeginningFacts }, later }
  }
}

function laterEvents(importId: number | null) {
  return ({ organisation_id, events }: PlannedRow): NewEvent[] =>
    ofImport(events, importId).map((event) => ({ ...event, organisation_id: organisation_id! }))
}

function ofImport(events: readonly PlannedEvent[], import_id: number | null) {
  return events.map((event) => ({ ...event, import_id }))
}

type BeginningFacts = Facts & { name: string; place_id: number }

async function refuseMovedOn(trx: Database, rows: readonly PlannedRow[]) {
  const ids = rows.map(({ organisation_id }) => organisation_id)
  const { rows: moved } = await sql`
    select from unnest(${ids}::bigint[], ${rows.map(({ version }) => version)}::integer[]) as wanted (id, version)
    join organisations organisation on organisation.id = wanted.id
    where organisation.version <> wanted.version limit 1`.execute(trx)
  if (moved.length > 0) throw new MovedOn()
}

/** Why an applied import cannot be undone any more: who touched its records later. */
export async function findLaterTouch(db: Database, importId: number) {
  const { rows } = await sql<{ name: string; recorded_by: string; recorded_at: Date }>`
    select organisation.name, event.recorded_by, event.recorded_at
    from organisation_events event join organisations organisation on organisation.id = event.organisation_id
    where event.organisation_id in (select organisation_id from organisation_events where import_id = ${importId})
      and event.import_id is distinct from ${importId}
      and event.id > (select min(id) from organisation_events where import_id = ${importId})
    order by event.id limit 1`.execute(db)
  return rows[0]
}

/** Takes back every record of an import; organisations that it added are in no list any more. */
export async function withdrawImport(trx: Database, author: Author, importId: number) {
  const { rows } = await sql<{ id: number; organisation_id: number; kind: string; happened_on: string }>`
    select id, organisation_id, kind, happened_on from standing_events where import_id = ${importId}
    order by id`.execute(trx)
  await recordEvents(
    trx,
    author,
    rows.map(({ id, ...event }) => ({ ...event, corrects_id: id, is_withdrawal: true })),
  )
  return rows.length
}
