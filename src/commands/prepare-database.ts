import { sql } from "kysely"
import { type Database, inTransaction } from "../database/connection.ts"
import { migrateToLatest } from "../database/migrator.ts"
import { prepareQueues } from "../features/jobs/queue.ts"
import { loadPlaces } from "../features/places/load-places.ts"
import { jobs } from "../jobs.ts"

/** Tables, queues for the jobs, and the places of the country's map; answers with the migrations that were new. */
export async function prepareDatabase(db: Database) {
  const applied = await migrateToLatest(db)
  await prepareQueues(db, jobs)
  await loadPlacesOnce(db)
  return applied
}

/** Of several that start at once, one loads them and the others wait for it. */
async function loadPlacesOnce(db: Database) {
  if (await hasPlaces(db)) return

  await inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('load places'))`.execute(trx)
    if (!(await hasPlaces(trx))) await loadPlaces(trx)
  })
}

async function hasPlaces(db: Database) {
  return Boolean(await db.selectFrom("places").select("id").limit(1).executeTakeFirst())
}
