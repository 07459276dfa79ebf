import { parseHTML } from "linkedom"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let get: ReturnType<typeof visitor>["get"]
beforeAll(async () => {
  database = await freshDatabase()
  ;({ get } = visitor(database.db))
})
afterAll(() => database.close())

describe("the home page", () => {
  it("stands even before anything is published", async () => {
    const { status, text } = await get("/")
    expect(status).toBe(200)
    expect(text).toContain("Chưa có tin nào.")
  })

  it("has the latest of every section, the first with its lead", async () => {
    const sections = await database.db
      .insertInto("sections")
      .values([
        { slug: "van-ban", name: "Văn bản", name_en: "Documents", position: 2 },
        { slug: "su-kien", name: "Sự kiện", name_en: "Events", position: 1 },
      ])
      .returning(["id", "slug"])
      .execute()
    for (const { id, slug } of sections) {
      for (const day of [1, 2, 3, 4, 5, 6]) {
        await database.db
          .insertInto("articles")
          .values({
            slug: `${slug}-${day}`,
            title: `${slug} ${day}`,
            section_id: id,
            body_html: `<p>Mở đầu của ${slug}-${day}.</p>`,
            published_at: `2020-10-0${day}T08:00:00+07:00`,
          })
          .execute()
      }
    }

    const page = parseHTML((await get("/")).text).document
    const shown = [...page.querySelectorAll(".section-news")].map((section) => ({
      name: section.querySelector("h2")?.textContent,
      lead: section.querySelector(".story__lead")?.textContent,
      titles: [...section.querySelectorAll(".story__title, .headlines a")].map((title) => title.textContent),
    }))
    expect(shown).toEqual(
      [
        ["su-kien", "Sự kiện"],
        ["van-ban", "Văn bản"],
      ].map(([slug, name]) => ({
        name,
        lead: `Mở đầu của ${slug}-6.`,
        titles: [6, 5, 4, 3, 2].map((day) => `${slug} ${day}`),
      })),
    )
  })

  it("finds a cooperative with a plain form", async () => {
    const page = parseHTML((await get("/en")).text).document
    const form = page.querySelector("main form")
    expect(form?.getAttribute("action")).toBe("/en/hop-tac-xa")
    expect(form?.querySelector("input")?.getAttribute("name")).toBe("tim")
    expect(page.querySelector('main label[for="tim-hop-tac-xa"]')?.textContent).toBe(
      "Find a cooperative or a group",
    )
  })
})
