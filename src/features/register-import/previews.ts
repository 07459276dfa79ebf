import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { PlannedRow } from "./plan-rows.ts"

type Preview = { version: string; rows: readonly PlannedRow[] }

const most = 50
const kept = new WeakMap<Database, Map<number, Preview>>()

/**
 * What a workbook would write, as the last check of it found, for as long as the register stays as it is: to look at
 * the page of a province's workbook is not to check twenty thousand rows again.
 */
export function previewsOf(db: Database) {
  const previews = kept.get(db) ?? new Map<number, Preview>()
  kept.set(db, previews)
  return {
    find(id: number, version: string) {
      const found = previews.get(id)
      return found?.version === version ? found.rows : undefined
    },
    keep(id: number, preview: Preview) {
      previews.delete(id)
      previews.set(id, preview)
      const [oldest] = previews.keys()
      if (previews.size > most) previews.delete(oldest!)
    },
    forget(id: number) {
      previews.delete(id)
    },
  }
}

/** Another one says that something of the register, or the day, is not what it was. */
export async function readRegisterVersion(db: Database, day: string) {
  const { rows } = await sql<{ latest: number }>`
    select coalesce(max(id), 0) as latest from organisation_events`.execute(db)
  return `${day} ${rows[0]!.latest}`
}
