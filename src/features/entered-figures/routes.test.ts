import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { writeRegister } from "../measures/test-register.ts"
import { loadPlaces } from "../places/load-places.ts"
import { readEntered } from "./figures.ts"

const root = "/ban-lam-viec/uoc-thuc-hien"
const today = "2026-11-26"
let database: Awaited<ReturnType<typeof freshDatabase>>
let planner: SignedIn
let auditor: SignedIn
let home: { id: number; slug: string }
beforeAll(async () => {
  database = await freshDatabase()
  const db = asApplication(database.db)
  await loadPlaces(db)
  home = await database.db
    .selectFrom("places")
    .select(["id", "slug"])
    .where("code", "=", "91")
    .where("valid_to", "=", "infinity")
    .where("level", "=", "province")
    .executeTakeFirstOrThrow()
  await database.db.updateTable("site_settings").set({ place_id: home.id }).execute()
  await writeRegister(database.db, [
    {
      name: "Một",
      place: "30904",
      founded: "2020-05-01",
      reports: { 2025: { members: 42, revenue: 2_000_000_000 } },
    },
    { name: "Hai", place: "30904", founded: "2025-02-01" },
  ])
  planner = await signInAs(database.db, { name: "Vũ", roles: [{ role: "planner" }] })
  auditor = await signInAs(database.db, { name: "Thu", roles: [{ role: "auditor" }] })
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)
const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("\u00a0", " ")
    .replace(/\s+/g, " ")

const form = () => ({
  kind: "estimate",
  measure: "average_revenue",
  place: home.slug,
  year: "2026",
  period: "year",
  sector: "",
  value: "1.950,5",
  basis: "Báo cáo nhanh của các xã đến 31/10",
  document_number: "",
})

describe("estimates and planned figures", () => {
  it("are put down with what they rest on, and read by place, year and kind", async () => {
    expect((await as(planner).post(root, form())).status).toBe(303)
    const plan = { ...form(), kind: "plan", value: "1.800", document_number: "15/NQ-HĐND" }
    expect((await as(planner).post(root, plan)).status).toBe(303)

    const list = words((await as(auditor).get(root)).text)
    expect(list).toContain("1,8 tỷ đồng 1,95 tỷ đồng Ước chưa có 108,4 % Ước")
    expect(await readEntered(database.db, { year: 2026, placeId: home.id, kinds: ["plan"] })).toMatchObject([
      { measure: "average_revenue", value: 1_800_000_000, sector: null, document_number: "15/NQ-HĐND" },
    ])
    expect(await readEntered(database.db, { year: 2025, placeId: home.id })).toEqual([])
  })

  it("are put down once, and otherwise replaced, with both kept", async () => {
    const again = await as(planner).post(root, { ...form(), value: "2.000" })
    expect(again.status).toBe(422)
    expect(again.text).toContain("Đã có số này cho cùng chỉ tiêu")
    expect(again.text).toContain('value="2.000"')

    const [estimate] = await readEntered(database.db, { year: 2026, placeId: home.id, kinds: ["estimate"] })
    const replacement = { value: "2.100", basis: "Số 10 tháng", document_number: "" }
    const replaced = await as(planner).post(`${root}/${estimate!.id}`, replacement)
    expect(replaced.status).toBe(303)
    // Somebody else had the old one open.
    const late = await as(planner).post(`${root}/${estimate!.id}`, { ...replacement, value: "1.000" })
    expect(late.status).toBe(409)

    const now = await readEntered(database.db, { year: 2026, placeId: home.id, kinds: ["estimate"] })
    expect(now).toMatchObject([{ value: 2_100_000_000, replaces_id: estimate!.id }])
    const page = words((await as(auditor).get(`${root}/${now[0]!.id}`)).text)
    expect(page).toContain("2,1 tỷ đồng (đang dùng) Số 10 tháng Vũ")
    expect(page).toContain("1,95 tỷ đồng (đã thay) Báo cáo nhanh của các xã đến 31/10")
    expect(page).toContain("Vũ (Cán bộ kế hoạch) đã thay số ước thực hiện")
    expect(words((await as(planner).get(`${root}/${estimate!.id}`)).text)).toContain(
      "Đã được thay bằng số mới",
    )
  })

  it("stand beside the outcome once the year is over and its reports are in", async () => {
    for (const [measure, value] of [
      ["cooperatives", "4"],
      ["average_revenue", "1.000"],
      ["cooperatives_founded", "1"],
    ])
      await as(planner).post(root, { ...form(), year: "2025", measure: measure!, value: value! })
    const list = words((await as(planner).get(`${root}?nam=2025`)).text)
    expect(list).toContain("Tổng số hợp tác xã – 4 Ước 2")
    expect(list).toContain("Số hợp tác xã thành lập mới – 1 Ước 1")
    expect(list).toContain("1 tỷ đồng Ước 2 tỷ đồng")
    const [estimate] = await readEntered(database.db, { year: 2025, placeId: home.id })
    expect(words((await as(planner).get(`${root}/${estimate!.id}`)).text)).toContain(
      "Thực hiện: 2 (so với số ước: 50 %)",
    )
    const json = JSON.parse((await as(auditor).get(`${root}.json?nam=2025`)).text)
    expect(json.rows).toContainEqual(
      expect.objectContaining({ measure: "average_revenue", estimate: 1e9, outcome: 2e9 }),
    )
  })

  it("can be taken back, and put down anew", async () => {
    const subject = { ...form(), year: "2027", measure: "members", value: "50.000" }
    await as(planner).post(root, subject)
    const [mistake] = await readEntered(database.db, { year: 2027, placeId: home.id })
    const taken = await as(planner).post(`${root}/${mistake!.id}`, { value: "", basis: "Nhập nhầm năm" })
    expect(taken.status).toBe(303)
    expect(await readEntered(database.db, { year: 2027, placeId: home.id })).toEqual([])
    expect((await as(planner).post(root, subject)).status).toBe(303)
    expect(await readEntered(database.db, { year: 2027, placeId: home.id })).toHaveLength(1)
  })

  it.each([
    ["value", { value: "nhiều" }, "Hãy viết số như"],
    ["value", { measure: "cooperatives_weak_share", value: "101" }, "Tỷ lệ phải từ 0 đến 100"],
    ["value", { measure: "members", value: "-1" }, "không thể âm"],
    ["value", { measure: "members", value: "1,5" }, "số nguyên"],
    ["measure", { measure: "everything" }, "Hãy chọn một mục"],
    ["place", { place: "khong-co" }, "Không có địa bàn này"],
    ["basis", { basis: "" }, "Hãy điền mục này"],
    ["year", { year: "19" }, "từ 1.990"],
  ])("say what is wrong with their %s, and keep the rest: %j", async (field, typed, message) => {
    const page = await as(planner).post(root, { ...form(), year: "2030", document_number: "9/BC", ...typed })
    expect(page.status).toBe(422)
    expect(page.text).toContain(message)
    expect(page.text).toContain(`href="#${field}"`)
    expect(page.text).toContain('value="9/BC"')
  })

  it("may be a loss, where a profit is meant", async () => {
    const loss = { ...form(), year: "2028", measure: "average_profit", value: "-12,5" }
    expect((await as(planner).post(root, loss)).status).toBe(303)
    expect(await readEntered(database.db, { year: 2028, placeId: home.id })).toMatchObject([
      { value: -12_500_000 },
    ])
  })

  it("are read by who sees the reports to the ministry, and written by who writes them", async () => {
    const officer = await signInAs(database.db, { name: "An", roles: [{ role: "editor" }] })
    expect((await as(officer).get(root)).status).toBe(404)
    expect((await as(auditor).post(root, form())).status).toBe(403)
    expect((await as(auditor).get(`${root}/moi`)).status).toBe(403)
    expect((await as(auditor).get(root)).text).not.toContain(`${root}/moi`)
    expect((await as(planner).get(`${root}/moi?nam=2031&chi-tieu=members`)).text).toContain('value="2031"')
    expect((await as(planner).get(`${root}/999999`)).status).toBe(404)
  })
})
