import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { setTimeout as delay } from "node:timers/promises"
import * as xlsx from "@e965/xlsx"
import { sql } from "kysely"
import pg from "pg"
import { from as copyFrom } from "pg-copy-streams"
import { openCluster } from "../src/database/cluster.ts"
import { connect, type Database } from "../src/database/connection.ts"
import { migrateToLatest } from "../src/database/migrator.ts"
import { loadPlaces } from "../src/features/places/load-places.ts"
import { bin } from "../test/program.ts"
import type { Line } from "./lines.ts"
import { randomFrom } from "./random.ts"
import { makeWorkbook, province } from "./register-workbook.ts"

const rows = 20_000
/** Of the import that is killed: enough that every stage of it is hit. */
const killedRows = 2_000
const kills = 50

/** A workbook of a whole province, from the file to what is committed, in a process of its own. */
export function importing(): Promise<Line[]> {
  return withRegister(async ({ db, url, folder }) => {
    const file = join(folder, "so.xlsx")
    const bytes = await makeWorkbook(db, rows)
    await writeFile(file, bytes)
    // Building the program, and reading what it reads once, is no part of an import.
    await runImport(url, file, { dryRun: true }).ended

    const raw = await timeRaw(url, bytes)
    const { milliseconds, megabytes, answer } = await runImport(url, file).ended
    if (JSON.parse(answer).new !== rows) throw new Error(`The import answered ${answer.slice(0, 500)}`)
    return [
      { what: `${rows} rows, from file to committed`, value: milliseconds / 1000, unit: "s", limit: 12 },
      { what: "the memory of its process", value: megabytes, unit: "MB", limit: 400 },
      {
        what: "the same beside parsing and copying them raw",
        value: milliseconds,
        unit: "ms",
        limit: raw * 8,
        limitIs: `8 × ${raw.toFixed(0)}`,
      },
    ]
  })
}

/** An import that is killed at random moments leaves all of it or nothing, and can be run again. */
export function importKill(): Promise<Line[]> {
  return withRegister(async ({ db, url, folder }) => {
    const file = join(folder, "so.xlsx")
    await writeFile(file, await makeWorkbook(db, killedRows))
    await runImport(url, file, { dryRun: true }).ended
    const { milliseconds } = await runImport(url, file).ended
    await empty(db)
    let logged = 1

    const random = randomFrom(11)
    const found = { none: 0, all: 0, torn: 0 }
    for (let kill = 0; kill < kills; kill++) {
      const run = runImport(url, file)
      // From when the program has started to a little after its end.
      await Promise.race([run.ended, delay((0.3 + random.next() * 0.8) * milliseconds)])
      run.child.kill("SIGKILL")
      await run.ended
      await untilAlone(db)
      const state = await stateOf(db, killedRows, logged)
      found[state] += 1
      if (state === "none") continue
      logged += 1
      await empty(db)
    }
    console.log(`  of ${kills} killed, ${found.none} left nothing and ${found.all} everything`)
    if (found.none === 0 || found.all === 0) throw new Error("The moments were all on one side of the commit")
    const whole = kills - found.torn
    return [
      { what: "imports killed: all or nothing", value: whole, unit: "imports", limit: kills, atLeast: true },
    ]
  })
}

type Register = { db: Database; url: string; folder: string }

/** An empty register with the country's places. */
async function withRegister(measure: (register: Register) => Promise<Line[]>) {
  const folder = await mkdtemp(join(tmpdir(), "hoptac-bench-"))
  // As root the server runs as another user, who has to pass through.
  await chmod(folder, 0o711)
  const cluster = await openCluster(join(folder, "data"))
  const db = connect(cluster.url)
  try {
    await migrateToLatest(db)
    await loadPlaces(db)
    return await measure({ db, url: cluster.url, folder })
  } finally {
    await db.destroy()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function runImport(url: string, file: string, { dryRun = false } = {}) {
  const start = performance.now()
  const words = ["import", "register", file, "--place", province, "--json", ...(dryRun ? ["--dry-run"] : [])]
  const env = { PATH: process.env.PATH, DATABASE_URL: url, DATA_DIR: join(file, "../files") }
  const child = spawn(process.execPath, [bin, ...words], { env, stdio: ["ignore", "pipe", "inherit"] })
  let answer = ""
  child.stdout.on("data", (chunk) => {
    answer += chunk
  })
  let megabytes = 0
  const watching = setInterval(() => {
    megabytes = Math.max(megabytes, residentOf(child.pid!))
  }, 20)
  const ended = new Promise<{ milliseconds: number; megabytes: number; answer: string }>((resolve) => {
    child.on("close", () => {
      clearInterval(watching)
      resolve({ milliseconds: performance.now() - start, megabytes, answer })
    })
  })
  return { child, ended }
}

/** The most memory a process has had so far; nothing once it is gone. */
export function residentOf(pid: number) {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
    return (Number(kilobytes ?? 0) * 1024) / 1e6
  } catch {
    return 0
  }
}

/**
 * Milliseconds to parse the workbook's XML, as the library does that the import reads with, and to copy its rows into
 * a bare table: no checking, no register, no history.
 */
async function timeRaw(url: string, bytes: Uint8Array) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const start = performance.now()
    const book = xlsx.read(bytes, { type: "array", dense: true })
    const cells = xlsx.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 })
    const columns = Array.from({ length: cells[0]!.length }, (_, index) => `c${index}`)
    await client.query(`create table raw (${columns.map((name) => `${name} text`).join(", ")})`)
    const stream = client.query(copyFrom(`copy raw (${columns.join(", ")}) from stdin`))
    const lines = cells.map((row) => `${columns.map((_, index) => row[index] ?? "\\N").join("\t")}\n`)
    await pipeline([lines.join("")], stream)
    const milliseconds = performance.now() - start
    await client.query("drop table raw")
    return milliseconds
  } finally {
    await client.end()
  }
}

async function stateOf(db: Database, all: number, logged: number) {
  const { rows: found } = await sql<{
    organisations: number
    events: number
    states: number
    imports: number
    changes: number
  }>`
    select (select count(*) from organisations) as organisations, (select count(*) from organisation_states
      where valid_to = 'infinity') as states, (select count(*) from imports) as imports,
      (select count(*) from changes where record_kind = 'register_import') - ${logged} as changes,
      (select count(distinct organisation_id) from organisation_events) as events`.execute(db)
  const { organisations, events, states, imports, changes } = found[0]!
  if ([organisations, events, states, imports, changes].every((count) => count === 0)) return "none"
  const isWhole =
    [organisations, events, states].every((count) => count === all) && imports === 1 && changes === 1
  return isWhole ? "all" : "torn"
}

/** What was sent to the database before the end is still done there. */
export async function untilAlone(db: Database) {
  for (;;) {
    const { rows: others } = await sql`
      select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
        and pid <> pg_backend_pid() and state <> 'idle'`.execute(db)
    if (others.length === 0) return
    await delay(20)
  }
}

/**
 * The register as before the import; the change log cannot be emptied, and keeps what was imported for good. A portal
 * that counts meanwhile may stand in the way: then it is tried again.
 */
export async function empty(db: Database): Promise<void> {
  try {
    await sql`truncate organisations, imports cascade`.execute(db)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== "40P01") throw error
    await empty(db)
  }
}
