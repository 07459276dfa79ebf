import { createInterface } from "node:readline"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGunzip, createGzip } from "node:zlib"
import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Plan, PlannedRow } from "./plan-rows.ts"

/** Rows of a plan that are shown; the rest are in the marked file, and in the register once written. */
export const mostShown = 200

/** A plan as it is kept with its workbook: all of it packed, and of what register. */
export type KeptPlan = { version: string; packed: Uint8Array }

/** Another one says that something of the register, or the day, is not what it was. */
export async function readRegisterVersion(db: Database, day: string) {
  const { rows } = await sql<{ latest: number }>`
    select coalesce(max(id), 0) as latest from organisation_events`.execute(db)
  return `${day} ${rows[0]!.latest}`
}

/** Row by row, since the words of a province's plan would take more memory than the plan. */
export async function packPlan({ rows, ...rest }: Plan): Promise<Uint8Array> {
  const packed: Buffer[] = []
  const pack = createGzip({ level: 1 })
  pack.on("data", (part: Buffer) => packed.push(part))
  await pipeline(function* () {
    yield `${JSON.stringify(rest)}\n`
    for (const row of rows) yield `${JSON.stringify(row)}\n`
  }, pack)
  return Buffer.concat(packed)
}

async function unpackPlan(packed: Uint8Array): Promise<Plan> {
  const lines = createInterface({ input: Readable.from([packed]).pipe(createGunzip()) })
  let rest: Omit<Plan, "rows"> | undefined
  const rows: PlannedRow[] = []
  for await (const line of lines) {
    if (rest) rows.push(JSON.parse(line))
    else rest = JSON.parse(line)
  }
  return { ...rest!, rows }
}

/** The plan of a workbook that was sent, where the register is still the one it was made for. */
export async function readKeptPlan(db: Database, id: number, day: string): Promise<Plan | undefined> {
  const [version, kept] = await Promise.all([
    readRegisterVersion(db, day),
    db
      .selectFrom("imports")
      .select(["plan", "plan_version"])
      .where("id", "=", id)
      .where("state", "=", "checked")
      .executeTakeFirst(),
  ])
  if (!kept?.plan || kept.plan_version !== version) return undefined
  return await unpackPlan(kept.plan)
}

/** The rows that a page shows. */
export function shownRows({ rows }: Plan) {
  return rows.filter(({ outcome }) => outcome === "new" || outcome === "changed").slice(0, mostShown)
}
