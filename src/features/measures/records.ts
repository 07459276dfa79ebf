import { type RawBuilder, sql } from "kysely"
import type { Counted, Entry } from "./entry.ts"
import { type CountingScope, inSector, ofKinds } from "./scope.ts"
import { events, organisations, ratings, reports, reportsOfPeriod, supports } from "./sources.ts"

/**
 * One thing that a measure counts. The figure, its breakdowns and its list all come from the same `Counted`, so what
 * stands behind a figure always adds up to it.
 */
export type CountedRecord = {
  /** None where the records are communes. */
  organisation_id: number | null
  /** The commune it was in on the day that matters. */
  place_id: number
  placed_on: string
  sector: string | null
  kind: string | null
  name: string
  numerator: number
  denominator: number
  is_measured: boolean
  amount: number | null
  class: string | null
  happened_on: string | null
}

/** The records of a measure, one a row. */
export function recordsOf(entry: Entry, scope: CountingScope): RawBuilder<CountedRecord> {
  const counted = entry.records(scope)
  const { source, numerator = sql`1`, denominator = sql`1`, isMeasured = sql`true` } = counted
  return sql`
    select state.organisation_id, state.place_id, ${source.placedOn} as placed_on, state.sector, state.kind, state.name,
      ${numerator} as numerator, ${denominator} as denominator, ${isMeasured} as is_measured,
      ${counted.amount ?? counted.numerator ?? sql`null`}::numeric as amount, ${counted.class ?? sql`null`}::text as class,
      ${source.happenedOn} as happened_on
    from ${source.from}
    where ${source.where} ${kindAndSector(counted, scope)} ${counted.where ? sql`and ${counted.where}` : sql``}`
}

/** Communes stand in no sector, and what a commune has is not of one kind. */
export function kindAndSector({ source }: Counted, scope: CountingScope) {
  if (source.isOfCommunes) return sql``
  return sql`and ${ofKinds(scope, sql`state.kind`)} and ${inSector(scope, sql`state.sector`)}`
}

export function everyOrganisation(scope: CountingScope): Counted {
  return { source: organisations(scope) }
}

export function operating(scope: CountingScope): Counted {
  return { source: organisations(scope), where: sql`state.status = 'operating'` }
}

/** Events of some kinds. */
export function happened(...kinds: readonly string[]) {
  return (scope: CountingScope): Counted => ({
    source: events(scope),
    where: sql`event.kind in (${sql.join(kinds)})`,
  })
}

export const endings = ["dissolved", "bankrupt"] as const

/** What the reports of the year say in one of their columns. */
export function reported(column: string) {
  const value = sql.ref<number>(`report.${column}`)
  return (scope: CountingScope): Counted => ({
    source: reports(scope),
    numerator: value,
    where: sql`${value} is not null`,
  })
}

/** A yes or a no of the reports: every report is a record, and those that say yes are the figure. */
export function reportedYes(column: string) {
  return (scope: CountingScope): Counted => ({
    source: reports(scope),
    numerator: sql`${sql.ref(`report.${column}`)}::integer`,
  })
}

/** What the reports of the years in the period say happened in them. */
export function reportedInPeriod(column: string) {
  const value = sql.ref<number>(`report.${column}`)
  return (scope: CountingScope): Counted => ({
    source: reportsOfPeriod(scope),
    numerator: value,
    where: sql`${value} is not null`,
  })
}

/**
 * A sum of reports ÷ organisations of the denominator. Those that did not report are below the line alone, and only
 * where that was asked for.
 */
export function averageOf(column: string) {
  const value = sql.ref<number>(`report.${column}`)
  return (scope: CountingScope): Counted => {
    if (scope.denominator === "reporting") return reported(column)(scope)
    const isMeasured = sql<boolean>`${value} is not null`
    return { source: reports(scope), numerator: sql`coalesce(${value}, 0)`, isMeasured, amount: value }
  }
}

/** One sum of reports ÷ another, of the reports that hold both. */
export function sumOverSum(above: RawBuilder<number>, below: RawBuilder<number>) {
  return (scope: CountingScope): Counted => ({
    source: reports(scope),
    numerator: above,
    denominator: below,
    where: sql`${above} is not null and ${below} > 0`,
  })
}

/** Which organisations are in one of the classes in the rating of the year, among those of the denominator. */
export function ratedAs(...classes: readonly string[]) {
  return (scope: CountingScope): Counted => ({
    source: ratings(scope),
    numerator: sql`case when rating.class in (${sql.join(classes)}) then 1 else 0 end`,
    isMeasured: sql`rating.class is not null`,
    amount: sql`rating.points`,
    class: sql`rating.class`,
  })
}

/** What was given, of one content or of all; its number, or what a column of the record says. */
export function given({ content, sources, column }: Given) {
  const conditions = [
    content ? sql<boolean>`support.support_kind = ${content}` : undefined,
    sources,
    column ? sql<boolean>`${sql.ref(`support.${column}`)} is not null` : undefined,
  ].filter((condition) => condition !== undefined)
  const numerator = column ? sql.ref<number>(`support.${column}`) : undefined
  return (scope: CountingScope): Counted => ({
    source: supports(scope),
    amount: numerator ?? sql`support.disbursed`,
    ...(numerator && { numerator }),
    ...(conditions.length > 0 && { where: sql`${sql.join(conditions, sql` and `)}` }),
  })
}
type Given = {
  content?: string
  /** Whose money it was. */
  sources?: RawBuilder<boolean>
  column?: "people" | "disbursed"
}
