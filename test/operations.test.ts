import { rmSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { databaseIn, runHoptac, startPortal, temporaryFolder } from "./program.ts"

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = temporaryFolder()
const dataDir = join(folder, "data")
const metricsToken = "SECRETMARK-metrics-token"
let portal: Awaited<ReturnType<typeof startPortal>>

beforeAll(async () => {
  await runHoptac(["--version"])
  portal = await startPortal({
    DATA_DIR: dataDir,
    LOG_LEVEL: "debug",
    METRICS_PORT: "0",
    METRICS_TOKEN: metricsToken,
    SECRET: "SECRETMARK-of-the-installation-0123456789",
    MAIL_URL: "smtp://hoptac:SECRETMARK-mail-password@127.0.0.1:9",
  })
})
afterAll(async () => {
  await portal?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function ask(path: string, request: RequestInit = {}) {
  return fetch(portal.url + path, { redirect: "manual", ...request })
}

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return ask(path, {
    method: "POST",
    headers: { origin: portal.url, ...headers },
    body: new URLSearchParams(fields),
  })
}

describe("whoever watches over the process", () => {
  it("is told that it runs and may be sent requests, without a cookie and never from memory", async () => {
    for (const path of ["/healthz", "/readyz"]) {
      const response = await ask(path)
      expect(response.status, path).toBe(200)
      expect(await response.text()).toBe("ok")
      expect(response.headers.get("cache-control")).toBe("no-store")
      expect(response.headers.get("set-cookie")).toBeNull()
    }
  })

  it("is told when the tables are not those of the program", async () => {
    const client = new pg.Client(await databaseIn(dataDir))
    await client.connect()
    const { rows } = await client.query("delete from kysely_migration where name like '0015%' returning *")
    const response = await ask("/readyz")
    await client.query(
      "insert into kysely_migration select * from json_populate_recordset(null::kysely_migration, $1)",
      [JSON.stringify(rows)],
    )
    await client.end()
    expect(response.status).toBe(503)
    expect((await ask("/healthz")).status).toBe(200)
    expect((await ask("/readyz")).status).toBe(200)
  })
})

describe("figures about the process", () => {
  const withToken = { headers: { authorization: `Bearer ${metricsToken}` } }

  it("are for whoever has the token", async () => {
    expect((await ask("/metrics")).status).toBe(401)
    expect((await ask("/metrics", { headers: { authorization: "Bearer SECRETMARK-another" } })).status).toBe(
      401,
    )
    expect((await ask("/metrics", withToken)).status).toBe(200)
  })

  it("are for this machine on a port of their own", async () => {
    const [, address] = /Metrics: (http:\/\/127\.0\.0\.1:\d+\/metrics)/.exec(portal.stdout) ?? []
    const text = await (await fetch(address!)).text()
    expect(text).toContain("nodejs_eventloop_lag_seconds")
    expect(text).toMatch(/hoptac_database_connections\{state="idle"\} \d/)
  })

  it("count requests by their route, not by what was asked for, and pages from memory apart", async () => {
    for (const path of [
      "/tin-tuc/khong-co-bai-nay",
      "/khong-co-trang-nay",
      "/ke-hoach",
      "/ke-hoach",
      "/ke-hoach",
    ])
      await (await ask(path)).text()
    const text = await (await ask("/metrics", withToken)).text()
    expect(text).toMatch(
      /hoptac_http_request_seconds_count\{method="GET",route="\/tin-tuc\/:slug",status="404"\} \d/,
    )
    expect(text).toMatch(/hoptac_http_request_seconds_count\{method="GET",route="none",status="404"\} \d/)
    expect(text).not.toContain("khong-co-bai-nay")
    expect(
      Number(/hoptac_page_cache_requests_total\{result="hit"\} (\d+)/.exec(text)?.[1]),
    ).toBeGreaterThanOrEqual(2)
    expect(text).toMatch(/hoptac_page_cache_requests_total\{result="miss"\} [1-9]/)
  })

  it("are not there where nobody asked for them", async () => {
    const other = await startPortal({ DATA_DIR: join(folder, "other") })
    expect((await fetch(`${other.url}/metrics`)).status).toBe(404)
    await other.stop()
  })
})

describe("the log", () => {
  it("has a line of JSON for each request, with the id its answer has", async () => {
    const response = await post("/co-chu", { "co-chu": "lon" })
    const id = response.headers.get("x-request-id")
    expect(id).toMatch(/^[0-9a-f]{8}$/)
    await vi.waitFor(() =>
      expect(lines().find(({ request }) => request === id)).toMatchObject({
        level: 30,
        method: "POST",
        path: "/co-chu",
        status: 303,
        msg: "request",
      }),
    )
  })

  it("never holds a password, a token, a cookie, a code, or a link that opens something", async () => {
    const mark = "SECRETMARK"
    const secrets = {
      email: `${mark}-mail@example.vn`,
      password: `${mark}-password`,
      "mat-khau": `${mark}-mat-khau`,
      "mat-khau-moi": `${mark}-mat-khau-moi`,
      code: `${mark}-123456`,
      ma: `${mark}-654321`,
      "ma-khoi-phuc": `${mark}-abcde-fghij`,
      token: `${mark}-token`,
    }
    const headers = {
      cookie: `phien=${mark}-session; __Host-phien=${mark}-host; co-chu=${mark}`,
      authorization: `Bearer ${mark}-bearer`,
      "x-api-key": `${mark}-key`,
    }
    const link = `${mark}0aB_c-dEfGhIjKlMnOpQrStUvWxYz`
    for (const path of [
      "/dang-nhap",
      "/dang-nhap/buoc-hai",
      "/dang-nhap/ma-khoi-phuc",
      "/quen-mat-khau",
      "/tai-khoan/mat-khau",
      `/lien-ket/${link}`,
      `/dat-lai-mat-khau/${link}`,
      `/en/lien-ket/${link}`,
      "/co-chu",
    ]) {
      await post(path, secrets, headers)
      await post(path, secrets, { ...headers, origin: "https://elsewhere.vn" })
      await ask(`${path}?token=${mark}-query&code=${mark}`, { headers })
      await ask(`/api/auth/callback?state=${mark}&code=${mark}`, { headers })
      await ask(path, {
        method: "POST",
        headers: { ...headers, origin: portal.url, "content-type": "multipart/form-data; boundary=x" },
        body: `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${mark}`,
      })
    }
    const client = new pg.Client(await databaseIn(dataDir))
    await client.connect()
    await client.query(
      `with mail as (
        insert into mails (recipient, subject, body, good_until)
        values ('mai@example.vn', 'x', $1, now() + interval '1 hour') returning id)
      insert into pgboss.job (name, data) select 'send-mail', json_build_object('mail_id', id) from mail`,
      [`${portal.url}/lien-ket/${link}`],
    )
    await client.end()

    await vi.waitFor(() => expect(lines().some(({ msg }) => msg === "job failed")).toBe(true), {
      timeout: 15_000,
    })
    const output = portal.stdout + portal.stderr
    expect(lines().filter(({ msg }) => msg === "request").length).toBeGreaterThan(30)
    expect(output).toContain("/lien-ket/…")
    expect(output).not.toContain(mark)
    expect(output).not.toContain(encodeURIComponent(mark))
  })
})

function lines(): Record<string, unknown>[] {
  return portal.stderr
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line))
}
