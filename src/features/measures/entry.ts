import type { RawBuilder } from "kysely"
import type { CountingScope, Denominator, OrganisationKind } from "./scope.ts"
import type { Source } from "./sources.ts"
import type { Both, MeasureWords } from "./words.ts"

/**
 * stock: how many on a day; flow: how many in a period; share: numerator ÷ denominator, in percent;
 * average: sum ÷ sum.
 */
export type MeasureKind = "stock" | "flow" | "share" | "average"
export type Unit =
  | "organisation"
  | "commune"
  | "person"
  | "support"
  | "percent"
  | "hectare"
  | "vnd"
  | "vnd_per_year"
  | "vnd_per_person_year"
export type Better = "more" | "less" | "closer"
export type BreakdownBy = "province" | "district" | "commune" | "sector" | "kind"

/** Parts of the ministry's table, in its order, and what plans of provinces count besides. */
export const measureSections = ["cooperatives", "unions", "groups", "supports", "plans", "coverage"] as const
export type MeasureSection = (typeof measureSections)[number]

/** The kinds of fact a figure follows from; see fact_changes. */
export type FactTopic = "places" | "register" | "reports"

/** What the column beside each record of the list holds. */
export type Shown =
  | "founded_on"
  | "happened_on"
  | "profit"
  | "revenue"
  | "points"
  | "members"
  | "workers"
  | "managers"
  | "people"
  | "member_cooperatives"
  | "hectares"
  | "wages"
  | "money"
  | "yes_or_no"
  | "models"

/** Which rows of a source a measure counts, and what each of them adds to the figure. */
export type Counted = {
  source: Source
  /** Which of the source's rows are records of this measure; none: all. */
  where?: RawBuilder<boolean>
  /** What a record adds above and below the line; none: one. */
  numerator?: RawBuilder<number>
  denominator?: RawBuilder<number>
  /** Whether anything is known of a record; none: it is. A figure of which nothing is known is not nought. */
  isMeasured?: RawBuilder<boolean>
  /** What the list shows beside it: members, đồng, points, hectares. */
  amount?: RawBuilder<number>
  class?: RawBuilder<string>
}

/** One line of the catalogue: everything that is particular to a measure stands here and nowhere else. */
export type Entry = {
  section: MeasureSection
  /** A part of another line of the section, which lists of all measures fold away. */
  isDetail?: boolean
  words: MeasureWords
  kind: MeasureKind
  unit: Unit
  better: Better
  /** What one record is. */
  of: "organisations" | "communes"
  kinds: readonly OrganisationKind[]
  /** Whether credit funds, usually left out, may be counted in. */
  mayAddCreditFunds?: boolean
  /** The first is the default; none where nothing but the reports themselves can stand below the line. */
  denominators: readonly Denominator[]
  /** What stands below the line where it is not organisations but a sum of their reports. */
  dividesBy?: Both
  /** Not measured while no report or rating of the year is known. */
  isReported: boolean
  shows: Shown
  records(scope: CountingScope): Counted
}

/** Credit funds (QTDND) are counted as cooperatives, sector "credit", as the ministry's tables do. */
export const cooperativesAndFunds = ["cooperative", "credit_fund"] as const
/** The State Bank rates credit funds by rules of its own, and their size would drown every average. */
export const cooperativesAlone = ["cooperative"] as const
export const groups = ["cooperative_group"] as const
export const unions = ["cooperative_union"] as const
export const allKinds = ["cooperative", "cooperative_union", "cooperative_group", "credit_fund"] as const

export const stock = {
  kind: "stock",
  unit: "organisation",
  better: "more",
  of: "organisations",
  denominators: [],
  isReported: false,
  shows: "founded_on",
} as const
export const flow = { ...stock, kind: "flow", shows: "happened_on" } as const
export const sumOfReports = { ...stock, isReported: true } as const
export const flowOfReports = { ...flow, unit: "person", isReported: true } as const
export const shareOfReporting = {
  ...sumOfReports,
  kind: "share",
  unit: "percent",
  denominators: ["reporting", "operating", "all"],
} as const
/** A part of a sum, as a share of the sum. */
export const shareOfSum = { ...shareOfReporting, denominators: ["reporting"] } as const
export const average = { ...shareOfReporting, kind: "average", unit: "vnd_per_year" } as const
/** Sum ÷ sum, where the second is not a number of organisations. */
export const averageOfSum = { ...average, unit: "vnd_per_person_year", denominators: ["reporting"] } as const
