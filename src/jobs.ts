import type { Job } from "./features/jobs/define-job.ts"
import { mailSending } from "./features/mail/mail-sending.ts"

/** Every kind of job. */
export const jobs: readonly Job[] = [mailSending]
