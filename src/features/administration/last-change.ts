import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"

/** Who changed a record last, and when: for whoever finds it changed while they were at it. */
export async function findLastChange(db: Database, kind: string, id?: number) {
  const found = await db
    .selectFrom("changes")
    .select(["actor as changed_by", "made_at as changed_at"])
    .where("record_kind", "=", kind)
    .where(sql<boolean>`record_id is not distinct from ${id ?? null}`)
    .orderBy("id", "desc")
    .executeTakeFirst()
  return found ?? { changed_by: "–", changed_at: new Date() }
}
