import { describe, expect, it } from "vitest"
import {
  changedDays,
  changedYears,
  faultOf,
  gapsIn,
  type KeptWindow,
  withCorrected,
  withNew,
} from "./calendar.ts"
import { readDayOfYear } from "./window-form.ts"

function window(first_year: number, last_year: number | null, rest: Partial<KeptWindow> = {}): KeptWindow {
  return {
    first_year,
    last_year,
    due_month: 12,
    due_day: 15,
    due_year_offset: 0,
    data_end_month: 12,
    data_end_day: 14,
    legal_basis: "Thông tư",
    is_checked: false,
    ...rest,
  }
}

const law = [
  window(2017, 2018, {
    due_month: 1,
    due_year_offset: 1,
    data_end_month: null,
    data_end_day: null,
  }),
  window(2019, 2023),
  window(2024, null),
]
const years = (windows: readonly KeptWindow[]) => windows.map((each) => [each.first_year, each.last_year])
const closed = { leavesGap: false }

describe("a calendar of reporting windows", () => {
  it("ends what holds without end in the year before a new window", () => {
    const after = withNew(law, window(2027, null))
    expect(years(after)).toEqual([
      [2017, 2018],
      [2019, 2023],
      [2024, 2026],
      [2027, null],
    ])
    expect(faultOf(after, law, closed)).toBeUndefined()
  })

  it("has no year with two due days", () => {
    expect(faultOf(withNew(law, window(2022, null)), law, closed)).toEqual({
      kind: "overlap",
      from: 2022,
      to: 2023,
    })
    expect(faultOf(withNew(law, window(2024, 2024)), law, closed)).toMatchObject({ kind: "overlap" })
    expect(faultOf(withNew(law, window(2010, null)), law, closed)).toMatchObject({
      kind: "overlap",
      from: 2017,
    })
  })

  it("leaves no year out, unless the law does; what it left out before stays so", () => {
    const ended = [...law.slice(0, 2), window(2024, 2025)]
    const after = withNew(ended, window(2028, null))
    expect(faultOf(after, ended, closed)).toEqual({ kind: "gap", from: 2026, to: 2027 })
    expect(faultOf(after, ended, { leavesGap: true })).toBeUndefined()
    const later = withCorrected(after, after[3]!, window(2028, null, { due_day: 20 }), closed)
    expect(faultOf(later, after, closed)).toBeUndefined()
    expect(gapsIn(later)).toEqual([{ from: 2026, to: 2027 }])
  })

  it("lets the windows beside a corrected one follow its years", () => {
    const shorter = withCorrected(law, law[1]!, window(2020, 2022), closed)
    expect(years(shorter)).toEqual([
      [2017, 2019],
      [2020, 2022],
      [2023, null],
    ])
    const apart = withCorrected(law, law[1]!, window(2020, 2023), { leavesGap: true })
    expect(years(apart)).toEqual([
      [2017, 2018],
      [2020, 2023],
      [2024, null],
    ])
    expect(faultOf(apart, law, closed)).toEqual({ kind: "gap", from: 2019, to: 2019 })
  })

  it("does not let a corrected window take every year of another", () => {
    const swallowed = withCorrected(law, law[1]!, window(2017, 2023), closed)
    expect(faultOf(swallowed, law, closed)).toMatchObject({ kind: "overlap" })
    expect(faultOf(withCorrected(law, law[1]!, window(2019, null), closed), law, closed)).toMatchObject({
      kind: "overlap",
      from: 2024,
    })
  })
})

describe("what follows from a change of the windows", () => {
  it("is every year whose days are others, and the days on which figures are of another year", () => {
    const after = withNew(law, window(2026, null, { due_month: 1, due_day: 31, due_year_offset: 1 }))
    expect(changedYears(law, after, 2027).map(({ year, after }) => [year, after?.due_on])).toEqual([
      [2026, "2027-01-31"],
      [2027, "2028-01-31"],
    ])
    expect(changedDays(law, after, 2027)).toEqual([
      { from: "2026-12-15", to: "2027-01-30", before: 2026, after: 2025 },
      { from: "2027-12-15", to: "2028-01-30", before: 2027, after: 2026 },
    ])
  })

  it("is nothing on the days that are the same", () => {
    const after = withCorrected(law, law[2]!, window(2024, null, { is_checked: true }), closed)
    expect([changedYears(law, after, 2027), changedDays(law, after, 2027)]).toEqual([[], []])
  })

  it("is that no report counts on the days before the first that is left", () => {
    expect(changedDays(law, law.slice(1), 2020)[0]).toEqual({
      from: "2018-01-15",
      to: "2019-01-14",
      before: 2017,
      after: null,
    })
  })
})

describe("a day of the year", () => {
  it("is one that the calendar has", () => {
    expect(readDayOfYear(" 15/12 ")).toEqual({ day: 15, month: 12 })
    expect(readDayOfYear("29-2")).toEqual({ day: 29, month: 2 })
    for (const none of ["30/2", "31/4", "0/1", "15/13", "15", "15/12/2026", ""])
      expect(readDayOfYear(none), none).toBeUndefined()
  })
})
