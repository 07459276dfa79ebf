import { describe, expect, it } from "vitest"
import { toCsv } from "./list-file.ts"

describe("a table as a file", () => {
  it("never holds a cell that a spreadsheet would run", () => {
    const cells = ["=1+1", "+84", "-2", "@SUM(A1)", "\tx", "\r=1"]
    for (const cell of cells) expect(toCsv([[cell]])).toMatch(/^"?'/)
  })
  it("leaves numbers below zero as they are", () => {
    expect(toCsv([[-5, 1.5]])).toBe("-5,1.5\r\n")
  })
  it("quotes commas, quotes and line breaks", () => {
    expect(toCsv([['HTX "A", B', "x\ny", null]])).toBe('"HTX ""A"", B","x\ny",\r\n')
  })
})
