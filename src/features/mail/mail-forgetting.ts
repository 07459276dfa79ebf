import { sql } from "kysely"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { recordChange } from "../changes/record-change.ts"
import { defineJob } from "../jobs/define-job.ts"

/** Days that the list of mails goes back: who was written to is nobody's business for longer than that. */
export const daysKept = 90

/** Each night: texts that are of no use any more, and mails of long ago. */
export const mailForgetting = defineJob({
  kind: "forget-mails",
  payload: z.object({}),
  schedule: "20 2 * * *",
  async run({ db, now, author }) {
    await inTransaction(db, async (trx) => {
      const emptied = await trx
        .updateTable("mails")
        .set({
          body: null,
          state: sql`case when state = 'waiting' then 'failed' else state end`,
          last_error: sql`coalesce(last_error, 'too late')`,
        })
        .where("body", "is not", null)
        .where("good_until", "<", now)
        .executeTakeFirst()
      const removed = await trx
        .deleteFrom("mails")
        .where("created_at", "<", new Date(now.getTime() - daysKept * 24 * 3_600_000))
        .executeTakeFirst()

      const after = { emptied: Number(emptied.numUpdatedRows), removed: Number(removed.numDeletedRows) }
      if (after.emptied + after.removed > 0)
        await recordChange(trx, { ...author, action: "forget", record_kind: "mail", after })
    })
  },
})
