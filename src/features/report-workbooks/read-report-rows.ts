import type { FormDefinition, FormField, ReportValues } from "../report-forms/definition.ts"
import { type FoundTable, findTable, type WantedColumn } from "../workbooks/find-table.ts"
import { lettersOf } from "../workbooks/letters.ts"
import type { Fault } from "../workbooks/mark-faults.ts"
import {
  type Read,
  readChoice,
  readCode,
  readNumberCell,
  readText,
  readWhole,
  type Separators,
  separatorsOf,
} from "../workbooks/read-values.ts"
import type { Cell, Workbook } from "../workbooks/read-workbook.ts"
import { rowKeyHeading } from "../workbooks/row-key.ts"
import { valueFaults } from "../workbooks/texts.ts"
import {
  answerHeading,
  codeHeading,
  countedHeading,
  headingOf,
  lastYearSuffix,
  nameHeading,
  revisionHeading,
  sheetName,
  typedFields,
  yesNo,
} from "./columns.ts"
import type { AskedForm } from "./read-asked.ts"

/** One row of a sheet: whose report it is, and what was written for each field. */
export type ReportRow = {
  sheet: string
  row: number
  key: string | undefined
  code: string | undefined
  name: string | undefined
  /** What was written: a dash clears to null, an empty cell says nothing. */
  values: ReportValues
  answer: string | undefined
  /** The revision that the row was handed out with. */
  revision: number | undefined
  problems: Fault[]
  /** The letters of a field's column; null where the sheet has none. */
  columnOf(field: string): string | null
}

/**
 * The sheet of each form: first those that bear its name, then what is like it, for forms that somebody here is asked
 * before those that nobody is. A commune without cooperatives has no sheet for them, and another form's is not theirs.
 */
export function findReportTables(workbook: Workbook, forms: readonly AskedForm[]) {
  const taken = new Map<AskedForm, FoundTable>()
  const rest = () => {
    const names = new Set([...taken.values()].map(({ sheet }) => sheet.name))
    return { ...workbook, sheets: workbook.sheets.filter(({ name }) => !names.has(name)) }
  }
  for (const form of forms) {
    const named = workbook.sheets.filter(({ name }) => name === sheetName(form))
    const own = findReportTable({ ...workbook, sheets: named }, form)
    if (own) taken.set(form, own)
  }
  for (const form of forms.toSorted((one, other) => other.reports.length - one.reports.length)) {
    const like = taken.has(form) ? undefined : findReportTable(rest(), form)
    if (like) taken.set(form, like)
  }
  return forms.flatMap((form) => {
    const table = taken.get(form)
    return table ? [{ form, table }] : []
  })
}

/** Of the sheets with a table of reports of one form, the one with the most headings known. */
function findReportTable({ sheets }: Workbook, { definition }: AskedForm): FoundTable | undefined {
  const fields = typedFields(definition)
  const wanted: WantedColumn[] = [
    { key: nameColumn, headings: [nameHeading, "Tên HTX", "Tên hợp tác xã", "Tên đơn vị", "Đơn vị"] },
    { key: codeColumn, headings: [codeHeading, "Mã số HTX", "Mã số thuế"] },
    { key: answerColumn, headings: [answerHeading] },
    { key: keyColumn, headings: [rowKeyHeading] },
    { key: revisionColumn, headings: [revisionHeading] },
    ...fields.map((field) => ({
      key: field.code,
      headings: [headingOf(definition, field), countedHeading(field), field.label.vi],
    })),
  ]
  const tables = sheets
    .filter(({ isHidden, name }) => !isHidden && !name.endsWith(lastYearSuffix))
    .map((sheet) => findTable(sheet, wanted))
    .filter((table) => table !== undefined)
    .filter(({ mapping }) => fields.some(({ code }) => mapping.has(code)))
  return tables.toSorted((one, other) => other.mapping.size - one.mapping.size)[0]
}

// No code of a field holds a dot.
const nameColumn = ".name"
const codeColumn = ".code"
const answerColumn = ".answer"
const keyColumn = ".key"
const revisionColumn = ".revision"

/** Reads the rows of a table; what cannot be read is a problem of its cell, and the row goes on. */
export function readReportRows(table: FoundTable, definition: FormDefinition): ReportRow[] {
  const fields = typedFields(definition).filter(({ code }) => table.mapping.has(code))
  const separators = new Map(
    fields.map(({ code }) => [
      code,
      separatorsOf(table.rows.map(({ cells }) => cells[table.mapping.get(code)!])),
    ]),
  )
  const columnOf = (key: string) => {
    const column = table.mapping.get(key)
    return column === undefined ? null : lettersOf(column)
  }
  return table.rows.map(({ number, cells }) => {
    const cellOf = (key: string) => {
      const column = table.mapping.get(key)
      return column === undefined ? undefined : cells[column]
    }
    const values: ReportValues = {}
    const problems: Fault[] = []
    for (const field of fields) {
      const cell = cellOf(field.code)
      if (!cell) continue
      if (isDash(cell)) {
        values[field.code] = null
        continue
      }
      const read = readValue(field, cell, separators.get(field.code))
      if (read.ok) values[field.code] = read.value
      else {
        problems.push({
          sheet: table.sheet.name,
          row: number,
          column: columnOf(field.code),
          severity: "error",
          message: valueFaults[read.fault](field.label.vi, String(cell.value).slice(0, 80)),
        })
      }
    }
    return {
      sheet: table.sheet.name,
      row: number,
      key: wordsOf(cellOf(keyColumn)),
      code: codeOf(cellOf(codeColumn)),
      name: wordsOf(cellOf(nameColumn)),
      values,
      answer: wordsOf(cellOf(answerColumn)),
      revision: numberOf(cellOf(revisionColumn)),
      problems,
      columnOf,
    }
  })
}

/** A dash alone clears; an empty cell leaves what there is. */
function isDash({ value }: Cell) {
  return typeof value === "string" && /^[-–—]$/.test(value)
}

function wordsOf(cell: Cell | undefined) {
  const read = cell && readText(cell)
  return read?.ok && read.value !== "" ? read.value : undefined
}

function numberOf(cell: Cell | undefined) {
  const read = cell && readWhole(cell, undefined)
  return read?.ok ? read.value : undefined
}

function codeOf(cell: Cell | undefined) {
  const read = cell && readCode(cell)
  return read?.ok && read.value !== "" ? read.value : undefined
}

function readValue(
  field: FormField,
  cell: Cell,
  separators: Separators,
): Read<NonNullable<ReportValues[string]>> {
  switch (field.kind) {
    case "count":
      return readWhole(cell, separators)
    case "money": {
      const number = readNumberCell(cell, separators)
      return number.ok ? { ok: true, value: Math.round(number.value) } : number
    }
    case "area":
    case "share": {
      const number = readNumberCell(cell, separators)
      if (!number.ok) return number
      return number.value < 0
        ? { ok: false, fault: "negative" }
        : { ok: true, value: Number(number.value.toFixed(2)) }
    }
    case "yes_no": {
      if (typeof cell.value === "boolean") return { ok: true, value: cell.value }
      const choice = readChoice(cell, yesNo)
      return choice.ok ? { ok: true, value: choice.value === "yes" } : choice
    }
    case "choice":
      return readChoice(cell, choicesOf(field))
    case "text":
      return readText(cell)
  }
}

/** The same list for the same field, so that its index is made once. */
const known = new WeakMap<FormField, { value: string; names: string[] }[]>()

function choicesOf(field: FormField) {
  const choices =
    known.get(field) ?? (field.choices ?? []).map(({ code, vi, en }) => ({ value: code, names: [vi, en] }))
  known.set(field, choices)
  return choices
}
