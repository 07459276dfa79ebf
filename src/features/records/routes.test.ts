import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { kindsFor } from "./record-kinds.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
let officer: SignedIn
let root: string
beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
  officer = await signInAs(database.db, { name: "Mai", roles: [{ role: "province_officer" }] })
  root = `/ban-lam-viec/to-chuc/${organisations.binhAn.slug}`
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today: "2026-06-15" }).as(person)
const page = async () => (await as(officer).get(root)).text
const publicPage = async (query = "") =>
  (
    await visitor(database.db, { today: "2026-06-15" }).get(
      `/hop-tac-xa/${organisations.binhAn.slug}${query}`,
    )
  ).text

async function lastOf(table: "ocop_recognitions" | "organisation_technologies") {
  return await database.db
    .selectFrom(table)
    .select("id")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow()
}

/** One of each kind, as an officer would type it. */
const typed: Record<string, Record<string, string>> = {
  "thanh-vien": {
    member_kind: "official",
    members: "42",
    contributed: "500.000.000",
    largest_contribution: "20.000.000",
  },
  "quan-ly": { name: "Trần Thị Bảy", position: "director", training: "university" },
  "don-vi-phu-thuoc": { branch_kind: "branch", name: "Chi nhánh Rạch Sỏi" },
  "san-pham": { name: "Gạo ST25", yearly_output: "1.200,5", unit: "tấn" },
  ocop: { name: "Gạo ST25 túi 5 kg", stars: "4", valid_to: "14/06/2029" },
  "chung-nhan": { standard: "vietgap", product: "Lúa", area: "120,5" },
  "cong-nghe-cao": { technology: "Tưới tự động" },
  "lien-ket": { link_form: "4", partner: "Công ty Lúa Vàng", product: "Lúa", area: "300" },
  "canh-dong-lon": { name: "Cánh đồng Kinh Đông", area: "250", households: "80" },
  "ho-tro": { support_kind: "training", approved: "30.000.000", source: "province" },
}

describe("what an organisation has", () => {
  it.each(kindsFor("cooperative").map(({ word }) => word))(
    "is kept as a record of its own: %s",
    async (word) => {
      const form = await as(officer).get(`${root}/ho-so/${word}`)
      expect(form.status).toBe(200)
      const empty = await as(officer).post(`${root}/ho-so/${word}`, { valid_from: "01/01/2026" })
      expect(empty.status).toBe(422)
      const kept = await as(officer).post(`${root}/ho-so/${word}`, {
        valid_from: "15/06/2026",
        ...typed[word],
      })
      expect(kept.status).toBe(303)
    },
  )

  it("stands on the desk, and in public but for people's names", async () => {
    const desk = await page()
    for (const words of [
      "Trần Thị Bảy, Giám đốc",
      "VietGAP",
      "Gạo ST25 túi 5 kg, 4 sao",
      "Cánh đồng Kinh Đông",
    ]) {
      expect(desk).toContain(words)
    }
    const shown = await publicPage()
    expect(shown).toContain("Gạo ST25 túi 5 kg, 4 sao")
    expect(shown).toContain("Công ty Lúa Vàng")
    expect(shown).not.toContain("Trần Thị Bảy")
    expect(shown).not.toContain("/ho-so/")
  })

  it("is shown as of a day", async () => {
    expect(await publicPage("?ngay=14/06/2026")).not.toContain("Gạo ST25 túi 5 kg")
    expect(await publicPage("?ngay=15/06/2029")).not.toContain("Gạo ST25 túi 5 kg")
  })

  it("is changed by another record in its place; the old one stays", async () => {
    const { id } = await lastOf("ocop_recognitions")
    const address = `${root}/ho-so/ocop/${id}/sua`
    expect((await as(officer).get(address)).text).toContain('value="14/06/2029"')
    const changed = { ...typed.ocop!, stars: "5", valid_from: "15/06/2026" }
    expect((await as(officer).post(address, changed)).status).toBe(303)
    expect(await page()).toContain("Gạo ST25 túi 5 kg, 5 sao")
    expect((await as(officer).post(address, changed)).status).toBe(404)
    await expect(database.db.updateTable("ocop_recognitions").set({ stars: 1 }).execute()).rejects.toThrow(
      "never rewritten",
    )
  })

  it("is taken back with a reason where it was wrong altogether", async () => {
    const { id } = await lastOf("organisation_technologies")
    const address = `${root}/ho-so/cong-nghe-cao/${id}/huy`
    expect((await as(officer).post(address, {})).status).toBe(422)
    expect((await as(officer).post(address, { reason: "Nhầm tổ chức" })).status).toBe(303)
    expect(await publicPage()).not.toContain("Tưới tự động")
    // The history says what was taken back, and why.
    expect(await page()).toContain("Nhầm tổ chức")
  })

  it("is refused where its figures contradict each other, or its days", async () => {
    const figures = { ...typed["thanh-vien"]!, valid_from: "01/01/2026", largest_contribution: "600.000.000" }
    const refused = await as(officer).post(`${root}/ho-so/thanh-vien`, figures)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain("Các số chưa khớp nhau")
    const days = { ...typed.ocop!, valid_from: "01/01/2026", valid_to: "31/12/2025" }
    expect((await as(officer).post(`${root}/ho-so/ocop`, days)).text).toContain("Ngày cuối phải từ ngày đầu")
  })

  it("warns where the law asks for more, with the article", async () => {
    const few = { member_kind: "official", members: "4", valid_from: "15/06/2026" }
    expect(await page()).not.toContain("ít hơn mức tối thiểu")
    await as(officer).post(`${root}/ho-so/thanh-vien`, few)
    expect(await page()).toContain("Có 4 thành viên, ít hơn mức tối thiểu 5 (Luật 17/2023/QH15, Điều 4.7)")
  })

  it("are the cooperatives of a union, each from a day to a day", async () => {
    const union = `/ban-lam-viec/to-chuc/${organisations.kienGiang.slug}`
    const add = (values: Record<string, string>) =>
      as(officer).post(`${union}/ho-so/hop-tac-xa-thanh-vien`, { valid_from: "01/01/2024", ...values })
    const nobody = await add({ member_id: "" })
    expect(nobody.status).toBe(422)
    const twice = await add({ member_id: organisations.binhAn.name })
    expect(twice.text).toContain("Đã có bản ghi này trong khoảng thời gian đó")
    expect((await add({ member_id: organisations.kienGiang.name })).text).toContain("chính mình")
    expect((await add({ member_id: organisations.rachSoi.name })).status).toBe(303)

    const shown = await as(officer).get(union)
    expect(shown.text).toContain(organisations.rachSoi.name)
    // One that leaves is a member until its last day, in public and on its own page.
    const change = new RegExp(`${union}/ho-so/hop-tac-xa-thanh-vien/(\\d+)/sua`).exec(shown.text)![0]
    const left = { member_id: organisations.rachSoi.name, valid_from: "01/01/2024", valid_to: "31/12/2025" }
    expect((await as(officer).get(change)).text).toContain(organisations.rachSoi.name)
    expect((await as(officer).post(change, left)).status).toBe(303)
    const visit = visitor(database.db, { today: "2026-06-15" })
    const member = `/hop-tac-xa/${organisations.rachSoi.slug}`
    expect((await visit.get(`${member}?ngay=31/12/2025`)).text).toContain(organisations.kienGiang.name)
    expect((await visit.get(member)).text).not.toContain(organisations.kienGiang.name)
  })

  it("is kept by nobody who does not keep the organisation", async () => {
    const auditor = await signInAs(database.db, { name: "An", roles: [{ role: "auditor" }] })
    expect((await as(auditor).get(`${root}/ho-so/ocop`)).status).toBe(403)
    expect((await as(auditor).post(`${root}/ho-so/ocop`, typed.ocop!)).status).toBe(403)
    expect((await as(officer).get(`${root}/ho-so/khac`)).status).toBe(404)
  })
})
