import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { getMeasure, type Measure, type MeasureCode } from "./catalogue.ts"
import { countingScope, readBackground } from "./figures.ts"
import { recordsOf } from "./records.ts"
import type { CountingScope, OrganisationKind, Scope, Sector } from "./scope.ts"

/** A record behind a figure, as the list shows it. */
export type ListedRecord = {
  organisation: { slug: string; name: string; code: string | null; kind: OrganisationKind } | null
  /** The commune it was in on the day that matters; for measures of communes, the commune itself. */
  place: {
    id: number
    slug: string
    code: string
    name: string
    kind: string
    parent: { name: string; kind: string } | null
  }
  sector: Sector | null
  numerator: number
  denominator: number
  /** False: in the denominator, but nothing is known of it yet. */
  is_measured: boolean
  /** Members, đồng, points or hectares; `shows` of the measure says which. */
  amount: number | null
  class: "good" | "fair" | "average" | "weak" | null
  /** The day of the event; for stocks and shares, the day of founding. */
  happened_on: string | null
}

export const recordOrders = ["name", "place", "sector", "amount", "day", "code"] as const
export type RecordOrder = (typeof recordOrders)[number]

export type ListOptions = {
  sort?: RecordOrder
  direction?: "asc" | "desc"
  limit?: number
  offset?: number
  /** Leaves out what is only in the denominator. */
  onlyNumerator?: boolean
}

export type RecordList = { records: ListedRecord[]; total: number; year: number | null }

/** One page of the records behind a figure, and how many there are. */
export async function listRecords(
  db: Database,
  code: MeasureCode,
  scope: Scope,
  { limit = 50, offset = 0, ...options }: ListOptions = {},
): Promise<RecordList> {
  const measure = getMeasure(code)
  const counting = countingScope(measure, scope, await readBackground(db))
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (${chosenRecords(measure, counting, options)}) record`.execute(db)
  const page = await sql<Row>`
    ${listing(measure, counting, options)} limit ${limit} offset ${offset}`.execute(db)

  return {
    records: page.rows.map(listed),
    total: rows[0]!.total,
    year: measure.isReported ? counting.year : null,
  }
}

/** Every record, a thousand at a time, for files that may be long. */
export async function* streamRecords(
  db: Database,
  code: MeasureCode,
  scope: Scope,
  options: Omit<ListOptions, "limit" | "offset"> = {},
): AsyncGenerator<ListedRecord> {
  const measure = getMeasure(code)
  const counting = countingScope(measure, scope, await readBackground(db))
  const trx = await db.startTransaction().setAccessMode("read only").execute()
  try {
    await sql`declare listed_records no scroll cursor for ${listing(measure, counting, options)}`.execute(trx)
    while (true) {
      const { rows } = await sql<Row>`fetch 1000 from listed_records`.execute(trx)
      yield* rows.map(listed)
      if (rows.length < 1000) break
    }
  } finally {
    await trx.rollback().execute()
  }
}

type Row = Omit<ListedRecord, "organisation" | "place"> & {
  organisation_slug: string | null
  organisation_name: string
  organisation_code: string | null
  organisation_kind: OrganisationKind | null
  place_id: number
  place_slug: string
  place_code: string
  place_name: string
  place_kind: string
  parent_name: string | null
  parent_kind: string | null
}

function chosenRecords(measure: Measure, scope: CountingScope, { onlyNumerator }: ListOptions) {
  return sql`select * from (${recordsOf(measure, scope)}) each ${
    onlyNumerator ? sql`where each.numerator <> 0` : sql``
  }`
}

function listing(measure: Measure, scope: CountingScope, options: ListOptions): RawBuilder<Row> {
  const { sort = "name", direction = "asc" } = options
  const towards = direction === "desc" ? sql`desc nulls last` : sql`asc nulls last`
  return sql`
    select organisation.slug as organisation_slug, record.name as organisation_name,
      organisation.code as organisation_code, record.kind as organisation_kind,
      commune.id as place_id, commune.slug as place_slug, commune.code as place_code, commune.name as place_name, commune.kind as place_kind,
      parent.name as parent_name, parent.kind as parent_kind,
      record.sector, record.numerator::numeric as numerator, record.denominator::numeric as denominator,
      record.is_measured, record.amount, record.class, record.happened_on
    from (${chosenRecords(measure, scope, options)}) record
    join places commune on commune.id = record.place_id
    left join places parent on parent.code = commune.parent_code and parent.level = commune.parent_level
      and greatest(commune.valid_from, least(record.placed_on, commune.valid_to)) between parent.valid_from and parent.valid_to
    left join organisations organisation on organisation.id = record.organisation_id
    order by ${columns[sort]} ${towards}, record.name collate "vi-x-icu", record.organisation_id, commune.id`
}

const columns: Record<RecordOrder, RawBuilder<unknown>> = {
  name: sql`record.name collate "vi-x-icu"`,
  place: sql`commune.name collate "vi-x-icu"`,
  sector: sql`record.sector`,
  amount: sql`record.amount`,
  day: sql`record.happened_on`,
  code: sql`organisation.code`,
}

function listed(row: Row): ListedRecord {
  const { organisation_slug, organisation_name, organisation_code, organisation_kind, ...rest } = row
  const { place_id, place_slug, place_code, place_name, place_kind, parent_name, parent_kind, ...record } =
    rest
  return {
    ...record,
    organisation: organisation_slug
      ? {
          slug: organisation_slug,
          name: organisation_name,
          code: organisation_code,
          kind: organisation_kind!,
        }
      : null,
    place: {
      id: place_id,
      slug: place_slug,
      code: place_code,
      name: place_name,
      kind: place_kind,
      // Names of communes come back: without the unit above it, nobody knows which one is meant.
      parent: parent_name && parent_kind ? { name: parent_name, kind: parent_kind } : null,
    },
  }
}
