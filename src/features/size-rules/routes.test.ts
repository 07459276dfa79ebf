import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"

const today = "2026-06-15"
const root = "/ban-lam-viec/quan-tri/quy-mo"
let database: Awaited<ReturnType<typeof freshDatabase>>
let administrator: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
  await writeRegister(database.db)
  administrator = await signInAs(database.db, { name: "Mai", roles: [{ role: "administrator" }] })
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)
const words = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")

async function sizeOn(day: string, members: number) {
  const { rows } = await sql<{ class: string | null }>`
    select size_class('members', null, ${day}::date, ${members}, null, null) as class`.execute(database.db)
  return rows[0]!.class
}

describe("size thresholds", () => {
  it("say what of the decree is not entered", async () => {
    const page = words((await as(administrator).get(root)).text)
    expect(page).toContain("Lớn: từ 300 thành viên và (doanh thu từ 50 tỷ đồng hoặc vốn từ 10 tỷ đồng)")
    expect(page).toContain("chưa nhập: vừa, nhỏ, siêu nhỏ")
    expect(page).toContain("Tài chính, ngân hàng và bảo hiểm chưa nhập ngưỡng nào")
    expect(words((await as(administrator).get(`/en${root}`)).text)).toContain(
      "not entered: medium, small, micro",
    )
  })

  it("are completed by an administrator, and those that overlap or leave a gap are refused", async () => {
    const path = `${root}/decree-113-services/2024-11-01`
    const form = {
      "phien-ban": "0",
      large_least_members: "100",
      large_least_revenue: "100.000.000.000",
      article: "Nghị định 113/2024/NĐ-CP",
      valid_from: "01/11/2024",
    }
    const overlap = await as(administrator).post(path, { ...form, medium_least_members: "100" })
    expect([
      overlap.status,
      words(overlap.text).includes("Ngưỡng của lớp vừa phải thấp hơn lớp lớn"),
    ]).toEqual([422, true])
    const gap = await as(administrator).post(path, { ...form, micro: "1" })
    expect([gap.status, words(gap.text).includes("Lớp vừa chưa có ngưỡng")]).toEqual([422, true])
    expect((await as(administrator).post(path, form)).status).toBe(303)
    expect((await as(administrator).post(path, form)).status).toBe(409)
    const page = words((await as(administrator).get(path)).text)
    expect(page).toContain("Lớn: từ 100 thành viên và (doanh thu từ 100 tỷ đồng)")
  })

  it("that are new hold from their day on; the years before keep theirs", async () => {
    const path = `${root}/members/2020-04-01/moi`
    const form = {
      "phien-ban": "1",
      large_least_members: "500",
      medium_least_members: "200",
      small_least_members: "20",
      micro: "1",
      article: "Thông tư mới",
    }
    const early = await as(administrator).post(path, { ...form, valid_from: "01/01/2020" })
    expect([early.status, early.text.includes("Đã có ngưỡng khác trong thời gian đó")]).toEqual([422, true])
    expect((await as(administrator).post(path, { ...form, valid_from: "01/01/2026" })).status).toBe(303)
    expect(await sizeOn("2025-12-31", 600)).toBe("medium")
    expect(await sizeOn("2026-01-01", 600)).toBe("large")
    expect(await sizeOn("2026-01-01", 19)).toBe("micro")
    const before = words((await as(administrator).get(`${root}/members/2020-04-01`)).text)
    expect(before).not.toContain("Ngưỡng mới từ một ngày")
  })

  it("are read by an auditor, and changed by an administrator alone", async () => {
    const auditor = await signInAs(database.db, { name: "Thu", roles: [{ role: "auditor" }] })
    const officer = await signInAs(database.db, { name: "Nam", roles: [{ role: "province_officer" }] })
    const path = `${root}/capital/2020-04-01`
    expect((await as(auditor).get(path)).text).not.toContain("<input")
    expect((await as(auditor).post(path, {})).status).toBe(403)
    expect((await as(officer).get(root)).status).toBe(404)
  })
})
