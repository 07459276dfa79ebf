import { describe, expect, it } from "vitest"
import { type LifeStretch, notRated } from "./not-rated.ts"

const open = "infinity"
const stretch = (status: string, valid_from: string, valid_to: string): LifeStretch => ({
  status,
  valid_from,
  valid_to,
})
const founded = (founded_on: string) =>
  notRated({ founded_on, stretches: [stretch("operating", founded_on, open)] }, 2024)
const stopped = (year: number, ...stretches: LifeStretch[]) =>
  notRated({ founded_on: "2010-05-05", stretches }, year)

describe("under twelve months at the end of the year", () => {
  it("is one founded in the year, but not on its first day: that makes twelve whole months", () => {
    expect(founded("2024-01-02")).toEqual({ reason: "under_twelve_months", founded_on: "2024-01-02" })
    expect(founded("2024-01-01")).toBeUndefined()
    expect(founded("2023-12-31")).toBeUndefined()
    expect(founded("2024-02-29")).toMatchObject({ reason: "under_twelve_months" })
  })
})

describe("stopped for more than three months of the year", () => {
  it("is a stop of one day more than three months, however long the months are", () => {
    expect(stopped(2023, stretch("suspended", "2023-02-01", "2023-04-30"))).toBeUndefined()
    expect(stopped(2023, stretch("suspended", "2023-02-01", "2023-05-01"))).toMatchObject({ days: 90 })
    expect(stopped(2023, stretch("stopped", "2023-07-01", "2023-09-30"))).toBeUndefined()
    expect(stopped(2023, stretch("stopped", "2023-07-01", "2023-10-01"))).toMatchObject({ days: 93 })
  })
  it("counts 29 February", () => {
    expect(stopped(2024, stretch("suspended", "2024-02-01", "2024-04-30"))).toBeUndefined()
    expect(stopped(2024, stretch("suspended", "2024-02-29", "2024-05-28"))).toBeUndefined()
    expect(stopped(2024, stretch("suspended", "2024-02-29", "2024-05-29"))).toMatchObject({ days: 91 })
  })
  it("adds up the stops of the year, and those of other years not", () => {
    const twice = [
      stretch("suspended", "2023-03-01", "2023-04-15"),
      stretch("stopped", "2023-09-01", "2023-10-20"),
    ]
    expect(stopped(2023, ...twice)).toEqual({
      reason: "stopped_over_three_months",
      days: 96,
      stops: [
        { from: "2023-03-01", to: "2023-04-15" },
        { from: "2023-09-01", to: "2023-10-20" },
      ],
    })
    expect(stopped(2023, stretch("suspended", "2022-06-01", "2023-03-31"))).toBeUndefined()
    expect(stopped(2023, stretch("suspended", "2023-10-01", open))).toBeUndefined()
    expect(stopped(2023, stretch("suspended", "2023-09-30", open))).toMatchObject({ days: 93 })
  })
  it("takes for a stop whatever is not in operation, and not that it is no more", () => {
    expect(stopped(2023, stretch("not_at_address", "2023-01-01", open))).toMatchObject({ days: 365 })
    expect(stopped(2023, stretch("ended", "2023-01-01", open))).toBeUndefined()
    expect(stopped(2023, stretch("operating", "2010-05-05", open))).toBeUndefined()
  })
})
