import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import {
  type Organisation,
  type OrganisationRecord,
  readOrganisation,
} from "../register/find-organisation.ts"
import { beginnings, factsOn, type OrganisationState, statesFrom } from "../register/states.ts"
import { stretchesOf } from "../register/stretches.ts"
import type { Kind, Sector, Status } from "../register/vocabulary.ts"
import { type LifeRecord, listRecords } from "./queries.ts"

/** A place that one of the records names, with the unit above it. */
export type LifePlace = {
  id: number
  slug: string
  name: string
  kind: string
  parent_name: string | null
  parent_kind: string | null
}

/** One organisation with every record of its life, in the order in which things happened. */
export type Life = {
  id: number
  slug: string
  kind: Kind
  is_sample: boolean
  records: LifeRecord[]
  places: ReadonlyMap<number, LifePlace>
}

/** The day that is looked at, and the moment whose knowledge is gone by; without one, all that is known now. */
export type Reading = { day: string; known?: string | undefined; knownAt?: Date | undefined }

export async function readLife(db: Database, slug: string): Promise<Life | undefined> {
  const { rows: organisations } = await sql<Pick<Life, "id" | "slug" | "kind" | "is_sample">>`
    select id, slug, kind, is_sample from organisations where slug = ${slug}`.execute(db)
  const [organisation] = organisations
  if (!organisation) return undefined

  const records = await listRecords(db, organisation.id)
  return { ...organisation, records, places: await findPlaces(db, records) }
}

async function findPlaces(db: Database, records: readonly LifeRecord[]) {
  const ids = new Set(records.map(({ facts }) => facts.place_id).filter((id) => id !== undefined))
  const { rows } = await sql<LifePlace>`
    select place.id, place.slug, place.name, place.kind, parent.name as parent_name, parent.kind as parent_kind
    from places place
    left join lateral (
      select unit.name, unit.kind from places unit
      where unit.code = place.parent_code and unit.level = place.parent_level
        and unit.valid_from <= place.valid_to
      order by unit.valid_from desc limit 1) parent on true
    where place.id = any(${[...ids]}::bigint[])`.execute(db)
  return new Map(rows.map((place) => [place.id, place]))
}

/** The records that stood at a moment: made before it, and neither corrected nor taken back by then. */
export function recordsStanding(records: readonly LifeRecord[], knownAt?: Date) {
  return recordsMade(records, knownAt).filter(
    ({ is_withdrawal, superseded_at }) => !is_withdrawal && !isBefore(superseded_at, knownAt),
  )
}

/** The records that had been made by a moment, whatever became of them later. */
export function recordsMade(records: readonly LifeRecord[], knownAt?: Date) {
  return records.filter(({ recorded_at }) => isBefore(recorded_at, knownAt))
}

function isBefore(moment: Date | null, other: Date | undefined) {
  return moment !== null && (other === undefined || moment < other)
}

/** The states of an organisation as they were believed; nothing where nothing was known of it yet. */
export function statesAsKnown({ records }: Life, knownAt?: Date) {
  return statesFrom(recordsStanding(records, knownAt))
}

/**
 * Everything the page of an organisation shows, as it stood on a day and as it was known at a moment; nothing where
 * nothing was known of it yet. Before it came into being, it is shown as it began.
 */
export async function readRecordAsKnown(
  db: Database,
  life: Life,
  reading: Reading,
): Promise<OrganisationRecord | undefined> {
  const organisation = organisationAsKnown(life, reading)
  if (!organisation) return undefined

  // A report that was accepted later was not known either.
  const { day, known = day } = reading
  const isEarlier = known < day
  const record = await readOrganisation(db, organisation, isEarlier ? known : day)
  return {
    ...record,
    ...staysOf(life, statesAsKnown(life, reading.knownAt), reading.day),
    events: recordsStanding(life.records, reading.knownAt)
      .filter(({ happened_on }) => happened_on <= reading.day)
      .map((event) => eventOf(life, event)),
  }
}

/**
 * The same for the public: how to reach an organisation and who stands for it are shown as they are known now, so
 * that what was put right because it should never have been published does not come back with the past.
 */
export async function readPublicRecordAsKnown(db: Database, now: Organisation, reading: Reading) {
  const life = await readLife(db, now.slug)
  const record = life && (await readRecordAsKnown(db, life, reading))
  if (!record) return undefined

  const { address, phone, email, website, legal_representative, contact_is_public } = now
  const published = { address, phone, email, website, legal_representative, contact_is_public }
  return { ...record, organisation: { ...record.organisation, ...published } }
}

function organisationAsKnown(life: Life, { day, knownAt }: Reading): Organisation | undefined {
  const standing = recordsStanding(life.records, knownAt)
  const states = statesFrom(standing)
  const state = states.findLast(({ valid_from }) => valid_from <= day) ?? states[0]
  if (!state) return undefined

  const { id, slug, kind, is_sample } = life
  const { valid_from, valid_to: _, ...stood } = state
  const founded_on = standing.find((record) => beginnings.has(record.kind))!.happened_on
  const facts = factsOn(standing, valid_from > day ? valid_from : day)
  return {
    ...{ id, slug, kind, is_sample, founded_on },
    ...facts,
    ...stood,
    status: stood.status as Status,
    sector: stood.sector as Sector,
    is_before: valid_from > day,
  }
}

function staysOf(life: Life, states: readonly OrganisationState[], day: string) {
  const rows = states.map((state) => ({
    ...state,
    status: state.status as Status,
    ...placeColumns(life.places.get(state.place_id)!),
  }))
  return stretchesOf(rows, day)
}

function placeColumns({ slug, name, kind, parent_name, parent_kind }: LifePlace) {
  return { place_slug: slug, place_name: name, place_kind: kind, parent_name, parent_kind }
}

function eventOf({ places }: Life, event: LifeRecord): OrganisationRecord["events"][number] {
  const { kind, happened_on, document_number, document_on, facts, other_slug, other_name } = event
  const place = facts.place_id === undefined ? undefined : places.get(facts.place_id)
  return {
    ...{ kind, happened_on, document_number, document_on, other_slug, other_name },
    new_name: facts.name ?? null,
    place_slug: place?.slug ?? null,
    place_name: place?.name ?? null,
    place_kind: place?.kind ?? null,
  }
}

/** What stands in the place of what: the records of one event from the first to the latest. */
export type Chain = {
  root_id: number
  happened_on: string
  /** None: it was taken back, and never happened. */
  current: LifeRecord | undefined
  withdrawal: LifeRecord | undefined
  /** What was believed before, the latest first. */
  former: LifeRecord[]
}

/** The life line as it was known: each event with the records that it once had. */
export function chainsOf(records: readonly LifeRecord[], knownAt?: Date): Chain[] {
  const byRoot = Map.groupBy(recordsMade(records, knownAt), ({ root_id }) => root_id)
  const chains = [...byRoot].map(([root_id, made]) => {
    const [latest, ...former] = made.toSorted((one, other) => other.id - one.id)
    const { is_withdrawal } = latest!
    return {
      root_id,
      happened_on: (is_withdrawal ? former[0]! : latest!).happened_on,
      current: is_withdrawal ? undefined : latest,
      withdrawal: is_withdrawal ? latest : undefined,
      former,
    }
  })
  return chains.sort((one, other) =>
    one.happened_on === other.happened_on
      ? one.root_id - other.root_id
      : one.happened_on < other.happened_on
        ? -1
        : 1,
  )
}

/** The last suspension known of one that is suspended on the day: since when, and until when its notice says. */
export function suspensionOn(records: readonly LifeRecord[], { day, knownAt }: Reading) {
  return recordsStanding(records, knownAt).findLast(
    ({ kind, happened_on }) => kind === "suspended" && happened_on <= day,
  )
}
