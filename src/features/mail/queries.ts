import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { enqueue } from "../jobs/queue.ts"
import { mailSending } from "./mail-sending.ts"

/** Mails with their text. For the mailbox of development alone: some open accounts. */
export function listMailbox(db: Database) {
  return db
    .selectFrom("mails")
    .select(["id", "recipient", "subject", "body", "created_at"])
    .where("body", "is not", null)
    .orderBy("id", "desc")
    .limit(100)
    .execute()
}
export type MailboxMail = Awaited<ReturnType<typeof listMailbox>>[number]

/** The latest mails, never their text. */
export async function listMails(db: Database, { limit, offset }: { limit: number; offset: number }) {
  const mails = await db
    .selectFrom("mails")
    .select(["id", "recipient", "subject", "state", "attempts", "last_error", "created_at", "sent_at"])
    .select([canBeRetried.as("can_be_retried"), sql<number>`count(*) over ()`.as("total")])
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute()
  return { mails, total: mails[0]?.total ?? 0 }
}
export type MailRow = Awaited<ReturnType<typeof listMails>>["mails"][number]

const canBeRetried = sql<boolean>`state in ('failed', 'kept') and body is not null and good_until > now()`

export async function findMailStanding(db: Database) {
  return db
    .selectFrom("mails")
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere("state", "=", "waiting").as("waiting"),
      fn.countAll<number>().filterWhere("state", "=", "failed").as("failed"),
      fn.max("sent_at").as("last_sent_at"),
    ])
    .executeTakeFirstOrThrow()
}

/** Has a mail that failed sent once more. Answers with what became of that, or nothing when there is no such mail. */
export function retryMail(db: Database, id: number, author: Author) {
  return inTransaction(db, async (trx) => {
    const mail = await trx.selectFrom("mails").select("id").where("id", "=", id).executeTakeFirst()
    if (!mail) return undefined

    const { numUpdatedRows } = await trx
      .updateTable("mails")
      .set({ state: "waiting", last_error: null })
      .where("id", "=", id)
      .where(canBeRetried)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return "cannot be retried"
    await enqueue(trx, mailSending, { mail_id: id })
    await recordChange(trx, { ...author, action: "retry", record_kind: "mail", record_id: id })
    return "retried"
  })
}
