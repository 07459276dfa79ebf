import type { Selectable } from "kysely"
import { createTransport } from "nodemailer"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import type { Mails } from "../../database/tables.ts"
import type { Settings } from "../../settings.ts"
import { recordChange } from "../changes/record-change.ts"
import { defineJob, type JobContext } from "../jobs/define-job.ts"

/** Sends one mail. Were it sent twice after a crash, both have the same Message-ID, and mailboxes show one. */
export const mailSending = defineJob({
  kind: "send-mail",
  payload: z.object({ mail_id: z.number() }),
  retries: { limit: 8, delay: 30 },
  longest: 120,
  async run(context, { mail_id }) {
    const { db, settings, now } = context
    const mail = await db.selectFrom("mails").selectAll().where("id", "=", mail_id).executeTakeFirst()
    if (!mail || mail.state === "sent" || mail.body === null) return
    if (mail.good_until < now)
      return await note(context, mail, { state: "failed", last_error: "too late", body: null })
    if (!settings.mail && settings.development) return await note(context, mail, { state: "kept" })

    try {
      await send(settings, mail, mail.body)
    } catch (error) {
      await note(context, mail, {
        state: context.isLastAttempt ? "failed" : "waiting",
        last_error: (error as Error).message.slice(0, 500),
      })
      throw error
    }
    await note(context, mail, { state: "sent", sent_at: now, body: null, last_error: null })
  },
})

type Mail = Selectable<Mails>

async function send({ mail: server, baseUrl }: Settings, mail: Mail, text: string) {
  if (!server) throw new Error("There is no mail server: set MAIL_URL.")
  const transport = createTransport(server.url, {
    from: server.from,
    // A server that hangs must not hold the others up.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as object)
  try {
    await transport.sendMail({
      to: { name: "", address: mail.recipient },
      subject: mail.subject,
      text,
      messageId: `<mail-${mail.id}-${mail.created_at.getTime()}@${new URL(baseUrl).hostname}>`,
      date: mail.created_at,
      // Nobody is to answer that they are away.
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  } finally {
    transport.close()
  }
}

function note({ db, author }: JobContext, mail: Mail, outcome: Partial<Omit<Mail, "id">>) {
  return inTransaction(db, async (trx) => {
    await trx
      .updateTable("mails")
      .set({ ...outcome, attempts: mail.attempts + 1 })
      .where("id", "=", mail.id)
      .execute()
    if (outcome.state === "waiting") return
    await recordChange(trx, {
      ...author,
      action: outcome.state === "failed" ? "fail" : outcome.state === "kept" ? "keep" : "send",
      record_kind: "mail",
      record_id: mail.id,
      after: {
        recipient: mail.recipient,
        subject: mail.subject,
        ...(outcome.last_error && { error: outcome.last_error }),
      },
    })
  })
}
