import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { withQueue } from "./queue.ts"

/** As the queue stores them; those of `waiting` and `failed` are what an administrator looks for. */
export const jobStates = ["waiting", "active", "failed", "done"] as const
export type JobState = (typeof jobStates)[number]

export type JobRow = {
  id: string
  kind: string
  state: JobState
  attempts: number
  start_after: Date
  created_on: Date
  completed_on: Date | null
  error: string | null
}

const stateOfJob = sql<JobState>`case state
  when 'active' then 'active' when 'failed' then 'failed'
  when 'completed' then 'done' when 'cancelled' then 'done' else 'waiting' end`

/** Jobs of our own kinds, the latest first; the queue's own housekeeping stays out of sight. */
export async function listJobs(
  db: Database,
  { state, limit, offset }: { state?: JobState | undefined; limit: number; offset: number },
) {
  const { rows } = await sql<JobRow & { total: number }>`
    with shown as (
      select id, name as kind, ${stateOfJob} as state, start_after, created_on, completed_on,
        retry_count + case when started_on is null then 0 else 1 end as attempts,
        case when state in ('retry', 'failed') then output->>'message' end as error
      from pgboss.job where not starts_with(name, '__'))
    select *, count(*) over () as total from shown
    where ${state ?? null}::text is null or state = ${state ?? null}
    order by coalesce(completed_on, created_on) desc, id limit ${limit} offset ${offset}`.execute(db)
  return { jobs: rows as JobRow[], total: rows[0]?.total ?? 0 }
}

export type Backlog = { due: number; active: number; failed: number; oldest_due: Date | null }

/** What waits although its hour has come, and what nobody will try again by itself. */
export async function findBacklog(db: Database): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    select count(*) filter (where state in ('created', 'retry') and start_after <= now()) as due,
      count(*) filter (where state = 'active') as active,
      count(*) filter (where state = 'failed') as failed,
      min(start_after) filter (where state in ('created', 'retry') and start_after <= now()) as oldest_due
    from pgboss.job where not starts_with(name, '__')`.execute(db)
  return rows[0]!
}

/** How the latest run of a job that comes by itself ended. */
export async function findLatestRun(db: Database, kind: string) {
  const { rows } = await sql<{ ended_at: Date; succeeded: boolean; error: string | null }>`
    select completed_on as ended_at, state = 'completed' as succeeded, output->>'message' as error
    from pgboss.job where name = ${kind} and state in ('completed', 'failed')
    order by completed_on desc limit 1`.execute(db)
  return rows[0]
}

/** Has a failed job tried once more. Answers with what became of that, or nothing when there is no such job. */
export function retryJob(db: Database, id: string, author: Author) {
  return inTransaction(db, async (trx) => {
    const { rows } = await sql<{ kind: string; has_failed: boolean }>`
      select name as kind, state = 'failed' as has_failed from pgboss.job
      where id = ${id} and not starts_with(name, '__') for update`.execute(trx)
    const job = rows[0]
    if (!job) return undefined
    // Someone else was quicker, or it came through by itself meanwhile.
    if (!job.has_failed) return "not failed"

    await withQueue(trx, (queue) => queue.retry(job.kind, id))
    await recordChange(trx, {
      ...author,
      action: "retry",
      record_kind: "job",
      record_key: id,
      after: { job: job.kind },
    })
    return "retried"
  })
}
