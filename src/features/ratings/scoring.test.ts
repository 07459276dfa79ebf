import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { checkScheme } from "./check-scheme.ts"
import { itemsOf, mostPoints } from "./definition.ts"
import { figuresOf, type ReportedYear } from "./figures.ts"
import { findScheme, type KeptScheme, schemeOfYear } from "./schemes.ts"
import { type Answers, classOf, figuresUsed, scoreSheet } from "./scoring.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let scheme: KeptScheme
beforeAll(async () => {
  database = await freshDatabase()
  scheme = (await findScheme(database.db, (await schemeOfYear(database.db, 2024))!.id))!
})
afterAll(() => database.close())

const nothing: ReportedYear = {
  capital: null,
  undivided_assets: null,
  revenue: null,
  revenue_from_members: null,
  profit_before_tax: null,
  development_fund: null,
  reserve_fund: null,
  other_funds: null,
  managers: null,
  managers_with_primary_training: null,
  managers_with_intermediate_training: null,
  managers_with_college_or_higher: null,
  members: null,
  members_joined: null,
  wages: null,
  workers: null,
}

describe("Circular 01/2020 as it is shipped", () => {
  it("has 15 criteria in groups of 30, 30 and 40, the points of 1 to 9, and says what is not known", () => {
    const { groups } = scheme.definition
    expect(groups.map(({ most, criteria }) => [most, criteria.map((each) => each.most)])).toEqual([
      [30, [7, 6, 11, 6]],
      [30, [8, 6, 6, 6, 4]],
      [40, [null, null, null, null, null, null]],
    ])
    const { faults, gaps } = checkScheme(scheme)
    expect(faults).toEqual([])
    expect(gaps[0]).toEqual({
      kind: "criteria_not_split",
      group: "III",
      criteria: ["10", "11", "12", "13", "14", "15"],
      left: 40,
    })
    expect(gaps[1]).toMatchObject({ kind: "scale_not_entered" })
    expect(itemsOf(scheme.definition).flatMap(({ scale, choices }) => [...scale, ...choices])).toEqual([])
  })

  it("takes points by hand up to the maximum, and of an unknown split up to the group’s", () => {
    const most = mostPoints(scheme.definition)
    expect([most.get("1a"), most.get("5"), most.get("10"), most.get("15")]).toEqual([6, 8, 40, 40])
    const score = scoreSheet(scheme, { "1a": { points: 7 }, "10": { points: 25 }, "11": { points: 20 } }, {})
    expect(score.items.get("1a")).toMatchObject({ points: 7, isAbove: true })
    expect(score.above).toEqual([{ code: "III", sum: 45, most: 40 }])
  })

  it("answers by the reports whether capital and undivided assets grew, and asks where they do not say", () => {
    const grown = figuresOf(
      { ...nothing, capital: 2_000, undivided_assets: 500 },
      { ...nothing, capital: 1_000, undivided_assets: 500 },
    )
    const score = scoreSheet(scheme, { "2b": { yes: true } }, grown)
    expect(score.items.get("1b")).toMatchObject({ points: 1, source: "report" })
    // Just as much is no growth, whatever is said.
    expect(score.items.get("2b")).toMatchObject({ points: 0, source: "report" })
    const first = scoreSheet(
      scheme,
      { "2b": { yes: true } },
      figuresOf({ ...nothing, capital: 2_000 }, undefined),
    )
    expect(first.items.get("1b")!.points).toBeNull()
    expect(first.items.get("2b")).toMatchObject({ points: 1, source: "answer" })
  })

  it("adds hundredths without losing one", () => {
    const answers: Answers = { "1a": { points: 0.1 }, "2a": { points: 0.2 }, "5": { points: 0.01 } }
    expect(scoreSheet(scheme, answers, {}).points).toBe(0.31)
  })
})

describe("a class", () => {
  it("holds from its lowest points up to the next, to the decimal", () => {
    const of = (points: number) => classOf(points, scheme.classes)
    expect([100, 80, 79.99, 79.9, 65, 64.99, 50, 49.99, 0].map(of)).toEqual([
      "good",
      "good",
      "fair",
      "fair",
      "fair",
      "average",
      "average",
      "weak",
      "weak",
    ])
  })
})

describe("figures", () => {
  it("are worked out from two years, and unknown where a part is", () => {
    const figures = figuresOf(
      {
        ...nothing,
        capital: 3_000,
        revenue: 200,
        revenue_from_members: 50,
        profit_before_tax: -5,
        development_fund: 1,
        managers: 4,
        managers_with_college_or_higher: 1,
        managers_with_primary_training: 1,
        managers_with_intermediate_training: 1,
        members: 0,
      },
      { ...nothing, capital: 1_000 },
    )
    expect(figures).toMatchObject({
      capital_average: 2_000,
      capital_growth: 2_000,
      revenue_from_members_share: 25,
      managers_with_college_share: 25,
      managers_with_training_share: 50,
    })
    // A loss has no share, no members no average, and a first year no growth.
    for (const unknown of ["development_fund_share", "profit_per_member", "revenue_growth"])
      expect(figures).not.toHaveProperty(unknown)
    expect(figuresOf(undefined, nothing)).toEqual({})
  })
  it("that a scheme does not ask for are not kept with its sheets", () => {
    expect(figuresUsed(scheme, { revenue: 1, worker_income: 2 })).toEqual({ revenue: 1 })
  })
})
