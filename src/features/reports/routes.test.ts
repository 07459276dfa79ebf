import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { writeRound } from "../../../test/fixtures/reports.ts"
import { visitor } from "../../../test/visit.ts"
import { placesOn } from "../measures/test-register.ts"

const today = "2026-12-01"
let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
let accountant: SignedIn
let officer: SignedIn
let stranger: SignedIn
let province: SignedIn
let round: { id: number; slug: string }
let report: string
beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  organisations = await writeRegister(db)
  const placeOf = await placesOn(db)
  // Last year was accepted: it stands beside this year's.
  await db
    .updateTable("yearly_reports")
    .set({ state: "accepted", accepted_on: "2025-12-20", members: 40, revenue: 900_000_000 })
    .where("year", "=", 2025)
    .execute()
  round = await writeRound(db, { place_id: placeOf("91", today) })
  accountant = await signInAs(db, {
    name: "Lê Thị Sen",
    roles: [{ role: "organisation_representative", organisation_id: organisations.binhAn.id }],
  })
  const officerOf = (name: string, code: string) =>
    signInAs(db, { name, roles: [{ role: "commune_officer", place_id: placeOf(code, today) }] })
  officer = await officerOf("Trần Lan", "30898")
  stranger = await officerOf("Nam", "30742")
  province = await signInAs(db, { name: "Võ Hoa", roles: [{ role: "province_officer" }] })
  report = `/ban-lam-viec/bao-cao/${round.slug}/to-chuc/${organisations.binhAn.slug}`
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)
const typed = {
  men: "30",
  women: "12",
  workers: "5",
  revenue: "1.900.000.000",
  profit_before_tax: "-35.000.000",
  high_technology: "co",
}

function mails() {
  return database.db.selectFrom("mails").select(["recipient", "subject", "body"]).orderBy("id").execute()
}

async function filing() {
  return await database.db
    .selectFrom("report_filings")
    .select(["id", "state", "revision", "values"])
    .where("organisation_id", "=", organisations.binhAn.id)
    .executeTakeFirst()
}

// One report on its way, test after test.
describe("an accountant", () => {
  it("finds the report of their cooperative, with until when, and nobody else's", async () => {
    const { text } = await as(accountant).get("/ban-lam-viec/bao-cao")
    expect(text).toContain(`href="${report}/dien"`)
    expect(text).toContain("Hạn nộp: 15/12/2026")
    expect(text).not.toContain("Hoà Hưng")
    expect((await as(accountant).get("/ban-lam-viec")).text).toContain("1 báo cáo cần nộp")
    const others = report.replace(organisations.binhAn.slug, organisations.hoaHung.slug)
    expect((await as(accountant).get(others)).status).toBe(404)
    expect((await as(stranger).get(report)).status).toBe(404)
  })

  it("sees last year beside each field, units, and what the register knows", async () => {
    const { text } = await as(accountant).get(`${report}/dien`)
    expect(text).toContain("Năm 2025: 40\u00a0người")
    expect(text).toContain("Năm 2025: 900.000.000\u00a0đồng")
    expect(text).toContain('inputmode="numeric"')
    expect(text).toContain("Tính khi lưu")
  })

  it("is told what is wrong with what was typed, and loses none of it", async () => {
    const { status, text } = await as(accountant).post(`${report}/dien`, {
      ...typed,
      "phien-ban": "0",
      men: "ba mươi",
      women: "1,5",
      workers: "-4",
      remarks: "Giữ nguyên",
    })
    expect(status).toBe(422)
    expect(text).toContain("Thành viên nam: Hãy viết số nguyên như 1.250.")
    expect(text).toContain("Lao động thường xuyên: Hãy viết số từ 0 trở lên.")
    for (const kept of ["ba mươi", "1,5", "1.900.000.000", "Giữ nguyên"]) expect(text).toContain(kept)
    expect(await filing()).toBeUndefined()
  })

  it("saves a draft, and finds totals worked out, and their name", async () => {
    const saved = await as(accountant).post(`${report}/dien`, {
      ...typed,
      men: "",
      "phien-ban": "0",
      roi: "dien",
    })
    expect([saved.status, saved.headers.get("location")]).toEqual([303, `${report}/dien?da-luu=1`])
    const { text } = await as(accountant).get(`${report}/dien?da-luu=1`)
    expect(text).toContain("Đã lưu (bản 1)")
    expect(text).toContain("12\u00a0người</output>")
    expect(text).toContain("Lê Thị Sen (Đại diện tổ chức)")
  })

  it("is shown before sending what is missing and what is asked, and cannot send before it is right", async () => {
    await as(accountant).post(`${report}/dien`, { ...typed, men: "", "phien-ban": "1", roi: "kiem-tra" })
    const { text } = await as(accountant).get(`${report}/kiem-tra`)
    expect(text).toContain("Thành viên nam: hãy điền mục này.")
    expect(text).not.toContain(">Gửi báo cáo<")
    expect(text).toContain("Doanh thu hơn gấp đôi năm trước. Vì sao?")
    expect(text).toContain("+1.000.000.000 (+111,1")
    const forced = await as(accountant).post(`${report}/gui`, { ban: "1" })
    expect(forced.status).toBe(422)
    expect((await filing())?.state).toBe("draft")
  })

  it("loses nothing when an officer saved the same report meanwhile", async () => {
    const officers = await as(officer).post(`${report}/dien`, { ...typed, men: "29", "phien-ban": "1" })
    expect(officers.status).toBe(303)
    const { status, text } = await as(accountant).post(`${report}/dien`, {
      ...typed,
      men: "30",
      "phien-ban": "1",
    })
    expect(status).toBe(409)
    expect(text).toContain("Trần Lan")
    expect(text).toContain('value="29"')
    expect(text).toContain('value="30"')
    expect((await filing())?.values).toMatchObject({ men: 29 })
    const mine = await as(accountant).post(`${report}/dien`, {
      ...typed,
      "phien-ban": "2",
      "chon.men": "mine",
      "cua-ho.men": "29",
      "cua-toi.men": "30",
      roi: "kiem-tra",
    })
    expect(mine.headers.get("location")).toBe(`${report}/kiem-tra`)
    expect((await filing())?.values).toMatchObject({ men: 30, members: 42 })
  })

  it("sends it once, however often the button is pressed, and gets a receipt", async () => {
    const answers = { ban: "3", "tra-loi.revenue_doubled": "Mở thêm dịch vụ bao tiêu lúa" }
    const sent = await Promise.all([1, 2, 3].map(() => as(accountant).post(`${report}/gui`, answers)))
    const receipts = new Set(sent.map(({ headers }) => headers.get("location")))
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(receipts.size).toBe(1)
    const { text } = await as(accountant).get([...receipts][0]!)
    expect(text).toMatch(/BC26(-[2-9A-Z]{4}){3}/)
    expect(text).toContain("Hợp tác xã Bình An, xã Bình An")
    expect(text).toContain("Lê Thị Sen (Đại diện tổ chức)")
    expect((await as(stranger).get([...receipts][0]!)).status).toBe(404)
    expect((await as(accountant).get(`${report}/bien-nhan/BC26-AAAA-AAAA-AAAA`)).status).toBe(404)
    expect((await as(accountant).get(`${report}/dien`)).headers.get("location")).toBe(report)
  })
})

describe("an officer", () => {
  it("sees what waits, with the answers that came along", async () => {
    expect((await as(officer).get("/ban-lam-viec")).text).toContain("1 báo cáo chờ tiếp nhận")
    const list = await as(officer).get(`/ban-lam-viec/bao-cao/${round.slug}?trang-thai=cho-tiep-nhan`)
    expect(list.text).toContain("Hợp tác xã Bình An")
    const { text } = await as(officer).get(report)
    expect(text).toContain("Mở thêm dịch vụ bao tiêu lúa (Lê Thị Sen")
    expect(text).toContain("−35.000.000".replace("−", "-"))
  })

  it("returns it with a reason at a field, and the accountant gets a mail that leads there", async () => {
    expect((await as(accountant).post(`${report}/tra-lai`, { ban: "3", note: "x" })).status).toBe(403)
    const empty = await as(officer).post(`${report}/tra-lai`, { ban: "3" })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain("Hãy viết lý do ở ít nhất một mục")
    const returned = await as(officer).post(`${report}/tra-lai`, {
      ban: "3",
      "ly-do.workers": "Sổ lương có 6 người",
      "ly-do.nonsense": "x",
    })
    expect(returned.status).toBe(303)
    expect(await mails()).toEqual([
      {
        recipient: accountant.email,
        subject: "Báo cáo được trả lại: Báo cáo năm 2026",
        body: expect.stringContaining(`${report}/dien#workers`),
      },
    ])
    expect((await as(accountant).get("/ban-lam-viec")).text).toContain("1 báo cáo bị trả lại")
    const { text } = await as(accountant).get(`${report}/dien`)
    expect(text).toContain('<a href="#workers">Lao động thường xuyên</a>: Sổ lương có 6 người')
    expect(text).toContain("Lý do trả lại: Sổ lương có 6 người")
  })

  it("sees of what comes back only what was changed, and all on request", async () => {
    expect((await as(accountant).post(`${report}/gui`, { ban: "3" })).text).toContain(
      "Chưa có mục nào được sửa",
    )
    await as(accountant).post(`${report}/dien`, { ...typed, workers: "6", "phien-ban": "3", roi: "kiem-tra" })
    const sent = await as(accountant).post(`${report}/gui`, { ban: "4", note: "Đã đối chiếu sổ lương" })
    expect(sent.status).toBe(303)
    const { text } = await as(officer).get(report)
    expect(text).toContain("Đã đối chiếu sổ lương")
    expect(text).toContain('id="dong-workers"')
    expect(text).not.toContain('id="dong-revenue"')
    expect((await as(officer).get(`${report}?xem=tat-ca`)).text).toContain('id="dong-revenue"')
  })

  it("accepts it as it was seen, and takes that back while the province has not accepted", async () => {
    const stale = await as(officer).post(`${report}/tiep-nhan`, { ban: "3" })
    expect(stale.status).toBe(422)
    expect(stale.text).toContain("Báo cáo vừa có thay đổi")
    expect((await as(accountant).post(`${report}/tiep-nhan`, { ban: "4" })).status).toBe(403)
    expect((await as(officer).post(`${report}/tiep-nhan`, { ban: "4" })).status).toBe(303)
    expect((await filing())?.state).toBe("accepted")
    expect((await as(officer).post(`${report}/duyet`, { ban: "4" })).status).toBe(403)
    expect((await as(officer).post(`${report}/rut-tiep-nhan`, { ban: "4" })).status).toBe(303)
    expect((await filing())?.state).toBe("resubmitted")
    await as(officer).post(`${report}/tiep-nhan`, { ban: "4" })
    expect((await as(province).get("/ban-lam-viec")).text).toContain("1 báo cáo chờ tỉnh duyệt")
    expect((await as(province).post(`${report}/duyet`, { ban: "4" })).status).toBe(303)
    expect((await as(officer).post(`${report}/rut-tiep-nhan`, { ban: "4" })).status).toBe(403)
  })

  it("reads every revision with who typed it and what it changed", async () => {
    const { text } = await as(officer).get(`${report}/lich-su`)
    expect(text).toContain("Khác với bản 3")
    expect(text).toContain("Lê Thị Sen (Đại diện tổ chức)")
    expect(text).toContain("Trần Lan (Cán bộ xã, phường)")
    expect(text.match(/<h2/g)?.length).toBeGreaterThanOrEqual(4)
    const english = await as(officer).get(`/en${report}/lich-su`)
    expect(english.text).toContain("Changed from revision 3")
  })

  it("finds it from the organisation's page at the desk", async () => {
    const { text } = await as(officer).get(`/ban-lam-viec/to-chuc/${organisations.binhAn.slug}`)
    expect(text).toContain(`href="${report}"`)
  })
})

describe("a report elsewhere", () => {
  it("is late by the day that holds for it, with the time that was granted", async () => {
    const other = report.replace(organisations.binhAn.slug, organisations.hoaHung.slug)
    const later = visitor(database.db, { today: "2026-12-20" }).as(province)
    expect((await later.get(other)).text).toContain("đã quá hạn")
    await database.db
      .insertInto("report_extensions")
      .values({
        round_id: round.id,
        organisation_id: organisations.hoaHung.id,
        due_on: "2026-12-25",
        reason: "Bão số 9",
        recorded_by: "fixture",
      })
      .execute()
    const { text } = await later.get(other)
    expect(text).toContain("Hạn nộp: 25/12/2026")
    expect(text).not.toContain("đã quá hạn")
  })

  it("is a commune’s own where communes are asked", async () => {
    const placeOf = await placesOn(database.db)
    const asked = await writeRound(database.db, {
      place_id: placeOf("91", today),
      slug: "xa-phuong-2026",
      kinds: ["commune"],
    })
    const own = `/ban-lam-viec/bao-cao/${asked.slug}/xa-phuong/xa-binh-an-30898-tu-2025`
    expect((await as(stranger).get(own)).status).toBe(404)
    const saved = await as(officer).post(`${own}/dien`, { ...typed, "phien-ban": "0", roi: "kiem-tra" })
    expect([saved.status, saved.headers.get("location")]).toEqual([303, `${own}/kiem-tra`])
    expect((await as(officer).post(`${own}/gui`, { ban: "1" })).status).toBe(303)
  })

  it("is opened again after closing by the province alone, with a reason", async () => {
    await database.db
      .updateTable("reporting_rounds")
      .set({ state: "closed", closed_at: new Date() })
      .where("id", "=", round.id)
      .execute()
    const other = report.replace(organisations.binhAn.slug, organisations.hoaHung.slug)
    expect((await as(province).get(`${other}/dien`)).headers.get("location")).toBe(other)
    expect((await as(officer).post(`${report}/mo-lai`, { "ly-do": "x" })).status).toBe(403)
    expect((await as(province).post(`${other}/mo-lai`, {})).text).toContain("Hãy viết lý do mở lại.")
    expect((await as(province).post(`${other}/mo-lai`, { "ly-do": "Nộp muộn vì bão" })).status).toBe(303)
    expect((await as(province).get(`${other}/dien`)).status).toBe(200)
  })
})
