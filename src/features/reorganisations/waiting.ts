import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { rolesFor } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { reachedBy } from "../../rights/seen.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { recordEvents } from "../register/record-events.ts"
import { followingEvent, followPlaces, heirs, strays } from "./follow-places.ts"

/** A commune that took over a part of the land of another. */
export type Heir = { id: number; slug: string; kind: string; name: string }

/** An organisation whose commune was divided, and that nobody has placed yet. */
export type Waiting = {
  organisation_id: number
  slug: string
  name: string
  kind: string
  address: string | null
  /** The commune it stood in, and the day since when that is no more. */
  place_id: number
  place_slug: string
  place_name: string
  place_kind: string
  day: string
  /** Where it may be by now. */
  heirs: Heir[]
}

/** Organisations that wait to be placed, everywhere; each is one that figures of today's communes miss. */
export async function countWaiting(db: Database) {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (${strays()}) stray
    where (select count(*) from ${heirs} where link.place_id = stray.place_id) > 1`.execute(db)
  return rows[0]!.count
}

/** Those that a person may place: somebody who keeps the register of one of the communes they may be in. */
export async function listWaiting(
  db: Database,
  person: Person,
  { limit, offset = 0, only }: { limit: number; offset?: number; only?: readonly number[] | undefined },
): Promise<{ rows: Waiting[]; total: number }> {
  const held = rolesFor(person, "keep_organisation")
  if (held.length === 0) return { rows: [], total: 0 }
  const { rows } = await sql<Waiting & { total: number }>`
    select organisation.id as organisation_id, organisation.slug, organisation.name, organisation.kind,
      organisation.address, stray.day, place.id as place_id, place.slug as place_slug,
      place.name as place_name, place.kind as place_kind, found.heirs, count(*) over ()::integer as total
    from (${strays({ only })}) stray
    join organisations organisation on organisation.id = stray.organisation_id
    join places place on place.id = stray.place_id
    cross join lateral (
      select json_agg(json_build_object('id', heir.id, 'slug', heir.slug, 'kind', heir.kind, 'name', heir.name)
          order by heir.name collate "vi-x-icu") as heirs,
        count(*) as heir_count, bool_or(${reachedBy(held, { place_id: "heir.id" })}) as is_reached
      from ${heirs} where link.place_id = stray.place_id) found
    where found.heir_count > 1 and found.is_reached
    order by place.name collate "vi-x-icu", place.id, organisation.name collate "vi-x-icu", organisation.id
    limit ${limit} offset ${offset}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/**
 * Records where organisations are that waited: each an event from the day their commune was divided. Places that are
 * not among those the organisation may be in are left out. Returns how many were placed.
 */
export async function placeWaiting(
  trx: Database,
  person: Person,
  authorOf: (placeId: number) => Author,
  choices: ReadonlyMap<number, number>,
) {
  const { rows } = await listWaiting(trx, person, { limit: choices.size, only: [...choices.keys()] })
  const placed = rows.flatMap((row) => {
    const heir = row.heirs.find(({ id }) => id === choices.get(row.organisation_id))
    return heir ? [{ ...row, heir }] : []
  })
  for (const { organisation_id, day, place_id, heir } of placed) {
    const author = authorOf(heir.id)
    const { legal_act, reorganisation_id } = await trx
      .selectFrom("places")
      .select(["legal_act", "reorganisation_id"])
      .where("id", "=", heir.id)
      .executeTakeFirstOrThrow()
    const event = { organisation_id, happened_on: day, place_id: heir.id, legal_act, reorganisation_id }
    await recordEvents(trx, author, [followingEvent(event)])
    await followPlaces(trx, author, { only: [organisation_id] })
    await recordChange(trx, {
      ...author,
      record_kind: "organisation",
      record_id: organisation_id,
      action: "place",
      before: { place_id },
      after: { place_id: heir.id, happened_on: day },
    })
  }
  return placed.length
}
