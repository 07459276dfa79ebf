import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { readSiteSettings } from "../../web/site.ts"
import { loadPlaces } from "../places/load-places.ts"
import { settingsFields, startSettings } from "./settings-form.ts"

const path = "/ban-lam-viec/quan-tri/trang"
let database: Awaited<ReturnType<typeof freshDatabase>>
let lan: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  lan = await signInAs(database.db, { name: "Lan", roles: [{ role: "administrator" }] })
})
afterAll(() => database.close())

describe("the settings of the site", () => {
  it("are saved as they were typed, show at once, and stand in the log with who changed them", async () => {
    const form = { ...(await filled()), phone: "0297 3862 037", banner: "blue", province: "an giang" }
    const { status, headers } = await save(form)
    expect(status).toBe(303)
    const { text } = await visitor(database.db).get("/")
    expect(text).toContain('href="tel:02973862037"')
    expect(text).toContain("banner-blue")
    expect((await visitor(database.db).as(lan).get(headers.get("location")!)).text).toContain("Đã lưu")
    const entry = await database.db
      .selectFrom("changes")
      .select(["user_id", "role", "after"])
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ user_id: lan.id, role: "administrator", after: { banner: "blue" } })
    expect((await visitor(database.db).as(lan).get(path)).text).toContain('value="Tỉnh An Giang"')
  })
  it("come back with everything typed and every mistake named", async () => {
    const { status, text } = await save({
      ...(await filled()),
      department: "",
      phone: "gọi sau",
      tagline: "Cùng làm, cùng hưởng",
      footer_links: "Trang | Site | javascript:alert(1)",
      province: "huyện không có",
    })
    expect(status).toBe(422)
    expect(text).toContain('value="Cùng làm, cùng hưởng"')
    expect(text).toContain("Hãy viết số như")
    expect(text).toContain("javascript:alert(1)” cần đủ ba phần")
    expect(text).toContain("Không có tên nào như")
    expect((await visitor(database.db).get("/")).text).not.toContain("javascript:alert")
  })
  it.each(["//la.vn", "javascript:alert(1)", "data:text/html,x", "chinhphu.vn", "https://"])(
    "take no link to %s",
    async (address) => {
      const { status } = await save({ ...(await filled()), footer_links: `Tên | Name | ${address}` })
      expect(status).toBe(422)
    },
  )
  it("answer for a province only", async () => {
    const { status, text } = await save({ ...(await filled()), province: "đặc khu phú quốc" })
    expect(status).toBe(422)
    expect(text).toContain("Hãy chọn một tỉnh")
  })
  it("are not written over: whoever comes second sees both and chooses", async () => {
    const form = await filled()
    await save({ ...form, address: "29 Bạch Đằng" })
    const second = await save({ ...form, address: "1 Nguyễn Công Trứ" })
    expect(second.status).toBe(409)
    expect(second.text).toContain("29 Bạch Đằng")
    expect(second.text).toContain("1 Nguyễn Công Trứ")
    expect(await readSiteSettings(database.db)).toMatchObject({ address: "29 Bạch Đằng" })

    const { version } = await readSiteSettings(database.db)
    const { address: _, ...rest } = form
    const chosen = {
      ...rest,
      "phien-ban": String(version),
      "chon.address": "mine",
      "cua-ho.address": "29 Bạch Đằng",
      "cua-toi.address": "1 Nguyễn Công Trứ",
    }
    expect((await save(chosen)).status).toBe(303)
    expect(await readSiteSettings(database.db)).toMatchObject({ address: "1 Nguyễn Công Trứ" })
  })
  it("can turn English off, which leaves no box ticked", async () => {
    const { has_english: _, ...form } = await filled()
    await save(form)
    expect((await visitor(database.db).get("/en")).status).toBe(404)
    await save({ ...(await filled()), has_english: "1" })
    expect((await visitor(database.db).get("/en")).status).toBe(200)
  })
  it("are changed by administrators alone", async () => {
    const form = await filled()
    for (const [role, expected] of [
      ["auditor", 403],
      ["publisher", 404],
    ] as const) {
      const someone = visitor(database.db).as(await signInAs(database.db, { name: "A", roles: [{ role }] }))
      expect((await someone.get(path)).status, role).toBe(expected)
      expect((await someone.post(path, form)).status, role).toBe(expected)
    }
  })
})

function save(form: Record<string, string>) {
  return visitor(database.db).as(lan).post(path, form)
}

/** The form as the page shows it now. */
async function filled(): Promise<Record<string, string>> {
  const { version, ...site } = await readSiteSettings(database.db)
  const place = await database.db
    .selectFrom("places")
    .select(["id", "name"])
    .where("id", "=", site.place_id ?? 0)
    .executeTakeFirst()
  const { values } = startSettings(site, place && { id: place.id, label: `Tỉnh ${place.name}` })
  const typed = settingsFields.flatMap((name) => (values[name]?.[0] ? [[name, values[name][0]]] : []))
  return { ...Object.fromEntries(typed), "phien-ban": String(version) }
}
