import { createHash, timingSafeEqual } from "node:crypto"
import { Hono } from "hono"
import { sql } from "kysely"
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client"
import { type Database, poolOf } from "../database/connection.ts"
import type { PageCache } from "./page-cache.ts"

export type Metrics = ReturnType<typeof createMetrics>

const methods = ["GET", "HEAD", "POST"]

/** What a Prometheus server collects. Made only where one may ask, since measuring the event loop has its price. */
export function createMetrics(db: Database, pages: PageCache | undefined) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const durations = new Histogram({
    name: "hoptac_http_request_seconds",
    help: "How long requests took, without those answered from memory",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  if (pages) {
    new Counter({
      name: "hoptac_page_cache_requests_total",
      help: "Requests for public pages, by whether one kept in memory would do",
      labelNames: ["result"],
      registers,
      collect() {
        this.reset()
        this.inc({ result: "hit" }, pages.counts.hits)
        this.inc({ result: "miss" }, pages.counts.misses)
      },
    })
  }
  new Gauge({
    name: "hoptac_database_connections",
    help: "Connections of the pool, and requests that wait for one",
    labelNames: ["state"],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = poolOf(db)
      this.set({ state: "busy" }, totalCount - idleCount)
      this.set({ state: "idle" }, idleCount)
      this.set({ state: "waited_for" }, waitingCount)
    },
  })
  new Gauge({
    name: "hoptac_jobs",
    help: "Jobs by kind and state",
    labelNames: ["kind", "state"],
    registers,
    async collect() {
      this.reset()
      for (const { name, state, count } of await countJobs(db)) this.set({ kind: name, state }, count)
    },
  })
  new Gauge({
    name: "hoptac_mails",
    help: "Mails by state",
    labelNames: ["state"],
    registers,
    async collect() {
      this.reset()
      for (const { state, count } of await countMails(db)) this.set({ state }, count)
    },
  })

  return {
    observe(method: string, route: string, status: number, seconds: number) {
      durations.observe({ method: methods.includes(method) ? method : "other", route, status }, seconds)
    },
    async answer() {
      return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } })
    },
  }
}

/** The figures at /metrics, for whoever has the token. */
export function metricsRoute(metrics: Metrics, token: string) {
  return new Hono().get("/metrics", async (c) => {
    if (!isSame(c.req.header("authorization") ?? "", `Bearer ${token}`))
      return c.text("401", 401, { "www-authenticate": "Bearer" })
    return await metrics.answer()
  })
}

/** Takes as long for a guess that is nearly right as for one that is not. */
function isSame(given: string, expected: string) {
  return timingSafeEqual(hash(given), hash(expected))
}

function hash(text: string) {
  return createHash("sha256").update(text).digest()
}

async function countJobs(db: Database) {
  const { rows } = await sql<{ name: string; state: string; count: number }>`
    select name, state::text, count(*) as count from pgboss.job
    where not starts_with(name, '__') group by name, state`.execute(db)
  return rows
}

function countMails(db: Database) {
  return db
    .selectFrom("mails")
    .select(({ fn }) => ["state", fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute()
}
