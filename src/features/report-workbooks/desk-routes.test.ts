import * as xlsx from "@e965/xlsx"
import { sql } from "kysely"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, secret, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { goodValues, writeRound } from "../../../test/fixtures/reports.ts"
import { testStore, visitor } from "../../../test/visit.ts"
import { inTransaction } from "../../database/connection.ts"
import { keepFile } from "../files/keep-file.ts"
import type { Place } from "../places/queries.ts"
import { findWorkbookPlace } from "../register-import/ground.ts"
import { saveRevision, submitReport } from "../reports/file-report.ts"
import { checkReceived } from "./check-received.ts"
import { keepReceived } from "./take-reports.ts"
import { reportWorkbookChecking } from "./workbook-checking.ts"

const today = "2026-12-01"
const root = "/ban-lam-viec/bao-cao-excel"
let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
let commune: Place
let officer: SignedIn
let stranger: SignedIn
let year = 2040
let round: { id: number; slug: string; name: string }
beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
  commune = (await findWorkbookPlace(database.db, "30898", today))!
  const elsewhere = (await findWorkbookPlace(database.db, "30742", today))!
  officer = await signInAs(database.db, {
    name: "Mai",
    roles: [{ role: "commune_officer", place_id: commune.id }],
  })
  stranger = await signInAs(database.db, {
    name: "Nam",
    roles: [{ role: "commune_officer", place_id: elsewhere.id }],
  })
})
afterAll(() => database.close())
// Each test has a round and a year of its own.
beforeEach(async () => {
  year += 2
  const province = (await findWorkbookPlace(database.db, "91", today))!
  round = await writeRound(database.db, {
    year,
    place_id: province.id,
    opens_on: "2026-11-15",
    due_on: "2026-12-15",
    closes_on: "2026-12-31",
  })
})

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)

/** The commune's workbook of the round as the officer gets it, with these values typed for Bình An. */
async function filledIn(typed: Record<string, string | number> = goodCells) {
  const answer = await visitor(database.db, { today }).app.request(
    `${root}/bieu-mau/${round.slug}/${commune.code}.xlsx`,
    { headers: { cookie: officer.cookie } },
  )
  expect(answer.status).toBe(200)
  const book = xlsx.read(new Uint8Array(await answer.arrayBuffer()), { type: "array", cellNF: true })
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]!
    const grid = xlsx.utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
    const row = grid.findIndex((each) => each[0] === organisations.binhAn.name)
    if (row < 0 || name.endsWith("năm trước")) continue
    for (const [heading, value] of Object.entries(typed)) {
      const column = (grid[0] as string[]).findIndex((each) => each.includes(heading))
      if (column < 0) throw new Error(`There is no column ${heading}`)
      sheet[xlsx.utils.encode_cell({ r: row, c: column })] =
        typeof value === "number" ? { t: "n", v: value } : { t: "s", v: value }
    }
  }
  return new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as ArrayBuffer)
}

async function send(bytes: Uint8Array, { person = officer, place = "Bình An", name = "Báo cáo.xlsx" } = {}) {
  const body = new FormData()
  body.set("round", round.slug)
  body.set("place", place)
  body.set("act", "check")
  body.set("file", new File([new Uint8Array(bytes)], name))
  return await as(person).post(root, body)
}

const goodCells = {
  "Thành viên nam": 45,
  "Lao động thường xuyên": 6,
  "Doanh thu": 1_250_000_000,
  "Lãi trước thuế": 90_000_000,
}

async function filingsOf(roundId: number) {
  const { rows } = await sql<{ organisation_id: number; state: string; revision: number; receipts: number }>`
    select filing.organisation_id, filing.state, filing.revision,
      (select count(receipt) from report_filing_events where filing_id = filing.id) as receipts
    from report_filings filing where round_id = ${roundId} order by organisation_id`.execute(database.db)
  return rows
}

describe("a workbook of reports", () => {
  it("is checked, shown, and sends all its reports at once with a receipt each", async () => {
    const sent = await send(await filledIn())
    expect(sent.status).toBe(303)
    const address = sent.headers.get("location")!
    const page = await as(officer).get(address)
    expect(page.text).toContain("1 báo cáo sẽ được ghi và gửi")
    expect(page.text).toMatch(/TB\d\d-\w{4}-\w{4}-\w{4}/)
    expect(await filingsOf(round.id)).toEqual([])

    await as(officer).post(`${address}/gui`, {})
    // Pressed twice is sent once.
    await as(officer).post(`${address}/gui`, {})
    expect(await filingsOf(round.id)).toEqual([
      { organisation_id: organisations.binhAn.id, state: "submitted", revision: 1, receipts: 1 },
    ])
    const done = await as(officer).get(address)
    expect(done.text).toMatch(/BC\d\d-\w{4}-\w{4}-\w{4}/)
    const list = await as(officer).get(root)
    expect(list.text).toContain("Đã gửi báo cáo. Mới 1")
    const english = await as(officer).get(`/en${address}`)
    expect(english.text).toContain("Receipt of the file")
  })

  it("with an error sends nothing, and comes back marked", async () => {
    const sent = await send(await filledIn({ ...goodCells, "Lãi trước thuế": "chín mươi" }))
    const address = sent.headers.get("location")!
    const page = await as(officer).get(address)
    expect(page.text).toContain("Chưa gửi báo cáo nào")
    expect(page.text).toContain("“chín mươi”")
    await as(officer).post(`${address}/gui`, {})
    expect(await filingsOf(round.id)).toEqual([])
    const marked = await as(officer).get(`${address}/danh-dau.xlsx`)
    expect([marked.status, marked.headers.get("content-type")]).toEqual([200, xlsxType])
  })

  it("is refused to an officer of another commune, and so is what others sent", async () => {
    const bytes = await filledIn()
    const refused = await send(bytes, { person: stranger })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain("Bạn không phụ trách báo cáo của địa bàn này")
    const { headers } = await send(bytes)
    expect((await as(stranger).get(headers.get("location")!)).status).toBe(404)
    expect((await as(stranger).get(`${root}/bieu-mau/${round.slug}/30898.xlsx`)).status).toBe(404)
  })

  it("that was filled in for another round says so", async () => {
    const bytes = await filledIn()
    const first = round
    round = await writeRound(database.db, {
      year: year + 1,
      place_id: (await findWorkbookPlace(database.db, "91", today))!.id,
      opens_on: "2026-11-15",
      due_on: "2026-12-15",
      closes_on: "2026-12-31",
    })
    const { headers } = await send(bytes)
    const { text } = await as(officer).get(headers.get("location")!)
    expect(text).toContain("đợt báo cáo hoặc địa bàn khác")
    expect(await filingsOf(first.id)).toEqual([])
  })

  it("is refused at once where it is no workbook, and keeps what was chosen", async () => {
    const { status, text } = await send(new TextEncoder().encode("%PDF-1.7"), { name: "bao-cao.xlsx" })
    expect(status).toBe(422)
    expect(text).toContain("Tệp này không phải bảng tính")
    expect(text).toContain('value="Bình An"')
  })

  it("writes nothing over what somebody sent meanwhile", async () => {
    const { headers } = await send(await filledIn())
    const address = headers.get("location")!
    await inTransaction(asApplication(database.db), async (trx) => {
      const acting = { author: { actor: "Đại diện", via: "web" }, today } as const
      const saved = await saveRevision(trx, acting, {
        round_id: round.id,
        via: "web",
        organisation_id: organisations.binhAn.id,
        values: goodValues,
        based_on: 0,
      })
      if (!saved.ok) throw new Error(saved.fault)
      await submitReport(trx, acting, saved)
    })
    await as(officer).post(`${address}/gui`, {})
    expect((await as(officer).get(address)).text).toContain("Báo cáo này đã gửi")
    expect(await filingsOf(round.id)).toMatchObject([{ revision: 1, receipts: 1 }])
  })

  it("can be taken back while nobody has gone on with its reports", async () => {
    const { headers } = await send(await filledIn())
    const address = headers.get("location")!
    await as(officer).post(`${address}/gui`, {})
    await as(officer).post(`${address}/rut-lai`, {})
    expect(await filingsOf(round.id)).toMatchObject([{ state: "draft" }])
    expect((await as(officer).get(address)).text).toContain("Mai đã rút lại lúc")
  })

  it("whose receiver was lost is checked by the next one", async () => {
    const content = await filledIn()
    const db = asApplication(database.db)
    const author = { actor: "Mai", via: "web", user_id: officer.id } as const
    const kept = await keepFile(db, testStore, {
      content: new Uint8Array(content),
      name: "Báo cáo.xlsx",
      by: author,
    })
    if (!kept.ok) throw new Error(kept.refusal)
    const id = await keepReceived(db, { file: kept.file, round: { ...round, year }, place: commune, author })
    const page = await as(officer).get(`${root}/${id}`)
    expect(page.text).toContain("Đã nhận, đang kiểm tra")
    expect(page.text).toContain("<live-part>")
    const { rows } = await sql<{ data: { id: number } }>`
      select data from pgboss.job where name = ${reportWorkbookChecking.kind} and data ->> 'id' = ${String(id)}`.execute(
      database.db,
    )
    expect(rows).toEqual([{ data: { id } }])
    await checkReceived(db, id, { store: testStore, today, secret })
    expect((await as(officer).get(`${root}/${id}`)).text).toContain("1 báo cáo sẽ được ghi và gửi")
  })
})

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
