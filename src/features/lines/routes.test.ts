import * as xlsx from "@e965/xlsx"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { listLines } from "./queries.ts"
import { readLines } from "./read-lines.ts"

const root = "/ban-lam-viec/quan-tri/nganh-nghe"
let database: Awaited<ReturnType<typeof freshDatabase>>
let administrator: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
  administrator = await signInAs(database.db, { name: "Mai", roles: [{ role: "administrator" }] })
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today: "2026-06-15" }).as(person)

type Row = (string | number | null)[]

function workbook(rows: Row[]) {
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), "Phụ lục")
  return new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as ArrayBuffer)
}

/** As the gazette prints it: a column for each level, and the title at the end. */
const gazette: Row[] = [
  ["Cấp 1", "Cấp 2", "Cấp 3", "Cấp 4", "Cấp 5", "Tên ngành"],
  ["A", null, null, null, null, "NÔNG NGHIỆP, LÂM NGHIỆP VÀ THỦY SẢN"],
  [null, "01", null, null, null, "Nông nghiệp và hoạt động dịch vụ có liên quan"],
  [null, null, "011", null, null, "Trồng cây hàng năm"],
  [null, null, null, "0111", "01110", "Trồng  lúa"],
  [null, null, null, "0112", "01120", "Trồng ngô và cây có hạt khác"],
  [null, null, null, "0999", "09990", "Hoạt động thử nghiệm"],
]

function send(rows: Row[], facts: Record<string, string> = {}) {
  const body = new FormData()
  const given = {
    code: "VSIC-2025",
    legal_basis: "Quyết định thử nghiệm",
    valid_from: "15/11/2025",
    ...facts,
  }
  for (const [name, value] of Object.entries(given)) body.set(name, value)
  body.set("file", new File([workbook(rows)], "vsic.xlsx"))
  return as(administrator).post(root, body)
}

describe("a table of business lines", () => {
  it("is read by what stands in it: four-digit codes, and the titles beside them", () => {
    expect(readLines(workbook(gazette), "vi")).toEqual({
      ok: true,
      lines: [
        { code: "0111", name: "Trồng lúa" },
        { code: "0112", name: "Trồng ngô và cây có hạt khác" },
        { code: "0999", name: "Hoạt động thử nghiệm" },
      ],
    })
  })

  it("says in which row what is wrong", () => {
    const read = readLines(
      workbook([...gazette, [null, null, null, "0111", null, "Trồng khoai"], [null, null, null, "0113"]]),
      "vi",
    )
    expect(read).toEqual({
      ok: false,
      problems: [
        "Trang “Phụ lục”, dòng 8: mã 0111 có hai tên khác nhau. Hãy giữ một dòng.",
        "Trang “Phụ lục”, dòng 9: mã 0113 chưa có tên ngành. Hãy ghi tên.",
      ],
    })
    expect(readLines(workbook([["Tên"], ["Trồng lúa"]]), "vi")).toMatchObject({ ok: false })
  })
})

describe("a version of the list", () => {
  it("ends the one before it, and forms offer the lines of their day", async () => {
    const sent = await send(gazette)
    expect(sent.status).toBe(303)
    const page = await as(administrator).get(sent.headers.get("location")!)
    expect(page.text).toContain("Đã nhập: 3 ngành mới")
    const names = async (day: string) =>
      (await listLines(database.db, day)).filter(({ code }) => code === "0999").map(({ name }) => name)
    expect(await names("2025-11-14")).toEqual([])
    expect(await names("2025-11-15")).toEqual(["Hoạt động thử nghiệm"])
    expect((await as(administrator).get(root)).text).toContain("từ 20/08/2018 đến hết 14/11/2025")
  })

  it("taken in again changes nothing; with other titles it renames, and keeps what the file has not", async () => {
    expect((await send(gazette)).headers.get("location")).toMatch(/da-nhap=0-0-3-0$/)
    const renamed = gazette
      .slice(0, 6)
      .map((row) => row.map((cell) => (cell === "Trồng  lúa" ? "Lúa nước" : cell)))
    expect((await send(renamed)).headers.get("location")).toMatch(/da-nhap=0-1-1-1$/)
  })

  it("is refused with a day that does not fit, and keeps what was typed", async () => {
    const other = await send(gazette, { valid_from: "01/01/2026" })
    expect(other.status).toBe(422)
    expect(other.text).toContain("Phiên bản này đã có với ngày hiệu lực khác")
    const early = await send(gazette, { code: "VSIC-2007", valid_from: "01/01/2007" })
    expect(early.text).toContain("Ngày hiệu lực phải sau ngày của phiên bản mới nhất")
    expect(early.text).toContain('value="VSIC-2007"')
  })

  it("is searched without marks, and one title put right", async () => {
    const [list] = await database.db
      .selectFrom("business_line_lists")
      .select("id")
      .where("code", "=", "VSIC-2018")
      .execute()
    const found = await as(administrator).get(`${root}/${list!.id}?tim=trong+lua`)
    expect(found.text).toContain("Trồng lúa")
    expect(found.text).not.toContain("Trồng ngô")
    const file = await as(administrator).get(`${root}/${list!.id}/nganh.csv?tim=trong+lua`)
    expect(file.text).toContain("0111,Trồng lúa")
    const address = `${root}/${list!.id}/0111`
    expect((await as(administrator).post(address, { name: "" })).status).toBe(422)
    expect((await as(administrator).post(address, { name: "Trồng lúa nước", is_checked: "1" })).status).toBe(
      303,
    )
    const corrected = await as(administrator).get(`${root}/${list!.id}?tim=0111`)
    expect(corrected.text).toContain("Trồng lúa nước")
    expect(corrected.text.replace(/<[^>]*>/g, "")).toContain("Mai (Quản trị viên) đã sửa tên ngành")
    expect((await as(administrator).get(`${root}/${list!.id}/0000`)).status).toBe(404)
  })
})
