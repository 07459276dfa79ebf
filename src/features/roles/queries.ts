import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Role } from "../../rights/roles.ts"

/** A role as it is kept, with the names of its scope and the day it really ends on. */
export type RoleRecord = {
  id: number
  user_id: string
  user_name: string
  role: Role
  place_id: number | null
  place_slug: string | null
  place_name: string | null
  place_kind: string | null
  parent_name: string | null
  parent_kind: string | null
  agency_id: number | null
  agency_slug: string | null
  agency_name: string | null
  organisation_id: number | null
  organisation_slug: string | null
  organisation_name: string | null
  valid_from: string
  valid_to: string
  /** The earlier of its own last day and that of its place or agency. */
  ends_on: string
  /** What ended, when the role does not end by itself. */
  ended_by: "place" | "agency" | null
  version: number
  given_by: string
  given_at: Date
}

/** Every role somebody holds, held or will hold, the latest first. */
export async function listRolesOf(db: Database, userId: string) {
  const { rows } = await rolesWhere(sql`held.user_id = ${userId}`).execute(db)
  return rows
}

export async function findRole(db: Database, userId: string, roleId: number) {
  const { rows } = await rolesWhere(sql`held.user_id = ${userId} and held.id = ${roleId}`).execute(db)
  return rows[0]
}

/**
 * Roles that ended, or are about to, because their place or agency does, and nobody has yet said what follows.
 * Whoever left needs no role any more.
 */
export async function listRolesWithoutSuccession(db: Database) {
  const { rows } = await rolesWhere(sql`
    held.settled_at is null and person.disabled_at is null
      and held.valid_to > least(place.valid_to, agency.valid_to)`).execute(db)
  return rows
}

function rolesWhere(condition: RawBuilder<unknown>) {
  return sql<RoleRecord>`
    select held.id, held.user_id, person.name as user_name, held.role, held.valid_from, held.valid_to,
      held.version, held.given_by, held.given_at,
      held.place_id, place.slug as place_slug, place.name as place_name, place.kind as place_kind,
      parent.name as parent_name, parent.kind as parent_kind,
      held.agency_id, agency.slug as agency_slug, agency.name as agency_name,
      held.organisation_id, organisation.slug as organisation_slug, organisation.name as organisation_name,
      least(held.valid_to, place.valid_to, agency.valid_to) as ends_on,
      case when place.valid_to < held.valid_to then 'place'
        when agency.valid_to < held.valid_to then 'agency' end as ended_by
    from roles held
    join users person on person.id = held.user_id
    left join places place on place.id = held.place_id
    left join lateral (
      select unit.name, unit.kind from places unit
      where unit.code = place.parent_code and unit.level = place.parent_level
        and unit.valid_from <= place.valid_to
      order by unit.valid_from desc limit 1) parent on true
    left join agencies agency on agency.id = held.agency_id
    left join organisations organisation on organisation.id = held.organisation_id
    where ${condition}
    order by held.valid_from desc, held.id desc`
}

export type Successor = {
  role_id: number
  id: number
  name: string
  kind: string | null
  parent_name: string | null
  parent_kind: string | null
  /** The day a role for it may begin on. */
  valid_from: string
}

/**
 * What each of these roles could be held for next: the units in force today that hold the land of its place, or the
 * agency that its agency went into, followed through every reorganisation between.
 */
export async function listSuccessors(db: Database, roleIds: readonly number[]) {
  const { rows } = await sql<Successor>`
    with recursive land as (
      select held.id as role_id, link.successor_id as id, place.valid_to as ended_on
      from roles held
      join places place on place.id = held.place_id
      join place_successions link on link.place_id = place.id
      where held.id = any(${roleIds}::bigint[])
      union
      select land.role_id, link.successor_id, place.valid_to
      from land
      join places place on place.id = land.id and place.valid_to < 'infinity'
      join place_successions link on link.place_id = place.id
    ), office as (
      select held.id as role_id, agency.successor_id as id, agency.valid_to as ended_on
      from roles held join agencies agency on agency.id = held.agency_id
      where held.id = any(${roleIds}::bigint[]) and agency.successor_id is not null
      union
      select office.role_id, agency.successor_id, agency.valid_to
      from office join agencies agency on agency.id = office.id
      where agency.valid_to < 'infinity' and agency.successor_id is not null
    )
    select land.role_id, place.id, place.name, place.kind, parent.name as parent_name, parent.kind as parent_kind,
      greatest(max(land.ended_on) + 1, place.valid_from) as valid_from
    from land
    join places place on place.id = land.id and place.valid_to = 'infinity'
    left join places parent on parent.code = place.parent_code and parent.level = place.parent_level
      and parent.valid_to = 'infinity'
    group by land.role_id, place.id, parent.id
    union all
    select office.role_id, agency.id, agency.name, null, null, null,
      greatest(max(office.ended_on) + 1, agency.valid_from)
    from office
    join agencies agency on agency.id = office.id and agency.valid_to = 'infinity'
    group by office.role_id, agency.id
    order by name`.execute(db)
  return rows
}
