import type { Database } from "../../database/connection.ts"

type Change = {
  actor: string
  via: "shell" | "web" | "job"
  /** What was done, as one word: "import", "publish", "load", "clear". */
  action: string
  record_kind: string
  record_id?: number | null
  before?: object | null
  after?: object | null
  reason?: string
}

/** Leaves an entry in the change log. Call it in the transaction that makes the change. */
export async function recordChange(db: Database, { before, after, ...change }: Change) {
  await db
    .insertInto("changes")
    .values({
      ...change,
      before: before ? JSON.stringify(before) : null,
      after: after ? JSON.stringify(after) : null,
    })
    .execute()
}
