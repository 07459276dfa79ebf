import * as xlsx from "@e965/xlsx"
import { sheetOf, type Value, write } from "./build.ts"

/**
 * What offices and their programs do to the system's own workbook. In each, somebody changed the phone of the first
 * organisation and nothing else: that is what must come of it.
 */
export const abused: Record<string, (own: Uint8Array) => Uint8Array> = {
  "saved again by another program": (own) => saved(own),
  "saved as Excel 97–2003": (own) => saved(own, { as: "biff8" }),
  "saved as OpenDocument": (own) => saved(own, { as: "ods" }),
  "saved as a binary workbook": (own) => saved(own, { as: "xlsb" }),
  "columns moved": (own) => saved(own, { rows: (rows) => rows.map((row) => row.toReversed()) }),
  "rows sorted the other way": (own) =>
    saved(own, { rows: ([head, ...rows]) => [head!, ...rows.toReversed()] }),
  "a row taken out": (own) => saved(own, { rows: (rows) => rows.slice(0, -1) }),
  "titles above, blank rows between": (own) =>
    saved(own, { rows: (rows) => [["SỔ ĐĂNG KÝ"], [], ...rows.flatMap((row) => [row, []])] }),
  "rows pasted twice": (own) => saved(own, { rows: (rows) => [...rows, ...rows.slice(1)] }),
  "the sheet renamed and moved to the end": (own) =>
    saved(own, {
      book(book) {
        const [first, ...others] = book.SheetNames
        book.Sheets.Trang1 = book.Sheets[first!]!
        delete book.Sheets[first!]
        book.SheetNames = [...others, "Trang1"]
      },
    }),
  "the hidden sheet deleted": (own) =>
    saved(own, {
      book(book) {
        book.SheetNames = book.SheetNames.filter((name) => name !== "_hoptac")
        delete book.Sheets._hoptac
      },
    }),
  "the hidden keys deleted": (own) => saved(own, { rows: (rows) => rows.map((row) => row.slice(0, -1)) }),
  "headings in capitals, letters and marks apart": (own) =>
    saved(own, {
      rows: ([head, ...rows]) => [
        head!.map((value) => String(value).toUpperCase()),
        ...rows.map((row) =>
          row.map((value) => (typeof value === "string" ? value.normalize("NFD") : value)),
        ),
      ],
    }),
}

type Row = Value[]
type Saving = {
  as?: xlsx.BookType
  rows?: (rows: Row[]) => Row[]
  book?: (book: xlsx.WorkBook) => void
}

const phoneHeading = "Điện thoại"
export const changedPhone = "0299 9999 999"

function saved(
  own: Uint8Array,
  { as = "xlsx", rows: change = (rows) => rows, book: changeBook }: Saving = {},
) {
  const book = xlsx.read(own, { type: "array", cellNF: true })
  const name = book.SheetNames[0]!
  const rows = rowsOf(book.Sheets[name]!)
  const phone = rows[0]!.indexOf(phoneHeading)
  rows[1]![phone] = changedPhone
  book.Sheets[name] = sheetOf(change(rows))
  changeBook?.(book)
  return write(book, as)
}

/** Cells as they are, with their formats; rows that are ready to be filled in fall away. */
function rowsOf(sheet: xlsx.WorkSheet): Row[] {
  const range = xlsx.utils.decode_range(sheet["!ref"]!)
  const rows: Row[] = []
  for (let row = 0; row <= range.e.r; row++) {
    const cells = Array.from({ length: range.e.c + 1 }, (_, column): Value => {
      const cell: xlsx.CellObject | undefined = sheet[xlsx.utils.encode_cell({ r: row, c: column })]
      if (cell?.v === undefined) return null
      return typeof cell.v === "string" ? cell.v : { t: cell.t, v: cell.v, ...(cell.z && { z: cell.z }) }
    })
    if (cells.some((cell) => cell !== null)) rows.push(cells)
  }
  return rows
}
