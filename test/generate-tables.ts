// Writes src/database/tables.ts anew from the migrations, with a database that is thrown away again: npm run tables
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openCluster } from "../src/database/cluster.ts"
import { connect } from "../src/database/connection.ts"
import { migrateToLatest } from "../src/database/migrator.ts"
import { generateTableTypes, tablesFile } from "./table-types.ts"

const folder = await mkdtemp(join(tmpdir(), "hoptac-tables-"))
// As root the server runs as another user, who has to pass through.
await chmod(folder, 0o711)
const cluster = await openCluster(folder, { durable: false })
const db = connect(cluster.url, { max: 2 })
try {
  await migrateToLatest(db)
  await writeFile(tablesFile, await generateTableTypes(db))
} finally {
  await db.destroy()
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
