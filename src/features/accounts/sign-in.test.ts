import { Secret, TOTP } from "otpauth"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"
import type { Role } from "../../rights/roles.ts"
import { firstAdministratorLink } from "./first-administrator.ts"
import { addPerson, disablePerson, resetAccess } from "./people.ts"
import { giveRole } from "./roles.ts"

const origin = "https://ktth.example.vn"
const byShell = { actor: "test", via: "shell" } as const
const password = "lúa chín vàng đồng"

let database: Awaited<ReturnType<typeof freshDatabase>>
let site: ReturnType<typeof visitor>

beforeAll(async () => {
  database = await freshDatabase()
  site = visitor(database.db)
})
afterAll(() => database.close())

/** A browser: it keeps the cookies it is given, and sends them. */
function browser() {
  const jar = new Map<string, string>()
  const keep = (headers: Headers) => {
    for (const cookie of headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";")
      const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]
      if (value && !/max-age=0/i.test(cookie)) jar.set(name, value)
      else jar.delete(name)
    }
  }
  const cookie = () => [...jar].map((pair) => pair.join("=")).join("; ")
  browsers += 1
  const from = { "x-forwarded-for": `203.0.113.${browsers}` }
  return {
    jar,
    async get(path: string) {
      const response = await site.get(path, { cookie: cookie(), ...from })
      keep(response.headers)
      return response
    },
    async post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
      const response = await site.post(path, form, { cookie: cookie(), ...from, ...headers })
      keep(response.headers)
      return response
    },
  }
}
let browsers = 0

let people = 0
async function invite(...roles: Role[]) {
  people += 1
  const email = `nguoi-${people}@example.vn`
  const added = await addPerson(
    asApplication(database.db),
    { name: `Người thứ ${people}`, email },
    byShell,
    origin,
  )
  for (const role of roles)
    await giveRole(
      asApplication(database.db),
      { user_id: added!.id, role, valid_from: "2026-01-01" },
      byShell,
    )
  return { id: added!.id, email, link: added!.link.slice(origin.length) }
}

async function member(...roles: Role[]) {
  const invited = await invite(...roles)
  const visit = browser()
  await visit.post(invited.link, { password })
  return { ...invited, visit }
}

async function signedIn(email: string, words = password) {
  const visit = browser()
  const answer = await visit.post("/dang-nhap", { email, password: words })
  return { visit, answer }
}

describe("an invitation", () => {
  it("lets someone choose a password, and signs them in", async () => {
    const { link, email } = await invite("editor")
    const visit = browser()
    expect((await visit.get(link)).text).toContain(email)
    const answer = await visit.post(link, { password })
    expect(answer.status).toBe(303)
    expect(answer.headers.get("location")).toBe("/ban-lam-viec")
    expect((await visit.get("/tai-khoan")).text).toContain("Người thứ")
  })

  it("works once", async () => {
    const { link } = await invite()
    await browser().post(link, { password })
    expect((await browser().get(link)).status).toBe(404)
    expect((await browser().post(link, { password: "bốn con trâu đi cày" })).status).toBe(404)
  })

  it("of two who use it at once lets one in", async () => {
    const { link } = await invite()
    const answers = await Promise.all([browser(), browser()].map((visit) => visit.post(link, { password })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
  })

  it("expires", async () => {
    const { link, id } = await invite()
    await database.db
      .updateTable("account_links")
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where("user_id", "=", id)
      .execute()
    expect((await browser().get(link)).status).toBe(404)
  })

  it("asks again for a better password, and shows none of what was typed", async () => {
    const { link } = await invite()
    const answer = await browser().post(link, { password: "password1234" })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain("nhiều người dùng hoặc dễ đoán")
    expect(answer.text).not.toContain("password1234")
  })

  it("is mailed, and its text stands nowhere else in the database", async () => {
    const { link, email } = await invite()
    const { body } = await database.db
      .selectFrom("mails")
      .select("body")
      .where("recipient", "=", email)
      .executeTakeFirstOrThrow()
    expect(body).toContain(link)
    const token = link.split("/").at(-1)!
    const kept = await database.db.selectFrom("account_links").selectAll().execute()
    const changes = await database.db.selectFrom("changes").selectAll().execute()
    expect(JSON.stringify([kept, changes])).not.toContain(token)
  })
})

describe("the first administrator", () => {
  it("is made by the link of the first start, and by no second one", async () => {
    const own = await freshDatabase()
    try {
      const link = (await firstAdministratorLink(asApplication(own.db), origin))!.slice(origin.length)
      const { post } = visitor(own.db)
      const form = { name: "Trần Thị Mai", email: "Mai@Example.vn", password }
      expect((await post(link, { ...form, email: "mai" })).status).toBe(422)
      expect((await post(link, form)).status).toBe(303)
      expect(await own.db.selectFrom("users").select("email").execute()).toEqual([
        { email: "mai@example.vn" },
      ])
      expect((await own.db.selectFrom("roles").select("role").execute())[0]?.role).toBe("administrator")
      expect((await post(link, { ...form, email: "khac@example.vn" })).status).toBe(404)
      expect(await firstAdministratorLink(asApplication(own.db), origin)).toBeUndefined()
    } finally {
      await own.close()
    }
  })
})

describe("signing in", () => {
  it("answers the same to a wrong password and to an address without an account", async () => {
    const { email } = await member()
    const wrong = await signedIn(email, "không phải mật khẩu này")
    const unknown = await signedIn("khong-co-ai@example.vn")
    expect([wrong.answer.status, unknown.answer.status]).toEqual([422, 422])
    const words = ({ text }: { text: string }) => text.replaceAll(/value="[^"]*"/g, "")
    expect(words(wrong.answer)).toBe(words(unknown.answer))
  })

  it("goes on to where one was going, and never away from this site", async () => {
    const { email } = await member("editor")
    const there = await browser().post("/dang-nhap", { email, password, "tro-lai": "/tai-khoan/phien" })
    expect(there.headers.get("location")).toBe("/tai-khoan/phien")
    for (const away of ["https://elsewhere.vn/", "//elsewhere.vn", "/\\elsewhere.vn", "/.//elsewhere.vn"]) {
      const answer = await browser().post("/dang-nhap", { email, password, "tro-lai": away })
      expect(answer.headers.get("location"), away).toBe("/ban-lam-viec")
    }
  })

  it("gives a session of its own, whatever the browser brought along", async () => {
    const { email, visit: attacker } = await member()
    const planted = attacker.jar.get("__Host-phien")!
    const visit = browser()
    visit.jar.set("__Host-phien", planted)
    await visit.post("/dang-nhap", { email, password })
    expect(visit.jar.get("__Host-phien")).not.toBe(planted)
    const forged = browser()
    forged.jar.set("__Host-phien", "chosen-by-an-attacker.c2lnbmF0dXJl")
    await forged.post("/dang-nhap", { email, password })
    expect(forged.jar.get("__Host-phien")).not.toContain("chosen-by-an-attacker")
  })

  it("hands the session out in a cookie that stays with this host, with HTTPS and away from scripts", async () => {
    const { email } = await member()
    const { headers } = await site.post("/dang-nhap", { email, password })
    const cookie = headers.getSetCookie().find((one) => one.startsWith("__Host-phien="))
    expect(cookie).toMatch(/; Path=\/(;|$)/)
    expect(cookie).toMatch(/; HttpOnly(;|$)/)
    expect(cookie).toMatch(/; Secure(;|$)/)
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/)
    expect(cookie).not.toMatch(/; Domain=/)
  })

  it("is refused to a disabled account, whose sessions end at once", async () => {
    const { id, email, visit } = await member("editor")
    await disablePerson(asApplication(database.db), id, byShell, "nghỉ việc", "2026-03-02")
    expect((await visit.get("/tai-khoan")).status).toBe(303)
    expect((await signedIn(email)).answer.status).toBe(422)
  })

  it("is slowed down after ten attempts on an account, from wherever they come", async () => {
    const { email } = await member()
    const statuses: number[] = []
    for (let attempt = 0; attempt < 11; attempt++)
      statuses.push((await signedIn(email, `sai lần thứ ${attempt} rồi`)).answer.status)
    expect(statuses).toEqual([...Array(10).fill(422), 429])
    expect((await signedIn(email)).answer.text).toContain("Hãy chờ")
  })

  it("is noted, the failed attempts too, for its owner to see", async () => {
    const { email } = await member()
    await signedIn(email, "không phải mật khẩu này")
    const { visit } = await signedIn(email)
    const { text } = await visit.get("/tai-khoan")
    expect(text).toContain("không thành công")
  })

  it("ends by signing out, also for a copy of the cookie", async () => {
    const { visit } = await member()
    const copy = browser()
    copy.jar.set("__Host-phien", visit.jar.get("__Host-phien")!)
    expect((await copy.get("/tai-khoan")).status).toBe(200)
    await visit.post("/dang-xuat", {})
    expect((await copy.get("/tai-khoan")).status).toBe(303)
  })
})

describe("a forgotten password", () => {
  it("is answered alike, whether or not there is an account", async () => {
    const { email } = await member()
    const known = await browser().post("/quen-mat-khau", { email })
    const unknown = await browser().post("/quen-mat-khau", { email: "khong-co-ai@example.vn" })
    expect([known.status, unknown.status]).toEqual([200, 200])
    expect(known.text).toBe(unknown.text)
    const mails = await database.db.selectFrom("mails").select("recipient").execute()
    expect(mails.map(({ recipient }) => recipient)).not.toContain("khong-co-ai@example.vn")
  })

  it("is replaced by the link, which ends every other session", async () => {
    const { id, email, visit } = await member()
    const reset = await resetAccess(asApplication(database.db), id, byShell, origin)
    await browser().post(reset!.link.slice(origin.length), { password: "bốn con trâu đi cày" })
    expect((await visit.get("/tai-khoan")).status).toBe(303)
    expect((await signedIn(email)).answer.status).toBe(422)
    expect((await signedIn(email, "bốn con trâu đi cày")).answer.status).toBe(303)
  })
})

describe("the second factor", () => {
  it("is set up before anything else by whoever may publish or administer", async () => {
    const { visit } = await member("publisher")
    const first = await visit.get("/ban-lam-viec/quyen-han")
    expect(first.status).toBe(303)
    expect(first.headers.get("location")).toMatch(/^\/tai-khoan\/buoc-hai/)
  })

  it("is asked for at the next sign-in, and a code or a recovery code passes it", async () => {
    const { email, visit } = await member("publisher")
    const app = await setUp(visit)
    const codes = recoveryCodesOn((await visit.get("/tai-khoan/ma-khoi-phuc")).text)
    expect(codes).toHaveLength(10)
    expect((await visit.get("/tai-khoan")).text).toContain("Đang dùng ứng dụng xác thực")

    const again = await signedIn(email)
    expect(again.answer.headers.get("location")).toBe("/dang-nhap/buoc-hai")
    expect((await again.visit.get("/tai-khoan")).status).toBe(303)
    expect((await again.visit.post("/dang-nhap/buoc-hai", { code: "000000" })).status).toBe(422)
    expect((await again.visit.post("/dang-nhap/buoc-hai", { code: app.generate() })).status).toBe(303)
    expect((await again.visit.get("/tai-khoan")).status).toBe(200)

    const lost = await signedIn(email)
    expect((await lost.visit.post("/dang-nhap/ma-khoi-phuc", { code: codes[0]! })).status).toBe(303)
    expect((await lost.visit.get("/tai-khoan")).status).toBe(200)
    const twice = await signedIn(email)
    expect((await twice.visit.post("/dang-nhap/ma-khoi-phuc", { code: codes[0]! })).status).toBe(422)
  })

  it("stops taking guesses", async () => {
    const { email, visit } = await member()
    await setUp(visit)
    const guess = await signedIn(email)
    const statuses: number[] = []
    for (let attempt = 0; attempt < 7; attempt++)
      statuses.push((await guess.visit.post("/dang-nhap/buoc-hai", { code: "000000" })).status)
    expect(statuses.every((status) => status === 422 || status === 429)).toBe(true)
    // The right code no longer helps: whoever guesses has to begin again with the password.
    expect((await guess.visit.get("/tai-khoan")).status).toBe(303)
  })

  it("is removed with the password alone, and only in a session that has shown it", async () => {
    const { visit } = await member()
    await setUp(visit)
    expect((await visit.post("/tai-khoan/buoc-hai/viec-go", { password: "sai mật khẩu rồi" })).status).toBe(
      422,
    )
    expect((await visit.post("/tai-khoan/buoc-hai/viec-go", { password })).status).toBe(303)
    expect((await visit.get("/tai-khoan")).text).toContain("Chưa thiết lập")
  })
})

describe("one's own account", () => {
  it("changes its password with the old one, and ends the other sessions", async () => {
    const { email, visit } = await member()
    const other = (await signedIn(email)).visit
    const form = { current: password, password: "bốn con trâu đi cày" }
    expect((await visit.post("/tai-khoan/mat-khau", { ...form, current: "sai" })).status).toBe(422)
    expect((await visit.post("/tai-khoan/mat-khau", form)).status).toBe(303)
    expect((await visit.get("/tai-khoan")).status).toBe(200)
    expect((await other.get("/tai-khoan")).status).toBe(303)
  })

  it("ends a session of its own, and none of anyone else's", async () => {
    const { id, email, visit } = await member()
    const other = (await signedIn(email)).visit
    const stranger = await member()
    const { id: session } = await database.db
      .selectFrom("sessions")
      .select("id")
      .where("user_id", "=", id)
      .orderBy("created_at", "desc")
      .executeTakeFirstOrThrow()
    expect((await stranger.visit.post(`/tai-khoan/phien/${session}/ket-thuc`, {})).status).toBe(404)
    expect((await other.get("/tai-khoan")).status).toBe(200)
    expect((await visit.post(`/tai-khoan/phien/${session}/ket-thuc`, {})).status).toBe(303)
    expect((await other.get("/tai-khoan")).status).toBe(303)
  })

  it("hands out everything that is kept about its owner, and nothing secret", async () => {
    const { email, visit } = await member("editor")
    await setUp(visit)
    const page = await visit.get("/tai-khoan/du-lieu")
    expect(page.text).toContain(email)
    const { text } = await visit.get("/tai-khoan/du-lieu.json")
    expect(Object.keys(JSON.parse(text))).toEqual([
      "account",
      "roles",
      "sessions",
      "sign_ins",
      "passkeys",
      "changes",
    ])
    expect(text).not.toMatch(/scrypt|secret"|token|backup/)
  })
})

async function setUp(visit: ReturnType<typeof browser>) {
  await visit.post("/tai-khoan/buoc-hai/ma-moi", { password })
  const { text } = await visit.get("/tai-khoan/buoc-hai")
  const key = /authenticator__key">([A-Z2-7 ]+)</.exec(text)![1]!.replaceAll(" ", "")
  const app = new TOTP({ secret: Secret.fromBase32(key) })
  const answer = await visit.post("/tai-khoan/buoc-hai", { code: app.generate() })
  expect(answer.headers.get("location")).toBe("/tai-khoan/ma-khoi-phuc")
  return app
}

function recoveryCodesOn(text: string) {
  return [...text.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, code]) => code!)
}
