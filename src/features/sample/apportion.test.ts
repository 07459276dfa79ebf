import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { apportion } from "./apportion.ts"

describe("sharing a published sum out", () => {
  it("loses nothing and adds nothing, whatever the weights", () => {
    const weights = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(weights, fc.nat(1_000_000), fc.nat(5), (weights, extra, minimum) => {
        const total = minimum * weights.length + extra
        const shares = apportion(total, weights, minimum)
        expect(shares.reduce((one, other) => one + other, 0)).toBe(total)
        expect(shares.every((share) => Number.isInteger(share) && share >= minimum)).toBe(true)
      }),
    )
  })

  it("follows the weights, and gives what is left over to those that rounding treated worst", () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(apportion(10, [2.6, 2.6, 4.8])).toEqual([3, 2, 5])
  })

  it("is refused where the sum cannot give everyone the least", () => {
    expect(() => apportion(5, [1, 1, 1], 2)).toThrow("too little")
  })
})
