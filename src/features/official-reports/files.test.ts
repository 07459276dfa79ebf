import { execFile } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { read } from "@e965/xlsx"
import { strFromU8, unzipSync } from "fflate"
import mammoth from "mammoth"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import { buildFiles } from "./build-files.ts"
import { codeOf, type Edition, readCode } from "./edition.ts"
import { editionOf, factsOf, letterhead } from "./test-edition.ts"

const values = {
  "I.1": { previous: 518, plan: 203, half: 515, year: 204, next: 540 },
  "I.1a": { previous: 480, year: 486 },
  "I.2": { previous: 48_100, year: 48_924 },
  "I.3": { previous: 8000, year: "8100*" },
  "I.4": { previous: 2e9, plan: 2.2e9, year: 2_212_345_678 },
  HTX: { previous: 518, year: 523 },
  "HTX.agriculture": { previous: 420, year: 428 },
} as const
const words = { "ton-tai": "Vốn của nhiều hợp tác xã <nhỏ> & chậm quay vòng.\nGhi sổ còn chậm." }
const final = editionOf(factsOf(values), { words })
const draft = editionOf(factsOf(values, { snapshot: null }), { words })

async function filesOf(edition: Edition) {
  const files = await buildFiles(edition)
  return {
    xlsx: files.find(({ kind }) => kind === "xlsx")!,
    docx: files.find(({ kind }) => kind === "docx")!,
  }
}

describe("the two files", () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it("are the same to the byte on any clock, and after the facts were kept and read again", async () => {
    vi.useFakeTimers({ toFake: ["Date"] })
    vi.setSystemTime("2024-12-28T08:00:00Z")
    const first = await filesOf(final)
    vi.setSystemTime("2031-06-30T23:59:59Z")
    const again = await filesOf(JSON.parse(JSON.stringify(final)))
    expect([again.xlsx.hash, again.docx.hash]).toEqual([first.xlsx.hash, first.docx.hash])
  })

  it("differ, and have another code, as soon as anything in them does", async () => {
    const others = [
      draft,
      editionOf(factsOf({ ...values, "I.1a": { previous: 480, year: 487 } }), { words }),
      editionOf(factsOf(values), { words: { ...words, "mo-hinh": "HTX Bình An." } }),
      { ...final, letterhead: { ...letterhead, number: "15" } },
    ]
    const codes = [final, ...others].map(codeOf)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.map(readCode)).toEqual(codes)
    expect(readCode(codes[0]!.toLowerCase().replaceAll("-", " "))).toBe(codes[0])
    const hashes = await Promise.all([final, ...others].map(async (each) => (await filesOf(each)).docx.hash))
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it("take names from the order of nothing but their own", () => {
    const turned = {
      ...final,
      facts: { ...final.facts, values: Object.fromEntries(Object.entries(final.facts.values).reverse()) },
    }
    expect(codeOf(turned)).toBe(codeOf(final))
  })
})

describe("the workbook of annexes", () => {
  it("holds numbers, with the rate of completion, and names each annex", async () => {
    const { xlsx } = await filesOf(final)
    const book = read(xlsx.bytes, { cellNF: true })
    expect(book.SheetNames).toEqual(["Phụ lục I", "Phụ lục II", "Phụ lục III"])
    const sheet = book.Sheets["Phụ lục I"]!
    const row = rowOf(sheet, "Tổng số hợp tác xã")
    expect(numbers(sheet, row)).toEqual([518, 203, 515, 204, 100.5, 540])
    expect(numbers(sheet, rowOf(sheet, "Doanh thu bình quân một hợp tác xã"))).toEqual([
      2000,
      2200,
      undefined,
      2212.3,
      100.6,
      undefined,
    ])
    expect(sheet[`G${rowOf(sheet, "Tổng số lao động thường xuyên trong hợp tác xã")}`]).toMatchObject({
      v: 8100,
      z: '[$-42A]#,##0"*"',
    })
    expect(sheet.A1.v).toBe("Phụ lục I")
    expect(sheet.A3.v).toBe("(Kèm theo Báo cáo số ………/BC-STC của Sở Tài chính)")
    expect(sheet.A4.v).toBe("Số liệu chốt ngày 28/12/2024 của Đợt báo cáo năm 2024.")
    expect(JSON.stringify(sheet)).toContain(codeOf(final))
    expect(JSON.stringify(sheet)).toContain("Số có dấu * là số ước thực hiện")
  })

  it("says on every sheet that a draft is one", async () => {
    const { xlsx } = await filesOf(draft)
    const book = read(xlsx.bytes)
    for (const name of book.SheetNames) expect(book.Sheets[name]!.A4.v).toContain("BẢN NHÁP")
    expect(partsOf(xlsx.bytes)["xl/worksheets/sheet1.xml"]).toContain("<oddHeader>")
  })

  function rowOf(sheet: NonNullable<ReturnType<typeof read>["Sheets"][string]>, name: string) {
    const found = Object.entries(sheet).find(([cell, { v }]) => /^B\d+$/.test(cell) && v === name)
    return found![0].slice(1)
  }
  function numbers(sheet: NonNullable<ReturnType<typeof read>["Sheets"][string]>, row: string) {
    return [..."DEFGHI"].map((column) => sheet[`${column}${row}`]?.v)
  }
})

describe("the written report", () => {
  it("has the head, the sentences, the officer's words and the signature, in this order", async () => {
    const { docx } = await filesOf(final)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx.bytes) })
    const text = value.replaceAll("\u00a0", " ")
    const parts = [
      "SỞ TÀI CHÍNH",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Số: ………/BC-STC",
      "An Giang, ngày 05 tháng 01 năm 2025",
      "BÁO CÁO",
      "Kính gửi: Bộ Tài chính",
      "Số liệu chốt ngày 28/12/2024",
      "Tổng số hợp tác xã 204 HTX, giảm 314 HTX so với năm trước, đạt 100,5 % kế hoạch",
      "Có 428 HTX, tăng 8 HTX",
      "Vốn của nhiều hợp tác xã <nhỏ> & chậm quay vòng.",
      "Ghi sổ còn chậm.",
      "kính báo cáo./.",
      "Nơi nhận:",
      "- Lưu: VT, KTTT.",
      "GIÁM ĐỐC",
      "Nguyễn Văn Bình",
      "Phụ lục I",
      "Phụ lục II",
    ]
    const places = parts.map((part) => text.indexOf(part))
    expect(places.map((place, index) => (place === -1 ? parts[index] : ""))).toEqual(parts.map(() => ""))
    expect(places).toEqual([...places].sort((one, other) => one - other))
  })

  it("is laid out as Decree 30/2020/NĐ-CP asks", async () => {
    const { docx } = await filesOf(final)
    const parts = partsOf(docx.bytes)
    const document = parts["word/document.xml"]!
    const page = /<w:pgMar [^>]*>/.exec(document)![0]
    const margin = (side: string) =>
      Math.round(Number(new RegExp(`w:${side}="(\\d+)"`).exec(page)![1]) / 56.7)
    expect({
      top: margin("top"),
      bottom: margin("bottom"),
      left: margin("left"),
      right: margin("right"),
    }).toEqual({
      top: 20,
      bottom: 20,
      left: 30,
      right: 15,
    })
    expect(/<w:pgSz [^>]*>/.exec(document)![0]).toMatch(/w:w="1190\d"/)
    expect(document).toContain("<w:titlePg/>")
    expect(parts["word/styles.xml"]).toMatch(/w:ascii="Times New Roman"[\s\S]*?<w:sz w:val="28"\/>/)
    expect(document).toContain("<w:tblHeader/>")
  })
})

const office = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"].find(
  existsSync,
)
const run = promisify(execFile)

describe.skipIf(!office)(`LibreOffice${office ? "" : " (not on this machine: skipped)"}`, () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "hoptac-office-"))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it("opens both, and prints what they say", async () => {
    const { xlsx, docx } = await filesOf(draft)
    writeFileSync(join(folder, "bao-cao.docx"), docx.bytes)
    writeFileSync(join(folder, "phu-luc.xlsx"), xlsx.bytes)
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`
    for (const file of ["bao-cao.docx", "phu-luc.xlsx"]) {
      await run(office!, [
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        join(folder, file),
      ])
    }
    const pages = (file: string) =>
      readFileSync(join(folder, file), "latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
    // Four of words, then two, one and one of annexes; sheets print on as many.
    expect(pages("bao-cao.pdf")).toBeGreaterThanOrEqual(6)
    expect(pages("bao-cao.pdf")).toBeLessThanOrEqual(8)
    expect(pages("phu-luc.pdf")).toBe(4)

    if (!existsSync("/usr/bin/pdftotext")) return
    const textOf = async (file: string) =>
      (await run("/usr/bin/pdftotext", ["-layout", join(folder, file), "-"])).stdout.replaceAll("\u00a0", " ")
    const report = await textOf("bao-cao.pdf")
    expect(report).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    expect(report.replace(/\s+/g, " ")).toContain("giảm 314 HTX so với năm trước, đạt 100,5 % kế hoạch")
    const sheets = await textOf("phu-luc.pdf")
    expect(sheets).toContain("48.924")
    expect(sheets).toContain("100,5")
    expect(sheets).toContain("8.100*")
    for (const printed of [report, sheets]) {
      const printedPages = printed.split("\f").slice(0, -1)
      for (const page of printedPages) {
        expect(page).toContain("BẢN NHÁP")
        expect(page).toContain(codeOf(draft))
      }
    }
  }, 120_000)
})

function partsOf(bytes: Uint8Array) {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}
