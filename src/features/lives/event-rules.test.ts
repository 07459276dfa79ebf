import { describe, expect, it } from "vitest"
import { fits, lifeEvents, offeredEvents, stateOn } from "./event-rules.ts"

describe("what can happen to an organisation", () => {
  it("depends on its state: one that is suspended resumes, one that operates is suspended", () => {
    expect(offeredEvents("cooperative", "operating")).toContain("suspended")
    expect(offeredEvents("cooperative", "operating")).not.toContain("resumed")
    expect(offeredEvents("cooperative", "suspended")).toContain("resumed")
    expect(offeredEvents("cooperative", "suspended")).not.toContain("suspended")
  })

  it("is nothing once it is no more", () => {
    expect(offeredEvents("cooperative", "ended")).toEqual([])
  })

  it("leaves a cooperative group, which is no legal person, out of bankruptcy and mergers", () => {
    const forGroups = offeredEvents("cooperative_group", "operating")
    expect(forGroups).not.toContain("bankrupt")
    expect(forGroups).not.toContain("merged")
    expect(forGroups).toContain("dissolved")
    expect(lifeEvents.filter((event) => fits(event, "cooperative", "operating"))).toContain("merged")
  })
})

describe("the state on a day", () => {
  const states = [
    { valid_from: "2020-01-01", valid_to: "2020-12-31", status: "operating" },
    { valid_from: "2021-01-01", valid_to: "infinity", status: "suspended" },
  ].map((state) => ({ name: "", place_id: 1, sector: "trade", business_line: null, ...state }))

  it("is the one that holds then, and none before the founding", () => {
    expect(stateOn(states, "2019-12-31")).toBeUndefined()
    expect(stateOn(states, "2020-12-31")?.status).toBe("operating")
    expect(stateOn(states, "2030-01-01")?.status).toBe("suspended")
  })
})
