import { parseHTML } from "linkedom"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"
import { htmlFromParagraphs } from "./body-html.ts"
import { perPage } from "./list-page.tsx"
import { latestBySection } from "./queries.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let get: ReturnType<typeof visitor>["get"]
let post: ReturnType<typeof visitor>["post"]

const hostile = `"><script>alert('tin')</script> & <b>đậm</b>`

beforeAll(async () => {
  database = await freshDatabase()
  ;({ get, post } = visitor(database.db))
  await database.db
    .insertInto("sections")
    .values([
      { slug: "su-kien", name: "Tin tức - sự kiện nổi bật", name_en: "Leading news", position: 1 },
      { slug: "van-ban", name: "Văn bản", name_en: "Documents", position: 2 },
      { slug: "trong", name: "Chưa có gì", name_en: "Nothing yet", position: 3 },
    ])
    .execute()

  await write("ke-hoach-148", {
    title: "Kiên Giang: Xây dựng Kế hoạch phát triển kinh tế tập thể, giai đoạn 2021-2025.",
    published_at: "2020-10-15T16:00:00+07:00",
    byline: "Minh Tâm",
  })
  await write("ke-hoach-2021", {
    title: "Kiên Giang: Xây dựng Kế hoạch phát triển kinh tế tập thể năm 2021.",
    published_at: "2020-10-14T00:00:00+07:00",
    hour_is_known: false,
  })
  await write("giai-ngan", { title: "Tình hình giải ngân", published_at: "2020-10-16T08:30:00+07:00" })
  await write("doc-hai", { title: hostile, published_at: "2020-10-13T08:00:00+07:00" })
  await write("ngay-mai", { title: "Tin hẹn giờ", published_at: new Date(Date.now() + 86_400_000) })
  for (let day = 1; day <= perPage; day++) {
    await write(`van-ban-${day}`, {
      title: `Văn bản số ${day}`,
      section: "van-ban",
      published_at: `2020-09-${String(day).padStart(2, "0")}T07:00:00+07:00`,
    })
  }
  await announcePlan("ke-hoach-148", "published")
})
afterAll(() => database.close())

describe("an article", () => {
  it("has its title, the moment as portals write it, its body and its author", async () => {
    const { status, page, text } = await read("/tin-tuc/ke-hoach-148")
    expect(status).toBe(200)
    expect(page.querySelectorAll("h1")).toHaveLength(1)
    expect(page.querySelector("h1")?.textContent).toMatch(/^Kiên Giang: Xây dựng/)
    expect(text).toContain('<time datetime="2020-10-15T16:00:00+07:00">(16:00 | 15/10/2020)</time>')
    expect(page.querySelector(".article__body p")?.textContent).toBe("Nội dung của ke-hoach-148.")
    expect(page.querySelector(".article__byline")?.textContent).toBe("Minh Tâm")
  })

  it("shows the day alone where the hour is unknown", async () => {
    const { text } = await read("/tin-tuc/ke-hoach-2021")
    expect(text).toContain('<time datetime="2020-10-14">(14/10/2020)</time>')
  })

  it("shows a hostile title as the words it is made of", async () => {
    for (const path of [
      "/tin-tuc/doc-hai",
      "/tin-tuc/doc-hai/ban-in",
      "/tin-tuc",
      "/chuyen-muc/su-kien",
      "/",
    ]) {
      const { page, text } = await read(path)
      expect(text, path).not.toContain("<script>alert")
      expect(page.querySelector("h1, h3")?.innerHTML, path).not.toContain("<script>")
    }
    const { page } = await read("/tin-tuc/doc-hai")
    expect(page.querySelector("h1")?.textContent).toBe(hostile)
    expect(page.querySelector('meta[property="og:title"]')?.getAttribute("content")).toBe(hostile)
  })

  it("is not there before its hour, on any page", async () => {
    expect((await read("/tin-tuc/ngay-mai")).status).toBe(404)
    expect((await read("/tin-tuc/ngay-mai/ban-in")).status).toBe(404)
    for (const path of [
      "/",
      "/tin-tuc",
      "/chuyen-muc/su-kien",
      "/tin-tuc/giai-ngan",
      "/rss.xml",
      "/sitemap.xml",
    ]) {
      expect((await read(path)).text, path).not.toMatch(/Tin hẹn giờ|ngay-mai/)
    }
  })

  it("leads to the one before and the one after it in its section", async () => {
    const { page } = await read("/tin-tuc/ke-hoach-148")
    expect(page.querySelector('a[rel="prev"]')?.getAttribute("href")).toBe("/tin-tuc/ke-hoach-2021")
    expect(page.querySelector('a[rel="next"]')?.getAttribute("href")).toBe("/tin-tuc/giai-ngan")
  })

  it("has none after it when it is the latest, and none before it when it is the first", async () => {
    expect((await read("/tin-tuc/giai-ngan")).page.querySelector('a[rel="next"]')).toBeNull()
    expect((await read("/tin-tuc/doc-hai")).page.querySelector('a[rel="prev"]')).toBeNull()
  })

  it("names related ones, the most alike first", async () => {
    const { page } = await read("/tin-tuc/giai-ngan")
    const related = [...page.querySelectorAll(".headlines a")].map((link) => link.getAttribute("href"))
    expect(related).toEqual(["/tin-tuc/ke-hoach-2021", "/tin-tuc/doc-hai"])
  })

  it("opens the published plan it announces, and no draft", async () => {
    const { page } = await read("/tin-tuc/ke-hoach-148")
    expect(page.querySelector(".plan-card a")?.getAttribute("href")).toBe("/ke-hoach/148-kh-ubnd")
    await announcePlan("giai-ngan", "draft")
    expect((await read("/tin-tuc/giai-ngan")).page.querySelector(".plan-card")).toBeNull()
  })

  it("tells whoever shares it what it is", async () => {
    const { page } = await read("/tin-tuc/ke-hoach-148?utm_source=x")
    const meta = (name: string) => page.querySelector(`meta[property="${name}"]`)?.getAttribute("content")
    expect(meta("og:type")).toBe("article")
    expect(meta("og:url")).toBe("https://ktth.example.vn/tin-tuc/ke-hoach-148")
    expect(meta("article:published_time")).toBe("2020-10-15T16:00:00+07:00")
    expect(meta("article:section")).toBe("Tin tức - sự kiện nổi bật")
    expect(page.querySelector('link[rel="canonical"]')?.getAttribute("href")).toBe(
      "https://ktth.example.vn/tin-tuc/ke-hoach-148",
    )
  })

  it("stays Vietnamese in the English interface, and says so", async () => {
    const { page, text } = await read("/en/tin-tuc/ke-hoach-148")
    expect(page.documentElement.getAttribute("lang")).toBe("en")
    expect(page.querySelector(".article__body")?.getAttribute("lang")).toBe("vi")
    expect(page.querySelector("h1")?.getAttribute("lang")).toBe("vi")
    expect(text).toContain("This article is in Vietnamese.")
    expect(text).toContain("(16:00 | 15 October 2020)")
    expect(page.querySelector('a[rel="prev"]')?.getAttribute("href")).toBe("/en/tin-tuc/ke-hoach-2021")
  })
})

describe("the print view of an article", () => {
  it("has issuer, words and the address it came from, and no navigation of the site", async () => {
    const { page, text } = await read("/tin-tuc/ke-hoach-148/ban-in")
    expect(page.querySelector(".print-page__issuer")?.textContent).toContain("Sở chủ quản kinh tế tập thể")
    expect(page.querySelector(".article__body")?.textContent).toContain("Nội dung của ke-hoach-148.")
    expect(text).toContain("(16:00 | 15/10/2020)")
    expect(page.querySelector(".print-page__origin")?.textContent).toContain(
      "https://ktth.example.vn/tin-tuc/ke-hoach-148",
    )
    expect(page.querySelector(".navigation")).toBeNull()
    expect(page.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex")
  })
})

describe("lists of news", () => {
  it("hold the latest first, and the rest on further pages", async () => {
    const first = await read("/tin-tuc")
    expect(titles(first.page)).toHaveLength(perPage)
    expect(titles(first.page)[0]).toBe("Tình hình giải ngân")
    const second = await read("/tin-tuc?trang=2")
    expect(titles(second.page).at(-1)).toBe("Văn bản số 1")
    expect(second.page.querySelector('link[rel="canonical"]')?.getAttribute("href")).toMatch(/\?trang=2$/)
  })

  it("have no second page when all fits on the first", async () => {
    const { page } = await read("/chuyen-muc/van-ban")
    expect(titles(page)).toHaveLength(perPage)
    expect(page.querySelector(".pager")).toBeNull()
    expect((await read("/chuyen-muc/van-ban?trang=2")).status).toBe(404)
  })

  it("answer a page beyond the last with the way back", async () => {
    const { status, page, text } = await read("/tin-tuc?trang=3")
    expect(status).toBe(404)
    expect(text).toContain("Danh sách hiện có 2 trang, không có trang 3.")
    expect(page.querySelector("main p a")?.getAttribute("href")).toBe("/tin-tuc")
  })

  it("take what is no number as the first page", async () => {
    for (const page of ["-1", "0", "hai", "1e9", "", "99999999999999999999", "%22%3E%3Cb%3E"]) {
      expect((await read(`/tin-tuc?trang=${page}`)).status, page).toBe(200)
    }
  })

  it("say when a section has nothing yet", async () => {
    const { status, text } = await read("/chuyen-muc/trong")
    expect(status).toBe(200)
    expect(text).toContain("Chưa có tin nào ở đây.")
  })

  it("name sections in English in the English interface", async () => {
    const { page } = await read("/en/chuyen-muc/van-ban")
    expect(page.querySelector("h1")?.textContent).toBe("Documents")
    expect(page.querySelector(".story__title")?.getAttribute("lang")).toBe("vi")
  })

  it("give the latest of every section that has any in one query", async () => {
    const latest = await latestBySection(database.db, { perSection: 2 })
    expect(latest.map(({ section, articles }) => [section.slug, articles.map(({ slug }) => slug)])).toEqual([
      ["su-kien", ["giai-ngan", "ke-hoach-148"]],
      ["van-ban", [`van-ban-${perPage}`, `van-ban-${perPage - 1}`]],
    ])
  })
})

describe("addresses nobody wrote", () => {
  it.each([
    "/tin-tuc/%00",
    "/tin-tuc/%E0%A4%A",
    "/tin-tuc/..%2f..%2fetc",
    "/tin-tuc/khong-co/ban-in",
    `/tin-tuc/${"a".repeat(5000)}`,
    "/chuyen-muc/%00",
    "/chuyen-muc/'; drop table articles; --",
    "/chuyen-muc/khong-co/rss.xml",
    "/en//elsewhere.vn/",
    "/sitemap-0.xml",
    "/sitemap-9999.xml",
  ])("%s is a page not found", async (path) => {
    const { status, page } = await read(path)
    expect(status).toBe(404)
    for (const link of page.querySelectorAll("a")) expect(link.getAttribute("href")).not.toMatch(/^\/\//)
  })

  it("may bring any query along", async () => {
    expect((await read(`/tin-tuc?${"x=%22%3C&trang=%00&".repeat(500)}`)).status).toBeLessThan(500)
  })
})

describe("the text size", () => {
  it("is kept in a cookie and shows in the class of the page", async () => {
    const { status, headers } = await post("/co-chu", { "co-chu": "lon", "tro-lai": "/tin-tuc?trang=2" })
    expect(status).toBe(303)
    expect(headers.get("location")).toBe("/tin-tuc?trang=2")
    const cookie = headers.get("set-cookie")?.split(";")[0] ?? ""
    const { text } = await get("/tin-tuc", { cookie })
    expect(parseHTML(text).document.documentElement.getAttribute("class")).toBe("text-lon")
  })

  it.each([
    "//elsewhere.vn",
    "/\\elsewhere.vn",
    "/.//elsewhere.vn",
    "/x/..//elsewhere.vn",
    "https://elsewhere.vn",
  ])("never leads away from the site: %s", async (away) => {
    const { headers } = await post("/co-chu", { "co-chu": "lon", "tro-lai": away })
    expect(headers.get("location")).toBe("/")
  })
})

describe("every public page", () => {
  it("has no script and no style inside it, so that the policy can refuse them", async () => {
    const paths = [
      "/",
      "/en",
      "/tin-tuc",
      "/tin-tuc/ke-hoach-148",
      "/tin-tuc/ke-hoach-148/ban-in",
      "/tin-noi-bat",
    ]
    for (const path of paths) {
      const { page, text } = await read(path)
      expect(page.querySelectorAll("style, script:not([src])"), path).toHaveLength(0)
      expect(text, path).not.toMatch(/\s(?:style|on[a-z]+)=/)
    }
  })
})

type Written = {
  title: string
  published_at: string | Date
  section?: string
  hour_is_known?: boolean
  byline?: string
}

async function write(slug: string, { section = "su-kien", ...values }: Written) {
  await database.db
    .insertInto("articles")
    .values((eb) => ({
      slug,
      ...values,
      body_html: htmlFromParagraphs([`Nội dung của ${slug}.`, "Đoạn hai."]),
      section_id: eb.selectFrom("sections").select("id").where("slug", "=", section),
    }))
    .execute()
}

async function announcePlan(article: string, state: "draft" | "published") {
  const { db } = database
  const { id } = await db
    .selectFrom("articles")
    .select("id")
    .where("slug", "=", article)
    .executeTakeFirstOrThrow()
  const place = { slug: "tinh-thu", code: "91", level: "province", kind: "province", name: "Tỉnh thử" }
  await db
    .insertInto("places")
    .values(place)
    .onConflict((on) => on.doNothing())
    .execute()
  await db
    .insertInto("plans")
    .values((eb) => ({
      slug: "148-kh-ubnd",
      number: "148/KH-UBND",
      title: "Kế hoạch phát triển kinh tế tập thể",
      issuer: "Ủy ban nhân dân tỉnh",
      starts_on: "2021-01-01",
      ends_on: "2025-12-31",
      place_id: eb.selectFrom("places").select("id").where("slug", "=", "tinh-thu"),
      article_id: id,
      state,
      published_at: state === "published" ? "2020-10-15T16:00:00+07:00" : null,
    }))
    .execute()
}

async function read(path: string) {
  const { status, headers, text } = await get(path)
  return { status, headers, text, page: parseHTML(text).document }
}

function titles(page: Document) {
  return [...page.querySelectorAll(".story__title")].map((title) => title.textContent)
}
