import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"
import { shades } from "./counts.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let get: ReturnType<typeof visitor>["get"]
beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
  get = visitor(database.db).get
}, 60_000)
afterAll(() => database.close())

/** Every number of the tables and the list it opens. */
async function cellsOf(path: string) {
  const { text, status } = await get(path)
  expect(status).toBe(200)
  const links = [...text.matchAll(/<td class="table__number"><a href="([^"]+)">([\d.]+)<\/a>/g)]
  return links.map(([, link, number]) => ({
    path: link!.replaceAll("&amp;", "&"),
    number: Number(number!.replaceAll(".", "")),
  }))
}

async function lengthOf(path: string) {
  const answer = await get(path.replace("/hop-tac-xa?", "/hop-tac-xa.json?"))
  return (JSON.parse(answer.text) as { count: number }).count
}

describe("the register counted by place, sector and status", () => {
  it.each([
    ["today", "/hop-tac-xa/thong-ke"],
    ["on a day before the communes of today", "/hop-tac-xa/thong-ke?ngay=2022-06-30&tinh-trang=tat-ca"],
    [
      "narrowed to a district that was, and a kind",
      "/hop-tac-xa/thong-ke?dia-ban=huyen-giong-rieng-906&loai=hop-tac-xa",
    ],
    ["narrowed by size", "/hop-tac-xa/thong-ke?quy-mo=tv-nho&ngay=2025-12-31"],
    ["as it was known on a day", "/hop-tac-xa/thong-ke?biet-den=2020-01-01"],
  ])("opens every number to just as many records, %s", async (_, path) => {
    const cells = await cellsOf(path)
    expect(cells.length).toBeGreaterThan(10)
    for (const { path, number } of cells) expect([path, await lengthOf(path)]).toEqual([path, number])
  })

  it("adds up to the whole", async () => {
    const cells = await cellsOf("/hop-tac-xa/thong-ke")
    const whole = cells.find(({ path }) => path === "/hop-tac-xa?dia-ban=tinh-kien-giang-91")!
    const perUnit = cells.filter(
      ({ path }) => !path.includes("linh-vuc") && !path.includes("tinh-trang") && path !== whole.path,
    )
    expect(perUnit.reduce((sum, { number }) => sum + number, 0)).toBe(whole.number)
  })

  it("shades tiles by how many there are, equal numbers alike", () => {
    expect(shades([0, 3, 1, 3, 9, 27, 81], 5)).toEqual([0, 2, 1, 2, 3, 4, 5])
    expect(shades([7, 7], 5)).toEqual([5, 5])
    expect(shades([0], 5)).toEqual([0])
  })
})

describe("size classes", () => {
  const classOf = async (
    axis: string,
    industry: string | null,
    day: string,
    ...numbers: (number | null)[]
  ) => {
    const [members = null, revenue = null, capital = null] = numbers
    const { rows } = await sql<{ class: string | null }>`
      select size_class(${axis}, ${industry}, ${day}::date, ${members}, ${revenue}, ${capital}) as class`.execute(
      database.db,
    )
    return rows[0]!.class
  }
  const billion = 1e9

  it.each([
    ["large", 300, 50 * billion, 0],
    ["medium", 299, 50 * billion, 0],
    // Members are mandatory, and one of revenue and capital is enough.
    ["medium", 250, 60 * billion, null],
    ["medium", 200, 0, 5 * billion],
    ["small", 200, 5 * billion, billion],
    ["small", 50, 2 * billion, null],
    ["micro", 49, 60 * billion, 60 * billion],
    ["micro", 500, billion, 0],
  ])(
    "are %s by Decree 113/2024 in agriculture with %d members",
    async (expected, members, revenue, capital) => {
      expect(await classOf("decree_113", "agriculture", "2025-12-31", members, revenue, capital)).toBe(
        expected,
      )
    },
  )

  it("are not told where a threshold was not recovered, a number is missing, or no rule is in force", async () => {
    expect(await classOf("decree_113", "industry", "2025-12-31", 100, 80 * billion, 0)).toBe("large")
    expect(await classOf("decree_113", "industry", "2025-12-31", 99, 80 * billion, 0)).toBeNull()
    expect(await classOf("decree_113", "services", "2025-12-31", 1000, 80 * billion, 0)).toBeNull()
    expect(await classOf("decree_113", "agriculture", "2025-12-31", null, 1, 1)).toBeNull()
    expect(await classOf("decree_113", "agriculture", "2023-12-31", 300, 50 * billion, 0)).toBeNull()
  })

  it.each([
    ["micro", 49],
    ["small", 50],
    ["small", 300],
    ["medium", 301],
    ["medium", 1000],
    ["large", 1001],
  ])("are %s by Circular 01/2020 with %d members", async (expected, members) => {
    expect(await classOf("members", null, "2021-12-31", members)).toBe(expected)
  })

  it("follow the report that is corrected, and the rules that are completed", async () => {
    const { db } = database
    const report = await db
      .selectFrom("yearly_reports")
      .select(["id", "organisation_id", "year"])
      .where("state", "=", "accepted")
      .orderBy("year", "desc")
      .limit(1)
      .executeTakeFirstOrThrow()
    const kept = () =>
      db
        .selectFrom("organisation_sizes")
        .select(["members", "capital"])
        .where("organisation_id", "=", report.organisation_id)
        .where("year", "=", report.year)
        .executeTakeFirst()
    await db
      .updateTable("yearly_reports")
      .set({ members: 1001, capital: 1 })
      .where("id", "=", report.id)
      .execute()
    expect(await kept()).toEqual({ members: "large", capital: "micro" })
    await db
      .updateTable("size_rules")
      .set({ least_members: 2000 })
      .where("axis", "=", "members")
      .where("class", "=", "large")
      .execute()
    expect(await kept()).toEqual({ members: "medium", capital: "micro" })
    // Rules that are taken away and written anew in one go are one change: sizes that stay are not written twice.
    const written = async () => {
      const { rows } = await sql<{
        at: string
      }>`select ctid::text as at from organisation_sizes order by 1`.execute(db)
      return rows
    }
    const before = await written()
    await db.transaction().execute(async (trx) => {
      const rules = await trx.deleteFrom("size_rules").returningAll().execute()
      await trx
        .insertInto("size_rules")
        .values(rules.map(({ id: _, ...rule }) => rule))
        .execute()
    })
    expect(await written()).toEqual(before)
    await db.updateTable("yearly_reports").set({ state: "returned" }).where("id", "=", report.id).execute()
    expect(await kept()).toBeUndefined()
  })
})

describe("products with OCOP stars", () => {
  it("narrow the list by the day: an expired recognition counts no more", async () => {
    const { rows } = await sql<{ slug: string; valid_from: string; valid_to: string; stars: number }>`
      select organisation.slug, ocop.valid_from, ocop.valid_to, ocop.stars from ocop_recognitions ocop
      join organisations organisation on organisation.id = ocop.organisation_id
      where ocop.superseded_at is null and ocop.valid_to < 'infinity' order by ocop.id limit 1`.execute(
      database.db,
    )
    const { slug, valid_from, valid_to, stars } = rows[0]!
    const listed = async (day: string, ocop: string) => {
      const { text } = await get(`/hop-tac-xa.json?ngay=${day}&ocop=${ocop}&tinh-trang=tat-ca`)
      return text.includes(`"slug":"${slug}"`)
    }
    expect(await listed(valid_from, "co")).toBe(true)
    expect(await listed(valid_to, String(stars))).toBe(true)
    const { rows: after } = await sql<{ day: string }>`select (${valid_to}::date + 1) as day`.execute(
      database.db,
    )
    expect(await listed(after[0]!.day, "co")).toBe(false)
  })
})

describe("the phone of a cooperative group", () => {
  const number = "0912 345 678"

  it("is shown at no public address unless the group publishes it", async () => {
    const { db } = database
    const group = await db
      .selectFrom("organisations")
      .select(["id", "slug"])
      .where("kind", "=", "cooperative_group")
      .orderBy("id")
      .limit(1)
      .executeTakeFirstOrThrow()
    const shows = async () => {
      await db
        .updateTable("organisations")
        .set({ version: sql`version + 1` })
        .where("id", "=", group.id)
        .execute()
      const paths = [
        `/hop-tac-xa/${group.slug}`,
        `/en/hop-tac-xa/${group.slug}`,
        "/hop-tac-xa.csv",
        "/hop-tac-xa.json",
      ]
      const texts = await Promise.all(paths.map(async (path) => (await get(path)).text))
      return texts.map((text) => text.includes(number))
    }
    await db.updateTable("organisations").set({ phone: number }).where("id", "=", group.id).execute()
    expect(await shows()).toEqual([false, false, false, false])
    await db
      .updateTable("organisations")
      .set({ contact_is_public: true })
      .where("id", "=", group.id)
      .execute()
    expect(await shows()).toEqual([true, true, false, false])
  })
})
