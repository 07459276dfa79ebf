import { connect, type Database } from "../database/connection.ts"
import { openServer } from "../database/server.ts"
import type { Settings } from "../settings.ts"
import { prepareDatabase } from "./prepare-database.ts"

/**
 * Does something with the database and leaves everything as it was found: a server that runs keeps running,
 * one that was started for this is stopped. Notes go to standard error, since standard output is the result.
 */
export async function withDatabase<Result>(settings: Settings, work: (db: Database) => Promise<Result>) {
  const server = await openServer(settings, console.error)
  try {
    const db = connect(server.url, { max: 2 })
    try {
      await prepareDatabase(db)
      return await work(db)
    } finally {
      await db.destroy()
    }
  } finally {
    await server.leave()
  }
}
