import type { Examination } from "./queries.ts"

export type Verdict = "good" | "watch" | "bad"

/** Hours after which the nightly check of seals was missed. */
const sealCheckHours = 36

/** How each part fares, from what was found; the hour is given. */
export function judge(found: Examination, now: Date) {
  return {
    database: found.database.milliseconds > 100 || found.database.waitedFor > 0 ? "watch" : "good",
    migrations: found.pendingMigrations.length > 0 ? "bad" : "good",
    disk: judgeDisk(found.disk),
    jobs: judgeJobs(found.backlog, now),
    mail: found.mail.failed > 0 || !found.mail.hasServer ? "watch" : "good",
    seals: judgeSeals(found.sealCheck, now),
  } satisfies Record<string, Verdict>
}

function judgeDisk(disk: Examination["disk"]): Verdict {
  if (!disk) return "good"
  const share = disk.free / disk.total
  if (share < 0.03 || disk.free < 500e6) return "bad"
  return share < 0.1 || disk.free < 2e9 ? "watch" : "good"
}

/** A job that has been due for long means that nobody does any. */
function judgeJobs({ oldest_due, failed }: Examination["backlog"], now: Date): Verdict {
  if (oldest_due && now.getTime() - oldest_due.getTime() > 15 * 60_000) return "bad"
  return failed > 0 ? "watch" : "good"
}

function judgeSeals(run: Examination["sealCheck"], now: Date): Verdict {
  if (run && !run.succeeded) return "bad"
  return run && now.getTime() - run.ended_at.getTime() < sealCheckHours * 3_600_000 ? "good" : "watch"
}
