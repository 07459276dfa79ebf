import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { findScheme, schemeOfYear } from "./schemes.ts"

const today = "2026-06-15"
const root = "/ban-lam-viec/quan-tri/bo-tieu-chi"
let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
let administrator: SignedIn
let shipped: number
beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
  administrator = await signInAs(database.db, { name: "Mai", roles: [{ role: "administrator" }] })
  shipped = (await schemeOfYear(database.db, 2024))!.id
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)
const words = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")

async function newVersion() {
  const { headers } = await as(administrator).post(`${root}/${shipped}/phien-ban-moi`, {})
  return Number(headers.get("location")!.split("/").at(-1))
}

async function post(path: string, form: Record<string, string | string[]>) {
  const id = Number(path.split("/")[0])
  const { version } = (await findScheme(database.db, id))!
  return await as(administrator).post(`${root}/${path}`, { "phien-ban": String(version), ...form })
}

const groupThree = (most: (string | undefined)[]) => ({
  group: "III",
  label: "Thành viên và cộng đồng",
  points: "40",
  ...Object.fromEntries(
    most.flatMap((points, index) => [
      [`code.${index}`, String(10 + index)],
      [`vi.${index}`, `Tiêu chí ${10 + index}`],
      [`most.${index}`, points ?? ""],
    ]),
  ),
})

describe("rating schemes", () => {
  it("say what of the circular is not in the system", async () => {
    const page = await as(administrator).get(`${root}/${shipped}`)
    expect(words(page.text)).toContain("chưa có cách chia 40 điểm cho các tiêu chí 10, 11, 12, 13, 14, 15")
    expect(page.text).toContain("Thang điểm chi tiết của văn bản chưa được nhập cho các mục 1a, 2a")
    expect(page.text).toContain("có khi “Tổng nguồn vốn tăng so với năm trước” lớn hơn 0")
    expect(words((await as(administrator).get(`/en${root}/${shipped}`)).text)).toContain(
      "65 to below 80 points",
    )
  })

  it("are never rewritten once in use, neither by a form nor in the database", async () => {
    expect((await as(administrator).get(`${root}/${shipped}/sua`)).status).toBe(404)
    expect((await post(`${shipped}/loai`, { good: "10" })).status).toBe(404)
    const { db } = database
    const rewritten = db.updateTable("rating_schemes").set({ name: "khác" }).where("id", "=", shipped)
    await expect(rewritten.execute()).rejects.toThrow("never rewritten")
    const bound = db.updateTable("rating_classes").set({ lowest_points: 79 }).where("scheme_id", "=", shipped)
    await expect(bound.where("class", "=", "good").execute()).rejects.toThrow("never rewritten")
    const more = db
      .insertInto("rating_classes")
      .values({ scheme_id: shipped, class: "weak", lowest_points: 1 })
    await expect(more.execute()).rejects.toThrow("never rewritten")
  })

  it("are completed in a new version, checked as it is saved, and put into use for later years alone", async () => {
    const id = await newVersion()
    expect(await newVersion()).toBe(id)

    expect((await post(`${id}/nhom/III`, groupThree(["10", "10", "10", "5", "5", "5"]))).status).toBe(303)
    const page = await as(administrator).get(`${root}/${id}`)
    expect(words(page.text)).toContain(
      "Nhóm III: các tiêu chí cộng được 45 điểm, phải bằng 40 điểm của nhóm.",
    )
    expect(page.text).not.toContain("Đưa vào áp dụng</button>")
    expect((await post(`${id}/ap-dung`, {})).text).toContain("Còn những điều phải sửa trước khi áp dụng.")
    expect((await post(`${id}/nhom/III`, groupThree(["10", "10", "5", "5", "5", "5"]))).status).toBe(303)

    // Its scale: what it leaves out is refused with where.
    const scale = { input: "scale", scored_by: "capital_average" }
    const row = (index: number, at_least: string, below: string, row_points: string) => ({
      [`at_least.${index}`]: at_least,
      [`below.${index}`]: below,
      [`row_points.${index}`]: row_points,
    })
    const gap = await post(`${id}/muc/1a`, {
      ...scale,
      ...row(0, "", "1.000.000.000", "2"),
      ...row(1, "2.000.000.000", "", "6"),
    })
    expect(gap.status).toBe(422)
    expect(words(gap.text)).toContain("bỏ trống từ 1 tỷ đồng đến dưới 2 tỷ đồng")
    expect(gap.text).toContain('value="2.000.000.000"')
    const whole = {
      ...scale,
      ...row(0, "", "1.000.000.000", "2"),
      ...row(1, "1.000.000.000", "", "6"),
    }
    expect((await post(`${id}/muc/1a`, whole)).status).toBe(303)
    const typo = await post(`${id}/muc/1a`, { ...whole, "below.0": "một tỷ" })
    expect([typo.status, typo.text.includes("Hãy viết số như")]).toEqual([422, true])

    // A split inside a criterion has to add up before it is kept.
    const parts = { "code.0": "5a", "vi.0": "Chấp hành", "most.0": "5", "code.1": "5b", "vi.1": "Báo cáo" }
    expect((await post(`${id}/tieu-chi/5`, { ...parts, "most.1": "2" })).status).toBe(422)
    expect((await post(`${id}/tieu-chi/5`, { ...parts, "most.1": "3" })).status).toBe(303)

    // Sent again by someone who opened it before.
    const stale = await as(administrator).post(`${root}/${id}/loai`, {
      "phien-ban": "1",
      good: "85",
      fair: "65",
      average: "50",
      weak: "0",
    })
    expect(stale.status).toBe(409)
    const classes = { good: "85", fair: "65", average: "50" }
    expect((await post(`${id}/loai`, { ...classes, weak: "5" })).text).toContain(
      "Loại yếu phải bắt đầu từ 0 điểm",
    )
    expect((await post(`${id}/loai`, { ...classes, weak: "0" })).status).toBe(303)

    // 2024 was rated by the version before.
    const facts = { name: "Đánh giá, xếp loại", legal_basis: "Thông tư 01/2020/TT-BKHĐT" }
    await post(`${id}/sua`, { ...facts, valid_from: "01/01/2024" })
    const taken = await post(`${id}/ap-dung`, {})
    expect([taken.status, words(taken.text).includes("năm 2024 đã có kết quả theo bộ khác")]).toEqual([
      422,
      true,
    ])
    await post(`${id}/sua`, { ...facts, valid_from: "01/01/2025" })
    expect((await post(`${id}/ap-dung`, {})).status).toBe(303)
    expect((await schemeOfYear(database.db, 2024))!.id).toBe(shipped)
    expect((await schemeOfYear(database.db, 2025))!.id).toBe(id)

    const history = words((await as(administrator).get(`${root}/${id}`)).text)
    expect(history).toContain("1a. Tổng nguồn vốn bình quân: 6; dưới 1 tỷ đồng: 2 điểm; từ 1 tỷ đồng: 6 điểm")
    const { definition } = (await findScheme(database.db, id))!
    expect(definition.groups[1]!.criteria[0]!.items.map((item) => item.code)).toEqual(["5a", "5b"])
    expect(await post(`${id}/sua`, facts)).toMatchObject({ status: 404 })
  })

  it("are chosen for a year with a reason; what was rated by another stays and does not count", async () => {
    const page = () => as(administrator).get(root)
    const [second] = await database.db
      .selectFrom("rating_schemes")
      .select("id")
      .where("number", "=", 2)
      .execute()
    const form = { year: "2024", scheme: String(second!.id), reason: "Công văn hướng dẫn" }
    expect((await as(administrator).post(`${root}/nam`, { ...form, reason: "" })).status).toBe(422)
    const organisation = `/hop-tac-xa/${organisations.binhAn.slug}`
    const rated = words((await visitor(database.db, { today }).get(organisation)).text)
    expect(rated).toContain("Khá (79,9 điểm)")
    expect((await as(administrator).post(`${root}/nam`, form)).status).toBe(303)
    expect(words((await page()).text)).toContain("Công văn hướng dẫn")
    const unrated = words((await visitor(database.db, { today }).get(organisation)).text)
    expect(unrated).not.toContain("Khá (79,9 điểm)")
    await as(administrator).post(`${root}/nam`, { ...form, scheme: String(shipped) })
    expect((await schemeOfYear(database.db, 2024))!.id).toBe(shipped)
  })

  it("are added for another circular, and never two under one short name", async () => {
    const form = {
      code: "tt02-2027",
      name: "Đánh giá hợp tác xã",
      legal_basis: "Thông tư 02/2027",
      valid_from: "01/01/2027",
      from: String(shipped),
    }
    const added = await as(administrator).post(root, form)
    expect(added.status).toBe(303)
    expect((await as(administrator).post(root, form)).text).toContain("Ký hiệu này đã có.")
    const id = Number(added.headers.get("location")!.split("/").at(-1))
    const extra = { group: "IV", label: "Chuyển đổi số", points: "10", "code.0": "16", "vi.0": "Phần mềm" }
    expect((await post(`${id}/nhom/moi`, extra)).status).toBe(303)
    expect((await as(administrator).get(`${root}/${id}`)).text).toContain(
      "Điểm tối đa của các nhóm cộng được 110, phải bằng 100.",
    )
    expect((await post(`${id}/nhom/IV/viec-bo`, {})).status).toBe(303)
    expect((await findScheme(database.db, id))!.definition.groups).toHaveLength(3)
    expect((await post(`${id}/nhom/II`, { ...extra, group: "III" })).text).toContain(
      "Ký hiệu III được dùng hai lần.",
    )
  })

  it("are read by an auditor and changed by an administrator alone", async () => {
    const auditor = await signInAs(database.db, { name: "Thu", roles: [{ role: "auditor" }] })
    const officer = await signInAs(database.db, { name: "Nam", roles: [{ role: "province_officer" }] })
    const page = await as(auditor).get(`${root}/${shipped}`)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain("Soạn phiên bản mới")
    expect((await as(auditor).post(`${root}/${shipped}/phien-ban-moi`, {})).status).toBe(403)
    expect((await as(officer).get(root)).status).toBe(404)
  })
})
