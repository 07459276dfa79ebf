import { type RawBuilder, sql } from "kysely"
import type { Measure } from "./catalogue.ts"
import type { Counted } from "./entry.ts"
import { kindAndSector } from "./records.ts"
import { type CountingScope, ofKinds } from "./scope.ts"

export type Asked = { measure: Measure; scope: CountingScope }

/** What adds up: of any parts of a figure, and of nothing else of it. */
export type Sums = { numerator: number; denominator: number; records: number; measured: number }
export const nothing: Sums = { numerator: 0, denominator: 0, records: 0, measured: 0 }

/** One look at the rows of a source, for all the figures that are counted from them. */
export type Pass = {
  from: RawBuilder<unknown>
  where: RawBuilder<unknown>
  placedOn: RawBuilder<string>
  aggregates: RawBuilder<number>[]
  scope: CountingScope
  members: { position: number; read(sums: readonly number[]): Sums }[]
}

/** Figures of one source and one scope are counted together: a whole table of them costs about as much as one. */
export function passesOver(asked: readonly Asked[]): Pass[] {
  const together = new Map<string, (Asked & { counted: Counted; position: number })[]>()
  for (const [position, { measure, scope }] of asked.entries()) {
    const counted = measure.records(scope)
    const key = keyOf(counted, scope)
    const known = together.get(key)
    const one = { measure, scope, counted, position }
    if (known) known.push(one)
    else together.set(key, [one])
  }
  return [...together.values()].map(passOver)
}

function keyOf(
  { source }: Counted,
  { placeId, sector, from, to, unitsOn, year, knownOn, reportedYears }: CountingScope,
) {
  return JSON.stringify([source.name, placeId, sector, from, to, unitsOn, year, knownOn, reportedYears])
}

function passOver(asked: readonly (Asked & { counted: Counted; position: number })[]): Pass {
  const [first] = asked
  const { source } = first!.counted
  const kinds = [...new Set(asked.flatMap(({ scope }) => scope.kinds))]
  const scope = { ...first!.scope, kinds }
  const aggregates: RawBuilder<number>[] = []
  const add = (aggregate: RawBuilder<number>) => aggregates.push(aggregate) - 1
  const filters = asked.map(({ counted, scope }) => filterOf(counted, scope, kinds))

  const members = asked.map(({ measure, counted, position }, index) => {
    const filter = filters[index]
    const among = filter ? sql`filter (where ${filter})` : sql``
    const records = add(sql`count(*) ${among}`)
    const sumOf = (value: RawBuilder<number> | undefined) =>
      value ? add(sql`sum(${value}) ${among}`) : records
    const numerator = sumOf(counted.numerator)
    const denominator = sumOf(counted.denominator)
    const known = counted.isMeasured
    const measured =
      known && measure.isReported
        ? add(sql`count(*) filter (where ${filter ? sql`${filter} and ` : sql``}${known})`)
        : records
    return {
      position,
      read: (sums: readonly number[]): Sums => ({
        numerator: sums[numerator] ?? 0,
        denominator: sums[denominator] ?? 0,
        records: sums[records] ?? 0,
        measured: sums[measured] ?? 0,
      }),
    }
  })
  const anyOf = filters.every((filter) => filter !== undefined)
    ? sql`and (${sql.join(filters, sql` or `)})`
    : sql``
  return {
    from: source.from,
    where: sql`${source.where} ${kindAndSector(first!.counted, scope)} ${anyOf}`,
    placedOn: source.placedOn,
    aggregates,
    scope,
    members,
  }
}

/** Which rows of the pass are records of one measure; none where all are. */
function filterOf({ source, where }: Counted, scope: CountingScope, kinds: readonly string[]) {
  const isOfAllKinds = source.isOfCommunes || kinds.every((kind) => scope.kinds.some((own) => own === kind))
  if (isOfAllKinds) return where
  const ofOwnKinds = ofKinds(scope, sql`state.kind`)
  return where ? sql<boolean>`(${ofOwnKinds} and ${where})` : ofOwnKinds
}
