import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, secret, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { readSettings } from "../../settings.ts"
import { roundReminding } from "./reminding.ts"

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

async function rowsOf(part: string) {
  const { text } = await as(officer).get(`${root}/bao-cao-nam-2026/${part}.json`)
  return JSON.parse(text).rows
}

describe("excuses", () => {
  const page = `${root}/bao-cao-nam-2026`
  const excuse = (whom: string, kind = "nil") =>
    as(officer).post(`${page}/mien`, { whom, kind, reason: "Tạm ngừng cả năm" })

  it("count as reported where there is nothing to report, and can be taken back", async () => {
    const before = await coverage(page)
    expect((await excuse(organisations.binhAn.name)).status).toBe(303)
    expect(await coverage(page)).toEqual({ ...before, reported: before.reported + 1 })
    const list = await as(officer).get(`${page}/mien`)
    expect(list.text).toContain("Tạm ngừng cả năm")
    expect(list.text).toContain(`${page}/mien.csv`)
    const noted = (await rowsOf("mien")).filter(({ kind }: { kind: string }) => kind === "nil")
    expect(noted).toMatchObject([
      { name: organisations.binhAn.name, reason: "Tạm ngừng cả năm", recorded_by: "Mai" },
    ])
    const csv = (await as(officer).get(`/en${page}/mien.csv`)).text
    expect(csv).toContain("Nothing to report")

    const twice = await excuse(organisations.binhAn.name)
    expect(twice.status).toBe(422)
    expect(twice.text).toContain("đã được ghi nhận rồi")
    const { id } = await database.db
      .selectFrom("report_excuses")
      .select("id")
      .where("organisation_id", "=", organisations.binhAn.id)
      .executeTakeFirstOrThrow()
    expect((await as(officer).post(`${page}/mien/${id}`, {})).status).toBe(303)
    expect((await rowsOf("mien")).map(({ name }: { name: string }) => name)).not.toContain(
      organisations.binhAn.name,
    )
    expect(await coverage(page)).toEqual(before)
  })

  it("are refused for whoever is not asked", async () => {
    const fund = await excuse(organisations.rachSoi.name, "excused")
    expect(fund.status).toBe(422)
    expect(fund.text).toContain("không phải báo cáo trong đợt")
  })
})

describe("more time", () => {
  const page = `${root}/bao-cao-nam-2026`
  const late = async (day: string) =>
    JSON.parse((await as(officer, day).get(`${page}/don-vi.json?trang-thai=qua-han`)).text).rows.length

  it("is given to all in a place, with a reason, and can be taken back", async () => {
    expect(await late("2026-12-22")).toBe(3)
    const early = await as(officer).post(`${page}/gia-han`, {
      place: "Tỉnh An Giang",
      due_on: "10/12/2026",
      reason: "Lũ",
    })
    expect(early.status).toBe(422)
    expect(early.text).toContain("một ngày sau hạn chung 15/12/2026")

    const given = { place: "Tỉnh An Giang", due_on: "25/12/2026", reason: "Lũ trên diện rộng" }
    expect((await as(officer).post(`${page}/gia-han`, given)).status).toBe(303)
    expect(await late("2026-12-22")).toBe(0)
    expect((await as(officer).get(`${page}/gia-han`)).text).toContain(`${page}/gia-han.xlsx`)
    expect((await rowsOf("gia-han"))[0]).toMatchObject({
      name: "Tỉnh An Giang",
      due_on: "2026-12-25",
      reason: "Lũ trên diện rộng",
      recorded_by: "Mai",
    })
    const { id } = await database.db
      .selectFrom("report_extensions")
      .select("id")
      .where("reason", "=", "Lũ trên diện rộng")
      .executeTakeFirstOrThrow()
    await as(officer).post(`${page}/gia-han/${id}`, {})
    expect(await late("2026-12-22")).toBe(3)
  })

  it("is for one organisation or one place", async () => {
    const neither = await as(officer).post(`${page}/gia-han`, { due_on: "25/12/2026", reason: "Lũ" })
    expect(neither.status).toBe(422)
    expect(neither.text).toContain("không phải cả hai")
  })
})

describe("reminders", () => {
  const page = `${root}/bao-cao-nam-2026`
  const run = (day: string) =>
    roundReminding.run(
      {
        db: asApplication(database.db),
        settings: readSettings({ BASE_URL: "https://ktth.example.vn", SECRET: secret }),
        now: new Date(`${day}T07:30:00+07:00`),
        author: { actor: "hoptac", via: "job" },
        isLastAttempt: true,
      },
      {},
    )
  const mails = () =>
    database.db.selectFrom("mails").select(["recipient", "subject", "body"]).orderBy("id").execute()

  it("go once to representatives and officers of those who have not reported, on the days planned", async () => {
    const director = await signInAs(database.db, {
      name: "Lúa",
      roles: [{ role: "organisation_representative", organisation_id: organisations.binhAn.id }],
    })
    const commune = await signInAs(database.db, {
      name: "Cán bộ xã",
      roles: [{ role: "commune_officer", place_id: await placeOf(organisations.harmful.id) }],
    })
    const planned = await as(officer).post(`${page}/nhac-nop`, { days: "7", direction: "before" })
    expect(planned.status).toBe(303)
    const again = await as(officer).post(`${page}/nhac-nop`, { days: "7", direction: "before" })
    expect(again.text).toContain("đã có lịch nhắc")
    expect((await as(officer).get(`${page}/nhac-nop`)).text).toContain("trước hạn 7 ngày")
    expect(await rowsOf("nhac-nop")).toMatchObject([
      { day: "2026-12-08", days_from_due: -7, sent_at: null, mails: null },
    ])

    await run("2026-12-07")
    expect(await mails()).toEqual([])
    await run("2026-12-08")
    const sent = await mails()
    expect(sent.map(({ recipient }) => recipient)).toEqual(
      expect.arrayContaining([director.email, commune.email]),
    )
    const own = sent.find(({ recipient }) => recipient === director.email)!
    expect(own.subject).toContain("Nhắc nộp Báo cáo năm 2026")
    expect(own.body).toContain(organisations.binhAn.name)
    expect(own.body).toContain("https://ktth.example.vn/ban-lam-viec/dot-bao-cao/bao-cao-nam-2026")
    await run("2026-12-09")
    expect(await mails()).toHaveLength(sent.length)
    const planning = (await as(officer).get(`${page}/nhac-nop`)).text
    expect(planning).toContain(`${sent.length} thư`)
    expect(planning).toContain(`${page}/nhac-nop.csv`)
    expect(await rowsOf("nhac-nop")).toMatchObject([
      { day: "2026-12-08", sent_at: expect.any(String), mails: sent.length },
    ])
  })

  it("are not sent to whoever reported, nor after the round is closed", async () => {
    await database.db
      .insertInto("report_filings")
      .values({
        round_id: await roundId("bao-cao-nam-2026"),
        organisation_id: organisations.binhAn.id,
        form_version_id: forms.get("htx-nam")!,
        state: "submitted",
        submitted_on: "2026-12-10",
      })
      .execute()
    const before = (await mails()).length
    await as(officer).post(`${page}/nhac-nop`, { days: "1", direction: "after" })
    await run("2026-12-16")
    const after = (await mails()).slice(before)
    expect(after.length).toBeGreaterThan(0)
    expect(after.every(({ body }) => !body?.includes(organisations.binhAn.name))).toBe(true)
    expect(after[0]!.subject).toContain("đã quá hạn nộp")
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

/** What the page says: so many of so many. */
async function coverage(page: string) {
  const { text } = await as(officer).get(page)
  const [, reported, expected] = /(\d+) trên (\d+) tổ chức đã báo cáo/.exec(text)!
  return { reported: Number(reported), expected: Number(expected) }
}

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
