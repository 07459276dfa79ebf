import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { loadPlaces } from "./load-places.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let counts: Awaited<ReturnType<typeof loadPlaces>>
beforeAll(async () => {
  database = await freshDatabase()
  counts = await loadPlaces(asApplication(database.db))
})
afterAll(() => database.close())

describe("loading the places", () => {
  it("brings the nation, its provinces, districts and communes, with what became of them", async () => {
    expect(counts.places).toBe(438)
    const { rows } = await sql<{ level: string; count: number }>`
      select level, count(*) from places group by level order by count(*)`.execute(database.db)
    expect(rows).toEqual([
      { level: "nation", count: 1 },
      { level: "province", count: 3 },
      { level: "district", count: 28 },
      { level: "commune", count: 406 },
    ])
  })

  it("changes nothing the second time", async () => {
    expect(await loadPlaces(asApplication(database.db))).toEqual({
      places: 0,
      successions: 0,
      territories: 0,
    })
  })

  it("gives each unit an address with its kind, and the year where it came later", async () => {
    const slugs = await database.db.selectFrom("places").select("slug").where("code", "=", "30742").execute()
    expect(slugs.map(({ slug }) => slug).sort()).toEqual([
      "phuong-rach-gia-30742-tu-2025",
      "phuong-vinh-bao-30742",
      "phuong-vinh-thanh-van-30742-tu-2025",
    ])
  })

  it("leaves no unit without a parent on any day it is in force", async () => {
    const { rows } = await sql`
      select place.slug from places place
      where place.level <> 'nation'
        and datemultirange(daterange(place.valid_from, place.valid_to, '[]')) <> coalesce((
          select range_agg(daterange(parent.valid_from, parent.valid_to, '[]')
            * daterange(place.valid_from, place.valid_to, '[]'))
          from places parent
          where parent.code = place.parent_code and parent.level = place.parent_level), '{}')`.execute(
      database.db,
    )
    expect(rows).toEqual([])
  })
})

describe("the communes of old Kiên Giang", () => {
  it.each([
    ["2017-10-05", 145],
    ["2019-06-30", 145],
    ["2022-12-31", 144],
    ["2024-12-31", 144],
    ["2025-03-31", 143],
    ["2025-06-30", 143],
  ])("are counted as the statistics list had them on %s: %i", async (day, count) => {
    expect(await countOn("tinh-kien-giang-91", day)).toEqual({ within: count })
  })

  it("are the 48 new units of its land after 1/7/2025", async () => {
    expect(await countOn("tinh-kien-giang-91", "2025-07-01")).toEqual({ succession: 48 })
    expect(await countOn("tinh-kien-giang-91", "2030-01-01")).toEqual({ succession: 48 })
  })

  it("stand with those of old An Giang in the new province before 1/7/2025", async () => {
    expect(await countOn("tinh-an-giang-91-tu-2025", "2025-06-30")).toEqual({ succession: 298 })
    expect(await countOn("tinh-an-giang-91-tu-2025", "2025-07-01")).toEqual({ within: 102 })
    expect(await countOn("tinh-an-giang-89", "2025-07-01")).toEqual({ succession: 54 })
  })

  it("follow a district where its land stayed whole, and leave what was mixed with a neighbour's", async () => {
    expect(await namesOn("huyen-chau-thanh-905", "2025-07-01")).toEqual([
      "Bình An",
      "Châu Thành",
      "Thạnh Lộc",
    ])
    // Phường Vĩnh Thông took Mỹ Lâm in, from Hòn Đất.
    expect(await namesOn("thanh-pho-rach-gia-899", "2025-07-01")).toEqual(["Rạch Giá"])
    expect(await namesOn("phuong-vinh-thong-30760-tu-2025", "2025-06-30")).toEqual([
      "Mỹ Lâm",
      "Phi Thông",
      "Vĩnh Thông",
    ])
  })

  it("keep the towns of Phú Quốc together through their changes of name and kind", async () => {
    const phuQuoc = "dac-khu-phu-quoc-31078-tu-2025"
    expect(await countOn(phuQuoc, "2020-01-01")).toEqual({ succession: 9 })
    expect(await countOn(phuQuoc, "2021-03-01")).toEqual({ succession: 8 })
    expect(await countOn(phuQuoc, "2025-07-01")).toEqual({ within: 1 })
  })
})

async function countOn(slug: string, day: string) {
  const { rows } = await sql<{ relation: string; count: number }>`
    select territory.relation, count(*) from place_territories territory
    join places on places.id = territory.territory_id
    where places.slug = ${slug} and ${day}::date between territory.valid_from and territory.valid_to
    group by territory.relation`.execute(database.db)
  return Object.fromEntries(rows.map(({ relation, count }) => [relation, count]))
}

async function namesOn(slug: string, day: string) {
  const { rows } = await sql<{ name: string }>`
    select commune.name from place_territories territory
    join places on places.id = territory.territory_id
    join places commune on commune.id = territory.place_id
    where places.slug = ${slug} and ${day}::date between territory.valid_from and territory.valid_to
    order by commune.name`.execute(database.db)
  return rows.map(({ name }) => name)
}
