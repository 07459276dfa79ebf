import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Figure } from "../measures/figures.ts"
import { isAmong } from "./frozen.ts"
import {
  type FrozenMeasure,
  listFrozenMeasures,
  listFrozenUnits,
  listUnitFigures,
  type Snapshot,
} from "./read-snapshot.ts"

export type DifferingFigure = { measure: FrozenMeasure; before: Figure | null; after: Figure | null }

/** The figures of the whole place, by their usual denominators, that are not the same in both versions. */
export async function listDifferingFigures(
  db: Database,
  from: Snapshot,
  to: Snapshot,
): Promise<DifferingFigure[]> {
  const [before, after] = await Promise.all([readWhole(db, from), readWhole(db, to)])
  const codes = [...new Set([...before.keys(), ...after.keys()])]
  return codes
    .map((code) => ({
      measure: (after.get(code) ?? before.get(code))!.measure,
      before: before.get(code)?.figure ?? null,
      after: after.get(code)?.figure ?? null,
    }))
    .filter((row) => !isSame(row.before, row.after))
}

async function readWhole(db: Database, { id }: Snapshot) {
  const [measures, [whole]] = await Promise.all([listFrozenMeasures(db, id), listFrozenUnits(db, id)])
  const usual = measures.filter(({ is_usual }) => is_usual)
  const figures = await listUnitFigures(db, id, usual, { unit: whole! })
  return new Map(figures.map((each) => [each.measure.code, each]))
}

function isSame(one: Figure | null, other: Figure | null) {
  return (
    one?.value === other?.value &&
    one?.numerator === other?.numerator &&
    one?.denominator === other?.denominator &&
    one?.records === other?.records
  )
}

export type DifferingRecord = {
  code: string
  name: string
  slug: string | null
  before: number | null
  after: number | null
}

/** Records that are in one version alone, or say something else in the other; measure by measure, by name. */
export async function listDifferingRecords(
  db: Database,
  from: Snapshot,
  to: Snapshot,
  limit: number,
): Promise<{ rows: DifferingRecord[]; total: number }> {
  const { rows } = await sql<DifferingRecord & { total: number }>`
    with ${side("before", from)}, ${side("after", to)}
    select code, coalesce(after.name, before.name) as name, coalesce(after.slug, before.slug) as slug,
      before.numerator as before, after.numerator as after, count(*) over () as total
    from before full join after using (code, organisation_id, place_id, happened_on, nth)
    where (before.numerator, before.denominator, before.sector, before.kind, before.placed_in)
      is distinct from (after.numerator, after.denominator, after.sector, after.kind, after.placed_in)
    order by code, coalesce(after.name, before.name) collate "vi-x-icu", organisation_id, place_id
    limit ${limit}`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** An organisation is itself under any name; its commune may be another by now without being another record. */
function side(name: string, { id }: Snapshot) {
  return sql`${sql.ref(name)} as materialized (
    select line.code, coalesce(named.organisation_id, 0) as organisation_id,
      case when named.organisation_id is null then place.place_id else 0 end as place_id,
      coalesce(record.happened_on, 'infinity') as happened_on,
      row_number() over (partition by line.code, named.organisation_id,
        case when named.organisation_id is null then place.place_id end, record.happened_on
        order by record.numerator, record.place) as nth,
      coalesce(named.name, place.name) as name, named.slug, record.numerator, record.denominator, record.sector,
      record.kind, place.place_id as placed_in
    from snapshot_records record
    join snapshot_measures line on line.snapshot_id = record.snapshot_id and line.records_of = record.measure
      and line.is_usual and ${isAmong("line", "record")}
    join snapshot_places place on place.snapshot_id = record.snapshot_id and place.number = record.place
    left join snapshot_organisations named on named.snapshot_id = record.snapshot_id
      and named.number = record.organisation
    where record.snapshot_id = ${id})`
}
