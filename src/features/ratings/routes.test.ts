import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { itemsOf } from "./definition.ts"
import { addVersion, findScheme, publishScheme, schemeOfYear } from "./schemes.ts"
import { judge, listRevisions } from "./sheets.ts"

const today = "2025-12-16"
const root = "/ban-lam-viec/xep-loai"
let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
/** The organisation files, the commune takes in, the province sees all, the other commune nothing. */
let director: SignedIn
let officer: SignedIn
let province: SignedIn
let neighbour: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  organisations = await writeRegister(db)
  const placeOf = async (id: number) => {
    const { place_id } = await db
      .selectFrom("organisation_states")
      .select("place_id")
      .where("organisation_id", "=", id)
      .where("valid_to", "=", "infinity")
      .executeTakeFirstOrThrow()
    return place_id
  }
  const { binhAn, hoaHung } = organisations
  director = await signInAs(db, {
    name: "Lúa",
    roles: [{ role: "organisation_representative", organisation_id: binhAn.id }],
  })
  officer = await signInAs(db, {
    name: "Nam",
    roles: [{ role: "commune_officer", place_id: await placeOf(binhAn.id) }],
  })
  neighbour = await signInAs(db, {
    name: "Lan",
    roles: [{ role: "commune_officer", place_id: await placeOf(hoaHung.id) }],
  })
  province = await signInAs(db, { name: "Hoa", roles: [{ role: "province_officer" }] })
  await db
    .updateTable("yearly_reports")
    .set({ capital: 1_000_000_000, undivided_assets: 200_000_000 })
    .where("organisation_id", "=", binhAn.id)
    .where("year", "=", 2024)
    .execute()
  await db
    .updateTable("yearly_reports")
    .set({
      state: "accepted",
      accepted_on: "2025-12-15",
      capital: 3_000_000_000,
      undivided_assets: 200_000_000,
      revenue: 2_000_000_000,
      revenue_from_members: 500_000_000,
    })
    .where("organisation_id", "=", binhAn.id)
    .where("year", "=", 2025)
    .execute()
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)
const words = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")
const sheetOf = (year = 2025) => `${root}/${organisations.binhAn.slug}/${year}`

function kept() {
  return database.db
    .selectFrom("rating_sheets")
    .selectAll()
    .where("organisation_id", "=", organisations.binhAn.id)
    .where("year", "=", 2025)
    .executeTakeFirstOrThrow()
}

/** Sends a form as it was opened: with the version that the sheet has now. */
async function post(person: SignedIn, part: string, form: Record<string, string> = {}, version?: number) {
  const now = version ?? (await kept()).version
  return await as(person).post(`${sheetOf()}${part}`, { "phien-ban": String(now), ...form })
}

/** What someone's desk says of ratings; each line leads to a list that holds the organisation. */
async function waitingFor(person: SignedIn) {
  const { text } = await as(person).get("/ban-lam-viec")
  const chapter = /<h3 id="viec-xep-loai">.*?<\/section>/s.exec(text)?.[0] ?? ""
  const lines = [...chapter.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)]
  for (const [, path] of lines)
    expect((await as(person).get(path!.replaceAll("&amp;", "&"))).text).toContain(organisations.binhAn.name)
  return lines.map(([, , line]) => line)
}

/** 75 points, with a growth of capital that the report gives: 76. */
const points = {
  "diem.1a": "5",
  "diem.2a": "4",
  "diem.3a": "3",
  "diem.3b": "2",
  "diem.3c": "3",
  "diem.4a": "2",
  "diem.4b": "2",
  "diem.4c": "1",
  "diem.5": "7",
  "diem.6": "6",
  "diem.7a": "1",
  "diem.7b": "2",
  "diem.7c": "1",
  "diem.8": "4",
  "diem.9": "2",
  "diem.10": "8",
  "diem.11": "8",
  "diem.12": "6",
  "diem.13": "4",
  "diem.14": "4",
  "diem.15": "0",
}

describe("a scoring sheet", () => {
  it("begins with what the reports hold, and asks for the rest", async () => {
    const page = await as(director).get(sheetOf())
    expect(page.status).toBe(200)
    const text = words(page.text)
    expect(text).toContain("Tổng nguồn vốn bình quân đầu năm và cuối năm: 2 tỷ đồng")
    expect(text).toContain("Số liệu năm 2025 lấy từ báo cáo đã được tiếp nhận.")
    expect(text).toContain("1 điểm, theo báo cáo năm")
    // Undivided assets stayed as they were: no point, and nothing to answer.
    expect(text).toContain("0 điểm, theo báo cáo năm")
    expect(page.text).not.toContain('name="co.1b"')
    expect(page.text).toContain('name="diem.15"')
    expect(text).toContain("Điểm của từng tiêu chí trong nhóm này chưa có trong hệ thống")
  })

  it("is nobody else's to see or to write", async () => {
    expect((await as(neighbour).get(sheetOf())).status).toBe(404)
    expect((await as(neighbour).post(sheetOf(), points)).status).toBe(404)
    const auditor = await signInAs(database.db, { name: "Thu", roles: [{ role: "auditor" }] })
    expect(words((await as(auditor).get(sheetOf())).text)).toContain("Phiếu chưa được lập.")
    expect((await as(auditor).post(sheetOf(), points)).status).toBe(403)
  })

  it("keeps what was typed and says at which item it is wrong", async () => {
    const wrong = await as(director).post(sheetOf(), {
      "phien-ban": "0",
      ...points,
      "diem.1a": "6,5",
      "diem.5": "tám",
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain("Hãy viết số không quá 6.")
    expect(wrong.text).toContain("Hãy viết số như")
    expect(wrong.text).toContain('value="tám"')
    const above = await as(director).post(sheetOf(), { "phien-ban": "0", ...points, "diem.10": "30" })
    expect([
      above.status,
      words(above.text).includes("III cộng được 52 điểm, nhiều hơn 40 điểm tối đa."),
    ]).toEqual([422, true])
  })

  it("is saved as a revision with who typed it, and its evidence with it", async () => {
    const form = new FormData()
    const { "diem.15": _, ...most } = points
    for (const [name, value] of Object.entries({ "phien-ban": "0", ...most })) form.set(name, value)
    form.set("ghi-chu.5", "Không vi phạm")
    form.set(
      "tep.5",
      new File([`%PDF-1.4\n${"a".repeat(200)}\n%%EOF`], "xac-nhan.pdf", { type: "application/pdf" }),
    )
    expect((await as(director).post(sheetOf(), form)).status).toBe(303)
    expect(await kept()).toMatchObject({ state: "draft", revision: 1, points: 76, class: "fair" })
    const page = await as(director).get(sheetOf())
    expect(words(page.text)).toContain("Chưa chấm: 15.")
    const file = /href="([^"]*\/tep\/\d+)"/.exec(page.text)![1]!
    expect((await as(director).get(file)).headers.get("content-type")).toBe("application/pdf")
    expect((await as(neighbour).get(file)).status).toBe(404)
    // Not complete: nothing to check yet.
    expect((await as(director).get(`${sheetOf()}/kiem-soat`)).status).toBe(404)

    expect((await post(director, "", { ...points, "ghi-chu.5": "Không vi phạm" })).status).toBe(303)
    expect((await kept()).answers).toMatchObject({
      "5": { points: 7, note: "Không vi phạm", file_id: expect.any(Number) },
    })
    // Sent once more as it is: nothing new to keep.
    await post(director, "", { ...points, "ghi-chu.5": "Không vi phạm" })
    expect((await kept()).revision).toBe(2)
    const late = await post(director, "", points, 1)
    expect([late.status, words(late.text).includes("Đã có người sửa phiếu này")]).toEqual([409, true])
  })

  it("goes to the control board before it is sent, and again after each change", async () => {
    expect((await post(director, "/gui")).status).toBe(404)
    const board = { done_by: "Trần Thị Kiểm", happened_on: "15/12/2025" }
    expect((await post(director, "/kiem-soat", { ...board, result: "disagrees" })).text).toContain(
      "Hãy ghi ý kiến của ban kiểm soát.",
    )
    await post(director, "/kiem-soat", { ...board, result: "disagrees", note: "Mục 8 chấm cao" })
    expect((await kept()).state).toBe("draft")
    expect(
      (await post(director, "/kiem-soat", { ...board, result: "agrees", happened_on: "20/12/2025" })).status,
    ).toBe(422)
    expect((await post(director, "/kiem-soat", { ...board, result: "agrees" })).status).toBe(303)
    expect((await kept()).state).toBe("checked")
    await post(director, "", { ...points, "diem.8": "3", "ghi-chu.5": "Không vi phạm" })
    expect(await kept()).toMatchObject({ state: "draft", points: 75 })
    await post(director, "/kiem-soat", { ...board, result: "agrees" })
    expect((await post(director, "/gui")).status).toBe(303)
    expect((await kept()).state).toBe("submitted")
    expect(await waitingFor(officer)).toEqual(["1 phiếu đánh giá năm 2025 chờ tiếp nhận"])
    for (const other of [director, neighbour, province]) expect(await waitingFor(other)).toEqual([])
    expect((await post(director, "", points)).status).toBe(409)
    const page = words((await as(director).get(sheetOf())).text)
    expect(page).toContain("Ban kiểm soát đồng ý , 15/12/2025, Trần Thị Kiểm")
    expect(page).toContain("Mục 8 chấm cao")
  })

  it("waits for the commune of today, also where the organisation lay in another one then", async () => {
    const { db } = database
    const { rows } = await sql<{ id: number }>`
      insert into rating_sheets (organisation_id, year, scheme_id, state)
      select ${organisations.binhAn.id}, 2024, rating_scheme_of(2024), 'submitted' returning id`.execute(db)
    expect(await waitingFor(officer)).toEqual([
      "1 phiếu đánh giá năm 2025 chờ tiếp nhận",
      "1 phiếu đánh giá năm 2024 chờ tiếp nhận",
    ])
    expect(await waitingFor(neighbour)).toEqual([])
    await db.deleteFrom("rating_sheets").where("id", "=", rows[0]!.id).execute()
  })

  it("is returned with reasons beside the criteria, and what is changed then is marked", async () => {
    expect((await post(director, "/tra-lai", { note: "x" })).status).toBe(403)
    expect((await post(officer, "/tra-lai")).text).toContain("Hãy ghi ít nhất một lý do.")
    expect((await post(officer, "/tra-lai", { "ly-do.10": "Chưa có biên bản đại hội" })).status).toBe(303)
    const page = words((await as(director).get(sheetOf())).text)
    expect(page).toContain("Trả lại vì: Chưa có biên bản đại hội")
    expect(await waitingFor(director)).toEqual(["1 phiếu đánh giá năm 2025 bị trả lại"])
    expect(await waitingFor(officer)).toEqual([])
    await post(director, "", { ...points, "diem.8": "3", "diem.10": "7", "ghi-chu.5": "Không vi phạm" })
    const board = { done_by: "Trần Thị Kiểm", happened_on: "16/12/2025", result: "agrees" }
    await post(director, "/kiem-soat", board)
    await post(director, "/gui")
    const checked = words((await as(officer).get(`${sheetOf()}/tiep-nhan`)).text)
    expect(checked).toContain("đã sửa, lần trước: 8")
    expect(checked.match(/đã sửa/g)).toHaveLength(2)
  })

  it("does not go out by figures that the report no longer has", async () => {
    await post(officer, "/tra-lai", { note: "Xem lại" })
    await post(director, "", { ...points, "diem.8": "3", "diem.10": "6", "ghi-chu.5": "Không vi phạm" })
    await post(director, "/kiem-soat", { done_by: "Kiểm", happened_on: "16/12/2025", result: "agrees" })
    const capital = (value: number) =>
      database.db
        .updateTable("yearly_reports")
        .set({ capital: value })
        .where("organisation_id", "=", organisations.binhAn.id)
        .where("year", "=", 2025)
        .execute()
    await capital(900_000_000)
    const refused = await post(director, "/gui")
    expect([
      refused.status,
      words(refused.text).includes("Số liệu báo cáo năm đã khác với lúc chấm"),
    ]).toEqual([409, true])
    await capital(3_000_000_000)
    expect((await post(director, "/gui")).status).toBe(303)
  })

  it("counts from when it is taken in, with the office’s own score beside it", async () => {
    const review = await post(officer, "/cham-lai", { ...points, "diem.10": "1", "diem.15": "" })
    expect([review.status, words(review.text).includes("Chưa chấm: 15.")]).toEqual([422, true])
    expect((await post(officer, "/cham-lai", { ...points, "diem.10": "1" })).status).toBe(303)
    const page = words((await as(officer).get(`${sheetOf()}/tiep-nhan`)).text)
    expect(page).toContain("Điểm tự chấm: 73 điểm: khá")
    expect(page).toContain("Điểm của cơ quan: 69 điểm: khá")
    expect((await post(officer, "/tiep-nhan", { counts: "office" })).text).toContain(
      "Hãy ghi lý do lấy điểm của cơ quan",
    )
    expect((await post(officer, "/tiep-nhan", { counts: "self" })).status).toBe(303)
    expect(await rating()).toMatchObject({ points: 73, class: "fair", rated_on: today })
    const shown = words(
      (await visitor(database.db, { today }).get(`/hop-tac-xa/${organisations.binhAn.slug}`)).text,
    )
    expect(shown).toContain("Khá (73 điểm)")
    expect(shown).toContain("Đánh giá, xếp loại theo Thông tư 01/2020/TT-BKHĐT")
    expect((await as(officer).get(`${root}/${organisations.hoaHung.slug}/2025`)).status).toBe(404)
  })

  it("can be objected to, and a corrected score is a version of its own", async () => {
    expect((await post(officer, "/khieu-nai", { note: "" })).status).toBe(422)
    const objection = { happened_on: "16/12/2025", note: "Tiêu chí 10 có biên bản" }
    expect((await post(director, "/khieu-nai", objection)).status).toBe(303)
    expect((await post(director, "/khieu-nai", objection)).status).toBe(404)
    const list = words((await as(province).get(`${root}?nam=2025&tinh-trang=khieu-nai`)).text)
    expect(list).toContain(organisations.binhAn.name)
    expect(await waitingFor(officer)).toEqual(["1 khiếu nại về xếp loại năm 2025 chờ trả lời"])
    const answer = { outcome: "corrected", happened_on: "16/12/2025", note: "Đúng như khiếu nại" }
    expect((await post(officer, "/tra-loi", answer)).text).toContain(
      "Chưa có lần chấm lại nào sau khiếu nại.",
    )
    await post(officer, "/cham-lai", { ...points, "diem.10": "16" })
    expect((await post(officer, "/tra-loi", answer)).status).toBe(303)
    expect(await rating()).toMatchObject({ points: 84, class: "good", rated_on: today })
    expect((await kept()).is_objected).toBe(false)
    expect(await waitingFor(officer)).toEqual([])
    const page = words((await as(director).get(sheetOf())).text)
    expect(page).toContain("Trả lời khiếu nại , 16/12/2025: Sửa điểm theo lần chấm lại")
    expect(page).toContain(
      "Nam (Cán bộ xã, phường) đã trả lời khiếu nại về phiếu đánh giá, xếp loại “Hợp tác xã Bình An”",
    )
  })

  it("gives the same points and class years later, whatever schemes came since", async () => {
    const { db } = database
    const shipped = (await findScheme(db, (await schemeOfYear(db, 2025))!.id))!
    const author = { actor: "test", via: "shell" } as const
    const { id } = await addVersion(db, author, shipped)
    await db.updateTable("rating_schemes").set({ valid_from: "2026-01-01" }).where("id", "=", id).execute()
    await db
      .updateTable("rating_classes")
      .set({ lowest_points: 90 })
      .where("scheme_id", "=", id)
      .where("class", "=", "good")
      .execute()
    expect(await publishScheme(db, author, { id, version: 1 })).toBe("published")
    // The report is corrected later, too.
    await db
      .updateTable("yearly_reports")
      .set({ capital: 1 })
      .where("organisation_id", "=", organisations.binhAn.id)
      .execute()

    const rated = await rating()
    const revisions = await listRevisions(db, rated.sheet_id!)
    const counted = revisions.find(({ number }) => number === rated.sheet_revision)!
    const again = judge((await findScheme(db, rated.scheme_id))!, counted.answers, counted.figures)
    expect({ points: again.points, class: again.class }).toEqual({ points: rated.points, class: rated.class })
    for (const revision of revisions) {
      const { points, class: of } = judge(shipped, revision.answers, revision.figures)
      expect({ points, class: of }).toEqual({ points: revision.points, class: revision.class })
    }
    expect(itemsOf(shipped.definition)).toHaveLength(23)

    const administrator = await signInAs(db, { name: "Mai", roles: [{ role: "administrator" }] })
    const trial = `/ban-lam-viec/quan-tri/bo-tieu-chi/${id}/chay-thu`
    const tried = words((await as(administrator).get(`${trial}?nam=2025`)).text)
    expect(tried).toContain("1 trong 1 phiếu đổi loại, 0 phiếu chưa chắc.")
    expect(tried).toContain("Tốt (84) Khá (84)")
    const list = JSON.parse((await as(administrator).get(`${trial}.json?nam=2025&tu=good&sang=fair`)).text)
    expect(list.rows).toMatchObject([{ name: "Hợp tác xã Bình An", class: "good", outcome: "fair" }])
    expect(await rating()).toMatchObject({ points: 84, class: "good" })
  })

  it("prints as Appendix 2 lays it out", async () => {
    const page = await as(director).get(`${sheetOf()}/ban-in`)
    const text = words(page.text)
    expect(text).toContain("Bảng đánh giá hợp tác xã năm 2025")
    expect(text).toContain("Số giấy chứng nhận đăng ký kinh doanh: 5607000123")
    expect(text).toContain("☐ Sản xuất ☐ Tiêu dùng ☐ Lao động ☐ Hỗn hợp")
    expect(text).toContain("Phân loại theo quy mô tổng nguồn vốn: ☒ Siêu nhỏ")
    expect(text).toContain("Số TT Tiêu chí đánh giá Thang điểm tối đa Điểm hợp tác xã tự chấm Ghi chú")
  })
})

describe("who is not rated", () => {
  it("is told why, has no sheet to fill in, and is recorded with the reason", async () => {
    const { db } = database
    const { id, slug } = organisations.hoaHung
    await db
      .updateTable("organisation_states")
      .set({ status: "suspended" })
      .where("organisation_id", "=", id)
      .where("valid_to", "=", "infinity")
      .execute()
    const path = `${root}/${slug}/2025`
    const page = words((await as(province).get(path)).text)
    expect(page).toContain("ngừng hoạt động trên 3 tháng trong năm")
    expect(page).toContain("Ngừng hoạt động tổng cộng")
    expect((await as(province).post(path, { "phien-ban": "0", ...points })).status).toBe(404)

    const queue = words((await as(province).get(`${root}?nam=2025`)).text)
    expect(queue).toContain("1 tổ chức không thuộc diện đánh giá, xếp loại")
    expect((await as(director).post(`${root}/khong-xep-loai`, { nam: "2025" })).status).toBe(403)
    expect((await as(province).post(`${root}/khong-xep-loai`, { nam: "2025" })).status).toBe(303)
    const recorded = await db
      .selectFrom("ratings")
      .select(["class", "points", "not_rated_reason"])
      .where("organisation_id", "=", id)
      .where("year", "=", 2025)
      .execute()
    expect(recorded).toEqual([{ class: null, points: null, not_rated_reason: "stopped_over_three_months" }])
    expect(words((await as(province).get(path)).text)).toContain(
      "Hoa (Cán bộ cấp tỉnh) đã ghi không đánh giá, xếp loại",
    )
  })
})

describe("the ratings of a year", () => {
  it("are counted by commune, and listed for those one answers for", async () => {
    const page = words((await as(province).get(`${root}?nam=2025`)).text)
    for (const { name } of [organisations.binhAn, organisations.hoaHung, organisations.kienGiang])
      expect(page).toContain(name)
    // Groups, credit funds and what is no more have no sheets.
    expect(page).not.toContain(organisations.thanhLoc.name)
    const own = words((await as(director).get(root)).text)
    expect(own).toContain(organisations.binhAn.name)
    expect(own).not.toContain(organisations.hoaHung.name)
    const totals = JSON.parse((await as(province).get(`${root}/tong-hop.json?nam=2025`)).text)
    expect(totals.rows.reduce((sum: number, { good }: { good: number }) => sum + good, 0)).toBe(1)
    const csv = (await as(officer).get(`${root}.csv?nam=2025`)).text
    expect(csv).toContain("Hợp tác xã Bình An")
    expect(csv).not.toContain("Hoà Hưng")
    expect(words((await as(province).get(`/en${root}?nam=2025&tinh-trang=da-tiep-nhan`)).text)).toContain(
      "Taken in",
    )
  })
})

describe("a people’s credit fund", () => {
  it("has the State Bank’s rank written down, and no sheet", async () => {
    const { slug, id } = organisations.rachSoi
    const path = `${root}/${slug}/2025`
    const form = { "phien-ban": "0", rank: "A", document_number: "12/NHNN", document_on: "10/03/2026" }
    expect((await as(director).get(path)).status).toBe(404)
    const early = await as(province).post(`${path}/xep-hang`, form)
    expect(early.status).toBe(422)
    expect((await as(province).post(`${path}/xep-hang`, { ...form, document_on: "" })).status).toBe(303)
    expect((await as(province).post(`${path}/xep-hang`, { ...form, document_on: "" })).status).toBe(409)
    const page = words((await as(province).get(path)).text)
    expect(page).toContain("NHNN xếp hạng: A")
    expect(page).toContain("đã ghi xếp hạng của Ngân hàng Nhà nước cho “Quỹ tín dụng nhân dân Rạch Sỏi”")
    expect((await as(province).post(path, points)).status).toBe(404)
    const { rows } = await sql`select from ratings where organisation_id = ${id}`.execute(database.db)
    expect(rows).toEqual([])
    const shown = await visitor(database.db, { today: "2027-01-01" }).get(`/hop-tac-xa/${slug}`)
    expect(words(shown.text)).toContain("NHNN xếp hạng A")
  })
})

async function rating() {
  return await database.db
    .selectFrom("ratings")
    .selectAll()
    .where("organisation_id", "=", organisations.binhAn.id)
    .where("year", "=", 2025)
    .executeTakeFirstOrThrow()
}
