import { type Database, inTransaction } from "../../database/connection.ts"
import type { Person } from "../../rights/roles.ts"
import { anywhere } from "../../rights/seen.ts"
import { findFile, type KeptFile, useFiles } from "../files/queries.ts"
import { filesUsedIn } from "../news/body-files.ts"

/** How many files one is offered to use again. */
const offered = 24

/** What a person uploaded, the latest first. */
export async function listUploadsOf(db: Database, person: Person): Promise<KeptFile[]> {
  const rows = await db
    .selectFrom("files")
    .where(anywhere(person, "see_files"))
    .select("hash")
    .where("uploaded_by", "=", person.id)
    .orderBy("uploaded_at", "desc")
    .orderBy("id", "desc")
    .limit(offered)
    .execute()
  const files = await Promise.all(rows.map(({ hash }) => findFile(db, hash)))
  return files.filter((file) => file !== undefined)
}

/**
 * Makes the files of what the public reads of an article public with it, from the same moment, and takes back all
 * others. Call it in the transaction that changes what they read.
 */
export function settleFilesOf(db: Database, article_id: number) {
  return inTransaction(db, async (trx) => {
    const article = await trx
      .selectFrom("articles")
      .leftJoin("article_translations", "article_translations.article_id", "articles.id")
      .select(["articles.body_html", "articles.published_at", "article_translations.body_html as translated"])
      .where("articles.id", "=", article_id)
      .executeTakeFirstOrThrow()
    const isShown = Number.isFinite(article.published_at.valueOf())
    const files = isShown ? await idsOf(trx, article.body_html + (article.translated ?? "")) : []
    const public_from = isShown ? article.published_at : null
    await useFiles(trx, { kind: "article", id: article_id }, { files, public_from })
  })
}

/** Addresses name a file or one of its drawn sizes. */
async function idsOf(db: Database, bodyHtml: string) {
  const hashes = filesUsedIn(bodyHtml)
  if (hashes.length === 0) return []
  const rows = await db
    .selectFrom("files")
    .select("id")
    .where("hash", "in", hashes)
    .union(db.selectFrom("file_variants").select("file_id as id").where("hash", "in", hashes))
    .execute()
  return rows.map(({ id }) => id)
}
