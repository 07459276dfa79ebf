import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { loadPlaces } from "../places/load-places.ts"
import { getMeasure, listMeasures, type MeasureCode } from "./catalogue.ts"
import { breakdownsOf, countBy, countFigure, countMany, countManyBy, countOverDays } from "./figures.ts"
import { listRecords, streamRecords } from "./record-list.ts"
import type { Scope } from "./scope.ts"
import { placesOn, type TestOrganisation, writeRegister } from "./test-register.ts"

/**
 * Giồng Riềng is a district of old Kiên Giang; its township (30904) and Thạnh Hưng (30907) became two communes of
 * new An Giang. Vĩnh Châu (30334) of old An Giang was divided between two wards.
 */
const register: TestOrganisation[] = [
  {
    name: "Lúa Vàng",
    place: "30904",
    founded: "2018-03-01",
    events: [{ kind: "place_reorganised", on: "2025-07-01", place: "30904" }],
    reports: {
      2023: {
        members: 40,
        members_joined: 5,
        workers: 10,
        wages: 500,
        revenue: 1000,
        profit_before_tax: 100,
      },
      2024: {
        members: 50,
        members_joined: 12,
        members_left: 2,
        workers: 10,
        workers_joined: 3,
        workers_who_are_members: 8,
        managers: 4,
        managers_with_primary_training: 1,
        managers_with_intermediate_training: 1,
        managers_with_college_or_higher: 2,
        wages: 600,
        revenue: 2000,
        revenue_from_members: 1500,
        profit_before_tax: 200,
        large_field_area: 70,
        high_technology: true,
      },
      2025: { members: 60, workers: 20, wages: 1500, revenue: 3000, profit_before_tax: -50 },
    },
    ratings: { 2023: { class: "good" }, 2024: { class: "good" }, 2025: { class: "average" } },
    supports: [
      { on: "2023-04-01", kind: "training", people: 25, disbursed: 30_000_000, source: "central" },
      { on: "2024-04-01", kind: "training", people: 10, disbursed: 20_000_000, source: "province" },
      { on: "2024-09-09", kind: "infrastructure", disbursed: 500_000_000 },
    ],
    union: 6,
  },
  {
    // Nobody recorded yet that its commune is another since 1/7/2025.
    name: "Ấp Mới",
    place: "30907",
    founded: "2021-05-10",
    reports: {
      2023: { members: 20, workers: 5, wages: 200, revenue: 500, profit_before_tax: -10 },
      2024: {
        members: 30,
        workers: 10,
        managers: 1,
        managers_with_college_or_higher: 0,
        wages: 400,
        revenue: 600,
        revenue_from_members: 0,
        profit_before_tax: 20,
        value_chain: true,
      },
      2025: { members: 30, workers: 10, wages: 500, revenue: 700, profit_before_tax: 30 },
    },
    ratings: { 2024: { class: "weak" }, 2025: { class: "fair" } },
  },
  {
    name: "Quỹ Rạch Sỏi",
    kind: "credit_fund",
    sector: "credit",
    place: "30754",
    founded: "2010-01-01",
    reports: { 2024: { members: 1000, workers: 12, revenue: 90_000, profit_before_tax: 9000 } },
  },
  {
    name: "Vận tải Rạch Giá",
    sector: "transport",
    place: "30736",
    founded: "2022-01-01",
    events: [{ kind: "dissolved", on: "2023-06-30" }],
  },
  { name: "Vĩnh Châu", place: "30334", founded: "2022-02-02", ratings: { 2024: "not_rated" } },
  {
    name: "Tổ Cánh Đồng",
    kind: "cooperative_group",
    place: "30907",
    founded: "2021-07-01",
    events: [{ kind: "registered", on: "2024-10-10", certificate: "12/CN" }],
    reports: {
      2022: { large_field_area: 30, members: 9 },
      2023: { profit_before_tax: 5 },
      2024: {
        large_field_area: 12,
        members: 8,
        members_joined: 1,
        wages: 80,
        revenue: 20,
        profit_before_tax: 6,
      },
    },
  },
  {
    name: "Liên hiệp",
    kind: "cooperative_union",
    place: "30904",
    founded: "2023-09-09",
    reports: { 2024: { workers: 7, revenue: 900, profit_before_tax: -90 } },
  },
  {
    name: "Chợ Rạch Giá",
    sector: "trade",
    place: "30736",
    founded: "2019-05-05",
    events: [{ kind: "suspended", on: "2024-02-01" }],
  },
  { name: "Tách ra", place: "30904", founded: "2023-01-01", beginning: "created_by_separation" },
]

let database: Awaited<ReturnType<typeof freshDatabase>>
let place: Awaited<ReturnType<typeof placesOn>>
let scopes: Record<
  "nation" | "kienGiang" | "anGiang" | "giongRieng" | "thanhHung" | "newThanhHung",
  { placeId: number }
>
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  place = await placesOn(database.db)
  await writeRegister(database.db, register)
  scopes = {
    nation: { placeId: place("VN", "2024-12-31") },
    kienGiang: { placeId: place("91", "2024-12-31") },
    anGiang: { placeId: place("91", "2025-12-31") },
    giongRieng: { placeId: place("906", "2024-12-31") },
    thanhHung: { placeId: place("30907", "2024-12-31") },
    newThanhHung: { placeId: place("30910", "2025-12-31") },
  }
})
afterAll(() => database.close())

const until2024 = { from: "2021-01-01", to: "2024-12-31" }
const until2025 = { from: "2021-01-01", to: "2025-12-31" }

async function value(measure: MeasureCode, scope: Scope) {
  return (await countFigure(database.db, measure, scope)).value
}

describe("counting the register", () => {
  it.each<[MeasureCode, number]>([
    // Lúa Vàng, Ấp Mới, Rạch Sỏi, Chợ (suspended), Tách ra
    ["cooperatives", 5],
    ["cooperatives_operating", 4],
    // Ấp Mới, Vận tải
    ["cooperatives_founded", 2],
    ["cooperatives_ended", 1],
    ["cooperatives_created_by_reorganisation", 1],
    ["credit_funds", 1],
    ["cooperative_groups", 1],
    ["cooperative_groups_founded", 1],
    ["cooperative_groups_founded_with_large_field", 1],
    ["cooperative_unions", 1],
    ["cooperative_unions_founded", 1],
    ["cooperatives_profitable_share", 100],
    ["cooperatives_good_or_fair_share", 50],
    ["cooperatives_average_share", 0],
    ["cooperatives_weak_share", 50],
    // Lúa Vàng and Tổ Cánh Đồng, in two of 144 communes; Ấp Mới made a loss the year before
    ["lasting_models", 2],
    ["communes_with_lasting_model_share", (100 * 2) / 144],
    ["members", 1080],
    ["members_of_cooperative_groups", 8],
    ["workers", 32],
    ["large_field_area", 82],
    ["average_revenue", 1300],
    ["average_profit", 110],
    ["average_worker_income", 50],
    ["high_technology", 1],
    ["value_chain", 1],
    ["cooperatives_converted", 0],
    ["cooperatives_ended_by_reorganisation", 0],
    ["cooperatives_good_or_fair", 1],
    ["cooperatives_average", 0],
    ["cooperatives_weak", 1],
    // Chợ and Tách ra
    ["cooperatives_not_rated", 2],
    // of 2023 and 2024
    ["members_joined", 17],
    ["members_left", 2],
    ["workers_joined", 3],
    ["workers_who_are_members", 8],
    ["average_revenue_from_members", 750],
    ["revenue_from_members_share", (100 * 1500) / 2600],
    ["managers", 5],
    ["managers_with_primary_or_intermediate_training", 2],
    ["managers_with_college_or_higher", 2],
    ["managers_with_college_or_higher_share", 40],
    ["cooperative_unions_operating", 1],
    ["cooperative_unions_ended", 0],
    ["cooperatives_in_unions", 1],
    ["workers_of_unions", 7],
    ["average_revenue_of_unions", 900],
    ["average_profit_of_unions", -90],
    ["cooperative_groups_operating", 1],
    ["cooperative_groups_ended", 0],
    ["cooperative_groups_registered", 1],
    ["members_joined_in_cooperative_groups", 1],
    ["average_revenue_of_cooperative_groups", 20],
    ["average_profit_of_cooperative_groups", 6],
    // 80 among 8 members, for no workers are known
    ["average_income_in_cooperative_groups", 10],
    ["supports", 3],
    ["supported_people", 35],
    ["support_money", 550_000_000],
    ["support_money_from_central", 30_000_000],
    ["support_money_from_local", 20_000_000],
    ["support_money_from_other", 500_000_000],
    ["supports_for_training", 2],
    ["supported_people_for_training", 35],
    ["support_money_for_infrastructure", 500_000_000],
    ["supports_for_land", 0],
  ])("finds the %s of Kiên Giang", async (measure, expected) => {
    expect(await value(measure, { ...scopes.kienGiang, ...until2024 })).toBeCloseTo(expected, 9)
  })

  it("narrows any measure to a sector", async () => {
    const transport = { ...scopes.kienGiang, ...until2024, sector: "transport" } as const
    expect(await value("cooperatives_founded", transport)).toBe(1)
    expect(await value("cooperatives", transport)).toBe(0)
    expect(await value("members", { ...transport, sector: "credit" })).toBe(1000)
  })

  it("takes shares of the denominator asked for, and no other", async () => {
    const scope = { ...scopes.kienGiang, ...until2024 }
    const ofAll = await countFigure(database.db, "cooperatives_profitable_share", {
      ...scope,
      denominator: "all",
    })
    expect(ofAll).toMatchObject({ numerator: 3, denominator: 5, value: 60, year: 2024 })
    const operating = { ...scope, denominator: "operating" } as const
    expect(await value("cooperatives_good_or_fair_share", operating)).toBeCloseTo(100 / 3, 9)
    await expect(value("cooperatives_weak_share", { ...scope, denominator: "reporting" })).rejects.toThrow()
  })

  it("can leave the credit funds out", async () => {
    const scope = { ...scopes.kienGiang, ...until2024, withoutCreditFunds: true }
    expect(await value("cooperatives", scope)).toBe(4)
    expect(await value("members", scope)).toBe(80)
  })

  it("can count them into the averages they are usually kept out of", async () => {
    const scope = { ...scopes.kienGiang, ...until2024, withCreditFunds: true }
    expect(await value("average_revenue", scope)).toBe((2000 + 600 + 90_000) / 3)
    // The State Bank ranks them; no rating can count them in.
    expect(await value("cooperatives_good_or_fair_share", scope)).toBe(50)
  })

  it("divides an average by the denominator asked for", async () => {
    const scope = { ...scopes.kienGiang, ...until2024 }
    // Lúa Vàng, Ấp Mới and Tách ra operate, Chợ is suspended; two of them reported
    expect(await value("average_revenue", { ...scope, denominator: "operating" })).toBeCloseTo(2600 / 3, 9)
    expect(await value("average_revenue", { ...scope, denominator: "all" })).toBe(650)
  })
})

describe("a day in the past", () => {
  it("counts what held on that day", async () => {
    const scope = { ...scopes.kienGiang, from: "2021-01-01" }
    const days = ["2021-05-09", "2021-05-10", "2023-06-29", "2023-06-30"]
    const stock = await countOverDays(database.db, "cooperatives", { ...scope, to: "" }, days)
    expect(stock.map((figure) => figure.value)).toEqual([3, 4, 6, 5])
    const flow = await countOverDays(database.db, "cooperatives_founded", { ...scope, to: "" }, days)
    expect(flow.map((figure) => figure.value)).toEqual([0, 1, 2, 2])
  })

  it("knows only the reports accepted and the ratings given until then", async () => {
    const scope = { ...scopes.kienGiang, from: "2024-01-01" }
    const days = ["2024-12-14", "2024-12-15", "2024-12-20"]
    const members = await countOverDays(database.db, "members", { ...scope, to: "" }, days)
    // on the 15th the year 2024 is due, and nobody's report has been accepted
    expect(members.map((figure) => [figure.year, figure.value])).toEqual([
      [2023, 60],
      [2024, null],
      [2024, 1080],
    ])
    expect(await value("cooperatives_weak_share", { ...scope, to: "2024-12-20" })).toBeNull()
    expect(await value("cooperatives_weak_share", { ...scope, to: "2024-12-21" })).toBe(50)
    expect(await value("communes_with_lasting_model_share", { ...scope, to: "2024-12-15" })).toBeNull()
  })

  it("may be the end of a round, whose reports come in later", async () => {
    const round = { ...scopes.kienGiang, from: "2023-12-15", to: "2024-12-14" }
    expect(await value("members", round)).toBe(60)
    expect(await value("members", { ...round, reportYear: 2024 })).toBeNull()
    const closed = { ...round, reportYear: 2024, knownOn: "2024-12-31" }
    expect(await value("members", closed)).toBe(1080)
    expect(await value("members_joined", closed)).toBe(12)
    expect(await value("cooperatives_weak_share", closed)).toBe(50)
  })

  it("adds the flows of one period after another", async () => {
    const flows = listMeasures().filter(({ kind }) => kind === "flow")
    const between = (from: string, to: string) =>
      countMany(
        database.db,
        flows.map(({ code }) => ({ measure: code, scope: { ...scopes.kienGiang, from, to } })),
      )
    const whole = await between("2021-01-01", "2024-12-31")
    const first = await between("2021-01-01", "2023-12-31")
    const second = await between("2024-01-01", "2024-12-31")
    for (const [index, { code }] of flows.entries()) {
      // A field is known from the latest report, which a group had lost before it had one again.
      if (code === "cooperative_groups_founded_with_large_field") continue
      const parts = first[index]!.numerator + second[index]!.numerator
      expect([code, parts]).toEqual([code, whole[index]!.numerator])
    }
  })

  it("is not measured before the first year there are reports of", async () => {
    expect(await value("members", { ...scopes.kienGiang, from: "2016-01-01", to: "2016-12-31" })).toBeNull()
  })
})

describe("places reorganised on 1/7/2025", () => {
  it("keep their totals", async () => {
    for (const { placeId } of [scopes.kienGiang, scopes.giongRieng, scopes.thanhHung]) {
      const days = ["2025-06-30", "2025-07-01"]
      const scope = { placeId, from: "2021-01-01", to: "" }
      const [before, after] = await countOverDays(database.db, "cooperatives", scope, days)
      expect(after).toEqual(before)
    }
    expect(await value("cooperatives", { ...scopes.anGiang, ...until2024 })).toBe(6)
    expect(await value("cooperatives", { ...scopes.anGiang, ...until2025 })).toBe(6)
    expect(await value("cooperatives", { ...scopes.newThanhHung, ...until2025 })).toBe(1)
    expect(await value("cooperatives_founded", { ...scopes.newThanhHung, ...until2025 })).toBe(1)
  })

  it("show events of before on the units of the day, and what was divided apart", async () => {
    const rows = await countBy(
      database.db,
      "cooperatives_founded",
      { ...scopes.anGiang, ...until2025 },
      "commune",
    )
    expect(rows).toHaveLength(102 + 1)
    expect(rows.filter((row) => row.value !== 0).map((row) => [row.place?.name ?? null, row.value])).toEqual([
      ["Rạch Giá", 1],
      ["Thạnh Hưng", 1],
      [null, 1],
    ])
  })

  it("have no districts any more", async () => {
    expect(
      await countBy(database.db, "cooperatives", { ...scopes.kienGiang, ...until2025 }, "district"),
    ).toEqual([])
  })

  it("had districts before", async () => {
    const rows = await countBy(database.db, "cooperatives", { ...scopes.kienGiang, ...until2024 }, "district")
    expect(rows).toHaveLength(15)
    expect(rows.filter((row) => row.value).map((row) => [row.place?.name, row.value])).toEqual([
      ["Giồng Riềng", 3],
      ["Rạch Giá", 2],
    ])
  })
})

describe("every measure, everywhere and in every sector", () => {
  const places = ["nation", "anGiang", "kienGiang", "giongRieng", "thanhHung", "newThanhHung"] as const

  it.each(places)("adds up to its parts and its records in %s", async (name) => {
    for (const period of [until2024, until2025]) await expectToAddUp({ ...scopes[name], ...period })
  })

  it.each(["agriculture", "credit"] as const)(
    "adds up to its parts and its records in %s",
    async (sector) => {
      await expectToAddUp({ ...scopes.kienGiang, ...until2024, sector })
    },
  )

  async function expectToAddUp(scope: Scope) {
    const { db } = database
    const measures = listMeasures()
    const requests = measures.map(({ code }) => ({ measure: code, scope }))
    const figures = await countMany(db, requests)
    for (const by of ["province", "district", "commune", "sector", "kind"] as const) {
      const asked = requests.filter(({ measure }) => breakdownsOf(getMeasure(measure)).includes(by))
      const parts = await countManyBy(db, asked, by)
      for (const [index, { measure }] of asked.entries()) {
        const rows = parts[index]!
        if (rows.length === 0) continue
        const figure = figures[requests.findIndex((request) => request.measure === measure)]!
        expect([measure, by, add(rows)]).toEqual([measure, by, add([figure])])
        expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
      }
    }
    for (const [index, { code, kind }] of measures.entries()) {
      const { records, total } = await listRecords(db, code, scope, { limit: 1000 })
      expect([code, add(records.map((record) => ({ ...record, records: 1 })))]).toEqual([
        code,
        add([figures[index]!]),
      ])
      expect(total).toBe(figures[index]!.records)
      const listed = records.map((record) => record.organisation?.slug ?? record.place.slug)
      // The same may happen to an organisation twice, but it is there once.
      if (kind !== "flow") expect(new Set(listed).size).toBe(listed.length)
    }
  }
})

describe("the list of records", () => {
  it("is sorted as a Vietnamese dictionary, page by page", async () => {
    const scope = { ...scopes.kienGiang, ...until2024 }
    const names = async (options: object) =>
      (await listRecords(database.db, "cooperatives", scope, options)).records.map(
        (record) => record.organisation?.name,
      )
    const all = ["Ấp Mới", "Chợ Rạch Giá", "Lúa Vàng", "Quỹ Rạch Sỏi", "Tách ra"]
    expect(await names({})).toEqual(all)
    expect(await names({ limit: 2, offset: 2 })).toEqual(all.slice(2, 4))
    expect(await names({ sort: "day", direction: "desc" })).toEqual([
      "Tách ra",
      "Ấp Mới",
      "Chợ Rạch Giá",
      "Lúa Vàng",
      "Quỹ Rạch Sỏi",
    ])
  })

  it("shows what matters for the measure, and who is in the numerator", async () => {
    const scope = { ...scopes.giongRieng, ...until2024 }
    const rated = await listRecords(database.db, "cooperatives_good_or_fair_share", scope, {
      sort: "amount",
      direction: "desc",
    })
    expect(rated.year).toBe(2024)
    expect(
      rated.records.map((record) => [
        record.organisation?.name,
        record.amount,
        record.class,
        record.numerator,
      ]),
    ).toEqual([
      ["Lúa Vàng", 85, "good", 1],
      ["Ấp Mới", 30, "weak", 0],
    ])
    const good = await listRecords(database.db, "cooperatives_good_or_fair_share", scope, {
      onlyNumerator: true,
    })
    expect(good.total).toBe(1)
  })

  it("opens each commune to its models", async () => {
    const scope = { ...scopes.giongRieng, ...until2024 }
    const communes = await listRecords(database.db, "communes_with_lasting_model_share", scope, {
      onlyNumerator: true,
    })
    const found = communes.records.map((record) => [record.place.name, record.amount])
    expect(found).toEqual([
      ["Giồng Riềng", 1],
      ["Thạnh Hưng", 1],
    ])
    const models = await listRecords(
      database.db,
      "lasting_models",
      { ...scope, placeId: communes.records[0]!.place.id },
      { onlyNumerator: true },
    )
    expect(models.records.map((record) => record.organisation?.name)).toEqual(["Lúa Vàng"])
  })

  it("streams the same records", async () => {
    const scope = { ...scopes.anGiang, ...until2025 }
    const streamed = []
    for await (const record of streamRecords(database.db, "cooperatives", scope)) streamed.push(record)
    expect(streamed).toEqual((await listRecords(database.db, "cooperatives", scope)).records)
  })
})

describe("a scoreboard", () => {
  it("gives each figure as if it were counted alone", async () => {
    const requests = listMeasures().map(({ code }) => ({
      measure: code,
      scope: { ...scopes.anGiang, ...until2025 },
    }))
    const figures = await countMany(database.db, requests)
    for (const [index, { measure, scope }] of requests.entries())
      expect(figures[index]).toEqual(await countFigure(database.db, measure, scope))
    expect(await countMany(database.db, [])).toEqual([])
  })
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
