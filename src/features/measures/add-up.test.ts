import { describe, expect, it } from "vitest"
import { addUp } from "./add-up.ts"
import { getMeasure } from "./catalogue.ts"
import type { Figure } from "./figures.ts"

const figure = (numerator: number, denominator = 1, records = 1): Figure => ({
  value: numerator / denominator,
  numerator,
  denominator,
  records,
  year: null,
})

describe("adding up", () => {
  it("adds what happened over periods and places, and what there is over places", () => {
    const flow = getMeasure("cooperatives_founded")
    expect(addUp(flow, [figure(3, 3, 3), figure(4, 4, 4)], "periods")).toMatchObject({ value: 7, records: 7 })
    expect(addUp(getMeasure("cooperatives"), [figure(3), figure(4)], "sectors").value).toBe(7)
    expect(addUp(flow, [], "places").value).toBe(0)
  })

  it("knows nothing of parts of which nothing is known", () => {
    const unknown = { ...figure(0), value: null, records: 0 }
    expect(addUp(getMeasure("members"), [unknown, unknown], "places").value).toBeNull()
    expect(addUp(getMeasure("members"), [unknown, { ...figure(5), year: 2024 }], "places")).toMatchObject({
      value: 5,
      year: 2024,
    })
  })

  it.each([
    ["cooperatives", "periods", "Ask for the last day"],
    ["members", "periods", "Ask for the last day"],
    ["cooperatives_weak_share", "places", "is a share"],
    ["cooperatives_weak_share", "sectors", "is a share"],
    ["average_revenue", "kinds", "is an average"],
    ["average_revenue", "periods", "is an average"],
  ] as const)("refuses to add %s over %s", (code, over, message) => {
    expect(() => addUp(getMeasure(code), [figure(1), figure(2)], over)).toThrow(message)
  })
})
