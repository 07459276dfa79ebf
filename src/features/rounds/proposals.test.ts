import { describe, expect, it } from "vitest"
import { proposeDays, type Window } from "./proposals.ts"

const windows: Window[] = [
  {
    first_year: 2017,
    last_year: 2018,
    due_month: 1,
    due_day: 15,
    due_year_offset: 1,
    data_end_month: null,
    data_end_day: null,
    legal_basis: "107/2017",
  },
  {
    first_year: 2024,
    last_year: null,
    due_month: 12,
    due_day: 15,
    due_year_offset: 0,
    data_end_month: 12,
    data_end_day: 14,
    legal_basis: "09/2024",
  },
]

describe("the days proposed for a round", () => {
  it("are those of Circular 09/2024 for a year", () => {
    expect(proposeDays(windows, 2026, "year")).toEqual({
      data_from: "2025-12-15",
      data_to: "2026-12-14",
      opens_on: "2026-11-15",
      due_on: "2026-12-15",
      closes_on: "2026-12-31",
      legal_basis: "09/2024",
    })
  })
  it("are the first half of the data for half a year, and no due day, since no text names one", () => {
    expect(proposeDays(windows, 2026, "half")).toMatchObject({
      data_from: "2025-12-15",
      data_to: "2026-06-14",
      due_on: null,
      legal_basis: null,
    })
  })
  it("leave the data open where the text in force says nothing of it", () => {
    expect(proposeDays(windows, 2018, "year")).toMatchObject({
      due_on: "2019-01-15",
      data_from: null,
      data_to: null,
    })
  })
  it("are none where no text was in force", () => {
    expect(proposeDays(windows, 2020, "year").due_on).toBeNull()
  })
  it("end in the year before where the report is due before such a day comes", () => {
    const late = [
      { ...windows[1]!, due_year_offset: 1, due_month: 3, due_day: 31, data_end_month: 12, data_end_day: 31 },
    ]
    expect(proposeDays(late, 2027, "year")).toMatchObject({
      data_from: "2027-01-01",
      data_to: "2027-12-31",
      due_on: "2028-03-31",
    })
  })
  it("hold over 29 February", () => {
    const leap = [{ ...windows[1]!, due_month: 3, due_day: 1, data_end_month: 2, data_end_day: 29 }]
    expect(proposeDays(leap, 2024, "year")).toMatchObject({ data_from: "2023-03-01", data_to: "2024-02-29" })
    expect(proposeDays(leap, 2025, "year")).toMatchObject({ data_from: "2024-03-01", data_to: "2025-02-28" })
  })
})
