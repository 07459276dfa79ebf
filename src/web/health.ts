import { setTimeout as delay } from "node:timers/promises"
import { type Context, Hono } from "hono"
import type { Database } from "../database/connection.ts"
import { listPendingMigrations } from "../database/migrator.ts"

/** Milliseconds the database has to answer in. */
const patience = 2000

/**
 * For whatever watches over the process: /healthz says that it runs, /readyz that it may be sent requests. Neither
 * tells anything else, since anybody may ask.
 */
export function healthRoutes(db: Database, isStopping: () => boolean) {
  return new Hono()
    .get("/healthz", (c) => say(c, 200, "ok"))
    .get("/readyz", async (c) => {
      if (isStopping()) return say(c, 503, "stopping")
      const pending = await Promise.race([
        listPendingMigrations(db).catch(() => undefined),
        delay(patience, undefined, { ref: false }),
      ])
      if (!pending) return say(c, 503, "the database does not answer")
      if (pending.length > 0) return say(c, 503, "the tables are not up to date")
      return say(c, 200, "ok")
    })
}

function say(c: Context, status: 200 | 503, words: string) {
  return c.text(words, status, { "cache-control": "no-store" })
}
