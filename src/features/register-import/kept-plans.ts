import { promisify } from "node:util"
import { gunzip, gzip } from "node:zlib"
import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Plan } from "./plan-rows.ts"

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

/** A province's plan is some 20 MB, of which the quickest packing leaves a tenth. */
export async function packPlan(plan: Plan): Promise<Uint8Array> {
  return await promisify(gzip)(JSON.stringify(plan), { level: 1 })
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
  return JSON.parse((await promisify(gunzip)(kept.plan)).toString())
}

/** The rows that a page shows. */
export function shownRows({ rows }: Plan) {
  return rows.filter(({ outcome }) => outcome === "new" || outcome === "changed").slice(0, mostShown)
}
