import { sql } from "kysely"
import { DOMParser } from "linkedom"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"
import { perPart } from "./sitemap.ts"
import { escapeXml } from "./xml.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let get: ReturnType<typeof visitor>["get"]

const hostile = `Tin <b>"đậm"</b> & ]]> 'x' \u0002 & 🌾`

beforeAll(async () => {
  database = await freshDatabase()
  ;({ get } = visitor(database.db))
  const { db } = database
  await db
    .insertInto("sections")
    .values([
      { slug: "su-kien", name: "Sự kiện & tin", name_en: "Events" },
      { slug: "van-ban", name: "Văn bản", name_en: "Documents" },
    ])
    .execute()
  const article = (slug: string, section: string, title: string, published_at: string) => ({
    slug,
    title,
    published_at,
    body_html: "<p>Đoạn <strong>một</strong> &amp; hai.</p>",
    section_id: sql<number>`(select id from sections where slug = ${section})`,
  })
  await db
    .insertInto("articles")
    .values([
      article("doc-hai", "su-kien", hostile, "2020-10-15T16:00:00+07:00"),
      article("nua-dem", "van-ban", "Không rõ giờ", "2020-10-14T00:00:00+07:00"),
      article("tuong-lai", "van-ban", "Chưa đến giờ", "2999-01-01T00:00:00+07:00"),
    ])
    .execute()
})
afterAll(() => database.close())

describe("the feed of the news", () => {
  it("is RSS that a reader of XML takes, with every character of a title", async () => {
    const { status, headers, text } = await get("/rss.xml")
    expect(status).toBe(200)
    expect(headers.get("content-type")).toBe("application/rss+xml; charset=utf-8")
    const feed = parse(text)
    expect(all(feed, "item")).toHaveLength(2)
    expect(all(feed, "item title")[0]?.textContent).toBe(hostile.replace("\u0002", ""))
    expect(all(feed, "item description")[0]?.textContent).toBe("Đoạn một & hai.")
    expect(all(feed, "item category")[0]?.textContent).toBe("Sự kiện & tin")
  })

  it("gives each article its own address, its moment in Vietnam, and itself", async () => {
    const { text } = await get("/rss.xml")
    expect(text).toContain('<guid isPermaLink="true">https://ktth.example.vn/tin-tuc/doc-hai</guid>')
    expect(text).toContain("<pubDate>Thu, 15 Oct 2020 16:00:00 +0700</pubDate>")
    expect(text).toContain("<pubDate>Wed, 14 Oct 2020 00:00:00 +0700</pubDate>")
    expect(text).toContain('<atom:link href="https://ktth.example.vn/rss.xml" rel="self"')
  })

  it("comes for one section, and with English addresses", async () => {
    const section = parse((await get("/chuyen-muc/van-ban/rss.xml")).text)
    expect(all(section, "item title").map((title) => title.textContent)).toEqual(["Không rõ giờ"])
    const { text } = await get("/en/rss.xml")
    expect(text).toContain("<link>https://ktth.example.vn/en/tin-tuc/doc-hai</link>")
    expect(text).toContain("<title>Collective economy portal</title>")
  })

  it("is named by the pages it belongs to", async () => {
    expect((await get("/chuyen-muc/van-ban")).text).toMatch(
      /<link rel="alternate" type="application\/rss\+xml"[^>]+href="\/chuyen-muc\/van-ban\/rss.xml"/,
    )
  })
})

describe("what may not stand in XML", () => {
  it("is left out, so that one bad character does not spoil the feed", () => {
    expect(escapeXml("a\u0000\u0008\u000b\uFFFEb\uD800c\td")).toBe("ab\uFFFDc\td")
  })
})

describe("what programs find the site by", () => {
  it("starts at robots.txt", async () => {
    const { text } = await get("/robots.txt")
    expect(text).toContain("Sitemap: https://ktth.example.vn/sitemap.xml")
  })

  it("lists every page once, in both languages, and only what is published", async () => {
    await plan("148-kh-ubnd", "published")
    await plan("du-thao", "draft")
    const { status, headers, text } = await get("/sitemap.xml")
    expect(status).toBe(200)
    expect(headers.get("content-type")).toBe("application/xml; charset=utf-8")
    const addresses = all(parse(text), "loc").map((loc) => loc.textContent)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const path of [
      "/",
      "/tin-tuc/doc-hai",
      "/chuyen-muc/su-kien",
      "/ke-hoach/148-kh-ubnd",
      "/ke-hoach/148-kh-ubnd/chi-tieu/lap-moi",
      "/dia-ban/tinh-thu",
    ]) {
      expect(addresses).toContain(`https://ktth.example.vn${path}`)
    }
    expect(text).not.toMatch(/du-thao|tuong-lai/)
    expect(text).toContain("<lastmod>2020-10-15</lastmod>")
    expect(text).toContain('hreflang="en" href="https://ktth.example.vn/en/tin-tuc/doc-hai"')
  })

  it("is split into numbered parts once it is too large for one", async () => {
    await sql`insert into organisations (slug, kind, name, founded_on)
      select 'htx-' || n, 'cooperative', 'HTX ' || n, '2020-01-01' from generate_series(1, ${perPart * 2}::int) n`.execute(
      database.db,
    )
    const index = all(parse((await get("/sitemap.xml")).text), "loc").map((loc) => loc.textContent)
    expect(index).toEqual([1, 2, 3].map((part) => `https://ktth.example.vn/sitemap-${part}.xml`))

    const seen = new Set<string>()
    const sizes: number[] = []
    for (const part of [1, 2, 3]) {
      const { text } = await get(`/sitemap-${part}.xml`)
      const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]!)
      sizes.push(addresses.length)
      for (const address of addresses) seen.add(address)
      expect(text.trimEnd().endsWith("</urlset>")).toBe(true)
    }
    expect(sizes.slice(0, 2)).toEqual([perPart, perPart])
    expect(seen.size).toBe(sizes.reduce((sum, size) => sum + size, 0))
    expect(seen).toContain(`https://ktth.example.vn/hop-tac-xa/htx-${perPart * 2}`)
    expect((await get("/sitemap-4.xml")).status).toBe(404)
  })
})

function parse(text: string) {
  return new DOMParser().parseFromString(text, "text/xml")
}

function all(document: ReturnType<typeof parse>, selector: string) {
  return [...document.querySelectorAll(selector)] as Element[]
}

async function plan(slug: string, state: "draft" | "published") {
  const { db } = database
  const place = { slug: "tinh-thu", code: "91", level: "province", kind: "province", name: "Tỉnh thử" }
  await db
    .insertInto("places")
    .values(place)
    .onConflict((on) => on.doNothing())
    .execute()
  const { id } = await db
    .insertInto("plans")
    .values((eb) => ({
      slug,
      number: slug,
      title: "Kế hoạch",
      issuer: "Ủy ban nhân dân tỉnh",
      starts_on: "2021-01-01",
      ends_on: "2025-12-31",
      place_id: eb.selectFrom("places").select("id").where("slug", "=", "tinh-thu"),
      state,
      published_at: state === "published" ? "2020-10-15T16:00:00+07:00" : null,
    }))
    .returning("id")
    .executeTakeFirstOrThrow()
  await db
    .insertInto("targets")
    .values({
      plan_id: id,
      position: 1,
      slug: "lap-moi",
      quote: "thành lập mới 105 hợp tác xã",
      subject: "cooperative",
      change: "new",
      value: 105,
      unit: "count",
      bound: "exact",
    })
    .execute()
}
