import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { EnteredKind, EnteredPeriod } from "../entered-figures/figures.ts"
import type { MeasureCode } from "../measures/catalogue.ts"
import type { Sector } from "../measures/scope.ts"
import type { OfficialReport } from "./queries.ts"

/** A plan or an estimate that is another by now than the report of frozen figures takes it to be. */
export type LaterEntered = {
  kind: EnteredKind
  measure: MeasureCode
  year: number
  period: EnteredPeriod
  sector: Sector | null
  /** None: nothing was put down then, or it was taken back since. */
  before: number | null
  after: number | null
  by: string
  at: Date
}

/** What was put down, replaced or taken back since the moment the report knows such figures through; a draft knows all. */
export async function listLaterEntered(
  db: Database,
  { place_id, year, snapshot_id, entered_through }: OfficialReport,
): Promise<LaterEntered[]> {
  if (snapshot_id === null) return []
  const { rows } = await sql<LaterEntered>`
    with moment as (
      select coalesce(${entered_through}::timestamptz, (select taken_at from snapshots where id = ${snapshot_id})) as at),
    own as (
      select figure.*, coalesce(sector, '') as part from entered_figures figure
      where place_id = ${place_id} and (year = ${year}
        or (year = ${year - 1} and kind = 'estimate' and period = 'year')
        or (year = ${year + 1} and kind = 'plan' and period = 'year'))),
    known as (
      select own.* from own, moment where recorded_at <= moment.at
        and coalesce(superseded_at, 'infinity') > moment.at),
    latest as (select * from own where superseded_at is null)
    select kind, measure, year, period, nullif(part, '') as sector, known.value as before, latest.value as after,
      coalesce(latest.recorded_by, known.recorded_by) as by, coalesce(latest.recorded_at, known.superseded_at) as at
    from known full join latest using (kind, measure, year, period, part)
    where known.value is distinct from latest.value
    order by year, kind, measure, part`.execute(db)
  return rows
}
