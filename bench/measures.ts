import assert from "node:assert/strict"
import pg from "pg"
import type { Database } from "../src/database/connection.ts"
import { listMeasures } from "../src/features/measures/catalogue.ts"
import { countMany, countManyBy, type FigureRequest } from "../src/features/measures/figures.ts"
import { type Line, time } from "./lines.ts"
import { openNational } from "./national.ts"
import { countTableByHand, type TableByHand } from "./table-by-hand.ts"

const period: TableByHand = { from: "2025-01-01", day: "2025-12-31", year: 2025 }

/** The ministry's whole table of the country for one year, its split by sector, and the table of every province. */
export async function measures(): Promise<Line[]> {
  const { db, url } = await openNational()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await measureTables(db, client)
  } finally {
    await client.end()
  }
}

async function measureTables(db: Database, client: pg.Client): Promise<Line[]> {
  const { id } = await db
    .selectFrom("places")
    .select("id")
    .where("level", "=", "nation")
    .executeTakeFirstOrThrow()
  const scope = { placeId: id, from: period.from, to: period.day }
  const requests = listMeasures()
    .filter(({ section }) => section !== "plans")
    .map(({ code }) => ({ measure: code, scope }))
  await expectSame(requests, await countMany(db, requests), await countTableByHand(client, period))

  const { ours, hand, sectors, provinces } = await time(
    {
      ours: () => countMany(db, requests),
      hand: () => countTableByHand(client, period),
      sectors: () => countManyBy(db, requests, "sector"),
      provinces: () => countManyBy(db, requests, "province"),
    },
    { runs: 7, warm: 1 },
  )
  const table = `the ministry's table of the country, ${requests.length} figures`
  const inItself = { unit: "ms", limit: 5000 }
  return [
    {
      what: table,
      value: ours.median,
      spread: ours.spread,
      unit: "ms",
      limit: hand.median * 1.5,
      limitIs: `1.5 × ${hand.median.toFixed(0)} by hand`,
    },
    { what: "  in itself", value: ours.median, ...inItself },
    { what: "  split by sector", value: sectors.median, spread: sectors.spread, ...inItself },
    { what: "  of each province", value: provinces.median, spread: provinces.spread, ...inItself },
  ]
}

/** A quick count of something else would prove nothing. */
async function expectSame(
  requests: readonly FigureRequest[],
  figures: Awaited<ReturnType<typeof countMany>>,
  byHand: Record<string, number>,
) {
  for (const [index, { measure }] of requests.entries()) {
    const { numerator, denominator, value } = figures[index]!
    assert.notEqual(value, null, measure)
    assert.equal(numerator, byHand[measure], measure)
    const below = byHand[`${measure} ÷`]
    if (below !== undefined) assert.equal(denominator, below, `${measure} ÷`)
  }
}
