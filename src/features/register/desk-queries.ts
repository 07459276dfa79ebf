import { type RawBuilder, sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import { rolesFor } from "../../rights/rights.ts"
import type { HeldRole, Person } from "../../rights/roles.ts"
import { organisationsSeenBy, reachedBy } from "../../rights/seen.ts"
import { listPlaceChoices, type PlaceGroup } from "../places/choices.ts"
import { findHomePlace, type PlaceWithParent } from "../places/queries.ts"
import type { Status } from "./vocabulary.ts"

export const deskPerPage = 50

function isUnbounded({ place_id, agency_id, organisation_id }: HeldRole) {
  return place_id === null && agency_id === null && organisation_id === null
}

/**
 * The states that someone's roles reach on a day. The communes of a place were others before units were redrawn: for
 * a day of the past its land counts, as it does for every figure.
 */
export async function reachOn(db: Database, person: Person, day: string): Promise<RawBuilder<boolean>> {
  const held = rolesFor(person, "see_organisations")
  const columns = { place_id: "state.place_id", organisation_id: "state.organisation_id" }
  const placeIds = held.map(({ place_id }) => place_id).filter((id) => id !== null)
  if (held.some(isUnbounded) || placeIds.length === 0) return reachedBy(held, columns)

  const { rows } = await sql<{
    territory_id: number
    place_id: number
  }>`select ${keptPlan} distinct territory.territory_id, territory.place_id
    from place_territories territory join places unit on unit.id = territory.place_id
    where territory.territory_id = any(${placeIds}::bigint[])
      and greatest(unit.valid_from, least(${day}::date, unit.valid_to)) between territory.valid_from and territory.valid_to`.execute(
    db,
  )
  const within = Map.groupBy(rows, ({ territory_id }) => territory_id)
  const then = held.map((role) => ({
    ...role,
    place_ids: (within.get(role.place_id ?? 0) ?? []).map(({ place_id }) => place_id),
  }))
  return reachedBy(then, columns)
}

/** How many organisations there are in each status, among those that someone answers for. */
export async function countStatuses(db: Database, reach: RawBuilder<boolean>, day: string) {
  const counted = (half: RawBuilder<boolean>) => sql`
    select state.status, count(*) as count from organisation_states state
    where ${half} and state.valid_from <= ${day}::date and ${reach} group by state.status`
  const { rows } = await sql<{ status: Status; count: number }>`
    select status, sum(count)::integer as count from (
      ${counted(sql`state.valid_to = 'infinity'`)}
      union all
      ${counted(sql`state.valid_to < 'infinity' and state.valid_to >= ${day}::date`)}) half
    group by status`.execute(db)
  return new Map(rows.map(({ status, count }) => [status, count]))
}

/** Which of these someone sees at the desk today: one that moved away since is another's. */
export async function findSeen(db: Database, person: Person, ids: readonly number[], today: string) {
  const rows = await organisationsSeenBy(db, person, today)
    .where(sql<boolean>`organisations.id = any(${ids}::bigint[])`)
    .select("organisations.id")
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The places one may narrow to: those of one's roles, or all of the portal's; none where there is no choice. */
export async function listDeskPlaces(
  db: Database,
  person: Person,
  day: string,
): Promise<PlaceGroup[] | undefined> {
  const held = rolesFor(person, "see_organisations")
  if (held.some(isUnbounded)) {
    const home = await findHomePlace(db)
    return home && (await listPlaceChoices(db, home, day))
  }
  const ids = [...new Set(held.flatMap(({ place_ids }) => place_ids))]
  if (ids.length < 2) return undefined
  const { rows } = await sql<PlaceWithParent>`
    select place.id, place.slug, place.code, place.level, place.kind, place.name, place.valid_from, place.valid_to,
      place.legal_act, null as parent_name, null as parent_kind
    from places place where place.id = any(${ids}::bigint[])
    order by place.level = 'commune', place.name collate "vi-x-icu"`.execute(db)
  const [first, ...rest] = rows
  return first && [{ place: first, parts: rest }]
}

/** What the roles of someone reach, by name: nothing listed where they reach everything. */
export async function findDeskScope(db: Database, person: Person, day: string) {
  const held = rolesFor(person, "see_organisations")
  if (held.some(isUnbounded)) return { isWhole: true, places: [], organisations: [] }

  const ids = (of: (role: HeldRole) => number | null) => held.map(of).filter((id) => id !== null)
  const [places, organisations] = await Promise.all([
    db
      .selectFrom("places")
      .select(["kind", "name"])
      .where(sql<boolean>`id = any(${ids(({ place_id }) => place_id)}::bigint[])`)
      .orderBy("name")
      .execute(),
    organisationsSeenBy(db, person, day)
      .where(sql<boolean>`organisations.id = any(${ids(({ organisation_id }) => organisation_id)}::bigint[])`)
      .select("organisation_states.name")
      .orderBy("organisation_states.name")
      .execute(),
  ])
  return { isWhole: false, places, organisations }
}
export type DeskScope = Awaited<ReturnType<typeof findDeskScope>>
