import * as xlsx from "@e965/xlsx"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { type ListColumn, type Listed, listed, plainHeadings } from "./listed.ts"

export type Value = string | number | boolean | null | xlsx.CellObject
export type Rows = Value[][]

type ListOptions = {
  headings?: Partial<Record<ListColumn, string>>
  columns?: readonly ListColumn[]
  cells?: Partial<Record<ListColumn, (one: Listed, index: number) => Value>>
}

const plainCells: Record<ListColumn, (one: Listed, index: number) => Value> = {
  number: (_, index) => index + 1,
  name: ({ name }) => name,
  kind: ({ kindWords }) => kindWords,
  code: ({ code }) => code,
  founded: ({ founded }) => founded.split("-").reverse().join("/"),
  line: ({ line }) => line,
  capital: ({ capital }) => capital,
  representative: ({ representative }) => representative,
  phone: ({ phone }) => phone,
  address: ({ address }) => address,
}

/** The list with other headings, in another order, or with its cells written in another way. */
export function listRows({
  headings,
  columns = Object.keys(plainHeadings) as ListColumn[],
  cells,
}: ListOptions = {}): Rows {
  const written = { ...plainHeadings, ...headings }
  const writers = { ...plainCells, ...cells }
  return [
    columns.map((column) => written[column]),
    ...listed.map((one, index) => columns.map((column) => writers[column](one, index))),
  ]
}

export function mapText(rows: Rows, change: (text: string) => string): Rows {
  return rows.map((row) => row.map((value) => (typeof value === "string" ? change(value) : value)))
}

/** A sheet with these cells; an object is taken as the cell it is, with its format or formula. */
export function sheetOf(rows: Rows, origin = { row: 0, column: 0 }): xlsx.WorkSheet {
  const sheet: xlsx.WorkSheet = {}
  let width = 1
  rows.forEach((row, at) => {
    row.forEach((value, index) => {
      if (value === null) return
      const address = xlsx.utils.encode_cell({ r: origin.row + at, c: origin.column + index })
      width = Math.max(width, origin.column + index + 1)
      sheet[address] =
        typeof value === "object"
          ? value
          : { v: value, t: typeof value === "string" ? "s" : typeof value === "number" ? "n" : "b" }
    })
  })
  sheet["!ref"] = `A1:${xlsx.utils.encode_cell({ r: origin.row + rows.length - 1, c: width - 1 })}`
  return sheet
}

export type BookOptions = {
  name?: string
  /** Other sheets before it. */
  before?: { name: string; rows: Rows; hidden?: 1 | 2 }[]
  origin?: { row: number; column: number }
  startsIn1904?: boolean
  as?: xlsx.BookType
  change?: (sheet: xlsx.WorkSheet) => void
  sharedStrings?: boolean
}

export function bookOf(rows: Rows, options: BookOptions = {}): Uint8Array {
  const {
    name = "Danh sách",
    before = [],
    origin,
    startsIn1904 = false,
    as = "xlsx",
    change,
    sharedStrings,
  } = options
  const book = xlsx.utils.book_new()
  for (const each of before) xlsx.utils.book_append_sheet(book, sheetOf(each.rows), each.name)
  const sheet = sheetOf(rows, origin)
  change?.(sheet)
  xlsx.utils.book_append_sheet(book, sheet, name)
  book.Workbook = {
    WBProps: { date1904: startsIn1904 },
    Sheets: [
      ...before.map(({ name: each, hidden = 0 }) => ({ name: each, Hidden: hidden as 0 | 1 | 2 })),
      { name, Hidden: 0 as const },
    ],
  }
  return write(book, as, sharedStrings)
}

export function write(book: xlsx.WorkBook, as: xlsx.BookType = "xlsx", bookSST = false) {
  return new Uint8Array(
    xlsx.write(book, { type: "array", bookType: as, bookSST, compression: true }) as ArrayBuffer,
  )
}

/** The same workbook with something changed in the files it is packed from. */
export function repacked(bytes: Uint8Array, change: (parts: Record<string, string>) => void) {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  )
  change(parts)
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])))
}

/** Days as Excel counts them. */
export function serial(day: string, startsIn1904 = false) {
  return (Date.parse(day) - Date.parse(startsIn1904 ? "1904-01-01" : "1899-12-30")) / 86_400_000
}

export function csvOf(rows: Rows, separator: string) {
  const quoted = (value: Value) => {
    const text = String(value ?? "")
    return text.includes(separator) || text.includes('"') || text.includes("\n")
      ? `"${text.replaceAll('"', '""')}"`
      : text
  }
  return rows.map((row) => row.map(quoted).join(separator)).join("\r\n")
}

const tcvn3From = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
const tcvn3To = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§"

/** As it was typed for the fonts ".VnTime". */
export function toTcvn3(text: string) {
  return [...text.normalize("NFC")].map((letter) => tcvn3To[tcvn3From.indexOf(letter)] ?? letter).join("")
}

const vniWhole: Record<string, string> = {
  ơ: "ô",
  ư: "ö",
  Ơ: "Ô",
  Ư: "Ö",
  đ: "ñ",
  Đ: "Ñ",
  í: "í",
  ì: "ì",
  ỉ: "æ",
  ĩ: "ó",
  ị: "ò",
  ỵ: "î",
}
const vniTones: Record<string, [alone: string, onCircumflex: string, onBreve: string]> = {
  "": ["", "â", "ê"],
  "\u0301": ["ù", "á", "é"],
  "\u0300": ["ø", "à", "è"],
  "\u0309": ["û", "å", "ú"],
  "\u0303": ["õ", "ã", "ü"],
  "\u0323": ["ï", "ä", "ë"],
}

/** As it was typed for the fonts "VNI-Times". */
export function toVni(text: string) {
  return [...text.normalize("NFC")]
    .map((letter) => {
      if (vniWhole[letter]) return vniWhole[letter]
      const apart = letter.normalize("NFD")
      const tone = /[\u0301\u0300\u0309\u0303\u0323]/.exec(apart)?.[0] ?? ""
      const rest = apart.replace(tone, "").normalize("NFC")
      const plain = rest.normalize("NFD")[0]!
      if (vniWhole[rest]) return vniWhole[rest] + vniTones[tone]![0]
      if (/[âêô]/i.test(rest)) return plain + vniTones[tone]![1]
      if (/ă/i.test(rest)) return plain + vniTones[tone]![2]
      return plain + vniTones[tone]![0]
    })
    .join("")
}
