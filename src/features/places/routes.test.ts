import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let cast: Organisations
let get: ReturnType<typeof visitor>["get"]

beforeAll(async () => {
  database = await freshDatabase()
  cast = await writeRegister(database.db)
  const province = database.db.selectFrom("places").select("id").where("slug", "=", "tinh-kien-giang-91")
  await database.db.updateTable("site_settings").set({ place_id: province }).execute()
  get = visitor(database.db).get
})
afterAll(() => database.close())

/** The row of a table that is about a place: its numbers, and where they lead. */
function rowOf(text: string, slug: string) {
  const row = text
    .split("<tr")
    .slice(1)
    .find((each) => each.includes(`<a href="/dia-ban/${slug}`))
  const cells = [...(row ?? "").matchAll(/<td class="table__number">(.*?)<\/td>/g)].map((cell) => cell[1]!)
  return { numbers: cells.map((cell) => Number(cell.replace(/<[^>]+>/g, ""))), cells }
}

describe("the list of places", () => {
  it("shows the units of today on the land the portal answers for", async () => {
    const { text } = await get("/dia-ban")
    expect(text).toContain("48 đơn vị của tỉnh Kiên Giang trước đây")
    expect(text).toContain("Đặc khu Phú Quốc")
    expect(text).not.toContain("Huyện Châu Thành")
  })

  it("shows districts with their communes on a day when there were districts", async () => {
    const { text } = await get("/dia-ban?ngay=31/12/2023")
    expect(text).toContain("159 đơn vị của tỉnh Kiên Giang")
    expect(rowOf(text, "huyen-chau-thanh-905").numbers).toEqual([1, 0, 1, 0])
    expect(rowOf(text, "xa-binh-an-30898").numbers).toEqual([1, 0, 1, 0])
  })

  it("counts credit funds among the cooperatives, and says how many they are", async () => {
    const { text } = await get("/dia-ban?ngay=31/12/2023")
    expect(rowOf(text, "thanh-pho-rach-gia-899").numbers).toEqual([1, 1, 0, 1])
  })

  it("opens every number to its records", async () => {
    const { text } = await get("/dia-ban?ngay=31/12/2023")
    expect(rowOf(text, "xa-binh-an-30898").cells[0]).toContain(
      "/so-lieu/cooperatives?dia-ban=xa-binh-an-30898&amp;ngay=2023-12-31",
    )
  })

  it("leads to the days before units changed", async () => {
    const { text } = await get("/dia-ban")
    expect(text).toContain('href="/dia-ban?ngay=2025-06-30"')
    expect(text).toContain("143 đơn vị chấm dứt")
  })

  it.each(["binh an", "Bình An", "xã bình an", "BINH AN"])(
    "finds namesakes by “%s”, each with its parent",
    async (tim) => {
      const { text } = await get(`/dia-ban?tim=${encodeURIComponent(tim)}`)
      expect(text).toContain("Xã Bình An, huyện Châu Thành")
      expect(text).toContain("Xã Bình An, huyện Kiên Lương")
      expect(text).toContain("Xã Bình An, tỉnh An Giang")
      expect(text).toContain("đến hết 30/06/2025")
    },
  )

  it("says when there is no such place", async () => {
    expect((await get("/dia-ban?tim=atlantis")).text).toContain("Không có địa bàn nào tên “atlantis”")
  })
})

describe("the page of a place", () => {
  it("names a commune with the units above it", async () => {
    const { text } = await get("/dia-ban/xa-binh-an-30808")
    expect(text).toContain("Huyện Kiên Lương, tỉnh Kiên Giang")
    expect(text).toContain(">Xã Bình An</h1>")
  })

  it("shows the last day of a place that is no more, and what became of it", async () => {
    const { text } = await get("/dia-ban/xa-binh-an-30898")
    expect(text).toContain("Xã Bình An không còn là đơn vị hành chính sau ngày 30/06/2025")
    expect(text).toContain('href="/dia-ban/xa-binh-an-30898-tu-2025"')
    expect(text).toContain("Số liệu dưới đây tính đến ngày cuối cùng, 30/06/2025")
    expect(text).toContain(`/hop-tac-xa/${cast.binhAn.slug}?ngay=2025-06-30`)
    expect(text).toContain(
      "/so-lieu/cooperatives?dia-ban=xa-binh-an-30898&amp;linh-vuc=nong-nghiep&amp;ngay=2025-06-30",
    )
  })

  it("says what a new unit was formed from, and by which act", async () => {
    const { text } = await get("/dia-ban/xa-binh-an-30898-tu-2025")
    expect(text).toContain("Hình thành từ")
    expect(text).toContain("Xã Vĩnh Hòa Hiệp, huyện Châu Thành")
    expect(text).toContain("từ 01/07/2025 đến nay")
    expect(text).toMatch(/Nghị quyết \d+/)
  })

  it("lists its organisations, and leads to the register for the rest", async () => {
    const { text } = await get("/dia-ban/xa-binh-an-30898-tu-2025")
    expect(text).toContain(`/hop-tac-xa/${cast.binhAn.slug}`)
    expect(text).toContain("/hop-tac-xa?dia-ban=xa-binh-an-30898-tu-2025")
    expect(text).not.toContain(`/hop-tac-xa/${cast.harmful.slug}`)
  })

  it("shows a district with its communes as of its last day", async () => {
    const { text } = await get("/dia-ban/huyen-chau-thanh-905")
    expect(text).toContain("Các đơn vị trực thuộc")
    expect(rowOf(text, "xa-binh-an-30898").numbers).toEqual([1, 0, 1, 0])
  })

  it("follows its land to another day", async () => {
    const after = await get("/dia-ban/huyen-chau-thanh-905?ngay=2026-01-01")
    expect(after.text).toContain("số liệu là của phần đất từng thuộc đơn vị")
    const before = await get("/dia-ban/xa-binh-an-30898-tu-2025?ngay=2020-12-31")
    expect(before.text).toContain("Đơn vị này chưa có vào ngày 31/12/2020")
    expect(before.text).toContain(`/hop-tac-xa/${cast.binhAn.slug}?ngay=2020-12-31`)
  })

  it("speaks English under /en", async () => {
    const { text } = await get("/en/dia-ban/huyen-chau-thanh-905")
    expect(text).toContain(">Châu Thành district</h1>")
    expect(text).toContain("Kiên Giang province")
  })

  it("is not found under an address nobody has", async () => {
    expect((await get("/dia-ban/xa-khong-co")).status).toBe(404)
  })
})

describe("whatever is sent", () => {
  it.each([
    "/dia-ban/%00",
    "/dia-ban/%25",
    `/dia-ban/${"x".repeat(5000)}`,
    "/dia-ban/viet-nam",
    "/dia-ban?tim=%00",
    "/dia-ban?tim=%25_%5C",
    `/dia-ban?tim=${"a".repeat(10_000)}`,
    "/dia-ban?ngay=0000-01-01",
    "/dia-ban?ngay=31/02/2023",
    "/dia-ban?ngay=1900-01-01",
    "/dia-ban/xa-binh-an-30898?ngay=1900-01-01",
    "/dia-ban/xa-binh-an-30898?ngay=x",
    "/dia-ban/tinh-an-giang-89?ngay=2100-01-01",
  ])("%s is answered", async (path) => {
    expect((await get(path)).status).toBeLessThan(500)
  })
})
