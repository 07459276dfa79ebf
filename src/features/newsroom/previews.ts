import { createHash, randomBytes } from "node:crypto"
import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import type { EditionKey } from "./record-act.ts"

/** Days for which a link to an unpublished version works. */
export const previewDays = [1, 3, 7, 30] as const

/** A link for people without an account. The token is answered once and kept nowhere. */
export async function createPreview(
  trx: Database,
  { article_id, locale }: EditionKey,
  { days, note }: { days: number; note: string | null },
  author: Author & { user_id: string },
) {
  const token = randomBytes(24).toString("base64url")
  const link = await trx
    .insertInto("preview_links")
    .values({
      article_id,
      locale,
      token_hash: hashOf(token),
      note,
      user_id: author.user_id,
      made_by: author.actor,
      expires_at: sql<Date>`now() + make_interval(days => ${days})`,
    })
    .returning(["id", "expires_at"])
    .executeTakeFirstOrThrow()
  await recordChange(trx, {
    ...author,
    action: "share",
    record_kind: "article",
    record_id: article_id,
    after: { locale, preview_link: link.id, expires_at: link.expires_at, note },
  })
  return token
}

export async function revokePreview(
  trx: Database,
  { article_id, locale }: EditionKey,
  id: number,
  author: Author,
) {
  const revoked = await trx
    .updateTable("preview_links")
    .set({ revoked_at: sql<Date>`now()` })
    .where("id", "=", id)
    .where("article_id", "=", article_id)
    .where("locale", "=", locale)
    .where("revoked_at", "is", null)
    .returning("id")
    .executeTakeFirst()
  if (!revoked) return false

  await recordChange(trx, {
    ...author,
    action: "revoke",
    record_kind: "article",
    record_id: article_id,
    before: { locale, preview_link: id },
  })
  return true
}

/** Links that work, the one that ends last first. */
export function listPreviews(db: Database, { article_id, locale }: EditionKey) {
  return working(db)
    .where("link.article_id", "=", article_id)
    .where("link.locale", "=", locale)
    .select(["link.id", "link.note", "link.made_by", "link.made_at", "link.expires_at"])
    .orderBy("link.expires_at", "desc")
    .execute()
}
export type ListedPreview = Awaited<ReturnType<typeof listPreviews>>[number]

/** The latest version, for whoever holds a link that works. */
export function findPreview(db: Database, token: string) {
  return working(db)
    .innerJoin("article_editions as edition", (join) =>
      join.onRef("edition.article_id", "=", "link.article_id").onRef("edition.locale", "=", "link.locale"),
    )
    .innerJoin("article_versions as latest", (join) =>
      join
        .onRef("latest.article_id", "=", "edition.article_id")
        .onRef("latest.locale", "=", "edition.locale")
        .onRef("latest.number", "=", "edition.version"),
    )
    .where("link.token_hash", "=", hashOf(token))
    .select([
      "latest.title",
      "latest.body_html",
      "latest.byline",
      "latest.locale",
      "latest.made_at",
      "link.expires_at",
    ])
    .executeTakeFirst()
}
export type Preview = NonNullable<Awaited<ReturnType<typeof findPreview>>>

function working(db: Database) {
  return db
    .selectFrom("preview_links as link")
    .where("link.revoked_at", "is", null)
    .where("link.expires_at", ">", sql<Date>`now()`)
}

function hashOf(token: string) {
  return createHash("sha256").update(token).digest()
}
