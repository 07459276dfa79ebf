import type { Database } from "../database/connection.ts"
import { migrateToLatest } from "../database/migrator.ts"
import { loadPlaces } from "../features/places/load-places.ts"

/** Tables, and the places of the country's map; answers with the migrations that were new. */
export async function prepareDatabase(db: Database) {
  const applied = await migrateToLatest(db)
  const place = await db.selectFrom("places").select("id").limit(1).executeTakeFirst()
  if (!place) await loadPlaces(db)
  return applied
}
