import { describe, expect, it } from "vitest"
import { type FormField, formDefinition } from "./definition.ts"
import { farFrom, outliersAmong } from "./outliers.ts"

const million = 1_000_000
// Ten of them, from 100 to 800 million: each 26 % above the one before.
const revenues = Array.from({ length: 10 }, (_, step) => 100 * million * 1.26 ** step)
const near = (value: number) => Array.from({ length: 10 }, () => value)

describe("a value far from its peers", () => {
  it("is told by the modified z-score, as its authors define it", () => {
    // Powers of ten, so that the logarithms are 1 to 11: median 6, MAD 3; at 22 the score is 0.6745 × 16 ÷ 3.
    const peers = Array.from({ length: 11 }, (_, step) => 10 ** (step + 1))
    expect(farFrom(1e22, peers)?.score).toBeCloseTo(3.597, 3)
    expect(farFrom(1e22, peers)).toMatchObject({ median: 1e6, peers: 11 })
    // At 21.5 it is 3.485, within the threshold.
    expect(farFrom(10 ** 21.5, peers)).toBeUndefined()
  })

  it("is found on both sides, also when đồng were written as millions", () => {
    expect(farFrom(300, revenues)?.score).toBeLessThan(-3.5)
    expect(farFrom(300_000 * million, revenues)?.score).toBeGreaterThan(3.5)
    for (const revenue of revenues) expect(farFrom(revenue, revenues)).toBeUndefined()
  })

  it("is not told among fewer than ten", () => {
    expect(farFrom(300, revenues.slice(0, 9))).toBeUndefined()
    expect(farFrom(300, [])).toBeUndefined()
    // Those that have none of it are no peers of one that has.
    expect(farFrom(300, [...revenues.slice(0, 9), 0, 0, 0])).toBeUndefined()
  })

  it("is told by the mean deviation where more than half report the same", () => {
    const peers = [...near(5), ...near(5), 4, 6]
    expect(farFrom(60, peers)?.score).toBeGreaterThan(3.5)
    // One more than nearly everybody has is no question, however alike they are.
    expect(farFrom(6, peers)).toBeUndefined()
    expect(farFrom(4, peers)).toBeUndefined()
  })

  it("is not told where all report the very same, which is no spread to measure by", () => {
    expect(farFrom(60, near(5))).toBeUndefined()
  })

  it("says nothing of a zero, which is nothing rather than little", () => {
    expect(farFrom(0, revenues)).toBeUndefined()
    expect(farFrom(50 * million, [...near(0), ...near(0), 40 * million])).toBeUndefined()
  })

  it("takes a loss for a loss: asked when it is large, not for its sign", () => {
    const profits = revenues.map((revenue) => revenue / 10)
    const options = { mayBeNegative: true }
    expect(farFrom(-5 * million, profits, options)).toBeUndefined()
    expect(farFrom(0, profits, options)).toBeUndefined()
    expect(farFrom(-50_000 * million, profits, options)?.score).toBeLessThan(-3.5)
    expect(farFrom(50_000 * million, profits, options)?.score).toBeGreaterThan(3.5)
    expect(farFrom(-50_000 * million, [...profits, -3 * million, 0], options)).toBeDefined()
    expect(farFrom(-1000 * million, near(0), options)).toBeUndefined()
    expect(farFrom(-1000 * million, [...near(0), 1, -1], options)?.score).toBeLessThan(-3.5)
  })
})

describe("the questions of a report", () => {
  const words = { vi: "chữ", en: "words" }
  const field = (code: string, more: Partial<FormField> = {}): FormField => ({
    code,
    section: "all",
    kind: "money",
    label: words,
    source: "VII-2",
    is_from_memory: true,
    is_required: false,
    ...more,
  })
  const definition = formDefinition.parse({
    sections: [{ code: "all", label: words }],
    fields: [
      field("revenue"),
      field("men", { kind: "count" }),
      field("women", { kind: "count" }),
      field("members", { kind: "count", total_of: ["men", "women"] }),
      field("wages"),
      field("products", { kind: "text" }),
    ],
    rules: [],
  })
  const peers = revenues.map((revenue, index) => ({
    revenue,
    wages: index === 0 ? null : revenue / 3,
    men: 10 + index,
    women: 10 + index,
    members: 20 + 2 * index,
    products: "Lúa",
  }))

  it("name the field, the farthest first, and ask of a total rather than of its parts", () => {
    const asked = outliersAmong(
      definition,
      { revenue: 200 * million, men: 9000, women: 12, members: 9012, products: "Tôm" },
      peers,
    )
    expect(asked.map(({ rule }) => rule)).toEqual(["outlier:members"])
    const both = outliersAmong(definition, { revenue: 1, members: 2000 }, peers)
    expect(both.map(({ field }) => field)).toEqual(["revenue", "members"])
  })

  it("leave out what is counted in few", () => {
    const few = revenues.map((_, index) => ({ members: index < 7 ? 1 : 2 }))
    expect(outliersAmong(definition, { members: 10 }, few)).toEqual([])
    expect(outliersAmong(definition, { members: 11 }, few)).toMatchObject([{ field: "members", median: 1 }])
  })

  it("leave out what is empty, and peers that left it empty", () => {
    expect(outliersAmong(definition, { revenue: null }, peers)).toEqual([])
    expect(outliersAmong(definition, { wages: 1 }, peers)).toEqual([])
  })
})
