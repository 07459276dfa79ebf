import {
  bookOf,
  csvOf,
  listRows,
  mapText,
  type Rows,
  repacked,
  serial,
  toTcvn3,
  toVni,
  type Value,
} from "./build.ts"
import { type ListColumn, type Listed, plainHeadings } from "./listed.ts"

/** Sheets of offices, each damaged in one way: all of them say the same, and must be read so. */
export const readable: Record<string, () => Uint8Array> = {
  "a plain sheet": () => bookOf(listRows()),
  "Excel 97–2003": () => bookOf(listRows(), { as: "biff8" }),
  "an OpenDocument sheet": () => bookOf(listRows(), { as: "ods" }),
  "a binary workbook": () => bookOf(listRows(), { as: "xlsb" }),
  "rows of text with commas": () => text(`\ufeff${csvOf(listRows(), ",")}`),
  "rows of text with semicolons": () => text(csvOf(listRows(), ";")),
  "rows of text with tabs, in UTF-16": () =>
    new Uint8Array(Buffer.from(`\ufeff${csvOf(listRows(), "\t")}`, "utf16le")),
  "rows of text in TCVN3": () => new Uint8Array(Buffer.from(toTcvn3(csvOf(listRows(), ";")), "latin1")),

  "columns in another order": () => bookOf(listRows({ columns: columns.toReversed() })),
  "columns and rows that are hidden": () =>
    bookOf(listRows(), {
      change(sheet) {
        sheet["!cols"] = [{}, {}, { hidden: true }, { hidden: true }, { hidden: true }]
        sheet["!rows"] = [{}, {}, { hidden: true }]
      },
    }),
  "columns that nobody asked for": () => {
    const more = ["Ghi chú", "Diện tích (ha)", "Đạt chuẩn"]
    return bookOf(listRows().map((row, index) => [...row, ...(index === 0 ? more : ["tốt", 12.5, true])]))
  },
  "a table far from the corner": () => bookOf(listRows(), { origin: { row: 19, column: 6 } }),
  "blank rows between": () => bookOf(listRows().flatMap((row) => [row, [], []])),
  "titles above the table": () => bookOf([...titles, ...listRows()]),
  "titles across all columns": () =>
    bookOf([...titles, ...listRows()], {
      change(sheet) {
        sheet["!merges"] = titles.map((_, row) => ({ s: { r: row, c: 0 }, e: { r: row, c: 9 } }))
      },
    }),
  "headings in two rows": () => {
    const [headings, ...rows] = listRows()
    const above: Rows = [
      [null, "Thông tin chung", null, null, null, "Hoạt động", null, "Liên hệ", null, null],
    ]
    return bookOf([...above, headings!, ...rows])
  },
  "headings across two rows": () => {
    const [headings, ...rows] = listRows()
    const upper = headings!.map((heading, index) =>
      index < 7 ? heading : index === 7 ? "Người đứng đầu" : null,
    )
    const lower = headings!.map((heading, index) => (index < 7 ? null : heading))
    return bookOf([...titles, upper, lower, ...rows], {
      change(sheet) {
        const row = titles.length
        sheet["!merges"] = [
          ...upper
            .slice(0, 7)
            .map((_, column) => ({ s: { r: row, c: column }, e: { r: row + 1, c: column } })),
          { s: { r: row, c: 7 }, e: { r: row, c: 9 } },
        ]
      },
    })
  },
  "numbers of the columns under the headings": () => {
    const [headings, ...rows] = listRows()
    return bookOf([headings!, headings!.map((_, index) => `(${index + 1})`), ...rows])
  },
  "sections, sums and signatures": () => {
    const [headings, one, two, three] = listRows()
    const sum: Rows = [["", "Tổng cộng", null, null, null, null, 14_050_000_000]]
    const signed: Rows = [[], ["Người lập biểu"], ["Ghi chú: số liệu đến hết năm"]]
    return bookOf([headings!, ["I. Ấp Kênh Đào"], one!, two!, ["II. Khu phố 1"], three!, ...sum, ...signed])
  },
  "headings again on every page": () => {
    const [headings, ...rows] = listRows()
    return bookOf(rows.flatMap((row) => [headings!, row]))
  },
  "headings in capitals": () => bookOf(withHeadings((heading) => heading.toUpperCase())),
  "headings with breaks, stars and odd spaces": () =>
    bookOf(withHeadings((heading) => `\u200b${heading.replaceAll(" ", "\u00a0\r\n ")} * `)),
  "other words for the headings": () =>
    bookOf(
      listRows({
        headings: {
          name: "Tên tổ hợp tác",
          kind: "Loại hình KTTT",
          code: "MST",
          founded: "Ngày, tháng, năm thành lập",
          line: "Ngành nghề chính",
          capital: "VĐL",
          representative: "Người đại diện",
          phone: "SĐT",
          address: "Trụ sở chính",
        },
      }),
    ),
  "choices in capitals": () =>
    bookOf(listRows({ cells: { kind: ({ kindWords }) => kindWords.toUpperCase() } })),
  "choices in short": () =>
    bookOf(listRows({ cells: { kind: ({ kind }) => (kind === "cooperative" ? "HTX" : "T.H.T") } })),

  "letters and marks apart (NFD)": () => bookOf(mapText(listRows(), (words) => words.normalize("NFD"))),
  "letters of TCVN3": () => bookOf(mapText(listRows(), toTcvn3)),
  "letters of VNI": () => bookOf(mapText(listRows(), toVni)),
  "spaces of every kind, and signs that cannot be seen": () =>
    bookOf(mapText(listRows(), (words) => `\u00a0 ${words.replaceAll(" ", "\u2007\u200b ")}\u200d\t`)),
  "codes and days behind an apostrophe": () =>
    bookOf(listRows({ cells: { code: ({ code }) => `'${code}`, phone: ({ phone }) => `'${phone}` } })),
  "codes as numbers": () => bookOf(listRows({ cells: { code: ({ code }) => Number(code) } })),
  "lines as numbers that lost their zero": () =>
    bookOf(listRows({ cells: { line: ({ line }) => Number(line) } })),
  "lines by code and title": () =>
    bookOf(listRows({ cells: { line: ({ line, lineTitle }) => `${line} – ${lineTitle}` } })),
  "lines by title": () => bookOf(listRows({ cells: { line: ({ lineTitle }) => lineTitle.toUpperCase() } })),

  "numbers as text, dots between thousands": () => capital(({ capital }) => grouped(capital, ".")),
  "numbers as text, commas between thousands": () => capital(({ capital }) => grouped(capital, ",")),
  "numbers as text, spaces between thousands": () => capital(({ capital }) => grouped(capital, "\u00a0")),
  "numbers with their unit": () => capital(({ capital }) => `${grouped(capital, ".")} đồng`),
  "numbers in words and digits": () =>
    capital((_, index) => ["1,5 tỷ", "50 triệu đồng", "12,5 tỉ đồng"][index]!),
  "decimals with a comma": () =>
    capital((_, index) => ["1.500.000.000,00", "50.000.000,00", "12.500.000.000,00"][index]!),
  "decimals with a dot": () =>
    capital((_, index) => ["1,500,000,000.00", "50,000,000.00", "12,500,000,000.00"][index]!),
  "a column in millions": () => capital(({ capital }) => capital / 1e6, "Vốn điều lệ (triệu đồng)"),
  "a column in millions, as text": () =>
    capital((_, index) => ["1.500", "50", "12.500"][index]!, "Vốn điều lệ (tr.đ)"),
  "a column in billions": () =>
    capital((_, index) => ["1,5", "0,05", "12,5"][index]!, "Vốn điều lệ (tỷ đồng)"),
  "sums of formulas": () => capital(({ capital }) => ({ t: "n", v: capital, f: `${capital / 2}*2` })),
  "links to another workbook": () => capital(({ capital }) => ({ t: "n", v: capital, f: "'[1]Vốn'!$B$2" })),

  "days as days": () => founded(({ founded: day }) => ({ t: "n", v: serial(day), z: "dd/mm/yyyy" })),
  "days as days of 1904": () =>
    founded(({ founded: day }) => ({ t: "n", v: serial(day, true), z: "dd/mm/yyyy" }), {
      startsIn1904: true,
    }),
  "days as bare numbers": () => founded(({ founded: day }) => serial(day)),
  "days with hours": () =>
    founded(({ founded: day }) => ({ t: "n", v: serial(day) + 0.75, z: "dd/mm/yyyy hh:mm" })),
  "days the other way around": () => founded(({ founded: day }) => day),
  "days with dots": () => founded(({ founded: day }) => day.split("-").reverse().join(".")),
  "days with dashes": () => founded(({ founded: day }) => day.split("-").reverse().join("-")),
  "days without zeros": () => founded(({ founded: day }) => day.split("-").reverse().map(Number).join("/")),
  "days with years of two digits": () =>
    founded(({ founded: day }) => day.slice(2).split("-").reverse().join("/")),
  "days in words": () =>
    founded(({ founded: day }) => {
      const [year, month, date] = day.split("-")
      return `Ngày ${date} tháng ${month} năm ${year}`
    }),

  "a sheet with another name": () => bookOf(listRows(), { name: "Sheet1 (2)" }),
  "a cover and a hidden sheet in front": () =>
    bookOf(listRows(), {
      before: [
        { name: "Bìa", rows: [["DANH SÁCH HTX, THT"], ["Năm 2025"]] },
        { name: "Cũ", rows: listRows().slice(0, 2), hidden: 2 },
      ],
    }),
  "shared strings": () => bookOf(listRows(), { sharedStrings: true }),
  "strings in runs of several fonts": () =>
    repacked(bookOf(listRows(), { sharedStrings: true }), (parts) => {
      parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"]!.replace(
        /<si><t[^>]*>([^<]{4})([^<]+)<\/t><\/si>/g,
        '<si><r><rPr><b/></rPr><t xml:space="preserve">$1</t></r><r><t xml:space="preserve">$2</t></r></si>',
      )
    }),
  "cells that do not say where they are": () =>
    repacked(bookOf(listRows()), (parts) => {
      const sheet = sheetPart(parts)
      parts[sheet] = parts[sheet]!.replace(/<c r="[A-Z]+\d+"/g, "<c").replace(/<row r="\d+"/g, "<row")
    }),
  "elements with a prefix": () =>
    repacked(bookOf(listRows()), (parts) => {
      const sheet = sheetPart(parts)
      parts[sheet] = parts[sheet]!.replace(
        /<(\/?)(worksheet|sheetData|row|c|v|is|t|dimension|sheetViews|sheetView|cols|col)\b/g,
        "<$1x:$2",
      ).replace(' xmlns="', ' xmlns:x="')
    }),
  "a sheet that claims to be a million rows high": () =>
    repacked(bookOf(listRows()), (parts) => {
      const sheet = sheetPart(parts)
      parts[sheet] = parts[sheet]!.replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"')
    }),
  "a hundred thousand empty rows below": () =>
    repacked(bookOf(listRows()), (parts) => {
      const sheet = sheetPart(parts)
      const empty = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 100}" ht="15"/>`).join(
        "",
      )
      parts[sheet] = parts[sheet]!.replace("</sheetData>", `${empty}</sheetData>`)
    }),
}

const columns = Object.keys(plainHeadings) as ListColumn[]
const titles: Rows = [
  ["ỦY BAN NHÂN DÂN XÃ"],
  ["DANH SÁCH HỢP TÁC XÃ, TỔ HỢP TÁC"],
  ["(Kèm theo Công văn số 12/UBND-KT ngày 05/01/2026)"],
  [],
]

function text(words: string) {
  return new TextEncoder().encode(words)
}

function withHeadings(change: (heading: string) => string): Rows {
  const [headings, ...rows] = listRows()
  return [...mapText([headings!], change), ...rows]
}

type Writer = (one: Listed, index: number) => Value

function capital(write: Writer, heading: string = plainHeadings.capital) {
  return bookOf(listRows({ cells: { capital: write }, headings: { capital: heading } }))
}

function founded(write: Writer, options: { startsIn1904?: boolean } = {}) {
  return bookOf(listRows({ cells: { founded: write } }), options)
}

function grouped(number: number, sign: string) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, sign)
}

function sheetPart(parts: Record<string, string>) {
  return Object.keys(parts).find((name) => /^xl\/worksheets\/sheet1\.xml$/.test(name))!
}
