import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { recordChange } from "../changes/record-change.ts"
import { defineJob } from "../jobs/define-job.ts"
import { followPlaces } from "./follow-places.ts"

/** Each night: organisations that were recorded in a commune of before, by a workbook say, go where it went. */
export const placeFollowing = defineJob({
  kind: "follow-places",
  payload: z.object({}),
  schedule: "40 2 * * *",
  async run({ db, author }) {
    await inTransaction(db, async (trx) => {
      const moved = await followPlaces(trx, author)
      if (moved === 0) return
      await recordChange(trx, { ...author, record_kind: "places", action: "follow", after: { moved } })
    })
  },
})
