/** What a saved page holds. Field names and their order are a contract: `--json` prints these objects as they are. */
export type PageImport = {
  file: string
  portal: string | null
  section: string | null
  highlights: string[]
  article: ImportedArticle
  plan: PlanDraft | null
}

export type ImportedArticle = {
  title: string
  /** ISO 8601 with offset, or a day alone when the page does not tell the hour. */
  published_at: string | null
  /** In NFC, trimmed at both ends, otherwise as written: targets point into these strings. */
  paragraphs: string[]
  author: string | null
}

export type PlanDraft = {
  number: string | null
  issuer: string | null
  issued_on: string | null
  title: string | null
  period: Period | null
  sections: PlanSection[]
  targets: Target[]
}

export type Period = { from: number; to: number }

export type PlanSection = {
  kind: "objectives" | "orientations" | "solutions" | "other"
  heading: string
  text: string
  items: string[]
}

export type Target = {
  quote: string
  paragraph: number
  start: number
  end: number
  subject: Subject
  holder: Holder | null
  change: Change
  value: number | null
  value_max: number | null
  unit: Unit
  base_year: number | null
  bound: Bound
  qualifiers: Qualifier[]
  of: number | null
  by: number | null
}

export type Holder = "cooperative" | "cooperative_group" | "cooperative_union" | "organisation"

export type Subject =
  | Holder
  | "credit_fund"
  | "federation"
  | "member"
  | "household"
  | "worker"
  | "manager"
  | "model"
  | "product"
  | "commune"
  | "area"
  | "revenue"
  | "profit"
  | "income"
  | "capital"
  | "grdp_share"
  | "budget_contribution"
  | "other"

export type Change = "new" | "level" | "added" | "growth" | "strengthened" | "end"

export type Unit =
  | "count"
  | "count_per_year"
  | "percent"
  | "percent_per_year"
  | "times"
  | "vnd"
  | "vnd_per_year"
  | "vnd_per_month"
  | "hectare"
  | "points"

export type Bound =
  | "exact"
  | "at_least"
  | "at_most"
  | "about"
  | "between"
  | "as_few_as_possible"
  | "as_many_as_possible"

export const qualifiers = [
  "agricultural",
  "non_agricultural",
  "active",
  "profitable",
  "effective",
  "good",
  "fair",
  "good_or_fair",
  "average",
  "weak",
  "large_field",
  "value_chain",
  "high_technology",
  "trained",
  "primary_training",
  "intermediate",
  "college_or_higher",
  "per_commune",
  "per_district",
  "per_trade",
  "per_organisation",
  "member_of_union",
  "lasting",
  "new_countryside",
  "other",
] as const

export type Qualifier = (typeof qualifiers)[number]

/** A file that cannot be read as a page; its message is one line that says what to do next. */
export class PageUnreadable extends Error {
  override name = "PageUnreadable"
}

export const maximumPageBytes = 20 * 1024 * 1024
