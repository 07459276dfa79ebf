import type { Database } from "../../database/connection.ts"

export function findPlace(db: Database, slug: string) {
  return db
    .selectFrom("places")
    .select(["id", "slug", "name", "kind", "valid_to"])
    .where("slug", "=", slug)
    .executeTakeFirst()
}

/** The place that the site is about; the whole country where none was chosen. */
export function findHomePlace(db: Database) {
  return db
    .selectFrom("places")
    .select(["id", "slug", "name", "kind", "valid_to"])
    .where(({ eb, or, selectFrom }) =>
      or([eb("id", "=", selectFrom("site_settings").select("place_id")), eb("level", "=", "nation")]),
    )
    .orderBy(({ eb }) => eb("level", "=", "nation"))
    .limit(1)
    .executeTakeFirstOrThrow()
}
