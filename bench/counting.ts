import assert from "node:assert/strict"
import pg from "pg"
import { countMany, type FigureRequest } from "../src/features/measures/figures.ts"
import { countKept } from "../src/features/measures/kept-figures.ts"
import { type ByHand, countByHand } from "./by-hand.ts"
import { type Line, time } from "./lines.ts"
import { openNational } from "./national.ts"

const period = { from: "2021-01-01" }
const present = { day: "2025-12-31", year: 2025 }
const past = { day: "2023-06-30", year: 2022 }

/** The whole scoreboard of nine targets, for the country and for a province, now and as of a day gone by. */
export async function counting(): Promise<Line[]> {
  const { db, url } = await openNational()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const places = await db
    .selectFrom("places")
    .select(["id", "level", "valid_to"])
    .where("level", "in", ["nation", "province"])
    .orderBy("id")
    .execute()
  const nation = places.find((place) => place.level === "nation")!.id
  const province = places.find((place) => place.level === "province" && place.valid_to === "infinity")!.id

  const cases = [
    { what: "country, present day", placeId: nation, ...present },
    { what: "country, a day in the past", placeId: nation, ...past },
    { what: "one province, present day", placeId: province, ...present },
    { what: "one province, a day before it was formed", placeId: province, ...past },
  ]
  const lines: Line[] = []
  for (const { what, placeId, ...on } of cases) {
    const requests = scoreboard(placeId, on.day)
    const byHand: ByHand = { ...period, ...on, placeId: placeId === nation ? null : placeId }
    await expectSame(await countMany(db, requests), await countByHand(client, byHand))

    const { ours, hand } = await time({
      ours: () => countMany(db, requests),
      hand: () => countByHand(client, byHand),
    })
    lines.push({
      what: `scoreboard, ${what}`,
      value: ours.median,
      spread: ours.spread,
      unit: "ms",
      limit: hand.median * 1.5,
      limitIs: `1.5 × ${hand.median.toFixed(0)} by hand`,
    })
    if (placeId === nation) lines.push({ what: `  in itself`, value: ours.median, unit: "ms", limit: 1500 })
  }
  lines.push(...(await measureKept(db, nation)))
  await client.end()
  return lines
}

/** A page of nine targets, each with the present figure and six year-ends, while nothing has changed. */
async function measureKept(db: Parameters<typeof countKept>[0], nation: number): Promise<Line[]> {
  const days = ["2020", "2021", "2022", "2023", "2024", "2025"].map((year) => `${year}-12-31`)
  const series = scoreboard(nation, present.day).map((request) => ({
    ...request,
    days: [...days, present.day],
  }))
  await countKept(db, series)

  const readers = 8
  const rounds = 100
  const { read } = await time(
    {
      read: () =>
        Promise.all(
          Array.from({ length: readers }, async () => {
            for (let round = 0; round < rounds; round++) await countKept(db, series)
          }),
        ),
    },
    { runs: 5, warm: 1 },
  )
  const each = (milliseconds: number) => milliseconds / (readers * rounds)
  return [
    {
      what: "kept figures of a plan's page, 63 in one statement",
      value: each(read.median),
      spread: [each(read.spread[0]), each(read.spread[1])],
      unit: "ms",
      limit: 1000 / 400,
      limitIs: "a page at 400 pages a second",
    },
  ]
}

function scoreboard(placeId: number, to: string): FigureRequest[] {
  const scope = { placeId, ...period, to }
  return [
    { measure: "cooperatives_founded", scope },
    { measure: "cooperatives_founded", scope: { ...scope, sector: "agriculture" } },
    { measure: "cooperative_groups_founded_with_large_field", scope },
    { measure: "cooperative_unions_founded", scope },
    { measure: "cooperatives_profitable_share", scope },
    { measure: "cooperatives_good_or_fair_share", scope },
    { measure: "cooperatives_average_share", scope },
    { measure: "cooperatives_weak_share", scope },
    { measure: "communes_with_lasting_model_share", scope },
  ]
}

/** A quick count of something else would prove nothing. */
async function expectSame(ours: Awaited<ReturnType<typeof countMany>>, byHand: [number, number][]) {
  assert.deepEqual(
    ours.map(({ numerator, denominator }) => [numerator, denominator]),
    byHand,
  )
}
