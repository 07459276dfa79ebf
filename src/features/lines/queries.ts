import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"

/** The rules by which lines fall into sectors on a day. */
export async function listSectorRules(db: Database, day: string) {
  return await db
    .selectFrom("sector_rules")
    .select(["prefix", "sector", "size_sector"])
    .where("valid_from", "<=", day)
    .where("valid_to", ">=", day)
    .execute()
}

/** The lines of the list in force on a day, by code; before the first list, that one. */
export async function listLines(db: Database, day: string) {
  return await linesOn(db, day).orderBy("code").execute()
}
export type BusinessLine = Awaited<ReturnType<typeof listLines>>[number]

function linesOn(db: Database, day: string) {
  return db
    .selectFrom("business_lines")
    .select(["code", "name", "is_checked"])
    .where("list_id", "=", (eb) =>
      eb
        .selectFrom("business_line_lists")
        .select("id")
        .orderBy(sql`valid_from > ${day}::date`)
        .orderBy(sql`abs(valid_from - ${day}::date)`)
        .limit(1),
    )
}
