import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { writeRound } from "../../../test/fixtures/reports.ts"
import { type EnteredKind, findEntered, listEnteredFor, recordEntered } from "../entered-figures/figures.ts"
import { writeRegister } from "../measures/test-register.ts"
import { loadPlaces } from "../places/load-places.ts"
import { findPlace, type Place } from "../places/queries.ts"
import { closeRound } from "../rounds/close-round.ts"
import { beginReport, buildReport, changeSource, type EnteredChoice, readEdition } from "./keep-report.ts"
import { listLaterEntered } from "./later-entered.ts"
import { findReport } from "./queries.ts"
import { listSources } from "./sources.ts"

const author = { actor: "Lan", via: "web" } as const
let database: Awaited<ReturnType<typeof freshDatabase>>
let place: Place
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  place = (await findPlace(database.db, "tinh-an-giang-91-tu-2025"))!
  await writeRegister(database.db, [
    {
      name: "Lúa Vàng",
      place: "30904",
      founded: "2018-03-01",
      reports: { 2024: { members: 40, revenue: 1e9 }, 2025: { members: 50, revenue: 2e9 } },
    },
    { name: "Ấp Mới", place: "30907", founded: "2025-02-10", reports: { 2025: { revenue: 1e9 } } },
  ])
})
afterAll(() => database.close())

async function close(year: number, today: string) {
  const db = asApplication(database.db)
  const round = await writeRound(database.db, {
    year,
    place_id: place.id,
    opens_on: `${year}-11-15`,
    due_on: `${year}-12-15`,
    closes_on: `${year}-12-31`,
  })
  const closed = await closeRound(db, author, round, { today, seen: undefined })
  expect(closed.ok).toBe(true)
}

const subject = (kind: EnteredKind, year: number) =>
  ({ kind, measure: "cooperatives", place_id: place.id, year, period: "year", sector: null }) as const

async function enter(kind: EnteredKind, year: number, value: number) {
  const db = asApplication(database.db)
  const [latest] = await listEnteredFor(db, subject(kind, year))
  const facts = { value, basis: "Kế hoạch của tỉnh", document_number: null }
  await recordEntered(db, author, subject(kind, year), facts, latest && (await findEntered(db, latest.id)))
}

async function build(id: number, today: string) {
  const db = asApplication(database.db)
  const report = (await findReport(db, id))!
  const edition = await readEdition(db, report, { today, checkAddress: "https://tinh.example/xac-minh" })
  const { code, files } = await buildReport(db, author, report, edition)
  return { code, files: files.map(({ kind, hash }) => [kind, hash]), values: edition.facts.values }
}

async function takeEntered(id: number, entered: EnteredChoice) {
  const db = asApplication(database.db)
  const report = (await findReport(db, id))!
  const [source] = await listSources(db, report)
  expect(await changeSource(db, author, report, { source: source!, entered })).toBe("kept")
}

describe("a report of frozen figures", () => {
  it("is the same to the byte whatever happens afterwards, until plans of a later moment are taken", async () => {
    const { db } = database
    await enter("plan", 2025, 3)
    await close(2025, "2026-01-05")
    const { id } = await beginReport(asApplication(db), author, {
      place_id: place.id,
      year: 2025,
      period: "year",
    })
    const first = await build(id, "2026-01-06")
    expect(first.values.HTX).toMatchObject({
      previous: { value: 1 },
      half: { value: 2 },
      plan: { value: 3 },
      year: { value: 2 },
    })

    await enter("plan", 2025, 4)
    await enter("plan", 2026, 5)
    await enter("estimate", 2024, 9)
    await writeRegister(db, [{ name: "Ghi Muộn", place: "30904", founded: "2020-01-01", sector: "trade" }])
    await sql`update organisations set name = 'Tên Khác'`.execute(db)
    await sql`update organisation_states set name = 'Tên Khác', sector = 'transport'`.execute(db)
    await sql`update yearly_reports set revenue = 5e9, state = 'accepted' where year = 2024`.execute(db)
    await sql`update places set name = 'Tỉnh Khác' where id = ${place.id}`.execute(db)
    // The year before is closed only now.
    await close(2024, "2026-02-01")
    const again = await build(id, "2027-03-01")
    expect(again).toEqual(first)

    const report = (await findReport(db, id))!
    expect(await listLaterEntered(db, report)).toMatchObject([
      { kind: "estimate", year: 2024, before: null, after: 9, by: "Lan" },
      { kind: "plan", year: 2025, before: 3, after: 4 },
      { kind: "plan", year: 2026, before: null, after: 5 },
    ])
    await takeEntered(id, "now")
    expect(await listLaterEntered(db, (await findReport(db, id))!)).toEqual([])
    const later = await build(id, "2027-03-01")
    expect(later.code).not.toBe(first.code)
    expect(later.values.HTX).toMatchObject({ plan: { value: 4 }, next: { value: 5 }, previous: { value: 1 } })
    expect(await build(id, "2027-04-01")).toEqual(later)

    await takeEntered(id, "frozen")
    expect(await build(id, "2027-04-01")).toEqual(first)
  })
})
