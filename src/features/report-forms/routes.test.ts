import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import type { FormRule, ReportValues } from "./definition.ts"
import { versionBefore } from "./keep-forms.ts"
import { findFormVersion, formVersionFor, listFormVersions } from "./queries.ts"
import { faultsOfDefinition } from "./validate-definition.ts"

const root = "/ban-lam-viec/quan-tri/mau-bao-cao"
let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
let administrator: SignedIn
let auditor: SignedIn
let officer: SignedIn
let shipped: number
beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
  administrator = await signInAs(database.db, { name: "Mai", roles: [{ role: "administrator" }] })
  auditor = await signInAs(database.db, { name: "Thu", roles: [{ role: "auditor" }] })
  officer = await signInAs(database.db, { name: "Nam", roles: [{ role: "province_officer" }] })
  shipped = (await formVersionFor(database.db, "cooperative", 2025))!.id
  await answer()
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today: "2026-06-15" }).as(person)
const plain = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")

/** A round of 2025 that three answered, one of them with a fault, and a fourth only began. */
async function answer() {
  const { db } = database
  const place = await db.selectFrom("places").select("id").limit(1).executeTakeFirstOrThrow()
  const { id: round_id } = await db
    .insertInto("reporting_rounds")
    .values({
      slug: "nam-2025",
      name: "Đợt năm 2025",
      year: 2025,
      place_id: place.id,
      data_from: "2024-12-15",
      data_to: "2025-12-14",
      opens_on: "2025-11-01",
      due_on: "2025-12-15",
      closes_on: "2025-12-31",
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  await db
    .insertInto("reporting_round_forms")
    .values({ round_id, kind: "cooperative", form_version_id: shipped })
    .execute()
  const filing = (organisation_id: number, state: string, values: ReportValues) => ({
    round_id,
    organisation_id,
    form_version_id: shipped,
    state,
    revision: 1,
    values: JSON.stringify(values),
    submitted_on: state === "draft" ? null : "2025-12-10",
    accepted_on: state === "accepted" ? "2025-12-12" : null,
  })
  await db
    .insertInto("report_filings")
    .values([
      filing(organisations.binhAn.id, "accepted", { revenue: 900_000_000, profit_before_tax: 1_000_000_000 }),
      filing(organisations.hoaHung.id, "submitted", { revenue: 900_000_000, profit_before_tax: 5 }),
      filing(organisations.rachSoi.id, "submitted", { revenue: 5, members_individuals: 2 }),
      filing(organisations.harmful.id, "draft", { revenue: 5, profit_before_tax: 90 }),
    ])
    .execute()
}

/** A draft that follows the shipped version. */
async function begin() {
  const response = await as(administrator).post(`${root}/${shipped}/phien-ban`, {
    name: "Báo cáo năm của hợp tác xã",
    official_number: "VII-2",
    legal_basis: "Thông tư 01/2027/TT-BTC",
    first_year: "2027",
  })
  expect(response.status).toBe(303)
  return Number(response.headers.get("location")!.split("/").at(-1))
}

const field = {
  code: "women",
  section: "members",
  kind: "count",
  label_vi: "Thành viên nữ",
  label_en: "Women",
  unit_vi: "người",
  unit_en: "people",
  source: "Thông tư 01/2027/TT-BTC, mẫu 2, dòng 3",
}
const rule = {
  code: "women_within_members",
  severity: "blocking",
  message_vi: "Thành viên nữ nhiều hơn tổng số thành viên.",
  message_en: "There are more women than members.",
  fields: "women, members",
  test: '{"<=": [{"var": "value.women"}, {"var": "value.members"}]}',
}
const definitionOf = async (id: number) => (await findFormVersion(database.db, id))!.definition

describe("the forms that are shipped", () => {
  it("have nothing wrong with them", async () => {
    const versions = await listFormVersions(database.db)
    expect(versions.length).toBeGreaterThan(4)
    for (const version of versions) {
      expect(faultsOfDefinition(version.definition, versionBefore(version, versions)?.definition)).toEqual([])
    }
  })

  it("stand in a list with their years, and what is from memory", async () => {
    const page = plain((await as(auditor).get(root)).text)
    expect(page).toContain("2019 đến 2023")
    expect(page).toMatch(/VII-2 .* từ 2024/)
    expect(page).toMatch(/\d+ trên \d+ chỉ tiêu/)
    expect((await as(officer).get(root)).status).toBe(404)
    expect(plain((await as(auditor).get(`/en${root}`)).text)).toContain("Report forms")
  })

  it("can be read by people: fields, what is from memory, rules in words, and what these catch", async () => {
    const page = plain((await as(auditor).get(`${root}/${shipped}`)).text)
    expect(page).toContain("Lợi nhuận trước thuế")
    expect(page).toContain("Theo trí nhớ, cần đối chiếu")
    expect(page).toContain("cộng từ: Chưa qua đào tạo + Sơ cấp")
    expect(page).toContain("Trong đó doanh thu từ thành viên ≤ Tổng doanh thu")
    // Of the three that were sent one has more profit than revenue, and the credit fund has too few members.
    expect(page).toMatch(/Lợi nhuận lớn hơn doanh thu.*?Đợt năm 2025: 1 trên 3/)
    expect(page).toMatch(/ít hơn mức tối thiểu.*?Đợt năm 2025: 1 trên 3/)
    expect(page).toMatch(/Doanh thu dưới 1 triệu đồng.*?Đợt năm 2025: 1 trên 3/)
    // Nobody changes what a round asked for.
    expect(page).not.toContain("Thêm chỉ tiêu")
    expect(page).not.toContain("Lập phiên bản mới")
  })

  it("come as files", async () => {
    const fields = await as(auditor).get(`${root}/${shipped}/truong.csv`)
    expect(fields.text).toContain("profit_before_tax,")
    const rules = JSON.parse((await as(auditor).get(`${root}/${shipped}/quy-tac.json`)).text)
    const revenue = rules.rows.find(({ code }: FormRule) => code === "profit_within_revenue")
    expect(Object.entries(revenue).find(([key]) => key.startsWith("hits_"))?.[1]).toBe(1)
    expect((await as(auditor).get(`${root}.xlsx`)).status).toBe(200)
  })
})

describe("a new version", () => {
  it("begins with all of the old one, is changed field by field, and is put into use", async () => {
    const id = await begin()
    const admin = as(administrator)
    expect(await definitionOf(id)).toEqual(await definitionOf(shipped))

    const added = await admin.post(`${root}/${id}/them/truong`, field)
    expect(added.status).toBe(303)
    expect(added.headers.get("location")).toBe(`${root}/${id}#truong-women`)
    await admin.post(`${root}/${id}/truong/women/vi-tri`, { huong: "len" })
    await admin.post(`${root}/${id}/them/quy-tac`, rule)
    const { fields, rules } = await definitionOf(id)
    const members = fields.filter(({ section }) => section === "members").map(({ code }) => code)
    expect(members.at(-2)).toBe("women")
    expect(rules.at(-1)).toMatchObject({ code: "women_within_members", fields: ["women", "members"] })

    const form = await admin.get(`${root}/${id}/truong/workers`)
    const seen = /name="phien-ban" value="([^"]*)"/.exec(form.text)![1]!.replaceAll("&quot;", '"')
    const workers = {
      ...field,
      "phien-ban": seen,
      code: "workers",
      section: "workers",
      label_vi: "Lao động",
      label_en: "Workers",
      is_required: "1",
    }
    expect((await admin.post(`${root}/${id}/truong/workers`, workers)).status).toBe(303)
    expect(fields.find(({ code }) => code === "workers")).toMatchObject({ is_from_memory: false })
    expect((await definitionOf(id)).fields.find(({ code }) => code === "workers")).toMatchObject({
      label: { vi: "Lao động", en: "Workers" },
      source: field.source,
      is_required: true,
    })

    // The same form sent once more: somebody, here Mai herself, was quicker.
    const late = await admin.post(`${root}/${id}/truong/workers`, { ...workers, label_vi: "Người làm" })
    expect(late.status).toBe(409)
    expect(late.text).toContain("Có người khác vừa sửa mục này")
    expect(late.text).toContain('value="Người làm"')

    expect((await formVersionFor(database.db, "cooperative", 2027))?.id).toBe(shipped)
    const { version } = (await findFormVersion(database.db, id))!
    expect((await admin.post(`${root}/${id}/ban-hanh`, { "phien-ban": "1" })).status).toBe(409)
    expect((await admin.post(`${root}/${id}/ban-hanh`, { "phien-ban": String(version) })).status).toBe(303)
    expect((await formVersionFor(database.db, "cooperative", 2027))?.id).toBe(id)
    expect((await formVersionFor(database.db, "cooperative", 2026))?.id).toBe(shipped)
    const list = plain((await admin.get(root)).text)
    expect(list).toContain("từ 2024; từ 2027 dùng phiên bản 3")

    const page = plain((await admin.get(`${root}/${id}`)).text)
    expect(page).toContain("Mai (Quản trị viên) đã thêm phiên bản của mẫu báo cáo")
    expect(page).toContain("Mai (Quản trị viên) đã ban hành mẫu báo cáo")
    const comparison = plain((await admin.get(`${root}/${id}/so-sanh?voi=${shipped}`)).text)
    expect(comparison).toContain("htx-nam, phiên bản 3 so với htx-nam, phiên bản 2")
    expect(comparison).toMatch(/Thành viên nữ women Thêm/)
    expect(comparison).toMatch(/Lao động workers Sửa/)

    // Not asked for yet, it can become a draft again; then it is changed, or deleted.
    expect((await admin.post(`${root}/${id}/thong-tin`, { name: "Tên khác" })).status).toBe(404)
    expect((await admin.post(`${root}/${id}/rut-ve`, {})).status).toBe(303)
    expect((await formVersionFor(database.db, "cooperative", 2027))?.id).toBe(shipped)
    const head = await findFormVersion(database.db, id)
    const renamed = {
      name: "Tên khác",
      legal_basis: "Thông tư 01/2027/TT-BTC",
      first_year: "2028",
      "phien-ban": String(head!.version),
    }
    expect((await admin.post(`${root}/${id}/thong-tin`, renamed)).status).toBe(303)
    const moved = await admin.post(`${root}/${id}/thong-tin`, { ...renamed, name: "Tên nữa" })
    expect(moved.status).toBe(409)
    const backwards = await admin.post(`${root}/${id}/thong-tin`, { ...renamed, last_year: "2027" })
    expect(backwards.text).toContain("Năm cuối phải từ năm đầu trở đi.")
    expect((await admin.post(`${root}/${id}/xoa`, {})).status).toBe(303)
    expect(await findFormVersion(database.db, id)).toBeUndefined()
  })

  it("may be of a form of its own, for others, and a code is one form’s", async () => {
    const admin = as(administrator)
    const form = {
      code: "xa-nam",
      kinds: "commune",
      name: "Báo cáo năm của xã",
      legal_basis: "Thông tư 01/2027/TT-BTC",
      first_year: "2027",
    }
    const begun = await admin.post(`${root}/${shipped}/mau-moi`, form)
    expect(begun.status).toBe(303)
    const id = Number(begun.headers.get("location")!.split("/").at(-1))
    expect(await findFormVersion(database.db, id)).toMatchObject({
      code: "xa-nam",
      kinds: ["commune"],
      number: 1,
      published_at: null,
    })
    expect(plain((await admin.get(root)).text)).toContain("Xã, phường, đặc khu")
    const taken = await admin.post(`${root}/${shipped}/mau-moi`, form)
    expect(taken.text).toContain("Đã có mẫu mang mã này")
    const { kinds: _, ...forNobody } = form
    const nobody = await admin.post(`${root}/${shipped}/mau-moi`, { ...forNobody, code: "Xã" })
    expect(nobody.text).toContain("Hãy chọn ít nhất một mục")
    expect(nobody.text).toContain("số và gạch nối")
    await admin.post(`${root}/${id}/xoa`, {})
    expect((await admin.post(`${root}/${shipped}/mau-moi`, form)).status).toBe(303)
  })

  it("is not put into use with faults, and each is named", async () => {
    const id = await begin()
    const admin = as(administrator)
    const question = plain((await admin.get(`${root}/${id}/truong/managers_college/bo`)).text)
    expect(question).toContain("Đang được dùng trong: Tổng số cán bộ quản lý.")
    await admin.post(`${root}/${id}/truong/revenue/bo`, {})
    await admin.post(`${root}/${id}/truong/managers_college/bo`, {})
    await admin.post(`${root}/${id}/them/phan`, { code: "more", label_vi: "Khác", label_en: "More" })
    const page = plain((await admin.get(`${root}/${id}`)).text)
    expect(page).toMatch(/Phiên bản này không còn hỏi: Tổng doanh thu/)
    const { version } = (await findFormVersion(database.db, id))!
    const refused = await admin.post(`${root}/${id}/ban-hanh`, { "phien-ban": String(version) })
    expect(refused.status).toBe(422)
    const words = plain(refused.text)
    expect(words).toContain("Phần more: phần này không có chỉ tiêu nào.")
    expect(words).toContain("Chỉ tiêu managers: cộng từ “managers_college” không có trong mẫu.")
    expect(words).toContain("Quy tắc revenue_in_dong: không có “value.revenue”")
    expect((await findFormVersion(database.db, id))?.published_at).toBeNull()
  })

  it("takes no field or rule that cannot be, and says what is wrong beside it", async () => {
    const id = await begin()
    const post = async (path: string, form: Record<string, string>) => {
      const { status, text } = await as(administrator).post(`${root}/${id}/them/${path}`, form)
      expect(status).toBe(422)
      return text
    }
    expect(await post("truong", { ...field, code: "members" })).toContain("Mã này đã có trong mẫu")
    expect(await post("truong", { ...field, code: "Thành viên" })).toContain("bắt đầu bằng chữ")
    expect(await post("truong", { ...field, unit_en: "" })).toContain("Hãy điền cả hai ngôn ngữ")
    const choices = { ...field, kind: "choice", choices: "a | Một | One\nb, Hai, Two" }
    expect(await post("truong", choices)).toContain("Dòng “b, Hai, Two” chưa đúng")
    expect(await post("quy-tac", { ...rule, test: "women <= members" })).toContain("chưa phải là JSON")
    expect(await post("quy-tac", { ...rule, test: "[1]" })).toContain("phải là một đối tượng")
    expect(await post("quy-tac", rule)).toContain("Không có “value.women”")
    const known = rule.test.replace("women", "workers")
    expect(await post("quy-tac", { ...rule, test: known })).toContain("Nhắc đến “women” không có trong mẫu")
    const unknown = { ...rule, fields: "members", test: '{"=<": [1, 2]}' }
    expect(await post("quy-tac", unknown)).toContain("Không có phép “=&lt;”")
    expect(await definitionOf(id)).toEqual(await definitionOf(shipped))
  })

  it("has its rules tried on a past round before they are kept", async () => {
    const id = await begin()
    const round = await database.db.selectFrom("reporting_rounds").select("id").executeTakeFirstOrThrow()
    const tried = await as(administrator).post(`${root}/${id}/them/quy-tac`, {
      ...rule,
      fields: "revenue",
      test: '{">": [{"var": "value.revenue"}, 1000000000]}',
      viec: "thu",
      dot: String(round.id),
    })
    expect(tried.status).toBe(200)
    expect(plain(tried.text)).toContain("Trong Đợt năm 2025, quy tắc này sẽ bắt 3 trên 3 báo cáo đã gửi")
    expect(plain(tried.text)).toContain("register.fewest_members số thành viên tối thiểu theo luật")
    expect(plain(tried.text)).toContain("Đọc là: Tổng doanh thu &gt; 1.000.000.000")
    expect(await definitionOf(id)).toEqual(await definitionOf(shipped))
  })
})

describe("a version that a round asked for", () => {
  it("is never changed, made a draft or deleted: not by a page, and not in the database", async () => {
    const admin = as(administrator)
    const before = await findFormVersion(database.db, shipped)
    for (const [path, status] of [
      ["thong-tin", 404],
      ["them/truong", 404],
      ["truong/members", 404],
      ["truong/members/bo", 404],
      ["rut-ve", 409],
      ["xoa", 409],
    ] as const) {
      expect((await admin.post(`${root}/${shipped}/${path}`, field)).status).toBe(status)
    }
    expect(plain((await admin.post(`${root}/${shipped}/rut-ve`, {})).text)).toContain(
      "đã được một đợt báo cáo hỏi theo, nên giữ nguyên",
    )
    const { db } = database
    await expect(
      asApplication(db)
        .updateTable("report_form_versions")
        .set({ name: "Khác" })
        .where("id", "=", shipped)
        .execute(),
    ).rejects.toThrow("stays as it is")
    expect(await findFormVersion(db, shipped)).toEqual(before)
  })

  it("is changed by an administrator alone, by beginning the next one", async () => {
    expect((await as(auditor).get(`${root}/${shipped}/phien-ban`)).status).toBe(403)
    expect((await as(officer).get(`${root}/${shipped}/phien-ban`)).status).toBe(404)
    expect((await as(administrator).get(`${root}/${shipped}/phien-ban`)).status).toBe(200)
    expect((await as(administrator).get(`${root}/999999`)).status).toBe(404)
  })
})
