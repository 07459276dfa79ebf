import { sql } from "kysely"
import type { Database } from "../src/database/connection.ts"
import { withQueue } from "../src/features/jobs/queue.ts"
import { perform } from "../src/features/jobs/worker.ts"
import { jobs } from "../src/jobs.ts"
import { readSettings } from "../src/settings.ts"
import { asApplication } from "./database.ts"

/**
 * Does every job that is due at a moment, and those they cause, as `hoptac serve` would. Answers with how many were
 * done; one that fails waits for its next attempt, as it does there.
 */
export async function runDueJobs(scene: Database, { settings = readSettings({}), now = new Date() } = {}) {
  const db = asApplication(scene)
  await sql`update pgboss.job set start_after = least(start_after, now())
    where state in ('created', 'retry') and start_after <= ${now}`.execute(db)
  return await withQueue(db, async (queue) => {
    let done = 0
    for (const job of jobs) {
      for (;;) {
        const [found] = await queue.fetch(job.kind, { includeMetadata: true })
        if (!found) break
        try {
          await perform(job, found, { db, settings, now })
          await queue.complete(job.kind, found.id)
          done++
        } catch (error) {
          await queue.fail(job.kind, found.id, error as object)
        }
      }
    }
    return done
  })
}
