import { sql } from "kysely"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { inTransaction } from "../../database/connection.ts"
import { countFlows } from "../flows/flows.ts"
import { countFigure } from "../measures/figures.ts"
import { placesOn } from "../measures/test-register.ts"
import { loadPlaces } from "../places/load-places.ts"
import { addOrganisations, type NewOrganisation } from "../register/record-events.ts"
import { lockReports } from "../reports/file-report.ts"

const root = "/ban-lam-viec/trung-lap"
const today = "2026-06-15"
const author = { actor: "Mai", via: "web" } as const

let database: Awaited<ReturnType<typeof freshDatabase>>
let officer: SignedIn
let neighbour: SignedIn
let province: SignedIn
let placeOf: (code: string, day: string) => number
let added: { id: number; slug: string }[]

beforeEach(async () => {
  await database?.close()
  database = await freshDatabase()
  const { db } = database
  await loadPlaces(asApplication(db))
  placeOf = await placesOn(db)
  added = await addOrganisations(db, author, [
    organisation("Hợp tác xã Nông nghiệp Bình Minh", "30898", {
      phone: "0297 111 222",
      legal_representative: "Trần A",
    }),
    organisation("HTX NN Binh Minh", "30898"),
    organisation("HTX Nông nghiệp Bình Mình", "30904"),
    organisation("HTX Bình Minh 1", "30898"),
    organisation("HTX Bình Minh 2", "30898"),
    organisation("HTX Cây Dừa", "30904", { phone: "(0297) 111.222", legal_representative: "TRAN A" }),
    organisation("Tổ hợp tác Bình Minh", "30898", {}, "cooperative_group"),
  ])
  const officerOf = (name: string, code: string) =>
    signInAs(db, { name, roles: [{ role: "commune_officer", place_id: placeOf(code, today) }] })
  officer = await officerOf("Lan", "30898")
  neighbour = await officerOf("Nam", "30904")
  province = await signInAs(db, { name: "Mai", roles: [{ role: "province_officer" }] })
})
afterAll(() => database.close())

function organisation(
  name: string,
  code: string,
  facts = {},
  kind: NewOrganisation["kind"] = "cooperative",
): NewOrganisation {
  const happened_on = "2020-05-01"
  return {
    kind,
    beginning: {
      kind: "founded",
      happened_on,
      facts: { name, sector: "agriculture", place_id: placeOf(code, "2026-01-01"), ...facts },
    },
  }
}

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)
const pairPath = (one: number, other: number) => `${root}/cap/${added[one]!.slug}/${added[other]!.slug}`

async function pairsOf(person: SignedIn) {
  const { text } = await as(person).get(`${root}.json`)
  const { rows } = JSON.parse(text) as { rows: { one: string; other: string; reasons: string[] }[] }
  return rows.map(({ one, other, reasons }) => [one, other, ...reasons.sort()])
}

async function decide(person: SignedIn, path: string, act: string, reason = "Đã xem giấy chứng nhận") {
  return await as(person).post(path, { act, reason })
}

describe("records that may be of one organisation", () => {
  const sameName = ["Hợp tác xã Nông nghiệp Bình Minh", "HTX NN Binh Minh", "same_name"]
  const samePerson = ["Hợp tác xã Nông nghiệp Bình Minh", "HTX Cây Dừa", "person"]

  it("are listed with the reason, for whoever keeps one of them", async () => {
    expect(await pairsOf(province)).toEqual([sameName, samePerson])
    expect(await pairsOf(officer)).toEqual([sameName, samePerson])
    expect(await pairsOf(neighbour)).toEqual([samePerson])
  })

  it("are told apart with a reason, and looked at again", async () => {
    expect((await decide(officer, pairPath(0, 1), "apart", "")).status).toBe(422)
    expect((await decide(officer, pairPath(0, 1), "apart")).status).toBe(303)
    expect(await pairsOf(officer)).toEqual([samePerson])
    const page = await as(officer).get(root)
    expect(page.text).toContain("Đã xem giấy chứng nhận")
    const back = /action="(\/ban-lam-viec\/trung-lap\/khong-phai-mot\/\d+)"/.exec(page.text)![1]!
    expect((await as(neighbour).post(back, {})).status).toBe(404)
    expect((await as(officer).post(back, {})).status).toBe(303)
    expect(await pairsOf(officer)).toEqual([sameName, samePerson])
  })

  it("are joined: one is counted, both histories stay, the old address leads to the new", async () => {
    const scope = { placeId: placeOf("91", today), from: "2026-01-01", to: today }
    expect((await countFigure(database.db, "cooperatives", scope)).numerator).toBe(6)
    const joined = await decide(officer, pairPath(0, 1), "one")
    expect(joined.headers.get("location")).toBe(`/ban-lam-viec/to-chuc/${added[0]!.slug}`)
    expect((await countFigure(database.db, "cooperatives", scope)).numerator).toBe(5)

    const old = await visitor(database.db, { today }).get(`/hop-tac-xa/${added[1]!.slug}`)
    expect([old.status, old.headers.get("location")]).toEqual([301, `/hop-tac-xa/${added[0]!.slug}`])
    const oldDesk = await as(officer).get(`/ban-lam-viec/to-chuc/${added[1]!.slug}`)
    expect([oldDesk.status, oldDesk.headers.get("location")]).toEqual([
      301,
      `/ban-lam-viec/to-chuc/${added[0]!.slug}`,
    ])
    const list = await visitor(database.db, { today }).get("/hop-tac-xa.json")
    expect(list.text).not.toContain(added[1]!.slug)
    const page = await as(officer).get(`/ban-lam-viec/to-chuc/${added[0]!.slug}`)
    expect(page.text).toContain("“HTX NN Binh Minh” đã gộp vào “Hợp tác xã Nông nghiệp Bình Minh”")
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from organisation_events where organisation_id = ${added[1]!.id}`.execute(
      database.db,
    )
    expect(rows[0]!.count).toBe(1)
    await flowsAddUp()
  })

  it("are parted again, as long as nothing was done to either", async () => {
    await decide(officer, pairPath(0, 1), "one")
    const page = await as(officer).get(root)
    const back = /action="(\/ban-lam-viec\/trung-lap\/gop\/\d+)"/.exec(page.text)![1]!
    expect((await as(neighbour).post(back, {})).status).toBe(404)
    expect((await as(officer).post(back, {})).status).toBe(303)
    expect((await visitor(database.db, { today }).get(`/hop-tac-xa/${added[1]!.slug}`)).status).toBe(200)
    expect(await pairsOf(officer)).toEqual([sameName, samePerson])
    await flowsAddUp()

    await decide(officer, pairPath(0, 1), "one")
    const event = { happened_on: "01/06/2026", until_on: "" }
    expect(
      (await as(officer).post(`/ban-lam-viec/to-chuc/${added[0]!.slug}/su-kien/tam-ngung`, event)).status,
    ).toBe(303)
    expect((await as(officer).get(root)).text).toContain("không hoàn tác được")
  })

  it("are joined only by who keeps both", async () => {
    const refused = await decide(neighbour, pairPath(0, 5), "one")
    expect(refused.status).toBe(422)
    expect(refused.text).toContain("Chỉ người phụ trách cả hai địa bàn")
    expect((await decide(province, pairPath(0, 5), "one")).status).toBe(303)
    expect((await as(neighbour).get(pairPath(1, 3))).status).toBe(404)
  })

  it("are not joined with another kind, nor with other figures for one year", async () => {
    expect((await decide(province, pairPath(0, 6), "one")).text).toContain("khác loại hình")
    const report = (index: number, year: number, members: number) => ({
      organisation_id: added[index]!.id,
      year,
      state: "accepted",
      submitted_on: `${year}-12-10`,
      accepted_on: `${year}-12-20`,
      members,
    })
    await database.db
      .insertInto("yearly_reports")
      .values([report(0, 2024, 20), report(1, 2024, 21), report(1, 2023, 19)])
      .execute()
    const refused = await decide(province, pairPath(0, 1), "one")
    expect(refused.text).toContain("báo cáo năm 2024 với số liệu khác nhau")
    await database.db.updateTable("yearly_reports").set({ members: 20 }).where("members", "=", 21).execute()
    expect((await decide(province, pairPath(0, 1), "one")).status).toBe(303)
    // The year that the record which stays had none of went over, and nothing was lost.
    const years = await database.db
      .selectFrom("yearly_reports")
      .select(["organisation_id", "year"])
      .orderBy("year")
      .orderBy("organisation_id")
      .execute()
    expect(years).toEqual([
      { organisation_id: added[0]!.id, year: 2023 },
      { organisation_id: added[0]!.id, year: 2024 },
      { organisation_id: added[1]!.id, year: 2024 },
    ])
  })
})

describe("what both records sent in a round", () => {
  const reports = "/ban-lam-viec/bao-cao/nam-2026/to-chuc"
  const pageOf = (index: number, part = "") => `${reports}/${added[index]!.slug}${part}`
  const receipts = ["BC26-AAAA-BBBB-CCCC", "BC26-DDDD-EEEE-FFFF"]

  /** A round of the province that is open, with a report of each of the first two in a state, if any. */
  async function sendIn(states: ("draft" | "submitted" | "accepted" | undefined)[]) {
    const { db } = database
    await sql`
      insert into reporting_rounds (slug, name, year, place_id, data_from, data_to, opens_on, due_on, closes_on)
      values ('nam-2026', 'Báo cáo năm 2026', 2026, ${placeOf("91", today)}, '2025-12-15', '2026-12-14', '2026-06-01',
        '2026-12-15', '2026-12-31')`.execute(db)
    await sql`
      insert into reporting_round_forms (round_id, kind, form_version_id)
      select distinct on (kind) round.id, kind, version.id from reporting_rounds round
      cross join report_forms form cross join unnest(form.kinds) kind
      join report_form_versions version on version.form_id = form.id
      order by kind, version.number desc`.execute(db)
    for (const [index, state] of states.entries()) {
      if (!state) continue
      const day = state === "accepted" ? "2026-06-11" : null
      await sql`
        with filing as (
          insert into report_filings (round_id, organisation_id, form_version_id, state, revision, values, submitted_on,
            submitted_at, accepted_on, accepted_at)
          select round_id, ${added[index]!.id}, form_version_id, ${state}, 1, ${`{"members": ${20 + index}}`}::jsonb,
            '2026-06-10', '2026-06-10', ${day}::date, ${day}::date
          from reporting_round_forms where kind = 'cooperative' returning id, values),
        revision as (
          insert into report_revisions (filing_id, number, values, typed_by, via)
          select id, 1, values, 'Lan', 'web' from filing)
        insert into report_filing_events (filing_id, kind, revision, actor, receipt)
        select id, 'submitted', 1, 'Lan', ${receipts[index]} from filing`.execute(db)
    }
  }

  async function whose() {
    const { rows } = await sql<{ members: number; owner: number; set_aside: boolean }>`
      select (values->>'members')::integer as members, organisation_id as owner, set_aside
      from report_filings order by 1`.execute(database.db)
    return rows.map(({ members, owner, set_aside }) => [
      members,
      added.findIndex(({ id }) => id === owner),
      set_aside,
    ])
  }

  async function partAgain() {
    const page = await as(officer).get(root)
    const back = /action="(\/ban-lam-viec\/trung-lap\/gop\/\d+)"/.exec(page.text)![1]!
    return await as(officer).post(back, {})
  }

  it("goes over to the record that is kept, and its links and receipts lead there", async () => {
    await sendIn([undefined, "accepted"])
    expect((await decide(officer, pairPath(0, 1), "one")).status).toBe(303)
    expect(await whose()).toEqual([[21, 0, false]])
    expect((await as(officer).get(pageOf(0, `/bien-nhan/${receipts[1]}`))).text).toContain(receipts[1])
    const old = await as(officer).get(pageOf(1, `/bien-nhan/${receipts[1]}`))
    expect([old.status, old.headers.get("location")]).toEqual([301, pageOf(0, `/bien-nhan/${receipts[1]}`)])
    expect((await as(officer).get(`/en${pageOf(1)}`)).headers.get("location")).toBe(`/en${pageOf(0)}`)
    expect((await partAgain()).status).toBe(303)
    expect(await whose()).toEqual([[21, 1, false]])
  })

  it("stands as far as it came, and the other is kept to be read", async () => {
    await sendIn(["submitted", "accepted"])
    const before = await whose()
    expect((await decide(officer, pairPath(0, 1), "one")).status).toBe(303)
    expect(await whose()).toEqual([
      [20, 1, true],
      [21, 0, false],
    ])
    const page = await as(officer).get(`/ban-lam-viec/to-chuc/${added[0]!.slug}`)
    expect(page.text).toContain(">Báo cáo năm 2026</span>, của chính bản ghi này")
    const aside = /href="([^"]*de-rieng[^"]*)"/.exec(page.text)![1]!
    expect((await as(officer).get(aside)).text).toContain("Báo cáo để riêng sau khi gộp bản ghi")
    expect((await as(neighbour).get(aside)).status).toBe(404)
    const receipt = await as(officer).get(pageOf(0, `/bien-nhan/${receipts[0]}`))
    expect([receipt.status, receipt.text.includes("biên nhận của nó vẫn có giá trị")]).toEqual([200, true])
    // Of two that came as far the kept record's own stands.
    expect((await partAgain()).status).toBe(303)
    expect(await whose()).toEqual(before)
    await sql`update report_filings
      set state = 'accepted', accepted_on = '2026-06-11', accepted_at = '2026-06-11'`.execute(database.db)
    expect((await decide(officer, pairPath(0, 1), "one")).status).toBe(303)
    expect(await whose()).toEqual([
      [20, 0, false],
      [21, 1, true],
    ])
    const round = await database.db
      .selectFrom("reporting_rounds")
      .select(["id", "name"])
      .executeTakeFirstOrThrow()
    const locked = await inTransaction(asApplication(database.db), (trx) =>
      lockReports(trx, { author }, round),
    )
    expect(locked, "what is set aside is left as it is").toBe(1)
    expect((await as(officer).get(`/ban-lam-viec/to-chuc/${added[0]!.slug}`)).text).toContain(
      "của bản ghi đã gộp “HTX NN Binh Minh”",
    )
  })

  it("brings the accepted figures of a year and a scoring sheet along, and gives them back", async () => {
    const report = (index: number, state: string, accepted_on: string | null) => ({
      organisation_id: added[index]!.id,
      year: 2025,
      state,
      submitted_on: "2025-12-10",
      accepted_on,
      members: 20,
    })
    const { db } = database
    await db
      .insertInto("yearly_reports")
      .values([report(0, "submitted", null), report(1, "accepted", "2025-12-20")])
      .execute()
    await sql`
      insert into rating_sheets (organisation_id, year, scheme_id)
      select ${added[1]!.id}, 2025, rating_scheme_of(2025)`.execute(db)
    const kept = async () => {
      const { rows } = await sql<{ state: string; owner: number }>`
        select state, organisation_id as owner from yearly_reports
        union all select 'sheet', organisation_id from rating_sheets order by 1`.execute(db)
      return rows.map(({ state, owner }) => [state, added.findIndex(({ id }) => id === owner)])
    }
    const before = await kept()
    expect((await decide(officer, pairPath(0, 1), "one")).status).toBe(303)
    expect(await kept()).toEqual([
      ["accepted", 0],
      ["sheet", 0],
      ["submitted", 1],
    ])
    expect((await partAgain()).status).toBe(303)
    expect(await kept()).toEqual(before)
  })

  it("is not parted again once something was done to it", async () => {
    await sendIn([undefined, "submitted"])
    await decide(officer, pairPath(0, 1), "one")
    await sql`
      insert into report_filing_events (filing_id, kind, revision, actor)
      select id, 'accepted', 1, 'Lan' from report_filings`.execute(database.db)
    expect((await as(officer).get(root)).text).toContain("không hoàn tác được")
  })
})

async function flowsAddUp() {
  const flows = await countFlows(database.db, { placeId: null, sector: null, from: "2020-01-01", to: today })
  const sum = (line: keyof typeof flows) =>
    Object.values(flows[line]).reduce((one, other) => one + (other ?? 0), 0)
  expect(sum("opening") + sum("founded")).toBe(sum("closing"))
}
