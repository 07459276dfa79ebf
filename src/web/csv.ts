import { stringify } from "csv-stringify/sync"
import type { Context } from "hono"
import { stream } from "hono/streaming"

type Cell = string | number | null

/**
 * Answers with a table as a file that Excel opens as it is: UTF-8 with its mark, and no cell that Excel would take
 * for a formula. Sent as it comes, so that length does not matter.
 */
export async function csvFile(
  c: Context,
  name: string,
  heading: readonly string[],
  rows: AsyncGenerator<Cell[]>,
) {
  // A query that fails does so before the answer has begun, and is answered as a failure.
  const first = await rows.next()
  c.header("content-type", "text/csv; charset=utf-8; header=present")
  c.header("content-disposition", `attachment; filename="${name.replace(/[^a-z0-9.-]/gi, "-")}"`)
  return stream(c, async (out) => {
    await out.write(`\uFEFF${toCsv([heading])}`)
    let waiting: Cell[][] = first.done ? [] : [first.value]
    for await (const row of rows) {
      waiting.push(row)
      if (waiting.length < 500) continue
      await out.write(toCsv(waiting))
      waiting = []
    }
    if (waiting.length > 0) await out.write(toCsv(waiting))
  })
}

/** Numbers stay numbers; only text can be mistaken for a formula. */
export function toCsv(rows: readonly (readonly Cell[])[]) {
  return stringify(rows as Cell[][], {
    escape_formulas: true,
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
  })
}
