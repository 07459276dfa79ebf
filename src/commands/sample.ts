import { sql } from "kysely"
import { type Database, inTransaction } from "../database/connection.ts"
import { placesLoaded } from "../features/places/load-places.ts"
import type { Settings } from "../settings.ts"
import { withDatabase } from "./with-database.ts"

export async function loadSampleProvince(settings: Settings) {
  const { loadSample, sampleIsLoaded } = await import("../features/sample/sample.ts")
  await withDatabase(settings, async (db) => {
    if (await sampleIsLoaded(db)) return console.log("The sample province is already there.")
    const { organisations } = await loadSample(db)
    console.log(
      `Loaded the sample province: ${organisations} organisations. Remove it with: hoptac sample clear`,
    )
  })
}

export async function clearSampleProvince(settings: Settings) {
  const { clearSample } = await import("../features/sample/sample.ts")
  const { organisations } = await withDatabase(settings, clearSample)
  console.log(
    organisations > 0
      ? `Removed the sample province: ${organisations} organisations. Everything else is untouched.`
      : "There is no sample province here.",
  )
}

/**
 * A portal with nothing in it shows nobody what it does. Once anything was ever done here, and be it clearing
 * the sample, it never comes back by itself. Of several that start at once, one loads it.
 */
export async function loadSampleOnce(db: Database, say: (line: string) => void) {
  if (!(await isUntouched(db))) return

  const { loadSample } = await import("../features/sample/sample.ts")
  await inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('load sample'))`.execute(trx)
    if (!(await isUntouched(trx))) return

    say("Loading the sample province …")
    await loadSample(trx)
  })
}

async function isUntouched(db: Database) {
  const organisation = await db.selectFrom("organisations").select("id").limit(1).executeTakeFirst()
  const change = await db
    .selectFrom("changes")
    .select("id")
    .where((where) => where.not(where.and(placesLoaded)))
    .limit(1)
    .executeTakeFirst()
  return !organisation && !change
}
