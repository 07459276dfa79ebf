import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { loadPlaces } from "../places/load-places.ts"
import { loadAgencies } from "../sample/agencies.ts"

const root = "/ban-lam-viec/quan-tri/co-quan"
const finance = "so-tai-chinh-tinh-an-giang"
const form = {
  kind: "department",
  name: "Sở Công Thương tỉnh An Giang",
  name_en: "",
  short_name: "Sở Công Thương",
  place: "tinh an giang",
  legal_act: "",
  valid_from: "",
}
let database: Awaited<ReturnType<typeof freshDatabase>>
let lan: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  await loadAgencies(database.db)
  lan = await signInAs(database.db, { name: "Lan", roles: [{ role: "administrator" }] })
})
afterAll(() => database.close())

describe("agencies", () => {
  it("are listed as they are today, and on request as they ever were", async () => {
    expect((await as(lan).get(root)).text).not.toContain("Sở Kế hoạch và Đầu tư tỉnh Kiên Giang")
    const { text } = await as(lan).get(`${root}?tim=ke+hoach&da-cham-dut=1`)
    expect(text).toContain("Sở Kế hoạch và Đầu tư tỉnh Kiên Giang")
    expect(text).toContain("đến hết 28/02/2025")
  })
  it("are added once under a name", async () => {
    const { status, headers } = await as(lan).post(root, form)
    expect(status).toBe(303)
    expect((await as(lan).get(headers.get("location")!)).text).toContain("Tỉnh An Giang")
    const again = await as(lan).post(root, { ...form, legal_act: "Nghị quyết 1" })
    expect(again.status).toBe(422)
    expect(again.text).toContain("Đã có cơ quan mang tên này")
    expect(again.text).toContain('value="Nghị quyết 1"')
  })
  it("get another name from a day on: the old one ends the day before, and stays", async () => {
    const name = "Sở Tài chính và Đầu tư tỉnh An Giang"
    const next = { ...form, name, predecessor: finance }
    expect((await as(lan).get(`${root}/moi?tiep-noi=${finance}`)).text).toContain(
      "Sở Tài chính tỉnh An Giang",
    )
    expect((await as(lan).post(root, next)).text).toContain("Hãy viết ngày bắt đầu")
    expect((await as(lan).post(root, { ...next, valid_from: "1/4/2026" })).status).toBe(303)

    const { text } = await as(lan).get(`${root}/${finance}`)
    expect(text).toContain("từ 01/07/2025 đến hết 31/03/2026")
    expect(text).toContain(name)
    const changes = await database.db
      .selectFrom("changes")
      .select(["action", "user_id"])
      .where("record_kind", "=", "agency")
      .orderBy("id", "desc")
      .limit(2)
      .execute()
    expect(changes).toEqual([
      { action: "end", user_id: lan.id },
      { action: "add", user_id: lan.id },
    ])
    // Neither of the two ways to end it is left.
    expect((await as(lan).get(`${root}/${finance}/ket-thuc`)).status).toBe(403)
    expect(text).not.toContain("ket-thuc")
  })
  it("end with a successor that is there on the day after, or with none", async () => {
    const alliance = await add("Liên minh Hợp tác xã tỉnh An Giang")
    const wrong = await end(alliance, { successor: "Liên minh không có" })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain("Không có cơ quan nào tên như vậy")
    expect((await end(alliance, { successor: "lien minh hop tac xa tinh an giang" })).status).toBe(422)
    expect((await end(alliance, { successor: "UBND tỉnh An Giang" })).status).toBe(303)
    expect((await as(lan).get(alliance)).text).toContain("Ủy ban nhân dân tỉnh An Giang")
  })
  it("are corrected with a reason, and not over somebody else's correction", async () => {
    const fund = await add("Quỹ hỗ trợ hợp tác xã An Giang")
    const correction = { ...form, name: "Quỹ Hỗ trợ hợp tác xã An Giang", kind: "fund", "phien-ban": "1" }
    expect((await as(lan).post(`${fund}/sua`, { ...correction, reason: "" })).status).toBe(422)
    expect((await as(lan).post(`${fund}/sua`, { ...correction, reason: "Viết hoa" })).status).toBe(303)
    const second = { ...correction, name: "Quỹ hỗ trợ HTX", reason: "Viết tắt" }
    const { status, text } = await as(lan).post(`${fund}/sua`, second)
    expect(status).toBe(409)
    expect(text).toContain("Quỹ hỗ trợ HTX")
    expect((await as(lan).get(fund)).text).toContain("Quỹ Hỗ trợ hợp tác xã An Giang")
  })
  it("are kept by administrators, read by auditors, and hidden from others", async () => {
    const auditor = await signInAs(database.db, { name: "Kiểm", roles: [{ role: "auditor" }] })
    const editor = await signInAs(database.db, { name: "Biên", roles: [{ role: "editor" }] })
    for (const path of [root, `${root}/${finance}`]) {
      expect((await as(auditor).get(path)).status, path).toBe(200)
      expect((await as(editor).get(path)).status, path).toBe(404)
    }
    for (const path of [`${root}/moi`, `${root}/${finance}/sua`, `${root}/${finance}/ket-thuc`]) {
      expect((await as(auditor).get(path)).status, path).toBe(403)
      expect((await as(editor).get(path)).status, path).toBe(404)
    }
    expect((await as(auditor).post(root, form)).status).toBe(403)
    expect((await as(editor).post(`${root}/${finance}/sua`, form)).status).toBe(404)
    expect((await as(lan).get(`${root}/khong-co`)).status).toBe(404)
  })
})

function as(someone: SignedIn) {
  return visitor(database.db).as(someone)
}

async function add(name: string) {
  const { headers } = await as(lan).post(root, { ...form, name, short_name: "", kind: "other" })
  return headers.get("location")!
}

function end(path: string, { successor }: { successor: string }) {
  return as(lan).post(`${path}/ket-thuc`, { valid_to: "30/6/2026", successor, reason: "Sắp xếp bộ máy" })
}
