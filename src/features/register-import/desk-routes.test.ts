import { gunzipSync, gzipSync } from "node:zlib"
import * as xlsx from "@e965/xlsx"
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, secret, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { testStore, visitor } from "../../../test/visit.ts"
import type { Place } from "../places/queries.ts"
import { findWorkbookPlace } from "./ground.ts"
import { importWorkbook } from "./import-workbook.ts"
import { writeRegisterWorkbook } from "./write-register.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
let binhAn: Place
let officer: SignedIn
let stranger: SignedIn
const today = "2026-06-15"
beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
  binhAn = (await findWorkbookPlace(database.db, "30898", today))!
  const elsewhere = (await findWorkbookPlace(database.db, "30742", today))!
  officer = await signInAs(database.db, {
    name: "Mai",
    roles: [{ role: "commune_officer", place_id: binhAn.id }],
  })
  stranger = await signInAs(database.db, {
    name: "Nam",
    roles: [{ role: "commune_officer", place_id: elsewhere.id }],
  })
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)

/** The commune's form with one phone number typed over. */
async function sheet(
  phone: string,
  changes: (row: (string | number | null)[], headings: string[]) => void = () => {},
) {
  const bytes = await writeRegisterWorkbook(database.db, binhAn, { day: today, secret })
  const book = xlsx.read(bytes, { type: "buffer", cellNF: true })
  const grid = xlsx.utils.sheet_to_json<(string | number | null)[]>(book.Sheets["Tổ chức"]!, {
    header: 1,
    defval: null,
  })
  const headings = grid[0]!.map((heading) => String(heading).replace(" *", ""))
  const row = grid.find((each) => each.includes(organisations.binhAn.name))!
  row[headings.indexOf("Điện thoại")] = phone
  changes(row, headings)
  book.Sheets["Tổ chức"] = xlsx.utils.aoa_to_sheet(grid)
  return new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as ArrayBuffer)
}

async function send(bytes: Uint8Array, person = officer, name = "Sổ Bình An.xlsx") {
  const sent = await sendOnly(bytes, person, name)
  await ended(sent.headers.get("location"), person)
  return sent
}

async function sendOnly(bytes: Uint8Array, person = officer, name = "Sổ Bình An.xlsx") {
  const body = new FormData()
  body.set("place", "Bình An")
  body.set("act", "check")
  body.set("file", new File([new Uint8Array(bytes)], name))
  return await as(person).post("/ban-lam-viec/nhap-excel", body)
}

/** Where a machine is slow the work goes on behind the page. */
async function ended(address: string | null, person = officer) {
  if (!address) return
  const page = async () => (await as(person).get(address)).text
  await expect.poll(page, { timeout: 20_000 }).not.toContain("<live-part>")
}

async function write(address: string) {
  const answer = await as(officer).post(`${address}/ghi-so`, {})
  await ended(address)
  return answer
}

function phoneOf(id: number) {
  return database.db
    .selectFrom("organisations")
    .select("phone")
    .where("id", "=", id)
    .executeTakeFirstOrThrow()
}

describe("work that takes long", () => {
  const polling = { timeout: 20_000 }

  /** Until it is let go, nothing gets at the table. */
  async function holding(table: string, work: () => Promise<void>) {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    let isHeld = () => {}
    const begun = new Promise<void>((resolve) => {
      isHeld = resolve
    })
    const holder = database.db.transaction().execute(async (trx) => {
      await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(trx)
      isHeld()
      await held
    })
    await begun
    await work().finally(letGo)
    await holder
  }

  it("is gone on with behind the page, which says how far it is, and ends as it does at once", async () => {
    let address = ""
    const bytes = await sheet("0297 555 777")
    await holding("organisation_states", async () => {
      const sent = await sendOnly(bytes)
      expect(sent.status).toBe(303)
      address = sent.headers.get("location")!
      const page = await as(officer).get(address)
      expect(page.text).toContain("<live-part>")
      expect(page.text).toContain("Đang kiểm tra")
      expect(page.text).not.toContain("Ghi vào sổ đăng ký</button>")
      expect((await as(officer).get("/ban-lam-viec/nhap-excel")).text).toContain("Đang kiểm tra")
    })
    await expect.poll(async () => (await as(officer).get(address)).text, polling).toContain("thay đổi 1")

    await holding("organisation_states", async () => {
      expect((await as(officer).post(`${address}/ghi-so`, {})).status).toBe(303)
      const page = await as(officer).get(address)
      expect(page.text).toContain("<live-part>")
      // Pressed again: there is one who writes.
      expect((await as(officer).post(`${address}/ghi-so`, {})).status).toBe(303)
    })
    await expect.poll(async () => (await as(officer).get(address)).text, polling).toContain("Biên nhận")
    expect(await phoneOf(organisations.binhAn.id)).toEqual({ phone: "0297 555 777" })
  })

  /** Sends a workbook, and has its kept plan say another number, as no file says. */
  async function sendWithPlan(sheetPhone: string, planPhone: string) {
    const sent = await send(await sheet(sheetPhone))
    const address = sent.headers.get("location")!
    const id = Number(address.split("/").at(-1))
    const { plan } = await database.db
      .selectFrom("imports")
      .select("plan")
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
    const words = gunzipSync(plan!).toString().replaceAll(sheetPhone, planPhone)
    await database.db
      .updateTable("imports")
      .set({ plan: gzipSync(words) })
      .where("id", "=", id)
      .execute()
    return address
  }

  it("is not done twice: while the register stays as it was, the plan that was shown is written", async () => {
    const address = await sendWithPlan("0297 555 779", "0297 555 780")
    await write(address)
    expect(await phoneOf(organisations.binhAn.id)).toEqual({ phone: "0297 555 780" })
  })

  it("is done again once the register is another one", async () => {
    const address = await sendWithPlan("0297 555 781", "0297 555 782")
    await importWorkbook(asApplication(database.db), testStore, {
      bytes: await sheet("0297 555 783"),
      name: "so.xlsx",
      place: binhAn,
      day: today,
      secret,
      author: { actor: "Hoa", via: "shell" },
      dryRun: false,
    })
    await as(officer).get(address)
    await write(address)
    expect(await phoneOf(organisations.binhAn.id)).toEqual({ phone: "0297 555 781" })
  })

  it("says so where it was lost on the way, and can be begun again", async () => {
    const sent = await send(await sheet("0297 555 778"))
    const address = sent.headers.get("location")!
    const id = Number(address.split("/").at(-1))
    const lost = { work_step: "reading", work_beat_at: sql<Date>`now() - interval '11 seconds'` }
    await database.db
      .updateTable("imports")
      .set({ ...lost, work: "write" })
      .where("id", "=", id)
      .execute()
    const page = await as(officer).get(address)
    expect(page.text).toContain("không có dòng nào được ghi")
    expect(page.text).toContain("Ghi vào sổ đăng ký</button>")

    await sql`update imports set state = 'received', work = 'check' where id = ${id}`.execute(database.db)
    const received = await as(officer).get(address)
    expect(received.text).toContain("Việc kiểm tra bị dừng giữa chừng")
    expect((await as(officer).post(`${address}/kiem-tra`, {})).status).toBe(303)
    expect((await as(officer).get(address)).text).toContain("Mới 0, thay đổi 1")
    await write(address)
    expect(await phoneOf(organisations.binhAn.id)).toEqual({ phone: "0297 555 778" })
  })
})

describe("the form of a place", () => {
  it("is offered to the officer of the commune, and to nobody of another", async () => {
    const page = await as(officer).get("/ban-lam-viec/nhap-excel")
    expect(page.text).toContain("/ban-lam-viec/nhap-excel/bieu-mau/30898.xlsx")
    const form = await as(officer).get("/ban-lam-viec/nhap-excel/bieu-mau/30898.xlsx")
    expect(form.status).toBe(200)
    expect(form.headers.get("content-type")).toContain("spreadsheetml")
    const other = await as(stranger).get("/ban-lam-viec/nhap-excel/bieu-mau/30898.xlsx")
    expect(other.status).toBe(404)
  })
})

describe("a workbook that is sent", () => {
  it("is shown with every change before it is written, then written with a receipt, and undone", async () => {
    const before = await phoneOf(organisations.binhAn.id)
    const sent = await send(await sheet("0297 555 111"))
    expect(sent.status).toBe(303)
    const address = sent.headers.get("location")!
    const preview = await as(officer).get(address)
    expect(preview.text).toContain("Mới 0, thay đổi 1")
    expect(preview.text).toContain("0297 555 111")
    expect(await phoneOf(organisations.binhAn.id)).toEqual(before)

    expect((await write(address)).status).toBe(303)
    expect(await phoneOf(organisations.binhAn.id)).toEqual({ phone: "0297 555 111" })
    const done = await as(officer).get(address)
    expect(done.text).toContain("Biên nhận")
    expect(done.text).toContain("Hoàn tác việc nhập này")

    expect((await as(officer).post(`${address}/hoan-tac`, {})).status).toBe(303)
    expect(await phoneOf(organisations.binhAn.id)).toEqual(before)
    expect((await as(officer).get(address)).text).toContain("Mai đã hoàn tác lúc")
  })

  it("with faults is kept, not written, and comes back with its cells marked", async () => {
    const sent = await send(
      await sheet("0297 555 222", (row, headings) => {
        row[headings.indexOf("Tình trạng")] = "Tạm ngừng kinh doanh"
      }),
    )
    const address = sent.headers.get("location")!
    const page = await as(officer).get(address)
    expect(page.text).toContain("Tệp còn lỗi nên chưa ghi gì")
    expect(page.text).not.toContain("Ghi vào sổ đăng ký</button>")
    const marked = await as(officer).get(`${address}/danh-dau.xlsx`)
    expect(marked.headers.get("content-disposition")).toContain("can-sua.xlsx")
    await write(address)
    expect(await phoneOf(organisations.binhAn.id)).not.toEqual({ phone: "0297 555 222" })
  })

  it("is checked again when the register changed meanwhile", async () => {
    const sent = await send(await sheet("0297 555 333"))
    const address = sent.headers.get("location")!
    await importWorkbook(asApplication(database.db), testStore, {
      bytes: await sheet("0297 555 333"),
      name: "so.xlsx",
      place: binhAn,
      day: today,
      secret,
      author: { actor: "Hoa", via: "shell" },
      dryRun: false,
    })
    const applied = await write(address)
    const page = await as(officer).get(applied.headers.get("location")!)
    expect(page.text).toContain("Sổ đăng ký đã thay đổi")
    expect(page.text).toContain("không có gì để ghi")
  })

  it("cannot be undone once somebody recorded more, and says who", async () => {
    const sent = await send(await sheet("0297 555 444"))
    const address = sent.headers.get("location")!
    await write(address)
    const { slug } = organisations.binhAn
    await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/ngung-hoat-dong`, {
      happened_on: "10/06/2026",
    })
    expect((await as(officer).get(address)).text).toContain("Không hoàn tác được nữa: Mai")
    const undone = await as(officer).post(`${address}/hoan-tac`, {})
    expect((await as(officer).get(undone.headers.get("location")!)).text).toContain("Đã ghi sổ")
  })

  it("that cannot be read is refused in one line, and nothing is kept of it", async () => {
    const refused = await send(new TextEncoder().encode("<html><table></table></html>"), officer, "so.xls")
    expect(refused.status).toBe(422)
    expect(refused.text).toContain("trang HTML được đổi đuôi")
    expect(refused.text).toContain('value="Bình An"')
  })

  it("is nobody's but of those who answer for the place", async () => {
    const sent = await send(await sheet("0297 555 666"))
    const address = sent.headers.get("location")!
    expect((await as(stranger).get(address)).status).toBe(404)
    expect((await as(stranger).post(`${address}/ghi-so`, {})).status).toBe(404)
    expect((await send(await sheet("1"), stranger)).status).toBe(422)
    const auditor = await signInAs(database.db, { name: "An", roles: [{ role: "auditor" }] })
    expect((await as(auditor).get(address)).status).toBe(200)
    expect((await as(auditor).post(`${address}/ghi-so`, {})).status).toBe(403)
    expect((await as(auditor).get("/ban-lam-viec/nhap-excel")).status).toBe(200)
  })
})

describe("an office's own list", () => {
  const list = (headings: string[], rows: (string | number)[][]) => {
    const book = xlsx.utils.book_new()
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([headings, ...rows]), "DS HTX")
    return new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as ArrayBuffer)
  }
  const headings = [
    "STT",
    "Tên HTX",
    "Loại hình",
    "Ngày thành lập",
    "Ngành chính",
    "ĐT liên hệ",
    "Số máy của giám đốc",
  ]
  const row = (name: string) => [1, name, "Hợp tác xã", "01/02/2020", "0111", "0297 555 666", "0900 000 001"]

  async function choices(path: string) {
    const { text } = await as(officer).get(path)
    const selects = [...text.matchAll(/<select class="field__input" name="(cot-\d+)"[\s\S]*?<\/select>/g)]
    return Object.fromEntries(
      selects.map(([select, name]) => [name, /value="([^"]*)" selected/.exec(select)?.[1] ?? ""]),
    )
  }

  it("is asked about once: how each column is read", async () => {
    const sent = await send(list(headings, [row("HTX Cột Một")]))
    const path = sent.headers.get("location")!
    const page = await as(officer).get(path)
    expect(page.text).toContain("Xác nhận các cột")
    expect(page.text).not.toContain("/ghi-so")
    // Nobody gets around the question.
    await write(path)
    expect((await as(officer).get(path)).text).toContain("Xác nhận các cột")

    const read = await choices(path)
    expect(read["cot-1"]).toBe("name")
    const noName = await as(officer).post(`${path}/cot`, { ...read, "cot-1": "", act: "keep" })
    expect([noName.status, noName.text.includes("Hãy chọn cột nào là tên tổ chức")]).toEqual([422, true])
    const twice = await as(officer).post(`${path}/cot`, { ...read, "cot-5": "name", act: "keep" })
    expect([twice.status, twice.text.includes("được chọn giống một cột khác")]).toEqual([422, true])
    // The phone is not what was guessed: the officer says which column it is.
    const phone = { ...read, "cot-5": "", "cot-6": "phone", act: "keep" }
    expect((await as(officer).post(`${path}/cot`, phone)).status).toBe(303)
    expect((await write(path)).status).toBe(303)
    const added = await database.db
      .selectFrom("organisations")
      .select("phone")
      .where("name", "like", "%Cột Một")
      .executeTakeFirstOrThrow()
    expect(added.phone).toBe("0900 000 001")
  })

  it("is read as it was said the next time, in whatever order its columns stand, until that is forgotten", async () => {
    const moved = (cells: (string | number)[]) => [...cells.slice(0, 2), cells[6]!, ...cells.slice(2, 6)]
    const sent = await send(list(moved(headings) as string[], [moved(row("HTX Cột Hai"))]))
    const path = sent.headers.get("location")!
    const page = await as(officer).get(path)
    expect(page.text).toContain("/ghi-so")
    expect((await choices(path))["cot-2"]).toBe("phone")
    await as(officer).post(`${path}/cot`, { act: "forget" })
    expect((await as(officer).get(path)).text).not.toContain("/ghi-so")
  })

  it("whose names have a heading of their own is asked about too", async () => {
    const own = headings.map((heading) => (heading === "Tên HTX" ? "Cơ sở" : heading))
    const sent = await send(list(own, [row("HTX Cột Ba")]))
    expect(sent.status).toBe(303)
    const path = sent.headers.get("location")!
    const read = await choices(path)
    expect((await as(officer).post(`${path}/cot`, { ...read, "cot-1": "name", act: "keep" })).status).toBe(
      303,
    )
    expect((await as(officer).get(path)).text).toContain("HTX Cột Ba")
  })
})
