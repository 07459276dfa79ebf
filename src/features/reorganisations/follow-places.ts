import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Author } from "../changes/record-change.ts"
import { type NewEvent, recordEvents } from "../register/record-events.ts"

type Among = { only?: readonly number[] | undefined }

/**
 * The first day from which each organisation stands in a commune that is no more, as a table of
 * (organisation_id, place_id, day): its seat has not moved, its commune has become another.
 */
export function strays({ only }: Among = {}): RawBuilder<unknown> {
  return sql`
    select distinct on (state.organisation_id) state.organisation_id, state.place_id,
      greatest(place.valid_to + 1, state.valid_from) as day
    from places place
    join organisation_states state on state.place_id = place.id and state.valid_to > place.valid_to
    where place.level = 'commune' and place.valid_to < 'infinity' and state.status <> 'ended'
      and ${only ? sql`state.organisation_id = any(${only}::bigint[])` : sql`true`}
    order by state.organisation_id, state.valid_from`
}

/** Communes that took over from others, as `link` and `heir`. */
export const heirs: RawBuilder<unknown> = sql`
  place_successions link join places heir on heir.id = link.successor_id and heir.level = 'commune'`

/** In one message to the database. */
const batch = 10_000

/**
 * Moves every organisation whose whole commune went to one other to that one, from the day it did, by an event of its
 * own with the legal act. Those in communes that were divided stay where they are: see waiting.ts. What such events
 * of before say of a commune that an organisation, as it turned out, was never in, is taken back. Returns how many
 * were moved. The entry in the change log is the caller's.
 */
export async function followPlaces(trx: Database, author: Author, among: Among = {}) {
  await takeBackMisfits(trx, author, among)
  const moved = new Set<number>()
  // One who stood in a commune that ended twice over is moved twice; each round comes nearer to today.
  for (;;) {
    const { rows } = await sql<FollowingEvent>`
      select stray.organisation_id, stray.day as happened_on, heir.id as place_id, heir.legal_act,
        heir.reorganisation_id
      from (${strays(among)}) stray
      join ${heirs} on link.place_id = stray.place_id
      where (select count(*) from ${heirs} where link.place_id = stray.place_id) = 1
      order by stray.organisation_id limit ${batch}`.execute(trx)
    if (rows.length === 0) return moved.size
    for (const { organisation_id } of rows) moved.add(organisation_id)
    await recordEvents(trx, author, rows.map(followingEvent))
  }
}

/** Following events of a commune that nothing in the organisation's life before leads to any more. */
async function takeBackMisfits(trx: Database, author: Author, { only }: Among) {
  const { rows } = await sql<{ id: number; organisation_id: number; happened_on: string }>`
    select event.id, event.organisation_id, event.happened_on
    from standing_events event
    join organisation_states before on before.organisation_id = event.organisation_id
      and before.valid_from < event.happened_on and before.valid_to >= event.happened_on - 1
    where event.kind = 'place_reorganised'
      and ${only ? sql`event.organisation_id = any(${only}::bigint[])` : sql`true`}
      and before.place_id <> (event.facts ->> 'place_id')::bigint
      and not exists (select from place_successions link
        where link.place_id = before.place_id and link.successor_id = (event.facts ->> 'place_id')::bigint)`.execute(
    trx,
  )
  if (rows.length > 0) await recordEvents(trx, author, rows.map(withdrawalOf))
}

/** What is recorded where a following event turned out to be of a commune the organisation was not in. */
export function withdrawalOf({
  id,
  ...event
}: {
  id: number
  organisation_id: number
  happened_on: string
}): NewEvent {
  return { ...event, kind: "place_reorganised", corrects_id: id, is_withdrawal: true }
}

export type FollowingEvent = {
  organisation_id: number
  happened_on: string
  place_id: number
  legal_act: string | null
  reorganisation_id: number | null
}

/** What is recorded of an organisation whose commune became another. */
export function followingEvent({ place_id, legal_act, ...event }: FollowingEvent): NewEvent {
  return { ...event, kind: "place_reorganised", facts: { place_id }, document_number: legal_act }
}
