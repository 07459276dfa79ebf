import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Reading, type StandingTarget, standing } from "./standing.ts"

const period = { startsOn: "2021-01-01", endsOn: "2025-12-31" }
const founded: StandingTarget = { bound: "exact", aim: 105, aim_max: null, better: "more", kind: "flow" }
const profitable: StandingTarget = {
  bound: "at_least",
  aim: 90,
  aim_max: null,
  better: "more",
  kind: "level",
}
const average: StandingTarget = { bound: "exact", aim: 40, aim_max: null, better: "closer", kind: "level" }
const weak: StandingTarget = {
  bound: "as_few_as_possible",
  aim: null,
  aim_max: null,
  better: "less",
  kind: "level",
}
const atMost: StandingTarget = { bound: "at_most", aim: 5, aim_max: null, better: "less", kind: "level" }

function judge(target: StandingTarget, reading: Partial<Reading>) {
  return standing(target, { ...period, baseline: null, value: null, day: "2023-07-02", ...reading })
}

describe("a flow to be reached", () => {
  it("has nothing expected on the day before the period", () => {
    expect(judge(founded, { day: "2020-12-31", value: 0 })).toMatchObject({
      standing: "on_course",
      expected: 0,
      progress: 0,
    })
  })

  it("has one day's part expected on the first day", () => {
    const first = judge(founded, { day: "2021-01-01", value: 0 })
    expect(first.expected).toBeCloseTo(105 / 1826, 6)
    expect(first.standing).toBe("off_course")
    expect(judge(founded, { day: "2021-01-01", value: 1 }).standing).toBe("on_course")
  })

  it("is judged along a straight line: on course from all of it, at risk from 80 %, off course below", () => {
    // 913 of 1826 days: half of the way
    const day = "2023-07-02"
    expect(judge(founded, { day, value: 53 })).toMatchObject({ standing: "on_course", expected: 52.5 })
    expect(judge(founded, { day, value: 52 }).standing).toBe("at_risk")
    expect(judge(founded, { day, value: 42 }).standing).toBe("at_risk")
    expect(judge(founded, { day, value: 41 })).toMatchObject({
      standing: "off_course",
      rule: "straight_line",
    })
  })

  it("counts the leap day as a day", () => {
    const year = { startsOn: "2024-01-01", endsOn: "2024-12-31", value: 60 }
    const verdict = judge({ ...founded, aim: 366 }, { ...year, day: "2024-02-29" })
    expect(verdict.standing).toBe("on_course")
    expect(verdict.expected).toBeCloseTo(60, 9)
  })

  it("has all of it expected on the last day, and is not over before the day after", () => {
    expect(judge(founded, { day: "2025-12-31", value: 104 })).toMatchObject({
      standing: "at_risk",
      expected: 105,
      ended: false,
    })
    expect(judge(founded, { day: "2026-01-01", value: 104 })).toMatchObject({
      standing: "off_course",
      rule: "period_ended",
      ended: true,
      neededPerMonth: null,
    })
    expect(judge(founded, { day: "2026-01-01", value: 105 })).toMatchObject({
      standing: "reached",
      ended: true,
    })
  })

  it("says what is needed from now on", () => {
    const { neededPerYear, neededPerMonth } = judge(founded, { day: "2024-12-31", value: 93 })
    expect(neededPerYear).toBeCloseTo(12, 1)
    expect(neededPerMonth).toBeCloseTo(1, 2)
  })

  it("needs no pace once it is reached", () => {
    expect(judge(founded, { value: 110 })).toMatchObject({
      standing: "reached",
      progress: 1,
      neededPerYear: null,
    })
  })

  it("is reached from the beginning where the aim is nought", () => {
    expect(judge({ ...founded, aim: 0 }, { value: 0 }).standing).toBe("reached")
  })
})

describe("a level to be reached", () => {
  it("sets out from where it stood on the day before the period", () => {
    expect(judge(profitable, { baseline: 80, value: 85 })).toMatchObject({
      standing: "on_course",
      expected: 85,
      progress: 0.5,
    })
    expect(judge(profitable, { baseline: 80, value: 84 }).standing).toBe("at_risk")
    expect(judge(profitable, { baseline: 80, value: 79 })).toMatchObject({
      standing: "off_course",
      progress: 0,
    })
  })

  it("has to be kept when the aim was met before the period", () => {
    expect(judge(profitable, { baseline: 95, value: 92 }).standing).toBe("reached")
    expect(judge(profitable, { baseline: 95, value: 89 })).toMatchObject({
      standing: "at_risk",
      rule: "must_be_kept",
      expected: 95,
    })
    expect(judge(profitable, { baseline: 95, value: 60 }).standing).toBe("off_course")
  })

  it("is set against the aim itself when nothing is known from before", () => {
    expect(judge(profitable, { value: 91 }).standing).toBe("reached")
    expect(judge(profitable, { value: 80 })).toMatchObject({
      standing: "at_risk",
      rule: "no_baseline",
      expected: null,
    })
    expect(judge(profitable, { value: 70 }).standing).toBe("off_course")
  })

  it("is not measured without a figure, though what was expected is said", () => {
    expect(judge(profitable, { baseline: 80 })).toMatchObject({
      standing: "not_measured",
      expected: 85,
      progress: null,
    })
  })
})

describe("a level not to be exceeded", () => {
  it("is judged the other way round", () => {
    expect(judge(atMost, { baseline: 15, value: 5 }).standing).toBe("reached")
    expect(judge(atMost, { baseline: 15, value: 10 })).toMatchObject({ standing: "on_course", expected: 10 })
    expect(judge(atMost, { baseline: 15, value: 11 }).standing).toBe("at_risk")
    expect(judge(atMost, { baseline: 15, value: 12 }).standing).toBe("off_course")
    expect(judge(atMost, { baseline: 15, value: 10 }).neededPerYear).toBeLessThan(0)
  })

  it("may come down to nought", () => {
    const none = { ...atMost, aim: 0 }
    expect(judge(none, { baseline: 10, value: 0 }).standing).toBe("reached")
    expect(judge(none, { baseline: 10, value: 5 }).standing).toBe("on_course")
    expect(judge(none, { baseline: 0, value: 1 }).standing).toBe("off_course")
  })
})

describe("a flow not to be exceeded", () => {
  const cap: StandingTarget = { ...atMost, kind: "flow" }
  it("is on course until the period is over, reached then, and lost at once when exceeded", () => {
    expect(judge(cap, { value: 3 })).toMatchObject({ standing: "on_course", rule: "cap_kept_so_far" })
    expect(judge(cap, { value: 3, day: "2026-01-01" }).standing).toBe("reached")
    expect(judge(cap, { value: 6 })).toMatchObject({ standing: "off_course", rule: "cannot_be_undone" })
  })
})

describe("an exact level that is better closer", () => {
  it("is reached within two points on either side", () => {
    for (const value of [38, 40, 42]) expect(judge(average, { baseline: 60, value }).standing).toBe("reached")
    expect(judge(average, { baseline: 60, value: 42.5 }).standing).toBe("on_course")
    expect(judge(average, { baseline: 60, value: 37.9 }).standing).toBe("on_course")
    expect(judge(average, { baseline: 60, value: 55 }).standing).toBe("off_course")
  })

  it("can be overshot", () => {
    expect(judge(average, { baseline: 50, value: 31 }).standing).toBe("off_course")
  })
})

describe("a range", () => {
  const range: StandingTarget = { bound: "between", aim: 12, aim_max: 17, better: "more", kind: "level" }
  it("is reached inside, and missed on both sides", () => {
    expect(judge(range, { baseline: 2, value: 12 })).toMatchObject({ standing: "reached", rule: "range_met" })
    expect(judge(range, { baseline: 2, value: 17 }).standing).toBe("reached")
    expect(judge(range, { baseline: 2, value: 7 }).standing).toBe("on_course")
    expect(judge(range, { baseline: 27, value: 18 }).standing).toBe("on_course")
  })

  it("without an upper end is a least", () => {
    expect(judge({ ...range, aim: 100, aim_max: null }, { baseline: 0, value: 100 }).standing).toBe("reached")
  })
})

describe("as few as possible", () => {
  it("is set against the day before the period", () => {
    expect(judge(weak, { baseline: 8, value: 5 })).toMatchObject({ standing: "on_course", progress: 0.375 })
    expect(judge(weak, { baseline: 8, value: 8 }).standing).toBe("at_risk")
    expect(judge(weak, { baseline: 8, value: 9 }).standing).toBe("off_course")
    expect(judge(weak, { baseline: 8, value: 0 }).standing).toBe("reached")
  })

  it("is judged for good after the period", () => {
    const day = "2026-01-01"
    expect(judge(weak, { day, baseline: 8, value: 5 })).toMatchObject({ standing: "reached", ended: true })
    expect(judge(weak, { day, baseline: 8, value: 8 }).standing).toBe("off_course")
  })

  it("cannot be judged without a figure from before, save for none at all", () => {
    expect(judge(weak, { value: 5 })).toMatchObject({ standing: "not_measured", rule: "no_baseline" })
    expect(judge(weak, { value: 0 }).standing).toBe("reached")
  })
})

describe("any target", () => {
  const days = fc.date({ min: new Date("2020-06-01"), max: new Date("2026-06-01"), noInvalidDate: true })
  const reading = fc.record({
    baseline: fc.option(fc.integer({ min: 0, max: 200 })),
    value: fc.integer({ min: 0, max: 200 }),
    day: days.map((day) => day.toISOString().slice(0, 10)),
  })
  const target = fc.record({
    bound: fc.constantFrom("exact", "at_least", "at_most", "between", "about"),
    aim: fc.integer({ min: 0, max: 100 }),
    aim_max: fc.option(fc.integer({ min: 100, max: 150 })),
    better: fc.constantFrom("more", "less", "closer"),
    kind: fc.constantFrom("flow", "level"),
  }) as fc.Arbitrary<StandingTarget>
  const rank = { off_course: 0, at_risk: 1, on_course: 2, reached: 3, not_measured: -1 }

  it("has a bar between empty and full, and a pace only while there is a way to go", () => {
    fc.assert(
      fc.property(target, reading, (aTarget, aReading) => {
        const verdict = judge(aTarget, aReading)
        expect(verdict.progress).toBeGreaterThanOrEqual(0)
        expect(verdict.progress).toBeLessThanOrEqual(1)
        expect(verdict.ended).toBe(aReading.day > period.endsOn)
        if (verdict.standing === "reached" || verdict.ended) expect(verdict.neededPerYear).toBeNull()
        for (const number of [verdict.expected ?? 0, verdict.neededPerYear ?? 0])
          expect(Number.isFinite(number)).toBe(true)
      }),
    )
  })

  it("never stands worse for a better figure, and never better for a later day", () => {
    fc.assert(
      fc.property(target, reading, days, (aTarget, aReading, other) => {
        const more: StandingTarget = { ...aTarget, bound: "at_least", better: "more" }
        const now = judge(more, aReading)
        expect(rank[judge(more, { ...aReading, value: aReading.value + 1 }).standing]).toBeGreaterThanOrEqual(
          rank[now.standing],
        )
        const day = other.toISOString().slice(0, 10)
        if (day >= aReading.day)
          expect(rank[judge(more, { ...aReading, day }).standing]).toBeLessThanOrEqual(rank[now.standing])
      }),
    )
  })
})
