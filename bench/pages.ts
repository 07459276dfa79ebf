import { type ChildProcess, fork, spawn } from "node:child_process"
import { once } from "node:events"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import autocannon from "autocannon"
import { openCluster } from "../src/database/cluster.ts"
import { bundled } from "./bundled.ts"
import type { Line } from "./lines.ts"
import type { openPages, PageName } from "./page-work.tsx"

const names: PageName[] = ["article", "home", "plan"]
const connections = 20
const secondsOfLoad = 4
const rounds = 3

/** Public pages: under load beside a bare server, rendered from memory, and with all their queries. */
export async function pages(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), "hoptac-bench-"))
  await chmod(folder, 0o711)
  const portal = await startPortal(folder)
  try {
    const { url } = await openCluster(folder)
    const work = await bundled<{ openPages: typeof openPages }>("page-work.tsx")
    const opened = await work.openPages(url)
    try {
      return [
        ...(await underLoad(portal.origin, opened.paths)),
        ...fromMemory(opened.render),
        ...(await withQueries(opened.visit)),
      ]
    } finally {
      await opened.close()
    }
  } finally {
    await portal.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The real program, on the sample province, as `npm start` runs it. */
async function startPortal(folder: string) {
  const program = fileURLToPath(new URL("../bin/hoptac.js", import.meta.url))
  const child = spawn(process.execPath, [program, "serve"], {
    env: { ...process.env, DATA_DIR: folder, PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  })
  for await (const line of createInterface({ input: child.stdout! })) {
    const ready = /^Ready: http:\/\/localhost:(\d+)/.exec(line)
    if (ready) {
      return {
        origin: `http://127.0.0.1:${ready[1]}`,
        async stop() {
          child.kill("SIGTERM")
          await once(child, "exit")
        },
      }
    }
  }
  throw new Error("The portal did not start")
}

/** Pages a second of the portal and of a bare server that sends the same bytes, in turn. */
async function underLoad(origin: string, paths: Record<PageName, string>): Promise<Line[]> {
  const bare = await startBareServer()
  try {
    const lines: Line[] = []
    for (const name of names) {
      await bare.learn(origin, paths[name])
      const ours: number[] = []
      const theirs: number[] = []
      for (let round = 0; round < rounds; round++) {
        theirs.push(await load(bare.origin + paths[name]))
        ours.push(await load(origin + paths[name]))
      }
      lines.push({
        what: `${name} page under load`,
        value: median(ours),
        unit: "pages/s",
        spread: [Math.min(...ours), Math.max(...ours)],
        limit: 0.6 * median(theirs),
        limitIs: `0.6 × the ${median(theirs).toFixed(0)} of a bare server`,
        atLeast: true,
      })
    }
    return lines
  } finally {
    bare.stop()
  }
}

async function load(url: string) {
  const result = await autocannon({
    url,
    connections,
    duration: secondsOfLoad,
    headers: { "accept-encoding": "br" },
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} did not always answer with a page`)
  return result.requests.average
}

async function startBareServer() {
  const child = fork(fileURLToPath(new URL("./bare-server.ts", import.meta.url)))
  const [{ port }] = (await once(child, "message")) as [{ port: number }]
  return {
    origin: `http://127.0.0.1:${port}`,
    learn: (origin: string, path: string) => teach(child, origin, path),
    stop: () => child.disconnect(),
  }
}

/** The bytes as they go over the wire, compressed, with the headers of the page. */
async function teach(child: ChildProcess, origin: string, path: string) {
  const { request } = await import("node:http")
  const [response] = (await once(
    request(origin + path, { headers: { "accept-encoding": "br" } }).end(),
    "response",
  )) as [import("node:http").IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const { date: _date, connection: _connection, "keep-alive": _keepAlive, ...headers } = response.headers
  child.send({ path, headers, body: Buffer.concat(chunks).toString("base64") })
  await once(child, "message")
}

function fromMemory(render: Record<PageName, () => string>): Line[] {
  return names.map((name) => ({
    what: `${name} page rendered from memory`,
    value: ratePerSecond(render[name], 2000),
    unit: "pages/s",
    limit: 5000,
    limitIs: `${(render[name]().length / 1000).toFixed(0)} kB, one core; parts kept by what they show`,
    atLeast: true,
  }))
}

function ratePerSecond(work: () => unknown, milliseconds: number) {
  const warmUntil = performance.now() + milliseconds / 2
  while (performance.now() < warmUntil) work()
  const start = performance.now()
  let done = 0
  while (performance.now() - start < milliseconds) {
    for (let each = 0; each < 20; each++) work()
    done += 20
  }
  return (done * 1000) / (performance.now() - start)
}

async function withQueries(visit: (name: PageName) => Promise<string>): Promise<Line[]> {
  const lines: Line[] = []
  for (const name of names) {
    await visitFor(visit, name, 1500)
    lines.push({
      what: `${name} page with its queries, nothing kept`,
      value: await visitFor(visit, name, 4000),
      unit: "pages/s",
      limit: 400,
      atLeast: true,
    })
  }
  return lines
}

async function visitFor(visit: (name: PageName) => Promise<string>, name: PageName, milliseconds: number) {
  const start = performance.now()
  let done = 0
  const visitor = async () => {
    while (performance.now() - start < milliseconds) {
      await visit(name)
      done++
    }
  }
  await Promise.all(Array.from({ length: connections }, visitor))
  return (done * 1000) / (performance.now() - start)
}

function median(values: number[]) {
  return [...values].sort((one, other) => one - other)[values.length >> 1]!
}
