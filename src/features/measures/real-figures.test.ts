import { type RawBuilder, sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { formatNumber, formatPercent } from "../../ui/format.ts"
import { completion } from "../official-reports/compared.ts"
import { loadPlaces } from "../places/load-places.ts"
import { addUp } from "./add-up.ts"
import { getMeasure, type MeasureCode } from "./catalogue.ts"
import { countBy, countFigure } from "./figures.ts"
import { listRecords } from "./record-list.ts"
import type { Scope } from "./scope.ts"
import { placesOn } from "./test-register.ts"

/** So many organisations alike: what happened to them, and what each reported. */
type Many = {
  count: number
  kind?: string
  sector?: string
  beginning?: string
  founded: string
  suspended?: string
  ending?: [kind: string, on: string]
  year?: number
  report?: Record<string, RawBuilder<number> | number>
  /** How many of them are in which class. */
  rated?: { good?: number; average?: number }
}

let database: Awaited<ReturnType<typeof freshDatabase>>
let commune: number
let province: number
let batches = 0
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  const find = await placesOn(database.db)
  commune = find("30904", "2020-01-01")
  province = find("91", "2020-01-01")
})
afterAll(() => database.close())

async function write(many: Many) {
  const { db } = database
  const { count, kind = "cooperative", sector = "agriculture", beginning = "founded", founded, ending } = many
  const batch = `dot-${++batches}-`
  const of = sql`from organisations organisation where organisation.slug like ${`${batch}%`}`
  await sql`insert into organisations (slug, kind, name, founded_on)
    select ${batch} || n, ${kind}, 'Tổ chức ' || n, ${founded}::date from generate_series(1, ${count}::integer) n`.execute(
    db,
  )
  const events: [kind: string, on: string, status: string][] = [[beginning, founded, "operating"]]
  if (many.suspended) events.push(["suspended", many.suspended, "suspended"])
  if (ending) events.push([...ending, "ended"])
  for (const [index, [event, on, status]] of events.entries()) {
    const next = events[index + 1]?.[1]
    await sql`insert into organisation_events (organisation_id, kind, happened_on, recorded_by)
      select organisation.id, ${event}, ${on}::date, 'test' ${of}`.execute(db)
    await sql`insert into organisation_states
        (organisation_id, valid_from, valid_to, status, name, place_id, sector)
      select organisation.id, ${on}::date, ${next ? sql`${next}::date - 1` : sql`'infinity'::date`}, ${status},
        organisation.name, ${commune}, ${sector} ${of}`.execute(db)
  }
  const numbered = sql`(select organisation.*, row_number() over (order by organisation.id) as n ${of}) organisation`
  if (many.report) {
    const columns = Object.keys(many.report)
    const values = Object.values(many.report).map((value) =>
      typeof value === "number" ? sql`${value}` : value,
    )
    await sql`insert into yearly_reports
        (organisation_id, year, state, submitted_on, accepted_on, ${sql.join(columns.map((each) => sql.ref(each)))})
      select organisation.id, ${many.year}::integer, 'accepted', make_date(${many.year}::integer, 12, 10),
        make_date(${many.year}::integer, 12, 20), ${sql.join(values)}
      from ${numbered}`.execute(db)
  }
  if (many.rated) {
    const { good = 0, average = 0 } = many.rated
    await sql`insert into ratings (organisation_id, year, scheme_id, points, class, rated_on)
      select organisation.id, ${many.year}::integer, 1, case when n <= ${good} then 82 else 55 end,
        case when n <= ${good} then 'good' else 'average' end, make_date(${many.year}::integer, 12, 21)
      from ${numbered} where n <= ${good + average}`.execute(db)
  }
  return batch
}

/** The figures of a table as people read them; every one of them opens to records that add up to it. */
async function read(code: MeasureCode, scope: Scope) {
  const figure = await countFigure(database.db, code, scope)
  const { records } = await listRecords(database.db, code, scope, { limit: 5000 })
  const sums = records.reduce(
    ({ numerator, denominator }, record) => ({
      numerator: numerator + record.numerator,
      denominator: denominator + record.denominator,
    }),
    { numerator: 0, denominator: 0 },
  )
  expect(sums).toEqual({ numerator: figure.numerator, denominator: figure.denominator })
  return figure.value!
}

function rate(done: number, planned: number) {
  return formatPercent(completion(done, planned)!, "vi").replace("\u00a0", " ")
}

describe("Bình Thuận in 2022 (plan 2949/KH-UBND)", () => {
  const to = "2022-12-31"
  beforeAll(async () => {
    await database.db.deleteFrom("organisations").execute()
    const report = {
      revenue: 2_200_000_000,
      revenue_from_members: 1_342_000_000,
      profit_before_tax: 200_000_000,
    }
    const firstHas = (usual: number, more: number) =>
      sql<number>`${usual} + case when n = 1 then ${more} else 0 end`
    // 199 at the end of 2021, 203 on 30/6, of which 184 operate, 204 at the end of the year.
    await write({
      count: 175,
      founded: "2015-01-01",
      year: 2022,
      report: { ...report, members: firstHas(240, 0), members_joined: firstHas(0, 70) },
      rated: { good: 70, average: 60 },
    })
    await write({
      count: 19,
      founded: "2016-01-01",
      suspended: "2022-03-01",
      year: 2022,
      report: { ...report, members: firstHas(240, 264) },
    })
    await write({ count: 3, founded: "2014-01-01", ending: ["dissolved", "2022-04-15"] })
    await write({ count: 2, founded: "2014-01-01", ending: ["bankrupt", "2022-09-15"] })
    await write({
      count: 7,
      founded: "2022-02-02",
      year: 2022,
      report: { ...report, members: firstHas(210, 0) },
    })
    await write({
      count: 3,
      founded: "2022-10-10",
      year: 2022,
      report: { ...report, members: firstHas(210, 0) },
    })
    const unions = await write({ count: 2, kind: "cooperative_union", founded: "2018-01-01" })
    await write({
      count: 3204,
      kind: "cooperative_group",
      founded: "2019-01-01",
      year: 2022,
      report: { members: firstHas(37, -4) },
    })
    await sql`insert into union_members (organisation_id, member_id, valid_from, recorded_by)
      select (select id from organisations where slug = ${`${unions}1`}), member.id, '2019-01-01', 'test'
      from organisations member where member.slug like 'dot-1-%' order by member.id limit 7`.execute(
      database.db,
    )
  })

  it("comes out of the register as it was published", async () => {
    const scope = { placeId: province, from: "2022-01-01", to }
    const june = { ...scope, to: "2022-06-30" }
    expect(await read("cooperatives", june)).toBe(203)
    expect(await read("cooperatives_operating", june)).toBe(184)
    expect(await read("cooperatives", scope)).toBe(204)
    expect(await read("cooperatives_founded", scope)).toBe(10)
    expect(await read("cooperatives_ended", scope)).toBe(5)
    expect(await read("cooperative_groups", scope)).toBe(3204)
    expect(formatNumber(await read("members", scope), "vi")).toBe("48.924")
    expect(await read("members_joined", scope)).toBe(70)
    expect(formatNumber(await read("members_of_cooperative_groups", scope), "vi")).toBe("118.544")
    expect(await read("average_revenue", scope)).toBe(2_200_000_000)
    expect(await read("average_profit", scope)).toBe(200_000_000)
    expect(await read("revenue_from_members_share", scope)).toBeGreaterThan(60)
    expect(await read("cooperative_unions", scope)).toBe(2)
    expect(await read("cooperatives_in_unions", scope)).toBe(7)
  })

  it("has 70 effective cooperatives, 34,3 % of all and another share of those rated", async () => {
    const scope = { placeId: province, from: "2022-01-01", to }
    expect(await read("cooperatives_good_or_fair", scope)).toBe(70)
    const ofAll = await read("cooperatives_good_or_fair_share", { ...scope, denominator: "all" })
    expect(formatPercent(ofAll, "vi")).toBe("34,3\u00a0%")
    expect(formatPercent(await read("cooperatives_good_or_fair_share", scope), "vi")).toBe("53,8\u00a0%")
  })

  it("met its plan as it was published", async () => {
    const scope = { placeId: province, from: "2022-01-01", to }
    expect(rate(await read("cooperatives", scope), 203)).toBe("100,5 %")
    expect(rate(await read("cooperatives_founded", scope), 10)).toBe("100 %")
    expect(rate(await read("cooperative_groups", scope), 5143)).toBe("62,3 %")
    expect(rate(await read("members", scope), 48_875)).toBe("100,1 %")
    expect(rate(await read("members_of_cooperative_groups", scope), 175_881)).toBe("67,4 %")
    expect(rate(await read("average_revenue", scope), 2_200_000_000)).toBe("100 %")
  })
})

describe("Kiên Giang in 2024 (plan 309/KH-UBND)", () => {
  const scope = () => ({ placeId: province, from: "2024-01-01", to: "2024-12-31" })
  beforeAll(async () => {
    await database.db.deleteFrom("organisations").execute()
    const report = (revenue: number) => ({
      revenue,
      profit_before_tax: revenue - 1_210_000_000,
      workers: 10,
      wages: 600_000_000,
    })
    const lower = { year: 2024, report: report(1_500_000_000) }
    const higher = { year: 2024, report: report(2_100_000_000) }
    // Those that were there already: 518 with the four dissolved and the eleven that were joined.
    await write({ count: 252, founded: "2012-01-01", ...lower })
    await write({ count: 186, founded: "2013-01-01", ...higher })
    await write({ count: 14, sector: "trade", founded: "2013-01-01", ...higher })
    await write({ count: 22, sector: "transport", founded: "2013-01-01", ...higher })
    await write({ count: 3, sector: "construction", founded: "2013-01-01", ...higher })
    await write({ count: 7, sector: "industry", founded: "2013-01-01", ...higher })
    await write({ count: 19, kind: "credit_fund", sector: "credit", founded: "2000-01-01" })
    await write({ count: 4, founded: "2011-01-01", ending: ["dissolved", "2024-05-20"] })
    await write({ count: 11, founded: "2011-01-01", ending: ["consolidated", "2024-07-01"] })
    await write({ count: 5, founded: "2024-07-01", beginning: "created_by_consolidation", ...higher })
    await write({ count: 14, founded: "2024-03-01", ...higher })
    await write({ count: 1, sector: "transport", founded: "2024-03-01", ...higher })
  })

  it("has 523 cooperatives, by sector as they were published", async () => {
    expect(await read("cooperatives", scope())).toBe(523)
    const rows = await countBy(database.db, "cooperatives", scope(), "sector")
    expect(Object.fromEntries(rows.map(({ sector, value }) => [sector, value]))).toEqual({
      agriculture: 457,
      trade: 14,
      transport: 23,
      construction: 3,
      industry: 7,
      credit: 19,
      other: 0,
    })
    expect(addUp(getMeasure("cooperatives"), rows, "sectors").value).toBe(523)
    for (const { sector, value } of rows)
      expect(await read("cooperatives", { ...scope(), sector })).toBe(value)
  })

  it("has them from the 518 of the year before: 15 more, 4 less, and 11 that became 5", async () => {
    expect(await read("cooperatives", { ...scope(), to: "2023-12-31" })).toBe(518)
    expect(await read("cooperatives_founded", scope())).toBe(15)
    expect(await read("cooperatives_ended", scope())).toBe(4)
    expect(await read("cooperatives_ended_by_reorganisation", scope())).toBe(11)
    expect(await read("cooperatives_created_by_reorganisation", scope())).toBe(5)
  })

  it("met its plan as it was published", async () => {
    expect(rate(await read("cooperatives_founded", scope()), 15)).toBe("100 %")
    expect(await read("average_revenue", scope())).toBe(1_800_000_000)
    expect(rate(await read("average_revenue", scope()), 1_420_000_000)).toBe("126,8 %")
    expect(await read("average_profit", scope())).toBe(590_000_000)
    expect(rate(await read("average_profit", scope()), 560_000_000)).toBe("105,4 %")
    expect(rate(await read("average_worker_income", scope()), 60_000_000)).toBe("100 %")
  })
})
