import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { giveRole } from "../accounts/roles.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { listRolesWithoutSuccession, listSuccessors, type RoleRecord, type Successor } from "./queries.ts"

/** A role that ended with its place or agency, with what it could be held for next. */
export type EndedRole = RoleRecord & { successors: Successor[] }

/** The roles for which somebody still has to say what follows: always two queries. */
export async function listEndedRoles(db: Database): Promise<EndedRole[]> {
  const roles = await listRolesWithoutSuccession(db)
  const successors = await listSuccessors(
    db,
    roles.map(({ id }) => id),
  )
  return roles.map((role) => ({
    ...role,
    successors: successors.filter(
      ({ role_id, valid_from }) => role_id === role.id && valid_from <= role.valid_to,
    ),
  }))
}

/** Gives an ended role on for some of its successors; false when somebody else settled it first. */
export function giveRoleOn(
  db: Database,
  role: EndedRole,
  chosen: Successor[],
  author: Author,
  reason: string,
) {
  return inTransaction(db, async (trx) => {
    if (!(await settle(trx, role))) return false
    for (const { id, valid_from } of chosen) {
      const scope = role.place_id === null ? { agency_id: id } : { place_id: id }
      const { user_id, valid_to } = role
      await giveRole(trx, { user_id, role: role.role, ...scope, valid_from, valid_to }, author, reason)
    }
    await recordChange(trx, {
      ...author,
      action: "give_on",
      record_kind: "role",
      record_id: role.id,
      after: { user_id: role.user_id, role: role.role, successors: chosen.map(({ name }) => name) },
    })
    return true
  })
}

/** Says that nothing follows an ended role; false when somebody else settled it first. */
export function dismissEndedRole(db: Database, role: EndedRole, author: Author, reason: string) {
  return inTransaction(db, async (trx) => {
    if (!(await settle(trx, role))) return false
    await recordChange(trx, {
      ...author,
      action: "dismiss",
      record_kind: "role",
      record_id: role.id,
      after: { user_id: role.user_id, role: role.role, successors: [] },
      reason,
    })
    return true
  })
}

async function settle(trx: Database, { id }: EndedRole) {
  const { numUpdatedRows } = await trx
    .updateTable("roles")
    .set({ settled_at: sql`now()`, version: sql`version + 1` })
    .where("id", "=", id)
    .where("settled_at", "is", null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
