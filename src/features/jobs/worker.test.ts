import { sql } from "kysely"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { inTransaction, poolOf } from "../../database/connection.ts"
import { jobs as all } from "../../jobs.ts"
import { log } from "../../log.ts"
import { readSettings } from "../../settings.ts"
import { defineJob, type Job } from "./define-job.ts"
import { asExecutor, enqueue, openQueue, prepareQueues } from "./queue.ts"
import { startWorker } from "./worker.ts"

const done: string[] = []
const greeting = defineJob({
  kind: "greet",
  payload: z.object({ name: z.string() }),
  retries: { limit: 1, delay: 1 },
  longest: 5,
  async run({ isLastAttempt }, { name }) {
    if (name === "never") throw new Error(`nobody is called ${name}`)
    if (name === "later" && !isLastAttempt) throw new Error("not yet")
    done.push(name)
  },
})

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeEach(async () => {
  done.length = 0
  vi.spyOn(log, "error").mockImplementation(() => {})
  database = await freshDatabase()
  await prepareQueues(database.db, [...all, greeting])
})
afterEach(async () => {
  vi.restoreAllMocks()
  await database.close()
})

async function working(jobs: readonly Job[], until: () => unknown) {
  const worker = startWorker(asApplication(database.db), readSettings({}), jobs)
  try {
    await vi.waitFor(async () => expect(await until()).toBeTruthy(), { timeout: 15_000, interval: 50 })
  } finally {
    await worker.stop(1000)
  }
}

async function stateOf(name: string) {
  const { rows } = await sql<{ state: string; output: { message: string } | null }>`
    select state::text, output from pgboss.job where data->>'name' = ${name}`.execute(database.db)
  return rows[0]
}

describe("a job", () => {
  it("is done once its transaction has committed, and never without it", async () => {
    await inTransaction(database.db, async (trx) => {
      await enqueue(trx, greeting, { name: "Mai" })
    })
    await inTransaction(database.db, async (trx) => {
      await enqueue(trx, greeting, { name: "Lan" })
      throw new Error("no")
    }).catch(() => {})
    await working([greeting], () => done.length > 0)
    expect(done).toEqual(["Mai"])
  })

  it("is refused with a payload that is not its own", async () => {
    await expect(enqueue(database.db, greeting, { name: 7 } as never)).rejects.toThrow()
  })

  it("is tried again after it failed, and knows when it is the last time", async () => {
    await enqueue(database.db, greeting, { name: "later" })
    await working([greeting], () => done.length > 0)
    expect(done).toEqual(["later"])
  })

  it("fails in the end with its reason, and holds nothing else up", async () => {
    await enqueue(database.db, greeting, { name: "never" })
    await enqueue(database.db, greeting, { name: "Mai" })
    await working([greeting], async () => done.length > 0 && (await stateOf("never"))?.state === "failed")
    expect(done).toEqual(["Mai"])
    expect((await stateOf("never"))?.output?.message).toBe("nobody is called never")
  })

  it("waits for no other", async () => {
    for (const name of ["Mai", "Lan", "Bình", "Hoa", "Tâm"]) await enqueue(database.db, greeting, { name })
    const began = performance.now()
    await working([greeting], () => done.length === 5)
    expect(performance.now() - began).toBeLessThan(4000)
  })

  it("waits for its hour", async () => {
    await enqueue(
      database.db,
      greeting,
      { name: "tomorrow" },
      { startAfter: new Date(Date.now() + 86_400_000) },
    )
    await enqueue(database.db, greeting, { name: "now" })
    await working([greeting], () => done.length > 0)
    expect(done).toEqual(["now"])
    expect((await stateOf("tomorrow"))?.state).toBe("created")
  })

  it("that was being done when the process was killed is done again", async () => {
    await enqueue(database.db, greeting, { name: "Mai" })
    await sql`update pgboss.job set state = 'active', started_on = now() - interval '1 minute'
      where name = 'greet'`.execute(database.db)
    // As the worker does by itself once a minute.
    const queue = await openQueue({ db: asExecutor(poolOf(database.db)), supervise: false, schedule: false })
    await queue.start()
    await queue.supervise(greeting.kind)
    await queue.stop({ close: false })
    await working([greeting], () => done.length > 0)
    expect(done).toEqual(["Mai"])
  })
})

describe("the timetable of jobs", () => {
  it("follows the program: what is new comes in, what was changed changes, what is gone goes", async () => {
    const schedules = async () =>
      (
        await sql<{ name: string; cron: string; timezone: string }>`
        select name, cron, timezone from pgboss.schedule order by name`.execute(database.db)
      ).rows
    const nightly = { ...greeting, schedule: "5 1 * * *" }
    await prepareQueues(database.db, [nightly])
    expect(await schedules()).toEqual([{ name: "greet", cron: "5 1 * * *", timezone: "Asia/Ho_Chi_Minh" }])
    await prepareQueues(database.db, [{ ...nightly, schedule: "5 2 * * *" }])
    expect(await schedules()).toMatchObject([{ cron: "5 2 * * *" }])
    await prepareQueues(database.db, [greeting])
    expect(await schedules()).toEqual([])
  })
})
