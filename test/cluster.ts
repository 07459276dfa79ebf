import { chmod, mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { openCluster } from "../src/database/cluster.ts"
import { dropDatabase } from "./drop-database.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** A server that may be filled with databases, and the word their names begin with. */
    databases: { server: string; prefix: string }
  }
}

/** One throw-away server for the whole run; TEST_DATABASE_URL names another, whose role may create databases. */
export default async function startServer(project: TestProject) {
  const { server, stop } = process.env.TEST_DATABASE_URL
    ? { server: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startThrowAway()

  const prefix = `hoptac_test_${process.pid}_`
  project.provide("databases", { server, prefix })

  return async () => {
    await dropDatabases(server, prefix)
    await stop()
  }
}

async function startThrowAway() {
  await removeOrphans()
  const folder = await mkdtemp(join(tmpdir(), `hoptac-test-${process.pid}-`))
  // As root the server runs as another user, who has to pass through.
  await chmod(folder, 0o711)
  const cluster = await openCluster(folder, { durable: false, settings: { max_connections: 200 } })
  await withClient(cluster.url.replace("//hoptac:", "//postgres:"), (client) =>
    client.query("alter role hoptac createdb createrole"),
  )
  return {
    server: cluster.url,
    async stop() {
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Of runs that were killed. A server whose folder is gone ends by itself within a minute. */
async function removeOrphans() {
  for (const name of await readdir(tmpdir())) {
    const [, run] = /^hoptac-test-(\d+)-/.exec(name) ?? []
    if (run && !isAlive(Number(run))) await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

async function dropDatabases(server: string, prefix: string) {
  await withClient(server, async (client) => {
    const { rows } = await client.query("select datname from pg_database where starts_with(datname, $1)", [
      prefix,
    ])
    for (const { datname } of rows) await dropDatabase(client, datname)
  })
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
