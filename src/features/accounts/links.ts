import { createHash, randomBytes } from "node:crypto"
import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"

export type LinkKind = "invitation" | "reset" | "first_administrator"

/** Hours a link can be used for. An invitation may wait over a weekend, a new password is wanted now. */
export const linkHours: Record<LinkKind, number> = { invitation: 72, reset: 2, first_administrator: 24 }

/**
 * Makes a link that works once. Earlier ones of its kind for the same account end with it, so that only the newest
 * mail works. Only the hash is kept: whoever reads the database cannot open an account with it.
 */
export async function makeLink(trx: Database, kind: LinkKind, userId: string | null = null) {
  const token = randomBytes(24).toString("base64url")
  await trx
    .deleteFrom("account_links")
    .where("kind", "=", kind)
    .where("user_id", "is not distinct from", userId)
    .where("used_at", "is", null)
    .execute()
  const { expires_at } = await trx
    .insertInto("account_links")
    .values({
      token_hash: hashOf(token),
      kind,
      user_id: userId,
      expires_at: sql`now() + make_interval(hours => ${linkHours[kind]})`,
    })
    .returning("expires_at")
    .executeTakeFirstOrThrow()
  return { token, expires_at }
}

/** A link that still works, with the account it opens; nothing when it was used, has expired or never was. */
export async function findLink(db: Database, token: string) {
  return db
    .selectFrom("account_links")
    .leftJoin("users", "users.id", "account_links.user_id")
    .select([
      "account_links.kind",
      "account_links.user_id",
      "account_links.expires_at",
      "users.name",
      "users.email",
      "users.locale",
    ])
    .where("token_hash", "=", hashOf(token))
    .where("used_at", "is", null)
    .where("expires_at", ">", sql<Date>`now()`)
    .where("users.disabled_at", "is", null)
    .executeTakeFirst()
}
export type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>

/** Uses a link up; false when someone was quicker. Call it in the transaction that does what the link is for. */
export async function useLink(trx: Database, token: string) {
  const { numUpdatedRows } = await trx
    .updateTable("account_links")
    .set({ used_at: sql`now()` })
    .where("token_hash", "=", hashOf(token))
    .where("used_at", "is", null)
    .where("expires_at", ">", sql<Date>`now()`)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function hashOf(token: string) {
  return createHash("sha256").update(token).digest()
}
