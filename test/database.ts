import pg from "pg"
import { inject } from "vitest"
import { prepareDatabase } from "../src/commands/prepare-database.ts"
import { connect, type Database } from "../src/database/connection.ts"
import { migrateToLatest } from "../src/database/migrator.ts"
import { prepareQueues } from "../src/features/jobs/queue.ts"
import { jobs } from "../src/jobs.ts"
import { guardChanges, settingAScene } from "./change-guard.ts"
import { dropDatabase } from "./drop-database.ts"

type Contents = "empty" | "sample"

/**
 * A database of its own for a test file: with every table and nothing in them, or with the sample province. `db` is
 * for the test's own statements, which set a scene; what the application does goes through `asApplication(db)`.
 */
export async function freshDatabase({ from = "empty" }: { from?: Contents } = {}) {
  const { server, prefix } = inject("databases")
  const name = `${prefix}${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const url = withDatabaseName(server, name)

  const template = await findTemplate(from)
  await onServer((client) => client.query(`create database "${name}" template "${template}"`))
  const db = connect(withOption(url, `-c ${settingAScene}=on`), { max: 5 })
  const application = connect(url, { max: 5 })
  applications.set(db, application)

  return {
    db,
    url,
    async close() {
      await Promise.all([db.destroy(), application.destroy()])
      await onServer((client) => dropDatabase(client, name))
    },
  }
}

const applications = new WeakMap<Database, Database>()

/** The same database as the application has it: there, no write commits without an entry in the change log. */
export function asApplication(db: Database) {
  return applications.get(db) ?? db
}

/** Made by the first test that asks for it; a test file in another process waits for it meanwhile. */
async function findTemplate(contents: Contents): Promise<string> {
  const { server, prefix } = inject("databases")
  const template = `${prefix}template_${contents}`
  const base = contents === "empty" ? "template0" : await findTemplate("empty")

  await onServer(async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [template])
    const { rowCount } = await client.query("select from pg_database where datname = $1", [template])
    if (rowCount) return

    const draft = `${template}_draft`
    await dropDatabase(client, draft)
    await client.query(`create database "${draft}" template "${base}"`)
    const db = connect(withDatabaseName(server, draft), { max: 2 })
    try {
      await fill[contents](db)
    } finally {
      await db.destroy()
    }
    await client.query(`alter database "${draft}" rename to "${template}"`)
  })
  return template
}

const fill: Record<Contents, (db: Database) => Promise<unknown>> = {
  async empty(db) {
    await migrateToLatest(db)
    await prepareQueues(db, jobs)
    await guardChanges(db)
  },
  async sample(db) {
    await prepareDatabase(db)
    const { loadSample } = await import("../src/features/sample/sample.ts")
    await loadSample(db)
  },
}

async function onServer<Result>(work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: inject("databases").server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withDatabaseName(server: string, name: string) {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

function withOption(address: string, option: string) {
  const url = new URL(address)
  url.searchParams.set("options", option)
  return url.href
}
