import { once } from "node:events"
import { closeSync, openSync } from "node:fs"
import { copyFile, readFile, rm, stat, truncate } from "node:fs/promises"
import { createServer } from "node:net"
import { totalmem } from "node:os"
import { setTimeout as delay } from "node:timers/promises"
import pg from "pg"
import { Problem } from "../problem.ts"
import { findBinaries, spawnDetached } from "./binaries.ts"
import {
  checkEntry,
  checkVersion,
  clusterExists,
  clusterFolder,
  createCluster,
  logFile,
  prepareDataDir,
  readPassword,
} from "./cluster-folder.ts"
import { findPostmaster, postmasterFile } from "./postmaster-file.ts"
import { databaseUser, type SystemUser } from "./system-user.ts"

export type Cluster = {
  url: string
  /** Finishes what it is writing and ends; whoever is still connected is cut off. */
  stop(): Promise<void>
}

type ClusterOptions = {
  say?: (line: string) => void
  /** False gives up the promise that committed data survives a power cut; only for throw-away clusters. */
  durable?: boolean
  /** Further settings of the server. */
  settings?: Record<string, string | number>
}

/**
 * The database in DATA_DIR, made on the first start. A server that already runs there, because another command
 * uses it or because the process that started it was killed, is taken over as it is.
 */
export async function openCluster(
  dataDir: string,
  { say = () => {}, durable = true, settings = {} }: ClusterOptions = {},
): Promise<Cluster> {
  prepareDataDir(dataDir)
  const user = await databaseUser(clusterFolder(dataDir), say)
  await checkEntry(dataDir, user)
  const binaries = await findBinaries(user)

  if (!(await clusterExists(dataDir))) {
    say(`Making a database in ${dataDir} …`)
    await createCluster(dataDir, { binaries, user, durable })
  }
  await checkVersion(dataDir)
  const password = await readPassword(dataDir)

  const port =
    (await joinRunning(dataDir)) ?? (await start(dataDir, { ...binaries, user, durable, settings }))
  return {
    url: `postgres://hoptac:${password}@127.0.0.1:${port}/hoptac?sslmode=disable`,
    stop: () => stop(dataDir),
  }
}

/** Keeps the server's own log from growing without end: the older half stands beside it. */
export async function trimLog(dataDir: string) {
  const file = logFile(dataDir)
  const { size } = await stat(file).catch(() => ({ size: 0 }))
  if (size < 10_000_000) return

  await copyFile(file, `${file}.1`)
  await truncate(file)
}

/** Recovery after a crash reads back what was written since the last checkpoint, which may take a while. */
const patience = 120_000

async function joinRunning(dataDir: string) {
  const until = Date.now() + patience
  while (Date.now() < until) {
    const postmaster = await findPostmaster(clusterFolder(dataDir))
    if (!postmaster) return null
    if (postmaster.status === "ready" && (await answers(dataDir, postmaster.port))) return postmaster.port
    await delay(20)
  }
  throw new Problem(
    `The database in ${dataDir} is running but does not answer; ${logFile(dataDir)} may say why. ` +
      "End its process (the number is the first line of postgres/postmaster.pid) and start again.",
  )
}

async function answers(dataDir: string, port: number) {
  const password = await readPassword(dataDir)
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "hoptac",
    password,
    database: "hoptac",
    ssl: false,
  })
  client.on("error", () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

type StartOptions = {
  postgres: string
  user: SystemUser
  durable: boolean
  settings: Record<string, string | number>
}

async function start(dataDir: string, options: StartOptions, attempt = 1): Promise<number> {
  await trimLog(dataDir)
  const { size: logged } = await stat(logFile(dataDir)).catch(() => ({ size: 0 }))

  const started = await tryStart(dataDir, options)
  if (started) return started

  // Another process may have been a moment quicker.
  const joined = await joinRunning(dataDir)
  if (joined) return joined

  const fault = await lastFault(dataDir, logged)
  if (attempt < 3 && /could not create any TCP\/IP sockets/.test(fault))
    return start(dataDir, options, attempt + 1)
  if (attempt < 3 && /"postmaster.pid" already exists/.test(fault)) {
    // A server that was killed left it, and some other program of the same user has its number now.
    await rm(postmasterFile(clusterFolder(dataDir)), { force: true })
    return start(dataDir, options, attempt + 1)
  }
  throw new Problem(`PostgreSQL could not start: ${fault}. All it said is in ${logFile(dataDir)}.`)
}

/** Answers with the port once the server takes connections, and with nothing when it ended instead. */
async function tryStart(dataDir: string, { postgres, user, durable, settings }: StartOptions) {
  const parameters = Object.entries({ ...serverSettings(durable), port: await freePort(), ...settings })
  const log = openSync(logFile(dataDir), "a", 0o600)
  const child = spawnDetached(
    postgres,
    ["-D", clusterFolder(dataDir), ...parameters.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    user,
    ["ignore", log, log],
  )
  closeSync(log)
  child.unref()
  let ended = false
  for (const event of ["exit", "error"]) child.once(event, () => (ended = true))

  const until = Date.now() + patience
  while (!ended && Date.now() < until) {
    const postmaster = await findPostmaster(clusterFolder(dataDir))
    if (postmaster?.pid === child.pid && postmaster?.status === "ready") return postmaster.port
    await delay(10)
  }
  return null
}

/** Taken only as far as there is something to keep: an eighth of the machine's memory, where a country's register fits. */
const sharedMegabytes = Math.round(Math.min(1024, Math.max(128, totalmem() / 8 / 2 ** 20)))

function serverSettings(durable: boolean) {
  return {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 50,
    shared_buffers: `${sharedMegabytes}MB`,
    // The disks of today find a page about as fast as the next one, and the system keeps most of them in memory.
    random_page_cost: "1.1",
    effective_cache_size: `${2 * sharedMegabytes}MB`,
    // Compiling a query costs more than a page's queries gain from it.
    jit: "off",
    // The log says what went wrong, and never what people wrote.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    ...(!durable && { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  await once(server, "close")
  if (!address || typeof address === "string") throw new Error("a listening server has a port")
  return address.port
}

async function lastFault(dataDir: string, from: number) {
  const log = await readFile(logFile(dataDir)).catch(() => Buffer.alloc(0))
  const lines = log.subarray(from).toString().trim().split("\n")
  const fault = lines.findLast((line) => /(FATAL|PANIC|error while loading)/.test(line))
  return fault?.replace(/^.*?(FATAL|PANIC): +/, "") ?? (lines.at(-1) || "it gave no reason")
}

async function stop(dataDir: string) {
  const cluster = clusterFolder(dataDir)
  const postmaster = await findPostmaster(cluster)
  if (!postmaster) return

  // SIGINT is its "fast" shutdown: transactions are rolled back, a checkpoint is written, files are closed.
  process.kill(postmaster.pid, "SIGINT")
  const until = Date.now() + patience
  while (Date.now() < until) {
    if ((await findPostmaster(cluster))?.pid !== postmaster.pid) return
    await delay(10)
  }
  throw new Problem(`The database did not stop; ${logFile(dataDir)} may say why.`)
}
