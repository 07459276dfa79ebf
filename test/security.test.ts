import { sql } from "kysely"
import { parseHTML } from "linkedom"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import type { Database } from "../src/database/connection.ts"
import { log } from "../src/log.ts"
import { readSettings } from "../src/settings.ts"
import { freshDatabase } from "./database.ts"
import { findPublicPages, inEnglish, type PublicPage } from "./public-pages.ts"
import { serveOverTheWire } from "./serve.ts"
import type { visitor } from "./visit.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let portal: Awaited<ReturnType<typeof serveOverTheWire>>
let origin: string

beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
  portal = await serveOverTheWire(database.db)
  origin = portal.origin
}, 120_000)
afterAll(async () => {
  portal?.close()
  await database?.close()
})

describe("every answer", () => {
  it.each([
    ["a page", "/", 200],
    ["the same page, from memory", "/", 200],
    ["the same page, unchanged since", "/", 304],
    ["a page in English", "/en/tin-tuc", 200],
    ["a page with a question in it", "/hop-tac-xa?tim=nong+nghiep", 200],
    ["a page that is not there", "/khong-co", 404],
    ["a page of a list that is not there", "/tin-tuc?trang=999", 404],
    ["a file that is not there", "/assets/khong-co.js", 404],
    ["a table as a file", "/so-lieu/cooperatives.csv", 200],
    ["the register as a file", "/hop-tac-xa.csv", 200],
    ["a feed", "/rss.xml", 200],
    ["the map for crawlers", "/sitemap.xml", 200],
    ["the rules for crawlers", "/robots.txt", 200],
    ["the emblem", "/bieu-trung.svg", 200],
  ])("refuses to run or frame anything: %s", async (_what, path, status) => {
    const headers: Record<string, string> = {}
    if (status === 304) headers["if-none-match"] = (await fetch(origin + path)).headers.get("etag") ?? ""
    const response = await fetch(origin + path, { headers })
    await response.arrayBuffer()
    expect(response.status).toBe(status)
    expectStrict(response.headers)
  })

  it("does so for styles and scripts, which say what they are", async () => {
    const page = parseHTML(await (await fetch(origin)).text()).document
    const styles = page.querySelector('link[rel="stylesheet"]')?.getAttribute("href")
    const script = page.querySelector("script[src]")?.getAttribute("src")
    for (const [path, type] of [
      [styles, "text/css; charset=utf-8"],
      [script, "text/javascript; charset=utf-8"],
    ]) {
      const response = await fetch(origin + path)
      expect(response.status).toBe(200)
      expect(response.headers.get("content-type")).toBe(type)
      expectStrict(response.headers)
    }
  })

  it("does so after a form", async () => {
    const body = new URLSearchParams({ "co-chu": "lon", "tro-lai": "/tin-tuc" })
    const response = await fetch(`${origin}/co-chu`, { method: "POST", body, redirect: "manual" })
    expect(response.status).toBe(303)
    expectStrict(response.headers)
  })

  it("does so when a form cannot be read", async () => {
    const response = await fetch(`${origin}/co-chu`, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: "no form",
    })
    expect(response.status).toBe(400)
    expectStrict(response.headers)
  })

  it("does so when everything fails, and tells nothing of what failed", async () => {
    const { createApp } = await import("../src/app.tsx")
    const logged = vi.spyOn(log, "error").mockImplementation(() => {})
    const broken = new Proxy({} as Database, {
      get() {
        throw new Error("password authentication failed for user hoptac")
      },
    })
    const response = await createApp({ db: broken, settings: readSettings({}) }).request("/tin-tuc")
    const text = await response.text()
    logged.mockRestore()
    expect(response.status).toBe(500)
    expect(text).toMatch(/^Trang đang gặp lỗi.*\([0-9a-f]{8}\)$/)
    expectStrict(response.headers)
  })
})

describe("words that mean something to a browser or a spreadsheet", () => {
  const hostile = `"><script src=//elsewhere.vn></script><img src=x onerror=alert(1)>' onfocus='alert(1) &lt;b&gt; \u202edam\u202c`
  let pages: PublicPage[]
  let get: ReturnType<typeof visitor>["get"]

  beforeAll(async () => {
    const { db } = database
    await db
      .updateTable("organisations")
      .set({ name: hostile, address: hostile, phone: hostile, email: hostile })
      .execute()
    await db
      .updateTable("organisations")
      .set({
        website: `javascript:alert("${hostile}")`,
        legal_representative: hostile,
        foreign_name: hostile,
      })
      .execute()
    await db.updateTable("organisation_states").set({ name: hostile }).execute()
    await db
      .updateTable("articles")
      .set({ title: hostile, byline: hostile, source_portal: hostile })
      .execute()
    await db.updateTable("plans").set({ title: hostile, issuer: hostile }).execute()
    await db
      .updateTable("plan_sections")
      .set({ heading: hostile, body: hostile, items: [hostile, hostile] })
      .execute()
    await db.updateTable("targets").set({ quote: hostile, subject: hostile }).execute()
    await db.updateTable("places").set({ name: hostile, legal_act: hostile }).execute()
    await db
      .updateTable("sections")
      .set({ name: sql`slug || ${hostile}::text`, name_en: hostile })
      .execute()
    await db
      .updateTable("site_settings")
      .set({ department: hostile, portal_name: hostile, address: hostile, phone: hostile, email: hostile })
      .execute()
    const visits = await import("./visit.ts")
    ;({ get } = visits.visitor(db))
    pages = await findPublicPages(async (path) => {
      const { status, text } = await get(path)
      return status === 200 ? text : undefined
    })
  }, 120_000)

  it("stay words on every page of both languages", async () => {
    for (const { path } of [...pages, ...pages.map(inEnglish)]) {
      const { text } = await get(path)
      const page = parseHTML(text).document
      const scripts = [...page.querySelectorAll("script")].map((script) => script.getAttribute("src") ?? "")
      expect(
        scripts.filter((source) => !source.startsWith("/assets/")),
        path,
      ).toEqual([])
      expect(page.querySelectorAll("img, iframe, style, [style], object, embed, base"), path).toHaveLength(0)
      for (const element of page.querySelectorAll("*")) {
        const names = [...element.attributes].map(({ name }) => name)
        expect(
          names.filter((name) => name.startsWith("on")),
          path,
        ).toEqual([])
      }
      for (const link of page.querySelectorAll("a[href]")) {
        expect(link.getAttribute("href"), path).toMatch(/^(?:\/(?!\/)|#|https?:|mailto:|tel:)/)
      }
    }
  })

  it("are shown as they are", async () => {
    const shown = (kind: string) => pages.find((page) => page.kind === kind)?.path ?? kind
    for (const kind of ["article", "plan", "target 1", "organisation, hop-tac-xa", "commune of today"]) {
      const page = parseHTML((await get(shown(kind))).text).document
      expect(page.querySelector("h1")?.textContent, kind).toContain(hostile)
    }
  })

  it("stay words in feeds and maps", async () => {
    for (const path of ["/rss.xml", "/sitemap.xml"]) {
      const { text } = await get(path)
      expect(text, path).not.toContain("<script")
      expect(parseHTML(text).document.querySelectorAll("script, img"), path).toHaveLength(0)
    }
  })

  it("are no formula in a file that a spreadsheet opens", async () => {
    const names = [`=HYPERLINK("https://elsewhere.vn","Bấm")`, "+84 297", "-1+1", "@SUM(A1)", "\t=1", "\r=1"]
    const name = (id: string) => sql<string>`(${names}::text[])[1 + ${sql.ref(id)} % 6]`
    await database.db
      .updateTable("organisations")
      .set({ name: name("id") })
      .execute()
    await database.db
      .updateTable("organisation_states")
      .set({ name: name("organisation_id") })
      .execute()
    await database.db
      .updateTable("places")
      .set({ name: name("id") })
      .execute()
    for (const path of ["/hop-tac-xa.csv", "/so-lieu/cooperatives.csv", "/en/so-lieu/members.csv"]) {
      const cells = new Set(cellsIn((await get(path)).text))
      for (const name of names) expect(cells, path).toContain(`'${name}`)
      expect(
        [...cells].filter((cell) => /^[=+@\t\r]|^-[^\d]/.test(cell)),
        path,
      ).toEqual([])
    }
  })
})

/** Cells as a spreadsheet sees them, their quotes taken off. */
function cellsIn(csv: string) {
  const cells = csv.replace(/^\uFEFF/, "").match(/"(?:[^"]|"")*"|[^,\r\n]+/g) ?? []
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
}

/** Nothing runs and nothing is framed; nothing is guessed about what an answer is; no address is given away. */
function expectStrict(headers: Headers) {
  const policy = Object.fromEntries(
    (headers.get("content-security-policy") ?? "").split("; ").map((directive) => {
      const [name, ...sources] = directive.split(" ")
      return [name, sources.join(" ")]
    }),
  )
  expect(policy).toMatchObject({
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  })
  expect(headers.get("content-security-policy")).not.toMatch(/unsafe|\*|https?:/)
  expect(headers.get("x-content-type-options")).toBe("nosniff")
  expect(headers.get("x-frame-options")).toBe("DENY")
  expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin")
  expect(headers.get("x-powered-by")).toBeNull()
}
