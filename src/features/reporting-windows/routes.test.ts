import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { reportingYear } from "../measures/reporting-year.ts"
import { listKeptWindows } from "./keep-windows.ts"

const today = "2026-12-20"
const root = "/ban-lam-viec/quan-tri/thoi-han-bao-cao"
let database: Awaited<ReturnType<typeof freshDatabase>>
let administrator: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
  await writeRegister(database.db)
  administrator = await signInAs(database.db, { name: "Mai", roles: [{ role: "administrator" }] })
  const place = await database.db.selectFrom("places").select("id").executeTakeFirstOrThrow()
  await database.db
    .insertInto("reporting_rounds")
    .values({
      slug: "bao-cao-nam-2026",
      name: "Báo cáo năm 2026",
      year: 2026,
      period: "year",
      asked: "organisations",
      place_id: place.id,
      data_from: "2025-12-15",
      data_to: "2026-12-14",
      opens_on: "2026-11-15",
      due_on: "2026-12-15",
      closes_on: "2026-12-31",
    })
    .execute()
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)
const words = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")
const calendar = async () =>
  (await listKeptWindows(database.db)).map((each) => [each.first_year, each.last_year, each.due_day])
const version = async (path = `${root}/moi`) =>
  /name="phien-ban" value="(\d+)"/.exec((await as(administrator).get(path)).text)![1]!

const fromLaw = [
  [2017, 2018, 15],
  [2019, 2023, 15],
  [2024, null, 15],
]
const added = {
  first_year: "2026",
  due_on: "31/01",
  due_year: "1",
  data_end: "31/12",
  legal_basis: "Thông tư mới",
  reason: "Văn bản mới thay",
}

async function undoLast() {
  const page = (await as(administrator).get(root)).text
  const path = /href="([^"]*hoan-tac\/\d+)"/.exec(page)![1]!
  return await as(administrator).post(path, { reason: "Ghi nhầm" })
}

describe("reporting windows", () => {
  afterEach(async () => {
    while (JSON.stringify(await calendar()) !== JSON.stringify(fromLaw))
      expect((await undoLast()).status).toBe(303)
  })

  it("are listed with their years, days and source, in both languages and as files", async () => {
    const page = words((await as(administrator).get(root)).text)
    expect(page).toContain("Báo cáo năm 2026: hạn 15/12/2026; số liệu từ 15/12/2025 đến hết 14/12/2026.")
    expect(page).toContain("2017–2018 15/01 của năm sau văn bản không nêu Nghị định 107/2017/NĐ-CP")
    expect(words((await as(administrator).get(`/en${root}`)).text)).toContain(
      "from 2024 15/12 of the year itself one year, until the end of 14/12",
    )
    expect(JSON.parse((await as(administrator).get(`${root}.json`)).text)).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ years: { first_year: 2024, last_year: null } }),
      ]),
    })
  })

  it("say before one is added which years, rounds and figures follow, and save it only then", async () => {
    const form = { ...added, "phien-ban": await version() }
    const asked = await as(administrator).post(`${root}/moi`, form)
    const preview = words(asked.text)
    expect(asked.status).toBe(200)
    expect(preview).toContain("2026 hạn 15/12/2026; số liệu từ 15/12/2025 đến hết 14/12/2026 hạn 31/01/2027")
    expect(preview).toContain("Báo cáo năm 2026 , đang mở")
    expect(preview).toContain("chuyển sang báo cáo năm 2025, thay cho báo cáo năm 2026")
    expect(preview).toContain("Từ 15/12/2026 đến hết 30/01/2027: lấy báo cáo năm 2025")
    expect(await calendar()).toEqual(fromLaw)

    const back = await as(administrator).post(`${root}/moi`, { ...form, buoc: "sua" })
    expect(back.text).toContain('value="Thông tư mới"')
    expect((await as(administrator).post(`${root}/moi`, { ...form, buoc: "luu" })).status).toBe(303)
    expect(await calendar()).toEqual([fromLaw[0], fromLaw[1], [2024, 2025, 15], [2026, null, 31]])
    expect(reportingYear(await listKeptWindows(database.db), today)).toBe(2025)
    const proposal = (await asOfficer("/ban-lam-viec/dot-bao-cao/moi?nam=2027")).text
    for (const day of ["01/01/2027", "31/12/2027", "31/01/2028", "Thông tư mới"])
      expect(proposal).toContain(`value="${day}"`)
    const page = words((await as(administrator).get(root)).text)
    expect(page).toContain("Mai (Quản trị viên) đã thêm thời hạn báo cáo năm")
    expect(page).toContain("Lý do: Văn bản mới thay")
  })

  it("refuse days that are none, years told twice and years left out, beside the field", async () => {
    const send = async (changed: Record<string, string>) => {
      const { status, text } = await as(administrator).post(`${root}/moi`, {
        ...added,
        "phien-ban": await version(),
        ...changed,
      })
      expect(status).toBe(422)
      expect(text).toContain('value="Thông tư mới"')
      return words(text)
    }
    expect(await send({ due_on: "31/04" })).toContain("Hãy nhập ngày và tháng có trong lịch, như 15/12.")
    expect(await send({ data_end: "30/02" })).toContain("Hãy nhập ngày và tháng có trong lịch")
    expect(await send({ last_year: "2025" })).toContain("Năm cuối phải từ năm đầu trở đi.")
    expect(await send({ first_year: "2020" })).toContain("Năm 2020–2023 sẽ có hai hạn nộp.")
    expect(await send({ reason: "" })).toContain("Lý do")

    const end = { last_year: "2025", reason: "Hết hiệu lực", "phien-ban": await version(), buoc: "luu" }
    expect((await as(administrator).post(`${root}/2024/ket-thuc`, end)).status).toBe(303)
    expect(await send({ first_year: "2028" })).toContain("Năm 2026–2027 sẽ không có hạn nộp.")
    const left = { ...added, first_year: "2028", leaves_gap: "1", "phien-ban": await version(), buoc: "luu" }
    expect((await as(administrator).post(`${root}/moi`, left)).status).toBe(303)
    expect(words((await as(administrator).get(root)).text)).toContain("Không có thời hạn cho năm 2026–2027.")
  })

  it("are corrected with a reason, their neighbours with them, and not where someone did meanwhile", async () => {
    const form = {
      first_year: "2019",
      last_year: "2022",
      due_on: "20/12",
      due_year: "0",
      legal_basis: "Thông tư 07/2019/TT-BKHĐT",
      reason: "Đối chiếu lại",
      buoc: "luu",
      "phien-ban": await version(`${root}/2019`),
    }
    expect((await as(administrator).post(`${root}/2019`, form)).status).toBe(303)
    expect(await calendar()).toEqual([fromLaw[0], [2019, 2022, 20], [2023, null, 15]])
    const late = await as(administrator).post(`${root}/2019`, { ...form, due_on: "25/12" })
    expect([late.status, late.text.includes("Đã có người sửa thời hạn báo cáo")]).toEqual([409, true])
    expect(late.text).toContain('value="25/12"')
    const same = await as(administrator).post(`${root}/2019`, { ...form, "phien-ban": await version() })
    expect([same.status, same.text.includes("Bạn chưa thay đổi gì.")]).toEqual([422, true])
  })

  it("go back one act at a time, with a reason, never over what was changed since", async () => {
    for (const [first_year, due_on] of [
      ["2026", "20/01"],
      ["2027", "25/01"],
    ] as const) {
      const form = { ...added, first_year, due_on, "phien-ban": await version(), buoc: "luu" }
      expect((await as(administrator).post(`${root}/moi`, form)).status).toBe(303)
    }
    const before = /href="([^"]*hoan-tac\/\d+)"/.exec((await as(administrator).get(root)).text)![1]!
    const page = words((await as(administrator).get(before)).text)
    expect(page).toContain("(lý do: Văn bản mới thay)")
    expect(page).toContain("2027 hạn 25/01/2028")
    expect((await as(administrator).post(before, { reason: "" })).status).toBe(422)
    expect((await as(administrator).post(before, { reason: "Nhầm" })).status).toBe(303)
    expect((await calendar()).at(-1)).toEqual([2026, null, 20])
    expect((await as(administrator).post(before, { reason: "Nhầm" })).status).toBe(404)
    await undoLast()
    expect(await calendar()).toEqual(fromLaw)
    expect((await as(administrator).get(root)).text).not.toContain("hoan-tac")
  })

  it("are read by an auditor, changed by an administrator alone, and hidden from the rest", async () => {
    const auditor = await signInAs(database.db, { name: "Thu", roles: [{ role: "auditor" }] })
    const page = await as(auditor).get(root)
    expect([page.status, page.text.includes(`${root}/moi`)]).toEqual([200, false])
    expect((await as(auditor).post(`${root}/moi`, added)).status).toBe(403)
    expect((await asOfficer(root)).status).toBe(404)
  })

  it("hold for a year once and are due on a day that there is, whoever writes them", async () => {
    const write = (first_year: number, due_month: number, due_day: number) =>
      database.db
        .insertInto("reporting_windows")
        .values({
          first_year,
          last_year: first_year,
          due_month,
          due_day,
          due_year_offset: 0,
          legal_basis: "?",
        })
        .execute()
    await expect(write(2030, 12, 1)).rejects.toThrow("one_window_a_year")
    await expect(write(2000, 4, 31)).rejects.toThrow("due_day_exists")
  })
})

async function asOfficer(path: string) {
  const officer = await signInAs(database.db, { name: "Nam", roles: [{ role: "province_officer" }] })
  return await as(officer).get(path)
}
