import { stringify } from "csv-stringify/sync"
import type { Context } from "hono"
import { stream } from "hono/streaming"
import { withQuery } from "../paths.ts"
import { formatDay } from "../ui/format.ts"
import { inBoth } from "../ui/language.ts"
import type { Env, View } from "./view.ts"
import { writeXlsx } from "./xlsx-stream.ts"

/** The files that every list can be fetched as. */
export const fileFormats = ["xlsx", "csv", "json"] as const
export type FileFormat = (typeof fileFormats)[number]

export type Cell = string | number | boolean | null

/** A column of a list, as people read it; `stored` is what JSON gives where that is another word. */
export type Column<Row> = {
  /** Its name in JSON. */
  key: string
  heading: string
  /** Days are "2025-06-30". */
  kind?: "text" | "number" | "day"
  value: (row: Row) => Cell
  stored?: (row: Row) => unknown
  /** Says nothing to people: only in JSON. */
  isForPrograms?: boolean
}

/** A list with all of its rows, whatever page is shown of it. */
export type List<Row> = {
  /** What the file is called, without its format. */
  name: string
  title: string
  columns: readonly Column<Row>[]
  rows: AsyncIterable<Row> | Iterable<Row>
  /** What narrows it and what it is of, said in the workbook, and in JSON by its key. */
  about?: readonly { key: string; label: string; value: Cell }[]
  /** What JSON calls the rows. */
  rowsKey?: string
}

const texts = inBoth({
  list: ["Danh sách", "List"],
  source: ["Nguồn", "Source"],
  title: ["Tên danh sách", "List"],
  from: ["Địa chỉ", "Address"],
  on: ["Ngày tải", "Fetched on"],
})

/** Answers with a list as a file; sent as it comes, so that length does not matter. */
export async function sendList<Row, Kind extends Env>(c: Context<Kind>, format: FileFormat, list: List<Row>) {
  const { name, rows } = list
  const iterator = (Symbol.asyncIterator in rows ? rows : inTurn(rows))[Symbol.asyncIterator]()
  // A query that fails does so before the answer has begun, and is answered as a failure.
  const first = await iterator.next()
  const all = resumed(first, iterator)
  c.header("content-type", contentTypes[format])
  c.header("content-disposition", `attachment; filename="${name.replace(/[^a-z0-9.-]/gi, "-")}.${format}"`)
  const parts =
    format === "csv"
      ? csvParts(list, all)
      : format === "json"
        ? jsonParts(list, all)
        : xlsxParts(c.var.view, list, all)
  return stream(c, async (out) => {
    for await (const part of parts) await out.write(part)
  })
}

const contentTypes: Record<FileFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

async function* inTurn<Row>(rows: Iterable<Row>) {
  yield* rows
}

async function* resumed<Row>(first: IteratorResult<Row>, rest: AsyncIterator<Row>) {
  if (first.done) return
  yield first.value
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** Rows that are written at a time. */
const batch = 500

async function* inBatches<Row>(rows: AsyncIterable<Row>) {
  let waiting: Row[] = []
  for await (const row of rows) {
    waiting.push(row)
    if (waiting.length < batch) continue
    yield waiting
    waiting = []
  }
  if (waiting.length > 0) yield waiting
}

/** UTF-8 with its mark, so that Excel opens it as it is. */
async function* csvParts<Row>(list: List<Row>, rows: AsyncIterable<Row>) {
  const columns = list.columns.filter(forPeople)
  yield `\uFEFF${toCsv([columns.map(({ heading }) => heading)])}`
  for await (const some of inBatches(rows)) {
    yield toCsv(some.map((row) => columns.map(({ value }) => plain(value(row)))))
  }
}

function forPeople<Row>({ isForPrograms }: Column<Row>) {
  return !isForPrograms
}

function plain(cell: Cell) {
  return typeof cell === "boolean" ? String(cell) : cell
}

/** Numbers stay numbers; only text can be mistaken for a formula. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]) {
  return stringify(rows as (string | number | null)[][], {
    escape_formulas: true,
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
  })
}

async function* jsonParts<Row>(
  { columns, about = [], rowsKey = "rows" }: List<Row>,
  rows: AsyncIterable<Row>,
) {
  yield `{${about.map(({ key, value }) => `${JSON.stringify(key)}:${JSON.stringify(value)},`).join("")}"${rowsKey}":[`
  let separator = "\n"
  for await (const some of inBatches(rows)) {
    const records = some.map((row) =>
      JSON.stringify(
        Object.fromEntries(columns.map(({ key, value, stored }) => [key, (stored ?? value)(row)])),
      ),
    )
    yield separator + records.join(",\n")
    separator = ",\n"
  }
  yield "\n]}\n"
}

function xlsxParts<Row>(view: View, { title, about = [], ...list }: List<Row>, rows: AsyncIterable<Row>) {
  const t = texts[view.locale]
  const columns = list.columns.filter(forPeople)
  const notes: [string, Cell][] = [
    [t.title, title],
    ...about.map(({ label, value }): [string, Cell] => [label, value]),
    [t.from, view.origin + view.address.replace(/\.xlsx(?=\?|$)/, "")],
    [t.on, formatDay(view.today, "vi")],
  ]
  async function* cells() {
    for await (const some of inBatches(rows)) yield some.map((row) => columns.map(({ value }) => value(row)))
  }
  return writeXlsx({
    sheet: t.list,
    columns: columns.map(({ heading, kind = "text" }) => ({ heading, kind })),
    rows: cells(),
    notes: { sheet: t.source, rows: notes },
  })
}

/** The address of a list as a file, with what narrows it. */
export function fileAddress(path: string, format: FileFormat, query: Parameters<typeof withQuery>[1] = {}) {
  return withQuery(`${path}.${format}`, query)
}

/** How the name of a file ends, in the pattern of a route. */
export const filePattern = "\\.(?:xlsx|csv|json)"

/** "cooperatives.csv" is a list called "cooperatives" as CSV. */
export function readFileName(file: string): { name: string; format: FileFormat } | undefined {
  const [, name, format] = /^(.+)\.(xlsx|csv|json)$/.exec(file) ?? []
  return name && format ? { name, format: format as FileFormat } : undefined
}
