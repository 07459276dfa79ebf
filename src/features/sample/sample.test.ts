import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import type { Figures } from "../ratings/figures.ts"
import { findScheme } from "../ratings/schemes.ts"
import { type Answers, scoreSheet } from "../ratings/scoring.ts"
import { faultOfCode } from "../register/code.ts"
import { statesFrom } from "../register/states.ts"
import { clearSample, loadSample, sampleIsLoaded } from "./sample.ts"
import { settleIn, settleOut } from "./site.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
})
afterAll(() => database.close())

const cooperatives = sql`organisation.kind in ('cooperative', 'credit_fund')`
const groups = sql`organisation.kind = 'cooperative_group'`
const million = 1_000_000

describe("the sample province has as many cooperatives as were published", () => {
  it.each([
    [
      "2019-12-31",
      { agriculture: 393, construction: 3, credit: 22, industry: 8, trade: 4, transport: 13 },
      443,
    ],
    [
      "2020-07-31",
      { agriculture: 399, construction: 3, credit: 22, industry: 8, trade: 5, transport: 14 },
      451,
    ],
    [
      "2020-09-30",
      { agriculture: 405, construction: 3, credit: 22, industry: 8, trade: 5, transport: 14 },
      457,
    ],
    [
      "2020-12-31",
      { agriculture: 414, construction: 3, credit: 22, industry: 8, trade: 5, transport: 14 },
      466,
    ],
    [
      "2021-12-31",
      { agriculture: 442, construction: 3, credit: 22, industry: 10, trade: 16, transport: 21 },
      514,
    ],
    [
      "2022-06-30",
      { agriculture: 458, construction: 3, credit: 22, industry: 8, trade: 8, transport: 21 },
      520,
    ],
    [
      "2024-12-31",
      { agriculture: 457, construction: 3, credit: 19, industry: 7, trade: 14, transport: 23 },
      523,
    ],
  ])("on %s", async (day, bySector, total) => {
    expect(await bySectorOn(day)).toEqual(bySector)
    expect(await countOn(day, cooperatives)).toBe(total)
  })

  it("at the end of 2023, when only the total is known", async () => {
    expect(await countOn("2023-12-31", cooperatives)).toBe(518)
  })

  it("by what they grow", async () => {
    const farming = (lines: string) =>
      sql`organisation.kind = 'cooperative' and state.sector = 'agriculture' and state.business_line similar to ${lines}`
    expect(await countOn("2020-09-30", farming("01%"))).toBe(329)
    expect(await countOn("2020-09-30", farming("03%"))).toBe(76)
    expect(await countOn("2021-12-31", farming("(011|012|016)%"))).toBe(354)
    expect(await countOn("2021-12-31", farming("03%"))).toBe(86)
    expect(await countOn("2021-12-31", farming("014%"))).toBe(2)
  })

  it("by district, where the press named one", async () => {
    expect(await countOn("2021-05-26", cooperatives, "huyen-kien-luong-902")).toBe(27)
    expect(await countOn("2021-05-26", groups, "huyen-kien-luong-902")).toBe(47)
    const farming = sql`organisation.kind = 'cooperative' and state.sector = 'agriculture'`
    expect(await countOn("2022-06-28", farming, "huyen-chau-thanh-905")).toBe(21)
  })
})

describe("cooperatives came and went as was published", () => {
  it.each([
    ["founded in 2019", "founded", "2019-01-01", "2019-12-31", 45],
    ["founded in 2020", "founded", "2020-01-01", "2020-12-31", 25],
    ["founded in the first half of 2022", "founded", "2022-01-01", "2022-06-30", 6],
    ["founded in 2024", "founded", "2024-01-01", "2024-12-31", 15],
    ["dissolved in 2024", "dissolved", "2024-01-01", "2024-12-31", 4],
    ["consolidated in 2024", "consolidated", "2024-01-01", "2024-12-31", 11],
    ["made of those", "created_by_consolidation", "2024-01-01", "2024-12-31", 5],
    ["founded under the plan, a few more than the 105 it wants", "founded", "2021-01-01", "2025-12-31", 107],
  ])("%s", async (_what, kind, from, to, count) => {
    expect(await countEvents(kind, from, to)).toBe(count)
  })

  it("16 agricultural ones founded in 2021, and 77 under the plan, a few less than the 80 it wants", async () => {
    const farming = sql`state.sector = 'agriculture'`
    expect(await countEvents("founded", "2021-01-01", "2021-12-31", farming)).toBe(16)
    expect(await countEvents("founded", "2021-01-01", "2025-12-31", farming)).toBe(77)
  })
})

describe("cooperative groups and the union", () => {
  it.each([
    ["2019-12-31", 2148],
    ["2020-09-30", 2170],
    ["2021-12-31", 2228],
  ])("groups on %s: %i", async (day, count) => {
    expect(await countOn(day, groups)).toBe(count)
  })

  it("1,989 of the groups farmed at the end of 2021", async () => {
    expect(await countOn("2021-12-31", sql`${groups} and state.sector = 'agriculture'`)).toBe(1989)
  })

  it("had 45,078 members on 69,406 hectares in 2020", async () => {
    expect(await sumOf("report.members", 2020, groups)).toBe(45_078)
    expect(await sumOf("report.land_area", 2020, groups)).toBe(69_406)
  })

  it("543 founded under the plan report a large field, a few less than the 560 it wants", async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*) from organisations organisation
      cross join lateral (select large_field_area from yearly_reports
        where organisation_id = organisation.id order by year desc limit 1) latest
      where ${groups} and founded_on between '2021-01-01' and '2025-12-31' and latest.large_field_area > 0
    `.execute(database.db)
    expect(rows).toEqual([{ count: 543 }])
  })

  it("one union was founded under the plan, with six member cooperatives", async () => {
    const { rows } = await sql`
      select founded_on, (select count(*) from union_members where organisation_id = organisation.id) as members
      from organisations organisation where kind = 'cooperative_union'`.execute(database.db)
    expect(rows).toEqual([{ founded_on: "2023-06-20", members: 6 }])
  })
})

describe("the accepted reports come to what was published", () => {
  const farming = sql`organisation.kind = 'cooperative' and state.sector = 'agriculture'`
  const withoutFunds = sql`organisation.kind = 'cooperative'`

  it("members, workers, hectares and charter capital", async () => {
    expect(await sumOf("report.members", 2020, cooperatives)).toBe(52_955)
    expect(await sumOf("report.workers", 2020, cooperatives)).toBe(8920)
    expect(await sumOf("report.land_area", 2020, cooperatives)).toBe(59_120)
    expect(await sumOf("report.charter_capital", 2020, cooperatives)).toBe(241_252 * million)
    expect(await sumOf("report.members", 2021, farming)).toBe(32_397)
    expect(await sumOf("report.land_area", 2021, farming)).toBe(54_559)
    expect(await sumOf("report.charter_capital", 2021, farming)).toBeGreaterThan(139_000 * million)
    expect(await sumOf("report.members", 2022, cooperatives)).toBe(53_924)
    expect(await sumOf("report.workers", 2022, cooperatives)).toBe(9901)
    expect(await sumOf("report.land_area", 2022, cooperatives)).toBe(64_157.84)
    expect(await sumOf("report.charter_capital", 2022, cooperatives)).toBe(395_000 * million)
  })

  it("average revenue and profit, without the credit funds", async () => {
    expect(await averageOf("report.revenue", "1", 2020, withoutFunds)).toBe(1300 * million)
    expect(await averageOf("report.profit_before_tax", "1", 2020, withoutFunds)).toBe(427 * million)
    expect(await averageOf("report.revenue", "1", 2024, withoutFunds)).toBe(1800 * million)
    expect(await averageOf("report.profit_before_tax", "1", 2024, withoutFunds)).toBe(590 * million)
  })

  it("a worker's income of 60 million đồng in 2024", async () => {
    expect(await averageOf("report.wages", "report.workers", 2024, withoutFunds)).toBe(60 * million)
  })

  it("340 organisations with profit in 2020, more than nine in ten of those that reported in 2025", async () => {
    const profitable = sql`${cooperatives} and report.profit_before_tax > 0`
    expect(await sumOf("1", 2020, profitable)).toBe(340)
    const share = (await sumOf("1", 2025, profitable)) / (await sumOf("1", 2025, cooperatives))
    expect(share).toBeGreaterThan(0.9)
    expect(share).toBeLessThan(0.93)
  })

  it("and hold together: nobody earns more than is taken in, or pays wages out of nothing", async () => {
    const { rows } = await sql`
      select report.* from yearly_reports report join organisations organisation on organisation.id = organisation_id
      where profit_before_tax > revenue or wages > revenue - profit_before_tax and kind = 'cooperative'
        or managers_with_primary_training + managers_with_intermediate_training
          + managers_with_college_or_higher > managers
        or large_field_area > land_area or accepted_on < submitted_on
        or accepted_on > make_date(year, 12, 31)`.execute(database.db)
    expect(rows).toEqual([])
  })

  it("some stay silent every year", async () => {
    for (const year of [2020, 2022, 2024, 2025]) {
      const standing = await countOn(`${year}-12-31`, cooperatives)
      const reporting = await sumOf("1", year, cooperatives)
      expect(reporting / standing).toBeGreaterThan(0.88)
      expect(reporting / standing).toBeLessThan(0.97)
    }
  })
})

describe("ratings", () => {
  it("move from 38 % good and fair in 2021 to 53 % in 2025, and leave ever fewer weak", async () => {
    expect(await sharesOf(2021)).toMatchObject({ good_or_fair: 38, average: 41 })
    expect(await sharesOf(2025)).toMatchObject({ good_or_fair: 53, average: 41 })
    const weak = await Promise.all([2020, 2021, 2022, 2023, 2024, 2025].map(sharesOf))
    expect(weak.map((shares) => shares!.weak)).toEqual([24, 21, 17, 13, 9, 6])
  })

  it("fit their points, and say why where there are none", async () => {
    const { rows } = await sql`
      select rating.* from ratings rating join organisations organisation on organisation.id = organisation_id
      where kind not in ('cooperative', 'cooperative_union')
        or class is distinct from (select class from rating_classes
          where scheme_id = rating.scheme_id and lowest_points <= rating.points order by lowest_points desc limit 1)
        or not_rated_reason = 'under_twelve_months' and founded_on < make_date(year, 1, 1)
        or class is not null and founded_on > make_date(year, 1, 1)`.execute(database.db)
    expect(rows).toEqual([])
  })

  it("of 2025 come with scoring sheets whose items add up to their points", async () => {
    const { rows } = await sql<{ rated: number; sheets: number; kept: number }>`
      select count(*)::integer as rated, count(rating.sheet_id)::integer as sheets,
        count(*) filter (where revision.points = rating.points and revision.class = rating.class)::integer as kept
      from ratings rating
      left join rating_revisions revision on revision.sheet_id = rating.sheet_id and revision.number = rating.sheet_revision
      where rating.year = 2025 and rating.class is not null`.execute(database.db)
    const [{ rated, sheets, kept }] = rows as [(typeof rows)[number]]
    expect(kept).toBe(sheets)
    expect(sheets / rated).toBeGreaterThan(0.95)
    const revisions = await database.db.selectFrom("rating_revisions").selectAll().execute()
    const { id } = await database.db.selectFrom("rating_schemes").select("id").executeTakeFirstOrThrow()
    const scheme = (await findScheme(database.db, id))!
    for (const { answers, figures, points } of revisions) {
      const score = scoreSheet(scheme, answers as Answers, figures as Figures)
      expect([score.points, score.open, score.above]).toEqual([points, [], []])
      expect([...score.items.values()].filter(({ isAbove }) => isAbove)).toEqual([])
    }
  })
})

describe("every organisation", () => {
  it("has the states that follow from its events", async () => {
    const { rows } = await sql<{ events: Parameters<typeof statesFrom>[0]; states: object[] }>`
      select
        (select json_agg(json_build_object('kind', kind, 'happened_on', happened_on, 'facts', facts)
          order by happened_on, id) from organisation_events where organisation_id = organisation.id) as events,
        (select json_agg(json_build_object('valid_from', valid_from, 'valid_to', valid_to, 'status', status,
          'name', name, 'place_id', place_id, 'sector', sector, 'business_line', business_line)
          order by valid_from) from organisation_states where organisation_id = organisation.id) as states
      from organisations organisation`.execute(database.db)
    expect(rows.length).toBeGreaterThan(3000)
    for (const { events, states } of rows) expect(statesFrom(events)).toEqual(states)
  })

  it("lies in a commune in force on every day, and all 144 communes have a few", async () => {
    const { rows: misplaced } = await sql`
      select state.* from organisation_states state join places on places.id = state.place_id
      where status <> 'ended' and (state.valid_from < places.valid_from or state.valid_to > places.valid_to)
    `.execute(database.db)
    expect(misplaced).toEqual([])

    const { rows } = await sql<{ count: number }>`
      select count(*) from organisation_states where status <> 'ended'
        and '2024-12-31' between valid_from and valid_to group by place_id order by 1`.execute(database.db)
    expect(rows.length).toBe(144)
    expect(rows[0]!.count).toBeGreaterThanOrEqual(3)
  })

  it("is told to have moved by the resolutions of 1/1/2025 and 1/7/2025", async () => {
    const { rows } = await sql<{ happened_on: string; document_number: string | null; count: number }>`
      select happened_on, document_number, count(*) from organisation_events
      where kind = 'place_reorganised' and happened_on >= '2025-01-01'
      group by 1, 2 order by 1`.execute(database.db)
    expect(rows).toEqual([
      { happened_on: "2025-01-01", document_number: null, count: expect.any(Number) },
      {
        happened_on: "2025-07-01",
        document_number: "Nghị quyết 1654/NQ-UBTVQH15",
        count: expect.any(Number),
      },
    ])
    expect(await countOn("2025-06-30", sql`organisation.kind <> 'cooperative_union'`)).toBeGreaterThan(2800)
  })

  it("has a code of Kiên Giang that nobody was ever given, or none", async () => {
    const organisations = await database.db.selectFrom("organisations").select(["code", "phone"]).execute()
    const codes = organisations.map(({ code }) => code).filter((code) => code !== null)
    expect(codes.every((code) => code.startsWith("179") && !faultOfCode(code))).toBe(true)
    expect(codes.length).toBeLessThan(organisations.length)
    expect(organisations.every(({ phone }) => phone === null || phone.startsWith("0297 000 "))).toBe(true)
  })
})

describe("lasting models", () => {
  it("are found in about four of five communes", async () => {
    expect(await communesWithModel("2025-12-31", 2025)).toEqual({ communes: 48, with_model: 38 })
    expect(await communesWithModel("2024-12-31", 2024)).toEqual({ communes: 144, with_model: 112 })
  })
})

describe("the portal", () => {
  it("shows the plan of 2021–2025 with its nine targets, each counted by a measure", async () => {
    const plan = await database.db.selectFrom("plans").selectAll().executeTakeFirstOrThrow()
    expect(plan).toMatchObject({
      slug: "148-kh-ubnd",
      state: "published",
      issuer: "Ủy ban nhân dân tỉnh Kiên Giang",
      issued_on: "2020-09-29",
      starts_on: "2021-01-01",
      ends_on: "2025-12-31",
      is_sample: true,
    })
    const targets = await database.db
      .selectFrom("targets")
      .select(["measure", "aim"])
      .orderBy("position")
      .execute()
    expect(targets.map(({ aim }) => aim)).toEqual([105, 80, 560, 1, 90, 55, 40, null, 100])
    expect(targets.every(({ measure }) => measure !== null)).toBe(true)
    const solutions = await database.db
      .selectFrom("plan_sections")
      .select("items")
      .where("kind", "=", "solutions")
      .executeTakeFirstOrThrow()
    expect(solutions.items).toHaveLength(9)
  })

  it("has articles of every year, some without an hour, and headlines with and without text", async () => {
    const { rows: articles } = await sql<{ year: number }>`
      select distinct extract(year from published_at)::int as year from articles order by 1`.execute(
      database.db,
    )
    expect(articles.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025])
    const { rows } = await sql`
      select (select count(*) > 2 from articles where not hour_is_known) as "withoutHour",
        (select count(*) from highlights where article_id is null) as "bare",
        (select count(*) from highlights) as "highlights",
        (select department from site_settings) as "department"`.execute(database.db)
    expect(rows).toEqual([
      { withoutHour: true, bare: 2, highlights: 8, department: "Sở Kế hoạch và Đầu tư tỉnh Kiên Giang" },
    ])
  })
})

describe("loading and clearing", () => {
  it(
    "comes to the same rows every time, and once is enough",
    async () => {
      const other = await freshDatabase()
      try {
        const start = performance.now()
        expect(await loadSample(asApplication(other.db))).toEqual({
          organisations: 3464,
          reports: 14_631,
          ratings: 2836,
          articles: 16,
          plans: 1,
        })
        console.log(`The sample province loads in ${Math.round(performance.now() - start)} ms`)

        expect(await fingerprint(other.db)).toBe(await fingerprint(database.db))
        expect(await loadSample(asApplication(other.db))).toMatchObject({
          organisations: 0,
          articles: 0,
          plans: 0,
        })
      } finally {
        await other.close()
      }
    },
    minutes(2),
  )

  it(
    "takes every fictional record away, leaves the real ones, and stands in the change log",
    async () => {
      const other = await freshDatabase({ from: "sample" })
      try {
        await addRealRecords(other.db)
        expect(await clearSample(asApplication(other.db))).toMatchObject({ articles: 16, plans: 1 })

        expect(await sampleIsLoaded(other.db)).toBe(false)
        expect(await leftIn(other.db)).toEqual({
          organisations: 1,
          organisation_events: 0,
          organisation_states: 0,
          organisation_former_states: 0,
          yearly_reports: 0,
          ratings: 0,
          union_members: 0,
          organisation_members: 0,
          ocop_recognitions: 0,
          articles: 1,
          highlights: 0,
          plans: 0,
          targets: 0,
          reporting_rounds: 0,
          report_filings: 0,
        })
        const settings = await other.db.selectFrom("site_settings").selectAll().executeTakeFirstOrThrow()
        expect(settings).toMatchObject({ department: "Sở chủ quản kinh tế tập thể", place_id: null })
        const log = await other.db
          .selectFrom("changes")
          .select(["action", "actor", "via"])
          .where("record_kind", "=", "sample")
          .orderBy("id")
          .execute()
        expect(log).toEqual([
          { action: "load", actor: "hoptac", via: "shell" },
          { action: "clear", actor: "hoptac", via: "shell" },
        ])
      } finally {
        await other.close()
      }
    },
    minutes(2),
  )

  it("leaves the site's own words alone", async () => {
    const other = await freshDatabase()
    try {
      await other.db.updateTable("site_settings").set({ department: "Sở Tài chính tỉnh An Giang" }).execute()
      await settleIn(other.db)
      await settleOut(other.db)
      const settings = await other.db.selectFrom("site_settings").selectAll().executeTakeFirstOrThrow()
      expect(settings).toMatchObject({
        department: "Sở Tài chính tỉnh An Giang",
        portal_name: "Cổng thông tin kinh tế tập thể",
      })
    } finally {
      await other.close()
    }
  })
})

function minutes(count: number) {
  return count * 60_000
}

type Condition = ReturnType<typeof sql>

async function countOn(day: string, condition: Condition, slug = "tinh-kien-giang-91") {
  const { rows } = await sql<{ count: number }>`
    select count(*) from organisation_states state
    join organisations organisation on organisation.id = state.organisation_id
    where ${day}::date between state.valid_from and state.valid_to and state.status <> 'ended' and ${condition}
      and exists (select from place_territories territory join places on places.id = territory_id
        where places.slug = ${slug} and territory.place_id = state.place_id
          and ${day}::date between territory.valid_from and territory.valid_to)`.execute(database.db)
  return rows[0]!.count
}

async function bySectorOn(day: string) {
  const { rows } = await sql<{ sector: string; count: number }>`
    select state.sector, count(*) from organisation_states state
    join organisations organisation on organisation.id = state.organisation_id
    where ${day}::date between state.valid_from and state.valid_to and state.status <> 'ended' and ${cooperatives}
    group by 1`.execute(database.db)
  return Object.fromEntries(rows.map(({ sector, count }) => [sector, count]))
}

async function countEvents(kind: string, from: string, to: string, condition: Condition = sql`true`) {
  const { rows } = await sql<{ count: number }>`
    select count(*) from organisation_events event
    join organisations organisation on organisation.id = event.organisation_id
    join organisation_states state on state.organisation_id = organisation.id
      and event.happened_on between state.valid_from and state.valid_to
    where event.kind = ${kind} and event.happened_on between ${from}::date and ${to}::date
      and ${cooperatives} and ${condition}`.execute(database.db)
  return rows[0]!.count
}

/** Over the accepted reports of those that stand at the end of the year. */
async function sumOf(expression: string, year: number, condition: Condition) {
  return (await sums(expression, "1", year, condition)).sum
}

async function averageOf(expression: string, per: string, year: number, condition: Condition) {
  const { sum, per: divisor } = await sums(expression, per, year, condition)
  return sum / divisor
}

async function sums(expression: string, per: string, year: number, condition: Condition) {
  const { rows } = await sql<{ sum: number; per: number }>`
    select sum(${sql.raw(expression)}), sum(${sql.raw(per)}) as per from yearly_reports report
    join organisations organisation on organisation.id = report.organisation_id
    join organisation_states state on state.organisation_id = organisation.id
      and make_date(${year}, 12, 31) between state.valid_from and state.valid_to and state.status <> 'ended'
    where report.year = ${year} and report.state in ('accepted', 'locked') and ${condition}`.execute(
    database.db,
  )
  return rows[0]!
}

async function sharesOf(year: number) {
  const { rows } = await sql<{ good_or_fair: number; average: number; weak: number }>`
    select round(100.0 * count(*) filter (where class in ('good', 'fair')) / count(*)) as good_or_fair,
      round(100.0 * count(*) filter (where class = 'average') / count(*)) as average,
      round(100.0 * count(*) filter (where class = 'weak') / count(*)) as weak
    from ratings join organisations organisation on organisation.id = organisation_id
    where year = ${year} and class is not null and kind = 'cooperative'`.execute(database.db)
  return rows[0]
}

/** Operating for 24 months, with profit in the two latest reported years and, where rated, good or fair. */
async function communesWithModel(day: string, year: number) {
  const { rows } = await sql<{ communes: number; with_model: number }>`
    select count(*) as communes, count(*) filter (where exists (
      select from organisation_states state
      join organisations organisation on organisation.id = state.organisation_id
      where state.place_id = commune.id and state.status = 'operating'
        and ${day}::date between state.valid_from and state.valid_to
        and organisation.founded_on <= ${day}::date - interval '24 months'
        and not exists (select from organisation_states pause where pause.organisation_id = organisation.id
          and pause.status <> 'operating' and pause.valid_to >= ${day}::date - interval '24 months'
          and pause.valid_from <= ${day}::date)
        and 2 = (select count(*) from yearly_reports where organisation_id = organisation.id
          and year in (${year}, ${year}::int - 1) and profit_before_tax > 0)
        and not exists (select from ratings where organisation_id = organisation.id
          and year = ${year} and class in ('average', 'weak')))) as with_model
    from places commune
    join place_territories territory on territory.place_id = commune.id
      and ${day}::date between territory.valid_from and territory.valid_to
    join places province on province.id = territory.territory_id and province.slug = 'tinh-kien-giang-91'
  `.execute(database.db)
  return rows[0]!
}

async function fingerprint(db: typeof database.db) {
  const { rows } = await sql<{ print: string }>`
    select md5(string_agg(line, '' order by line collate "C")) as print from (
      select concat_ws('|', slug, kind, name, code, address, phone, charter_capital, legal_representative, founded_on)
        as line from organisations
      union all
      select concat_ws('|', slug, event.kind, happened_on, document_number, event.facts - 'place_id')
      from organisation_events event join organisations on organisations.id = organisation_id
      union all
      select concat_ws('|', slug, (to_jsonb(report) - 'id' - 'organisation_id')::text)
      from yearly_reports report join organisations on organisations.id = organisation_id
      union all
      select concat_ws('|', slug, year, points, class, not_rated_reason, rated_on)
      from ratings join organisations on organisations.id = organisation_id
      union all
      select concat_ws('|', slug, title, body_html, published_at) from articles
    ) lines`.execute(db)
  return rows[0]!.print
}

async function addRealRecords(db: typeof database.db) {
  await db
    .insertInto("organisations")
    .values({ slug: "that", kind: "cooperative", name: "Hợp tác xã có thật", founded_on: "2026-01-05" })
    .execute()
  const section = await db.selectFrom("sections").select("id").executeTakeFirstOrThrow()
  await db
    .insertInto("articles")
    .values({
      slug: "tin-that",
      section_id: section.id,
      title: "Tin thật",
      body_html: "",
      published_at: new Date(),
    })
    .execute()
}

async function leftIn(db: typeof database.db) {
  const tables = [
    "organisations",
    "organisation_events",
    "organisation_states",
    "organisation_former_states",
    "yearly_reports",
    "ratings",
    "union_members",
    "organisation_members",
    "ocop_recognitions",
    "articles",
    "highlights",
    "plans",
    "targets",
    "reporting_rounds",
    "report_filings",
  ] as const
  const counts = tables.map(async (table) => {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(db)
    return [table, rows[0]!.count]
  })
  return Object.fromEntries(await Promise.all(counts))
}
