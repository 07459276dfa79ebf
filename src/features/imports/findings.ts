import type { Bound, Change, Holder, Qualifier, Subject, Unit } from "./page-import.ts"

/** A target as its sentence tells it, before the page as a whole has decided what it belongs to. */
export type Finding = {
  start: number
  end: number
  sentence: number
  subject: Subject
  holder: Holder | null
  change: Change
  value: number | null
  value_max: number | null
  unit: Unit
  base_year: number | null
  bound: Bound
  qualifiers: Qualifier[]
  by: number | null
  of: Finding | null
}

export type Mood = "goal" | "neutral" | "result"

const money: Subject[] = ["revenue", "profit", "income", "capital", "budget_contribution"]
const people: Subject[] = ["member", "household", "worker", "manager"]
const organisations: Subject[] = [
  "cooperative",
  "cooperative_group",
  "cooperative_union",
  "credit_fund",
  "federation",
  "organisation",
]

export function isMoney(subject: Subject) {
  return money.includes(subject)
}

export function isPeople(subject: Subject) {
  return people.includes(subject)
}

export function isOrganisation(subject: Subject) {
  return organisations.includes(subject)
}
