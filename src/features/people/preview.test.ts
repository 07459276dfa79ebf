import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { organisationsSeenBy } from "../../rights/seen.ts"
import { findPersonOn } from "./queries.ts"

const today = "2026-03-02"
let database: Awaited<ReturnType<typeof freshDatabase>>
let lan: SignedIn
let placeId: number
beforeAll(async () => {
  database = await freshDatabase()
  await writeRegister(database.db)
  lan = await signInAs(database.db, { name: "Lan", roles: [{ role: "administrator" }] })
  const state = await database.db
    .selectFrom("organisation_states")
    .select("place_id")
    .where("valid_from", "<=", today)
    .where("valid_to", ">=", today)
    .orderBy("organisation_id")
    .executeTakeFirstOrThrow()
  placeId = state.place_id
})
afterAll(() => database.close())

describe("what a person would see", () => {
  it("is their commune's organisations for an officer, and no one else's", async () => {
    const officer = await signInAs(database.db, {
      name: "Hoà",
      roles: [{ role: "commune_officer", place_id: placeId }],
    })
    const seen = await seenOn(officer, today)
    const inCommune = await database.db
      .selectFrom("organisation_states")
      .select("organisation_id")
      .where("place_id", "=", placeId)
      .where("valid_from", "<=", today)
      .where("valid_to", ">=", today)
      .execute()
    expect(seen).toEqual(inCommune.map(({ organisation_id }) => organisation_id).toSorted((a, b) => a - b))
    const { text } = await preview(officer)
    expect(text).toContain("Cập nhật hồ sơ tổ chức")
    expect(text).not.toContain("Đăng và gỡ tin bài")
    expect(text).toMatch(new RegExp(`Tổ chức</th><td class="table__number">${seen.length}</td>`))
  })
  it("is one organisation for its representative, and all of them for the province", async () => {
    const all = await database.db.selectFrom("organisations").select("id").orderBy("id").execute()
    const [first] = all
    const director = await signInAs(database.db, {
      name: "Giám",
      roles: [{ role: "organisation_representative", organisation_id: first!.id }],
    })
    expect(await seenOn(director, today)).toEqual([first!.id])
    const province = await signInAs(database.db, { name: "Tỉnh", roles: [{ role: "province_officer" }] })
    expect((await seenOn(province, today)).length).toBeGreaterThan(1)
  })
  it("is nothing for someone without a role that day, or with roles for other things", async () => {
    const editor = await signInAs(database.db, { name: "Biên", roles: [{ role: "editor" }] })
    expect(await seenOn(editor, today)).toEqual([])
    const later = await signInAs(database.db, {
      name: "Sau",
      roles: [{ role: "province_officer", valid_from: "2026-04-01" }],
    })
    expect(await seenOn(later, today)).toEqual([])
    expect((await preview(later)).text).toContain("Không giữ vai trò nào vào ngày này")
    expect((await preview(later, "1/4/2026")).text).toContain("Cập nhật hồ sơ tổ chức")
  })
  it("keeps what was typed for a day that is none", async () => {
    const { status, text } = await preview(lan, "mai mốt")
    expect(status).toBe(422)
    expect(text).toContain('value="mai mốt"')
  })
  it("can be looked up by administrator and auditor alone, and changes nothing", async () => {
    const auditor = await signInAs(database.db, { name: "Kiểm", roles: [{ role: "auditor" }] })
    const editor = await signInAs(database.db, { name: "Biên", roles: [{ role: "editor" }] })
    const path = `/ban-lam-viec/quan-tri/nguoi-dung/${lan.id}/xem-thu`
    expect((await visitor(database.db).as(auditor).get(path)).status).toBe(200)
    expect((await visitor(database.db).as(editor).get(path)).status).toBe(404)
    expect((await visitor(database.db).as(auditor).get(path)).text).not.toContain(`action="${path}" method`)
  })
})

function preview(someone: SignedIn, day?: string) {
  const path = `/ban-lam-viec/quan-tri/nguoi-dung/${someone.id}/xem-thu`
  return visitor(database.db)
    .as(lan)
    .get(day ? `${path}?ngay=${encodeURIComponent(day)}` : path)
}

async function seenOn({ id }: SignedIn, day: string) {
  const person = await findPersonOn(database.db, id, day)
  const rows = await organisationsSeenBy(database.db, person!, day)
    .select("organisations.id")
    .orderBy("organisations.id")
    .execute()
  return rows.map((row) => row.id)
}
