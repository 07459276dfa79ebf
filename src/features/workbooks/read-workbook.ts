import * as xlsx from "@e965/xlsx"
import { decodeText } from "../imports/encodings.ts"
import { fontOf } from "../imports/fonts.ts"
import { checkContainer } from "./container.ts"
import type { WorkbookRefusal } from "./texts.ts"

/** What stands in a cell; a day is the number of days that Excel counts, in the date system of its workbook. */
export type Cell = {
  value: string | number | boolean
  isDay: boolean
  /** A formula whose result was never worked out, or is an error such as #REF!. */
  fault?: "no_result" | "error"
}

export type SheetRow = {
  /** As Excel shows it, from 1. */
  number: number
  /** By column, from 0; most of a wide sheet is empty. */
  cells: (Cell | undefined)[]
}

export type Sheet = {
  name: string
  isHidden: boolean
  /** Rows with something in them. */
  rows: SheetRow[]
}

export type Workbook = { sheets: Sheet[]; startsIn1904: boolean }
export type WorkbookReading = { ok: true; workbook: Workbook } | { ok: false; refusal: WorkbookRefusal }

/** More rows than the largest province has organisations; what comes after says so. */
export const mostRows = 60_000
const mostColumns = 200

/**
 * Reads the cells of a workbook (.xlsx, .xls, .ods, .csv), judged by its content and not by its name. Nothing in it is
 * run or followed: formulas count with their last result, links to other files with what they last showed.
 */
export function readWorkbook(bytes: Uint8Array): WorkbookReading {
  const container = checkContainer(bytes)
  if (!container.ok) return container
  try {
    const book =
      container.kind === "text"
        ? readText(bytes)
        : xlsx.read(container.bytes, {
            type: "buffer",
            dense: true,
            cellNF: true,
            cellText: false,
            sheetStubs: container.kind === "zip" && hasUnworkedFormulas(container.bytes),
            ...bounds,
          })
    return readBook(book)
  } catch {
    return { ok: false, refusal: container.kind === "text" ? "not_a_workbook" : "broken" }
  }
}

const bounds = { sheetRows: mostRows + 1, bookVBA: false, cellHTML: false, cellStyles: false } as const

/**
 * A formula whose result was never worked out is a cell without a value, and those are kept only where there are such
 * formulas: a sheet may have millions of empty ones. The container hands its parts on unpacked, so they can be seen.
 */
function hasUnworkedFormulas(bytes: Uint8Array) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return ["f></c>", "f><v></v></c>", "f><v/></c>"].some((end) => buffer.includes(end))
}

/** Rows of text with commas, semicolons or tabs between. */
function readText(bytes: Uint8Array) {
  const text = decodeText(bytes)
  return xlsx.read(text, { type: "string", dense: true, raw: true, cellNF: true, ...bounds })
}

function readBook(book: xlsx.WorkBook): WorkbookReading {
  const startsIn1904 = Boolean(book.Workbook?.WBProps?.date1904)
  const sheets = book.SheetNames.map((name, index) => ({
    name: cleanText(name),
    isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows: rowsOf(book.Sheets[name]!),
  }))
  if (sheets.some(({ rows }) => rows.length > mostRows)) return { ok: false, refusal: "too_many_rows" }
  if (sheets.every(({ rows }) => rows.length === 0)) return { ok: false, refusal: "empty" }
  return { ok: true, workbook: { sheets: sheets.map(withoutOldFonts), startsIn1904 } }
}

type DenseSheet = { "!data"?: (xlsx.CellObject | undefined)[][] }

function rowsOf(sheet: xlsx.WorkSheet): SheetRow[] {
  const data = (sheet as DenseSheet)["!data"] ?? []
  const rows: SheetRow[] = []
  data.forEach((row, index) => {
    const cells = row?.slice(0, mostColumns).map((cell) => (cell ? cellOf(cell) : undefined)) ?? []
    if (cells.some(Boolean)) rows.push({ number: index + 1, cells })
  })
  return rows
}

function cellOf({ t, v, z, f }: xlsx.CellObject): Cell | undefined {
  if (t === "e") return { value: "", isDay: false, fault: "error" }
  if (f !== undefined && (t === "z" || v === undefined || v === null))
    return { value: "", isDay: false, fault: "no_result" }
  if (t === "z") return undefined
  if (typeof v === "number") return { value: v, isDay: typeof z === "string" && xlsx.SSF.is_date(z) }
  if (typeof v === "boolean") return { value: v, isDay: false }
  if (typeof v !== "string") return undefined
  const text = cleanText(v)
  return text === "" ? undefined : { value: text, isDay: false }
}

/**
 * One spelling for what looks alike: composed letters, one kind of space and one of them, nothing that cannot be seen.
 */
export function cleanText(text: string) {
  return text
    .normalize("NFC")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[\p{Zs}\t]+/gu, " ")
    .replace(/ ?\r?\n ?/g, "\n")
    .replace(/[\p{Cc}]/gu, (character) => (character === "\n" ? "\n" : ""))
    .trim()
}

/** A sheet typed for the fonts of the 1990s shows it in the whole of its texts rather than in a word. */
function withoutOldFonts(sheet: Sheet): Sheet {
  const texts = sheet.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (typeof cell?.value === "string" ? [cell.value] : [])),
  )
  const convert = fontOf(texts.join("\n"))
  if (!convert) return { ...sheet, rows: withoutHyphens(sheet.rows) }
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      typeof cell?.value === "string" ? { ...cell, value: cleanText(convert(cell.value)) } : cell,
    ),
  }))
  return { ...sheet, rows }
}

/** Soft hyphens are letters of an old font, and nothing elsewhere. */
function withoutHyphens(rows: SheetRow[]) {
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (typeof cell?.value === "string") cell.value = cell.value.replaceAll("\u00ad", "")
    }
  }
  return rows
}
