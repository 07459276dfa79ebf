import type { Database } from "../../database/connection.ts"
import type { Role } from "../../rights/roles.ts"
import type { Deed } from "./deeds.ts"

/** Who makes a change: a person at the desk, someone at the shell, or a job of the system. */
export type Author = {
  /** Their name as they have it today. */
  actor: string
  via: "shell" | "web" | "job"
  user_id?: string
  /** The role in which they do it. */
  role?: Role
  /** Where the request came from. */
  address?: string
  request_id?: string
}

/** What was done to what, and how it was before and is now. */
type Change = Author &
  Deed & {
    record_id?: number | null
    /** Of a record that is known by something other than a number. */
    record_key?: string
    before?: object | null
    after?: object | null
    reason?: string
  }

/** Leaves an entry in the change log. Call it in the transaction that makes the change. */
export async function recordChange(db: Database, change: Change) {
  await recordChanges(db, [change])
}

/** The same for many at once, each with an entry of its own. */
export async function recordChanges(db: Database, changes: readonly Change[]) {
  if (changes.length === 0) return
  const rows = changes.map(({ before, after, ...change }) => ({
    ...change,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
  }))
  await db.insertInto("changes").values(rows).execute()
}
