import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"

/** A closed round whose figures were frozen, with its latest version. */
export type ClosedRound = {
  id: number
  slug: string
  name: string
  year: number
  data_from: string
  data_to: string
  place_name: string
  place_kind: string
  snapshot_id: number
  version: number
  taken_at: Date
}

/** Closed rounds with frozen figures, the latest first. */
export async function listClosedRounds(db: Database): Promise<ClosedRound[]> {
  const { rows } = await sql<ClosedRound>`
    select round.id, round.slug, round.name, round.year, round.data_from, round.data_to, place.name as place_name,
      place.kind as place_kind, latest.id as snapshot_id, latest.version, latest.taken_at
    from reporting_rounds round join places place on place.id = round.place_id
    join lateral (select id, version, taken_at from snapshots where round_id = round.id
      order by version desc limit 1) latest on true
    order by round.year desc, round.data_to desc, round.id desc`.execute(db)
  return rows
}

export async function findClosedRound(db: Database, slug: string) {
  return (await listClosedRounds(db)).find((round) => round.slug === slug)
}
