import type { ControlledTransaction } from "kysely"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { createApp } from "../src/app.tsx"
import type { Database } from "../src/database/connection.ts"
import type { DB } from "../src/database/tables.ts"
import { log } from "../src/log.ts"
import { type Role, reachOf, roles } from "../src/rights/roles.ts"
import { readSettings } from "../src/settings.ts"
import { freshDatabase } from "./database.ts"
import { type SignedIn, secret, signInAs } from "./fixtures/people.ts"
import { findMatrixRecords, type MatrixRecords, type Scope } from "./matrix-records.ts"
import { testStore } from "./visit.ts"

/** The first day of the new communes: roles that ended with the old ones ended on the day before. */
const today = "2026-03-02"
const yesterday = "2026-03-01"
const origin = "https://ktth.example.vn"

type Route = { method: string; path: string }
/** A column of the table: who asks, and whether the record stands in their scope. */
type Asker = { name: string; cookie: string; scope: Scope }

let database: Awaited<ReturnType<typeof freshDatabase>>
/** What may write is asked inside it and taken back, so that no request finds what another left. */
let trx: ControlledTransaction<DB>
let writing: ReturnType<typeof createApp>
let reading: ReturnType<typeof createApp>
let records: MatrixRecords
let askers: Asker[]
let ended: Asker[]

beforeAll(async () => {
  vi.spyOn(log, "error").mockImplementation(() => {})
  database = await freshDatabase({ from: "sample" })
  records = await findMatrixRecords(database.db)
  askers = await everyone(database.db)
  ended = await everyoneWhoseRoleEnded(database.db)
  trx = await database.db.startTransaction().execute()
  const settings = readSettings({ BASE_URL: origin, SECRET: secret })
  const clock = () => new Date(`${today}T09:00:00+07:00`)
  writing = createApp({ db: trx as Database, settings, clock, store: testStore })
  reading = createApp({ db: database.db, settings, clock, store: testStore })
}, 120_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await trx?.rollback().execute()
  await database?.close()
})

describe("every route, asked by everyone", () => {
  it("answers as the table says", async () => {
    const rows: string[][] = []
    for (const route of routes()) {
      const answers: string[] = []
      for (const asker of askers) answers.push(await ask(route, asker))
      rows.push([`${route.method} ${withoutPatterns(route.path)}`, ...inShort(answers)])
    }
    await expect(tableOf(["Route", ...askers.map(({ name }) => name)], rows)).toMatchFileSnapshot(
      "rights-matrix.md",
    )
  }, 300_000)

  it("answers someone whose role has ended as someone who never held one", async () => {
    const nobody = askers.find(({ name }) => name === "no role")!
    const faults: string[] = []
    for (const route of routes().filter(({ path }) => path.startsWith("/ban-lam-viec"))) {
      const expected = await ask(route, nobody)
      for (const asker of ended) {
        const answer = await ask(route, asker)
        if (answer !== expected) faults.push(`${route.method} ${route.path} as ${asker.name}: ${answer}`)
      }
    }
    expect(faults).toEqual([])
  }, 300_000)

  it("has the same routes in both languages", () => {
    const vietnamese = all().filter(({ path }) => !path.startsWith("/en"))
    const english = new Set(all().map(({ method, path }) => `${method} ${path}`))
    const withoutTwin = vietnamese
      .map(({ method, path }) => `${method} /en${path === "/" ? "" : path}`)
      .filter((twin) => !english.has(twin))
    const oneForBoth = /^GET \/en\/(assets|bieu-trung|robots|sitemap|:file|healthz|readyz|metrics|tep)/
    expect(withoutTwin.filter((twin) => !oneForBoth.test(twin))).toEqual([])
  })
})

/** Every handler; what only stands in front of them is no route. */
function all(): Route[] {
  const found = new Map(
    reading.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
  )
  return [...found.values()]
}

function routes() {
  return all()
    .filter(({ path }) => !path.startsWith("/en"))
    .sort((one, other) =>
      one.path < other.path ? -1 : one.path > other.path ? 1 : one.method < other.method ? -1 : 1,
    )
}

async function ask({ method, path }: Route, { cookie, scope }: Asker) {
  const address = records.fill(path, scope)
  if (method === "GET") return answerOf(await reading.request(address, { headers: { cookie } }))

  const savepoint = await trx.savepoint("request").execute()
  const headers = { origin, cookie, "content-type": "application/x-www-form-urlencoded" }
  const answer = await answerOf(await writing.request(address, { method, headers, body: "" }))
  await savepoint.rollbackToSavepoint("request").execute()
  return answer
}

/** The status, or where someone is sent who has to say or prove first who they are. */
async function answerOf(response: Response) {
  await response.arrayBuffer()
  const to = response.headers.get("location") ?? ""
  if (to.startsWith("/dang-nhap?")) return "sign in"
  return to.startsWith("/tai-khoan/buoc-hai?") ? "set up" : String(response.status)
}

/** What everyone gets alike is said once. */
function inShort(answers: string[]) {
  return new Set(answers).size === 1 ? [`${answers[0]} for all`, ...answers.slice(1).map(() => "")] : answers
}

function withoutPatterns(path: string) {
  return path.replace(/\{(?:[^{}]|\{[^{}]*\})*\}/g, "")
}

function tableOf(heading: string[], rows: string[][]) {
  const widths = heading.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  )
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`
  return `${[line(heading), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n")}\n`
}

async function everyone(db: Database): Promise<Asker[]> {
  const nobody = await signInAs(db, { name: "No role" })
  const held: Asker[] = []
  for (const role of roles) {
    const person = await holder(db, role)
    const scopes: Scope[] = reachOf(role) === "province" ? ["own"] : ["own", "other"]
    for (const scope of scopes)
      held.push({ name: scopes.length > 1 ? `${role}, ${scope}` : role, cookie: person.cookie, scope })
  }
  return [
    { name: "signed out", cookie: "", scope: "own" },
    { name: "no role", cookie: nobody.cookie, scope: "own" },
    ...held,
  ]
}

async function everyoneWhoseRoleEnded(db: Database): Promise<Asker[]> {
  const askers: Asker[] = []
  for (const role of roles) {
    const { cookie } = await holder(db, role, yesterday)
    askers.push({ name: `${role} until yesterday`, cookie, scope: "own" })
  }
  return askers
}

function holder(db: Database, role: Role, valid_to?: string): Promise<SignedIn> {
  return signInAs(db, {
    name: role,
    roles: [{ role, ...records.scopeOf(role), ...(valid_to && { valid_to }) }],
  })
}
