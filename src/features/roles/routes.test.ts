import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { loadPlaces } from "../places/load-places.ts"
import { loadAgencies } from "../sample/agencies.ts"

const list = "/ban-lam-viec/quan-tri/nguoi-dung"
const endedList = "/ban-lam-viec/quan-tri/vai-tro-het-hieu-luc"
let database: Awaited<ReturnType<typeof freshDatabase>>
let lan: SignedIn
let auditor: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  await loadAgencies(database.db)
  lan = await signInAs(database.db, { name: "Lan", roles: [{ role: "administrator" }] })
  auditor = await signInAs(database.db, { name: "Kiểm", roles: [{ role: "auditor" }] })
})
afterAll(() => database.close())

describe("giving a role", () => {
  const form = {
    role: "editor",
    scope: "",
    valid_from: "02/03/2026",
    valid_to: "31/12/2026",
    reason: "Quyết định 12/QĐ-SKHĐT",
  }
  it("holds from its first day to its last, and stands in the log with who gave it and why", async () => {
    const mai = await signInAs(database.db, { name: "Mai" })
    expect((await as(lan).post(`${list}/${mai.id}/vai-tro`, form)).status).toBe(303)
    expect((await as(lan).get(`${list}/${mai.id}`)).text).toContain("Từ 02/03/2026 đến hết 31/12/2026")
    expect(await lastChange()).toMatchObject({
      actor: "Lan",
      role: "administrator",
      action: "give",
      reason: "Quyết định 12/QĐ-SKHĐT",
      after: { role: "editor", valid_from: "2026-03-02", valid_to: "2026-12-31" },
    })
  })
  it("is refused when the same role is held for the same scope on one of those days", async () => {
    const mai = await signInAs(database.db, { name: "Mai", roles: [{ role: "editor" }] })
    const { status, text } = await as(lan).post(`${list}/${mai.id}/vai-tro`, form)
    expect(status).toBe(422)
    expect(text).toContain("Người này đã giữ đúng vai trò đó")
    expect(text).toContain("Quyết định 12/QĐ-SKHĐT")
  })
  it("asks for what a narrowed role is for, and finds an agency by words without marks", async () => {
    const mai = await signInAs(database.db, { name: "Mai" })
    const officer = { ...form, role: "agency_officer" }
    const asked = await as(lan).post(`${list}/${mai.id}/vai-tro`, officer)
    expect(asked.text).toContain("Hãy gõ tên cơ quan")
    const given = await as(lan).post(`${list}/${mai.id}/vai-tro`, { ...officer, scope: "so tai chinh" })
    expect(given.status).toBe(303)
    expect((await as(lan).get(`${list}/${mai.id}`)).text).toContain("Sở Tài chính tỉnh An Giang")
  })
  it("finds only what is in force on its first day", async () => {
    const mai = await signInAs(database.db, { name: "Mai" })
    const officer = { ...form, role: "agency_officer", scope: "Sở Tài chính tỉnh Kiên Giang" }
    const { status, text } = await as(lan).post(`${list}/${mai.id}/vai-tro`, officer)
    expect(status).toBe(422)
    expect(text).toContain("Không tìm thấy “Sở Tài chính tỉnh Kiên Giang” còn hiệu lực")
  })
  it("refuses a last day before the first, and no role at all", async () => {
    const mai = await signInAs(database.db, { name: "Mai" })
    const path = `${list}/${mai.id}/vai-tro`
    expect((await as(lan).post(path, { ...form, valid_to: "1/3/2026" })).text).toContain("Ngày cuối phải sau")
    expect((await as(lan).post(path, { ...form, role: "king" })).text).toContain("Hãy chọn một vai trò")
  })
  it("is only for those who may give roles", async () => {
    const mai = await signInAs(database.db, { name: "Mai", roles: [{ role: "publisher" }] })
    const path = `${list}/${mai.id}/vai-tro`
    expect((await as(auditor).post(path, form)).status).toBe(403)
    expect((await as(mai).post(path, form)).status).toBe(404)
    expect((await visitor(database.db).post(path, form)).status).toBe(401)
  })
})

describe("ending a role", () => {
  it("keeps it in the records until its last day", async () => {
    const mai = await signInAs(database.db, { name: "Mai", roles: [{ role: "editor" }] })
    const role = await roleOf(mai)
    const { status } = await end(lan, mai, role, { valid_to: "31/3/2026", reason: "Chuyển công tác" })
    expect(status).toBe(303)
    expect((await as(lan).get(`${list}/${mai.id}`)).text).toContain("Từ 01/01/2020 đến hết 31/03/2026")
    expect(await lastChange()).toMatchObject({
      action: "end",
      reason: "Chuyển công tác",
      before: { valid_to: "infinity" },
      after: { valid_to: "2026-03-31" },
    })
  })
  it("does not reach into days that have passed", async () => {
    const mai = await signInAs(database.db, { name: "Mai", roles: [{ role: "editor" }] })
    const { status, text } = await end(lan, mai, await roleOf(mai), { valid_to: "28/2/2026", reason: "x" })
    expect(status).toBe(422)
    expect(text).toContain("Sớm nhất là 01/03/2026")
  })
  it("tells whoever looked at an older state what changed meanwhile", async () => {
    const mai = await signInAs(database.db, { name: "Mai", roles: [{ role: "editor" }] })
    const role = await roleOf(mai)
    await end(lan, mai, role, { valid_to: "31/12/2026", reason: "x" })
    const { status, text } = await end(lan, mai, role, { valid_to: "30/6/2026", reason: "Nghỉ" })
    expect(status).toBe(422)
    expect(text).toContain("Vừa có người khác sửa vai trò này")
    expect(text).toContain("đến hết 31/12/2026")
    expect(text).toContain('value="30/6/2026"')
  })
  it("is not done to one's own administration", async () => {
    const path = `${list}/${lan.id}/vai-tro/${(await roleOf(lan)).id}/ket-thuc`
    expect((await as(lan).get(path)).status).toBe(403)
    expect((await as(lan).get(`${list}/${lan.id}`)).text).not.toContain('ket-thuc"')
  })
  it("leaves no day without an administrator, also when two end each other's role at once", async () => {
    const other = await freshDatabase()
    try {
      const [an, binh] = [
        await signInAs(other.db, { name: "An", roles: [{ role: "administrator" }] }),
        await signInAs(other.db, { name: "Bình", roles: [{ role: "administrator" }] }),
      ]
      const roles = await other.db.selectFrom("roles").select(["id", "user_id"]).execute()
      const idOf = (someone: SignedIn) => roles.find(({ user_id }) => user_id === someone.id)!.id
      const form = { valid_to: "31/12/2026", reason: "x", version: "1" }
      const visit = visitor(other.db)
      const answers = await Promise.all([
        visit.as(an).post(`${list}/${binh.id}/vai-tro/${idOf(binh)}/ket-thuc`, form),
        visit.as(binh).post(`${list}/${an.id}/vai-tro/${idOf(an)}/ket-thuc`, form),
      ])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
      expect(answers.find(({ status }) => status === 422)?.text).toContain("sẽ không còn ai quản trị")
    } finally {
      await other.close()
    }
  })
})

describe("a role whose place was reorganised", () => {
  it("is offered for the successor, and one click gives it from the day after", async () => {
    const hoa = await officerOf("30904", "Hoà")
    const { text } = await as(lan).get(endedList)
    expect(text).toContain("Hết hiệu lực sau ngày 30/06/2025")
    const [, button] = /<button[^>]*>(Giao cho [^<]*01\/07\/2025)/.exec(await cardOf(hoa)) ?? []
    expect(button).toBeDefined()

    const role = await roleOf(hoa)
    const [successor] = await successorsOf(role.place_id!)
    const path = `${endedList}/${role.id}/giao-tiep`
    expect((await as(lan).post(path, { successor: String(successor) })).status).toBe(303)
    expect((await as(lan).get(endedList)).text).not.toContain(`vai-tro-${role.id}"`)
    // Sent twice, it is done once.
    expect((await as(lan).post(path, { successor: String(successor) })).status).toBe(303)
    const roles = await database.db
      .selectFrom("roles")
      .select(["place_id", "valid_from", "valid_to"])
      .where("user_id", "=", hoa.id)
      .orderBy("id")
      .execute()
    expect(roles.slice(1)).toEqual([{ place_id: successor, valid_from: "2025-07-01", valid_to: "infinity" }])
  })
  it("can be left without one, with a reason", async () => {
    const hoa = await officerOf("30898", "Hoà")
    const role = await roleOf(hoa)
    const path = `${endedList}/${role.id}/khong-giao-tiep`
    expect((await as(lan).post(path, { reason: "" })).status).toBe(422)
    expect((await as(lan).post(path, { reason: "Đã nghỉ hưu" })).status).toBe(303)
    expect((await as(lan).get(endedList)).text).not.toContain(`vai-tro-${role.id}"`)
    expect(await lastChange()).toMatchObject({ action: "dismiss", reason: "Đã nghỉ hưu" })
  })
  it("is not given on for a place that is no successor", async () => {
    const hoa = await officerOf("30907", "Hoà")
    const role = await roleOf(hoa)
    const { status } = await as(lan).post(`${endedList}/${role.id}/giao-tiep`, { successor: "1" })
    expect(status).toBe(422)
    const roles = await database.db.selectFrom("roles").select("id").where("user_id", "=", hoa.id).execute()
    expect(roles).toHaveLength(1)
  })
  it("is followed through every agency its own went into", async () => {
    const agency = await database.db
      .selectFrom("agencies")
      .select("id")
      .where("name", "=", "Sở Kế hoạch và Đầu tư tỉnh Kiên Giang")
      .executeTakeFirstOrThrow()
    const tam = await signInAs(database.db, {
      name: "Tâm",
      roles: [{ role: "agency_officer", agency_id: agency.id }],
    })
    expect(await cardOf(tam)).toContain("Giao cho Sở Tài chính tỉnh An Giang từ 01/07/2025")
  })
  it("is seen by the auditor, who is offered nothing, and by nobody without the right", async () => {
    await officerOf("30910", "Hoà")
    const { status, text } = await as(auditor).get(endedList)
    expect(status).toBe(200)
    expect(text).not.toContain("giao-tiep")
    const editor = await signInAs(database.db, { name: "Biên", roles: [{ role: "editor" }] })
    expect((await as(editor).get(endedList)).status).toBe(404)
  })
})

function as(someone: SignedIn) {
  return visitor(database.db).as(someone)
}

type EndForm = { valid_to: string; reason: string }

function end(by: SignedIn, of: SignedIn, { id, version }: { id: number; version: number }, form: EndForm) {
  return as(by).post(`${list}/${of.id}/vai-tro/${id}/ket-thuc`, { ...form, version: String(version) })
}

function roleOf({ id }: SignedIn) {
  return database.db
    .selectFrom("roles")
    .select(["id", "version", "place_id"])
    .where("user_id", "=", id)
    .executeTakeFirstOrThrow()
}

/** Of a commune that ended on 30/6/2025, and with it the role. */
async function officerOf(code: string, name: string) {
  const { id } = await database.db
    .selectFrom("places")
    .select("id")
    .where("code", "=", code)
    .where("level", "=", "commune")
    .where("valid_to", "=", "2025-06-30")
    .executeTakeFirstOrThrow()
  return signInAs(database.db, { name, roles: [{ role: "commune_officer", place_id: id }] })
}

async function successorsOf(placeId: number) {
  const rows = await database.db
    .selectFrom("place_successions")
    .select("successor_id")
    .where("place_id", "=", placeId)
    .execute()
  return rows.map(({ successor_id }) => successor_id)
}

/** What the page of ended roles shows of one person. */
async function cardOf(someone: SignedIn) {
  const { text } = await as(lan).get(endedList)
  const role = await roleOf(someone)
  return text.split('<li class="card"').find((card) => card.includes(`vai-tro-${role.id}"`)) ?? ""
}

async function lastChange() {
  return database.db.selectFrom("changes").selectAll().orderBy("id", "desc").executeTakeFirstOrThrow()
}
