import { statfs } from "node:fs/promises"
import { sql } from "kysely"
import { type Database, poolOf } from "../../database/connection.ts"
import { listPendingMigrations } from "../../database/migrator.ts"
import type { Settings } from "../../settings.ts"
import { sealChecking } from "../changes/seal-checking.ts"
import { findBacklog, findLatestRun } from "../jobs/queries.ts"
import { findMailStanding } from "../mail/queries.ts"

/** Everything an administrator asks first when something seems wrong. */
export async function examine(db: Database, settings: Settings) {
  const database = await examineDatabase(db)
  const [pendingMigrations, disk, backlog, mail, sealCheck] = await Promise.all([
    listPendingMigrations(db),
    examineDisk(settings.dataDir),
    findBacklog(db),
    findMailStanding(db),
    findLatestRun(db, sealChecking.kind),
  ])
  return {
    database,
    pendingMigrations,
    disk,
    backlog,
    mail: { ...mail, hasServer: settings.mail !== undefined },
    sealCheck,
  }
}
export type Examination = Awaited<ReturnType<typeof examine>>

async function examineDatabase(db: Database) {
  // The first query may have to open a connection; the second tells how far the database is away.
  const { rows } = await sql<{ version: string; bytes: number; newest_migration: string }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select max(name) from kysely_migration) as newest_migration`.execute(db)
  const began = performance.now()
  await sql`select 1`.execute(db)
  const milliseconds = performance.now() - began
  const { totalCount, idleCount, waitingCount } = poolOf(db)
  return { ...rows[0]!, milliseconds, busy: totalCount - idleCount, waitedFor: waitingCount }
}

/** The disk of DATA_DIR; nothing where there is no such folder, as with a database of one's own. */
async function examineDisk(folder: string) {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, total: blocks * bsize }
  } catch {
    return undefined
  }
}
