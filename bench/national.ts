import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { sql } from "kysely"
import pg from "pg"
import { from as copyFrom } from "pg-copy-streams"
import { openCluster } from "../src/database/cluster.ts"
import { connect, type Database } from "../src/database/connection.ts"
import { migrateToLatest } from "../src/database/migrator.ts"
import { rebuildTerritories } from "../src/features/places/load-places.ts"
import { makeCountry } from "./national-places.ts"
import { makeRegister } from "./national-register.ts"

export type National = { db: Database; url: string; close(): Promise<void> }

let shared: Promise<National> | null = null

/**
 * The register of the whole country in a throw-away server, run as `serve` runs it: 34 provinces with 3,300
 * communes that took over from 63 with 11,000, 105,000 organisations alive, ten years of events, five of reports. Invented, and
 * the same on every run. All parts of one run share it; the process takes it along when it ends.
 */
export function openNational() {
  shared ??= makeNational()
  return shared
}

export async function closeNational() {
  await (await shared)?.close()
  shared = null
}

async function makeNational(): Promise<National> {
  const start = performance.now()
  const folder = await mkdtemp(join(tmpdir(), "hoptac-bench-"))
  // As root the server runs as another user, who has to pass through.
  await chmod(folder, 0o711)
  const cluster = await openCluster(folder)
  const db = connect(cluster.url)
  await migrateToLatest(db)
  await fillNational(db, cluster.url)
  await describe(db, start)

  return {
    db,
    url: cluster.url,
    async close() {
      await db.destroy()
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function fillNational(db: Database, url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const country = makeCountry()
    await copy(client, "places", country.places)
    await copy(client, "place_successions", country.successions)
    await rebuildTerritories(db)

    const register = makeRegister(country.communes)
    await copy(client, "organisations", register.organisations)
    await copy(client, "organisation_events", register.events)
    await copy(client, "organisation_states", register.states)
    await copy(client, "organisation_former_states", register.formerStates)
    await copy(client, "ocop_recognitions", register.ocop)
    await copy(client, "yearly_reports", register.reports)
    await copy(client, "ratings", register.ratings)
    await copy(client, "organisation_supports", register.supports)
    await copy(client, "union_members", register.memberships)
    for (const table of ["places", "organisations"]) {
      await client.query(
        `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`,
      )
    }
    await client.query("vacuum analyze")
    await client.query("checkpoint").catch(() => {})
  } finally {
    await client.end()
  }
}

type Cell = string | number | boolean | null
export type Table = { columns: readonly string[]; rows: Iterable<readonly Cell[]> }

async function copy(client: pg.Client, table: string, { columns, rows }: Table) {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`))
  await pipeline(Readable.from(chunksOf(rows)), stream)
}

function* chunksOf(rows: Iterable<readonly Cell[]>) {
  let chunk = ""
  for (const row of rows) {
    chunk += `${row.map((cell) => (cell === null ? "\\N" : String(cell))).join("\t")}\n`
    if (chunk.length > 65_536) {
      yield chunk
      chunk = ""
    }
  }
  if (chunk) yield chunk
}

async function describe(db: Database, start: number) {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from organisation_states where valid_to = 'infinity' and status <> 'ended') as organisations,
      (select count(*) from organisation_states) as states,
      (select count(*) from yearly_reports) as reports, (select count(*) from ratings) as ratings,
      (select count(*) from places where level = 'commune' and valid_to = 'infinity') as communes,
      (select count(*) from places where level = 'commune' and valid_to < 'infinity') as old_communes`.execute(
    db,
  )
  const sizes = Object.entries(rows[0]!).map(([name, size]) => `${size} ${name.replace("_", " ")}`)
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(`  made a country in ${seconds} s: ${sizes.join(", ")}`)
}
