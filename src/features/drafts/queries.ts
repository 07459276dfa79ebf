import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { FormState } from "../../web/forms.ts"

/** Whose draft of which form it is; `record` is a slug or an id, or a word such as "moi" for a record to come. */
export type DraftKey = { userId: string; form: string; record: string }

export type DraftContent = FormState["values"]

export async function saveDraft(db: Database, { userId, form, record }: DraftKey, content: DraftContent) {
  const now = sql<Date>`now()`
  const { saved_at } = await db
    .insertInto("drafts")
    .values({ user_id: userId, form, record_key: record, content: JSON.stringify(content) })
    .onConflict((conflict) =>
      conflict
        .columns(["user_id", "form", "record_key"])
        .doUpdateSet(({ ref }) => ({ content: ref("excluded.content"), saved_at: now })),
    )
    .returning("saved_at")
    .executeTakeFirstOrThrow()
  return saved_at
}

export async function findDraft(db: Database, key: DraftKey) {
  const draft = await drafts(db, key).select(["content", "saved_at"]).executeTakeFirst()
  return draft && { content: draft.content as DraftContent, saved_at: draft.saved_at }
}
export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>

/** To be called in the transaction that keeps what was sent. */
export async function dropDraft(db: Database, { userId, form, record }: DraftKey) {
  await db
    .deleteFrom("drafts")
    .where("user_id", "=", userId)
    .where("form", "=", form)
    .where("record_key", "=", record)
    .execute()
}

function drafts(db: Database, { userId, form, record }: DraftKey) {
  return db
    .selectFrom("drafts")
    .where("user_id", "=", userId)
    .where("form", "=", form)
    .where("record_key", "=", record)
}
