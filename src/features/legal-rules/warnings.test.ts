import { describe, expect, it } from "vitest"
import { type Judged, type LegalRule, warningsOf } from "./warnings.ts"

const rule = (changes: Partial<LegalRule>): LegalRule => ({
  rule: "fewest_members",
  value: 5,
  due_on: null,
  article: "Điều 4.7",
  is_checked: true,
  ...changes,
})
const cooperative: Judged = {
  kind: "cooperative",
  governing_law: "2023",
  charter_capital: 1_000_000_000,
  members: 5,
  largest_contribution: 300_000_000,
}
const warned = (judged: Partial<Judged>, changes: Partial<LegalRule>, day = "2026-06-15") =>
  warningsOf({ ...cooperative, ...judged }, [rule(changes)], day).map(({ found }) => found)

describe("the law’s minimums and limits", () => {
  it("warn of too few members, and not of just enough or of a number nobody knows", () => {
    expect(warned({ members: 4 }, {})).toEqual([4])
    expect(warned({ members: 5 }, {})).toEqual([])
    expect(warned({ members: null }, {})).toEqual([])
  })

  it("warn of a member who holds more of the capital than allowed", () => {
    const cap = { rule: "largest_share", value: 30 }
    expect(warned({ largest_contribution: 300_000_001 }, cap)).toHaveLength(1)
    expect(warned({ largest_contribution: 300_000_000 }, cap)).toEqual([])
    expect(warned({ charter_capital: null }, cap)).toEqual([])
  })

  it("warn from the day after the transition to the law of 2023, and only those of an older law", () => {
    const transition = { rule: "transition", value: null, due_on: "2025-12-31" }
    expect(warned({ governing_law: "2012" }, transition, "2025-12-31")).toEqual([])
    expect(warned({ governing_law: "2012" }, transition, "2026-01-01")).toEqual([null])
    expect(warned({ governing_law: "2003" }, transition)).toEqual([null])
    expect(warned({ governing_law: "2023" }, transition)).toEqual([])
    expect(warned({ governing_law: null }, transition)).toEqual([])
  })
})
