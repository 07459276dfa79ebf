import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { listMeasures } from "../measures/catalogue.ts"
import { countMany, countManyBy } from "../measures/figures.ts"
import { listRecords } from "../measures/record-list.ts"
import { findRound } from "../rounds/queries.ts"
import {
  findSnapshot,
  listFrozenMeasures,
  listFrozenUnits,
  listPlaceParts,
  listSnapshotRecords,
  readSnapshotFigures,
} from "./read-snapshot.ts"

const today = "2026-01-10"
const desk = "/ban-lam-viec/dot-bao-cao/bao-cao-nam-2025"
const open = "/dot-bao-cao/bao-cao-nam-2025"
let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
let officer: SignedIn

beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
  officer = await signInAs(database.db, { name: "Mai", roles: [{ role: "province_officer" }] })
  await openRound()
})
afterAll(() => database.close())

const as = (person: SignedIn, day = today) => visitor(database.db, { today: day }).as(person)
const everyone = (day = today) => visitor(database.db, { today: day })

describe("closing a round", () => {
  it("says what would be lost, and is refused until that was seen", async () => {
    const page = await as(officer).get(`${desk}/khoa`)
    expect(page.text).toContain("Đã gửi: 1")
    expect(page.text).toContain("Đang điền: 1")
    const blind = await as(officer).post(`${desk}/khoa`, {})
    expect(blind.status).toBe(409)
    expect(blind.text).toContain("Số báo cáo chưa xong đã thay đổi")
    expect(await stateOf()).toBe("open")
  })

  it("locks what was accepted and freezes the figures, all at once", async () => {
    const page = await as(officer).get(`${desk}/khoa`)
    const seen = /name="seen" value="([^"]+)"/.exec(page.text)![1]!
    expect((await as(officer).post(`${desk}/khoa`, { seen })).status).toBe(303)
    expect(await stateOf()).toBe("closed")
    const states = await database.db
      .selectFrom("report_filings")
      .select(["organisation_id", "state"])
      .orderBy("state")
      .execute()
    expect(states.map(({ state }) => state)).toEqual(["draft", "locked", "submitted"])
    expect((await as(officer).get(desk)).text).toContain("Phiên bản 1, chốt")
  })

  it("is not done twice", async () => {
    const again = await as(officer).post(`${desk}/khoa`, { seen: "1-0-1-0" })
    expect(again.headers.get("location")).toBe(desk)
    expect(await countSnapshots()).toBe(1)
  })
})

describe("frozen figures", () => {
  it("are those that were counted live, whole and by commune, with the same records behind them", async () => {
    const { db } = database
    const round = (await findRound(db, "bao-cao-nam-2025"))!
    const id = await snapshotId(1)
    const scope = {
      placeId: round.place_id,
      from: round.data_from,
      to: round.data_to,
      reportYear: 2025,
      knownOn: today,
    }
    const requests = listMeasures().flatMap(({ code, denominators }) =>
      (denominators.length > 0 ? denominators : [null]).map((denominator) => ({
        measure: code,
        scope: { ...scope, denominator },
      })),
    )
    expect(await readSnapshotFigures(db, id, requests)).toEqual(await countMany(db, requests))

    const frozen = await listFrozenMeasures(db, id)
    const [whole] = await listFrozenUnits(db, id)
    for (const { measure: code, scope } of requests) {
      const measure = frozen.find(
        (each) => each.code === code && each.denominator === (scope.denominator ?? null),
      )!
      const parts = await listPlaceParts(db, id, measure, { within: whole!, level: "commune" })
      const [live] = await countManyBy(db, [{ measure: code, scope }], "commune")
      const said = (rows: { records: number; value: number | null }[]) =>
        rows.filter(({ records }) => records > 0).map(({ value }) => value)
      expect(said(parts), code).toEqual(said(live!))
      const { records } = await listRecords(db, code, scope, { limit: 1000 })
      expect(await listSnapshotRecords(db, id, measure, {}, { limit: 1000 }), code).toEqual(records)
    }
  })

  it("say by which rules they were made", async () => {
    const snapshot = await findSnapshot(database.db, await snapshotId(1))
    expect(snapshot!.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(snapshot!.rules).toMatchObject({
      rating_scheme: { code: "tt01-2020" },
      window: { legal_basis: "Thông tư 09/2024/TT-BKHĐT, Điều 6" },
    })
    expect(snapshot!.rules.forms).toContainEqual(expect.objectContaining({ official_number: "VII-2" }))
  })

  it("stand on public pages and open down to one cooperative, with files", async () => {
    expect((await everyone().get("/dot-bao-cao")).text).toContain(open)
    const { text } = await everyone().get(open)
    expect(text).toContain("1 trên 6 tổ chức đã báo cáo")
    expect(text).toContain(`${open}/so-lieu/members`)
    const figure = await everyone().get(`${open}/so-lieu/members`)
    expect(figure.text).toContain(organisations.binhAn.name)
    const json = JSON.parse((await everyone().get(`${open}/so-lieu/members.json`)).text)
    expect(json).toMatchObject({ measure: "members", version: 1, rows: [{ numerator: 42 }] })
    const live = await everyone().get("/so-lieu/members")
    expect(live.text).toContain("1 trên 4 tổ chức đã báo cáo")
    expect((await everyone().get(`${open}?phien-ban=9`)).status).toBe(404)
    expect((await everyone().get("/dot-bao-cao/khong-co")).status).toBe(404)
  })

  it("can't be changed in the database", async () => {
    const { db } = database
    for (const statement of [
      sql`update snapshots set reason = 'x'`,
      sql`delete from snapshots`,
      sql`update snapshot_records set numerator = 0`,
      sql`delete from snapshot_records`,
      sql`delete from snapshot_figures`,
    ]) {
      await expect(statement.execute(db)).rejects.toThrow("a snapshot is never changed")
    }
  })
})

describe("a correction", () => {
  it("needs a reason, and waits for reports that are open again", async () => {
    expect((await as(officer).post(`${desk}/chot-lai`, { reason: " " })).status).toBe(422)
    await sql`update report_filings set reopened_at = now() where state = 'draft'`.execute(database.db)
    const waiting = await as(officer).post(`${desk}/chot-lai`, { reason: "Sửa số thành viên" })
    expect(waiting.status).toBe(409)
    expect(waiting.text).toContain("Còn 1 báo cáo đã mở lại")
    await sql`update report_filings set reopened_at = null`.execute(database.db)
  })

  it("freezes another version beside the first, and both can be compared", async () => {
    const { db } = database
    await sql`update yearly_reports set members = 50 where organisation_id = ${organisations.binhAn.id}`.execute(
      db,
    )
    const corrected = await as(officer).post(`${desk}/chot-lai`, { reason: "Bình An thiếu 8 thành viên" })
    expect(corrected.status).toBe(303)
    expect(await countSnapshots()).toBe(2)

    const { text } = await everyone().get(`${open}/so-sanh`)
    expect(text).toContain("Phiên bản 2 so với phiên bản 1")
    expect(text).toContain("Bình An thiếu 8 thành viên")
    const differing = JSON.parse((await everyone().get(`${open}/so-sanh.json`)).text).rows
    expect(differing).toContainEqual({
      organisation: organisations.binhAn.name,
      measure: "members",
      before: 42,
      after: 50,
    })
    expect((await everyone().get(`${open}/so-lieu/members?phien-ban=1`)).text).toContain("Đã có phiên bản 2")
  })
})

describe("after everything changed", () => {
  it("frozen figures are the same to the byte after a reorganisation, a renaming and a change of rules", async () => {
    const addresses = [
      open,
      `${open}/so-lieu.json`,
      `${open}/so-lieu/members`,
      `${open}/so-lieu/cooperatives`,
      `${open}/so-lieu/cooperatives.json`,
      `${open}?phien-ban=1`,
      `${open}/so-lieu/members?phien-ban=1`,
      `${open}/so-sanh`,
      `${open}/so-lieu/cooperatives?dia-ban=${await communeSlug()}`,
    ]
    const read = async () => Promise.all(addresses.map(async (path) => (await everyone().get(path)).text))
    const before = await read()
    const { db } = database
    await sql`update places set name = 'Tên mới', slug = slug || '-moi' where level = 'commune'
      and id in (select place_id from organisation_states)`.execute(db)
    await sql`delete from place_territories`.execute(db)
    await sql`update organisation_states set name = 'HTX đổi tên', sector = 'other', status = 'ended'`.execute(
      db,
    )
    await sql`update organisations set slug = slug || '-moi', code = null`.execute(db)
    await sql`update yearly_reports set members = members + 1`.execute(db)
    await sql`update reporting_windows set legal_basis = 'Thông tư khác'`.execute(db)
    await sql`delete from legal_rules`.execute(db)
    expect(await read()).toEqual(before)
  })
})

/** A round of 2025: Bình An's report is accepted, one was sent, one begun. */
async function openRound() {
  const { db } = database
  await sql`
    insert into reporting_rounds (slug, name, year, place_id, data_from, data_to, opens_on, due_on, closes_on)
    select 'bao-cao-nam-2025', 'Báo cáo năm 2025', 2025, id, '2024-12-15', '2025-12-14', '2025-11-15', '2025-12-15',
      '2025-12-31' from places where code = '91' and level = 'province' and valid_to = 'infinity'`.execute(db)
  await sql`
    insert into reporting_round_forms (round_id, kind, form_version_id)
    select distinct on (kind) round.id, kind, version.id
    from reporting_rounds round cross join report_forms form cross join unnest(form.kinds) as kind
    join report_form_versions version on version.form_id = form.id order by kind, version.number desc`.execute(
    db,
  )
  await sql`
    insert into report_filings (round_id, organisation_id, form_version_id, state, submitted_on, accepted_on)
    select round.id, given.organisation_id, asked.form_version_id, given.state, given.sent::date, given.accepted::date
    from reporting_rounds round
    join reporting_round_forms asked on asked.round_id = round.id and asked.kind = 'cooperative'
    cross join (values (${organisations.binhAn.id}::bigint, 'accepted', '2025-12-10', '2025-12-20'),
      (${organisations.hoaHung.id}, 'submitted', '2025-12-11', null),
      (${organisations.harmful.id}, 'draft', null, null)) given (organisation_id, state, sent, accepted)`.execute(
    db,
  )
  await sql`
    update yearly_reports report set state = 'accepted', accepted_on = '2025-12-20', members = 42,
      filing_id = (select id from report_filings where organisation_id = report.organisation_id)
    where year = 2025`.execute(db)
}

async function stateOf() {
  return (await findRound(database.db, "bao-cao-nam-2025"))!.state
}

async function countSnapshots() {
  return (await database.db.selectFrom("snapshots").select("id").execute()).length
}

async function snapshotId(version: number) {
  const { id } = await database.db
    .selectFrom("snapshots")
    .select("id")
    .where("version", "=", version)
    .executeTakeFirstOrThrow()
  return id
}

async function communeSlug() {
  const { slug } = await database.db
    .selectFrom("organisation_states as state")
    .innerJoin("places", "places.id", "state.place_id")
    .select("places.slug")
    .where("state.organisation_id", "=", organisations.binhAn.id)
    .where("state.valid_to", "=", "infinity")
    .executeTakeFirstOrThrow()
  return slug
}
