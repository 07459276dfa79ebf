import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { pathsIn } from "../../paths.ts"
import { formatDay, inVietnam } from "../../ui/format.ts"
import { recordChange } from "../changes/record-change.ts"
import { defineJob } from "../jobs/define-job.ts"
import { sendMail } from "../mail/send-mail.ts"
import { exceptionTexts } from "./exception-texts.ts"
import { findRoundById } from "./queries.ts"
import { listDueReminders, listReminded } from "./reminders.ts"
import { lateWord } from "./standing.ts"

/** Each morning: whoever has not reported is reminded on the days that were planned, once for each of them. */
export const roundReminding = defineJob({
  kind: "remind-of-reports",
  payload: z.object({}),
  schedule: "30 7 * * *",
  async run({ db, settings, now, author }) {
    const today = inVietnam(now).day
    const due = await listDueReminders(db, today)
    const written = new Set<number>()
    for (const reminder of due) {
      const isLatest = !written.has(reminder.round_id)
      written.add(reminder.round_id)
      await inTransaction(db, async (trx) => {
        // Noted together with its mails: a job that is stopped on the way sends none of them twice.
        const marked = await trx
          .updateTable("report_reminders")
          .set({ sent_at: now })
          .where("id", "=", reminder.id)
          .where("sent_at", "is", null)
          .returning("id")
          .executeTakeFirst()
        const round = await findRoundById(trx, reminder.round_id)
        if (!marked || !round) return
        const reminded = isLatest ? await listReminded(trx, round, today) : []
        for (const { email, name, locale, role, waiting, example, due_on } of reminded) {
          const t = exceptionTexts[locale]
          const paths = pathsIn(locale)
          const isLate = due_on < today
          const day = formatDay(due_on, locale)
          await sendMail(trx, {
            to: email,
            subject: isLate ? t.mailLateSubject(round.name) : t.mailSubject(round.name, day),
            text: [
              t.mailHello(name),
              role === "organisation_representative"
                ? t.mailOwn(example, round.name, day)
                : t.mailCommune(waiting, round.name, day),
              settings.baseUrl +
                (role === "organisation_representative"
                  ? paths.deskRound(round)
                  : paths.respondents(round, isLate ? { "trang-thai": lateWord } : {})),
            ].join("\n\n"),
          })
        }
        await trx
          .updateTable("report_reminders")
          .set({ mails: reminded.length })
          .where("id", "=", reminder.id)
          .execute()
        await recordChange(trx, {
          ...author,
          action: "remind",
          record_kind: "reporting_round",
          record_id: round.id,
          after: { name: round.name, days_from_due: reminder.days_from_due, mails: reminded.length },
        })
      })
    }
  },
})
