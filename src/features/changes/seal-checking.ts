import { z } from "zod"
import { defineJob } from "../jobs/define-job.ts"
import { findBroken } from "./seals.ts"

/** Each night every seal of the change log is checked. A broken one fails the job, which administrators are shown. */
export const sealChecking = defineJob({
  kind: "check-seals",
  payload: z.object({}),
  schedule: "50 2 * * *",
  retries: { limit: 0, delay: 0 },
  longest: 900,
  async run({ db }) {
    const broken = await findBroken(db)
    if (broken) throw new Error(`The seal of change ${broken.change_id} is broken: ${broken.reason}`)
  },
})
