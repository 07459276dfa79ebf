import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { slugify } from "../../ui/slug.ts"
import type { Author } from "../changes/record-change.ts"
import { factColumns, refuseTakenCodes, settleLives } from "./settle-lives.ts"
import type { Facts } from "./states.ts"
import type { Kind } from "./vocabulary.ts"

/** What a record of something that happened holds; days as "2026-06-30". */
export type NewEvent = {
  organisation_id: number
  kind: string
  happened_on: string
  facts?: Facts
  document_number?: string | null
  document_on?: string | null
  /** The document itself. */
  file_id?: number | null
  /** The last day of a suspension, as its notice says. */
  until_on?: string | null
  /** The organisation it came from, or went into. */
  other_organisation_id?: number | null
  note?: string | null
  /** The record that this one stands in the place of. */
  corrects_id?: number | null
  /** Nothing stands in its place: it never happened. */
  is_withdrawal?: boolean
  /** The workbook that said so. */
  import_id?: number | null
  /** The reorganisation of its commune that it follows. */
  reorganisation_id?: number | null
}

/**
 * Records what happened, in the order given, and settles the lives it changes. Throws LifeProblem when a life becomes
 * impossible. The entry in the change log is the caller's: one event or a whole reorganisation is one deed.
 */
export async function recordEvents(trx: Database, author: Author, events: readonly NewEvent[]) {
  const ids = await insertEvents(trx, author, events)
  await settleLives(
    trx,
    events.map(({ organisation_id }) => organisation_id),
  )
  return ids
}

async function insertEvents(trx: Database, { actor, user_id }: Author, events: readonly NewEvent[]) {
  const rows = events.map((event) => ({
    facts: {},
    is_withdrawal: false,
    ...event,
    recorded_by: actor,
    user_id: user_id ?? null,
  }))
  const { rows: inserted } = await sql<{ id: number }>`
    insert into organisation_events (organisation_id, kind, happened_on, facts, document_number, document_on,
      file_id, until_on, other_organisation_id, note, corrects_id, is_withdrawal, import_id, reorganisation_id,
      recorded_by, user_id)
    select organisation_id, kind, happened_on, facts, document_number, document_on,
      file_id, until_on, other_organisation_id, note, corrects_id, is_withdrawal, import_id, reorganisation_id,
      recorded_by, user_id
    from json_populate_recordset(null::organisation_events, ${JSON.stringify(rows)}::json)
    returning id`.execute(trx)
  return inserted.map(({ id }) => id)
}

export type NewOrganisation = {
  kind: Kind
  /** How it came into being: "founded", or one of the ways of reorganising. */
  beginning: Omit<NewEvent, "organisation_id"> & { facts: Facts & { name: string; place_id: number } }
  /** What happened to it since. */
  later?: readonly Omit<NewEvent, "organisation_id">[]
}

/** Adds organisations with the event that brought each into being; answers in the order given. */
export async function addOrganisations(
  trx: Database,
  author: Author,
  organisations: readonly NewOrganisation[],
) {
  const slugs = await freeSlugs(trx, organisations)
  await refuseTakenCodes(
    trx,
    organisations.map(({ beginning: { facts } }) => ({ id: 0, code: facts.code ?? null })),
  )
  // With its facts at once: settling then finds them as they should be, and writes none of a whole province again.
  const rows = organisations.map(({ kind, beginning: { facts, happened_on } }, index) => ({
    ...Object.fromEntries(factColumns.map((column) => [column, facts[column] ?? null])),
    other_lines: facts.other_lines ?? [],
    slug: slugs[index]!,
    kind,
    name: facts.name,
    founded_on: happened_on,
  }))
  const columns = sql.join(
    ["slug", "kind", "name", "founded_on", ...factColumns].map((name) => sql.ref(name)),
  )
  const { rows: inserted } = await sql<{ id: number; slug: string }>`
    insert into organisations (${columns})
    select ${columns} from json_populate_recordset(null::organisations, ${JSON.stringify(rows)}::json)
    returning id, slug`.execute(trx)
  const idOf = new Map(inserted.map(({ id, slug }) => [slug, id]))
  const added = slugs.map((slug) => ({ id: idOf.get(slug)!, slug }))
  await recordEvents(
    trx,
    author,
    organisations.flatMap(({ beginning, later = [] }, index) =>
      [beginning, ...later].map((event) => ({ ...event, organisation_id: added[index]!.id })),
    ),
  )
  return added
}

/** The name alone where nothing else is called so, else with its place, else with a number: addresses never change. */
async function freeSlugs(trx: Database, organisations: readonly NewOrganisation[]) {
  const placeIds = [...new Set(organisations.map(({ beginning }) => beginning.facts.place_id))]
  const { rows: places } = await sql<{ id: number; name: string }>`
    select id, name from places where id = any(${placeIds}::bigint[])`.execute(trx)
  const placeName = new Map(places.map(({ id, name }) => [id, name]))

  const taken = new Set<string>()
  const chosen = organisations.map(({ beginning: { facts } }) => {
    const short = slugify(facts.name) || "to-chuc"
    return { long: slugify(`${short} ${placeName.get(facts.place_id) ?? ""}`), tries: 0, slug: short }
  })
  let open = chosen
  while (open.length > 0) {
    for (const each of open) {
      while (taken.has(each.slug)) {
        each.tries += 1
        each.slug = each.tries === 1 ? each.long : `${each.long}-${each.tries}`
      }
      taken.add(each.slug)
    }
    const { rows: used } = await sql<{ slug: string }>`
      select slug from organisations where slug = any(${open.map(({ slug }) => slug)}::text[])`.execute(trx)
    const inUse = new Set(used.map(({ slug }) => slug))
    open = open.filter(({ slug }) => inUse.has(slug))
  }
  return chosen.map(({ slug }) => slug)
}
