import { describe, expect, it } from "vitest"
import { type Judged, type LegalRule, lastDayWithin, warningsOf } from "./warnings.ts"

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
  foreign_members: null,
  largest_contribution: 300_000_000,
  contributed: null,
  foreign_contributed: null,
  suspended_from: null,
  suspended_until: null,
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
    const cap = { rule: "largest_share", value: 30 } as const
    expect(warned({ largest_contribution: 300_000_001 }, cap)).toHaveLength(1)
    expect(warned({ largest_contribution: 300_000_000 }, cap)).toEqual([])
    expect(warned({ charter_capital: null }, cap)).toEqual([])
  })

  it("warn of official members who together hold less of the capital than they have to", () => {
    const least = { rule: "official_share", value: 65 } as const
    expect(warned({ contributed: 649_999_999 }, least)).toHaveLength(1)
    expect(warned({ contributed: 650_000_000 }, least)).toEqual([])
    expect(warned({ contributed: null }, least)).toEqual([])
    expect(warned({ contributed: 1, charter_capital: null }, least)).toEqual([])
  })

  it("warn of foreign members who together hold more of the capital than allowed", () => {
    const cap = { rule: "foreign_share", value: 30 } as const
    expect(warned({ foreign_contributed: 300_000_001 }, cap)).toHaveLength(1)
    expect(warned({ foreign_contributed: 300_000_000 }, cap)).toEqual([])
    expect(warned({ foreign_contributed: null }, cap)).toEqual([])
  })

  it("warn from the day after the transition to the law of 2023, and only those of an older law", () => {
    const transition = { rule: "transition", value: null, due_on: "2025-12-31" } as const
    expect(warned({ governing_law: "2012" }, transition, "2025-12-31")).toEqual([])
    expect(warned({ governing_law: "2012" }, transition, "2026-01-01")).toEqual([null])
    expect(warned({ governing_law: "2003" }, transition)).toEqual([null])
    expect(warned({ governing_law: "2023" }, transition)).toEqual([])
    expect(warned({ governing_law: null }, transition)).toEqual([])
  })

  it("warn of as many foreign members as the limit, and not of one fewer", () => {
    const limit = { rule: "foreign_members", value: 35 } as const
    expect(warned({ members: 20, foreign_members: 7 }, limit)).toEqual([35])
    expect(warned({ members: 20, foreign_members: 6 }, limit)).toEqual([])
    expect(warned({ members: 20, foreign_members: null }, limit)).toEqual([])
    expect(warned({ members: null, foreign_members: 3 }, limit)).toEqual([])
  })

  it("warn of a notice of suspension that is longer than allowed, from its first day on", () => {
    const longest = { rule: "longest_suspension", value: 12 } as const
    const notice = { suspended_from: "2026-06-10", suspended_until: "2027-06-10" }
    expect(warned(notice, longest)).toEqual(["2027-06-10"])
    expect(warned({ ...notice, suspended_until: "2027-06-09" }, longest)).toEqual([])
    expect(warned({ ...notice, suspended_until: null }, longest)).toEqual([])
  })
})

describe("the last day of so many months", () => {
  it("is the day before the same day, the first one included", () => {
    expect(lastDayWithin("2024-03-01", 12)).toBe("2025-02-28")
    expect(lastDayWithin("2023-03-01", 12)).toBe("2024-02-29")
    expect(lastDayWithin("2024-01-01", 12)).toBe("2024-12-31")
    expect(lastDayWithin("2024-11-15", 3)).toBe("2025-02-14")
  })

  it("is not lengthened by a day that the last month has not", () => {
    expect(lastDayWithin("2024-02-29", 12)).toBe("2025-02-28")
    expect(lastDayWithin("2024-11-30", 3)).toBe("2025-02-28")
  })
})
