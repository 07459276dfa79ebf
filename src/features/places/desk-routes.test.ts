import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { loadPlaces } from "./load-places.ts"

const root = "/ban-lam-viec/quan-tri/dia-ban"
let database: Awaited<ReturnType<typeof freshDatabase>>
let lan: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  await database.db
    .updateTable("site_settings")
    .set({
      place_id: (eb) => eb.selectFrom("places").select("id").where("slug", "=", "tinh-an-giang-91-tu-2025"),
    })
    .execute()
  lan = await signInAs(database.db, { name: "Lan", roles: [{ role: "administrator" }] })
})
afterAll(() => database.close())

describe("places at the desk", () => {
  it("are those of the province on a day, and by name those of all times", async () => {
    const { text } = await as(lan).get(root)
    expect(text).toContain("Đặc khu Phú Quốc")
    expect((await as(lan).get(`${root}?tim=30904`)).text).toContain("đến hết 30/06/2025")
    expect((await as(lan).get(`${root}?ngay=hôm+kia`)).status).toBe(422)
  })
  it("show what a unit was before and what became of it", async () => {
    const slug = await oneThatEnded()
    const { text } = await as(lan).get(`${root}/${slug}`)
    expect(text).toContain("Nay thuộc về")
    expect(text).toContain("từ 01/07/2025")
  })
  it("are corrected with a reason: the page in public follows, its address stays", async () => {
    const slug = await oneThatEnded()
    const before = await find(slug)
    const form = { name: `${before.name} (sửa)`, legal_act: "Nghị quyết 1654", "phien-ban": "1", reason: "" }
    const unexplained = await as(lan).post(`${root}/${slug}/sua`, form)
    expect(unexplained.status).toBe(422)
    expect(unexplained.text).toContain(`value="${before.name} (sửa)"`)
    expect((await as(lan).post(`${root}/${slug}/sua`, { ...form, reason: "Sai chính tả" })).status).toBe(303)
    expect((await visitor(database.db).get(`/dia-ban/${slug}`)).text).toContain(`${before.name} (sửa)`)
    const entry = await database.db
      .selectFrom("changes")
      .select(["before", "after", "reason", "user_id"])
      .where("record_kind", "=", "place")
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      before: { name: before.name },
      after: { name: `${before.name} (sửa)` },
      reason: "Sai chính tả",
      user_id: lan.id,
    })

    const second = await as(lan).post(`${root}/${slug}/sua`, { ...form, name: "Khác", reason: "x" })
    expect(second.status).toBe(409)
    expect((await find(slug)).name).toBe(`${before.name} (sửa)`)
  })
  it("are read by the auditor and corrected by administrators alone", async () => {
    const slug = await oneThatEnded()
    const auditor = await signInAs(database.db, { name: "Kiểm", roles: [{ role: "auditor" }] })
    const planner = await signInAs(database.db, { name: "Kế", roles: [{ role: "planner" }] })
    expect((await as(auditor).get(`${root}/${slug}`)).status).toBe(200)
    expect((await as(auditor).post(`${root}/${slug}/sua`, {})).status).toBe(403)
    expect((await as(planner).get(root)).status).toBe(404)
    expect((await as(lan).get(`${root}/khong-co`)).status).toBe(404)
  })
})

function as(someone: SignedIn) {
  return visitor(database.db).as(someone)
}

async function oneThatEnded() {
  const place = await database.db
    .selectFrom("places")
    .select("slug")
    .where("code", "=", "30904")
    .where("valid_to", "=", "2025-06-30")
    .executeTakeFirstOrThrow()
  return place.slug
}

function find(slug: string) {
  return database.db.selectFrom("places").select(["name"]).where("slug", "=", slug).executeTakeFirstOrThrow()
}
