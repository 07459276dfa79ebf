import { describe, expect, it } from "vitest"
import { faultOfCode } from "./code.ts"

describe("the code of an organisation", () => {
  it.each(["0100233488", "0314409058-002", "0100112437"])("%s is in order", (code) => {
    expect(faultOfCode(code)).toBeUndefined()
  })

  it("0100233480 has the wrong check digit", () => {
    expect(faultOfCode("0100233480")).toBe("check_digit")
  })

  it("has no valid check digit when the sum leaves nothing over", () => {
    // 7·1 + 5·3 = 22
    for (let digit = 0; digit < 10; digit++) expect(faultOfCode(`000000130${digit}`)).toBe("check_digit")
  })

  it.each(["", "123", "01002334881", "0100233488-000", "0100233488-1", "0100000007", "01002334a8"])(
    "%s has not the form of a code",
    (code) => {
      expect(faultOfCode(code)).toBe("form")
    },
  )
})
