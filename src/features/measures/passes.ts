import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Measure } from "./catalogue.ts"
import type { Counted } from "./entry.ts"
import { kindAndSector } from "./records.ts"
import type { CountingScope } from "./scope.ts"

export type Asked = { measure: Measure; scope: CountingScope }

/** What adds up: of any parts of a figure, and of nothing else of it. */
export type Sums = { numerator: number; denominator: number; records: number; measured: number }
export const nothing: Sums = { numerator: 0, denominator: 0, records: 0, measured: 0 }

/** What a pass gives: its aggregates for one kind of organisation; communes are of none. */
export type KindRow = { kind: string | null; sums: readonly number[] }

/** One look at the rows of a source, for all the figures that are counted from them. */
export type Pass = {
  from: RawBuilder<unknown>
  where: RawBuilder<unknown>
  placedOn: RawBuilder<string>
  /** Of one kind of organisation each: measures of several kinds share them. */
  aggregates: RawBuilder<number>[]
  scope: CountingScope
  members: { position: number; read(rows: readonly KindRow[]): Sums }[]
}

type Placed = Asked & { counted: Counted; position: number }

/** Figures of one source and one scope are counted together: a whole table of them costs about as much as one. */
export function passesOver(db: Database, asked: readonly Asked[]): Pass[] {
  const together = new Map<string, Placed[]>()
  for (const [position, { measure, scope }] of asked.entries()) {
    const counted = measure.records(scope)
    const key = keyOf(counted, scope)
    const known = together.get(key)
    const one = { measure, scope, counted, position }
    if (known) known.push(one)
    else together.set(key, [one])
  }
  return [...together.values()].map((placed) => passOver(db, placed))
}

function keyOf(
  { source }: Counted,
  { placeId, sector, from, to, unitsOn, year, knownOn, reportedYears }: CountingScope,
) {
  return JSON.stringify([source.name, placeId, sector, from, to, unitsOn, year, knownOn, reportedYears])
}

function passOver(db: Database, placed: readonly Placed[]): Pass {
  const [first] = placed
  const { source } = first!.counted
  const scope = { ...first!.scope, kinds: [...new Set(placed.flatMap((one) => one.scope.kinds))] }
  const { aggregates, add } = sharedAggregates(db)
  const members = placed.map(({ measure, scope: { kinds }, counted, position }) => {
    const at = aggregatesOf(counted, measure, add)
    const ownKinds: ReadonlySet<string | null> = new Set(source.isOfCommunes ? [null] : kinds)
    return {
      position,
      read(rows: readonly KindRow[]) {
        const total = { ...nothing }
        for (const { kind, sums } of rows) {
          if (!ownKinds.has(kind)) continue
          total.numerator += sums[at.numerator] ?? 0
          total.denominator += sums[at.denominator] ?? 0
          total.records += sums[at.records] ?? 0
          total.measured += sums[at.measured] ?? 0
        }
        return total
      },
    }
  })
  return {
    from: source.from,
    where: rowsOfAny(
      placed.map(({ counted }) => counted),
      scope,
    ),
    placedOn: source.placedOn,
    aggregates,
    scope,
    members,
  }
}

/** Rows of one source that are records of any of the measures, or may be. */
export function rowsOfAny(same: readonly Counted[], scope: CountingScope) {
  const filters = same.map(({ where }) => where)
  const anyOf = filters.every((filter) => filter !== undefined)
    ? sql`and (${sql.join(filters, sql` or `)})`
    : sql``
  return sql`${same[0]!.source.where} ${kindAndSector(same[0]!, scope)} ${anyOf}`
}

type Add = (aggregate: RawBuilder<number>) => number

/** Where among the aggregates each part of a measure's sums stands. */
function aggregatesOf({ where, numerator, denominator, isMeasured }: Counted, measure: Measure, add: Add) {
  const among = where ? sql`filter (where ${where})` : sql``
  const records = add(sql`count(*) ${among}`)
  const sumOf = (value: RawBuilder<number> | undefined) =>
    value ? add(sql`sum(${value}) ${among}`) : records
  const measured =
    isMeasured && measure.isReported
      ? add(sql`count(*) filter (where ${where ? sql`${where} and ` : sql``}${isMeasured})`)
      : records
  return { records, numerator: sumOf(numerator), denominator: sumOf(denominator), measured }
}

/** What two measures ask for alike is summed up once. */
function sharedAggregates(db: Database) {
  const aggregates: RawBuilder<number>[] = []
  const known = new Map<string, number>()
  const add: Add = (aggregate) => {
    const compiled = aggregate.compile(db)
    const key = JSON.stringify([compiled.sql, compiled.parameters])
    const at = known.get(key) ?? aggregates.push(aggregate) - 1
    known.set(key, at)
    return at
  }
  return { aggregates, add }
}
