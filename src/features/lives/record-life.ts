import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { addOrganisations, type NewEvent, recordEvents } from "../register/record-events.ts"
import { type Facts, factsOn, statesFrom } from "../register/states.ts"
import type { Kind } from "../register/vocabulary.ts"
import { followPlaces } from "../reorganisations/follow-places.ts"
import { type LifeEvent, stateOn } from "./event-rules.ts"
import { type LifeRecord, listRecords, standing } from "./queries.ts"

/** Day and document: what every record of something that happened has. */
export type Happening = Pick<
  NewEvent,
  "happened_on" | "document_number" | "document_on" | "file_id" | "until_on" | "note"
>

/** What an event brings about beside itself. */
export type Outcome =
  | { of: "itself"; facts?: Facts }
  | { of: "merger"; other: number }
  | { of: "consolidation"; partners: readonly number[]; name: string }
  | { of: "parts"; names: readonly string[] }
  | { of: "conversion"; kind: Kind | "enterprise" }

type Organisation = { id: number; kind: Kind }

/**
 * Records what happened to an organisation, and to the others that it concerns, as one deed. Throws LifeProblem where
 * a life becomes impossible. Answers with the organisations that came into being.
 */
export async function recordLife(
  trx: Database,
  author: Author,
  organisation: Organisation,
  kind: LifeEvent,
  happening: Happening,
  outcome: Outcome,
) {
  const event = { ...happening, organisation_id: organisation.id, kind }
  const added = await writeOutcome(trx, author, organisation, event, outcome)
  await followPlaces(trx, author, { only: [organisation.id, ...added.map(({ id }) => id)] })
  const facts = outcome.of === "itself" ? outcome.facts : undefined
  await recordChange(trx, {
    ...author,
    record_kind: "organisation",
    record_id: organisation.id,
    action: "record_event",
    after: { event: kind, happened_on: happening.happened_on, ...facts },
  })
  for (const { id, name } of added) {
    await recordChange(trx, {
      ...author,
      record_kind: "organisation",
      record_id: id,
      action: "add",
      after: { name },
    })
  }
  return added
}

async function writeOutcome(
  trx: Database,
  author: Author,
  organisation: Organisation,
  event: NewEvent & { kind: LifeEvent },
  outcome: Outcome,
) {
  if (outcome.of === "itself") {
    await recordEvents(trx, author, [{ ...event, facts: outcome.facts ?? {} }])
    return []
  }
  if (outcome.of === "merger") {
    await recordEvents(trx, author, [{ ...event, other_organisation_id: outcome.other }])
    return []
  }
  if (outcome.of === "conversion" && outcome.kind === "enterprise") {
    await recordEvents(trx, author, [event])
    return []
  }

  const facts = await factsToInherit(trx, organisation.id, event.happened_on)
  const names =
    outcome.of === "parts" ? outcome.names : [outcome.of === "consolidation" ? outcome.name : facts.name]
  const added = await addOrganisations(
    trx,
    author,
    names.map((name) => ({
      kind: outcome.of === "conversion" ? (outcome.kind as Kind) : organisation.kind,
      beginning: {
        ...event,
        note: null,
        kind: beginningOf[event.kind as keyof typeof beginningOf],
        other_organisation_id: organisation.id,
        facts: { ...facts, name },
      },
    })),
  )
  const sides = outcome.of === "consolidation" ? [organisation.id, ...outcome.partners] : [organisation.id]
  const heir = added.length === 1 ? added[0]!.id : null
  await recordEvents(
    trx,
    author,
    sides.map((organisation_id) => ({ ...event, organisation_id, other_organisation_id: heir })),
  )
  return added.map(({ id, slug }, index) => ({ id, slug, name: names[index]! }))
}

const beginningOf = {
  divided: "created_by_division",
  separated: "created_by_separation",
  consolidated: "created_by_consolidation",
  converted: "created_by_conversion",
} as const

/** What an organisation that arises out of another begins with: its seat, its lines, its law; never its code. */
async function factsToInherit(trx: Database, organisationId: number, day: string) {
  const events = standing(await listRecords(trx, organisationId))
  const state = stateOn(statesFrom(events), day)!
  const { address, governing_law, other_lines } = factsOn(events, day)
  const { name, place_id, sector, business_line } = state
  return { name, place_id, sector, business_line, address, governing_law, other_lines }
}

/** Records that something happened otherwise than was recorded: the new record stands in the old one's place. */
export async function correctRecord(
  trx: Database,
  author: Author,
  record: LifeRecord & { organisation_id: number },
  happening: Happening,
  facts: Facts,
  reason: string,
) {
  const { id, kind, organisation_id, other_organisation_id } = record
  await recordEvents(trx, author, [
    { ...happening, organisation_id, kind, facts, other_organisation_id, corrects_id: id },
  ])
  await followPlaces(trx, author, { only: [organisation_id] })
  await recordChange(trx, {
    ...author,
    record_kind: "organisation",
    record_id: organisation_id,
    action: "correct_event",
    before: { event: kind, happened_on: record.happened_on, ...record.facts },
    after: { event: kind, happened_on: happening.happened_on, ...facts },
    reason,
  })
}

/** Takes back what never happened, on the side of every organisation that it concerned. */
export async function withdrawRecord(
  trx: Database,
  author: Author,
  records: readonly (Pick<LifeRecord, "id" | "kind" | "happened_on"> & { organisation_id: number })[],
  reason: string,
) {
  await recordEvents(
    trx,
    author,
    records.map(({ id, organisation_id, kind, happened_on }) => ({
      organisation_id,
      kind,
      happened_on,
      corrects_id: id,
      is_withdrawal: true,
      note: reason,
    })),
  )
  await followPlaces(trx, author, { only: records.map(({ organisation_id }) => organisation_id) })
  for (const { organisation_id, kind, happened_on } of records) {
    await recordChange(trx, {
      ...author,
      record_kind: "organisation",
      record_id: organisation_id,
      action: "withdraw_event",
      before: { event: kind, happened_on },
      reason,
    })
  }
}

const reorganisations = ["divided", "separated", "consolidated", "converted", ...Object.values(beginningOf)]

/** The records of other organisations that tell of the same reorganisation. */
export async function listCounterparts(db: Database, record: LifeRecord & { organisation_id: number }) {
  if (!reorganisations.includes(record.kind)) return []
  const ending = Object.entries(beginningOf).find(([end, begin]) => [end, begin].includes(record.kind))!
  const { rows } = await sql<{
    id: number
    organisation_id: number
    name: string
    kind: string
    happened_on: string
  }>`
    select event.id, event.organisation_id, organisation.name, event.kind, event.happened_on
    from standing_events event join organisations organisation on organisation.id = event.organisation_id
    where event.happened_on = ${record.happened_on}::date and event.kind = any(${[...ending]}::text[])
      and event.id <> ${record.id}
      and (event.other_organisation_id in (${record.organisation_id}, ${record.other_organisation_id})
        or event.organisation_id = ${record.other_organisation_id})`.execute(db)
  return rows
}
