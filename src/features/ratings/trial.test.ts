import { describe, expect, it } from "vitest"
import type { RatingItem, Scheme } from "./definition.ts"
import { tryScheme } from "./trial.ts"

const words = { vi: "chữ", en: "words" }
const classes: Scheme["classes"] = [
  { class: "good", lowest_points: 80 },
  { class: "fair", lowest_points: 65 },
  { class: "average", lowest_points: 50 },
  { class: "weak", lowest_points: 0 },
]
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
const scheme = (...items: RatingItem[]): Scheme => ({
  classes,
  definition: {
    groups: [
      {
        code: "I",
        label: words,
        most: 100,
        criteria: items.map((each) => ({ code: each.code, label: words, most: each.most, items: [each] })),
      },
    ],
  },
})
const typed = (points: Record<string, number>) =>
  Object.fromEntries(Object.entries(points).map(([code, each]) => [code, { points: each }]))

describe("another scheme, tried on a sheet", () => {
  const old = scheme(item("1", 60), item("2", 40))
  const sheet = { answers: typed({ "1": 45, "2": 20 }), figures: {} }

  it("takes points over by number, in proportion where their most points are others", () => {
    expect(tryScheme(old, old, sheet)).toEqual({
      lowest: 65,
      highest: 65,
      lowestClass: "fair",
      highestClass: "fair",
      unknown: [],
      converted: [],
    })
    const heavier = tryScheme(old, scheme(item("1", 80), item("2", 20)), sheet)
    expect(heavier).toMatchObject({ lowest: 70, highest: 70, converted: ["1", "2"] })
  })

  it("says between what it lies where something new is asked, instead of guessing", () => {
    const more = tryScheme(old, scheme(item("1", 60), item("2", 20), item("3", 20)), sheet)
    expect(more).toMatchObject({
      lowest: 55,
      highest: 75,
      lowestClass: "average",
      highestClass: "fair",
      unknown: ["3"],
      converted: ["2"],
    })
  })

  it("scores by a scale what was typed, where the figure is known, and only there", () => {
    const scale = [
      { at_least: null, below: 1_000, points: 10 },
      { at_least: 1_000, below: null, points: 60 },
    ]
    const scaled = scheme(item("1", 60, { input: "scale", scored_by: "revenue", scale }), item("2", 40))
    expect(tryScheme(old, scaled, { ...sheet, figures: { revenue: 1_000 } })).toMatchObject({
      lowest: 80,
      highest: 80,
    })
    expect(tryScheme(old, scaled, sheet)).toMatchObject({ lowest: 20, highest: 80, unknown: ["1"] })
  })

  it("takes points of an unknown split as they were typed, up to the most there is now", () => {
    const open = scheme(item("1", 60), item("2", null), item("3", null))
    const split = scheme(item("1", 60), item("2", 10), item("3", 30))
    const answers = typed({ "1": 50, "2": 15, "3": 20 })
    expect(tryScheme(open, split, { answers, figures: {} })).toMatchObject({ lowest: 80, converted: ["2"] })
  })
})
