import { isPossibleLine } from "../lines/sectors.ts"
import { type Lists, laws } from "../lives/facts-form.ts"
import { lawNames } from "../register/organisation-texts.ts"
import { kindName, kindShort, kinds, statuses, statusName } from "../register/vocabulary.ts"
import { type ColumnKey, workbookColumns } from "../register/workbook-columns.ts"
import { type FoundTable, findTable, type WantedColumn } from "../workbooks/find-table.ts"
import { lettersOf } from "../workbooks/letters.ts"
import {
  type Read,
  readChoice,
  readCode,
  readDayCell,
  readNumberCell,
  readText,
  type Separators,
  separatorsOf,
  type ValueFault,
} from "../workbooks/read-values.ts"
import type { Cell, SheetRow, Workbook } from "../workbooks/read-workbook.ts"
import { rowKeyHeading } from "../workbooks/row-key.ts"
import { valueFaults } from "../workbooks/texts.ts"

/** Something to put right, or to look at, where it stands in the workbook. */
export type Problem = {
  sheet: string
  row: number
  /** The letters of the column, "C"; null where the whole row is meant. */
  column: string | null
  severity: "error" | "warning"
  message: string
}

/** What was written for each column that is there; null asks to clear what the register has. */
export type RowValues = { [Key in ColumnKey]?: string | number | string[] | null }

export type RegisterRow = {
  sheet: string
  row: number
  key: string | undefined
  values: RowValues
  problems: Problem[]
  columnOf(key: ColumnKey): string | null
}

const wanted: WantedColumn[] = [
  ...workbookColumns.map(({ key, heading, synonyms }) => ({ key, headings: [heading, ...synonyms] })),
  { key: "row_key", headings: [rowKeyHeading] },
]

/** The table of organisations of a workbook: of the sheets that have one, the one with the most headings known. */
export function findRegisterTable({ sheets }: Workbook): FoundTable | undefined {
  const tables = sheets
    .filter(({ isHidden }) => !isHidden)
    .map((sheet) => findTable(sheet, wanted))
    .filter((table) => table !== undefined)
  return tables.toSorted((one, other) => other.mapping.size - one.mapping.size)[0]
}

/** Reads the rows of a table; what cannot be read is a problem of its cell, and the row goes on. */
export function readRows(
  table: FoundTable,
  { startsIn1904 }: Pick<Workbook, "startsIn1904">,
  lists: Lists,
): RegisterRow[] {
  const separators = new Map<string, Separators>()
  for (const [key, column] of table.mapping) {
    separators.set(key, separatorsOf(table.rows.map(({ cells }) => cells[column])))
  }
  const scale = scaleOf(table)
  return table.rows.map((row) => readRow(row, table, { startsIn1904, lists, separators, scale }))
}

type Context = {
  startsIn1904: boolean
  lists: Lists
  separators: ReadonlyMap<string, Separators>
  /** What one of the written capitals is worth in đồng. */
  scale: number
}

/** "Vốn điều lệ (triệu đồng)": the heading says in what the column counts. */
function scaleOf({ mapping, headings }: FoundTable) {
  const column = mapping.get("charter_capital")
  const heading = column === undefined ? "" : (headings.get(column) ?? "").toLowerCase()
  if (/tỷ|tỉ/.test(heading)) return 1e9
  return /triệu|tr\.?\s*đ/.test(heading) ? 1e6 : 1
}

function readRow(row: SheetRow, table: FoundTable, context: Context): RegisterRow {
  const problems: Problem[] = []
  const values: RowValues = {}
  const columnOf = (key: string) => {
    const column = table.mapping.get(key)
    return column === undefined ? null : lettersOf(column)
  }
  for (const { key } of workbookColumns) {
    const column = table.mapping.get(key)
    const cell = column === undefined ? undefined : row.cells[column]
    if (!cell) continue
    if (isDash(cell)) {
      values[key] = null
      continue
    }
    const read = readCell(key, cell, context)
    if (read.ok) values[key] = read.value
    else {
      const message = messageOf(read.fault, key, cell)
      problems.push({
        sheet: table.sheet.name,
        row: row.number,
        column: columnOf(key),
        severity: "error",
        message,
      })
    }
  }
  const keyColumn = table.mapping.get("row_key")
  const keyCell = keyColumn === undefined ? undefined : row.cells[keyColumn]
  return {
    sheet: table.sheet.name,
    row: row.number,
    key: typeof keyCell?.value === "string" ? keyCell.value : undefined,
    values,
    problems,
    columnOf,
  }
}

/** A dash alone clears; an empty cell leaves what there is. */
function isDash({ value }: Cell) {
  return typeof value === "string" && /^[-–—]$/.test(value)
}

const kindChoices = kinds.map((kind) => ({
  value: kind,
  names: [kindName(kind, "vi"), kindShort(kind), kindName(kind, "en")],
}))
const lawChoices = laws.map((law) => ({
  value: law,
  names: [lawNames.vi[law], lawNames.en[law], `Luật ${law}`, `Luật HTX ${law}`, `Luật HTX năm ${law}`],
}))
const otherStatusNames: Partial<Record<(typeof statuses)[number], string[]>> = {
  operating: ["Hoạt động", "Đang HĐ", "Hoạt động bình thường"],
  suspended: ["Tạm ngừng", "Tạm ngừng hoạt động", "Tạm ngưng", "Tạm dừng"],
  stopped: ["Ngừng hoạt động", "Ngưng hoạt động", "Chờ giải thể", "Ngừng HĐ"],
  ended: ["Đã giải thể", "Giải thể", "Đã phá sản"],
}
const statusChoices = statuses.map((status) => ({
  value: status,
  names: [statusName(status, "vi"), statusName(status, "en"), ...(otherStatusNames[status] ?? [])],
}))

function readCell(key: ColumnKey, cell: Cell, context: Context): Read<string | number | string[]> {
  const { startsIn1904, lists, separators, scale } = context
  switch (key) {
    case "kind":
      return readChoice(cell, kindChoices)
    case "governing_law":
      return readChoice(cell, lawChoices)
    case "status":
      return readChoice(cell, statusChoices)
    case "certificate_on":
    case "founded_on":
    case "status_from":
      return readDayCell(cell, startsIn1904)
    case "charter_capital":
      return readCapital(cell, separators.get(key), scale)
    case "business_line":
      return readLine(cell, lists)
    case "other_lines":
      return readOtherLines(cell, lists)
    case "code":
    case "phone":
      return readCode(cell)
    default:
      return readText(cell)
  }
}

function readCapital(cell: Cell, separators: Separators, scale: number): Read<number> {
  const number = readNumberCell(cell, separators)
  if (!number.ok) return number
  // "2 tỷ" says itself what it counts in, whatever the heading says.
  const isScaled = typeof cell.value === "string" && /t[yỷỉ]|tri|ng[aà]n/i.test(cell.value)
  const value = Math.round(number.value * (isScaled ? 1 : scale))
  return value < 0 ? { ok: false, fault: "negative" } : { ok: true, value }
}

function readLine(cell: Cell, { lines, rules }: Lists): Read<string> {
  const text = readText(cell)
  if (!text.ok) return text
  const digits = /^\d{3,4}(?!\d)/.exec(text.value)?.[0]
  // Excel takes the zero off 0111.
  const code = digits?.padStart(4, "0")
  const title = text.value.toLowerCase()
  const line = lines.find((each) => (code ? each.code === code : each.name.toLowerCase() === title))
  // The list as it is kept may lack a line that there is; the officer is told.
  if (!line && code && isPossibleLine(rules, code)) return { ok: true, value: code }
  return line ? { ok: true, value: line.code } : { ok: false, fault: "no_such_choice" }
}

function readOtherLines(cell: Cell, lists: Lists): Read<string[]> {
  const text = readText(cell)
  if (!text.ok) return text
  const codes: string[] = []
  for (const part of text.value.split(/[;,\n]/).filter((each) => each.trim() !== "")) {
    const line = readLine({ value: part.trim(), isDay: false }, lists)
    if (!line.ok) return line
    codes.push(line.value)
  }
  return { ok: true, value: [...new Set(codes)] }
}

function messageOf(fault: ValueFault, key: ColumnKey, { value }: Cell) {
  const heading = workbookColumns.find((column) => column.key === key)!.heading
  return valueFaults[fault](heading, String(value).slice(0, 80))
}
