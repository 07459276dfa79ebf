import { sealChecking } from "./features/changes/seal-checking.ts"
import type { Job } from "./features/jobs/define-job.ts"
import { mailForgetting } from "./features/mail/mail-forgetting.ts"
import { mailSending } from "./features/mail/mail-sending.ts"
import { senderForgetting } from "./features/mistakes/sender-forgetting.ts"
import { articleDue } from "./features/newsroom/article-due.ts"
import { placeFollowing } from "./features/reorganisations/place-following.ts"
import { reportWorkbookChecking } from "./features/report-workbooks/workbook-checking.ts"
import { roundReminding } from "./features/rounds/reminding.ts"

/** Every kind of job. */
export const jobs: readonly Job[] = [
  mailSending,
  mailForgetting,
  sealChecking,
  articleDue,
  placeFollowing,
  senderForgetting,
  roundReminding,
  reportWorkbookChecking,
]
