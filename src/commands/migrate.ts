import { connect } from "../database/connection.ts"
import { openServer } from "../database/server.ts"
import type { Settings } from "../settings.ts"
import { prepareDatabase } from "./prepare-database.ts"

export async function migrate(settings: Settings) {
  const server = await openServer(settings, console.error)
  try {
    const db = connect(server.url, { max: 2 })
    try {
      const applied = await prepareDatabase(db)
      console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.")
    } finally {
      await db.destroy()
    }
  } finally {
    await server.leave()
  }
}
