import type { JobWithMetadata, PgBoss } from "pg-boss"
import { type Database, poolOf } from "../../database/connection.ts"
import { log } from "../../log.ts"
import type { Settings } from "../../settings.ts"
import type { Job, JobContext } from "./define-job.ts"
import { asExecutor, openQueue } from "./queue.ts"

type Surroundings = Pick<JobContext, "db" | "settings" | "now">

/** Does jobs as they come due, one of each kind at a time in this process, until it is stopped. */
export function startWorker(db: Database, settings: Settings, jobs: readonly Job[]) {
  const opening = openQueue({ db: asExecutor(poolOf(db)) })
  const started = opening.then(async (queue) => {
    await queue.start({ attempts: 10 })
    for (const job of jobs) await doAll(queue, job)
  })

  async function doAll(queue: PgBoss, job: Job) {
    const id = await queue.work(
      job.kind,
      { includeMetadata: true, pollingIntervalSeconds: 2 },
      async ([found]) => {
        // Where there was one there may be more: the next is asked for at once.
        queue.notifyWorker(id)
        if (found) await perform(job, found, { db, settings, now: new Date() })
      },
    )
  }

  let stopping = false
  started.catch((error) => {
    if (!stopping) log.error({ err: error }, "no jobs are done: their queue could not be opened")
  })

  return {
    /** Begins nothing more, and waits so many milliseconds for what has begun; the rest is tried again later. */
    async stop(patience: number) {
      stopping = true
      try {
        await (await opening).stop({ close: false, timeout: patience })
      } catch (error) {
        log.warn({ err: error }, "the queue of jobs could not be left in order")
      }
    },
  }
}

/** One attempt at a job. When it fails, the error is thrown on, so that the queue counts it. */
export async function perform(job: Job, found: JobWithMetadata<unknown>, surroundings: Surroundings) {
  try {
    await job.run(
      {
        ...surroundings,
        author: { actor: job.kind, via: "job" },
        isLastAttempt: found.retryCount >= found.retryLimit,
      },
      job.payload.parse(found.data),
    )
    log.debug({ job: job.kind, id: found.id }, "job done")
  } catch (error) {
    log.error({ err: error, job: job.kind, id: found.id, attempt: found.retryCount + 1 }, "job failed")
    // The queue keeps everything an error carries, and some carry the values of a statement.
    throw new Error(error instanceof Error ? error.message : String(error))
  }
}
