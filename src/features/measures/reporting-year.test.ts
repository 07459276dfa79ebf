import { describe, expect, it } from "vitest"
import { dueDay, reportingYear } from "./reporting-year.ts"

const windows = [
  { first_year: 2017, last_year: 2018, due_month: 1, due_day: 15, due_year_offset: 1 },
  { first_year: 2019, last_year: 2023, due_month: 12, due_day: 15, due_year_offset: 0 },
  { first_year: 2024, last_year: null, due_month: 12, due_day: 15, due_year_offset: 0 },
]

describe("the latest reporting year on a day", () => {
  it.each([
    ["2018-01-14", null],
    ["2018-01-15", 2017],
    ["2019-01-14", 2017],
    ["2019-01-15", 2018],
    ["2019-12-14", 2018],
    ["2019-12-15", 2019],
    ["2020-01-15", 2019],
    ["2020-02-29", 2019],
    ["2020-12-14", 2019],
    ["2020-12-31", 2020],
    ["2023-12-31", 2023],
    ["2024-12-14", 2023],
    ["2024-12-15", 2024],
    ["2031-06-30", 2030],
  ])("is on %s that of %s", (day, year) => {
    expect(reportingYear(windows, day)).toBe(year)
  })

  it("is none where no window is known", () => {
    expect(reportingYear([], "2024-12-31")).toBeNull()
  })

  it("follows a window due on 29 February to the 28th of other years", () => {
    const window = { first_year: 2020, last_year: null, due_month: 2, due_day: 29, due_year_offset: 1 }
    expect(dueDay(window, 2022)).toBe("2023-02-28")
    expect(dueDay(window, 2023)).toBe("2024-02-29")
    expect(reportingYear([window], "2024-02-28")).toBe(2022)
    expect(reportingYear([window], "2024-02-29")).toBe(2023)
  })
})
