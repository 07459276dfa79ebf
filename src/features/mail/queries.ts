import type { Database } from "../../database/connection.ts"

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
