import { dayBefore } from "../places/days.ts"
import type { Kind } from "../register/vocabulary.ts"

export const legalRules = [
  "fewest_members",
  "largest_share",
  "official_share",
  "foreign_share",
  "foreign_members",
  "longest_suspension",
  "transition",
] as const
export type RuleName = (typeof legalRules)[number]

/** A minimum or limit of the law as it holds on a day. */
export type LegalRule = {
  rule: RuleName
  /** Members; hundredths of the charter capital, or of the official members; months. */
  value: number | null
  due_on: string | null
  article: string
  is_checked: boolean
}

/** What is known of an organisation on the day, as far as the rules ask for it; money in đồng. */
export type Judged = {
  kind: Kind
  governing_law: string | null
  charter_capital: number | null
  /** Official members; nothing where they were never counted. */
  members: number | null
  foreign_members: number | null
  largest_contribution: number | null
  /** What all official members together contributed. */
  contributed: number | null
  /** What all foreign members together contributed. */
  foreign_contributed: number | null
  /** The days that the notice of a suspension names, while it is suspended. */
  suspended_from: string | null
  suspended_until: string | null
}

export type Warning = { rule: LegalRule; found: number | string | null }

/** Where an organisation is short of what the law asks for. What is not known warns of nothing. */
export function warningsOf(judged: Judged, rules: readonly LegalRule[], day: string): Warning[] {
  return rules.flatMap((rule) => {
    const found = judge[rule.rule](rule, judged, day)
    return found === undefined ? [] : [{ rule, found }]
  })
}

/** What was found against a rule; nothing where it is kept, or cannot be judged. */
type Judge = (rule: LegalRule, judged: Judged, day: string) => Warning["found"] | undefined

const judge: Record<RuleName, Judge> = {
  fewest_members({ value }, { members }) {
    return members !== null && members < value! ? members : undefined
  },
  largest_share({ value }, { largest_contribution, charter_capital }) {
    return shareAbove(value!, largest_contribution, charter_capital)
  },
  official_share({ value }, { contributed, charter_capital }) {
    if (contributed === null || !charter_capital) return undefined
    const share = (contributed / charter_capital) * 100
    return share < value! ? share : undefined
  },
  foreign_share({ value }, { foreign_contributed, charter_capital }) {
    return shareAbove(value!, foreign_contributed, charter_capital)
  },
  // Fewer than the limit: just as many are too many.
  foreign_members({ value }, { members, foreign_members }) {
    if (!members || foreign_members === null) return undefined
    const share = (foreign_members / members) * 100
    return share >= value! ? share : undefined
  },
  longest_suspension({ value }, { suspended_from, suspended_until }) {
    if (!suspended_from || !suspended_until) return undefined
    return suspended_until > lastDayWithin(suspended_from, value!) ? suspended_until : undefined
  },
  // Those founded under the law of 2012, or before, had until that day to follow the new one.
  transition({ due_on }, { governing_law }, day) {
    const isOld = governing_law === "2012" || governing_law === "2003"
    return isOld && day > due_on! ? null : undefined
  },
}

/** Hundredths of the capital, where they are more than allowed. */
function shareAbove(limit: number, part: number | null, capital: number | null) {
  if (!part || !capital) return undefined
  const share = (part / capital) * 100
  return share > limit ? share : undefined
}

/** The last of so many months, the first day included. */
export function lastDayWithin(from: string, months: number) {
  const [year, month, date] = from.split("-").map(Number) as [number, number, number]
  const sameDay = new Date(Date.UTC(year, month - 1 + months, date))
  // Of a month without such a day, the last.
  if (sameDay.getUTCDate() !== date) sameDay.setUTCDate(0)
  const last = sameDay.toISOString().slice(0, 10)
  return sameDay.getUTCDate() === date ? dayBefore(last) : last
}
