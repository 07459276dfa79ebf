import { describe, expect, it } from "vitest"
import { sectorsOf } from "./sectors.ts"

const rules = [
  { prefix: "08", sector: "industry", size_sector: "industry" },
  { prefix: "0893", sector: "agriculture", size_sector: "agriculture" },
  { prefix: "36", sector: "other", size_sector: "industry" },
]

describe("the sectors of a business line", () => {
  it("are those of the longest prefix: salt is farmed, sand is dug", () => {
    expect(sectorsOf(rules, "cooperative", "0893")).toEqual({
      sector: "agriculture",
      size_sector: "agriculture",
    })
    expect(sectorsOf(rules, "cooperative", "0810")).toEqual({ sector: "industry", size_sector: "industry" })
  })

  it("may differ: water is another sector of the reports, and industry of the decree", () => {
    expect(sectorsOf(rules, "cooperative_group", "3600")).toEqual({
      sector: "other",
      size_sector: "industry",
    })
  })

  it("are credit for a people's credit fund, whatever stands in its record", () => {
    expect(sectorsOf(rules, "credit_fund", null)).toEqual({ sector: "credit", size_sector: "finance" })
  })

  it("are not guessed where no rule knows the line, or there is none", () => {
    expect(sectorsOf(rules, "cooperative", "9999")).toBeUndefined()
    expect(sectorsOf(rules, "cooperative", null)).toBeUndefined()
  })
})
