import { sql } from "kysely"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type Database, inTransaction } from "../../database/connection.ts"
import { loadPlaces } from "../places/load-places.ts"
import { countBy, countOverDays } from "./figures.ts"
import { countByKept, countKept, forgetCountedFigures } from "./kept-figures.ts"
import { placesOn, writeRegister } from "./test-register.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let db: Database
let kienGiang: number
beforeAll(async () => {
  database = await freshDatabase()
  db = database.db
  await loadPlaces(asApplication(db))
  kienGiang = (await placesOn(db))("91", "2024-12-31")
})
afterAll(() => database.close())
beforeEach(async () => {
  await db.deleteFrom("organisations").execute()
  await forgetCountedFigures(db)
})

const scope = () => ({ placeId: kienGiang, from: "2021-01-01", to: "2024-12-31" })
const founded = () => countKept(db, [{ measure: "cooperatives_founded", scope: scope() }])
const foundCooperative = (on: Database, name: string) =>
  writeRegister(on, [{ name, place: "30904", founded: "2022-03-04" }])

async function value() {
  return (await founded())[0]![0]!.value
}
async function snapshots() {
  return (await db.selectFrom("counted_figures").select("snapshot").execute()).map(({ snapshot }) => snapshot)
}

describe("a kept figure", () => {
  it("is counted once, and again when a fact behind it has changed", async () => {
    expect(await value()).toBe(0)
    const first = await snapshots()
    expect(await value()).toBe(0)
    expect(await snapshots()).toEqual(first)

    await foundCooperative(db, "Một")
    expect(await value()).toBe(1)
    expect(await snapshots()).not.toEqual(first)
  })

  it("stays when facts of another sort change", async () => {
    await value()
    const first = await snapshots()
    await sql`update site_settings set phone = '1080'`.execute(db)
    await sql`update reporting_windows set legal_basis = legal_basis`.execute(db)
    expect(await value()).toBe(0)
    expect(await snapshots()).toEqual(first)
  })

  it("that was counted beside an unfinished change is counted again once that is committed", async () => {
    const open = await db.startTransaction().execute()
    await foundCooperative(open, "Đang ghi")
    // Nobody else sees it yet, so this is the right figure to show and to keep.
    expect(await value()).toBe(0)
    expect(await value()).toBe(0)
    await open.commit().execute()
    expect(await value()).toBe(1)
  })

  it("is counted by one of many who miss it at once", async () => {
    await foundCooperative(db, "Ba")
    const all = await Promise.all(Array.from({ length: 20 }, value))
    expect(new Set(all)).toEqual(new Set([1]))
    const { rows } = await sql<{ replaced: boolean }>`
      select xmax <> '0'::xid as replaced from counted_figures`.execute(db)
    expect(rows).toEqual([{ replaced: false }])
  })

  it("outlives an unfinished change that is taken back", async () => {
    const open = await db.startTransaction().execute()
    await foundCooperative(open, "Bỏ")
    await value()
    const first = await snapshots()
    await open.rollback().execute()
    expect(await value()).toBe(0)
    expect(await snapshots()).toEqual(first)
  })

  it("is passed over by the transaction that changes its facts, and not overwritten from inside it", async () => {
    await value()
    await inTransaction(db, async (trx) => {
      await foundCooperative(trx, "Bên trong")
      const [series] = await countKept(trx, [{ measure: "cooperatives_founded", scope: scope() }])
      expect(series![0]!.value).toBe(1)
    }).catch(() => {})
    expect(await value()).toBe(1)
  })

  it("comes with its days, and breakdowns are kept alike", async () => {
    await foundCooperative(db, "Hai")
    const days = ["2021-12-31", "2022-12-31", "2023-12-31"]
    const wanted = [
      { measure: "cooperatives_founded", scope: scope(), days },
      { measure: "cooperatives", scope: scope() },
    ] as const
    const expected = [
      await countOverDays(db, "cooperatives_founded", scope(), days),
      await countOverDays(db, "cooperatives", scope(), ["2024-12-31"]),
    ]
    expect(await countKept(db, wanted)).toEqual(expected)
    expect(await countKept(db, wanted)).toEqual(expected)

    const breakdown = [{ measure: "cooperatives", scope: scope(), by: "commune" }] as const
    const counted = await countBy(db, "cooperatives", scope(), "commune")
    expect(await countByKept(db, breakdown)).toEqual([counted])
    expect(await countByKept(db, breakdown)).toEqual([counted])
    expect(await snapshots()).toHaveLength(3)
  })

  it("is counted afresh after the notes of another cluster were restored", async () => {
    await sql`insert into fact_changes values ('register', '999999999')`.execute(db)
    await value()
    await forgetCountedFigures(db)
    await value()
    const first = await snapshots()
    await value()
    expect(await snapshots()).toEqual(first)
  })
})
