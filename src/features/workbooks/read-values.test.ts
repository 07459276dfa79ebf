import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays } from "../places/days.ts"
import { readChoice, readCode, readDayCell, readNumberCell, readWhole, separatorsOf } from "./read-values.ts"
import type { Cell } from "./read-workbook.ts"

const cell = (value: string | number, isDay = false): Cell => ({ value, isDay })

describe("a day", () => {
  it.each([
    ["05/03/2021", "2021-03-05"],
    ["5-3-2021", "2021-03-05"],
    ["5.3.21", "2021-03-05"],
    ["2021-03-05", "2021-03-05"],
    ["2021-03-05T00:00:00", "2021-03-05"],
    ["Ngày 5 tháng 3 năm 2021", "2021-03-05"],
    ["1/7/98", "1998-07-01"],
    ["29/02/2024", "2024-02-29"],
  ])("written %s is %s", (text, day) => {
    expect(readDayCell(cell(text), false)).toEqual({ ok: true, value: day })
  })

  it("is the same in both date systems", () => {
    expect(readDayCell(cell(44260, true), false)).toEqual({ ok: true, value: "2021-03-05" })
    expect(readDayCell(cell(44260 - 1462, true), true)).toEqual({ ok: true, value: "2021-03-05" })
    expect(readDayCell(cell(44260), false)).toEqual({ ok: true, value: "2021-03-05" })
  })

  it.each([
    ["2019", "year_only"],
    [2019, "year_only"],
    ["năm 2019", "year_only"],
    ["31/02/2021", "impossible_day"],
    ["13/13/2021", "impossible_day"],
    ["29/02/2023", "impossible_day"],
    ["tháng 5", "not_a_day"],
    ["chưa rõ", "not_a_day"],
  ])("is not to be read from %s", (value, fault) => {
    expect(readDayCell(cell(value), false)).toEqual({ ok: false, fault })
  })

  it("comes through every way of writing it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70_000 }), (days) => {
        const day = addDays("1905-01-01", days)
        const [year, month, date] = day.split("-")
        for (const text of [`${date}/${month}/${year}`, `${Number(date)}.${Number(month)}.${year}`, day]) {
          expect(readDayCell(cell(text), false)).toEqual({ ok: true, value: day })
        }
      }),
    )
  })
})

describe("a number", () => {
  it.each([
    [1500000000, 1_500_000_000],
    ["1.500.000.000", 1_500_000_000],
    ["1,500,000,000", 1_500_000_000],
    ["1 500 000 000 đồng", 1_500_000_000],
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["0,125", 0.125],
    ["500 triệu", 500_000_000],
    ["1,2 tỷ", 1_200_000_000],
    ["(1.250.000)", -1_250_000],
    ["-3,5", -3.5],
    ["1.250", 1250],
  ])("written %s is %d", (value, number) => {
    expect(readNumberCell(cell(value), undefined)).toEqual({ ok: true, value: number })
  })

  it("that can be read in two ways is read as its column shows", () => {
    const vietnamese = separatorsOf([cell("1.234,5"), cell("1.250")])
    expect(readNumberCell(cell("1.250"), vietnamese)).toEqual({ ok: true, value: 1250 })
    const english = separatorsOf([cell("1,234.5"), cell("1.250")])
    expect(readNumberCell(cell("1.250"), english)).toEqual({ ok: true, value: 1.25 })
    expect(readNumberCell(cell("1,250 tỷ"), undefined)).toEqual({ ok: false, fault: "ambiguous_number" })
  })

  it.each(["khoảng 5", "1.2.3", "12..5", "(500", "", "5-6"])("is not to be read from “%s”", (text) => {
    expect(readNumberCell(cell(text), undefined)).toMatchObject({ ok: false })
  })

  it("of members is whole and never negative", () => {
    expect(readWhole(cell("12,5"), undefined)).toEqual({ ok: false, fault: "not_whole" })
    expect(readWhole(cell(-1), undefined)).toEqual({ ok: false, fault: "negative" })
  })
})

describe("codes and choices", () => {
  it("keep the digits that a number would lose the shape of", () => {
    expect(readCode(cell(1700000001))).toEqual({ ok: true, value: "1700000001" })
    expect(readCode(cell("'0101234567"))).toEqual({ ok: true, value: "0101234567" })
  })

  it("forgive case, marks and dashes, and never guess", () => {
    const choices = [{ value: "suspended", names: ["Tạm ngừng kinh doanh", "tạm ngưng"] }]
    expect(readChoice(cell("TẠM NGƯNG"), choices)).toEqual({ ok: true, value: "suspended" })
    expect(readChoice(cell("tam ngung  kinh-doanh"), choices)).toEqual({ ok: true, value: "suspended" })
    expect(readChoice(cell("tạm"), choices)).toEqual({ ok: false, fault: "no_such_choice" })
  })
})
