import type { Locale } from "../../ui/language.ts"
import { readWorkbook, type Sheet } from "../workbooks/read-workbook.ts"
import { workbookRefusals } from "../workbooks/texts.ts"
import { texts } from "./texts.ts"

/** A business line (ngành cấp 4): four digits and its title. */
export type Line = { code: string; name: string }

type Read = { ok: true; lines: Line[] } | { ok: false; problems: string[] }

/** A file with fewer is no national list. */
const fewest = 2
const longestName = 300

/**
 * The lines of a file (.xlsx, .ods, .csv), as the gazette's tables and the offices keep them: the column of four-digit
 * codes is found by what stands in it, the titles in the column with the longest words beside it. Sections, divisions
 * and groups have other codes and are passed over. Nothing is taken in where anything is wrong.
 */
export function readLines(bytes: Uint8Array, locale: Locale): Read {
  const t = texts[locale]
  const reading = readWorkbook(bytes)
  if (!reading.ok) return { ok: false, problems: [workbookRefusals[locale][reading.refusal]] }
  const tables = reading.workbook.sheets.map((sheet) => ({ sheet, rows: rowsOf(sheet) }))
  const { sheet, rows } = tables.toSorted((one, other) => other.rows.length - one.rows.length)[0]!
  if (rows.length < fewest) return { ok: false, problems: [t.noLines] }

  const problems: string[] = []
  const lines = new Map<string, Line>()
  for (const { number, code, name } of rows) {
    const say = (words: string) => problems.push(t.inRow(sheet.name, number, words))
    if (!name) say(t.noName(code))
    else if (name.length > longestName) say(t.longName(code, longestName))
    else if (lines.has(code) && lines.get(code)!.name !== name) say(t.twice(code))
    else lines.set(code, { code, name })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, lines: [...lines.values()] }
}

type Row = { number: number; code: string; name: string }

function rowsOf({ rows }: Sheet): Row[] {
  const codeColumn = columnWith(rows, (value) => (codeOf(value) ? 1 : 0))
  if (codeColumn === undefined) return []
  const ofLines = rows.filter(({ cells }) => codeOf(cells[codeColumn]?.value))
  const nameColumn = columnWith(ofLines, (value) => (codeOf(value) ? 0 : wordsOf(value).length))
  return ofLines.map(({ number, cells }) => ({
    number,
    code: codeOf(cells[codeColumn]?.value)!,
    name: nameColumn === undefined ? "" : wordsOf(cells[nameColumn]?.value),
  }))
}

/** The column in which the most of something stands. */
function columnWith(rows: Sheet["rows"], weightOf: (value: unknown) => number) {
  const weights = new Map<number, number>()
  for (const { cells } of rows) {
    cells.forEach((cell, column) => {
      const weight = weightOf(cell?.value)
      if (weight > 0) weights.set(column, (weights.get(column) ?? 0) + weight)
    })
  }
  return [...weights].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}

/** Of a number that lost its zero nobody can tell whether it is a line or a group, so it is none. */
function codeOf(value: unknown) {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : ""
  return /^\d{4}$/.test(text) ? text : undefined
}

function wordsOf(value: unknown) {
  return typeof value === "string" ? value.normalize("NFC").replace(/\s+/g, " ").trim() : ""
}
