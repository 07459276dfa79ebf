import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { loadPlaces } from "../places/load-places.ts"
import { listMeasures } from "./catalogue.ts"
import { breakdownsOf, countBy, countMany } from "./figures.ts"
import { listRecords } from "./record-list.ts"
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
  members: fc.nat(100),
  workers: fc.nat(20),
  wages: fc.nat(1000),
  revenue: fc.nat(1000),
  profit_before_tax: fc.integer({ min: -50, max: 100 }),
  large_field_area: fc.constantFrom(0, 10),
  high_technology: fc.boolean(),
  value_chain: fc.boolean(),
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
        kind: fc.constantFrom("suspended", "resumed", "moved", "dissolved"),
        on: days,
        place: fc.constantFrom("30904", "30907"),
      }),
      { selector: (turn) => turn.on, maxLength: 3 },
    ),
    reports: fc.dictionary(fc.constantFrom("2022", "2023", "2024"), report),
    ratings: fc.dictionary(
      fc.constantFrom("2023", "2024"),
      fc.record({ class: fc.constantFrom("good", "fair", "average", "weak") }),
    ),
  })
  .map(({ turns, reports, ...rest }) => {
    const later = turns
      .filter((turn) => turn.on > rest.founded)
      .sort((one, other) => (one.on < other.on ? -1 : 1))
    const end = later.findIndex((turn) => turn.kind === "dissolved")
    return {
      ...rest,
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

describe("any register", () => {
  it("has figures that are the sum of their parts, of their records, and of the places below", async () => {
    const { db } = database
    const place = await placesOn(db)
    const scopes = [
      { placeId: place("91", "2025-12-31"), to: "2025-12-31" },
      { placeId: place("91", "2025-12-31"), to: "2024-12-20" },
      { placeId: place("906", "2024-12-31"), to: "2024-12-31" },
    ].map((scope) => ({ ...scope, from: "2020-02-29" }))

    await fc.assert(
      fc.asyncProperty(fc.array(organisation, { minLength: 1, maxLength: 12 }), async (register) => {
        await db.deleteFrom("organisations").execute()
        await writeRegister(db, register)

        for (const scope of scopes) {
          const measures = listMeasures()
          const figures = await countMany(
            db,
            measures.map(({ code }) => ({ measure: code, scope })),
          )
          for (const [index, measure] of measures.entries()) {
            const { numerator, denominator, records } = figures[index]!
            const sums = { numerator, denominator, records }
            const by = breakdownsOf(measure)[index % breakdownsOf(measure).length]!
            const rows = await countBy(db, measure.code, scope, by)
            if (rows.length > 0) expect([measure.code, by, add(rows)]).toEqual([measure.code, by, sums])

            const list = await listRecords(db, measure.code, scope, { limit: 500 })
            expect(add(list.records.map((record) => ({ ...record, records: 1 })))).toEqual(sums)
          }
        }
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

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
