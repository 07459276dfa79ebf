import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import type { Role } from "../../rights/roles.ts"
import { loadPlaces } from "../places/load-places.ts"

const list = "/ban-lam-viec/quan-tri/nguoi-dung"
let database: Awaited<ReturnType<typeof freshDatabase>>
let lan: SignedIn
let auditor: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  lan = await signInAs(database.db, { name: "Lê Thị Lan", roles: [{ role: "administrator" }] })
  await signInAs(database.db, { name: "Đỗ Văn Hai", roles: [{ role: "administrator" }] })
  auditor = await signInAs(database.db, { name: "Ngô Kiểm", roles: [{ role: "auditor" }] })
})
afterAll(() => database.close())

describe("the list of people", () => {
  it("finds names typed without marks, by role and by state of the account", async () => {
    await signInAs(database.db, { name: "Trần Quốc Đạt", roles: [{ role: "editor" }] })
    expect((await as(lan).get(`${list}?tim=quoc+dat`)).text).toContain("Trần Quốc Đạt")
    expect((await as(lan).get(`${list}?vai-tro=editor`)).text).toContain("Trần Quốc Đạt")
    expect((await as(lan).get(`${list}?vai-tro=planner`)).text).not.toContain("Trần Quốc Đạt")
    expect((await as(lan).get(`${list}?tai-khoan=disabled`)).text).not.toContain("Trần Quốc Đạt")
    expect((await as(lan).get(`${list}?tim=khong+ai`)).text).toContain("Không có ai như vậy")
  })
  it("shows the roles of today only", async () => {
    await signInAs(database.db, {
      name: "Vũ Cũ",
      roles: [{ role: "publisher", valid_from: "2020-01-01", valid_to: "2026-03-01" }],
    })
    expect((await as(lan).get(`${list}?tim=vu+cu`)).text).toContain("Không giữ vai trò nào")
  })
  it("is read by the auditor, who is offered no change, and hidden from everyone else", async () => {
    const { text } = await as(auditor).get(list)
    expect(text).toContain("Lê Thị Lan")
    expect(text).not.toContain(`${list}/moi`)
    expect((await as(auditor).get(`${list}/moi`)).status).toBe(403)
    for (const role of ["editor", "publisher", "province_officer"] as Role[]) {
      const someone = await signInAs(database.db, { name: role, roles: [{ role }] })
      for (const path of [list, `${list}/moi`, `${list}/${lan.id}`, `${list}/${lan.id}/khoa`])
        expect((await as(someone).get(path)).status, `${role} ${path}`).toBe(404)
    }
  })
})

describe("inviting someone", () => {
  const form = {
    name: "Phạm Thu Hà",
    email: "Ha@Tinh.gov.vn",
    locale: "vi",
    role: "commune_officer",
    scope: "xa binh an 30904",
    valid_from: "1/1/2026",
    valid_to: "",
  }
  it("makes an account with the role, mails a link, and logs both in one transaction", async () => {
    const { status, headers } = await as(lan).post(list, { ...form, scope: "dac khu phu quoc" })
    expect(status).toBe(303)
    const id = headers.get("location")!.split("/").at(-1)!
    const { text } = await as(lan).get(headers.get("location")!)
    expect(text).toContain("ha@tinh.gov.vn")
    expect(text).toContain("Cán bộ xã, phường")
    expect(text).toContain("Từ 01/01/2026, không thời hạn")
    const mails = await database.db.selectFrom("mails").select("recipient").execute()
    expect(mails.map(({ recipient }) => recipient)).toContain("ha@tinh.gov.vn")
    const changes = await database.db
      .selectFrom("changes")
      .select(["action", "record_kind", "user_id"])
      .where("user_id", "=", lan.id)
      .where((eb) => eb.or([eb("record_key", "=", id), eb("record_kind", "=", "role")]))
      .execute()
    expect(changes).toEqual([
      { action: "invite", record_kind: "person", user_id: lan.id },
      { action: "give", record_kind: "role", user_id: lan.id },
    ])
  })
  it("keeps everything typed when something is wrong, and makes nothing", async () => {
    const before = await countUsers()
    const { status, text } = await as(lan).post(list, { ...form, email: "ha", scope: "khong co xa nay" })
    expect(status).toBe(422)
    expect(text).toContain('value="Phạm Thu Hà"')
    expect(text).toContain('value="khong co xa nay"')
    expect(text).toContain("Hãy viết địa chỉ như")
    expect(await countUsers()).toBe(before)
  })
  it("asks which one when several places have the name, and takes the one chosen", async () => {
    const hoa = { ...form, email: "hoa@tinh.gov.vn", scope: "hoa" }
    const { status, text } = await as(lan).post(list, hoa)
    expect(status).toBe(422)
    expect(text).toContain("Hãy chọn một trong danh sách")
    const [, id] = /name="scope_id" value="(\d+)"/.exec(text) ?? []
    expect((await as(lan).post(list, { ...hoa, scope_id: id! })).status).toBe(303)
  })
  it("says so when the address has an account, and gives it no role", async () => {
    const taken = await signInAs(database.db, { name: "Có Rồi" })
    const { status, text } = await as(lan).post(list, { ...form, email: taken.email, role: "" })
    expect(status).toBe(422)
    expect(text).toContain("Địa chỉ này đã có tài khoản")
  })
})

describe("taking access away", () => {
  it("ends every session at once, and asks why", async () => {
    const minh = await signInAs(database.db, { name: "Minh", roles: [{ role: "editor" }] })
    const path = `${list}/${minh.id}/khoa`
    expect((await as(lan).post(path, { reason: " " })).status).toBe(422)
    expect((await as(lan).post(path, { reason: "Nghỉ việc" })).status).toBe(303)
    expect((await as(minh).get("/ban-lam-viec/quyen-han")).status).toBe(303)
    expect((await as(lan).get(`${list}/${minh.id}`)).text).toContain("không đăng nhập được")

    expect((await as(lan).post(`${list}/${minh.id}/mo-khoa`, { reason: "Trở lại" })).status).toBe(303)
    expect((await as(lan).get(`${list}/${minh.id}`)).text).not.toContain("không đăng nhập được")
  })
  it("is never done to oneself, nor offered", async () => {
    expect((await as(lan).get(`${list}/${lan.id}`)).text).not.toContain(`${lan.id}/khoa`)
    for (const path of ["khoa", "dat-lai-buoc-hai"]) {
      expect((await as(lan).get(`${list}/${lan.id}/${path}`)).status, path).toBe(403)
      expect((await as(lan).post(`${list}/${lan.id}/${path}`, { reason: "x" })).status, path).toBe(403)
    }
    expect((await as(lan).post(`${list}/${lan.id}/ket-thuc-phien`, {})).status).toBe(403)
  })
  it("is not for the auditor, who sees the page", async () => {
    const minh = await signInAs(database.db, { name: "Minh" })
    expect((await as(auditor).get(`${list}/${minh.id}`)).status).toBe(200)
    for (const path of ["khoa", "mo-khoa", "dat-lai-buoc-hai", "lien-ket", "ket-thuc-phien"])
      expect((await as(auditor).post(`${list}/${minh.id}/${path}`, { reason: "x" })).status, path).toBe(403)
  })
  it("leaves an administrator when two disable each other at the same moment", async () => {
    const other = await freshDatabase()
    try {
      const [an, binh] = await Promise.all(
        ["An", "Bình"].map((name) => signInAs(other.db, { name, roles: [{ role: "administrator" }] })),
      )
      const visit = visitor(other.db)
      const answers = await Promise.all([
        visit.as(an!).post(`${list}/${binh!.id}/khoa`, { reason: "x" }),
        visit.as(binh!).post(`${list}/${an!.id}/khoa`, { reason: "x" }),
      ])
      expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1)
      const left = await other.db.selectFrom("users").select("id").where("disabled_at", "is", null).execute()
      expect(left).toHaveLength(1)
    } finally {
      await other.close()
    }
  })
})

describe("a person who lost their phone", () => {
  it("gets a new start: factors are gone, sessions are over, and the log says why", async () => {
    const mai = await signInAs(database.db, { name: "Mai", roles: [{ role: "publisher" }] })
    const path = `${list}/${mai.id}/dat-lai-buoc-hai`
    expect((await as(lan).post(path, { reason: "Mất điện thoại, đã gọi xác nhận" })).status).toBe(303)
    expect((await as(mai).get("/ban-lam-viec/quyen-han")).headers.get("location")).toMatch(/^\/dang-nhap/)
    const entry = await database.db
      .selectFrom("changes")
      .select(["action", "reason"])
      .where("record_key", "=", mai.id)
      .executeTakeFirst()
    expect(entry).toEqual({ action: "reset_second_factor", reason: "Mất điện thoại, đã gọi xác nhận" })
  })
})

function as(someone: SignedIn) {
  return visitor(database.db).as(someone)
}

async function countUsers() {
  return (await database.db.selectFrom("users").select("id").execute()).length
}
