import * as xlsx from "@e965/xlsx"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { testStore } from "../../../test/visit.ts"
import type { Place } from "../places/queries.ts"
import { markFaults } from "../workbooks/mark-faults.ts"
import { readWorkbook } from "../workbooks/read-workbook.ts"
import { findLaterTouch, withdrawImport } from "./apply-plan.ts"
import { findWorkbookPlace } from "./ground.ts"
import { importWorkbook } from "./import-workbook.ts"
import { writeRegisterWorkbook } from "./write-register.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
let binhAn: Place
const day = "2026-06-15"
const secret = "a secret of the test"
const author = { actor: "Mai", via: "shell" } as const
beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
  binhAn = (await findWorkbookPlace(database.db, "30898", day))!
})
afterAll(() => database.close())

type Grid = (string | number | null)[][]

/** The commune's own form, as it comes, or with cells typed over. */
async function ownForm(change: (grid: Grid) => void = () => {}, options: xlsx.WritingOptions = {}) {
  const bytes = await writeRegisterWorkbook(database.db, binhAn, { day, secret })
  const book = xlsx.read(bytes, { type: "buffer", cellNF: true })
  const sheet = book.Sheets["Tổ chức"]!
  const grid = xlsx.utils.sheet_to_json<Grid[number]>(sheet, { header: 1, raw: true, defval: null })
  change(grid)
  book.Sheets["Tổ chức"] = xlsx.utils.aoa_to_sheet(grid)
  return new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx", ...options }) as ArrayBuffer)
}

const columnOf = (grid: Grid, heading: string) =>
  grid[0]!.findIndex((cell) => String(cell).replace(" *", "") === heading)
const rowOf = (grid: Grid, name: string) => grid.find((row) => row.includes(name))!
const set = (grid: Grid, row: Grid[number], heading: string, value: string | number | null) => {
  row[columnOf(grid, heading)] = value
}

function addRow(grid: Grid, values: Record<string, string | number>) {
  const row: Grid[number] = grid[0]!.map(() => null)
  for (const [heading, value] of Object.entries(values)) set(grid, row, heading, value)
  const blank = grid.findIndex((each, index) => index > 0 && each.every((cell) => cell === null))
  grid.splice(blank < 0 ? grid.length : blank, 0, row)
}

const newOne = {
  "Loại hình": "HTX",
  "Tên tổ chức": "HỢP TÁC XÃ NÔNG NGHIỆP TÂN PHÁT",
  "Mã số HTX/mã số thuế": 1700000001,
  "Ngày thành lập": "05/03/2026",
  "Ngành chính (VSIC cấp 4)": "0111 – Trồng lúa",
  "Vốn điều lệ (đồng)": "1.500.000.000",
}

async function take(bytes: Uint8Array, { dryRun = false, place = binhAn } = {}) {
  return await importWorkbook(asApplication(database.db), testStore, {
    bytes,
    name: "so.xlsx",
    place,
    day,
    secret,
    author,
    dryRun,
  })
}

const counts = (answer: Awaited<ReturnType<typeof take>>) => {
  const { new: added, changed, unchanged, refused } = answer
  return { added, changed, unchanged, refused }
}

describe("the form of a commune", () => {
  it("sent back as it came changes nothing, and leaves no receipt", async () => {
    const bytes = await writeRegisterWorkbook(database.db, binhAn, { day, secret })
    const answer = await take(bytes)
    expect(answer).toMatchObject({ new: 0, changed: 0, refused: 0, receipt: null })
    expect(answer.problems.filter(({ severity }) => severity === "error")).toEqual([])
    expect(answer.unchanged).toBeGreaterThan(1)
  })

  it("is the same after another program saved it, as .xlsx, .xls, .ods and .csv", async () => {
    for (const bookType of ["xlsx", "biff8", "ods"] as const) {
      const answer = await take(await ownForm(undefined, { bookType }), { dryRun: true })
      expect(counts(answer), bookType).toMatchObject({ added: 0, changed: 0, refused: 0 })
    }
  })

  it("is refused for another commune", async () => {
    const elsewhere = (await findWorkbookPlace(database.db, "30742", day))!
    const answer = await take(await ownForm(), { place: elsewhere })
    expect(answer.problems[0]?.message).toContain("được tải cho địa bàn có mã 30898")
  })

  it("says what would be new and changed, field by field, before anything is written", async () => {
    const bytes = await ownForm((grid) => {
      set(grid, rowOf(grid, organisations.binhAn.name), "Điện thoại", "0297 999 888")
      addRow(grid, newOne)
    })
    expect(counts(await take(bytes, { dryRun: true }))).toMatchObject({ added: 1, changed: 1, refused: 0 })
    const kept = await database.db.selectFrom("imports").selectAll().execute()
    expect(kept).toEqual([])
  })
})

describe("a workbook that is taken in", () => {
  it("is written whole, with a receipt; a second time it changes nothing; and it can be undone", async () => {
    const bytes = await ownForm((grid) => {
      const row = rowOf(grid, organisations.binhAn.name)
      set(grid, row, "Điện thoại", "0297 999 888")
      set(grid, row, "Tình trạng", "Tạm ngừng")
      set(grid, row, "Tình trạng từ ngày", "01/06/2026")
      addRow(grid, newOne)
      addRow(grid, newOne)
    })
    const answer = await take(bytes)
    expect(counts(answer)).toMatchObject({ added: 1, changed: 1, refused: 0 })
    expect(answer.problems.map(({ severity, message }) => [severity, message.slice(0, 24)])).toContainEqual([
      "warning",
      "Dòng này giống hệt dòng ",
    ])
    expect(answer.receipt?.hash).toMatch(/^[0-9a-f]{64}$/)

    const added = await database.db
      .selectFrom("organisations")
      .innerJoin("organisation_states as state", "state.organisation_id", "organisations.id")
      .where("code", "=", "1700000001")
      .selectAll("organisations")
      .select(["state.sector", "state.business_line", "state.place_id"])
      .executeTakeFirstOrThrow()
    expect(added).toMatchObject({
      founded_on: "2026-03-05",
      charter_capital: 1_500_000_000,
      sector: "agriculture",
      business_line: "0111",
      place_id: binhAn.id,
    })
    const changed = await database.db
      .selectFrom("organisation_states as state")
      .innerJoin("organisations", "organisations.id", "state.organisation_id")
      .where("organisation_id", "=", organisations.binhAn.id)
      .where("state.valid_to", "=", "infinity")
      .select(["state.status", "state.valid_from", "organisations.phone"])
      .executeTakeFirstOrThrow()
    expect(changed).toEqual({ status: "suspended", valid_from: "2026-06-01", phone: "0297 999 888" })

    const again = await take(bytes)
    expect(again).toMatchObject({ new: 0, changed: 0, receipt: null })

    const { number } = answer.receipt!
    expect(await findLaterTouch(database.db, number)).toBeUndefined()
    await database.db.transaction().execute((trx) => withdrawImport(trx, author, number))
    const left = await database.db
      .selectFrom("organisation_states")
      .select("status")
      .where("organisation_id", "in", [added.id, organisations.binhAn.id])
      .where("valid_to", "=", "infinity")
      .execute()
    expect(left).toEqual([{ status: "operating" }])
  })

  it("with a fault anywhere is not written at all, and says where and what to do", async () => {
    const bytes = await ownForm((grid) => {
      set(grid, rowOf(grid, organisations.binhAn.name), "Điện thoại", "0297 111")
      set(grid, rowOf(grid, organisations.binhAn.name), "Tình trạng", "Đã giải thể")
      addRow(grid, { ...newOne, "Ngày thành lập": "31/02/2026", "Mã số HTX/mã số thuế": "1700000002" })
      addRow(grid, {
        ...newOne,
        "Ngày thành lập": 2019,
        "Tên tổ chức": "HTX Năm",
        "Mã số HTX/mã số thuế": "1700000003",
      })
      addRow(grid, { "Tên tổ chức": "HTX Thiếu", "Mã số HTX/mã số thuế": "0100112437" })
    })
    const answer = await take(bytes)
    expect(answer.receipt).toBeNull()
    expect(answer.refused).toBe(4)
    const messages = answer.problems.map(({ column, message }) => `${column}: ${message}`)
    expect(messages).toContainEqual(
      expect.stringMatching(/^I: “Ngày thành lập”: không có ngày “31\/02\/2026”/),
    )
    expect(messages).toContainEqual(expect.stringMatching(/“2019” mới chỉ là năm/))
    expect(messages).toContainEqual(expect.stringMatching(/Tình trạng đổi thành “Đã chấm dứt tồn tại”/))
    expect(messages).toContainEqual(expect.stringMatching(/Hãy chọn loại hình/))
    expect(messages).toContainEqual(
      expect.stringMatching(/0100112437 đang là của Hợp tác xã vận tải Thạnh Lộc/),
    )
    const untouched = await database.db
      .selectFrom("organisations")
      .select("phone")
      .where("id", "=", organisations.binhAn.id)
      .executeTakeFirstOrThrow()
    expect(untouched.phone).not.toBe("0297 111")
  })

  it("comes back marked, can be mended in the marked file, and is taken in then", async () => {
    const bytes = await ownForm((grid) => {
      addRow(grid, { ...newOne, "Ngày thành lập": "31/02/2026", "Mã số HTX/mã số thuế": "1700000004" })
    })
    const answer = await take(bytes)
    const marked = markFaults(bytes, answer.problems)
    const reading = readWorkbook(marked)
    if (!reading.ok) throw new Error(reading.refusal)
    expect(reading.workbook.sheets.map(({ name }) => name)).toContain("Cần sửa")

    const book = xlsx.read(marked, { type: "buffer" })
    const sheet = book.Sheets["Tổ chức"]!
    const { row, column } = answer.problems[0]!
    const cell = sheet[`${column}${row}`] as xlsx.CellObject
    expect(cell.c?.[0]?.t).toContain("không có ngày")
    cell.v = "28/02/2026"
    cell.t = "s"
    const mended = new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as ArrayBuffer)
    expect(counts(await take(mended, { dryRun: true }))).toMatchObject({ added: 1, refused: 0 })
    const twice = markFaults(marked, [])
    expect(xlsx.read(twice, { type: "buffer" }).Sheets["Tổ chức"]![`${column}${row}`].c ?? []).toEqual([])
  })
})

describe("our own form", () => {
  it("renames whom it was told to, and nobody for capitals", async () => {
    const capitals = await ownForm((grid) => {
      set(
        grid,
        rowOf(grid, organisations.binhAn.name),
        "Tên tổ chức",
        organisations.binhAn.name.toUpperCase(),
      )
    })
    expect(counts(await take(capitals, { dryRun: true }))).toMatchObject({ changed: 0, refused: 0 })
    const renamed = await ownForm((grid) => {
      set(grid, rowOf(grid, organisations.binhAn.name), "Tên tổ chức", "Hợp tác xã Bình Minh")
    })
    expect(counts(await take(renamed, { dryRun: true }))).toMatchObject({ changed: 1, refused: 0 })
  })
})

describe("an office's own sheet", () => {
  it("is understood by its headings, whatever stands above and below", async () => {
    const grid: Grid = [
      ["ỦY BAN NHÂN DÂN XÃ BÌNH AN"],
      ["DANH SÁCH HỢP TÁC XÃ TRÊN ĐỊA BÀN"],
      [],
      [
        "STT",
        "Tên HTX",
        "MST",
        "Thành lập ngày",
        "Ngành nghề chính",
        "Vốn điều lệ (triệu đồng)",
        "Giám đốc",
        "Loại hình",
      ],
      [1, 2, 3, 4, 5, 6, 7, 8],
      [1, "HTX BÌNH AN", null, null, null, null, "Trần Thị Bảy", null],
      [
        2,
        "HTX Rau\u00a0sạch  Bình\u200b An".normalize("NFD"),
        "1700000005",
        "1.7.2025",
        118,
        "1.250,5",
        "Lê Văn Tám",
        "htx",
      ],
      ["Tổng cộng", null, null, null, null, 1250.5, null, null],
      ["Người lập biểu"],
    ]
    const book = xlsx.utils.book_new()
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(grid), "Sheet1")
    const bytes = new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as ArrayBuffer)
    const answer = await take(bytes)
    expect(answer.problems.filter(({ severity }) => severity === "error")).toEqual([])
    expect(counts(answer)).toMatchObject({ added: 1, changed: 1, refused: 0 })
    // "HTX BÌNH AN" is how the office writes it: nobody was renamed.
    const known = await database.db
      .selectFrom("organisations")
      .select(["name", "legal_representative"])
      .where("id", "=", organisations.binhAn.id)
      .executeTakeFirstOrThrow()
    expect(known).toEqual({ name: organisations.binhAn.name, legal_representative: "Trần Thị Bảy" })
    const added = await database.db
      .selectFrom("organisations")
      .selectAll()
      .where("code", "=", "1700000005")
      .executeTakeFirstOrThrow()
    expect(added).toMatchObject({
      name: "HTX Rau sạch Bình An",
      founded_on: "2025-07-01",
      charter_capital: 1_250_500_000,
      legal_representative: "Lê Văn Tám",
    })
  })

  it("without a table of organisations is refused in one line", async () => {
    const book = xlsx.utils.book_new()
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([["Chào", "bạn"]]), "A")
    const bytes = new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as ArrayBuffer)
    expect((await take(bytes)).problems).toMatchObject([
      { message: expect.stringContaining("Không tìm thấy bảng") },
    ])
  })
})

describe("files that are no workbooks, or mean harm", () => {
  it.each([
    ["nothing", new Uint8Array(), "không có dữ liệu"],
    ["a PDF by another name", new TextEncoder().encode("%PDF-1.7 …"), "không phải bảng tính"],
    [
      "a page by another name",
      new TextEncoder().encode("<html><table><tr><td>1</td></tr></table></html>"),
      "trang HTML",
    ],
    ["a file cut short", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), "Không đọc được tệp"],
  ])("%s is refused in one line", async (_, bytes, words) => {
    const answer = await take(bytes)
    expect(answer.problems).toHaveLength(1)
    expect(answer.problems[0]!.message).toContain(words)
  })
})
