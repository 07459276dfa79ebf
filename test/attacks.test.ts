import { Secret, TOTP } from "otpauth"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createApp } from "../src/app.tsx"
import { addPerson } from "../src/features/accounts/people.ts"
import { addressOf } from "../src/features/accounts/session.ts"
import { roles } from "../src/rights/roles.ts"
import { readSettings } from "../src/settings.ts"
import { createPageCache } from "../src/web/page-cache.ts"
import { freshDatabase } from "./database.ts"
import { type SignedIn, secret, signInAs } from "./fixtures/people.ts"
import { findMatrixRecords } from "./matrix-records.ts"
import { visitor } from "./visit.ts"

const origin = "https://ktth.example.vn"
const elsewhere = "https://elsewhere.example"
const password = "lúa chín vàng đồng"
const byShell = { actor: "test", via: "shell" } as const

let database: Awaited<ReturnType<typeof freshDatabase>>
let site: ReturnType<typeof visitor>
let administrator: SignedIn
let publisher: SignedIn

beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
  site = visitor(database.db)
  administrator = await signInAs(database.db, { name: "Mai", roles: [{ role: "administrator" }] })
  publisher = await signInAs(database.db, { name: "Hùng", roles: [{ role: "publisher" }] })
}, 120_000)
afterAll(() => database.close())

describe("a request that another site sends with the session of someone signed in", () => {
  it("is refused by every route that changes something, whatever it pretends to be", async () => {
    const records = await findMatrixRecords(database.db)
    const everything = await signInAs(database.db, {
      name: "Mọi vai trò",
      roles: roles.map((role) => ({ role, ...records.scopeOf(role) })),
    })
    const writing = site.app.routes.filter(({ method, path }) => {
      return !["GET", "ALL"].includes(method) && !/^(\/en)?\/co-chu$/.test(path)
    })
    expect(writing.length).toBeGreaterThan(50)
    const before = await countChanges()
    const faults: string[] = []
    for (const { method, path } of writing) {
      const address = records.fill(path.replace(/^\/en(?=\/)/, ""), "own")
      for (const headers of disguises) {
        const { status } = await site.app.request(address, {
          method,
          headers: { cookie: everything.cookie, ...headers },
          body: "a=b",
        })
        if (status !== 403) faults.push(`${method} ${path} ${JSON.stringify(headers)}: ${status}`)
      }
    }
    expect(faults).toEqual([])
    expect(await countChanges()).toBe(before)
  }, 120_000)

  it("does nothing where the same one from this site does what it says", async () => {
    const mai = await signInAs(database.db, { name: "Lan" })
    const browser = site.as(mai)
    expect((await browser.post("/dang-xuat", {}, { origin: elsewhere })).status).toBe(403)
    expect((await browser.get("/tai-khoan")).status).toBe(200)
    expect((await browser.post("/dang-xuat", {})).status).toBe(303)
    expect((await browser.get("/tai-khoan")).status).toBe(303)
  })
})

/** What a page of another site can make a browser send without being asked first; and what it cannot. */
const disguises: Record<string, string>[] = [
  { origin: elsewhere, "content-type": "application/x-www-form-urlencoded" },
  { origin: elsewhere, "content-type": "multipart/form-data; boundary=x" },
  { origin: elsewhere, "content-type": "text/plain" },
  { origin: elsewhere, "content-type": "application/json" },
  { origin: "null", "content-type": "application/x-www-form-urlencoded" },
  { "sec-fetch-site": "cross-site", "content-type": "application/x-www-form-urlencoded" },
  { "content-type": "application/x-www-form-urlencoded" },
]

describe("a session", () => {
  it("is another one once a second factor was set up, and the old one is over", async () => {
    const visit = await newcomer()
    const before = visit.cookie
    await visit.post("/tai-khoan/buoc-hai/ma-moi", { password })
    const { text } = await visit.get("/tai-khoan/buoc-hai")
    const key = /authenticator__key">([A-Z2-7 ]+)</.exec(text)![1]!.replaceAll(" ", "")
    const app = new TOTP({ secret: Secret.fromBase32(key) })
    await visit.post("/tai-khoan/buoc-hai", { code: app.generate() })
    expect(visit.cookie).not.toBe(before)
    expect((await site.get("/tai-khoan", { cookie: before })).status).toBe(303)
  })

  it("cannot be made up: a token without our signature is nobody's", async () => {
    const { token } = await database.db
      .selectFrom("sessions")
      .select("token")
      .limit(1)
      .executeTakeFirstOrThrow()
    for (const value of [token, `${token}.`, `${token}.AAAA`, `${token}.${"A".repeat(43)}=`])
      expect(
        (await site.get("/tai-khoan", { cookie: `__Host-phien=${encodeURIComponent(value)}` })).status,
      ).toBe(303)
  })
})

describe("the way back", () => {
  const ways = [
    "https://elsewhere.example/",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/.//elsewhere.example",
  ]
  it.each(ways)("never leads to another site: %s", async (way) => {
    const asked = encodeURIComponent(way)
    for (const page of ["/dang-nhap", "/dang-nhap/buoc-hai", "/dang-nhap/ma-khoi-phuc"])
      expect((await site.get(`${page}?tro-lai=${asked}`)).text, page).not.toContain("elsewhere.example")
    const visit = await newcomer()
    const answer = await site.post("/dang-nhap", { email: visit.email, password, "tro-lai": way })
    expect(answer.headers.get("location")).toBe("/ban-lam-viec")
    const draft = await site
      .as(publisher)
      .post("/ban-lam-viec/ban-nhap/tin-bai/moi/loai-bo", { "tro-lai": way })
    expect(new URL(draft.headers.get("location") ?? "", origin).origin).toBe(origin)
  })

  it("carries no line break into a header", async () => {
    const visit = await newcomer()
    const answer = await site.post("/dang-nhap", {
      email: visit.email,
      password,
      "tro-lai": "/tai-khoan\r\nset-cookie: a=b",
    })
    expect(answer.headers.get("location")).toMatch(/^\/[^\r\n]*$/)
    expect(answer.headers.getSetCookie().join()).not.toContain("a=b")
  })
})

describe("fields that a form does not have", () => {
  const more = {
    id: "1",
    user_id: "1",
    role: "administrator",
    vai_tro: "administrator",
    email_verified: "false",
    two_factor_enabled: "false",
    disabled_at: "2020-01-01",
    published_at: "2020-01-01",
    publication: "published",
    is_sample: "true",
    version: "99",
    slug: "chiem-dia-chi",
  }

  it("change nothing of an account that is opened", async () => {
    const visit = await newcomer({ ...more, email: "khac@example.vn", name: "Tên khác" })
    const user = await database.db
      .selectFrom("users")
      .select(["name", "email", "disabled_at"])
      .where("id", "=", visit.id)
      .executeTakeFirstOrThrow()
    expect(user).toEqual({ name: "Người mới", email: visit.email, disabled_at: null })
    expect(await rolesOf(visit.id)).toEqual([])
  })

  it("change nothing of a section that is added, and publish no article that is written", async () => {
    const browser = site.as(publisher)
    await browser.post("/ban-lam-viec/chuyen-muc", { ...more, ten: "Mục thử", "ten-tieng-anh": "Trial" })
    const section = await database.db
      .selectFrom("sections")
      .select(["id", "slug"])
      .where("name", "=", "Mục thử")
      .executeTakeFirstOrThrow()
    expect(section.slug).toBe("muc-thu")
    expect(section.id).not.toBe(1)

    const answer = await browser.post("/ban-lam-viec/tin-bai/moi", {
      ...more,
      "tieu-de": "Bài thử trường lạ",
      "chuyen-muc": String(section.id),
      body: "Thân bài",
    })
    expect(answer.status).toBe(303)
    const article = await database.db
      .selectFrom("articles")
      .select(["id", "slug", "is_sample"])
      .where("title", "=", "Bài thử trường lạ")
      .executeTakeFirstOrThrow()
    expect(article).toMatchObject({ slug: "bai-thu-truong-la", is_sample: false })
    expect((await site.get(`/tin-tuc/${article.slug}`)).status).toBe(404)
  })

  it("give nobody a role in an invitation that names none", async () => {
    const form = { ...more, name: "Được mời", email: "duoc-moi@example.vn", locale: "vi" }
    const answer = await site
      .as(administrator)
      .post("/ban-lam-viec/quan-tri/nguoi-dung", { ...form, role: "", valid_from: "1/3/2026" })
    expect(answer.status).toBe(303)
    const { id } = await database.db
      .selectFrom("users")
      .select("id")
      .where("email", "=", "duoc-moi@example.vn")
      .executeTakeFirstOrThrow()
    expect(id).not.toBe("1")
    expect(await rolesOf(id)).toEqual([])
  })
})

describe("whoever lies about where they are", () => {
  it("gets no link to their own host mailed to someone else", async () => {
    const visit = await newcomer()
    await site.post(
      "/quen-mat-khau",
      { email: visit.email },
      { host: "elsewhere.example", "x-forwarded-host": "elsewhere.example" },
    )
    const mail = await database.db
      .selectFrom("mails")
      .select("body")
      .where("recipient", "=", visit.email)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
    expect(mail.body).toContain(`${origin}/lien-ket/`)
    expect(mail.body).not.toContain("elsewhere")
  })

  it("is counted under the address they come from, unless a proxy of this machine speaks for them", () => {
    expect(addressOf(from("203.0.113.9", "198.51.100.1"))).toBe("203.0.113.9")
    expect(addressOf(from("127.0.0.1", "198.51.100.1"))).toBe("198.51.100.1")
    // Of several the last was written by our own proxy; those before it by anyone.
    expect(addressOf(from("::1", "1.2.3.4, 198.51.100.1"))).toBe("198.51.100.1")
    expect(addressOf(from("127.0.0.1", "<script>"))).toBe("127.0.0.1")
  })
})

describe("what is typed into a search of the desk", () => {
  const words = [
    "'; drop table users; --",
    "<script>alert(1)</script>",
    "%",
    "\\",
    "a\u0000b",
    "😀".repeat(300),
  ]
  it.each(words)("is looked for and nothing else: %s", async (word) => {
    const lists = [
      "/ban-lam-viec/quan-tri/nguoi-dung",
      "/ban-lam-viec/to-chuc",
      "/ban-lam-viec/quan-tri/co-quan",
    ]
    for (const list of lists) {
      const { status, text } = await site.as(administrator).get(`${list}?tim=${encodeURIComponent(word)}`)
      expect([200, 404], list).toContain(status)
      expect(text, list).not.toContain("<script>alert")
    }
    expect(
      (await site.as(publisher).get(`/ban-lam-viec/tin-bai?tim=${encodeURIComponent(word)}`)).status,
    ).not.toBe(500)
  })
})

describe("a page of the desk", () => {
  it("is framed by nobody, kept by nobody and looked for by no search engine", async () => {
    const { headers, text } = await site.as(administrator).get("/ban-lam-viec/quan-tri")
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
    expect(headers.get("x-frame-options")).toBe("DENY")
    expect(headers.get("cache-control")).toBe("private, no-store")
    expect(text).toContain('content="noindex"')
  })
})

describe("a public page that someone signed in looks at", () => {
  it("is kept for everyone and holds nothing of theirs", async () => {
    const pages = createPageCache()
    pages.resume()
    const settings = readSettings({ BASE_URL: origin, SECRET: secret })
    const app = createApp({ db: database.db, settings, pages })
    const mine = await (await app.request("/tin-tuc", { headers: { cookie: administrator.cookie } })).text()
    const theirs = await (await app.request("/tin-tuc")).text()
    expect(mine).toBe(theirs)
    expect(theirs).not.toContain(administrator.name)
  })
})

describe("the time it takes to refuse someone", () => {
  it("does not tell whether they have an account", async () => {
    const known: number[] = []
    const unknown: number[] = []
    for (let attempt = 0; attempt < 9; attempt++) {
      const visit = await newcomer()
      known.push(await secondsToRefuse(visit.email))
      unknown.push(await secondsToRefuse(`khong-co-${attempt}@example.vn`))
    }
    // A password costs a hundred times what all the rest does: without it the difference would be tenfold.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5)
    expect(median(unknown) / median(known)).toBeLessThan(2)
  }, 60_000)
})

let newcomers = 0
/** Someone who followed their invitation, with the session that came of it. */
async function newcomer(more: Record<string, string> = {}) {
  newcomers += 1
  const email = `nguoi-moi-${newcomers}@example.vn`
  const added = await addPerson(database.db, { name: "Người mới", email }, byShell, origin)
  const from = { "x-forwarded-for": `198.51.100.${newcomers}` }
  const opened = await site.post(added!.link.slice(origin.length), { ...more, password }, from)
  let cookie = sessionIn(opened.headers)
  return {
    id: added!.id,
    email,
    get cookie() {
      return cookie
    },
    get: (path: string) => site.get(path, { cookie, ...from }),
    async post(path: string, form: Record<string, string>) {
      const answer = await site.post(path, form, { cookie, ...from })
      cookie = sessionIn(answer.headers) || cookie
      return answer
    },
  }
}

function sessionIn(headers: Headers) {
  return (
    headers
      .getSetCookie()
      .findLast((cookie) => cookie.startsWith("__Host-phien="))
      ?.split(";")[0] ?? ""
  )
}

async function secondsToRefuse(email: string) {
  const began = performance.now()
  const { status } = await site.post(
    "/dang-nhap",
    { email, password: "không phải mật khẩu này" },
    { "x-forwarded-for": `192.0.2.${newcomers}` },
  )
  expect(status).toBe(422)
  return (performance.now() - began) / 1000
}

function median(values: number[]) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!
}

function from(peer: string, forwarded: string) {
  return {
    env: { incoming: { socket: { remoteAddress: peer } } },
    req: { header: () => forwarded },
  } as unknown as Parameters<typeof addressOf>[0]
}

async function countChanges() {
  const { count } = await database.db
    .selectFrom("changes")
    .select((of) => of.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  return count
}

async function rolesOf(userId: string) {
  return database.db.selectFrom("roles").select("role").where("user_id", "=", userId).execute()
}
