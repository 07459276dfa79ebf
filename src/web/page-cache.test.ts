import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { getRequestListener } from "@hono/node-server"
import { Hono } from "hono"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { createPageCache, type PageCache } from "./page-cache.ts"
import type { Env } from "./view.ts"

let cache: PageCache
let server: Server
let rendered: number
let content: string
let clock: number
let beforeAnswering: () => Promise<void>

beforeEach(async () => {
  rendered = 0
  content = "một trang"
  clock = Date.parse("2026-03-02T10:00:00+07:00")
  beforeAnswering = async () => {}
  cache = createPageCache({ now: () => clock })
  const app = new Hono<Env>().use(cache.keep).get("/*", async (c) => {
    rendered++
    const shown = content
    await beforeAnswering()
    c.set("topics", c.req.path === "/private" ? [] : ["news"])
    return c.html(shown)
  })
  const listener = getRequestListener(app.fetch)
  server = createServer((request, response) => {
    if (!cache.answer(request, response)) listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  cache.resume()
})
afterEach(() => server.close())

function visit(path: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}${path}`, { headers })
}

describe("a public page", () => {
  it("is rendered once, however often it is asked for", async () => {
    const texts = [await visit("/a"), await visit("/a"), await visit("/a")].map((response) => response.text())
    expect(await Promise.all(texts)).toEqual(["một trang", "một trang", "một trang"])
    expect(rendered).toBe(1)
  })

  it("is rendered again after a fact it shows has changed", async () => {
    await visit("/a")
    content = "một trang mới"
    cache.forget("news")
    expect(await (await visit("/a")).text()).toBe("một trang mới")
  })

  it("stays when other facts change", async () => {
    await visit("/a")
    cache.forget("plans")
    await visit("/a")
    expect(rendered).toBe(1)
  })

  it("is not kept when a fact changed while it was being rendered", async () => {
    beforeAnswering = async () => {
      content = "một trang mới"
      cache.forget("news")
    }
    await visit("/a")
    beforeAnswering = async () => {}
    expect(await (await visit("/a")).text()).toBe("một trang mới")
  })

  it("is not kept while nobody tells of changes", async () => {
    cache.pause()
    await visit("/a")
    await visit("/a")
    expect(rendered).toBe(2)
  })

  it("is rendered again when the day changes in Vietnam", async () => {
    await visit("/a")
    clock = Date.parse("2026-03-03T00:00:00+07:00")
    await visit("/a")
    expect(rendered).toBe(2)
  })

  it("is kept once for each text size, whatever else the cookies say", async () => {
    await visit("/a", { cookie: "co-chu=lon" })
    await visit("/a", { cookie: "khac=1; co-chu=lon" })
    await visit("/a", { cookie: "co-chu=khong-co" })
    await visit("/a")
    expect(rendered).toBe(2)
  })

  it("is answered with 304 to whoever has it", async () => {
    const etag = (await visit("/a")).headers.get("etag") ?? ""
    const again = await visit("/a", { "if-none-match": etag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe("")
  })

  it("comes compressed to whoever asks for that", async () => {
    content = "một trang dài ".repeat(500)
    for (const _visit of [1, 2]) {
      const response = await visit("/a", { "accept-encoding": "gzip, br" })
      expect(response.headers.get("content-encoding")).toBe("br")
      expect(Number(response.headers.get("content-length"))).toBeLessThan(200)
      expect(await response.text()).toBe(content)
    }
  })

  it("has no body for HEAD", async () => {
    await visit("/a")
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}/a`, {
      method: "HEAD",
      headers: { "accept-encoding": "identity" },
    })
    expect(response.headers.get("content-length")).toBe(String(Buffer.byteLength("một trang")))
    expect(await response.text()).toBe("")
  })
})

describe("a page that names no facts", () => {
  it("is never kept", async () => {
    await visit("/private")
    await visit("/private")
    expect(rendered).toBe(2)
  })
})
