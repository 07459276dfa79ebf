import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"
import { placesOn } from "../measures/test-register.ts"
import { loadPlaces } from "../places/load-places.ts"
import { settleLives } from "./settle-lives.ts"
import type { Facts } from "./states.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let id: number
const slug = "hop-tac-xa-rang-dong"
const founding = "2026-01-05T09:00:00+07:00"
/** Half past midnight in Vietnam, while it is still the day before in Greenwich. */
const correction = "2026-02-03T00:30:00+07:00"

// Recorded in January as one that trades, and with a phone that was not its own; put right in February.
beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  await loadPlaces(db)
  const findPlace = await placesOn(db)
  const name = "Hợp tác xã Rạng Đông"
  ;({ id } = await db
    .insertInto("organisations")
    .values({ slug, name, kind: "cooperative", founded_on: "2025-09-01" })
    .returning("id")
    .executeTakeFirstOrThrow())
  const facts = { name, place_id: findPlace("30898", "2026-01-01") }
  const first = await found(founding, { ...facts, sector: "trade", phone: "0901 000 111" })
  await found(correction, { ...facts, sector: "agriculture", phone: "0297 3 222 333" }, first)
  await db
    .insertInto("yearly_reports")
    .values({
      organisation_id: id,
      year: 2025,
      revenue: 4_000_000_000,
      state: "accepted",
      submitted_on: "2026-03-01",
      accepted_on: "2026-03-10",
    })
    .execute()
  await believe()
})
afterAll(() => database.close())

async function found(recordedAt: string, facts: Facts, corrects_id?: number) {
  const { id: eventId } = await database.db
    .insertInto("organisation_events")
    .values({
      organisation_id: id,
      kind: "founded",
      happened_on: "2025-09-01",
      facts: JSON.stringify(facts),
      recorded_by: "Mai",
      recorded_at: new Date(recordedAt),
      ...(corrects_id && { corrects_id }),
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  await database.db.transaction().execute((trx) => settleLives(trx, [id]))
  return eventId
}

/** The database believes from the moment of writing on: it is told that it wrote on the days of the records. */
function believe() {
  return database.db.transaction().execute(async (trx) => {
    await sql`alter table organisation_states disable trigger former_states_are_kept`.execute(trx)
    await trx
      .updateTable("organisation_states")
      .set({ known_from: new Date(correction) })
      .execute()
    await trx
      .updateTable("organisation_former_states")
      .set({ known_from: new Date(founding), known_to: new Date(correction) })
      .execute()
    await sql`alter table organisation_states enable trigger former_states_are_kept`.execute(trx)
  })
}

async function read(path: string) {
  const { status, text } = await visitor(database.db, { today: "2026-04-01" }).get(path)
  expect(status, path).toBe(200)
  return text.replaceAll(/\s+/g, " ")
}

const list = (query: Record<string, string>) => read(`/hop-tac-xa?${new URLSearchParams(query)}`)
const lists = (text: string) => text.split(`href="/hop-tac-xa/${slug}`).length - 1

describe("the register as it was known on a day", () => {
  it("holds nothing before anything was recorded, says so, and leads back to what is known now", async () => {
    const text = await list({ tim: "rạng đông", "biet-den": "04/01/2026" })
    expect(lists(text)).toBe(0)
    expect(text).toContain("Đến hết ngày 04/01/2026, sổ chưa ghi tổ chức nào như vậy.")
    expect(text).toContain(
      '<a href="/hop-tac-xa?tim=r%E1%BA%A1ng+%C4%91%C3%B4ng">Xem theo những gì hiện đã biết',
    )
  })

  it.each([
    ["2026-01-05", "thuong-mai"],
    ["2026-02-02", "thuong-mai"],
    ["2026-02-03", "nong-nghiep"],
    ["2026-03-31", "nong-nghiep"],
    ["2026-04-01", "nong-nghiep"],
  ])("at the end of %s knows the organisation under %s alone", async (known, sector) => {
    for (const each of ["thuong-mai", "nong-nghiep"]) {
      const text = await list({ "linh-vuc": each, "biet-den": known })
      expect(lists(text), each).toBe(each === sector ? 1 : 0)
    }
  })

  it.each(["phu-hop", "ten", "thanh-lap", "dia-ban"])("lists it once, sorted by %s", async (order) => {
    for (const tim of ["", "rang dong", "hop tac xa rang"]) {
      const text = await list({ tim, "sap-xep": order, "biet-den": "2026-02-02" })
      expect(lists(text), tim).toBe(1)
      expect(text).toContain("1 tổ chức")
      expect(text).toContain("Thương mại")
    }
  })

  it("can be asked for two days at once: how it stood, and what was known", async () => {
    expect(lists(await list({ ngay: "2025-08-31", "biet-den": "2026-02-02" }))).toBe(0)
    expect(lists(await list({ ngay: "2025-09-01", "biet-den": "2026-02-02" }))).toBe(1)
  })

  it("keeps the day in its form, its sorting, its download and its links", async () => {
    const text = await list({ "biet-den": "02/02/2026" })
    expect(text).toContain("theo những gì sổ đã ghi đến hết ngày 02/02/2026")
    expect(text).toContain('name="biet-den" inputmode="numeric"')
    expect(text).toContain('value="02/02/2026"')
    expect(text).toContain("/hop-tac-xa.csv?biet-den=2026-02-02")
    expect(text).toContain(`/hop-tac-xa/${slug}?biet-den=2026-02-02`)
    expect(text).toMatch(/aria-sort|href="\/hop-tac-xa\?biet-den=2026-02-02&amp;sap-xep=ten/)
  })

  it("is downloaded as it was known", async () => {
    expect(await read("/hop-tac-xa.csv?biet-den=2026-02-02")).toContain("Thương mại")
    const json = JSON.parse(await read("/hop-tac-xa.json?biet-den=2026-02-02"))
    expect(json).toMatchObject({ as_known_on: "2026-02-02", count: 1, organisations: [{ sector: "trade" }] })
    expect(JSON.parse(await read("/hop-tac-xa.json"))).toMatchObject({
      as_known_on: null,
      organisations: [{ sector: "agriculture" }],
    })
  })

  it("keeps what is no day in its field, and says so", async () => {
    const text = await list({ "biet-den": "31/02/2026" })
    expect(text).toContain("Không đọc được ngày “31/02/2026”")
    expect(text).toContain('value="31/02/2026"')
    expect(lists(text)).toBe(1)
  })
})

describe("an organisation's page as it was known on a day", () => {
  it("shows what was believed, and no report that was accepted later", async () => {
    const then = await read(`/hop-tac-xa/${slug}?biet-den=02/02/2026`)
    expect(then).toContain("theo những gì sổ đã ghi đến hết ngày 02/02/2026")
    expect(then).toContain("linh-vuc=thuong-mai")
    expect(then).not.toContain("4 tỷ đồng")

    const now = await read(`/hop-tac-xa/${slug}`)
    expect(now).toContain("linh-vuc=nong-nghiep")
    expect(now).toContain("4 tỷ đồng")
  })

  it("does not bring back a contact that was put right", async () => {
    const then = await read(`/hop-tac-xa/${slug}?biet-den=02/02/2026`)
    expect(then).not.toContain("0901 000 111")
    expect(then).toContain("0297 3 222 333")
    expect(then).toContain("Liên hệ và người đại diện theo hồ sơ hiện nay.")
  })

  it("says that nothing was known yet", async () => {
    const text = await read(`/hop-tac-xa/${slug}?biet-den=04/01/2026`)
    expect(text).toContain("Đến hết ngày 04/01/2026, sổ chưa ghi gì về tổ chức này.")
    expect(text).not.toContain("0297 3 222 333")
    const english = await read(`/en/hop-tac-xa/${slug}?biet-den=04/01/2026`)
    expect(english).toContain("nothing had been recorded about this organisation")
  })

  it("keeps what is no day in its field, and says so", async () => {
    const text = await read(`/hop-tac-xa/${slug}?biet-den=%3Cb%3E`)
    expect(text).toContain("Không đọc được ngày “&lt;b&gt;”")
  })
})
