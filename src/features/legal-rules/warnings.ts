import type { Kind } from "../register/vocabulary.ts"

/** A minimum or limit of the law as it holds on a day. */
export type LegalRule = {
  rule: string
  /** Members, or hundredths of the charter capital. */
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
  largest_contribution: number | null
}

export type Warning = { rule: LegalRule; found: number | null }

/** Where an organisation is short of what the law asks for. What is not known warns of nothing. */
export function warningsOf(judged: Judged, rules: readonly LegalRule[], day: string): Warning[] {
  return rules.flatMap((rule) => {
    const found = foundBy(rule, judged, day)
    return found === undefined ? [] : [{ rule, found }]
  })
}

/** What was found against a rule; nothing where it is kept, or cannot be judged. */
function foundBy({ rule, value, due_on }: LegalRule, judged: Judged, day: string): number | null | undefined {
  const { members, largest_contribution, charter_capital, governing_law } = judged
  if (rule === "fewest_members") {
    return members !== null && members < value! ? members : undefined
  }
  if (rule === "largest_share") {
    if (!largest_contribution || !charter_capital) return undefined
    const share = (largest_contribution / charter_capital) * 100
    return share > value! ? share : undefined
  }
  // Those founded under the law of 2012, or before, had until that day to follow the new one.
  const isOld = governing_law === "2012" || governing_law === "2003"
  return isOld && day > due_on! ? null : undefined
}
