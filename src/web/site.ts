import { sql } from "kysely"
import type { Database } from "../database/connection.ts"

/** What the portal says of itself, and whether fictional records stand among the real ones. */
export async function findSite(db: Database) {
  return db
    .selectFrom("site_settings")
    .leftJoin("places", "places.id", "site_settings.place_id")
    .select([
      "department",
      "department_en",
      "parent_body",
      "parent_body_en",
      "portal_name",
      "portal_name_en",
      "address",
      "phone",
      "email",
      "places.slug as place_slug",
      sql<boolean>`exists (select from organisations where is_sample)
        or exists (select from articles where is_sample)
        or exists (select from plans where is_sample)`.as("has_sample"),
    ])
    .executeTakeFirstOrThrow()
}
export type Site = Awaited<ReturnType<typeof findSite>>
