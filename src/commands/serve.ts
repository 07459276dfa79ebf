import { availableParallelism } from "node:os"
import { setTimeout as delay } from "node:timers/promises"
import { getRequestListener } from "@hono/node-server"
import { type App, createApp } from "../app.tsx"
import { connect } from "../database/connection.ts"
import { listenToFacts } from "../database/fact-news.ts"
import { takeServeLock } from "../database/serve-lock.ts"
import { openServer } from "../database/server.ts"
import { firstAdministratorLink } from "../features/accounts/first-administrator.ts"
import { keptSecret } from "../features/accounts/secret.ts"
import { startWorker } from "../features/jobs/worker.ts"
import { forgetCountedFigures } from "../features/measures/kept-figures.ts"
import { loseWork } from "../features/register-import/work.ts"
import { jobs } from "../jobs.ts"
import { log } from "../log.ts"
import { pathsIn } from "../paths.ts"
import { Problem } from "../problem.ts"
import type { Settings } from "../settings.ts"
import { type HttpServer, listen } from "../web/http-server.ts"
import { createListener } from "../web/listener.ts"
import { createMetrics, type Metrics } from "../web/metrics.ts"
import { createPageCache } from "../web/page-cache.ts"
import { prepareDatabase } from "./prepare-database.ts"
import { loadSampleOnce } from "./sample.ts"

/**
 * Three for each core of the machine, and six where there are fewer than two. With more of them pages of a busy hour
 * wait for the processor rather than for a connection, and longer.
 */
const mostConnections = 3 * Math.max(2, availableParallelism())

/** Milliseconds that requests in flight are given once we are asked to stop. */
const patience = 10_000

/** Brings everything up, answers requests until it is asked to stop, and takes everything down again. */
export async function serve(settings: Settings) {
  log.level = settings.logLevel
  const stop = watchForStop()

  const database = await openDatabase(settings, stop.because)
  try {
    const http = await listen(settings)
    try {
      await prepare(database)
      await answerRequests(http, database.url, withPort(settings, http.port), stop.asked)
    } finally {
      await http.close(0)
    }
  } finally {
    await database.close()
  }
}

/** Asked by a signal, or because nothing can be answered any more; being asked again changes nothing. */
function watchForStop() {
  const asked = Promise.withResolvers<Problem | undefined>()
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => asked.resolve(undefined))
  return { asked: asked.promise, because: (problem: Problem) => asked.resolve(problem) }
}

/** Our own server is for one `hoptac serve` alone. A server that was given may have as many as it likes. */
async function openDatabase(settings: Settings, stopBecause: (problem: Problem) => void) {
  const server = await openServer(settings, say)
  if (!server.embedded) return { url: server.url, isAlone: false, close: server.leave }

  const lock = await takeServeLock(server.url, {
    name: `process ${process.pid}, ${settings.baseUrl}`,
    onLost: () =>
      stopBecause(
        new Problem(`The database stopped by itself; ${settings.dataDir}/postgres.log may say why.`),
      ),
  })
  if (typeof lock === "string") {
    await server.leave()
    throw new Problem(
      `Hợp Tác already runs on the folder ${settings.dataDir} (${lock}). ` +
        "Stop that one first, or choose another folder in DATA_DIR.",
    )
  }

  return {
    url: server.url,
    isAlone: true,
    async close() {
      await lock.release()
      await server.leave()
    },
  }
}

/** Tables and, on the very first run, the sample province; neither is held to the time a page may take. */
async function prepare({ url, isAlone }: { url: string; isAlone: boolean }) {
  const db = connect(url, { max: 2 })
  try {
    const applied = await prepareDatabase(db)
    if (applied.length > 0) say(`Brought the database up to date: ${applied.join(", ")}`)
    await loadSampleOnce(db, say)
    await forgetCountedFigures(db)
    // Where no other portal works with the database, nobody is at what was begun before.
    if (isAlone) await loseWork(db)
  } finally {
    await db.destroy()
  }
}

async function answerRequests(
  http: HttpServer,
  url: string,
  settings: Settings,
  askedToStop: Promise<Problem | undefined>,
) {
  const db = connect(url, {
    max: mostConnections,
    statementTimeout: 30_000,
    onError: (error) => log.warn({ err: error }, "a connection to the database broke"),
  })
  const pages = createPageCache()
  const facts = listenToFacts(url, {
    onChange: pages.forget,
    onHearing: pages.resume,
    onDeaf: pages.pause,
  })
  let metricsHttp: HttpServer | undefined
  try {
    let stopping = false
    askedToStop.then(() => {
      stopping = true
    })
    const isMeasured = settings.metricsPort !== undefined || settings.metricsToken !== undefined
    const metrics = isMeasured ? createMetrics(db, pages) : undefined
    metricsHttp = metrics && (await listenForMetrics(metrics, settings))
    const secret = settings.secret ?? (await keptSecret(db, settings))
    const app = createApp({
      db,
      settings: { ...settings, secret },
      pages,
      metrics,
      isStopping: () => stopping,
    })
    const ahead = warmUp(app)
    await Promise.race([ahead, delay(longestWarmUp, undefined, { ref: false })])
    http.answerWith(createListener(app, pages))
    const invitation = await firstAdministratorLink(db, settings.baseUrl)
    if (invitation)
      say(`Nobody administers this portal yet. Become the first, once, within 24 hours: ${invitation}`)
    say(`Ready: ${settings.baseUrl}`)
    // Pages do not wait for jobs, so being ready does not either.
    const worker = startWorker(db, settings, jobs)

    const problem = await askedToStop
    const finished = await http.close(patience)
    await Promise.race([ahead, delay(patience, undefined, { ref: false })])
    await worker.stop(patience)
    if (!finished) log.warn(`requests that took longer than ${patience / 1000} s were cut off`)
    if (problem) throw problem
  } finally {
    await metricsHttp?.close(0)
    await facts.close()
    await db.destroy()
  }
}

/** A port of its own for figures, which only this machine can reach. */
async function listenForMetrics(metrics: Metrics, { metricsPort }: Settings) {
  if (metricsPort === undefined) return undefined
  const http = await listen({ port: metricsPort, host: "127.0.0.1", setting: "METRICS_PORT" })
  http.answerWith(getRequestListener(() => metrics.answer()))
  say(`Metrics: http://127.0.0.1:${http.port}/metrics`)
  return http
}

/** Milliseconds for which readers wait while pages are made ahead; what is not done by then goes on beside them. */
const longestWarmUp = 2_000

/**
 * The pages that most people come to, made several times before the first of them is let in: after a crash in a busy
 * hour everyone is back at once, and should find figures counted, connections open with their queries planned, and code
 * that was run often enough to be quick.
 */
async function warmUp(app: App) {
  try {
    const { home, organisations, articles, signIn } = pathsIn("vi")
    const opened = [home(), organisations(), articles(), signIn()]
    for (let time = 0; time < 8; time++) await Promise.all(opened.map((path) => app.request(path)))
  } catch (error) {
    log.warn({ err: error }, "pages could not be made ahead")
  }
}

/** PORT=0 takes any port that is free, which only shows once it is taken. */
function withPort(settings: Settings, port: number): Settings {
  return { ...settings, port, baseUrl: settings.baseUrl.replace(/^(http:\/\/localhost):0$/, `$1:${port}`) }
}

function say(line: string) {
  console.log(line)
}
