import { z } from "zod"
import { inVietnam } from "../../ui/format.ts"
import { openStore } from "../files/store.ts"
import { defineJob } from "../jobs/define-job.ts"
import { secretFor } from "../workbooks/secret.ts"
import { checkReceived } from "./check-received.ts"

/** Checks a workbook of reports that nobody has checked yet: whoever took it in may be gone. */
export const reportWorkbookChecking = defineJob({
  kind: "check-report-workbook",
  payload: z.object({ id: z.number() }),
  retries: { limit: 5, delay: 10 },
  longest: 120,
  async run({ db, settings, now }, { id }) {
    const ground = {
      store: openStore(settings),
      today: inVietnam(now).day,
      secret: await secretFor(db, settings),
    }
    await checkReceived(db, id, ground)
  },
})
