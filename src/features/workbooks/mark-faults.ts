import * as xlsx from "@e965/xlsx"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { checkContainer } from "./container.ts"
import { addComments, removeComments } from "./mark-comments.ts"
import { addStyles, type MarkedStyles } from "./mark-styles.ts"
import { summarySheet } from "./mark-summary.ts"
import { attributeOf, escapeXml, type Parts, readRels, relsPath, writeRel } from "./parts.ts"

/** Something to put right where it stands; without a column, in the first cell of its row. */
export type Fault = {
  sheet: string
  row: number
  /** Letters, "C". */
  column: string | null
  severity: "error" | "warning"
  message: string
}

/**
 * The same workbook with every faulty cell coloured and commented, and a sheet at the end that lists them all. Marks of
 * an earlier answer are taken away first; everything else stays as it was sent. What was no .xlsx comes back as one.
 */
export function markFaults(bytes: Uint8Array, faults: readonly Fault[]): Uint8Array {
  const parts = unzipSync(asXlsx(bytes))
  const sheets = listSheets(parts)
  const styles = addStyles(parts)
  for (const { name, path } of sheets) {
    removeComments(parts, path)
    const own = faults.filter((fault) => fault.sheet === name)
    const cells = byCell(own)
    parts[path] = strToU8(markCells(strFromU8(parts[path]!), cells, styles))
    if (cells.size > 0) addComments(parts, path, cells)
  }
  styles.write()
  addSummary(parts, sheets, faults)
  return zipSync(parts, { level: 6 })
}

/** Older forms, and the rare .xlsx whose cells do not say where they are, are written anew with the same cells. */
function asXlsx(bytes: Uint8Array) {
  const container = checkContainer(bytes)
  if (!container.ok)
    throw new Error(`a workbook that was refused (${container.refusal}) has no cells to mark`)
  if (container.kind === "zip") {
    const parts = unzipSync(bytes)
    const sheets = parts["xl/workbook.xml"] ? listSheets(parts) : []
    const areNamed = sheets.every(
      ({ path }) => !/<c(?![^>]*\br=)[\s>]/.test(strFromU8(parts[path]!).slice(0, 500_000)),
    )
    if (sheets.length > 0 && areNamed) return bytes
  }
  const book =
    container.kind === "text"
      ? xlsx.read(new TextDecoder().decode(bytes), { type: "string", raw: true })
      : xlsx.read(container.bytes, { type: "buffer" })
  return new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as ArrayBuffer)
}

type SheetPart = { name: string; path: string }

function listSheets(parts: Parts): SheetPart[] {
  const book = strFromU8(parts["xl/workbook.xml"]!)
  const targets = new Map(readRels(parts, "xl/workbook.xml").map(({ id, path }) => [id, path]))
  return [...book.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].flatMap(([element]) => {
    const path = targets.get(attributeOf(element, "r:id") ?? attributeOf(element, "\\w+:id") ?? "")
    const name = attributeOf(element, "name")
    return path && name && parts[path] ? [{ name, path }] : []
  })
}

export type FaultyCells = ReadonlyMap<number, ReadonlyMap<string, Fault[]>>

function byCell(faults: readonly Fault[]) {
  const rows = new Map<number, Map<string, Fault[]>>()
  for (const fault of faults) {
    const row = rows.get(fault.row) ?? new Map<string, Fault[]>()
    rows.set(fault.row, row)
    const column = fault.column ?? "A"
    row.set(column, [...(row.get(column) ?? []), fault])
  }
  return rows
}

const rowElement = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g
const cellElement = /<c\b([^>]*?)(\/>|>[\s\S]*?<\/c>)/g

function markCells(xml: string, faulty: FaultyCells, styles: MarkedStyles) {
  return xml.replace(rowElement, (whole, attributes: string, inner = "") => {
    const number = Number(attributeOf(attributes, "r"))
    const cells = faulty.get(number)
    const isMarked = cells !== undefined || styles.mayBeMarked(inner)
    if (!isMarked) return whole

    const open = new Map(cells)
    const marked = inner.replace(cellElement, (_: string, given: string, end: string) => {
      const column = (attributeOf(given, "r") ?? "").replace(/\d+$/, "")
      const faults = open.get(column)
      open.delete(column)
      const style = styles.styleFor(Number(attributeOf(given, "s") ?? 0), faults)
      return `<c${given.replace(/\s+s="\d+"/, "")}${style === 0 ? "" : ` s="${style}"`}${end}`
    })
    return `<row${attributes}>${withEmptyCells(marked, number, open, styles)}</row>`
  })
}

/** Where something is missing there may be no cell at all; cells stand in the order of their columns. */
function withEmptyCells(
  inner: string,
  row: number,
  open: ReadonlyMap<string, Fault[]>,
  styles: MarkedStyles,
) {
  if (open.size === 0) return inner
  const cells = [...inner.matchAll(cellElement)].map(([element, given]) => ({
    element,
    column: (attributeOf(given!, "r") ?? "").replace(/\d+$/, ""),
  }))
  for (const [column, faults] of open) {
    cells.push({ element: `<c r="${column}${row}" s="${styles.styleFor(0, faults)}"/>`, column })
  }
  return cells
    .toSorted((one, other) => one.column.length - other.column.length || (one.column < other.column ? -1 : 1))
    .map(({ element }) => element)
    .join("")
}

function addSummary(parts: Parts, sheets: readonly SheetPart[], faults: readonly Fault[]) {
  const former = sheets.find(({ name }) => name === summarySheet.name)
  const path = former?.path ?? freePath(parts)
  parts[path] = strToU8(summarySheet.write(faults))
  const shown = sheets.filter((sheet) => sheet !== former)
  for (const sheet of shown) {
    parts[sheet.path] = strToU8(strFromU8(parts[sheet.path]!).replace(/\s+tabSelected="(1|true)"/g, ""))
  }
  const position = former ? sheets.indexOf(former) : sheets.length
  let book = strFromU8(parts["xl/workbook.xml"]!)
  if (!former) {
    const id = writeRel(parts, "xl/workbook.xml", "worksheet", path.replace(/^xl\//, ""))
    const numbers = [...book.matchAll(/sheetId="(\d+)"/g)].map(([, number]) => Number(number))
    const prefix = /<(\w+:)?sheets\b/.exec(book)?.[1] ?? ""
    const element = `<${prefix}sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="${escapeXml(summarySheet.name)}" sheetId="${Math.max(0, ...numbers) + 1}" r:id="${id}"/>`
    book = book.replace(`</${prefix}sheets>`, `${element}</${prefix}sheets>`)
    parts["[Content_Types].xml"] = strToU8(
      strFromU8(parts["[Content_Types].xml"]!).replace(
        "</Types>",
        `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ),
    )
  }
  book = book.replace(/(<(?:\w+:)?workbookView\b[^>]*?)\s+activeTab="\d+"/, "$1")
  book = book.replace(/<((?:\w+:)?workbookView)\b/, `<$1 activeTab="${position}"`)
  parts["xl/workbook.xml"] = strToU8(book)
}

function freePath(parts: Parts) {
  for (let number = 1; ; number++) {
    const path = `xl/worksheets/hoptac${number}.xml`
    if (!parts[path] && !parts[relsPath(path)]) return path
  }
}
