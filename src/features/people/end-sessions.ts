import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"

/** Signs somebody out everywhere. */
export function endSessions(db: Database, userId: string, author: Author) {
  return inTransaction(db, async (trx) => {
    const ended = await trx.deleteFrom("sessions").where("user_id", "=", userId).returning("id").execute()
    if (ended.length === 0) return
    await recordChange(trx, {
      ...author,
      action: "end_sessions",
      record_kind: "person",
      record_key: userId,
      after: { sessions: ended.length },
    })
  })
}
