import { readFileSync } from "node:fs"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { sql } from "kysely"
import { openCluster } from "../src/database/cluster.ts"
import { connect, type Database } from "../src/database/connection.ts"
import { secret, signInAs } from "../test/fixtures/people.ts"
import { startPortal } from "../test/program.ts"
import { empty, residentOf, untilAlone } from "./importing.ts"
import type { Line } from "./lines.ts"
import { randomFrom } from "./random.ts"
import { makeWorkbook, province } from "./register-workbook.ts"

const rows = 20_000
const killedRows = 600
const kills = 50
const imports = "/ban-lam-viec/nhap-excel"

/** A province's workbook sent to the portal as it runs: how long it takes, and how long others wait meanwhile. */
export function importServed(): Promise<Line[]> {
  return withPortal(async ({ db, portal }) => {
    const bytes = await makeWorkbook(db, rows)
    try {
      const memory = watchChildren(portal.child.pid!)
      const quiet = await sendAndWrite(db, portal, await signIn(db), bytes)
      const resident = memory.stop()
      console.log(
        `  checked in ${seconds(quiet.checking)}, written in ${seconds(quiet.writing)}, seen on the way:`,
      )
      console.log(`  ${quiet.steps.join("; ")}`)
      if (!quiet.steps.some((step) => step.startsWith("Đang ghi: "))) throw new Error("No progress was shown")

      // The officer's role goes with the organisations.
      await empty(db)
      const cookie = await signIn(db)
      const { get } = reader(portal.url, cookie)
      for (const path of othersRead) for (let time = 0; time < 5; time++) await get(path)
      const others = watchOthers(portal.url, cookie)
      await sendAndWrite(db, portal, cookie, bytes)
      const waits = await others.stop()
      return [
        {
          what: `${rows} rows at the portal, from upload to committed`,
          value: (quiet.checking + quiet.writing) / 1000,
          unit: "s",
          limit: 12,
        },
        { what: "the memory of the process that imports", value: resident, unit: "MB", limit: 400 },
        {
          what: `others meanwhile, 99 of 100 of ${waits.length} within`,
          value: at(waits, 0.99),
          unit: "ms",
          limit: 100,
        },
      ]
    } finally {
      await portal.stop()
    }
  })
}

/** Milliseconds that checking and writing took, as an officer at the page sees it, and what the page said meanwhile. */
async function sendAndWrite(db: Database, portal: Portal, cookie: string, bytes: Uint8Array) {
  const officer = reader(portal.url, cookie)
  const begun = performance.now()
  const address = await officer.send(bytes)
  const steps = await officer.untilDone(address)
  const checking = performance.now() - begun
  await confirmColumns(db)
  const pressed = performance.now()
  await officer.post(`${address}/ghi-so`)
  for (const step of await officer.untilDone(address)) steps.add(step)
  const writing = performance.now() - pressed
  const page = await officer.get(address)
  if (!page.includes("Biên nhận")) throw new Error(`The import ended with ${page.slice(0, 300)}`)
  return { checking, writing, steps: [...steps] }
}

/** A portal that is killed while it writes has written all or nothing, and its page says which once it is back. */
export function importServedKill(): Promise<Line[]> {
  return withPortal(async ({ db, folder, ...opened }) => {
    const bytes = await makeWorkbook(db, killedRows)
    const random = randomFrom(23)
    const found = { none: 0, all: 0, torn: 0, untold: 0 }
    let { portal } = opened
    try {
      let longest = 0
      for (let kill = -1; kill < kills; kill++) {
        // The officer's role goes with the organisations.
        await empty(db)
        const cookie = await signIn(db)
        const officer = reader(portal.url, cookie)
        const address = await officer.send(bytes)
        await officer.untilDone(address)
        await confirmColumns(db)
        const logged = await countWritten(db)
        const begun = performance.now()
        const writing = officer.post(`${address}/ghi-so`).catch(() => {})
        if (kill < 0) {
          await writing
          await officer.untilDone(address)
          longest = performance.now() - begun
        } else await delay(random.next() * 1.8 * longest)
        portal.child.kill("SIGKILL")
        await portal.ended
        await writing
        await untilAlone(db)
        const state = await stateOf(db, logged)
        portal = await start(folder)
        const page = await reader(portal.url, cookie).get(address)
        const told = page.includes("Biên nhận")
          ? "all"
          : page.includes("Ghi vào sổ đăng ký</button>")
            ? "none"
            : "nothing"
        if (kill >= 0) found[state === "torn" || state === told ? state : "untold"] += 1
      }
    } finally {
      await portal.stop()
    }
    console.log(`  of ${kills} killed, ${found.none} left nothing and ${found.all} everything`)
    if (found.none === 0 || found.all === 0) throw new Error("The moments were all on one side of the commit")
    return [
      {
        what: "portals killed while writing: all or nothing, and said so",
        value: found.none + found.all,
        unit: "imports",
        limit: kills,
        atLeast: true,
      },
    ]
  })
}

type Portal = Awaited<ReturnType<typeof startPortal>>
type Opened = { db: Database; folder: string; portal: Portal }

/** The portal on the sample province, and an officer of a province who is signed in. */
async function withPortal(measure: (opened: Opened) => Promise<Line[]>) {
  const folder = await mkdtemp(join(tmpdir(), "hoptac-bench-"))
  // As root the server runs as another user, who has to pass through.
  await chmod(folder, 0o711)
  const cluster = await openCluster(folder)
  const db = connect(cluster.url)
  try {
    const portal = await start(folder)
    return await measure({ db, folder, portal })
  } finally {
    await db.destroy()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function signIn(db: Database) {
  const { cookie } = await signInAs(db, { name: "Mai", roles: [{ role: "province_officer" }] })
  // On http:// a cookie has no right to that name.
  return cookie.replace("__Host-", "")
}

async function start(folder: string) {
  const settings = { DATA_DIR: folder, SECRET: secret, LOG_LEVEL: "error" }
  const portal = await startPortal(settings)
  if (!portal.url) throw new Error(`The portal did not start: ${portal.stderr}`)
  return portal
}

function reader(url: string, cookie: string) {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(url + path, {
      redirect: "manual",
      ...init,
      headers: { cookie, origin: url, "sec-fetch-site": "same-origin" },
    })
  const get = async (path: string) => {
    const answer = await ask(path)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return await answer.text()
  }
  const post = (path: string, body: FormData = new FormData()) => ask(path, { method: "POST", body })
  return {
    get,
    post,
    async send(bytes: Uint8Array) {
      const body = new FormData()
      body.set("place", province)
      body.set("act", "check")
      body.set("file", new File([new Uint8Array(bytes)], "danh-sach.xlsx"))
      const sent = await post(imports, body)
      const address = sent.headers.get("location")
      if (!address) throw new Error(`The workbook was refused: ${(await sent.text()).slice(0, 2000)}`)
      return new URL(address, url).pathname
    },
    /** What the page said of the work until there was none any more. */
    async untilDone(address: string) {
      const steps = new Set<string>()
      for (;;) {
        const page = await get(address)
        const step = /<p id="dang-lam"[^>]*>([^<]*)/.exec(page)?.[1]
        if (!step) return steps
        steps.add(step)
        await delay(250)
      }
    },
  }
}

/** The most memory that a process which the portal started for a workbook has had. */
function watchChildren(pid: number) {
  let most = 0
  const watching = setInterval(() => {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean)
    // One that is only just begun is still its parent, and shows what that has had.
    for (const child of children) if (isApart(child)) most = Math.max(most, residentOf(Number(child)))
  }, 20)
  return {
    stop() {
      clearInterval(watching)
      return most
    },
  }
}

function isApart(pid: string) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("apart-program")
  } catch {
    return false
  }
}

const othersRead = ["/", "/hop-tac-xa", "/ban-lam-viec", "/dia-ban"]

/** Four readers, each of whom asks for another page as soon as there is one: milliseconds they waited. */
function watchOthers(url: string, cookie: string) {
  const waits: number[] = []
  let isOver = false
  const reads = othersRead.map(async (path) => {
    const { get } = reader(url, cookie)
    for (let time = 0; !isOver; time++) {
      const begun = performance.now()
      await get(path.startsWith("/ban") ? path : `${path}?lan=${time}`)
      waits.push(performance.now() - begun)
      await delay(50)
    }
  })
  return {
    async stop() {
      isOver = true
      await Promise.all(reads)
      return waits
    },
  }
}

/** The office's own list was read rightly, as somebody would say on its page. */
async function confirmColumns(db: Database) {
  await sql`update imports set is_mapped = true`.execute(db)
}

/** Imports that the change log says were written. */
async function countWritten(db: Database) {
  const { rows: found } = await sql<{ count: number }>`
    select count(*) as count from changes where record_kind = 'register_import' and action = 'apply'`.execute(
    db,
  )
  return found[0]!.count
}

async function stateOf(db: Database, logged: number) {
  const { rows: found } = await sql<Record<string, number>>`
    select (select count(*) from organisations) as organisations,
      (select count(distinct organisation_id) from organisation_events) as begun,
      (select count(*) from organisation_states where valid_to = 'infinity') as standing,
      (select count(*) from imports where state = 'applied') as applied`.execute(db)
  const { organisations, begun, standing, applied } = found[0]!
  const written = (await countWritten(db)) - logged
  if ([organisations, begun, standing, applied, written].every((count) => count === 0)) return "none"
  const isWhole = [organisations, begun, standing].every((count) => count === killedRows)
  return isWhole && applied === 1 && written === 1 ? "all" : "torn"
}

function at(waits: readonly number[], share: number) {
  const sorted = waits.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length * share)]!
}

function seconds(milliseconds: number) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
