import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { sql } from "kysely"
import { type Migration, Migrator } from "kysely/migration"
import pg from "pg"
import { Problem } from "../problem.ts"
import { root } from "../root.ts"
import type { Database } from "./connection.ts"

const folder = join(root, "db/migrations")

/**
 * Brings the tables up to date and returns the names of the migrations it applied. All that are missing go
 * through in one transaction: the database is at the newest version, or where it was before.
 */
export async function migrateToLatest(db: Database) {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw migrationProblem(error)

  return results.map((result) => result.migrationName)
}

/** Migrations of this version of the program that the database has not seen. */
export async function listPendingMigrations(db: Database) {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const applied = new Set(rows.map(({ name }) => name))
  return (await listMigrationFiles()).map(nameOf).filter((name) => !applied.has(name))
}

class FailedMigration extends Error {
  file: string
  text: string

  constructor(file: string, text: string, cause: unknown) {
    super(`${file} failed`, { cause })
    this.file = file
    this.text = text
  }
}

async function readMigrations() {
  const entries = (await listMigrationFiles()).map(async (file) => {
    const text = await readFile(join(folder, file), "utf8")
    return [nameOf(file), migrationOf(file, text)] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

async function listMigrationFiles() {
  return (await readdir(folder)).filter((file) => file.endsWith(".sql"))
}

function nameOf(file: string) {
  return file.replace(/\.sql$/, "")
}

function migrationOf(file: string, text: string): Migration {
  return {
    async up(db) {
      try {
        await sql.raw(text).execute(db)
      } catch (cause) {
        throw new FailedMigration(file, text, cause)
      }
    },
  }
}

function migrationProblem(error: unknown) {
  if (error instanceof FailedMigration) {
    const { file, text, cause } = error
    const message = cause instanceof Error ? cause.message : String(cause)
    return new Problem(
      `The migration db/migrations/${file}${lineOf(cause, text)} failed: ${message}. ` +
        "Nothing was changed; correct the file, or bring the version that fits this database.",
      { cause },
    )
  }

  if (!(error instanceof Error && error.message.startsWith("corrupted migrations"))) return error

  return new Problem(
    `The database and db/migrations do not fit together (${error.message}). ` +
      "Start the version of Hợp Tác that this database was last used with, or a newer one.",
    { cause: error },
  )
}

function lineOf(cause: unknown, text: string) {
  const position = cause instanceof pg.DatabaseError ? Number(cause.position) : Number.NaN
  return Number.isNaN(position) ? "" : ` (line ${text.slice(0, position).split("\n").length})`
}
