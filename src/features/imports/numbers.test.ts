import { describe, expect, it } from "vitest"
import { readNumber } from "./numbers.ts"

describe("numbers as plans write them", () => {
  it.each([
    ["01", 1],
    ["1.900", 1900],
    ["1 900", 1900],
    ["1\u00a0900", 1900],
    ["134.000", 134000],
    ["1,4 triệu", 1_400_000],
    ["3.120 triệu", 3_120_000_000],
    ["1.200 tỷ", 1_200_000_000_000],
    ["2 nghìn tỷ", 2_000_000_000_000],
    ["38 ngàn", 38_000],
    ["6,0", 6],
    ["6.5", 6.5],
    ["hai", 2],
    ["mười lăm", 15],
    ["hai mươi mốt", 21],
    ["Một trăm linh năm", 105],
    ["ba trăm năm mươi", 350],
    ["một nghìn hai trăm", 1200],
    ["hai mươi lăm triệu", 25_000_000],
    ["nhiều", null],
    ["148/KH-UBND", null],
    ["", null],
  ])("%s", (written, expected) => {
    expect(readNumber(written)).toBe(expected)
  })
})
