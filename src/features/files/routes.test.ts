import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { office, pdf, photo } from "../../../test/fixtures/files.ts"
import { signInAs } from "../../../test/fixtures/people.ts"
import { testStore, visitor } from "../../../test/visit.ts"
import { pathsIn } from "../../paths.ts"
import { keepFile } from "./keep-file.ts"
import { type KeptFile, listFilesOf, useFiles } from "./queries.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let visit: ReturnType<typeof visitor>
let editor: ReturnType<typeof visit.as>
const content = pdf("Kế hoạch phát triển kinh tế tập thể")
let published: KeptFile
let drafted: KeptFile
let picture: KeptFile
beforeAll(async () => {
  database = await freshDatabase()
  visit = visitor(database.db)
  editor = visit.as(await signInAs(database.db, { name: "Mai", roles: [{ role: "editor" }] }))
  published = await keep(content, "Kế hoạch 148.pdf")
  drafted = await keep(office("docx"), 'Dự thảo"\r\nset-cookie: x=1.docx')
  picture = await keep(await photo(), "Mùa lúa.jpg")
  const longAgo = new Date("2020-01-01")
  await useFiles(database.db, article(1), { files: [published.id, picture.id], public_from: longAgo })
  await useFiles(database.db, article(2), { files: [drafted.id, published.id], public_from: null })
})
afterAll(() => database.close())

const paths = pathsIn("vi")
const article = (id: number) => ({ kind: "article", id })
const hour = 3_600_000

async function keep(bytes: Uint8Array<ArrayBuffer>, name: string) {
  const result = await keepFile(asApplication(database.db), testStore, {
    content: bytes,
    name,
    by: { actor: "Mai", via: "web" },
  })
  if (!result.ok) throw new Error(result.refusal)
  return result.file
}

describe("a file that a published record uses", () => {
  it("is shown to everyone under its own name, and can do nothing", async () => {
    expect(paths.file(published)).toBe(`/tep/${published.hash}/ke-hoach-148.pdf`)
    const { status, headers, text } = await visit.get(paths.file(published))
    expect(status).toBe(200)
    expect(text).toBe(new TextDecoder().decode(content))
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(content.length),
      "content-disposition":
        "inline; filename=\"ke-hoach-148.pdf\"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20148.pdf",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "public, max-age=86400, immutable, no-transform",
      "accept-ranges": "bytes",
      etag: `"${published.hash}"`,
    })
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.has("content-encoding")).toBe(false)
  })

  it("is not sent again to whoever has it", async () => {
    const { status, text } = await visit.get(paths.file(published), {
      "if-none-match": `"other", W/"${published.hash}"`,
    })
    expect([status, text]).toEqual([304, ""])
  })

  it("is described without being sent", async () => {
    const response = await visit.app.request(paths.file(published), { method: "HEAD" })
    expect(response.status).toBe(200)
    expect(response.headers.get("content-length")).toBe(String(content.length))
    expect(await response.text()).toBe("")
  })

  it("has one name, and leads there from any other", async () => {
    const { status, headers } = await visit.get(`/tep/${published.hash}/tang-luong.exe`)
    expect([status, headers.get("location")]).toEqual([302, paths.file(published)])
  })

  it("is the public's from the moment its record says, and no longer than that", async () => {
    const file = await keep(pdf("scheduled"), "a.pdf")
    const status = async () => (await visit.get(paths.file(file))).status
    expect(await status()).toBe(404)
    for (const [public_from, expected] of [
      [new Date(Date.now() + hour), 404],
      [new Date(Date.now() - hour), 200],
      [null, 404],
    ] as const) {
      await useFiles(database.db, article(3), { files: [file.id], public_from })
      expect(await status()).toBe(expected)
    }
  })
})

describe("a part of a file", () => {
  const whole = Buffer.from(content)
  const size = content.length
  it.each([
    ["bytes=0-3", 0, 3],
    ["bytes=10-20", 10, 20],
    ["bytes=-6", size - 6, size - 1],
    [`bytes=${size - 2}-`, size - 2, size - 1],
    [`bytes=5-${size * 9}`, 5, size - 1],
  ])("is sent where %s is asked for", async (range, start, end) => {
    const response = await visit.app.request(paths.file(published), { headers: { range } })
    expect(response.status).toBe(206)
    expect(response.headers.get("content-range")).toBe(`bytes ${start}-${end}/${size}`)
    expect(response.headers.get("content-length")).toBe(String(end - start + 1))
    expect(Buffer.from(await response.arrayBuffer())).toEqual(whole.subarray(start, end + 1))
  })

  it("that is not there is refused, with the size it could be asked of", async () => {
    const { status, headers, text } = await visit.get(paths.file(published), { range: `bytes=${size}-` })
    expect([status, headers.get("content-range"), text]).toEqual([416, `bytes */${size}`, ""])
  })

  it("is the whole when several are asked for, or when it would be of another version", async () => {
    const requests: Record<string, string>[] = [
      { range: "bytes=0-1,5-6" },
      { range: "bytes=0-1", "if-range": '"another"' },
      { range: "bytes=0-1", "if-range": "Wed, 25 Nov 2026 03:00:00 GMT" },
    ]
    for (const headers of requests) {
      const { status, text } = await visit.get(paths.file(published), headers)
      expect([status, Buffer.byteLength(text)]).toEqual([200, size])
    }
  })
})

it("a record's files are those it was last said to use, each once", async () => {
  const names = async () => (await listFilesOf(database.db, article(4))).map(({ name }) => name)
  await useFiles(database.db, article(4), {
    files: [picture.id, published.id, picture.id],
    public_from: null,
  })
  expect(await names()).toEqual([published.name, picture.name])
  await useFiles(database.db, article(4), { files: [picture.id], public_from: null })
  expect(await names()).toEqual([picture.name])
  await useFiles(database.db, article(4), { files: [], public_from: null })
  expect(await names()).toEqual([])
})

describe("a file that nothing published uses", () => {
  it("is not there for the public, nor for those without a right to it", async () => {
    const planner = await signInAs(database.db, { name: "Lan", roles: [{ role: "planner" }] })
    const unproven = await signInAs(database.db, {
      name: "Hoa",
      roles: [{ role: "publisher" }],
      secondFactor: false,
    })
    for (const someone of [visit, visit.as(planner), visit.as(unproven)])
      expect((await someone.get(paths.file(drafted))).status).toBe(404)
  })

  it("is handed to the editor as a download that nobody keeps, without a header that its name would add", async () => {
    const { status, headers } = await editor.get(paths.file(drafted))
    expect(status).toBe(200)
    expect(headers.get("set-cookie")).toBeNull()
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[a-z0-9-]+\.docx"; /)
    expect(headers.get("cache-control")).toBe("private, no-store, no-transform")
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
  })
})

describe("an image", () => {
  it("is public in its drawn sizes, and its original stays inside", async () => {
    const [small] = picture.variants
    const drawn = await visit.get(paths.file({ hash: small!.hash, name: "Mùa lúa.webp" }))
    expect([drawn.status, drawn.headers.get("content-type")]).toEqual([200, "image/webp"])
    expect((await visit.get(paths.file(picture))).status).toBe(404)
    expect((await editor.get(paths.file(picture))).status).toBe(200)
  })

  it("cannot be published by handing a drawn size in again and using that", async () => {
    const [small] = picture.variants
    const bytes = await new Response(await testStore.read(small!.hash)).arrayBuffer()
    const again = await keep(new Uint8Array(bytes), "lan-nua.webp")
    expect(again.hash).toBe(small!.hash)
    expect((await visit.get(paths.file({ hash: again.hash, name: "Mùa lúa.webp" }))).status).toBe(200)
  })
})

it.each([
  "/tep/../../etc/passwd",
  "/tep/..%2f..%2f..%2fetc%2fpasswd/a.pdf",
  "/tep/%2e%2e/%2e%2e/etc/passwd",
  "/tep/drafts/a.pdf",
  "/tep/..%5c..%5cboot.ini/a.pdf",
  `/tep/${"0".repeat(64)}/a.pdf`,
  `/tep/${"A".repeat(64)}/a.pdf`,
  `/tep/${"a".repeat(63)}%00/a.pdf`,
  "/tep/a",
  "/tep/",
])("%s leads to nothing", async (address) => {
  for (const someone of [visit, editor]) expect((await someone.get(address)).status).toBe(404)
})

it.each(["..%2f..%2fetc%2fpasswd", "a%0d%0aset-cookie:%20x=1", "%E2%80%AEfdp.exe", "a".repeat(2000)])(
  "a made-up name in an address, %s, goes nowhere but to the file's own",
  async (name) => {
    const { status, headers } = await visit.get(`/tep/${published.hash}/${name}`)
    expect([status, headers.get("location")]).toEqual([302, paths.file(published)])
    expect(headers.get("set-cookie")).toBeNull()
  },
)

describe("how much may be sent", () => {
  const large = new Blob([new Uint8Array(2_000_000)])
  function send(path: string, body: FormData | URLSearchParams) {
    return visit.app.request(path, { method: "POST", body, headers: { origin: "https://ktth.example.vn" } })
  }

  it("is little for the public, more at the desk, and most for forms that carry a file", async () => {
    const form = new FormData()
    form.set("file", large)
    expect((await send("/dang-nhap", form)).status).toBe(413)
    expect(
      (await send("/ban-lam-viec/tin-bai", new URLSearchParams({ a: "a".repeat(1_100_000) }))).status,
    ).toBe(413)
    // Nobody is signed in: it is not read, and not too large either.
    expect((await send("/ban-lam-viec/tin-bai", form)).status).not.toBe(413)
  })

  it("ends at the desk, too, in words that say what to do", async () => {
    const response = await visit.app.request("/ban-lam-viec/tin-bai", {
      method: "POST",
      body: "",
      headers: {
        origin: "https://ktth.example.vn",
        "content-type": "multipart/form-data; boundary=x",
        "content-length": String(60 * 1024 * 1024),
      },
    })
    expect(response.status).toBe(413)
    expect(await response.text()).toContain("50 MB")
  })
})
