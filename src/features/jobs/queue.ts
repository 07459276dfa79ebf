import type pg from "pg"
import type { ConstructorOptions, PgBoss, UpdateQueueOptions } from "pg-boss"
import { type Database, poolOf } from "../../database/connection.ts"
import { log } from "../../log.ts"
import { timeZone } from "../../settings.ts"
import type { Job } from "./define-job.ts"

/** Calls for a job when the transaction commits, and never when it does not; answers with the job's id. */
export async function enqueue<Payload>(
  trx: Database,
  job: Job<Payload>,
  payload: Payload,
  { startAfter }: { startAfter?: Date } = {},
) {
  const data = job.payload.parse(payload) as object
  return await withQueue(trx, (queue) => queue.send(job.kind, data, startAfter ? { startAfter } : {}))
}

/** The tables of the queue in their newest form, and a queue for each kind of job. */
export async function prepareQueues(db: Database, jobs: readonly Job[]) {
  const client = await poolOf(db).connect()
  // Of several that start at once, one makes them. The queue opens transactions of its own, so the lock is the
  // connection's, and goes with it.
  await client.query("select pg_advisory_lock(hashtext('queues of jobs'))")
  try {
    await useQueue({ db: asExecutor(client), migrate: true }, (queue) => makeQueues(queue, jobs))
  } finally {
    client.release(true)
  }
}

async function makeQueues(queue: PgBoss, jobs: readonly Job[]) {
  const there = new Map((await queue.getQueues()).map((found) => [found.name, found]))
  for (const job of jobs) {
    const options = optionsOf(job)
    const found = there.get(job.kind)
    if (!found) await queue.createQueue(job.kind, options)
    else if (differ(found, options)) await queue.updateQueue(job.kind, options)
  }

  const schedules = new Map((await queue.getSchedules()).map((found) => [found.name, found]))
  for (const { kind, schedule } of jobs) {
    if (schedule && schedules.get(kind)?.cron !== schedule)
      // What came due while the portal stood still is done once when it is back.
      await queue.schedule(kind, schedule, {}, { tz: timeZone, missed: "once" })
  }
  for (const kind of schedules.keys())
    if (!jobs.some((job) => job.kind === kind && job.schedule)) await queue.unschedule(kind)
}

/**
 * The queue as seen from one connection or transaction, without any worker of its own. It only asks whether its tables
 * are there, which takes two milliseconds; so a change and the job it causes are committed together.
 */
export async function withQueue<Result>(db: Database, work: (queue: PgBoss) => Promise<Result>) {
  const { fromKysely } = await import("pg-boss")
  return await useQueue({ db: fromKysely(db), migrate: false }, work)
}

async function useQueue<Result>(options: ConstructorOptions, work: (queue: PgBoss) => Promise<Result>) {
  const queue = await openQueue({ supervise: false, schedule: false, ...options })
  await queue.start()
  try {
    return await work(queue)
  } finally {
    await queue.stop({ graceful: false, close: false })
  }
}

/** Not yet started. */
export async function openQueue(options: ConstructorOptions) {
  const { PgBoss } = await import("pg-boss")
  const queue = new PgBoss({
    schema: "pgboss",
    registerInstance: false,
    openTelemetry: { enabled: false },
    ...options,
  })
  queue.on("error", (error) => log.warn({ err: error }, "the queue of jobs could not be reached"))
  return queue
}

/** Statements for the queue as the driver answers them: one with several parts has an answer for each. */
export function asExecutor(connection: pg.Pool | pg.PoolClient): NonNullable<ConstructorOptions["db"]> {
  return { executeSql: (text, values) => connection.query(text, values) }
}

function optionsOf({ retries, longest }: Job) {
  return {
    retryLimit: retries.limit,
    retryDelay: retries.delay,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: longest,
  } satisfies UpdateQueueOptions
}

function differ(found: object, options: UpdateQueueOptions) {
  return Object.entries(options).some(([name, value]) => Reflect.get(found, name) !== value)
}
