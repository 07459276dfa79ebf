import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { writeRegister } from "../../../test/fixtures/register.ts"
import { goodValues, writeRound } from "../../../test/fixtures/reports.ts"
import { visitor } from "../../../test/visit.ts"
import { inTransaction } from "../../database/connection.ts"
import { placesOn } from "../measures/test-register.ts"
import { saveRevisions, submitReports } from "./file-report.ts"

const today = "2026-12-01"
let database: Awaited<ReturnType<typeof freshDatabase>>
let officer: SignedIn
let province: SignedIn
let stranger: SignedIn
let list: string
let sent: { filing_id: number; revision: number }[]

/** Forty-two cooperatives of one commune, each with a report that was sent. */
beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  await writeRegister(db)
  const placeOf = await placesOn(db)
  const commune = placeOf("30898", today)
  const round = await writeRound(db, { place_id: placeOf("91", today) })
  const added = await db
    .insertInto("organisations")
    .values(
      Array.from({ length: 42 }, (_, index) => ({
        slug: `htx-so-${index + 1}`,
        name: `HTX số ${index + 1}`,
        kind: "cooperative",
        founded_on: "2020-01-01",
      })),
    )
    .returning(["id", "name"])
    .execute()
  await db
    .insertInto("organisation_states")
    .values(
      added.map(({ id, name }) => ({
        organisation_id: id,
        valid_from: "2020-01-01",
        valid_to: "infinity",
        status: "operating",
        name,
        place_id: commune,
        sector: "agriculture",
        kind: "cooperative",
      })),
    )
    .execute()
  const acting = { author: { actor: "Sen", via: "web" }, today } as const
  sent = await inTransaction(asApplication(db), async (trx) => {
    const saved = await saveRevisions(
      trx,
      acting,
      { round_id: round.id, via: "web" },
      added.map(({ id }) => ({ organisation_id: id, values: goodValues, based_on: 0 })),
    )
    const items = saved.map((one) => ({ filing_id: one.filing_id!, revision: 1 }))
    await submitReports(trx, acting, items)
    return items
  })
  const officerOf = (name: string, code: string) =>
    signInAs(db, { name, roles: [{ role: "commune_officer", place_id: placeOf(code, today) }] })
  officer = await officerOf("Lan", "30898")
  stranger = await officerOf("Nam", "30742")
  province = await signInAs(db, { name: "Hoa", roles: [{ role: "province_officer" }] })
  list = `/ban-lam-viec/bao-cao/${round.slug}`
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)
const picks = (text: string) =>
  [...text.matchAll(/name="bao-cao" value="([\d.]+)"/g)].map(([, value]) => value!)

async function states() {
  const rows = await database.db
    .selectFrom("report_filings")
    .select((rows) => ["state", rows.fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

describe("the list of a round", () => {
  it("says how many of how many reported, and is narrowed by state and name", async () => {
    const { text } = await as(officer).get(list)
    expect(text).toContain("42 trên 43 tổ chức đã báo cáo")
    expect((await as(officer).get(`${list}?trang-thai=chua-nop`)).text).toContain("Hợp tác xã Bình An")
    const found = (await as(officer).get(`${list}?tim=so+17`)).text
    expect(found).toContain("HTX số 17")
    expect(found).not.toContain("HTX số 18")
    expect((await as(officer).get(`${list}?tim=khong+co`)).text).toContain("Không có báo cáo nào như vậy.")
  })

  it("is another's for an officer of elsewhere", async () => {
    expect((await as(stranger).get(list)).text).not.toContain("HTX số 17")
    const reply = await as(stranger).post(`${list}/tiep-nhan`, {
      "bao-cao": sent.map(({ filing_id }) => `${filing_id}.1`),
    })
    expect(reply.status).toBe(303)
    expect(await states()).toEqual({ submitted: 42 })
    expect((await as(officer).post(`${list}/duyet`, {})).status).toBe(403)
  })

  it("is taken along as a file with what narrows it", async () => {
    const { text } = await as(officer).get(`${list}/danh-sach.json?tim=so+17`)
    expect(JSON.parse(text)).toMatchObject({
      rows: [{ name: "HTX số 17", state: "submitted", revision: 1, typed_by: "Sen" }],
    })
  })
})

describe("accepting at once", () => {
  it("takes forty that are ticked, leaves what changed meanwhile, and is undone by one press", async () => {
    const page = await as(officer).get(`${list}?trang-thai=cho-tiep-nhan&chon=tat-ca`)
    expect(picks(page.text)).toHaveLength(42)
    expect(page.text.match(/checked=""/g)?.length).toBe(42)
    const ticked = picks(page.text).slice(0, 40)
    const stale = ticked.map((value, index) => (index === 0 ? value.replace(".1", ".7") : value))
    const done = await as(officer).post(`${list}/tiep-nhan`, { "bao-cao": stale })
    expect(done.status).toBe(303)
    expect(await states()).toEqual({ accepted: 39, submitted: 3 })
    const after = await as(officer).get(done.headers.get("location")!)
    expect(after.text).toContain("Đã tiếp nhận 39 báo cáo.")
    expect(after.text).toContain("1 báo cáo vừa có thay đổi")
    // What somebody else did is nobody's to undo by its address.
    const others = await as(province).get(done.headers.get("location")!)
    expect(others.text).not.toContain("Đã tiếp nhận 39")

    const event = /name="vua-xong" value="(\d+)"/.exec(after.text)![1]!
    const undone = await as(officer).post(`${list}/rut-tiep-nhan`, { "vua-xong": event })
    expect(await states()).toEqual({ submitted: 42 })
    expect((await as(officer).get(undone.headers.get("location")!)).text).toContain(
      "Đã rút lại việc tiếp nhận 39 báo cáo.",
    )
    await as(officer).post(`${list}/tiep-nhan`, { "bao-cao": picks(page.text) })
    expect(await states()).toEqual({ accepted: 42 })
  })

  it("is the province's next, commune by commune, and no commune takes back what it accepted", async () => {
    const page = await as(province).get(
      `${list}?trang-thai=xa-da-tiep-nhan&dia-ban=xa-binh-an-30898-tu-2025&chon=tat-ca`,
    )
    const accepted = await as(province).post(`${list}/duyet`, { "bao-cao": picks(page.text) })
    expect(await states()).toEqual({ accepted_by_province: 42 })
    expect((await as(province).get(accepted.headers.get("location")!)).text).toContain(
      "Đã duyệt ở cấp tỉnh 42 báo cáo.",
    )
    const latest = await database.db
      .selectFrom("report_filing_events")
      .select("id")
      .where("kind", "=", "accepted")
      .where("user_id", "=", officer.id)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
    await as(officer).post(`${list}/rut-tiep-nhan`, { "vua-xong": String(latest.id) })
    expect(await states()).toEqual({ accepted_by_province: 42 })
  })
})
