import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { findWorkbookPlace } from "../register-import/ground.ts"

const today = "2026-06-15"
const root = "/ban-lam-viec/quan-tri/quy-dinh"
let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
let administrator: SignedIn
let officer: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
  administrator = await signInAs(database.db, { name: "Mai", roles: [{ role: "administrator" }] })
  officer = await signInAs(database.db, { name: "Nam", roles: [{ role: "province_officer" }] })
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)

function ruleOf(rule: string, kind: string) {
  return database.db
    .selectFrom("legal_rules")
    .selectAll()
    .where("rule", "=", rule)
    .where("kind", "=", kind)
    .where("valid_to", "=", "infinity")
    .executeTakeFirstOrThrow()
}

describe("rules of the law", () => {
  it("are changed by an administrator, and warnings follow at once", async () => {
    await database.db
      .insertInto("organisation_members")
      .values({
        organisation_id: organisations.binhAn.id,
        member_kind: "official",
        members: 6,
        valid_from: "2026-01-01",
        recorded_by: "test",
      })
      .execute()
    const short = await as(officer).get("/ban-lam-viec/chua-dung-quy-dinh?quy-dinh=fewest_members")
    expect(short.text).not.toContain(organisations.binhAn.name)

    const { id, version } = await ruleOf("fewest_members", "cooperative")
    const form = {
      "phien-ban": String(version),
      value: "7",
      article: "Luật 17/2023/QH15, Điều 4",
      valid_from: "01/07/2024",
    }
    expect((await as(administrator).post(`${root}/${id}`, form)).status).toBe(303)
    const now = await as(officer).get("/ban-lam-viec/chua-dung-quy-dinh?quy-dinh=fewest_members")
    expect(now.text).toContain(organisations.binhAn.name)
    expect(now.text).toContain("Có 6 thành viên, ít hơn mức tối thiểu 7")
    expect(now.text).toContain("chưa đối chiếu với văn bản luật")
    const other = await as(officer).get("/ban-lam-viec/chua-dung-quy-dinh?quy-dinh=longest_suspension")
    expect(other.text).not.toContain(organisations.binhAn.name)

    // Sent again with the version of before: somebody was quicker.
    const late = await as(administrator).post(`${root}/${id}`, { ...form, value: "8" })
    expect(late.status).toBe(409)
    expect(late.text).toContain("Đã có người sửa quy định này")
    expect(late.text).toContain('value="8"')
    const page = await as(administrator).get(`${root}/${id}`)
    expect(page.text.replace(/<[^>]*>/g, "")).toContain("Mai (Quản trị viên) đã sửa quy định của luật")
  })

  it("are added, and never two of one kind for the same time", async () => {
    const form = {
      rule: "foreign_members",
      kind: "credit_fund",
      value: "12,5",
      article: "Luật thử nghiệm, Điều 1",
      is_checked: "1",
      valid_from: "01/01/2025",
    }
    expect((await as(administrator).post(root, form)).status).toBe(303)
    expect(await ruleOf("foreign_members", "credit_fund")).toMatchObject({ value: 12.5, is_checked: true })
    const twice = await as(administrator).post(root, { ...form, valid_from: "01/01/2026" })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain("Đã có quy định này cho cùng loại hình")
    expect((await as(administrator).get(root)).text).toContain("12,5")
  })

  it("say which field is wrong, and keep what was typed", async () => {
    const form = {
      rule: "transition",
      kind: "cooperative",
      value: "5",
      article: "Điều 115",
      valid_from: "hôm nay",
    }
    const wrong = await as(administrator).post(root, form)
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain("hôm nay")
    const noDay = await as(administrator).post(root, { ...form, valid_from: "01/01/2030" })
    expect(noDay.text).toContain("Hãy ghi hạn.")
    const backwards = { ...form, due_on: "31/12/2031", valid_from: "01/01/2030", valid_to: "31/12/2029" }
    expect((await as(administrator).post(root, backwards)).text).toContain(
      "Ngày kết thúc phải từ ngày bắt đầu",
    )
  })

  it("are read by who may see administration, and changed by an administrator alone", async () => {
    const { id } = await ruleOf("transition", "cooperative")
    const auditor = await signInAs(database.db, { name: "Thu", roles: [{ role: "auditor" }] })
    const page = await as(auditor).get(`${root}/${id}`)
    expect(page.text).toContain("Luật 17/2023/QH15, Điều 115")
    expect(page.text).not.toContain('name="article"')
    for (const person of [auditor, officer])
      expect((await as(person).post(`${root}/${id}`, {})).status).not.toBe(303)
    expect((await ruleOf("transition", "cooperative")).version).toBe(1)
    expect((await as(administrator).get(`${root}/999999`)).status).toBe(404)
  })
})

describe("organisations short of the law", () => {
  it("are those that the reader answers for", async () => {
    const elsewhere = (await findWorkbookPlace(database.db, "30742", today))!
    const stranger = await signInAs(database.db, {
      name: "Lan",
      roles: [{ role: "commune_officer", place_id: elsewhere.id }],
    })
    const page = await as(stranger).get("/ban-lam-viec/chua-dung-quy-dinh")
    expect(page.status).toBe(200)
    expect(page.text).not.toContain(organisations.binhAn.name)
  })
})
