import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { lockAdministrators } from "../accounts/roles.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { dayAfter, dayBefore, later } from "../places/days.ts"
import { coverEveryDay } from "./administrators.ts"
import { findRole, type RoleRecord } from "./queries.ts"

type Ending = {
  user_id: string
  role_id: number
  /** The version of the role that whoever ends it has seen. */
  version: number
  /** The last day on which it is held. */
  valid_to: string
  reason: string
}

export type EndOutcome = "done" | "unknown" | "changed" | "too_early" | "too_late" | "last_administrator"

/** Ends a role after a day. Nothing is deleted, and what was done in the role until yesterday stands. */
export function endRole(
  db: Database,
  { user_id, role_id, version, valid_to, reason }: Ending,
  author: Author,
  today: string,
) {
  return inTransaction(db, async (trx): Promise<EndOutcome> => {
    await lockAdministrators(trx)
    await sql`select from roles where id = ${role_id} for update`.execute(trx)
    const role = await findRole(trx, user_id, role_id)
    if (!role) return "unknown"
    if (role.version !== version) return "changed"
    if (valid_to < earliestEnd(role, today)) return "too_early"
    if (valid_to >= role.ends_on) return "too_late"
    if (role.role === "administrator" && !(await othersAdminister(trx, role, dayAfter(valid_to))))
      return "last_administrator"

    await trx
      .updateTable("roles")
      .set({ valid_to, version: version + 1 })
      .where("id", "=", role_id)
      .execute()
    await recordChange(trx, {
      ...author,
      action: "end",
      record_kind: "role",
      record_id: role_id,
      before: { user_id, role: role.role, valid_to: role.valid_to },
      after: { user_id, role: role.role, valid_to },
      reason,
    })
    return "done"
  })
}

/** A role that is held cannot be taken out of days that have passed. */
export function earliestEnd({ valid_from }: Pick<RoleRecord, "valid_from">, today: string) {
  return later(valid_from, dayBefore(today))
}

async function othersAdminister(trx: Database, role: RoleRecord, from: string) {
  const others = await trx
    .selectFrom("roles")
    .innerJoin("users", "users.id", "roles.user_id")
    .select(["roles.valid_from", "roles.valid_to"])
    .where("roles.role", "=", "administrator")
    .where("roles.id", "<>", role.id)
    .where("users.disabled_at", "is", null)
    .execute()
  return coverEveryDay(others, from)
}
