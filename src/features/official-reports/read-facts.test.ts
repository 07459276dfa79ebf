import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type EnteredKind, recordEntered } from "../entered-figures/figures.ts"
import { countMany } from "../measures/figures.ts"
import { writeRegister } from "../measures/test-register.ts"
import { loadPlaces } from "../places/load-places.ts"
import { findPlace, type Place } from "../places/queries.ts"
import { annexesOf, shown } from "./annexes.ts"
import { type ReportFacts, spanOf } from "./facts.ts"
import { listIndicators } from "./indicators.ts"
import { readFacts } from "./read-facts.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let place: Place
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  place = (await findPlace(database.db, "tinh-an-giang-91-tu-2025"))!
  await writeRegister(database.db, [
    {
      name: "Lúa Vàng",
      place: "30904",
      founded: "2018-03-01",
      reports: { 2023: { members: 40, revenue: 1e9 }, 2024: { members: 50, revenue: 2e9 } },
      ratings: { 2024: { class: "good" } },
    },
    {
      name: "Ấp Mới",
      place: "30907",
      founded: "2024-05-10",
      sector: "trade",
      reports: { 2024: { revenue: 1e9 } },
    },
    { name: "Vận tải", place: "30736", founded: "2024-08-10", sector: "transport" },
  ])
})
afterAll(() => database.close())

const count = (today: string, changed: { year?: number; period?: "year" | "half" } = {}) =>
  readFacts(database.db, { place, year: 2024, period: "year", snapshotId: null, today, ...changed })

function row(facts: ReportFacts, annex: number, name: string) {
  const found = annexesOf(facts)[annex]!.rows.find((each) => each.name === name)!
  return found.cells.map(shown)
}

function enter(kind: EnteredKind, year: number, measure: "cooperatives" | "average_revenue", value: number) {
  return recordEntered(
    asApplication(database.db),
    { actor: "Lan", via: "web" },
    { kind, measure, place_id: place.id, year, period: "year", sector: null },
    { value, basis: "Kế hoạch của tỉnh", document_number: null },
  )
}

describe("the facts of a report", () => {
  it("are the outcome once the reports of the year are due", async () => {
    const facts = await count("2025-01-10")
    expect(facts).toMatchObject({ isOutcome: true, snapshot: null, counted_on: "2025-01-10" })
    expect(row(facts, 0, "Tổng số hợp tác xã")).toEqual(["1", "", "2", "3", "", ""])
    expect(row(facts, 0, "Số hợp tác xã thành lập mới")).toEqual(["0", "", "1", "2", "", ""])
    expect(row(facts, 0, "Số hợp tác xã đạt loại tốt, khá")).toEqual(["", "", "", "1", "", ""])
    expect(row(facts, 0, "Doanh thu bình quân một hợp tác xã")).toEqual([
      "1.000,0",
      "",
      "",
      "1.500,0",
      "",
      "",
    ])
    expect(row(facts, 1, "Vận tải")).toEqual(["0", "", "0", "1", "", ""])
    expect(annexesOf(facts)[0]!.notes).toEqual([
      "Doanh thu, lãi bình quân tính trên các tổ chức đã nộp báo cáo; với hợp tác xã là 2 HTX của năm 2024.",
    ])
  })

  it("are what is expected of the year until then, and nothing where nobody said", async () => {
    await enter("plan", 2024, "cooperatives", 4)
    await enter("plan", 2025, "cooperatives", 5)
    await enter("plan", 2024, "average_revenue", 1.6e9)
    await enter("estimate", 2024, "cooperatives", 3)
    const early = await count("2024-09-30")
    expect(early.isOutcome).toBe(false)
    expect(row(early, 0, "Tổng số hợp tác xã")).toEqual(["1", "4", "2", "3*", "75,0", "5"])
    expect(row(early, 0, "Doanh thu bình quân một hợp tác xã")).toEqual([
      "1.000,0",
      "1.600,0",
      "",
      "",
      "",
      "",
    ])
    // The outcome takes the place of the estimate; the plan stays.
    expect(row(await count("2025-01-10"), 0, "Tổng số hợp tác xã")).toEqual(["1", "4", "2", "3", "75,0", "5"])
  })

  it("have no half of a year that is not over", async () => {
    const facts = await count("2024-06-29", { period: "half" })
    expect(row(facts, 0, "Tổng số hợp tác xã").slice(0, 4)).toEqual(["1", "4", "", "3*"])
  })

  it("are for every line and column what the catalogue counts for it", async () => {
    const facts = await count("2025-01-10")
    for (const column of ["previous", "half", "year"] as const) {
      const lines = listIndicators()
      const span = spanOf(facts, column)!
      const figures = await countMany(
        database.db,
        lines.map(({ measure, sector }) => ({
          measure,
          scope: { placeId: place.id, sector: sector ?? null, ...span },
        })),
      )
      const about = column === "previous" ? 2023 : 2024
      for (const [index, { value, year }] of figures.entries()) {
        const expected = value === null || (year !== null && year !== about) ? undefined : value
        expect([column, lines[index]!.key, facts.values[lines[index]!.key]?.[column]?.value]).toEqual([
          column,
          lines[index]!.key,
          expected,
        ])
      }
    }
  })

  it("add up: the sectors are the whole", async () => {
    const { values } = await count("2025-01-10")
    for (const kind of ["HTX", "LHHTX", "THT"]) {
      const parts = listIndicators().filter(({ key }) => key.startsWith(`${kind}.`))
      const sum = parts.reduce((total, { key }) => total + values[key]!.year!.value, 0)
      expect([kind, sum]).toEqual([kind, values[kind]!.year!.value])
    }
  })
})
