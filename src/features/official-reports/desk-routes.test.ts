import { createHash } from "node:crypto"
import { sql } from "kysely"
import mammoth from "mammoth"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { recordEntered } from "../entered-figures/figures.ts"
import { findHomePlace } from "../places/queries.ts"
import { clearSample } from "../sample/sample.ts"

const today = "2025-01-10"
const root = "/ban-lam-viec/bao-cao-bo"
let database: Awaited<ReturnType<typeof freshDatabase>>
let lan: SignedIn
let minh: SignedIn
let auditor: SignedIn
let commune: SignedIn
let report: string
beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
  const { db } = database
  lan = await signInAs(db, { name: "Lan", roles: [{ role: "planner" }] })
  minh = await signInAs(db, { name: "Minh", roles: [{ role: "province_officer" }] })
  auditor = await signInAs(db, { name: "Thu", roles: [{ role: "auditor" }] })
  const place = await findHomePlace(db)
  commune = await signInAs(db, { name: "Tú", roles: [{ role: "commune_officer", place_id: place!.id }] })
}, 120_000)
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)

/** What a page's form holds, as a browser would send it. */
function fieldsOf(html: string) {
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(hidden.map(([, name, value]) => [name!, value!]))
}

describe("a report to the ministry", () => {
  it("is begun once for a year, and opened where it was begun before", async () => {
    const list = await as(lan).get(root)
    expect(list.text).toContain("Chưa lập báo cáo nào.")
    // In January the year before is written about.
    expect(list.text).toContain('value="2024"')
    const wrong = await as(lan).post(root, { year: "năm nay", period: "year" })
    expect([wrong.status, wrong.text.includes("Hãy ghi năm, ví dụ 2025.")]).toEqual([422, true])

    const begun = await as(lan).post(root, { year: "2024", period: "year" })
    expect(begun.status).toBe(303)
    report = begun.headers.get("location")!
    const again = await as(minh).post(root, { year: "2024", period: "year" })
    expect(again.headers.get("location")).toBe(report)
    const half = await as(minh).post(root, { year: "2025", period: "half" })
    expect(half.headers.get("location")).not.toBe(report)
    expect((await as(lan).get(root)).text).toContain("Báo cáo 6 tháng đầu năm 2025")
  })

  it("shows its tables, and every counted figure opens to as many records", async () => {
    const { text } = await as(auditor).get(report)
    expect(text).toContain("Báo cáo năm 2024, chốt ngày 31/12/2024.")
    const links = [...text.matchAll(/<td class="table__number"><a href="([^"]+)">([^<]+)<\/a>/g)]
    expect(links.length).toBeGreaterThan(100)
    const frozen = "/dot-bao-cao/bao-cao-nam-2024/so-lieu/"
    // The half-year was not closed by a round of its own: it is counted in the register.
    for (const wanted of [
      `${frozen}cooperatives?`,
      `${frozen}cooperative-groups-founded?`,
      `${frozen}cooperatives?phien-ban=1&amp;linh-vuc=van-tai`,
      // Nor was the year before.
      "/so-lieu/members?ngay=2023-12-31",
      "/so-lieu/cooperatives-founded?ngay=2024-06-30",
    ]) {
      const [, link, shown] = links.find(([, href]) => href!.includes(wanted)) ?? [wanted, "", "none"]
      const page = await as(auditor).get(link!.replaceAll("&amp;", "&"))
      expect(page.status).toBe(200)
      const said = new RegExp(`(^|[^\\d.,])${shown!.replaceAll(".", "\\.")}([^\\d.,]|$)`)
      expect([wanted, said.test(page.text.replace(/<[^>]*>/g, " "))]).toEqual([wanted, true])
    }
  })

  it("keeps the officer's own words through every build", async () => {
    const page = await as(lan).get(`${report}/loi`)
    expect(page.text).toMatch(/Tổng số hợp tác xã [\d.]+\u00a0HTX/)
    const sent = await as(lan).post(`${report}/loi`, {
      ...fieldsOf(page.text),
      "loi-ton-tai": "Vốn còn nhỏ.\nGhi sổ còn chậm.",
    })
    expect(sent.status).toBe(303)
    expect((await as(auditor).get(`${report}/loi`)).text).toContain("Ghi sổ còn chậm.")
    expect((await as(auditor).get(`${report}/loi`)).text).not.toContain("<textarea")

    for (let time = 0; time < 2; time++) {
      const built = await as(lan).post(`${report}/ban`, {})
      expect(built.headers.get("location")).toBe(`${report}#ban-da-xuat`)
    }
    const { text } = await as(lan).get(report)
    // The same content on the same day was built once.
    expect(text.match(/\/ban\/\d+\/docx/g)).toHaveLength(1)
    const file = await visitor(database.db, { today }).app.request(/[^"]+\/ban\/\d+\/docx/.exec(text)![0], {
      headers: { cookie: lan.cookie },
    })
    expect(file.headers.get("content-disposition")).toContain('filename="bao-cao-')
    const bytes = Buffer.from(await file.arrayBuffer())
    expect(text).toContain(createHash("sha256").update(bytes).digest("hex"))
    expect((await mammoth.extractRawText({ buffer: bytes })).value).toContain("Ghi sổ còn chậm.")
    const code = /xac-minh\?ma=([0-9A-Z-]+)/.exec(text)![1]!
    const verdict = (await visitor(database.db, { today }).get(`/xac-minh?ma=${code}`)).text
    expect(verdict).toContain("Báo cáo năm 2024, chốt ngày 31/12/2024")
    expect(verdict).not.toContain("BẢN NHÁP")
  })

  it("is made of frozen figures, or is a draft of what the register holds by now", async () => {
    const page = await as(lan).get(report)
    const version = fieldsOf(page.text)["phien-ban"]!
    const choose = (source: string) => as(lan).post(`${report}/nguon`, { "phien-ban": version, source })
    expect((await choose("999999")).status).toBe(400)
    expect((await choose("nhap")).status).toBe(303)
    const draft = (await as(lan).get(report)).text
    expect(draft).toContain("Bản nháp: tính theo sổ đăng ký và báo cáo đã tiếp nhận, ngày 10/01/2025.")
    expect(draft).toContain("Đợt báo cáo của kỳ này đã khóa.")
    expect(draft).toContain("/so-lieu/cooperatives?ngay=2024-12-31")
    await as(lan).post(`${report}/ban`, {})
    const built = (await as(lan).get(report)).text
    const code = /xac-minh\?ma=([0-9A-Z-]+)/.exec(built)![1]!
    expect((await visitor(database.db, { today }).get(`/xac-minh?ma=${code}`)).text).toContain(
      "Đây là BẢN NHÁP",
    )

    const frozen = /<option value="(\d+)"/.exec(built)![1]!
    const back = { "phien-ban": fieldsOf(built)["phien-ban"]!, source: frozen }
    expect((await as(minh).post(`${report}/nguon`, back)).status).toBe(303)
    expect((await as(lan).get(report)).text).toContain("Báo cáo năm 2024, chốt ngày 31/12/2024.")
  })

  it("says which plans were put down since its figures were frozen, and takes them over when told", async () => {
    const { rows } = await sql<{ place_id: number }>`select place_id from official_reports`.execute(
      database.db,
    )
    await recordEntered(
      asApplication(database.db),
      { actor: "Lan", via: "web" },
      {
        kind: "plan",
        measure: "cooperatives",
        place_id: rows[0]!.place_id,
        year: 2025,
        period: "year",
        sector: null,
      },
      { value: 77, basis: "Kế hoạch của tỉnh", document_number: null },
    )
    const page = (await as(lan).get(report)).text
    expect(page).toContain("1 số kế hoạch, ước thực hiện đã được ghi")
    expect(page).toContain("Kế hoạch 2025")
    const source = /<option value="(\d+)" selected/.exec(page)![1]!
    const take = (text: string, entered: string) =>
      as(lan).post(`${report}/nguon`, { "phien-ban": fieldsOf(text)["phien-ban"]!, source, entered })
    expect((await take(page, "now")).status).toBe(303)
    const taken = (await as(lan).get(report)).text
    expect(taken).not.toContain("đã được ghi, thay hoặc rút lại")
    expect(taken).toMatch(/Lúc \d\d:\d\d, \d\d\/\d\d\/\d{4}, như đã chọn/)
    // Whoever was overtaken changes nothing.
    await take(page, "frozen")
    expect((await as(lan).get(report)).text).toContain("như đã chọn")
    await take(taken, "frozen")
    expect((await as(lan).get(report)).text).toContain("1 số kế hoạch, ước thực hiện đã được ghi")
  })

  it("lets two write at once, and asks whoever was slower in the same part", async () => {
    const mine = await as(lan).get(`${report}/loi`)
    const theirs = await as(minh).get(`${report}/loi`)
    const write = (person: SignedIn, page: typeof mine, words: Record<string, string>) =>
      as(person).post(`${report}/loi`, {
        ...fieldsOf(page.text),
        "loi-ton-tai": "Vốn còn nhỏ.\nGhi sổ còn chậm.",
        ...words,
      })
    expect((await write(minh, theirs, { "loi-mo-hinh": "HTX Bình An làm tốt." })).status).toBe(303)
    // Another part: nobody is asked, and what Minh wrote stays.
    expect((await write(lan, mine, { "loi-du-bao": "Giá lúa ổn định." })).status).toBe(303)

    const slow = await write(lan, mine, { "loi-mo-hinh": "HTX Rạch Giá làm tốt." })
    expect(slow.status).toBe(409)
    expect(slow.text).toContain("Minh đã sửa phần này")
    expect(slow.text).toContain("HTX Bình An làm tốt.")
    expect(slow.text).toContain("HTX Rạch Giá làm tốt.")
    const both = { "loi-mo-hinh": "HTX Bình An và HTX Rạch Giá làm tốt.", "loi-du-bao": "Giá lúa ổn định." }
    expect((await write(lan, slow, both)).status).toBe(303)
    const now = (await as(auditor).get(`${report}/loi`)).text
    for (const words of Object.values(both)) expect(now).toContain(words)
    const history = (await as(auditor).get(report)).text.replace(/<[^>]*>/g, "")
    expect(history).toContain("Minh (Cán bộ cấp tỉnh) đã viết phần lời của báo cáo gửi Bộ")
  })

  it("offers what was typed and not sent", async () => {
    const draft = new URLSearchParams({ "loi-kien-nghi": "Đề nghị Bộ hướng dẫn sớm." })
    await visitor(database.db, { today }).app.request(
      `/ban-lam-viec/ban-nhap/bao-cao-bo/${report.split("/").at(-1)}`,
      {
        method: "PUT",
        headers: {
          cookie: lan.cookie,
          origin: "https://ktth.example.vn",
          "content-type": "application/x-www-form-urlencoded",
        },
        body: draft,
      },
    )
    expect((await as(lan).get(`${report}/loi`)).text).toContain("ban-nhap=dung")
    expect((await as(lan).get(`${report}/loi?ban-nhap=dung`)).text).toContain("Đề nghị Bộ hướng dẫn sớm.")
    expect((await as(minh).get(`${report}/loi?ban-nhap=dung`)).text).not.toContain(
      "Đề nghị Bộ hướng dẫn sớm.",
    )
  })

  it("has a letterhead that the next report begins with", async () => {
    const page = await as(lan).get(`${report}/the-thuc`)
    const head = {
      governing_body: "UBND tỉnh Kiên Giang",
      issuing_body: "Sở Kế hoạch\nvà Đầu tư",
      number: "12",
      symbol: "BC-SKHĐT",
      issued_at: "Kiên Giang",
      issued_on: "15/01/2025",
      addressee: "Bộ Kế hoạch và Đầu tư",
      authority: "KT. GIÁM ĐỐC",
      signer_title: "Phó Giám đốc",
      signer_name: "Nguyễn Văn Bình",
      recipients: "Như trên\nLưu: VT",
    }
    const wrong = await as(lan).post(`${report}/the-thuc`, {
      ...fieldsOf(page.text),
      ...head,
      issuing_body: "a\nb\nc",
    })
    expect([wrong.status, wrong.text.includes("Hãy viết nhiều nhất hai dòng.")]).toEqual([422, true])
    expect((await as(lan).post(`${report}/the-thuc`, { ...fieldsOf(page.text), ...head })).status).toBe(303)
    const late = await as(minh).post(`${report}/the-thuc`, { ...fieldsOf(page.text), ...head, number: "13" })
    expect([late.status, late.text.includes("Đã có người sửa")]).toEqual([409, true])

    const next = await as(lan).post(root, { year: "2025", period: "year" })
    const { text } = await as(lan).get(`${next.headers.get("location")}/the-thuc`)
    expect(text).toContain('value="BC-SKHĐT"')
    expect(text).toContain("Nguyễn Văn Bình")
    expect(text).not.toContain('value="12"')
  })

  it("is read by who may see it, and written by planners and officers of the province", async () => {
    expect((await as(auditor).post(`${report}/ban`, {})).status).toBe(403)
    expect((await as(auditor).get(`${report}/the-thuc`)).status).toBe(403)
    expect((await as(commune).get(report)).status).toBe(404)
    expect((await as(lan).get(`${root}/999999`)).status).toBe(404)
    expect((await visitor(database.db, { today }).get(report)).status).toBe(303)
  })
})

describe("a report of the fictional province", () => {
  it("says so to whoever checks its files, and goes with the province", async () => {
    const built = (await as(lan).get(report)).text
    const code = /xac-minh\?ma=([0-9A-Z-]+)/.exec(built)![1]!
    const check = () => visitor(database.db, { today }).get(`/xac-minh?ma=${code}`)
    expect((await check()).text).toContain("Số liệu là GIẢ ĐỊNH")
    await clearSample(asApplication(database.db))
    expect((await check()).text).not.toContain("GIẢ ĐỊNH")
    expect((await as(lan).get(report)).status).toBe(404)
  }, 60_000)
})
