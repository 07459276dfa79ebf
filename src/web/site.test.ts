import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../test/database.ts"
import { signInAs } from "../../test/fixtures/people.ts"
import { visitor } from "../../test/visit.ts"
import { changeSite, readSiteSettings, type SiteSettings } from "./site.ts"

const author = { actor: "Lan", via: "web" } as const
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

describe("a portal without an English version", () => {
  it("answers every public address under /en as if it never had been there", async () => {
    await change({ has_english: false })
    const { get } = visitor(database.db)
    for (const path of ["/en", "/en/tin-tuc", "/en/hop-tac-xa.csv", "/en/rss.xml"]) {
      const { status, text } = await get(path)
      expect(status, path).toBe(404)
      expect(text, path).toContain('lang="vi"')
    }
    expect((await get("/")).status).toBe(200)
  })
  it("offers none: no link, no alternate address, nothing in the sitemap", async () => {
    await change({ has_english: false })
    const { get } = visitor(database.db)
    expect((await get("/")).text).not.toMatch(/hreflang|"\/en/)
    expect((await get("/sitemap.xml")).text).not.toContain("/en")
  })
  it("lets those who work behind it keep their language", async () => {
    await change({ has_english: false })
    const lan = await signInAs(database.db, { name: "Lan", roles: [{ role: "administrator" }] })
    const { status, text } = await visitor(database.db).as(lan).get("/en/ban-lam-viec/quan-tri")
    expect(status).toBe(200)
    expect(text).toContain('<a href="/">See the public site</a>')
  })
  it("gets it back whole", async () => {
    await change({ has_english: false })
    await change({ has_english: true })
    const { get } = visitor(database.db)
    expect((await get("/en")).status).toBe(200)
    expect((await get("/")).text).toContain('hreflang="en"')
    expect((await get("/sitemap.xml")).text).toContain("/en/tin-tuc")
  })
})

describe("what the site says of itself", () => {
  it("stands in banner and footer, as text and never as markup", async () => {
    await change({
      banner: "blue",
      tagline: "Vì kinh tế tập thể",
      footer: "Giấy phép số 12/GP-TTĐT\n<b>Chịu trách nhiệm:</b> Nguyễn Văn An",
      footer_links: [
        { name: "Cổng Chính phủ", name_en: "Government portal", address: "https://chinhphu.vn" },
      ],
    })
    const { text } = await visitor(database.db).get("/")
    expect(text).toContain('class="banner-blue"')
    expect(text).toContain("Vì kinh tế tập thể")
    expect(text).toContain("<p>Giấy phép số 12/GP-TTĐT</p>")
    expect(text).toContain("<p>&lt;b&gt;Chịu trách nhiệm:&lt;/b&gt; Nguyễn Văn An</p>")
    expect(text).toContain('<a href="https://chinhphu.vn">Cổng Chính phủ</a>')
    expect((await visitor(database.db).get("/en")).text).toContain("Government portal")
  })
  it("leaves what changed, and only that, in the change log", async () => {
    await change({ phone: "1080" })
    await change({ phone: "1081", banner: "red", email: null })
    const entry = await database.db
      .selectFrom("changes")
      .select(["actor", "record_kind", "before", "after"])
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ actor: "Lan", record_kind: "site" })
    expect(entry.after).toEqual({ phone: "1081", banner: "red" })
    expect(entry.before).toMatchObject({ phone: "1080" })
  })
  it("is not written over by someone who read it before it changed", async () => {
    const { version } = await readSiteSettings(database.db)
    await change({ phone: "1082" })
    expect(await changeSite(database.db, { phone: "1083" }, author, { version })).toBe(false)
    expect(await readSiteSettings(database.db)).toMatchObject({ phone: "1082", version: version + 1 })
  })
})

function change(wanted: Partial<SiteSettings>) {
  return changeSite(database.db, wanted, author)
}
