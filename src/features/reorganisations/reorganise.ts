import { createHash } from "node:crypto"
import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { dayBefore } from "../places/days.ts"
import { rebuildTerritories } from "../places/load-places.ts"
import { freeSlug } from "../places/place-slug.ts"
import { recordEvents } from "../register/record-events.ts"
import { followPlaces, withdrawalOf } from "./follow-places.ts"
import { type KnownPlace, planReorganisation, type ReorganisationPlan } from "./plan-reorganisation.ts"
import { readReorganisation } from "./read-reorganisation.ts"
import type { Fault, Reorganisation } from "./reorganisation.ts"
import { countWaiting } from "./waiting.ts"

/** What a reorganisation came to, or would come to. */
export type ReorganisationCounts = {
  units_new: number
  units_known: number
  units_ended: number
  /** Organisations that followed to the commune that took theirs over. */
  moved: number
  /** Organisations that wait for an officer to place them, since their commune was divided. */
  waiting: number
}

/** Everything a plan looks at. */
export async function listKnownPlaces(db: Database): Promise<KnownPlace[]> {
  const { rows } = await sql<KnownPlace>`
    select id, code, level, kind, name, valid_from, valid_to, parent_code, parent_level from places
    order by id`.execute(db)
  return rows
}

export type Sending = { ok: true; id: number } | { ok: false; faults: Fault[] }

/** Keeps a file as a reorganisation that can be looked at and applied. The same file is the same reorganisation. */
export function sendReorganisation(
  db: Database,
  author: Author,
  { bytes, name }: { bytes: Uint8Array; name: string },
): Promise<Sending> {
  return inTransaction(db, async (trx) => {
    const read = readReorganisation(bytes)
    if (!read.ok) return read
    const { day, legal_act, units, ended } = read.reorganisation
    const hash = createHash("sha256").update(bytes).digest("hex")
    const known = await trx
      .selectFrom("reorganisations")
      .select("id")
      .where("hash", "=", hash)
      .where("taken_back_at", "is", null)
      .executeTakeFirst()
    if (known) return { ok: true, id: known.id }

    const { id } = await trx
      .insertInto("reorganisations")
      .values({
        happened_on: day,
        legal_act,
        units: JSON.stringify(units),
        ended: JSON.stringify(ended),
        hash,
        file_name: name,
        sent_by: author.actor,
      })
      .returning("id")
      .executeTakeFirstOrThrow()
    await recordChange(trx, {
      ...author,
      record_kind: "reorganisation",
      record_id: id,
      action: "send",
      after: { happened_on: day, legal_act, name, units: units.length },
    })
    return { ok: true, id }
  })
}

export type Applying = { ok: true; counts: ReorganisationCounts } | { ok: false; faults: Fault[] }

class TriedOnly extends Error {
  readonly counts: ReorganisationCounts

  constructor(counts: ReorganisationCounts) {
    super("tried only")
    this.counts = counts
  }
}

type SentReorganisation = Reorganisation & { id: number }

/**
 * Makes the places what a reorganisation says, and lets the organisations follow; all of it or nothing. Done again it
 * moves those that came into the register since.
 */
export function applyReorganisation(
  db: Database,
  author: Author,
  sent: SentReorganisation,
): Promise<Applying> {
  return inTransaction(db, async (trx) => {
    await sql`lock table places in share row exclusive mode`.execute(trx)
    const planned = planReorganisation(await listKnownPlaces(trx), sent)
    if (!planned.ok) return planned
    const { plan } = planned
    await writePlan(trx, plan, sent)
    const moved = await followPlaces(trx, author)
    const counts = {
      units_new: plan.added.length,
      units_known: plan.known.length,
      units_ended: plan.ended.length,
      moved,
      waiting: await countWaiting(trx),
    }
    await trx
      .updateTable("reorganisations")
      .set({
        applied_at: sql<Date>`coalesce(applied_at, now())`,
        applied_by: sql<string>`coalesce(applied_by, ${author.actor})`,
        counts: sql`coalesce(counts, ${JSON.stringify(counts)}::jsonb)`,
      })
      .where("id", "=", sent.id)
      .execute()
    await recordChange(trx, {
      ...author,
      record_kind: "reorganisation",
      record_id: sent.id,
      action: "apply",
      after: { ...counts },
    })
    return { ok: true, counts }
  })
}

/** What applying would come to: it is done, and taken back before anyone else could see it. */
export async function tryReorganisation(
  db: Database,
  author: Author,
  sent: SentReorganisation,
): Promise<Applying> {
  try {
    return await db.transaction().execute(async (trx) => {
      const applied = await applyReorganisation(trx, author, sent)
      if (!applied.ok) return applied
      throw new TriedOnly(applied.counts)
    })
  } catch (error) {
    if (error instanceof TriedOnly) return { ok: true, counts: error.counts }
    throw error
  }
}

async function writePlan(trx: Database, plan: ReorganisationPlan, { id, day }: SentReorganisation) {
  const { added, ended, successions, known } = plan
  // The days of the old units end first: no code may name two units on one day.
  await trx
    .updateTable("places")
    .set({ valid_to: dayBefore(day) })
    .where("id", "in", [0, ...ended.map((place) => place.id)])
    .execute()
  const { rows: slugs } = await sql<{ slug: string }>`select slug from places`.execute(trx)
  const taken = new Set(slugs.map(({ slug }) => slug))
  const rows = added.map((unit) => {
    const from = { ...unit, valid_from: day }
    return { ...from, slug: freeSlug(from, taken), reorganisation_id: id }
  })
  const inserted =
    rows.length > 0 ? await trx.insertInto("places").values(rows).returning(["id", "slug"]).execute() : []
  const idOf = new Map(inserted.map(({ id, slug }) => [slug, id]))
  await trx
    .updateTable("reorganisations")
    .set({ place_ids: sql<number[]>`place_ids || ${inserted.map((place) => place.id)}::bigint[]` })
    .where("id", "=", id)
    .execute()
  await trx
    .updateTable("places")
    .set({ reorganisation_id: id })
    .where("id", "in", [0, ...known.map((place) => place.id)])
    .where("reorganisation_id", "is", null)
    .execute()

  const links = successions.map(({ from, to }) => ({
    place_id: from.id,
    successor_id: "id" in to ? to.id : idOf.get(rows[to.added]!.slug)!,
  }))
  const linked =
    links.length > 0
      ? await trx
          .insertInto("place_successions")
          .values(links)
          .onConflict((conflict) => conflict.doNothing())
          .returning("place_id")
          .execute()
      : []
  if (rows.length + linked.length + ended.length > 0) await rebuildTerritories(trx)
  await followHome(trx)
}

/** A province that became part of another is the portal's no more: its successor is. */
async function followHome(trx: Database) {
  await sql`
    update site_settings set place_id = heir.id
    from places home join place_successions link on link.place_id = home.id
    join places heir on heir.id = link.successor_id and heir.level = home.level
    where home.id = site_settings.place_id and home.valid_to < heir.valid_from
      and heir.reorganisation_id is not null
      and (select count(*) from place_successions other join places unit on unit.id = other.successor_id
        where other.place_id = home.id and unit.level = home.level) = 1`.execute(trx)
}

/** Why a reorganisation can't be taken back: something rests on it by now. */
export type Hold = "applied_before" | "in_use" | "later"

/**
 * Takes back a reorganisation that was applied by mistake, as long as nothing else rests on its units: the events that
 * followed it are withdrawn, and units that it brought are removed.
 */
export async function takeBackReorganisation(
  db: Database,
  author: Author,
  sent: SentReorganisation,
  reason: string,
): Promise<Hold | undefined> {
  try {
    await inTransaction(db, async (trx) => {
      await sql`lock table places in share row exclusive mode`.execute(trx)
      const { rows: events } = await sql<{ id: number; organisation_id: number; happened_on: string }>`
        select id, organisation_id, happened_on from standing_events
        where reorganisation_id = ${sent.id} order by id`.execute(trx)
      if (events.length > 0) await recordEvents(trx, author, events.map(withdrawalOf))
      await removeUnits(trx, sent)
      const { numUpdatedRows } = await trx
        .updateTable("reorganisations")
        .set({ taken_back_at: sql<Date>`now()`, taken_back_by: author.actor })
        .where("id", "=", sent.id)
        .where("applied_at", "is not", null)
        .where("taken_back_at", "is", null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new Held("applied_before")
      await recordChange(trx, {
        ...author,
        record_kind: "reorganisation",
        record_id: sent.id,
        action: "take_back",
        before: { records: events.length },
        reason,
      })
    })
  } catch (error) {
    if (error instanceof Held) return error.hold
    throw error
  }
}

class Held extends Error {
  readonly hold: Hold

  constructor(hold: Hold) {
    super(hold)
    this.hold = hold
  }
}

/** Units that were there before the file was sent stay: they came with the portal. */
async function removeUnits(trx: Database, { id, day }: SentReorganisation) {
  const { place_ids: ids } = await trx
    .selectFrom("reorganisations")
    .select("place_ids")
    .where("id", "=", id)
    .executeTakeFirstOrThrow()
  if (ids.length === 0) return
  const { rows: later } = await sql`
    select from places where id = any(${ids}::bigint[]) and valid_to < 'infinity' limit 1`.execute(trx)
  if (later.length > 0) throw new Held("later")

  await sql`
    update site_settings set place_id = link.place_id
    from place_successions link join places origin on origin.id = link.place_id
    join places heir on heir.id = link.successor_id and heir.level = origin.level
    where link.successor_id = site_settings.place_id and link.successor_id = any(${ids}::bigint[])`.execute(
    trx,
  )
  // What was believed of the organisations meanwhile goes on in the communes that stay.
  await sql`
    update organisation_former_states former set place_id = state.place_id
    from organisation_states state
    where former.place_id = any(${ids}::bigint[]) and state.organisation_id = former.organisation_id
      and former.valid_from between state.valid_from and state.valid_to`.execute(trx)
  const { rows: ended } = await sql<{ id: number }>`
    select id from places where valid_to = ${dayBefore(day)}::date and id in (
      select place_id from place_successions where successor_id = any(${ids}::bigint[]))`.execute(trx)
  await removeOrHold(trx, ids)
  await sql`
    update places set valid_to = 'infinity' where id = any(${ended.map((place) => place.id)}::bigint[])`.execute(
    trx,
  )
  await rebuildTerritories(trx)
}

const foreignKeyViolation = "23503"

/** Roles, agencies, branches and plans may stand in a unit by now; then it stays. */
async function removeOrHold(trx: Database, ids: readonly number[]) {
  try {
    await sql`delete from places where id = any(${ids}::bigint[])`.execute(trx)
  } catch (error) {
    if ((error as { code?: string }).code === foreignKeyViolation) throw new Held("in_use")
    throw error
  }
}
