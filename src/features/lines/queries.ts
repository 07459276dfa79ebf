import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { fold } from "../../ui/slug.ts"

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

/** Lines whose code begins so, or whose title holds the words, without minding marks. */
export async function findLines(db: Database, text: string, day: string, most = 12) {
  const words = fold(text).split(/\s+/).filter(Boolean)
  let query = linesOn(db, day)
  for (const word of words) {
    query = query.where((eb) =>
      eb.or([eb("code", "like", `${escaped(word)}%`), eb("search_name", "like", `%${escaped(word)}%`)]),
    )
  }
  return await query.orderBy("code").limit(most).execute()
}

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

function escaped(word: string) {
  return word.replace(/[\\%_]/g, "\\$&")
}
