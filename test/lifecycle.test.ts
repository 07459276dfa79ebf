import { once } from "node:events"
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { connect as connectSocket, createServer, type Socket } from "node:net"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { setTimeout as delay } from "node:timers/promises"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest"
import { pathsIn } from "../src/paths.ts"
import { root } from "../src/root.ts"
import {
  bin,
  databaseIn,
  readPostmaster,
  runHoptac,
  startPortal,
  startProgram,
  temporaryFolder,
} from "./program.ts"

// Whole programs are started here, several to a test, on whatever machine this is.
vi.setConfig({ testTimeout: 120_000 })

const isRoot = process.getuid?.() === 0
const nobody = 65534
const folder = temporaryFolder()
const dataDir = join(folder, "data")

beforeAll(async () => {
  // Building is timed on its own: what is measured below is what a person waits for after `npm install`.
  expect((await runHoptac(["--version"])).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("the first start", () => {
  it("is ready within fifteen seconds, says so last, and answers", async () => {
    const portal = await startPortal({ DATA_DIR: dataDir })
    expect(portal.stdout.trimEnd().split("\n").at(-1)).toBe(`Ready: http://localhost:${portal.port}`)
    expect(portal.secondsToReady).toBeLessThan(15)
    expect((await fetch(portal.url)).status).toBe(200)
    expect((await portal.stop()).code).toBe(0)
    expect(await readPostmaster(dataDir)).toBeNull()
  })
})

describe("a later start", () => {
  it("is ready within two seconds", async () => {
    const seconds = []
    // The best of three, since whatever else the machine is doing meanwhile is no fault of ours.
    for (let start = 1; start <= 3; start++) {
      const portal = await startPortal({ DATA_DIR: dataDir })
      seconds.push(portal.secondsToReady)
      await portal.stop()
    }
    expect(Math.min(...seconds)).toBeLessThan(2)
  })

  it("names the address people use when it is told", async () => {
    const portal = await startPortal({ DATA_DIR: dataDir, BASE_URL: "https://kinhtetapthe.example.vn/" })
    expect(portal.url).toBe("https://kinhtetapthe.example.vn")
    await portal.stop()
  })
})

describe("a second start", () => {
  it("on the same folder says who is there, and leaves that one alone", async () => {
    const first = await startPortal({ DATA_DIR: dataDir })
    const second = await runHoptac(["serve"], { DATA_DIR: dataDir, PORT: "0" })
    expect(second).toMatchObject({ code: 1, stdout: "" })
    expect(second.stderr).toMatch(
      oneLine(/already runs on the folder .* \(process \d+, http.*Stop that one first/),
    )
    expect((await fetch(first.url)).status).toBe(200)
    await first.stop()
  })

  it("on a taken port names another", async () => {
    const other = createServer().listen(0)
    await once(other, "listening")
    const { port } = other.address() as { port: number }
    const run = await runHoptac(["serve"], { DATA_DIR: dataDir, PORT: String(port) })
    other.close()
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(oneLine(new RegExp(`port ${port} is taken .* PORT=${port + 1} npm start`)))
    expect(await readPostmaster(dataDir)).toBeNull()
  })
})

describe("being asked to stop", () => {
  it("finishes the request in flight, takes no new one, and ends the database cleanly", async () => {
    const portal = await startPortal({ DATA_DIR: dataDir })
    const slow = await sendHalfARequest(portal.port)
    const ended = portal.stop("SIGTERM")
    await delay(300)
    await expect(fetch(portal.url)).rejects.toThrow()
    expect(await readPostmaster(dataDir)).not.toBeNull()

    slow.socket.write(slow.rest)
    expect(await text(slow.socket)).toMatch(/^HTTP\/1\.1 303 .*connection: close/is)
    expect(await ended).toMatchObject({ code: 0, signal: null })
    expect(await readPostmaster(dataDir)).toBeNull()
  })

  it("does the same when Ctrl-C reaches npm and everything below it, once and again", async () => {
    const portal = await startProgram(
      "npm",
      ["start"],
      { DATA_DIR: dataDir, PORT: "0" },
      { cwd: root, detached: true },
    )
    const slow = await sendHalfARequest(portal.port)
    process.kill(-portal.child.pid!, "SIGINT")
    await delay(300)
    process.kill(-portal.child.pid!, "SIGINT")
    expect(await readPostmaster(dataDir)).not.toBeNull()

    slow.socket.write(slow.rest)
    expect(await text(slow.socket)).toMatch(/^HTTP\/1\.1 303 /)
    await portal.ended
    expect(await readPostmaster(dataDir)).toBeNull()
  })

  it("does the same when npm alone is told", async () => {
    const portal = await startProgram("npm", ["start"], { DATA_DIR: dataDir, PORT: "0" }, { cwd: root })
    const slow = await sendHalfARequest(portal.port)
    const ended = portal.stop("SIGTERM")
    await delay(300)
    expect(await readPostmaster(dataDir)).not.toBeNull()

    slow.socket.write(slow.rest)
    expect(await text(slow.socket)).toMatch(/^HTTP\/1\.1 303 /)
    await ended
    expect(await readPostmaster(dataDir)).toBeNull()
  })

  it("does not wait for connections that ask nothing", async () => {
    const portal = await startPortal({ DATA_DIR: dataDir })
    const silent = connectSocket(portal.port, "127.0.0.1")
    await once(silent, "connect")
    silent.on("error", () => {})
    const began = performance.now()
    expect((await portal.stop()).code).toBe(0)
    expect(performance.now() - began).toBeLessThan(3000)
  })
})

describe("after kill -9", () => {
  it("of the portal alone, the next start takes the database over as it runs, and stops it at its end", async () => {
    const killed = await startPortal({ DATA_DIR: dataDir })
    await killed.stop("SIGKILL")
    const orphan = await readPostmaster(dataDir)
    expect(orphan).not.toBeNull()

    const next = await startPortal({ DATA_DIR: dataDir })
    expect(await readPostmaster(dataDir)).toEqual(orphan)
    expect((await fetch(next.url)).status).toBe(200)
    await next.stop()
    expect(await readPostmaster(dataDir)).toBeNull()
  })

  it("of the portal alone, a command does its work and then stops the orphan", async () => {
    const killed = await startPortal({ DATA_DIR: dataDir })
    await killed.stop("SIGKILL")
    expect(await runHoptac(["migrate"], { DATA_DIR: dataDir })).toMatchObject({ code: 0 })
    expect(await readPostmaster(dataDir)).toBeNull()
  })

  it("of everything, the next start has all that was committed", async () => {
    const portal = await startPortal({ DATA_DIR: dataDir })
    const client = new pg.Client(await databaseIn(dataDir))
    client.on("error", () => {})
    await client.connect()
    await client.query(
      "insert into changes (actor, via, action, record_kind) values ('test', 'shell', 'survive', 'test')",
    )
    const { rows } = await client.query("select pid from pg_stat_activity")
    process.kill((await readPostmaster(dataDir))?.pid ?? 0, "SIGKILL")
    portal.child.kill("SIGKILL")
    for (const { pid } of rows) killIfAlive(pid)
    await portal.ended

    const next = await startPortal({ DATA_DIR: dataDir })
    const reader = new pg.Client(await databaseIn(dataDir))
    await reader.connect()
    expect((await reader.query("select from changes where action = 'survive'")).rowCount).toBe(1)
    await reader.end()
    await next.stop()
  })
})

describe("a command of the shell", () => {
  it("uses the database of a running portal and leaves it running", async () => {
    const portal = await startPortal({ DATA_DIR: dataDir })
    expect(await runHoptac(["migrate"], { DATA_DIR: dataDir })).toMatchObject({
      code: 0,
      stdout: "The database is up to date.\n",
    })
    expect((await fetch(portal.url)).status).toBe(200)
    await portal.stop()
  })

  it("may be the first, and twice at once", async () => {
    const fresh = join(folder, "fresh")
    const runs = await Promise.all([1, 2].map(() => runHoptac(["migrate"], { DATA_DIR: fresh })))
    expect(runs.map(({ code }) => code)).toEqual([0, 0])
    await waitUntil(async () => (await readPostmaster(fresh)) === null)
  })
})

describe("hoptac", () => {
  it.each(["serve", "migrate", "import page", "plan publish", "sample load", "sample clear"])(
    "explains %s",
    async (command) => {
      const run = await runHoptac([...command.split(" "), "--help"])
      expect(run).toMatchObject({ code: 0, stderr: "" })
      expect(run.stdout).toContain(`Usage: hoptac ${command}`)
    },
  )

  it.each([
    [[]],
    [["nonsense"]],
    [["import"]],
    [["import", "page"]],
    [["plan", "publish"]],
    [["serve", "--colour"]],
  ])("ends with 2 when asked wrongly: %j", async (parameters) => {
    expect((await runHoptac(parameters)).code).toBe(2)
  })

  it("reads pages without a database when it is to keep nothing", async () => {
    const untouched = join(folder, "untouched")
    const missing = join(folder, "missing.txt")
    const run = await runHoptac(["import", "page", "--dry-run", "--json", missing], { DATA_DIR: untouched })
    expect(run.code).toBe(1)
    expect(JSON.parse(run.stdout)).toEqual({ file: missing, error: expect.stringContaining("no such file") })
    expect(existsSync(untouched)).toBe(false)
  })
})

describe("a setting that can't be right gets one line", () => {
  it.each([
    [{ PORT: "80x" }, /PORT is not a port/],
    [{ PORT: "70000" }, /PORT is not a port/],
    [{ BASE_URL: "example.vn" }, /BASE_URL is not the address of a site/],
    [{ DATABASE_URL: "mysql://localhost/hoptac" }, /DATABASE_URL is not an address of PostgreSQL/],
    [{ DATABASE_URL: "postgres://hoptac@127.0.0.1:1/hoptac" }, /127\.0\.0\.1:1 can't be reached .* Start it/],
    [{ DATABASE_URL: "postgres://hoptac@nowhere.invalid/hoptac" }, /nowhere\.invalid:5432 can't be reached/],
    [{ LOG_LEVEL: "loud" }, /LOG_LEVEL is not a level/],
    [{ MAIL_URL: "mail.example.vn:587" }, /MAIL_URL is not an address of a mail server/],
    [{ MAIL_URL: "https://mail.example.vn" }, /MAIL_URL is not an address of a mail server/],
    [{ MAIL_FROM: "Cổng KTTT" }, /MAIL_FROM is not an address mail can come from/],
    [{ MAIL_FROM: "a@b.vn>\r\nBcc: <thief@example.vn" }, /MAIL_FROM is not an address mail can come from/],
    [{ METRICS_PORT: "all" }, /METRICS_PORT is not a port.*METRICS_PORT=9464/],
    [{ METRICS_TOKEN: "secret" }, /METRICS_TOKEN is too easy to guess/],
    [{ HOST: "192.0.2.1" }, /does not have the address 192\.0\.2\.1/],
  ])("%j", async (settings, line) => {
    const run = await runHoptac(["serve"], { DATA_DIR: dataDir, PORT: "0", ...settings })
    expect(run).toMatchObject({ code: 1, stdout: "" })
    expect(run.stderr).toMatch(oneLine(line))
  })
})

describe("a database of one's own", () => {
  it("serves several portals at once, and is asked for by name when it is missing", async () => {
    const { server } = inject("databases")
    const name = `${inject("databases").prefix}given`
    const address = new URL(server)
    address.pathname = `/${name}`
    const missing = await runHoptac(["migrate"], { DATABASE_URL: address.href })
    expect(missing.stderr).toMatch(oneLine(new RegExp(`has no database "${name}". Make it`)))

    const client = new pg.Client(server)
    await client.connect()
    await client.query(`create database "${name}" template template0 encoding 'UTF8'`)
    await client.end()
    const untouched = join(folder, "no-data")
    const settings = { DATABASE_URL: address.href, DATA_DIR: untouched }
    const portals = await Promise.all([startPortal(settings), startPortal(settings)])
    for (const { url } of portals) expect((await fetch(url)).status).toBe(200)
    for (const portal of portals) expect((await portal.stop()).code).toBe(0)
    expect(existsSync(untouched)).toBe(false)
  })
})

describe("a folder that can't hold the data gets one line", () => {
  it("when a file stands there", async () => {
    const file = join(folder, "file")
    writeFileSync(file, "")
    expect(await refusal({ DATA_DIR: file })).toMatch(oneLine(/a file stands in its way/))
    expect(await refusal({ DATA_DIR: join(file, "data") })).toMatch(oneLine(/a file stands in its way/))
  })

  it("when nothing can be made there", async () => {
    expect(await refusal({ DATA_DIR: "/proc/hoptac" })).toMatch(
      oneLine(/can't hold the data.*Choose another folder/),
    )
  })

  it("when another version of PostgreSQL made it", async () => {
    const old = join(folder, "old")
    mkdirSync(join(old, "postgres"), { recursive: true })
    chmodSync(old, 0o711)
    writeFileSync(join(old, "postgres/PG_VERSION"), "17\n")
    if (isRoot) chownSync(join(old, "postgres"), nobody, nobody)
    expect(await refusal({ DATA_DIR: old })).toMatch(oneLine(/was made by PostgreSQL 17.*backup/))
  })

  it.runIf(isRoot)("when the user that runs the database may not enter it", async () => {
    const closed = join(folder, "closed")
    mkdirSync(closed, { mode: 0o700 })
    expect(await refusal({ DATA_DIR: join(closed, "data") })).toMatch(
      oneLine(new RegExp(`may not enter ${closed}\\. Choose another folder in DATA_DIR`)),
    )
  })

  it.runIf(isRoot)("when it belongs to someone else", async () => {
    const run = await runHoptac(["migrate"], { DATA_DIR: dataDir }, { uid: nobody, gid: nobody })
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(oneLine(/this user may not write there/))
  })
})

describe.runIf(isRoot)("an ordinary user", () => {
  it("serves from a folder of their own, which root may then use as well", async () => {
    const home = join(folder, "home")
    mkdirSync(home)
    chownSync(home, nobody, nobody)
    const portal = await startProgram(
      process.execPath,
      [bin, "serve"],
      { PORT: "0" },
      { cwd: home, uid: nobody, gid: nobody },
    )
    expect((await fetch(portal.url)).status).toBe(200)
    expect((await portal.stop()).code).toBe(0)
    expect(existsSync(join(home, "data/postgres"))).toBe(true)

    expect((await runHoptac(["migrate"], {}, { cwd: home })).code).toBe(0)
    expect((await runHoptac(["migrate"], {}, { cwd: home, uid: nobody, gid: nobody })).code).toBe(0)
  })
})

/** A line that says what is wrong, and nothing else. */
function oneLine(line: RegExp) {
  return new RegExp(`^[^\\n]*${line.source}[^\\n]*\\n$`)
}

async function refusal(settings: Record<string, string>) {
  const run = await runHoptac(["serve"], { PORT: "0", ...settings })
  expect(run).toMatchObject({ code: 1, stdout: "" })
  return run.stderr
}

/** A form of which the first half has arrived: as in flight as a request over a bad line can be. */
async function sendHalfARequest(port: number): Promise<{ socket: Socket; rest: string }> {
  const form = "co-chu=lon&trang=%2F"
  const socket = connectSocket(port, "127.0.0.1")
  await once(socket, "connect")
  socket.write(
    [
      `POST ${pathsIn("vi").textSize()} HTTP/1.1`,
      `Host: localhost:${port}`,
      `Origin: http://localhost:${port}`,
      "Content-Type: application/x-www-form-urlencoded",
      `Content-Length: ${form.length}`,
      "",
      form.slice(0, 6),
    ].join("\r\n"),
  )
  await delay(100)
  return { socket, rest: form.slice(6) }
}

async function waitUntil(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await delay(20)
}

function killIfAlive(pid: number) {
  try {
    process.kill(pid, "SIGKILL")
  } catch {
    // It went down with its server.
  }
}
