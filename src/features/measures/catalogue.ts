import { sql } from "kysely"
import {
  communesWithLastingModel,
  events,
  foundedWithLargeField,
  organisations,
  type Records,
  reported,
  reportingAndLasting,
  shareByRating,
  shareByReport,
} from "./records.ts"
import type { CountingScope, Denominator, OrganisationKind } from "./scope.ts"
import { type MeasureWords, measureTexts } from "./texts.ts"

/** Every countable thing. Pages, targets, reports, charts and open data all count by asking for one of these. */
export const measureCodes = [
  "cooperatives",
  "cooperatives_operating",
  "cooperatives_founded",
  "cooperatives_ended",
  "cooperatives_created_by_reorganisation",
  "credit_funds",
  "cooperative_groups",
  "cooperative_groups_founded",
  "cooperative_groups_founded_with_large_field",
  "cooperative_unions",
  "cooperative_unions_founded",
  "cooperatives_profitable_share",
  "cooperatives_good_or_fair_share",
  "cooperatives_average_share",
  "cooperatives_weak_share",
  "communes_with_lasting_model_share",
  "lasting_models",
  "members",
  "members_of_cooperative_groups",
  "workers",
  "large_field_area",
  "average_revenue",
  "average_profit",
  "average_worker_income",
  "high_technology",
  "value_chain",
] as const
export type MeasureCode = (typeof measureCodes)[number]

/**
 * stock: how many on a day; flow: how many in a period; share: numerator ÷ denominator, in percent;
 * average: sum ÷ sum.
 */
export type MeasureKind = "stock" | "flow" | "share" | "average"
export type Unit = "organisation" | "person" | "percent" | "hectare" | "vnd_per_year"
export type Better = "more" | "less" | "closer"
export type BreakdownBy = "province" | "district" | "commune" | "sector" | "kind"

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
  | "hectares"
  | "wages"
  | "yes_or_no"
  | "models"

export type Measure = Entry & {
  code: MeasureCode
  words: MeasureWords
  /** A figure is good until a fact of one of these changes. */
  topics: readonly FactTopic[]
}

export function getMeasure(code: MeasureCode): Measure {
  return measures.get(code)!
}

export function listMeasures(): Measure[] {
  return [...measures.values()]
}

type Entry = {
  kind: MeasureKind
  unit: Unit
  better: Better
  /** What one record is. */
  of: "organisations" | "communes"
  kinds: readonly OrganisationKind[]
  /** The first is the default; none where the measure is not a share. */
  denominators: readonly Denominator[]
  /** Not measured while no report or rating of the year is known. */
  isReported: boolean
  shows: Shown
  records(scope: CountingScope): Records
}

/** Credit funds (QTDND) are counted as cooperatives, sector "credit", as the ministry's tables do. */
const cooperativesAndFunds = ["cooperative", "credit_fund"] as const
/** The State Bank rates credit funds by rules of its own, and their size would drown every average. */
const cooperativesAlone = ["cooperative"] as const
const groups = ["cooperative_group"] as const
const unions = ["cooperative_union"] as const

const stock = {
  kind: "stock",
  unit: "organisation",
  better: "more",
  of: "organisations",
  denominators: [],
  isReported: false,
  shows: "founded_on",
} as const
const flow = { ...stock, kind: "flow", shows: "happened_on" } as const
const shareOfReporting = {
  ...stock,
  kind: "share",
  unit: "percent",
  denominators: ["reporting", "operating", "all"],
  isReported: true,
} as const
const shareOfRated = {
  ...shareOfReporting,
  kinds: cooperativesAlone,
  denominators: ["rated", "operating", "all"],
  shows: "points",
} as const
const sumOfReports = { ...stock, isReported: true } as const
const average = {
  ...sumOfReports,
  kind: "average",
  unit: "vnd_per_year",
  kinds: cooperativesAlone,
  denominators: ["reporting"],
} as const

const endings = ["dissolved", "bankrupt"]
const reorganisations = [
  "created_by_division",
  "created_by_separation",
  "created_by_consolidation",
  "created_by_conversion",
]

const entries: Record<MeasureCode, Entry> = {
  cooperatives: { ...stock, kinds: cooperativesAndFunds, records: (scope) => organisations(scope) },
  cooperatives_operating: {
    ...stock,
    kinds: cooperativesAndFunds,
    records: (scope) => organisations(scope, { operating: true }),
  },
  cooperatives_founded: {
    ...flow,
    kinds: cooperativesAndFunds,
    records: (scope) => events(scope, ["founded"]),
  },
  cooperatives_ended: {
    ...flow,
    better: "less",
    kinds: cooperativesAndFunds,
    records: (scope) => events(scope, endings),
  },
  cooperatives_created_by_reorganisation: {
    ...flow,
    kinds: cooperativesAndFunds,
    records: (scope) => events(scope, reorganisations),
  },
  credit_funds: { ...stock, kinds: ["credit_fund"], records: (scope) => organisations(scope) },
  cooperative_groups: { ...stock, kinds: groups, records: (scope) => organisations(scope) },
  cooperative_groups_founded: { ...flow, kinds: groups, records: (scope) => events(scope, ["founded"]) },
  cooperative_groups_founded_with_large_field: {
    ...flow,
    kinds: groups,
    shows: "hectares",
    records: foundedWithLargeField,
  },
  cooperative_unions: { ...stock, kinds: unions, records: (scope) => organisations(scope) },
  cooperative_unions_founded: { ...flow, kinds: unions, records: (scope) => events(scope, ["founded"]) },
  cooperatives_profitable_share: {
    ...shareOfReporting,
    kinds: cooperativesAndFunds,
    shows: "profit",
    records: (scope) => shareByReport(scope, sql<boolean>`report.profit_before_tax > 0`),
  },
  cooperatives_good_or_fair_share: {
    ...shareOfRated,
    records: (scope) => shareByRating(scope, ["good", "fair"]),
  },
  cooperatives_average_share: {
    ...shareOfRated,
    better: "closer",
    records: (scope) => shareByRating(scope, ["average"]),
  },
  cooperatives_weak_share: {
    ...shareOfRated,
    better: "less",
    records: (scope) => shareByRating(scope, ["weak"]),
  },
  communes_with_lasting_model_share: {
    ...shareOfReporting,
    of: "communes",
    kinds: ["cooperative", "cooperative_union", "cooperative_group", "credit_fund"],
    denominators: ["all"],
    shows: "models",
    records: communesWithLastingModel,
  },
  lasting_models: {
    ...sumOfReports,
    kinds: ["cooperative", "cooperative_union", "cooperative_group", "credit_fund"],
    shows: "profit",
    records: reportingAndLasting,
  },
  members: {
    ...sumOfReports,
    unit: "person",
    kinds: cooperativesAndFunds,
    shows: "members",
    records: (scope) =>
      reported(scope, { numerator: sql`report.members`, where: sql`report.members is not null` }),
  },
  members_of_cooperative_groups: {
    ...sumOfReports,
    unit: "person",
    kinds: groups,
    shows: "members",
    records: (scope) =>
      reported(scope, { numerator: sql`report.members`, where: sql`report.members is not null` }),
  },
  workers: {
    ...sumOfReports,
    unit: "person",
    kinds: cooperativesAndFunds,
    shows: "workers",
    records: (scope) =>
      reported(scope, { numerator: sql`report.workers`, where: sql`report.workers is not null` }),
  },
  large_field_area: {
    ...sumOfReports,
    unit: "hectare",
    // Not unions: their fields are those of their member cooperatives.
    kinds: ["cooperative", "cooperative_group"],
    shows: "hectares",
    records: (scope) => reported(scope, { numerator: sql`coalesce(report.large_field_area, 0)` }),
  },
  average_revenue: {
    ...average,
    shows: "revenue",
    records: (scope) =>
      reported(scope, { numerator: sql`report.revenue`, where: sql`report.revenue is not null` }),
  },
  average_profit: {
    ...average,
    shows: "profit",
    records: (scope) =>
      reported(scope, {
        numerator: sql`report.profit_before_tax`,
        where: sql`report.profit_before_tax is not null`,
      }),
  },
  average_worker_income: {
    ...average,
    shows: "wages",
    records: (scope) =>
      reported(scope, {
        numerator: sql`report.wages`,
        denominator: sql`report.workers`,
        where: sql`report.wages is not null and report.workers > 0`,
      }),
  },
  high_technology: {
    ...sumOfReports,
    kinds: cooperativesAndFunds,
    shows: "yes_or_no",
    records: (scope) => reported(scope, { numerator: sql`report.high_technology::integer` }),
  },
  value_chain: {
    ...sumOfReports,
    kinds: cooperativesAndFunds,
    shows: "yes_or_no",
    records: (scope) => reported(scope, { numerator: sql`report.value_chain::integer` }),
  },
}

const measures = new Map<MeasureCode, Measure>(
  measureCodes.map((code) => [
    code,
    { ...entries[code], code, words: measureTexts[code], topics: topicsOf(entries[code]) },
  ]),
)

function topicsOf({ isReported, shows }: Entry): FactTopic[] {
  // A group's large field is known from its reports, though its founding is an event.
  return isReported || shows === "hectares" ? ["places", "register", "reports"] : ["places", "register"]
}
