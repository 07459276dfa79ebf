import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { loadPlaces } from "../places/load-places.ts"
import { getMeasure, listMeasures } from "./catalogue.ts"
import { breakdownsOf, countMany, countManyBy, type FigureRequest } from "./figures.ts"
import { listRecords } from "./record-list.ts"
import type { Scope } from "./scope.ts"
import { placesOn, type TestOrganisation, writeRegister } from "./test-register.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
})
afterAll(() => database.close())

const days = fc
  .date({ min: new Date("2018-01-01"), max: new Date("2025-06-30"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

const report = fc.record({
  accepted_on: fc.constantFrom("-12-10", "-12-20", "-12-31"),
  members: fc.option(fc.nat(100)),
  members_joined: fc.option(fc.nat(20)),
  members_left: fc.nat(20),
  workers: fc.integer({ min: 5, max: 20 }),
  workers_joined: fc.option(fc.nat(5)),
  workers_who_are_members: fc.option(fc.nat(5)),
  managers: fc.option(fc.nat(8)),
  managers_with_primary_training: fc.option(fc.nat(3)),
  managers_with_intermediate_training: fc.option(fc.nat(3)),
  managers_with_college_or_higher: fc.option(fc.nat(2)),
  wages: fc.option(fc.nat(1000)),
  revenue: fc.integer({ min: 500, max: 1000 }),
  revenue_from_members: fc.option(fc.nat(500)),
  profit_before_tax: fc.integer({ min: -50, max: 100 }),
  large_field_area: fc.constantFrom(0, 10),
  high_technology: fc.boolean(),
  value_chain: fc.boolean(),
})

const support = fc.record({
  on: days,
  kind: fc.constantFrom("training", "infrastructure", "insurance"),
  people: fc.option(fc.nat(40)),
  disbursed: fc.option(fc.nat(1000)),
  source: fc.option(fc.constantFrom("central", "province", "commune", "own")),
})

const organisation = fc
  .record({
    name: fc.constantFrom("Bình Minh", "Ánh Sáng", "Đồng Tâm"),
    kind: fc.constantFrom("cooperative", "cooperative_union", "cooperative_group", "credit_fund"),
    sector: fc.constantFrom("agriculture", "trade", "credit"),
    // a township and a commune of Giồng Riềng, a ward of Rạch Giá, and two of old An Giang, one of them divided
    place: fc.constantFrom("30904", "30907", "30736", "30334", "30292"),
    founded: days,
    beginning: fc.constantFrom("founded", "founded", "created_by_division"),
    turns: fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom(
          "suspended",
          "resumed",
          "moved",
          "registered",
          "dissolved",
          "merged",
          "converted",
        ),
        on: days,
        place: fc.constantFrom("30904", "30907"),
      }),
      { selector: (turn) => turn.on, maxLength: 3 },
    ),
    supports: fc.array(support, { maxLength: 2 }),
    union: fc.boolean(),
    reports: fc.dictionary(fc.constantFrom("2022", "2023", "2024"), report),
    ratings: fc.dictionary(
      fc.constantFrom("2023", "2024"),
      fc.record({ class: fc.constantFrom("good", "fair", "average", "weak") }),
    ),
  })
  .map(({ turns, reports, union, ...rest }) => {
    const later = turns
      .filter((turn) => turn.on > rest.founded)
      .sort((one, other) => (one.on < other.on ? -1 : 1))
    const end = later.findIndex(({ kind }) => ["dissolved", "merged", "converted"].includes(kind))
    return {
      ...rest,
      ...(union && { union: 0 }),
      events: (end < 0 ? later : later.slice(0, end + 1)).map(({ kind, on, place }) =>
        kind === "moved" ? { kind, on, place } : { kind, on },
      ),
      reports: Object.fromEntries(
        Object.entries(reports).map(([year, { accepted_on, ...facts }]) => [
          year,
          { ...facts, accepted_on: `${year}${accepted_on}` },
        ]),
      ),
    } as TestOrganisation
  })

/** The first is the union that others may be in. */
const registers = fc
  .array(organisation, { minLength: 1, maxLength: 12 })
  .map(([first, ...others]): TestOrganisation[] => [
    { ...first!, kind: "cooperative_union", union: undefined },
    ...others,
  ])

/** With credit funds, without, as each measure has them; and every denominator that a measure allows. */
const variants = [{}, { withoutCreditFunds: true }, { withCreditFunds: true }].flatMap((funds) =>
  [0, 1, 2].map((denominator) => ({ funds, denominator })),
)
const breakdowns = ["province", "district", "commune", "sector", "kind"] as const

describe("any register", () => {
  it("has figures that are the sum of their parts, of their records, and of the places below", async () => {
    const { db } = database
    const place = await placesOn(db)
    const scopes = [
      { placeId: place("91", "2025-12-31"), to: "2025-12-31" },
      { placeId: place("91", "2025-12-31"), to: "2024-12-20" },
      { placeId: place("906", "2024-12-31"), to: "2024-12-31" },
    ].map((scope) => ({ ...scope, from: "2020-02-29" }))

    let run = 0
    await fc.assert(
      fc.asyncProperty(registers, async (register) => {
        await db.deleteFrom("organisations").execute()
        await writeRegister(db, register)
        const { funds, denominator } = variants[run++ % variants.length]!
        for (const scope of scopes) {
          await expectParts({ ...scope, ...funds }, denominator)
          await expectRecords({ ...scope, ...funds }, denominator)
        }
      }),
      { numRuns: variants.length },
    )
  }, 240_000)

  it("has as many cooperatives as before, and those that came, less those that went", async () => {
    const { db } = database
    const placeId = (await placesOn(db))("VN", "2025-12-31")
    const before = { placeId, from: "2010-01-01", to: "2020-02-28" }
    const period = { placeId, from: "2020-02-29", to: "2025-12-31" }
    await fc.assert(
      fc.asyncProperty(registers, async (register) => {
        await db.deleteFrom("organisations").execute()
        await writeRegister(db, register)
        const [old, now, founded, created, ended, converted, reorganised, good, average, weak, none, funds] =
          await countMany(db, [
            { measure: "cooperatives", scope: before },
            ...(
              [
                "cooperatives",
                "cooperatives_founded",
                "cooperatives_created_by_reorganisation",
                "cooperatives_ended",
                "cooperatives_converted",
                "cooperatives_ended_by_reorganisation",
                "cooperatives_good_or_fair",
                "cooperatives_average",
                "cooperatives_weak",
                "cooperatives_not_rated",
                "credit_funds",
              ] as const
            ).map((measure) => ({ measure, scope: period })),
          ]).then((figures) => figures.map(({ numerator }) => numerator))
        expect(now).toBe(old! + founded! + created! - ended! - converted! - reorganised!)
        expect(now! - funds!).toBe(good! + average! + weak! + none!)
      }),
      { numRuns: 10 },
    )
  }, 120_000)
})

function requestsFor(scope: Scope, denominator: number): FigureRequest[] {
  return listMeasures().map(({ code, denominators }) => ({
    measure: code,
    scope: { ...scope, denominator: denominators[denominator % (denominators.length || 1)] ?? null },
  }))
}

async function expectParts(scope: Scope, denominator: number) {
  const { db } = database
  const requests = requestsFor(scope, denominator)
  const figures = await countMany(db, requests)
  for (const by of breakdowns) {
    const asked = requests.filter(({ measure }) => breakdownsOf(getMeasure(measure)).includes(by))
    const parts = await countManyBy(db, asked, by)
    for (const [index, request] of asked.entries()) {
      const rows = parts[index]!
      if (rows.length === 0) continue
      expect([request, by, add(rows)]).toEqual([request, by, add([figures[requests.indexOf(request)]!])])
    }
  }
}

async function expectRecords(scope: Scope, denominator: number) {
  const { db } = database
  const requests = requestsFor(scope, denominator)
  const figures = await countMany(db, requests)
  for (const [index, request] of requests.entries()) {
    const { records } = await listRecords(db, request.measure, request.scope, { limit: 500 })
    const sums = add(records.map((record) => ({ ...record, records: 1 })))
    expect([request, sums]).toEqual([request, add([figures[index]!])])
  }
}

function add(rows: { numerator: number; denominator: number; records: number }[]) {
  return rows.reduce(
    (sum, row) => ({
      numerator: sum.numerator + row.numerator,
      denominator: sum.denominator + row.denominator,
      records: sum.records + row.records,
    }),
    { numerator: 0, denominator: 0, records: 0 },
  )
}
