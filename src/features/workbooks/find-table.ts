import { fold } from "../../ui/slug.ts"
import type { Cell, Sheet, SheetRow } from "./read-workbook.ts"

/** A column that is looked for: by the headings that the system and offices give it. */
export type WantedColumn = { key: string; headings: readonly string[] }

export type FoundTable = {
  sheet: Sheet
  /** Rows, as Excel numbers them, that the headings stand in. */
  headingRows: number[]
  /** By the key of a wanted column, the column from 0. */
  mapping: ReadonlyMap<string, number>
  /** Every heading of the table as it stands there, by column: what is in none of the wanted columns too. */
  headings: ReadonlyMap<number, string>
  /** The rows below, without numbering, totals, repeated headings and notes. */
  rows: SheetRow[]
}

/** How far down a sheet headings are looked for: above them stand titles, never more than these. */
const mostTitleRows = 40

/**
 * The table of a sheet: the row, or the two or three rows, in which the most headings are recognised. Nothing where
 * fewer than two are. Columns may stand in any order; a heading that spans several columns counts for its first.
 */
export function findTable(sheet: Sheet, wanted: readonly WantedColumn[]): FoundTable | undefined {
  const meanings = meaningsOf(wanted)
  const candidates = sheet.rows
    .filter(({ number }) => number <= mostTitleRows)
    .flatMap((_, index, rows) =>
      [1, 2, 3]
        .map((height) => rows.slice(index, index + height))
        // What stands alone in its row is a title.
        .filter((some) => some.every(({ cells }) => present(cells).length > 1))
        .map((some) => readHeadings(some, meanings)),
    )
  const [best] = candidates.toSorted(
    (one, other) =>
      other.mapping.size - one.mapping.size || one.headingRows.length - other.headingRows.length,
  )
  if (!best || best.mapping.size < 2) return undefined
  return { sheet, ...best, rows: dataRows(sheet, best.headingRows, best.headings) }
}

/** The same table with the columns as somebody says they are. */
export function withMapping(table: FoundTable, mapping: ReadonlyMap<string, number>): FoundTable {
  return { ...table, mapping }
}

/** What a table is known by again: its headings, whatever their order. */
export function fingerprintOf({ headings }: FoundTable) {
  return [...headings.values()].map(comparable).filter(Boolean).sort().join("|")
}

/** What a text means as a heading: the key of a wanted column, and whether it says just that or holds it. */
type Meanings = { exactly(text: string): string | undefined; like(text: string): Known | undefined }
type Known = { words: string; key: string }

/** Texts are looked up once: of a sheet every row is tried three times, and each column has many words. */
function meaningsOf(wanted: readonly WantedColumn[]): Meanings {
  const all = wanted.flatMap(({ key, headings }) =>
    headings.map((heading) => ({ words: comparable(heading), key })),
  )
  const exact = new Map(all.toReversed().map(({ words, key }) => [words, key]))
  const longestFirst = all
    .filter(({ words }) => words.length > 5)
    .toSorted((one, other) => other.words.length - one.words.length)
  const read = remembered(comparable)
  return {
    exactly: (text) => exact.get(read(text)),
    like: remembered((text) => longestFirst.find(({ words }) => holds(read(text), words))),
  }
}

function remembered<Result>(work: (text: string) => Result) {
  const known = new Map<string, Result>()
  return (text: string) => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as Result
    const result = work(text)
    known.set(text, result)
    return result
  }
}

/** "Mã số thuế (MST) *" and "MÃ SỐ THUẾ" are alike. */
function comparable(text: string) {
  return fold(text)
    .replace(/\*|\(bat buoc\)/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
}

function readHeadings(rows: readonly SheetRow[], { exactly, like }: Meanings) {
  const headings = new Map<number, string>()
  const mapping = new Map<string, number>()
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const certainty = new Map<string, number>()
  for (let column = 0; column < width; column++) {
    const parts = rows.map(({ cells }) => cells[column]?.value).filter((part) => typeof part === "string")
    if (parts.length === 0) continue
    const heading = [...new Set(parts)].join(" ")
    if (heading.length > 200) continue
    headings.set(column, heading)

    const readings = [heading, ...parts.toReversed()]
    const known = readings.map(exactly).find(Boolean)
    const [longest] = readings
      .map(like)
      .filter((each) => each !== undefined)
      .toSorted((one, other) => other.words.length - one.words.length)
    const key = known ?? longest?.key
    const sure = known ? 2 : 1
    if (key && (certainty.get(key) ?? 0) < sure) {
      mapping.set(key, column)
      certainty.set(key, sure)
    }
  }
  return { headingRows: rows.map(({ number }) => number), mapping, headings }
}

function holds(heading: string, words: string) {
  return ` ${heading} `.includes(` ${words} `)
}

function dataRows(sheet: Sheet, headingRows: readonly number[], headings: ReadonlyMap<number, string>) {
  const last = headingRows.at(-1)!
  const repeated = new Set([...headings.values()].map(comparable))
  return sheet.rows.filter(
    ({ number, cells }) =>
      number > last && !isNumbering(cells) && !isTotal(cells) && !isHeading(cells, repeated),
  )
}

const present = (cells: readonly (Cell | undefined)[]) => cells.filter((cell) => cell !== undefined)

/** "(1) (2) (3)" or "1 2 3" or "A B C" under the headings. */
function isNumbering(cells: readonly (Cell | undefined)[]) {
  const texts = present(cells).map(({ value }) => String(value).replace(/[()\s]/g, ""))
  if (texts.length < 3) return false
  return texts.every((text, index) => text === String(index + 1) || text === String.fromCharCode(65 + index))
}

/** "Tổng cộng" with its sums; and what stands alone in its row: headings of parts, notes, who drew the list up. */
function isTotal(cells: readonly (Cell | undefined)[]) {
  const written = present(cells)
  const texts = written.map(({ value }) => value).filter((value) => typeof value === "string")
  // No sum is called by a longer name, and folding every word of a large sheet takes its time.
  const short = texts.filter(({ length }) => length <= 16).map((text) => fold(text).trim())
  if (short.some((text) => /^(tong( cong| so)?|cong)\b\s*:?$/.test(text))) return true
  return (
    written.length === 1 &&
    /^(([ivx]+|[a-z])[.)]\s|ghi chu|nguoi lap|noi nhan|luu y)/.test(fold(texts[0] ?? "").trim())
  )
}

function isHeading(cells: readonly (Cell | undefined)[], headings: ReadonlySet<string>) {
  const written = present(cells)
  if (written.length < 3) return false
  let misses = 0
  for (const { value } of written) {
    if (!headings.has(comparable(String(value)))) misses += 1
    if (misses * 2 >= written.length) return false
  }
  return true
}
