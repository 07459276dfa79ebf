import { describe, expect, it } from "vitest"
import { coverEveryDay } from "./administrators.ts"

describe("a portal is administered from a day on", () => {
  it("when someone holds the role without end", () => {
    expect(coverEveryDay([period("2020-01-01")], "2026-03-02")).toBe(true)
    expect(coverEveryDay([period("-infinity")], "2026-03-02")).toBe(true)
  })
  it("when one follows the other on the very next day, in whichever order they are listed", () => {
    expect(coverEveryDay([period("2026-07-01"), period("2020-01-01", "2026-06-30")], "2026-03-02")).toBe(true)
  })
  it("not when there is a day between two", () => {
    expect(coverEveryDay([period("2020-01-01", "2026-06-29"), period("2026-07-01")], "2026-03-02")).toBe(
      false,
    )
  })
  it("not when the last one ends some day", () => {
    expect(coverEveryDay([period("2020-01-01", "2030-12-31")], "2026-03-02")).toBe(false)
  })
  it("not by roles that are over, or by nobody", () => {
    expect(coverEveryDay([period("2020-01-01", "2026-03-01")], "2026-03-02")).toBe(false)
    expect(coverEveryDay([], "2026-03-02")).toBe(false)
  })
  it("not by one who begins only later", () => {
    expect(coverEveryDay([period("2026-03-03")], "2026-03-02")).toBe(false)
  })
})

function period(valid_from: string, valid_to = "infinity") {
  return { valid_from, valid_to }
}
