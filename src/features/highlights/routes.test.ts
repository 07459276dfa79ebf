import { parseHTML } from "linkedom"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>

beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  const section = await db
    .insertInto("sections")
    .values({ slug: "su-kien", name: "Sự kiện", name_en: "Events" })
    .returning("id")
    .executeTakeFirstOrThrow()
  const [read, coming] = await db
    .insertInto("articles")
    .values(
      ["2020-10-15T16:00:00+07:00", "2999-01-01T00:00:00+07:00"].map((published_at, index) => ({
        slug: `bai-${index}`,
        title: `Bài ${index}`,
        section_id: section.id,
        body_html: "<p>Nội dung</p>",
        published_at,
      })),
    )
    .returning("id")
    .execute()
  await db
    .insertInto("highlights")
    .values([
      { title: "Có bài viết", shown_on: "2020-10-15", article_id: read!.id },
      { title: "Chỉ có tiêu đề", shown_on: "2020-10-15" },
      { title: "Bài chưa đến giờ", shown_on: "2020-10-16", article_id: coming!.id },
      { title: "Đã hết hạn", shown_on: "2020-10-01", shown_until: "2020-10-31" },
      { title: "Chưa đến ngày", shown_on: "2026-03-03" },
    ])
    .execute()
})
afterAll(() => database.close())

describe.each(["/", "/tin-noi-bat"])("the highlights on %s", (path) => {
  it("stand with their days, latest first, as long as they are to be shown", async () => {
    expect(headlines(await pageAt(path, "2026-03-02"))).toEqual([
      "16/10/2020 Bài chưa đến giờ",
      "15/10/2020 Có bài viết",
      "15/10/2020 Chỉ có tiêu đề",
    ])
    expect(headlines(await pageAt(path, "2020-10-31"))).toContain("01/10/2020 Đã hết hạn")
    expect(headlines(await pageAt(path, "2026-03-03"))[0]).toBe("03/03/2026 Chưa đến ngày")
  })

  it("are links where there is an article to read, and plain words where there is none", async () => {
    const links = [...(await pageAt(path, "2026-03-02")).querySelectorAll(".highlights__title a")]
    expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["Có bài viết", "/tin-tuc/bai-0"],
    ])
  })
})

describe("the strip of highlights", () => {
  it("can be reached and scrolled by keyboard without scripts", async () => {
    const frame = (await pageAt("/", "2026-03-02")).querySelector(".highlights__frame")
    expect(frame?.getAttribute("tabindex")).toBe("0")
    expect(frame?.getAttribute("aria-label")).toBe("Danh sách tin nổi bật")
  })

  it("is not there on a day without highlights", async () => {
    expect((await pageAt("/", "2019-01-01")).querySelector(".highlights")).toBeNull()
  })
})

async function pageAt(path: string, today: string) {
  const { text } = await visitor(database.db, { today }).get(path)
  return parseHTML(text).document
}

function headlines(page: Document) {
  return [...page.querySelectorAll(".highlights li, .highlights-list li")].map((item) =>
    [...item.children].map((part) => part.textContent).join(" "),
  )
}
