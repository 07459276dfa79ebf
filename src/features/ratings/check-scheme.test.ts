import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkScheme } from "./check-scheme.ts"
import type { Criterion, RatingItem, ScaleRow, Scheme } from "./definition.ts"
import { scoreSheet } from "./scoring.ts"

const words = { vi: "chữ", en: "words" }
const item = (code: string, most: number | null, more: Partial<RatingItem> = {}): RatingItem => ({
  code,
  label: words,
  most,
  input: "points",
  awaits_scale: false,
  figures: [],
  scored_by: null,
  scale: [],
  choices: [],
  ...more,
})
const criterion = (code: string, most: number | null, items = [item(code, most)]): Criterion => ({
  code,
  label: words,
  most,
  items,
})
const group = (code: string, most: number, criteria: Criterion[]) => ({ code, label: words, most, criteria })
const classes: Scheme["classes"] = [
  { class: "good", lowest_points: 80 },
  { class: "fair", lowest_points: 65 },
  { class: "average", lowest_points: 50 },
  { class: "weak", lowest_points: 0 },
]
const scheme = (...groups: Scheme["definition"]["groups"]): Scheme => ({ definition: { groups }, classes })
const whole = (criteria: Criterion[]) => scheme(group("I", 100, criteria))
const faultsOf = (checked: Scheme) => checkScheme(checked).faults

describe("a scheme", () => {
  it("has no faults when everything adds up", () => {
    const sound = scheme(
      group("I", 60, [criterion("1", 60, [item("1a", 20), item("1b", 40)])]),
      group("II", 40, [criterion("2", 40)]),
    )
    expect(checkScheme(sound)).toEqual({ faults: [], gaps: [] })
  })

  it("has groups that add up to 100, to the hundredth", () => {
    expect(faultsOf(scheme(group("I", 99.9, [criterion("1", 99.9)])))).toEqual([
      { kind: "groups_sum", sum: 99.9 },
    ])
    const thirds = [33.3, 33.3, 33.4].map((most, index) =>
      group(`G${index}`, most, [criterion(`${index}`, most)]),
    )
    expect(faultsOf(scheme(...thirds))).toEqual([])
    expect(faultsOf(scheme())).toEqual([{ kind: "no_groups", sum: 0 }])
  })

  it("has criteria that add up to their group, and items to their criterion", () => {
    expect(faultsOf(whole([criterion("1", 60), criterion("2", 30)]))).toEqual([
      { kind: "criteria_sum", group: "I", sum: 90, most: 100 },
    ])
    expect(faultsOf(whole([criterion("1", 100, [item("1a", 60), item("1b", 50)])]))).toEqual([
      { kind: "items_sum", criterion: "1", sum: 110, most: 100 },
    ])
    expect(faultsOf(whole([criterion("1", 100, [])]))).toEqual([{ kind: "criterion_empty", criterion: "1" }])
  })

  it("may leave a split open, where something is left for it", () => {
    const open = checkScheme(whole([criterion("1", 60), criterion("2", null), criterion("3", null)]))
    expect(open.faults).toEqual([])
    expect(open.gaps).toEqual([{ kind: "criteria_not_split", group: "I", criteria: ["2", "3"], left: 40 }])
    expect(faultsOf(whole([criterion("1", 100), criterion("2", null)]))).toEqual([
      { kind: "criteria_leave_nothing", group: "I", sum: 100, most: 100 },
    ])
    const inside = checkScheme(whole([criterion("1", 100, [item("1a", 70), item("1b", null)])]))
    expect(inside).toEqual({
      faults: [],
      gaps: [{ kind: "items_not_split", criterion: "1", items: ["1b"], left: 30 }],
    })
  })

  it("names nothing twice, except the one item of a criterion that is not split", () => {
    expect(faultsOf(whole([criterion("1", 50), criterion("1", 50)]))).toContainEqual({
      kind: "code_twice",
      code: "1",
    })
    expect(
      faultsOf(whole([criterion("1", 50, [item("1a", 25), item("1a", 25)]), criterion("2", 50)])),
    ).toEqual([{ kind: "code_twice", code: "1a" }])
  })

  it("has classes that cover 0 to 100, each above the next", () => {
    const with_ = (...lowest: number[]) => ({
      ...whole([criterion("1", 100)]),
      classes: classes.map((bound, index) => ({ ...bound, lowest_points: lowest[index]! })),
    })
    expect(faultsOf(with_(80, 65, 50, 10))).toEqual([{ kind: "class_start", class: "weak", points: 10 }])
    expect(faultsOf(with_(80, 80, 50, 0))).toEqual([{ kind: "class_order", class: "fair", above: "good" }])
    expect(faultsOf(with_(101, 65, 50, 0))).toEqual([{ kind: "class_range", class: "good", points: 101 }])
    const three = { ...whole([criterion("1", 100)]), classes: classes.slice(1) }
    expect(faultsOf(three)).toEqual([{ kind: "class_missing", class: "good" }])
  })
})

describe("a scale", () => {
  const row = (at_least: number | null, below: number | null, points: number): ScaleRow => ({
    at_least,
    below,
    points,
  })
  const scaled = (scale: ScaleRow[], most = 8, more: Partial<RatingItem> = {}) =>
    whole([
      criterion("1", 100 - most),
      criterion("2", most, [item("2", most, { input: "scale", scored_by: "revenue", scale, ...more })]),
    ])

  it("covers every figure once: Circular 09/2017’s revenue against the plan does", () => {
    expect(faultsOf(scaled([row(null, 100, 0), row(100, 120, 4), row(120, null, 8)]))).toEqual([])
  })
  it("says where there is a gap, an overlap or no end", () => {
    expect(faultsOf(scaled([row(null, 100, 0), row(110, null, 8)]))).toEqual([
      { kind: "scale_gap", item: "2", from: 100, to: 110 },
    ])
    expect(faultsOf(scaled([row(null, 100, 0), row(90, null, 8)]))).toEqual([
      { kind: "scale_overlap", item: "2", from: 90, to: 100 },
    ])
    expect(faultsOf(scaled([row(0, 100, 0), row(100, 200, 8)]))).toEqual([
      { kind: "scale_start", item: "2", at: 0 },
      { kind: "scale_end", item: "2", at: 200 },
    ])
    expect(faultsOf(scaled([row(null, 5, 0), row(5, 5, 1), row(5, null, 8)]))).toEqual([
      { kind: "scale_backwards", item: "2", from: 5, to: 5 },
    ])
  })
  it("gives as much as the item may have, and no more", () => {
    expect(faultsOf(scaled([row(null, 1, 0), row(1, null, 9)]))).toEqual([
      { kind: "row_above", item: "2", points: 9, most: 8 },
    ])
    expect(faultsOf(scaled([row(null, 1, 0), row(1, null, 7)]))).toEqual([
      { kind: "row_highest", item: "2", points: 7, most: 8 },
    ])
    expect(faultsOf(scaled([row(null, null, 8)], 8, { scored_by: null }))).toEqual([
      { kind: "no_figure", item: "2" },
    ])
  })
  it("found without faults gives every figure points", () => {
    const edges = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(edges, fc.double({ min: -2000, max: 2000, noNaN: true }), (unsorted, revenue) => {
        const sorted = unsorted.toSorted((one, other) => one - other)
        const scale = [null, ...sorted].map((from, index) =>
          row(from, sorted[index] ?? null, index === 0 ? 8 : 1),
        )
        const sound = scaled(scale)
        expect(faultsOf(sound)).toEqual([])
        expect(scoreSheet(sound, {}, { revenue }).items.get("2")!.points).not.toBeNull()
      }),
    )
  })
})
