import { describe, expect, it } from "vitest"
import type { SizeClass } from "../register/sizes.ts"
import { checkRules, missingClasses, type SizeRule } from "./check-rules.ts"

const rule = (
  of: SizeClass,
  least_members: number | null,
  least_revenue: number | null = null,
  least_capital: number | null = null,
): SizeRule => ({
  axis: "decree_113",
  industry: "agriculture",
  class: of,
  least_members,
  least_revenue,
  least_capital,
})

const agriculture = [
  rule("large", 300, 50e9, 10e9),
  rule("medium", 200, 10e9, 5e9),
  rule("small", 50, 2e9, 1e9),
  rule("micro", null),
]

describe("thresholds of size", () => {
  it("of agriculture in Decree 113/2024 are whole", () => {
    expect(checkRules(agriculture)).toEqual([])
    expect(missingClasses(agriculture)).toEqual([])
  })
  it("may be known for the largest alone, as those of industry are", () => {
    const industry = [rule("large", 100, 80e9, 20e9)]
    expect(checkRules(industry)).toEqual([])
    expect(missingClasses(industry)).toEqual(["medium", "small", "micro"])
  })
  it("leave no class out between two, which would be a gap", () => {
    expect(checkRules([agriculture[0]!, agriculture[2]!])).toEqual([{ kind: "missing", class: "medium" }])
    expect(checkRules([agriculture[3]!])).toEqual([
      { kind: "missing", class: "large" },
      { kind: "missing", class: "medium" },
      { kind: "missing", class: "small" },
    ])
  })
  it("fall from class to class, or two would overlap", () => {
    const same = [agriculture[0]!, rule("medium", 300, 10e9, 5e9)]
    expect(checkRules(same)).toEqual([{ kind: "not_below", class: "medium", above: "large" }])
    const richer = [agriculture[0]!, rule("medium", 200, 60e9, 5e9)]
    expect(checkRules(richer)).toEqual([{ kind: "not_below", class: "medium", above: "large" }])
  })
  it("ask for something, except the lowest, which takes all the rest", () => {
    expect(checkRules([rule("large", null)])).toEqual([{ kind: "asks_nothing", class: "large" }])
    expect(checkRules([...agriculture.slice(0, 3), rule("micro", 5)])).toEqual([
      { kind: "lowest_asks", class: "micro" },
    ])
  })
})
