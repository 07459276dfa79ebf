import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"

const today = "2026-11-20"
const root = "/ban-lam-viec/dot-bao-cao"
let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
let officer: SignedIn
let auditor: SignedIn
let forms: Map<string, number>
beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
  officer = await signInAs(database.db, { name: "Mai", roles: [{ role: "province_officer" }] })
  auditor = await signInAs(database.db, { name: "Nam", roles: [{ role: "auditor" }] })
  const { rows } = await sql<{ code: string; id: number }>`
    select form.code, max(version.id) as id from report_forms form
    join report_form_versions version on version.form_id = form.id group by 1`.execute(database.db)
  forms = new Map(rows.map(({ code, id }) => [code, id]))
})
afterAll(() => database.close())

const as = (person: SignedIn, day = today) => visitor(database.db, { today: day }).as(person)

function yearOf(year: number, changed: Record<string, string> = {}) {
  return {
    name: `Báo cáo năm ${year}`,
    year: String(year),
    period: "year",
    asked: "organisations",
    place: "Tỉnh An Giang",
    legal_basis: "Thông tư 09/2024/TT-BKHĐT, Điều 6",
    data_from: `15/12/${year - 1}`,
    data_to: `14/12/${year}`,
    opens_on: `15/11/${year}`,
    due_on: `15/12/${year}`,
    closes_on: `31/12/${year}`,
    "mau-cooperative": String(forms.get("htx-nam")),
    "mau-cooperative_group": String(forms.get("tht-nam")),
    ...changed,
  }
}

describe("opening a round", () => {
  it("proposes the days of the text in force, and the newest forms", async () => {
    const { text } = await as(officer).get(`${root}/moi`)
    for (const day of ["15/12/2025", "14/12/2026", "15/11/2026", "15/12/2026", "31/12/2026"])
      expect(text).toContain(`value="${day}"`)
    expect(text).toContain(`<option value="${forms.get("htx-nam")}" selected="">`)
    const half = await as(officer).get(`${root}/moi?nam=2026&ky=half`)
    expect(half.text).toContain('value="14/06/2026"')
    expect(half.text).toContain("Báo cáo 6 tháng đầu năm 2026")
  })

  it("asks those of the kinds that have a form, and says how many reported", async () => {
    const opened = await as(officer).post(root, yearOf(2026))
    expect(opened.status).toBe(303)
    expect(opened.headers.get("location")).toBe(`${root}/bao-cao-nam-2026`)

    const { text } = await as(officer).get(`${root}/bao-cao-nam-2026`)
    expect(text).toContain("mẫu báo cáo")
    expect(text).not.toContain("cooperative_group")
    expect(text).toContain("0 trên 4 tổ chức đã báo cáo (0\u00a0%)")
    const asked = await as(officer).get(`${root}/bao-cao-nam-2026/don-vi`)
    expect(asked.text).toContain(organisations.binhAn.name)
  })

  it("is refused twice for the same place and time", async () => {
    const again = await as(officer).post(root, yearOf(2026, { name: "Lần nữa" }))
    expect(again.status).toBe(422)
    expect(again.text).toContain("đã có một đợt báo cáo của kỳ này")
  })

  it("says which day runs backwards, and asks for a form, with everything typed kept", async () => {
    const wrong = await as(officer).post(root, yearOf(2027, { due_on: "01/11/2027" }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain("không sớm hơn ngày phía trên")
    expect(wrong.text).toContain('value="01/11/2027"')

    const { "mau-cooperative": _, "mau-cooperative_group": __, ...without } = yearOf(2027)
    const none = await as(officer).post(root, without)
    expect(none.status).toBe(422)
    expect(none.text).toContain("Hãy chọn mẫu cho ít nhất một loại hình")
  })

  it("is not for those who may only look", async () => {
    expect((await as(auditor).get(`${root}/moi`)).status).toBe(403)
    expect((await as(auditor).post(root, yearOf(2030))).status).toBe(403)
    expect((await as(auditor).get(root)).text).toContain("Báo cáo năm 2026")
  })
})

describe("who is expected", () => {
  const page = `${root}/bao-cao-nam-2026`

  it("follows the register on the day: who ended is asked no more, and who is excused is not counted", async () => {
    const before = await as(officer).get(`${page}/don-vi.json`)
    const names = (JSON.parse(before.text).rows as { name: string }[]).map(({ name }) => name)
    expect(names).toContain(organisations.hoaHung.name)
    expect(names).not.toContain(organisations.thanhLoc.name)

    const round = await roundId("bao-cao-nam-2026")
    await database.db
      .insertInto("report_excuses")
      .values({
        round_id: round,
        organisation_id: organisations.hoaHung.id,
        kind: "excused",
        reason: "Mới thành lập",
        recorded_by: "test",
      })
      .execute()
    expect((await as(officer).get(page)).text).toContain("0 trên 3 tổ chức đã báo cáo")
  })

  it("counts one as late from the day after it was due, unless it has more time", async () => {
    const late = (day: string) => as(officer, day).get(`${page}/don-vi.json?trang-thai=qua-han`)
    const count = async (day: string) => JSON.parse((await late(day)).text).rows.length
    expect(await count("2026-12-15")).toBe(0)
    expect(await count("2026-12-16")).toBe(3)

    await database.db
      .insertInto("report_extensions")
      .values({
        round_id: await roundId("bao-cao-nam-2026"),
        organisation_id: organisations.binhAn.id,
        due_on: "2026-12-20",
        reason: "Lũ",
        recorded_by: "test",
      })
      .execute()
    expect(await count("2026-12-16")).toBe(2)
    expect(await count("2026-12-21")).toBe(3)
  })

  it("is narrowed to what someone answers for", async () => {
    const commune = await signInAs(database.db, {
      name: "Cán bộ xã",
      roles: [{ role: "commune_officer", place_id: await placeOf(organisations.binhAn.id) }],
    })
    const { text } = await as(commune).get(`${page}/don-vi`)
    expect(text).toContain(organisations.binhAn.name)
    expect(text).not.toContain(organisations.hoaHung.name)
  })
})

describe("changing a round", () => {
  it("is possible until somebody begins to answer it, and not over somebody else's change", async () => {
    await as(officer).post(root, yearOf(2028))
    const path = `${root}/bao-cao-nam-2028/sua`
    expect((await as(officer).get(path)).text).toContain('name="phien-ban" value="1"')
    const changed = yearOf(2028, { due_on: "20/12/2028", "phien-ban": "1" })
    expect((await as(officer).post(path, changed)).status).toBe(303)
    expect((await as(officer).get(`${root}/bao-cao-nam-2028`)).text).toContain("20/12/2028")

    const stale = await as(officer).post(path, changed)
    expect(stale.status).toBe(409)
    expect(stale.text).toContain("Người khác vừa sửa đợt này")

    await database.db
      .insertInto("report_filings")
      .values({
        round_id: await roundId("bao-cao-nam-2028"),
        organisation_id: organisations.binhAn.id,
        form_version_id: forms.get("htx-nam")!,
      })
      .execute()
    const begun = await as(officer).post(path, { ...changed, "phien-ban": "2" })
    expect(begun.status).toBe(409)
    expect(begun.text).toContain("Đã có đơn vị bắt đầu điền")
  })
})

async function roundId(slug: string) {
  const { id } = await database.db
    .selectFrom("reporting_rounds")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow()
  return id
}

async function placeOf(organisation_id: number) {
  const { place_id } = await database.db
    .selectFrom("organisation_states")
    .select("place_id")
    .where("organisation_id", "=", organisation_id)
    .where("valid_to", "=", "infinity")
    .executeTakeFirstOrThrow()
  return place_id
}
