import { rmSync, writeFileSync } from "node:fs"
import { connect as connectSocket } from "node:net"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import { PageUnreadable } from "../src/features/imports/page-import.ts"
import { readPage } from "../src/features/imports/read-page.ts"
import { log } from "../src/log.ts"
import { freshDatabase } from "./database.ts"
import { runHoptac, temporaryFolder } from "./program.ts"
import { findPublicPages, type PublicPage } from "./public-pages.ts"
import { serveOverTheWire } from "./serve.ts"
import { visitor } from "./visit.ts"

/** The same on every machine; another one finds other things, which then belong into the lists below. */
const seed = 20_200_929

const words = [
  "",
  " ",
  "\0",
  "%",
  "%%%",
  "_",
  "'",
  '"',
  "\\",
  "..",
  "../../../etc/passwd",
  "..\\..\\windows",
  "//elsewhere.vn",
  "https://elsewhere.vn/",
  "\r\nset-cookie: co-chu=lon",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "null",
  "undefined",
  "NaN",
  "-1",
  "0",
  "1e309",
  "999999",
  "99999999999999999999",
  "'; drop table organisations; --",
  "' or '1'='1",
  "$1",
  "nong & | ! <-> :* '",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "\u202egnod\u202c",
  "\ufeff",
  "\ud800",
  "nông\u0300\u0301\u0302",
  "🌾".repeat(50),
  "a".repeat(10_000),
  "(".repeat(2_000),
]

const days = [
  "2023-02-30",
  "0000-00-00",
  "0000-01-01",
  "0001-01-01",
  "1/1/0001",
  "1582-10-10",
  "9999-12-31",
  "31/12/9999",
  "99999-12-31",
  "-0001-01-01",
  "4714-11-24 BC",
  "infinity",
  "-infinity",
  "today",
  "2023-12-31T25:61:61Z",
  "2023-12-31'::date --",
]

/** As they stand in an address: some are no text in any encoding. */
const pieces = [
  ...[...words, ...days].map((word) => encodeURIComponent(word.toWellFormed())),
  "%00",
  "%",
  "%zz",
  "%E0%80%AF",
  "%C0%AE%C0%AE",
  "%ED%A0%80",
  "%F8%88%80%80%80",
  "%FF%FE",
  "%2e%2e%2f%2e%2e%2f",
  ".%00.csv",
  "a.csv",
  "-.csv",
  ";a=b",
]

const names = [
  "ngay",
  "tu",
  "dia-ban",
  "linh-vuc",
  "mau-so",
  "quy-tin-dung",
  "trang",
  "sap-xep",
  "chieu",
  "tim",
  "loai",
  "tinh-trang",
]

let database: Awaited<ReturnType<typeof freshDatabase>>
let request: ReturnType<typeof visitor>["app"]["request"]
let pages: PublicPage[]

beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
  const { app, get } = visitor(database.db)
  request = app.request
  pages = await findPublicPages(async (path) => {
    const { status, text } = await get(path)
    return status === 200 ? text : undefined
  })
}, 120_000)
afterAll(() => database.close())

describe("whatever is asked", () => {
  beforeEach(() => {
    // What breaks once an answer has begun shows here and nowhere else.
    vi.spyOn(log, "error").mockImplementation(() => {})
    vi.spyOn(console, "error").mockImplementation(() => {})
  })
  afterEach(() => vi.restoreAllMocks())

  it("of a day, no page breaks", async () => {
    const faults: string[] = []
    for (const path of pathsThatTakeADay()) {
      for (const day of days)
        faults.push(...(await faultsOf(withParameter(path, "ngay", encodeURIComponent(day)))))
    }
    expect(faults).toEqual([])
  }, 120_000)

  it("of a record that is not there, no page breaks", async () => {
    const faults: string[] = []
    for (const folder of recordFolders()) {
      for (const piece of pieces) faults.push(...(await faultsOf(`${folder}/${piece}`)))
    }
    expect(faults).toEqual([])
  }, 120_000)

  it("in any words of the address, no page breaks", async () => {
    const question = fc.record({
      page: fc.nat(),
      isEnglish: fc.boolean(),
      ending: fc.constantFrom("", "", "", ".csv", ".json", "/", "//", "/ban-in", "/rss.xml"),
      query: fc.array(fc.tuple(fc.constantFrom(...names, "__proto__", "%00", "a[]"), piece()), {
        maxLength: 4,
      }),
    })
    await fc.assert(
      fc.asyncProperty(question, async ({ page, isEnglish, ending, query }) => {
        const path = (pages[page % pages.length]?.path ?? "/").replace(/\?.*/, "")
        const asked = `${isEnglish ? "/en" : ""}${path}${ending}?${query.map((pair) => pair.join("=")).join("&")}`
        expect(await faultsOf(asked)).toEqual([])
      }),
      { seed, numRuns: 200 },
    )
  }, 120_000)

  it("by any method, with any headers, cookies and body, no page breaks", async () => {
    const question = fc.record({
      path: fc.constantFrom(
        "/",
        "/co-chu",
        "/en/co-chu",
        "/hop-tac-xa.csv",
        "/assets/styles.css",
        "/robots.txt",
      ),
      method: fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"),
      headers: fc.dictionary(
        fc.constantFrom(
          "accept-encoding",
          "if-none-match",
          "range",
          "origin",
          "x-forwarded-host",
          "accept-language",
        ),
        headerText(),
      ),
      cookie: fc.oneof(
        headerText().map((text) => `co-chu=${text}`),
        headerText(),
        fc.constant(`co-chu=${"x".repeat(10_000)}`),
        fc.constant("; ;=;co-chu;co-chu==lon;co-chu=lon;co-chu=%E0%80"),
      ),
      type: fc.constantFrom(
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/json",
        "text/plain; charset=utf-7",
        ";",
      ),
      body: fc.oneof(
        fc
          .array(fc.tuple(fc.constantFrom("co-chu", "tro-lai", "__proto__"), piece()))
          .map((pairs) => pairs.map((pair) => pair.join("=")).join("&")),
        fc.constant('--x\r\ncontent-disposition: form-data; name="co-chu"; filename="a"\r\n\r\nlon\r\n--x--'),
        fc.string({ unit: "binary", maxLength: 300 }),
      ),
    })
    await fc.assert(
      fc.asyncProperty(question, async ({ path, method, headers, cookie, type, body }) => {
        const hasBody = method !== "GET" && method !== "HEAD"
        const faults = await faultsOf(path, {
          method,
          headers: { ...headers, cookie, ...(hasBody && { "content-type": type }) },
          ...(hasBody && { body }),
        })
        expect(faults).toEqual([])
      }),
      { seed, numRuns: 200 },
    )
  }, 120_000)

  it("as the way back from choosing a text size, it stays on this site", async () => {
    for (const piece of pieces) {
      const response = await request("/co-chu", {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: `co-chu=lon&tro-lai=/${piece}`,
      })
      expect(response.status, piece).toBe(303)
      const location = response.headers.get("location") ?? ""
      expect(new URL(location, "https://here.invalid").origin, piece).toBe("https://here.invalid")
    }
  })
})

describe("whatever comes over the wire", () => {
  let portal: Awaited<ReturnType<typeof serveOverTheWire>>
  beforeAll(async () => {
    portal = await serveOverTheWire(database.db)
  })
  afterAll(() => portal?.close())

  it.each([
    ["an address of another site", "GET http://elsewhere.vn/ HTTP/1.1\r\nHost: localhost"],
    ["two slashes in front", "GET //elsewhere.vn/%2e%2e HTTP/1.1\r\nHost: localhost"],
    ["no address", "OPTIONS * HTTP/1.1\r\nHost: localhost"],
    ["a host that is none", "GET / HTTP/1.1\r\nHost: <script>:99999"],
    ["two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b"],
    ["no host", "GET / HTTP/1.1\r\nAccept: */*"],
    ["bytes that are no text", "GET /tin-tuc?x=\xff\xfe\xc0\xaf HTTP/1.1\r\nHost: localhost"],
    ["a very long address", `GET /${"a".repeat(30_000)} HTTP/1.1\r\nHost: localhost`],
    ["a very long cookie", `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: co-chu=${"a".repeat(10_000)}`],
    [
      "a form longer than it says",
      "POST /co-chu HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nco-chu=lon",
    ],
    [
      "no form at all, said to be huge",
      "POST /co-chu HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999",
    ],
    ["another protocol", "SSH-2.0-OpenSSH_9.2"],
  ])("%s gets an answer, and no failure", async (_what, head) => {
    const answer = await sendRaw(
      portal.origin,
      head.replace("\r\n", "\r\nConnection: close\r\n").concat("\r\n\r\n"),
    )
    expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /)
    expect(answer).not.toMatch(stackTrace)
    expect(answer).not.toMatch(/^location: .*elsewhere/im)
  })
})

describe("whatever file is imported", () => {
  it("it is read, or refused with one line", () => {
    fc.assert(
      fc.property(savedPage(), (bytes) => {
        try {
          expect(readPage(bytes, "page")).toMatchObject({ file: "page" })
        } catch (error) {
          expect(error).toBeInstanceOf(PageUnreadable)
          expect((error as Error).message).toMatch(/^[^\n]+$/)
        }
      }),
      { seed, numRuns: 150 },
    )
  })

  it("the shell reads it or says why not, and what it keeps is shown", async () => {
    const folder = temporaryFolder()
    const empty = await freshDatabase()
    try {
      const files = fc.sample(savedPage(), { seed, numRuns: 40 }).map((bytes, index) => {
        const file = join(folder, `${index}.html`)
        writeFileSync(file, bytes)
        return file
      })
      const parameters = ["import", "page", "--json", ...files, folder, join(folder, "missing")]
      const { code, stdout, stderr } = await runHoptac(parameters, { DATABASE_URL: empty.url })
      expect(code).toBe(1)
      expect(stderr).not.toMatch(stackTrace)
      const answers = stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line))
      expect(answers.map(({ file }) => file)).toEqual([...files, folder, join(folder, "missing")])
      for (const { error } of answers) if (error) expect(error).toMatch(/^[^\n]+$/)

      const { get } = visitor(empty.db)
      for (const { article } of answers.filter(({ error }) => !error)) {
        expect(await get(`/tin-tuc/${article.slug}`)).toMatchObject({ status: 200 })
      }
    } finally {
      await empty.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})

const stackTrace = /\n\s+at .+:\d+|node_modules|\bat async\b|(?:Type|Range|Reference|Syntax)Error/

/** Nothing, or the address with what is wrong about its answer. */
async function faultsOf(path: string, options?: RequestInit) {
  vi.mocked(log.error).mockClear()
  vi.mocked(console.error).mockClear()
  const asked = `${options?.method ?? "GET"} ${path.length > 200 ? `${path.slice(0, 200)}…` : path}`
  const response = await request(path, options)
  const text = await response.text()
  const [logged] = [...vi.mocked(log.error).mock.calls, ...vi.mocked(console.error).mock.calls]
  return [
    ...(response.status >= 500 ? [`${asked} answered ${response.status}`] : []),
    ...(stackTrace.test(text) ? [`${asked} told how it is made inside`] : []),
    ...(logged ? [`${asked} left in the log: ${describeLogged(logged)}`] : []),
    ...(response.headers.get("x-content-type-options") === "nosniff"
      ? []
      : [`${asked} came without its headers`]),
  ]
}

/** Sends bytes as they are; the answer is whatever came until the line was closed, or was silent for long. */
async function sendRaw(origin: string, text: string) {
  const socket = connectSocket(Number(new URL(origin).port), "127.0.0.1")
  socket.setTimeout(3_000, () => socket.destroy())
  socket.write(Buffer.from(text, "latin1"))
  let answer = ""
  try {
    for await (const chunk of socket) answer += (chunk as Buffer).toString("latin1")
  } catch {
    // Cut off by the other side, which may be the answer.
  }
  return answer
}

function describeLogged([first]: unknown[]) {
  const error = first instanceof Error ? first : (first as { err?: unknown })?.err
  return error instanceof Error ? error.message : String(first)
}

function pathsThatTakeADay() {
  const kinds = [
    "plan",
    "target 1",
    "target narrowed to a place and a sector",
    "measure of a flow",
    "register",
    "organisation, hop-tac-xa",
    "district that was",
    "list of places",
  ]
  const chosen = pages.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path)
  const files = chosen
    .filter((path) => /chi-tieu|so-lieu|hop-tac-xa$/.test(path))
    .map((path) => `${path}.csv`)
  return [...chosen, ...files.filter((path) => !path.includes("?"))]
}

/** Addresses in front of the name of a record. */
function recordFolders() {
  const plan = pages.find(({ kind }) => kind === "plan")?.path ?? ""
  return [
    "",
    "/en",
    "/tin-tuc",
    "/chuyen-muc",
    "/ke-hoach",
    `${plan}/chi-tieu`,
    "/so-lieu",
    "/hop-tac-xa",
    "/dia-ban",
    "/assets",
  ]
}

function withParameter(path: string, name: string, value: string) {
  return `${path}${path.includes("?") ? "&" : "?"}${name}=${value}`
}

function piece() {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...pieces) },
    fc.string({ unit: "binary", maxLength: 40 }).map((text) => encodeURIComponent(text.toWellFormed())),
  )
}

/** What a header may hold at all: anything else is refused before it reaches us. */
function headerText() {
  return fc
    .oneof(
      fc.constantFrom("", "*", "br;q=0", '"', "bytes=0-", "null", "elsewhere.vn", "x".repeat(10_000)),
      fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) }),
    )
    .map((text) => text.replace(/[\x7f-\x9f]/g, "").trim())
}

const goodPage = `<!doctype html><html><head><title>Cổng thông tin</title></head><body>
<div class="ticker">TIN NỔI BẬT: Tin thứ nhất * Tin thứ hai *</div>
<h2>Tin tức - sự kiện</h2><h1>Tỉnh ban hành kế hoạch phát triển hợp tác xã</h1><p>(08:30 | 12/05/2023)</p>
<p>Ngày 10/5/2023, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 77/KH-UBND giai đoạn 2023-2025.</p>
<p>Mục tiêu: thành lập mới 12 hợp tác xã (8 hợp tác xã nông nghiệp), trên 80% hợp tác xã có lãi.</p>
<table><tr><td>Huyện</td><td>12</td></tr></table><p>An Nhiên</p></body></html>`

/** A page as an old portal might have it, hurt in some way; or no page at all. */
function savedPage() {
  const whole = new TextEncoder().encode(goodPage)
  const noise = fc.uint8Array({ maxLength: 60 })
  const hurt = fc
    .tuple(fc.nat(whole.length), fc.nat(400), fc.oneof(noise, fc.constantFrom(...words, ...days).map(encode)))
    .map(([start, length, put]) =>
      Buffer.concat([whole.subarray(0, start), put, whole.subarray(start + length)]),
    )
  return fc.oneof(
    { weight: 4, arbitrary: hurt },
    fc.uint8Array({ maxLength: 2_000 }),
    fc
      .constantFrom(
        goodPage.replace("<p>Mục", `${"<div>".repeat(5_000)}<p>Mục`),
        "",
        " ",
        "\0".repeat(100),
        "%PDF-1.7",
      )
      .map(encode),
    fc.constant(Buffer.from(`\ufeff${goodPage}`, "utf16le")),
    fc.constant(Buffer.from(goodPage.replace(/<[^>]+>/g, "\n"))),
  )
}

function encode(text: string) {
  return new TextEncoder().encode(text)
}
