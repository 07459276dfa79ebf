import type { z } from "zod"
import type { Database } from "../../database/connection.ts"
import type { Settings } from "../../settings.ts"
import type { Author } from "../changes/record-change.ts"

/** What a job is given beside its payload. */
export type JobContext = {
  db: Database
  settings: Settings
  now: Date
  /** Who the change log names for what the job does. */
  author: Author
  /** When this attempt fails as well, no other follows by itself. */
  isLastAttempt: boolean
}

export type Job<Payload = unknown> = {
  /** One word for the kind, as the database and the log know it: "send-mail". */
  kind: string
  payload: z.ZodType<Payload>
  /** When it comes due by itself: minute, hour, day, month, day of the week, in Việt Nam's time. */
  schedule?: string
  /** How often it is tried again, and how many seconds later; each pause is twice the one before, up to an hour. */
  retries: { limit: number; delay: number }
  /** Seconds after which an attempt counts as lost, as when the process was killed meanwhile. */
  longest: number
  /** Does the work. May run again after it was done already, when the process ended before that was noted. */
  run(context: JobContext, payload: Payload): Promise<void>
}

/**
 * A kind of work that is done behind the requests. Register it in src/jobs.ts, call for it with `enqueue`. Pages never
 * wait for a job, and show what is true when it is late.
 */
export function defineJob<Payload>({
  retries = { limit: 5, delay: 30 },
  longest = 300,
  ...job
}: Omit<Job<Payload>, "retries" | "longest"> &
  Partial<Pick<Job<Payload>, "retries" | "longest">>): Job<Payload> {
  return { ...job, retries, longest }
}
