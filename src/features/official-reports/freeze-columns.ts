import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { findPlaceById } from "../places/queries.ts"
import type { Round } from "../rounds/queries.ts"
import type { KeyedFact } from "./facts.ts"
import { countColumns } from "./read-facts.ts"

/** What a report needs beside the frozen figures of its own round, as it was known when they were frozen. */
export type KeptColumns = {
  /** Whether the reports of the year were due, so that it has an outcome. */
  isOutcome: boolean
  /** Facts of the columns that no closed round held. */
  facts: KeyedFact[]
}

/** To be called after the figures of a round were frozen, in the same transaction. */
export async function freezeColumns(
  trx: Database,
  { place_id, place_level, asked, year, period }: Round,
  snapshotId: number,
  today: string,
) {
  // Only provinces send that report.
  if (place_level !== "province" || asked !== "organisations") return
  const place = (await findPlaceById(trx, place_id))!
  const { isOutcome, facts } = await countColumns(trx, { place, year, period, snapshotId, today })
  const columns: KeptColumns = { isOutcome, facts }
  const written = JSON.stringify(columns)
  await sql`
    insert into snapshot_columns (snapshot_id, columns, hash)
    values (${snapshotId}, ${written}::jsonb, encode(sha256(convert_to(${written}, 'UTF8')), 'hex'))`.execute(
    trx,
  )
}
