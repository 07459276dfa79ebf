import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import writeExcelFile, { type Row, type Sheet } from "write-excel-file/node"
import { lettersOf } from "./letters.ts"

/**
 * What the cells of a column are for: text keeps its zeros, a day is a day, a number has dots between thousands, a
 * decimal two places after the comma as well.
 */
export type WrittenColumn = {
  heading: string
  width: number
  kind: "text" | "day" | "number" | "decimal"
  /** The sheet and column, from 0, of the list that a cell is chosen from, and how long it is. */
  choices?: { sheet: string; column: number; length: number }
  isHidden?: boolean
}

export type WrittenSheet = {
  name: string
  columns: readonly WrittenColumn[]
  /** Days as "2026-06-30", numbers as numbers. */
  rows: readonly (readonly (string | number | null)[])[]
  /** Rows below that are ready to be filled in. */
  blankRows?: number
  /** The sheet's headings, and whatever else stands in it when it has no blank rows, cannot be typed over. */
  isGuarded?: boolean
  isHidden?: boolean
  hasNoHeadings?: boolean
}

/** Writes a workbook (.xlsx) that Excel, LibreOffice, WPS and Google open alike. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const plain = await writeExcelFile(sheets.map(plainSheet)).toBuffer()
  return finish(plain, sheets)
}

const headingStyle = {
  fontWeight: "bold",
  backgroundColor: "#DCEBE0",
  wrap: true,
  alignVertical: "top",
} as const
const types = { text: String, day: Date, number: Number, decimal: Number } as const
const formats = { text: "@", day: "dd/mm/yyyy", number: "#,##0", decimal: "#,##0.00" } as const

function plainSheet({ name, columns, rows, blankRows = 0, hasNoHeadings }: WrittenSheet): Sheet<never> {
  const heading: Row = columns.map((column) => ({ value: column.heading, type: String, ...headingStyle }))
  const data = rows.map((row) => row.map((value, index) => cellOf(value, columns[index]!)))
  const blank = Array.from({ length: blankRows }, () => columns.map((column) => cellOf(null, column)))
  return {
    sheet: name,
    data: [...(hasNoHeadings ? [] : [heading]), ...data, ...blank],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: hasNoHeadings ? 0 : 1,
    orientation: "landscape",
  }
}

function cellOf(value: string | number | null, { kind }: WrittenColumn): Row[number] {
  const format = formats[kind]
  if (value === null) return { value: undefined, type: types[kind], format }
  if (kind === "day" && typeof value === "string") {
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format }
  }
  if (typeof value === "number") return { value, type: Number, format }
  return { value, type: String, format }
}

/** What the library has no words for: guarded headings, lists to choose from, sheets and columns that are hidden. */
function finish(bytes: Uint8Array, sheets: readonly WrittenSheet[]) {
  const parts = unzipSync(bytes)
  const edit = (name: string, change: (xml: string) => string) => {
    parts[name] = strToU8(change(strFromU8(parts[name]!)))
  }
  edit("xl/styles.xml", unlockAllButHeadings)
  edit("xl/workbook.xml", (xml) =>
    sheets.reduce(
      (changed, { isHidden, name }) =>
        isHidden
          ? changed.replace(
              `<sheet name="${escaped(name)}"`,
              `<sheet name="${escaped(name)}" state="veryHidden"`,
            )
          : changed,
      xml,
    ),
  )
  sheets.forEach((sheet, index) => {
    edit(`xl/worksheets/sheet${index + 1}.xml`, (xml) => finishSheet(xml, sheet))
  })
  return zipSync(parts, { level: 6 })
}

/** Protection is a property of styles: every one but those with a fill, which are the headings', lets a cell be typed in. */
function unlockAllButHeadings(xml: string) {
  return xml.replace(/<cellXfs[\s\S]*?<\/cellXfs>/, (styles) =>
    styles.replace(/<xf\b([^>]*?)(\/>|>([\s\S]*?)<\/xf>)/g, (whole, attributes: string, _end, inner = "") => {
      const fill = /fillId="(\d+)"/.exec(attributes)?.[1] ?? "0"
      if (Number(fill) > 1) return whole
      return `<xf${attributes} applyProtection="1">${inner}<protection locked="0"/></xf>`
    }),
  )
}

function finishSheet(xml: string, { columns, rows, blankRows = 0, isGuarded, hasNoHeadings }: WrittenSheet) {
  let changed = xml
  columns.forEach(({ isHidden }, index) => {
    if (isHidden)
      changed = changed.replace(new RegExp(`<col min="${index + 1}" `), `<col hidden="1" min="${index + 1}" `)
  })
  if (isGuarded) {
    const allowed = 'formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"'
    changed = changed.replace("</sheetData>", `</sheetData><sheetProtection sheet="1" ${allowed}/>`)
  }
  const first = hasNoHeadings ? 1 : 2
  const last = rows.length + blankRows + first - 1
  const validations = columns.flatMap(({ choices }, index) => {
    if (!choices) return []
    const letters = lettersOf(index)
    const list = lettersOf(choices.column)
    const source = `'${choices.sheet}'!$${list}$2:$${list}$${choices.length + 1}`
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="${letters}${first}:${letters}${Math.max(first, last)}"><formula1>${escaped(source)}</formula1></dataValidation>`
  })
  if (validations.length === 0) return changed
  const element = `<dataValidations count="${validations.length}">${validations.join("")}</dataValidations>`
  // After the protection, before whatever follows in the order that the format asks for.
  const anchor = isGuarded ? /<sheetProtection [^>]*\/>/ : /<\/sheetData>/
  return changed.replace(anchor, (found) => found + element)
}

function escaped(text: string) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;")
}
