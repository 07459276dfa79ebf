import { randomBytes } from "node:crypto"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Database } from "../../database/connection.ts"
import type { Settings } from "../../settings.ts"

/**
 * The secret that signs cookies and seals second factors, kept where no setting gives it: in DATA_DIR beside our own
 * database, and in a database that was given, so that all portals on it share one. Losing it signs everyone out and
 * makes them set up their second factor anew.
 */
export function keptSecret(db: Database, { databaseUrl, dataDir }: Settings): Promise<string> {
  return databaseUrl ? secretInDatabase(db) : secretInFolder(dataDir)
}

async function secretInFolder(dataDir: string) {
  const file = join(dataDir, "secret")
  await mkdir(dataDir, { recursive: true })
  try {
    await writeFile(file, newSecret(), { flag: "wx", mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  }
  return (await readFile(file, "utf8")).trim()
}

/** Of several portals that start at once, one makes it; the others wait for that one to commit, and read. */
async function secretInDatabase(db: Database) {
  await db
    .insertInto("installation_secrets")
    .values({ secret: newSecret() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { secret } = await db.selectFrom("installation_secrets").select("secret").executeTakeFirstOrThrow()
  return secret
}

function newSecret() {
  return randomBytes(32).toString("base64url")
}
