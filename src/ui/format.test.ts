import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { formatNumber, readDay, readNumber } from "./format.ts"

describe("a figure as people write it", () => {
  it("is read back as it is shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const value = Number(`${whole}.${String(cents).padStart(2, "0")}`)
        expect(readNumber(formatNumber(value, "vi", 2))).toBe(value)
      }),
    )
  })

  it.each([
    ["12,5", 12.5],
    ["1.250", 1250],
    ["1.250.000,75", 1250000.75],
    [" 1250 ", 1250],
    ["-3", -3],
    ["−3", -3],
    ["0", 0],
  ])("%s is read", (text, value) => expect(readNumber(text)).toBe(value))

  it.each(["", "12.5", "1,250.5", "1 250", "1.25.000", "mười", "1e3", "NaN", "--3", ","])(
    "%s is not",
    (text) => expect(readNumber(text)).toBeUndefined(),
  )
})

describe("a day as people write it", () => {
  it.each([
    ["15/10/2020", "2020-10-15"],
    ["5-1-2020", "2020-01-05"],
    [" 1.2.2024 ", "2024-02-01"],
    ["29/2/2024", "2024-02-29"],
    ["2020-10-15", "2020-10-15"],
  ])("%s is read", (text, day) => expect(readDay(text)).toBe(day))

  it.each(["", "29/2/2023", "31/4/2024", "15/13/2020", "15/10/20", "2020/10/15", "hôm nay", "1/1/0000"])(
    "%s is not",
    (text) => expect(readDay(text)).toBeUndefined(),
  )
})
