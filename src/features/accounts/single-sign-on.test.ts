import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { getRequestListener } from "@hono/node-server"
import { Provider } from "oidc-provider"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { secret } from "../../../test/fixtures/people.ts"
import { createApp } from "../../app.tsx"
import { log } from "../../log.ts"
import { readSettings } from "../../settings.ts"
import { addPerson, disablePerson } from "./people.ts"
import { giveRole } from "./roles.ts"

const byShell = { actor: "test", via: "shell" } as const

/** Whoever the provider lets in, as the province knows them. */
const known: Record<string, { email: string; email_verified: boolean; name: string }> = {
  mai: { email: "mai@example.vn", email_verified: true, name: "Trần Thị Mai" },
  la: { email: "nguoi-la@example.vn", email_verified: true, name: "Người Lạ" },
  gia: { email: "mai@example.vn", email_verified: false, name: "Tự nhận là Mai" },
}

let database: Awaited<ReturnType<typeof freshDatabase>>
let sso: Awaited<ReturnType<typeof startProvider>>
let portal: Awaited<ReturnType<typeof startPortal>>

beforeAll(async () => {
  // The provider says at length that it is not set up for more than a test.
  for (const method of ["warn", "info", "log"] as const)
    vi.spyOn(console, method).mockImplementation(() => {})
  vi.spyOn(log, "warn").mockImplementation(() => {})
  database = await freshDatabase()
  const portalServer = await listening()
  const portalUrl = `http://localhost:${portOf(portalServer)}`
  sso = await startProvider(portalUrl)
  portal = startPortal(portalServer, portalUrl, sso.issuer)
}, 60_000)
afterAll(async () => {
  vi.restoreAllMocks()
  portal?.close()
  sso?.close()
  await database?.close()
})

describe("the province's single sign-on", () => {
  it("lets in whom the department has invited, under the address that it vouches for", async () => {
    const mai = await addPerson(
      asApplication(database.db),
      { name: "Trần Thị Mai", email: "mai@example.vn" },
      byShell,
      portal.url,
    )
    await giveRole(
      asApplication(database.db),
      { user_id: mai!.id, role: "editor", valid_from: "2020-01-01" },
      byShell,
    )

    const { end, jar } = await signInAt("mai", "/tai-khoan")
    expect(end.url).toBe(`${portal.url}/tai-khoan`)
    expect(await end.text()).toContain("mai@example.vn")
    expect(jar.has("phien")).toBe(true)
    const noted = await database.db.selectFrom("sign_ins").select(["method", "succeeded"]).execute()
    expect(noted).toEqual([{ method: "sso", succeeded: true }])
  })

  it("comes in a second time as the same person", async () => {
    const { end } = await signInAt("mai", "/tai-khoan")
    expect(end.url).toBe(`${portal.url}/tai-khoan`)
    expect(await database.db.selectFrom("users").select("email").execute()).toEqual([
      { email: "mai@example.vn" },
    ])
  })

  it("lets nobody in whom the department has not invited, and makes no account for them", async () => {
    const { end, jar } = await signInAt("la")
    expect(end.url).toBe(`${portal.url}/dang-nhap?loi=chua-moi`)
    expect(await end.text()).toContain("chưa được mời")
    expect(jar.has("phien")).toBe(false)
    const users = await database.db.selectFrom("users").select("email").execute()
    expect(users).toEqual([{ email: "mai@example.vn" }])
  })

  it("lets nobody in who only claims an address", async () => {
    const { jar } = await signInAt("gia")
    expect(jar.has("phien")).toBe(false)
  })

  it("stands for one factor only, unless it says that it asks for two", async () => {
    const { id } = await database.db.selectFrom("users").select("id").executeTakeFirstOrThrow()
    await giveRole(
      asApplication(database.db),
      { user_id: id, role: "publisher", valid_from: "2020-01-01" },
      byShell,
    )
    const { end } = await signInAt("mai", "/ban-lam-viec/quyen-han")
    expect(new URL(end.url).pathname).toBe("/tai-khoan/buoc-hai")
  })

  it("sends nobody away from this site afterwards", async () => {
    const { end } = await signInAt("mai", "https://elsewhere.vn/")
    expect(new URL(end.url).origin).toBe(portal.url)
  })

  it("lets nobody in whose account is disabled", async () => {
    const { id } = await database.db.selectFrom("users").select("id").executeTakeFirstOrThrow()
    await disablePerson(asApplication(database.db), id, byShell, "nghỉ việc", "2026-03-02")
    const { end, jar } = await signInAt("mai")
    expect(end.url).toBe(`${portal.url}/dang-nhap?loi=chua-moi`)
    expect(jar.has("phien")).toBe(false)
  })

  it("takes no answer that was not asked for in this browser", async () => {
    const answer = await fetch(`${portal.url}/xac-thuc/callback/sso?code=abc&state=def`, {
      redirect: "manual",
    })
    expect(answer.headers.get("location")).toContain("loi=")
    expect(answer.headers.getSetCookie().filter((cookie) => cookie.startsWith("phien="))).toEqual([])
  })

  it("says so when it cannot be reached", async () => {
    const settings = readSettings({
      BASE_URL: portal.url,
      SECRET: secret,
      OIDC_ISSUER: "http://127.0.0.1:1",
      OIDC_CLIENT_ID: "hoptac",
      OIDC_CLIENT_SECRET: "client-secret",
    })
    const answer = await createApp({ db: asApplication(database.db), settings }).request("/dang-nhap/mot-cua")
    expect(answer.headers.get("location")).toBe("/dang-nhap?loi=khong-tra-loi")
  })
})

/** Follows a browser through the portal, the provider's own forms and back. */
async function signInAt(login: string, back = "") {
  const jars: Record<string, Map<string, string>> = {}
  const jarOf = (url: string) => (jars[new URL(url).origin] ??= new Map())
  async function go(url: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...jarOf(url)].map((pair) => pair.join("=")).join("; ")
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    })
    for (const set of response.headers.getSetCookie()) {
      const pair = set.split(";")[0] ?? ""
      const [name, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]
      if (value && !/max-age=0|expires=thu, 01 jan 1970/i.test(set)) jarOf(url).set(name, value)
      else jarOf(url).delete(name)
    }
    const location = response.headers.get("location")
    return location ? go(new URL(location, url).href) : response
  }

  let page = await go(`${portal.url}/dang-nhap/mot-cua?tro-lai=${encodeURIComponent(back)}`)
  while (page.url.startsWith(`${sso.issuer}/interaction/`)) {
    const text = await page.text()
    const action = /action="([^"]+)"/.exec(text)?.[1] ?? page.url
    const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1] ?? "login"
    page = await go(new URL(action, page.url).href, { prompt, login, password: "anything" })
  }
  return { end: page, jar: jarOf(portal.url) }
}

/** A real OpenID Connect provider, with its own forms for signing in and agreeing. */
async function startProvider(portalUrl: string) {
  const server = await listening()
  const issuer = `http://localhost:${portOf(server)}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "hoptac",
        client_secret: "client-secret",
        redirect_uris: [`${portalUrl}/xac-thuc/callback/sso`],
      },
    ],
    cookies: { keys: ["only for this test"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...known[id] }) }),
  })
  server.on("request", provider.callback())
  return { issuer, close: () => end(server) }
}

function startPortal(server: Server, url: string, issuer: string) {
  const settings = readSettings({
    BASE_URL: url,
    SECRET: secret,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: "hoptac",
    OIDC_CLIENT_SECRET: "client-secret",
  })
  const app = createApp({ db: asApplication(database.db), settings })
  server.on("request", getRequestListener(app.fetch))
  return { url, close: () => end(server) }
}

async function listening() {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  return server
}

function portOf(server: Server) {
  return (server.address() as AddressInfo).port
}

function end(server: Server) {
  server.closeAllConnections()
  server.close()
}
