import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import type { Role } from "../../rights/roles.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { coverEveryDay } from "../roles/administrators.ts"

export type RoleToGive = {
  user_id: string
  role: Role
  place_id?: number | null
  agency_id?: number | null
  organisation_id?: number | null
  valid_from: string
  valid_to?: string
}

/** Gives a role; nothing when the person holds the same one, for the same scope, on any of those days already. */
export function giveRole(db: Database, role: RoleToGive, author: Author, reason?: string) {
  return inTransaction(db, async (trx) => {
    const { place_id = null, agency_id = null, organisation_id = null, valid_to = "infinity" } = role
    const { user_id, valid_from } = role
    const values = { user_id, role: role.role, place_id, agency_id, organisation_id, valid_from, valid_to }
    // Two who give it at once must not both find that nobody has.
    await sql`select from users where id = ${user_id} for update`.execute(trx)
    const held = await trx
      .selectFrom("roles")
      .select("id")
      .where("user_id", "=", user_id)
      .where("role", "=", role.role)
      .where("place_id", "is not distinct from", place_id)
      .where("agency_id", "is not distinct from", agency_id)
      .where("organisation_id", "is not distinct from", organisation_id)
      .where(
        sql<boolean>`daterange(valid_from, valid_to, '[]') && daterange(${valid_from}, ${valid_to}, '[]')`,
      )
      .executeTakeFirst()
    if (held) return undefined

    const { id } = await trx
      .insertInto("roles")
      .values({ ...values, given_by: author.actor })
      .returning("id")
      .executeTakeFirstOrThrow()
    await recordChange(trx, {
      ...author,
      action: "give",
      record_kind: "role",
      record_id: id,
      after: values,
      ...(reason && { reason }),
    })
    return { id }
  })
}

/** Whoever takes the rights of an administrator away holds this first, so that two cannot take the last ones at once. */
export async function lockAdministrators(trx: Database) {
  await sql`select pg_advisory_xact_lock(hashtext('administrators'))`.execute(trx)
}

/**
 * Whether others administer on every day from today on, so that this person's rights may be taken away; true for who
 * is no administrator.
 */
export async function othersCanAdminister(db: Database, userId: string, today: string) {
  const periods = await db
    .selectFrom("roles")
    .innerJoin("users", "users.id", "roles.user_id")
    .select(["roles.user_id", "valid_from", "valid_to"])
    .where("role", "=", "administrator")
    .where("valid_to", ">=", today)
    .where("users.disabled_at", "is", null)
    .execute()
  const others = periods.filter(({ user_id }) => user_id !== userId)
  return others.length === periods.length || coverEveryDay(others, today)
}

export async function hasAdministrator(db: Database, today: string) {
  return (await administratorsOn(db, today)).length > 0
}

async function administratorsOn(db: Database, today: string) {
  const rows = await db
    .selectFrom("roles")
    .innerJoin("users", "users.id", "roles.user_id")
    .select("roles.user_id")
    .distinct()
    .where("role", "=", "administrator")
    .where("valid_from", "<=", today)
    .where("valid_to", ">=", today)
    .where("users.disabled_at", "is", null)
    .execute()
  return rows.map(({ user_id }) => user_id)
}
