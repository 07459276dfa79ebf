import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import type { Database } from "../../database/connection.ts"
import type { Person } from "../../rights/roles.ts"
import { countBy, countFigure } from "../measures/figures.ts"
import { placesOn } from "../measures/test-register.ts"
import { addDays } from "../places/days.ts"
import { loadPlaces } from "../places/load-places.ts"
import { addOrganisations } from "../register/record-events.ts"
import { findReorganisation } from "./queries.ts"
import { applyReorganisation, sendReorganisation } from "./reorganise.ts"
import { countWaiting, listWaiting, placeWaiting } from "./waiting.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let province: number
let placeOf: Awaited<ReturnType<typeof placesOn>>
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(database.db)
  placeOf = await placesOn(database.db)
  province = placeOf("91", "2026-01-01")
})
afterAll(() => database.close())

const author = { actor: "Mai", via: "web" } as const
const everywhere = {
  id: "mai",
  name: "Mai",
  roles: [
    { role: "province_officer", place_id: null, agency_id: null, organisation_id: null, place_ids: [] },
  ],
} as unknown as Person

/** Communes of the province at first; every reorganisation works on what is left of these. */
const codes = ["30904", "30910", "30928", "30934", "30943"]

const change = fc.record({
  kind: fc.constantFrom("merge", "split", "rename", "border"),
  one: fc.nat(20),
  other: fc.nat(20),
  /** Whether an officer places those who wait before the next comes. */
  isPlaced: fc.boolean(),
  heir: fc.nat(20),
})
const history = fc.record({
  seats: fc.array(
    fc.record({ at: fc.nat(4), founded: fc.constantFrom("2020-05-01", "2025-07-01", "2026-03-01") }),
    {
      minLength: 1,
      maxLength: 8,
    },
  ),
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
})

describe("whatever is reorganised", () => {
  it("keeps every total, on the units of the day and on those of any other", async () => {
    await fc.assert(
      fc.asyncProperty(history, (drawn) => undone((trx) => play(trx, drawn))),
      { numRuns: 12 },
    )
  }, 120_000)
})

async function play(
  trx: Database,
  { seats, changes }: typeof history extends fc.Arbitrary<infer T> ? T : never,
) {
  await addOrganisations(
    trx,
    author,
    seats.map(({ at, founded }, index) => ({
      kind: "cooperative",
      beginning: {
        kind: "founded",
        happened_on: founded,
        // Whoever was founded before the communes of today is entered with the commune of today all the same.
        facts: { name: `HTX ${index}`, sector: "agriculture", place_id: placeOf(codes[at]!, "2026-01-01") },
      },
    })),
  )
  const living = codes.map((code) => ({ code, name: code }))
  let day = "2027-01-01"
  let next = 40_000
  for (const { kind, one, other, isPlaced, heir } of changes) {
    const first = living[one % living.length]!
    const second = living[other % living.length]!
    const units: { code: string; kind: string; name: string; from: string[] }[] = []
    const begin = (from: string[], code = String(next++)) => {
      units.push({ code, kind: "commune", name: `Xã ${code} ${day}`, from })
    }
    if (kind === "merge" && first !== second) begin([first.code, second.code])
    else if (kind === "split") for (const code of [first.code, undefined]) begin([first.code], code)
    else if (kind === "border" && first !== second) {
      begin([first.code], first.code)
      begin([first.code, second.code], second.code)
    } else begin([first.code], first.code)

    const file = JSON.stringify({ day, legal_act: "Nghị quyết 9/NQ", units })
    const sent = await sendReorganisation(trx, author, {
      bytes: new TextEncoder().encode(file),
      name: "a.json",
    })
    if (!sent.ok) throw new Error(JSON.stringify(sent.faults))
    const applied = await applyReorganisation(trx, author, (await findReorganisation(trx, sent.id))!)
    if (!applied.ok) throw new Error(JSON.stringify(applied.faults))
    const ended = new Set(units.flatMap(({ from }) => from))
    living.splice(0, living.length, ...living.filter(({ code }) => !ended.has(code)), ...units)

    if (isPlaced) {
      const { rows } = await listWaiting(trx, everywhere, { limit: 100 })
      const choices = rows.map(
        (row) => [row.organisation_id, row.heirs[heir % row.heirs.length]!.id] as const,
      )
      expect(await placeWaiting(trx, everywhere, () => author, new Map(choices))).toBe(rows.length)
    }
    day = addDays(day, 100)
  }

  const days = [
    "2024-06-30",
    "2026-06-30",
    ...changes.map((_, index) => addDays("2027-06-30", index * 100)),
    day,
  ]
  for (const to of days) {
    const scope = { placeId: province, from: to, to }
    const founded = seats.filter((seat) => seat.founded <= to).length
    expect((await countFigure(trx, "cooperatives", scope)).numerator).toBe(founded)
    for (const unitsOn of days) {
      const parts = await countBy(trx, "cooperatives", { ...scope, unitsOn }, "commune")
      expect(parts.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(founded)
    }
  }
  // Nobody is without a commune on the last day but those who wait.
  const last = await countBy(trx, "cooperatives", { placeId: province, from: day, to: day }, "commune")
  const unplaced = last.find(({ place }) => place === null)?.numerator ?? 0
  expect(unplaced).toBeLessThanOrEqual(await countWaiting(trx))
}

class Undo extends Error {}

async function undone(work: (trx: Database) => Promise<void>) {
  const done = database.db.transaction().execute(async (trx) => {
    await work(trx)
    throw new Undo()
  })
  await done.catch((error) => {
    if (!(error instanceof Undo)) throw error
  })
}
