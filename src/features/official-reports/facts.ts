import type { Column } from "./indicators.ts"

export type Period = "year" | "half"

/** One figure of a table, in the unit of the catalogue (persons, đồng). */
export type Fact = {
  value: number
  /** Of an average: of how many. */
  of?: number
  /** Put down by somebody before the year was over (số ước). */
  isEstimate?: true
  /** Who put it down, where nothing counted it, and as which record. */
  by?: string
  entered?: number
}

/** A version of the frozen figures of a closed round. */
export type FrozenSource = { id: number; slug: string; name: string; version: number; taken_on: string }

/** By line and column; a figure that is not known is not there. */
export type Values = Readonly<Record<string, Partial<Record<Column, Fact>>>>

/**
 * All that the tables and sentences of a report are made of. Kept with every report that was built: the same facts make
 * the same report, whatever the register says by then.
 */
export type ReportFacts = {
  place: { slug: string; code: string; name: string; kind: string }
  year: number
  period: Period
  /** The frozen figures it is made of; without them it is a draft. */
  snapshot: FrozenSource | null
  /** Columns with frozen figures; the others were counted in the register on the day it was made. */
  frozen: Partial<Record<Column, FrozenSource>>
  /** Columns without frozen figures were not kept when its own were frozen: they are counted when it is built. */
  isCountedLater?: true
  /** Of the fictional province: nothing in it is so. */
  isFictional?: true
  /** How many reported of how many who had to, where anybody had. */
  answered: { reported: number; expected: number } | null
  /** The day it was counted on. */
  counted_on: string
  /** Whether the reports of the year are in, so that it has an outcome and needs no estimate. */
  isOutcome: boolean
  values: Values
}

export type KeyedFact = { key: string; column: Column; fact: Fact }

/** Facts by line and column; of two for one cell the later stands. */
export function valuesOf(facts: readonly KeyedFact[]): Values {
  const values: Record<string, Partial<Record<Column, Fact>>> = {}
  for (const { key, column, fact } of facts) values[key] = { ...values[key], [column]: fact }
  return values
}

export type Span = { from: string; to: string }

/** The days that a column is about; plans are about none. */
export function spanOf({ year }: Pick<ReportFacts, "year">, column: Column): Span | undefined {
  if (column === "previous") return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  if (column === "half") return { from: `${year}-01-01`, to: `${year}-06-30` }
  if (column === "year") return { from: `${year}-01-01`, to: `${year}-12-31` }
  return undefined
}

export function factOf({ values }: Pick<ReportFacts, "values">, key: string, column: Column) {
  return values[key]?.[column]
}
