import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { recordChange } from "../changes/record-change.ts"
import { defineJob } from "../jobs/define-job.ts"
import { forgetSenders } from "./reports.ts"

/** Each night: how to reach those who reported a mistake is nobody's business once it is settled. */
export const senderForgetting = defineJob({
  kind: "forget-mistake-senders",
  payload: z.object({}),
  schedule: "30 2 * * *",
  async run({ db, author }) {
    await inTransaction(db, async (trx) => {
      const removed = await forgetSenders(trx)
      if (removed === 0) return
      await recordChange(trx, { ...author, record_kind: "mistake", action: "forget", after: { removed } })
    })
  },
})
