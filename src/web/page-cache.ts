import { createHash } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import { createMiddleware } from "hono/factory"
import { LRUCache } from "lru-cache"
import { isTextSize, textSizeCookie } from "./text-size.ts"
import type { Env, Topic } from "./view.ts"

type Encoding = "br" | "gzip" | "identity"

type Answer = { headers: string[]; bytes: Buffer }

type KeptPage = {
  topics: readonly Topic[]
  /** The day in Vietnam it was made on: pages speak of "today". */
  day: number
  etag: string
  body: Buffer
  headers: [string, string][]
  /** Ready to send; each encoding is made when it is first asked for. */
  answers: Partial<Record<Encoding, Answer>>
}

/** Milliseconds after which a page is made again though nothing was heard: an article may have come due meanwhile. */
const longest = 5 * 60_000

/** All pages together, in every encoding. */
const memory = 96 * 1024 * 1024

/** Brotli's middle way: a page of 40 kB in 1–2 ms, a tenth larger than the best it can do. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }

export type PageCache = ReturnType<typeof createPageCache>

/**
 * Public pages as they were last rendered, compressed, with an ETag, until a fact they show changes. While nobody
 * tells of changes (`pause`), nothing is kept and nothing kept is shown.
 */
export function createPageCache({ now = Date.now }: { now?: () => number } = {}) {
  const pages = new LRUCache<string, KeptPage>({ maxSize: memory, sizeCalculation: sizeOf, ttl: longest })
  const counts = { hits: 0, misses: 0 }
  let told = false
  /** Rises with every change heard of, so that a page rendered meanwhile is not kept. */
  let changes = 0

  function forget(topic: Topic) {
    changes++
    for (const [key, page] of pages.entries()) if (page.topics.includes(topic)) pages.delete(key)
  }
  function pause() {
    changes++
    told = false
    pages.clear()
  }
  function resume() {
    changes++
    told = true
  }

  function find(key: string) {
    const page = told ? pages.get(key) : undefined
    return page && page.day === dayInVietnam(now()) ? page : undefined
  }

  /** Answers from memory if it can. Node's own request and response: nothing of the framework is paid for. */
  function answer(request: IncomingMessage, response: ServerResponse) {
    if (request.method !== "GET" && request.method !== "HEAD") return false
    const page = find(keyOf(request.url ?? "/", request.headers.cookie))
    if (!page) return false
    counts.hits++

    const { headers, bytes } = answerIn(chooseEncoding(request.headers["accept-encoding"]), page)
    if (request.headers["if-none-match"]?.includes(page.etag)) {
      response.writeHead(304, headers)
      response.end()
    } else {
      response.writeHead(200, headers)
      response.end(request.method === "HEAD" ? undefined : bytes)
    }
    return true
  }

  /** Keeps every answer that names the topics it shows (see renderPage). */
  const keep = createMiddleware<Env>(async (c, next) => {
    const before = changes
    await next()
    const topics = c.var.topics ?? []
    if (c.req.method !== "GET" || c.res.status !== 200 || topics.length === 0) return
    counts.misses++

    const body = Buffer.from(await c.res.arrayBuffer())
    const page: KeptPage = {
      topics,
      day: dayInVietnam(now()),
      etag: createHash("sha1").update(body).digest("base64url").slice(0, 20),
      body,
      headers: [...c.res.headers].filter(([name]) => !ours.has(name)),
      answers: {},
    }
    const url = new URL(c.req.url)
    if (told && before === changes) pages.set(keyOf(url.pathname + url.search, c.req.header("cookie")), page)

    const { headers, bytes } = answerIn(chooseEncoding(c.req.header("accept-encoding")), page)
    c.res = c.req.header("if-none-match")?.includes(page.etag)
      ? new Response(null, { status: 304, headers: pairs(headers) })
      : new Response(new Uint8Array(bytes), { headers: pairs(headers) })
  })

  return { forget, pause, resume, answer, keep, counts }
}

/** Headers that this layer writes itself. */
const ours = new Set(["content-length", "content-encoding", "vary", "cache-control", "etag"])

function answerIn(encoding: Encoding, page: KeptPage) {
  const made = page.answers[encoding]
  if (made) return made

  const bytes = encode[encoding](page.body)
  const headers = [
    ...page.headers,
    ["content-length", String(bytes.length)],
    ["vary", "accept-encoding, cookie"],
    // Kept by browsers too, but asked about each time: a correction shows at once.
    ["cache-control", "no-cache"],
    ["etag", `"${page.etag}-${encoding}"`],
    ...(encoding === "identity" ? [] : [["content-encoding", encoding]]),
  ].flat()
  page.answers[encoding] = { headers, bytes }
  return { headers, bytes }
}

const encode: Record<Encoding, (body: Buffer) => Buffer> = {
  br: (body) => brotliCompressSync(body, brotli),
  gzip: (body) => gzipSync(body),
  identity: (body) => body,
}

/** With room for its compressed forms, which come to about two fifths of the page. */
function sizeOf({ body }: KeptPage) {
  return Math.ceil(body.length * 1.4) + 2000
}

/** A page differs by address and by the reader's text size, and by nothing else. */
function keyOf(address: string, cookie: string | undefined) {
  if (!cookie?.includes(textSizeCookie)) return address
  const size = new RegExp(`(?:^|;\\s*)${textSizeCookie}=([^;]*)`).exec(cookie)?.[1]
  return isTextSize(size) ? `${size} ${address}` : address
}

function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted?.includes("br")) return "br"
  return accepted?.includes("gzip") ? "gzip" : "identity"
}

function pairs(flat: string[]) {
  return Array.from({ length: flat.length / 2 }, (_, index): [string, string] => [
    flat[index * 2] ?? "",
    flat[index * 2 + 1] ?? "",
  ])
}

/** Days since 1970 in Vietnam, which is seven hours ahead the whole year. */
function dayInVietnam(moment: number) {
  return Math.floor((moment + 7 * 3_600_000) / 86_400_000)
}
