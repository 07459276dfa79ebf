import { type Database, inTransaction } from "../../database/connection.ts"
import { enqueue } from "../jobs/queue.ts"
import { mailSending } from "./mail-sending.ts"

type Mail = {
  to: string
  subject: string
  /** Plain text; addresses in it stand on lines of their own. */
  text: string
  /** From then on it would only mislead, such as when a link in it has expired: it is not sent, and its text is gone. */
  goodUntil?: Date
}

const days = 24 * 3_600_000

/**
 * Sends a mail if the transaction it is called in commits. The text is kept until it is sent and not a moment longer,
 * since it may open an account.
 */
export function sendMail(db: Database, { to, subject, text, goodUntil }: Mail) {
  return inTransaction(db, async (trx) => {
    const mail = await trx
      .insertInto("mails")
      .values({
        recipient: to,
        subject: onOneLine(subject),
        body: text,
        good_until: goodUntil ?? new Date(Date.now() + 3 * days),
      })
      .returning("id")
      .executeTakeFirstOrThrow()
    await enqueue(trx, mailSending, { mail_id: mail.id })
    return mail.id
  })
}

/** Names of people come into subjects, and a line break would begin a header of its own. */
function onOneLine(subject: string) {
  return subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim()
}
