import type { Database } from "../../database/connection.ts"

/** An address is an article's for ever, so a second one of the same name gets a number behind it. */
export async function freeSlug(db: Database, wanted: string) {
  const taken = await db
    .selectFrom("article_slugs")
    .select("slug")
    .where((where) => where.or([where("slug", "=", wanted), where("slug", "like", `${wanted}-%`)]))
    .execute()
  const slugs = new Set(taken.map(({ slug }) => slug))
  if (!slugs.has(wanted)) return wanted
  let number = 2
  while (slugs.has(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}

/** Where an article is by now that once had this address; addresses of drafts lead nowhere. */
export async function findMovedTo(db: Database, slug: string) {
  const found = await db
    .selectFrom("article_slugs")
    .innerJoin("articles", "articles.id", "article_slugs.article_id")
    .where("article_slugs.slug", "=", slug)
    .whereRef("articles.slug", "<>", "article_slugs.slug")
    .where((where) =>
      where.or([
        where("articles.published_at", "<=", where.fn<Date>("now")),
        where("articles.unpublished_at", "is not", null),
      ]),
    )
    .select("articles.slug")
    .executeTakeFirst()
  return found?.slug
}
