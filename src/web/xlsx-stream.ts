import { strToU8, Zip, ZipDeflate } from "fflate"
import { escapeXml } from "../features/workbooks/parts.ts"
import type { Cell } from "./list-file.ts"

type Kind = "text" | "number" | "day"

export type XlsxTable = {
  sheet: string
  columns: readonly { heading: string; kind: Kind }[]
  /** Rows in batches, cells in the order of the columns; days as "2025-06-30". */
  rows: AsyncIterable<readonly (readonly Cell[])[]>
  /** A second sheet of names and values. */
  notes: { sheet: string; rows: readonly (readonly [string, Cell])[] }
}

/**
 * A workbook with one table, written as its rows come: a list of a country is never held in memory. Text is written as
 * text, so that no cell can become a formula.
 */
export async function* writeXlsx({ sheet, columns, rows, notes }: XlsxTable): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    packed.push(data)
  })
  const add = (path: string, text: string) => {
    const file = new ZipDeflate(path, { level: 6 })
    zip.add(file)
    file.push(strToU8(text), true)
  }
  add("[Content_Types].xml", contentTypes)
  add("_rels/.rels", packageRels)
  add("xl/workbook.xml", workbook(sheet, notes.sheet))
  add("xl/_rels/workbook.xml.rels", workbookRels)
  add("xl/styles.xml", styles)
  add("xl/worksheets/sheet2.xml", notesSheet(notes.rows))

  const table = new ZipDeflate("xl/worksheets/sheet1.xml", { level: 6 })
  zip.add(table)
  table.push(strToU8(tableStart(columns)))
  yield* packed.splice(0)
  let number = 1
  for await (const some of rows) {
    let xml = ""
    for (const cells of some) {
      number += 1
      xml += `<row r="${number}">${cells.map((cell, index) => cellXml(cell, columns[index]!.kind)).join("")}</row>`
    }
    table.push(strToU8(xml))
    yield* packed.splice(0)
  }
  table.push(
    strToU8(`</sheetData><autoFilter ref="A1:${letters(columns.length)}${number}"/></worksheet>`),
    true,
  )
  zip.end()
  yield* packed.splice(0)
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const officeRels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml"

const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`
const packageRels = `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const workbookRels = `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRels}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${officeRels}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${officeRels}/styles" Target="styles.xml"/></Relationships>`
/** Plain, heading, day, number, wrapped text. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="0"/></cellXfs></styleSheet>`

function workbook(sheet: string, notes: string) {
  return `${head}<workbook xmlns="${main}" xmlns:r="${officeRels}"><sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/><sheet name="${escapeXml(notes)}" sheetId="2" r:id="rId2"/></sheets></workbook>`
}

const widths: Record<Kind, number> = { text: 28, number: 16, day: 12 }

function tableStart(columns: XlsxTable["columns"]) {
  const cols = columns.map(
    ({ kind, heading }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.max(widths[kind], Math.min(heading.length + 3, 40))}" customWidth="1"/>`,
  )
  const headings = columns.map(({ heading }) => textXml(heading, 1))
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join("")}</cols><sheetData><row r="1">${headings.join("")}</row>`
}

function notesSheet(rows: XlsxTable["notes"]["rows"]) {
  const xml = rows.map(
    ([name, value], index) => `<row r="${index + 1}">${textXml(name, 1)}${cellXml(value, "text")}</row>`,
  )
  return `${head}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="80" customWidth="1"/></cols><sheetData>${xml.join("")}</sheetData></worksheet>`
}

function cellXml(cell: Cell, kind: Kind) {
  if (cell === null || cell === "") return "<c/>"
  if (typeof cell === "number") return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : "<c/>"
  if (typeof cell === "boolean") return `<c t="b"><v>${cell ? 1 : 0}</v></c>`
  const serial = kind === "day" ? serialOf(cell) : undefined
  return serial === undefined ? textXml(cell, 0) : `<c s="2"><v>${serial}</v></c>`
}

/** The day that Excel counts from, such that 1 March 1900 is 61. */
const dayZero = Date.UTC(1899, 11, 30)

function serialOf(day: string) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < "1900-03-01") return undefined
  return Math.round((Date.parse(`${day}T00:00:00Z`) - dayZero) / 86_400_000)
}

/** Excel takes no control characters, and no more than 32,767 characters in a cell. */
function textXml(text: string, style: number) {
  const shown = text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => ("\t\n\r".includes(character) ? character : ""))
    .slice(0, 32_767)
  return `<c t="inlineStr"${style ? ` s="${style}"` : ""}><is><t xml:space="preserve">${escapeXml(shown)}</t></is></c>`
}

function letters(column: number): string {
  return column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)
}
