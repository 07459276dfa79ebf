import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"
import { hidePersonalNumbers } from "./personal-numbers.ts"

describe("numbers of identity cards and passports", () => {
  it.each([
    "CCCD số 091234567890",
    "CMND: 371 234 567, cấp tại Kiên Giang",
    "căn cước công dân <strong>091.234.567.890</strong>",
    "Số định danh cá nhân của ông là 091234567890.",
    "hộ chiếu số C1234567",
    "chứng minh nhân dân 371234567",
  ])("are taken out of “%s”", (text) => {
    const shown = hidePersonalNumbers(text)
    expect(shown).toContain("[số đã ẩn]")
    expect(shown.replace(/\D/g, "")).toBe("")
  })
  it.each([
    "Nghị quyết 1654/NQ-UBTVQH15",
    "Mã số thuế 1700123456, điện thoại 0297 3862 037",
    "CCCD cấp ngày 12.03.2021",
    "Đã cấp 1.234.567.890 đồng; 250.000 căn cước",
    "cấp đổi căn cước cho 12.500 người",
  ])("are not seen in “%s”", (text) => {
    expect(hidePersonalNumbers(text)).toBe(text)
  })
})

describe("in public", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  it("an article shows none, nor its headline in a list, a feed or a description", async () => {
    const section = await database.db
      .insertInto("sections")
      .values({ slug: "thong-bao", name: "Thông báo", name_en: "Notices" })
      .returning("id")
      .executeTakeFirstOrThrow()
    await database.db
      .insertInto("articles")
      .values({
        slug: "danh-sach",
        section_id: section.id,
        title: "Danh sách học viên",
        body_html: "<p>Ông An, CCCD 091234567890, bà Bình, CMND 371234567.</p>",
        published_at: new Date("2026-01-05T08:00:00+07:00"),
      })
      .execute()
    const { get } = visitor(database.db)
    for (const path of ["/tin-tuc/danh-sach", "/tin-tuc/danh-sach/ban-in", "/tin-tuc", "/rss.xml", "/"]) {
      const { status, text } = await get(path)
      expect(status, path).toBe(200)
      expect(text, path).toContain("Danh sách học viên")
      expect(text, path).not.toMatch(/091234567890|371234567/)
    }
    expect((await get("/tin-tuc/danh-sach")).text).toContain("[số đã ẩn]")
  })

  it("no column holds one: whoever adds it says here who may see it", async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public'`.execute(database.db)
    const named = rows.map(({ name }) => name)
    expect(named).toContain("organisations.legal_representative")
    const suspicious =
      /cccd|cmnd|cmtnd|can_cuoc|dinh_danh|citizen|identity|national_id|personal_(id|number)|id_(card|number)|passport|birth/
    expect(named.filter((name) => suspicious.test(name))).toEqual([])
  })
})
