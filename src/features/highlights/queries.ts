import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"

/**
 * Highlights that stand on the strip on a day: first those that a publisher arranged, then the others, the latest day
 * first. One whose article is not published yet is a headline without a link.
 */
export function listHighlights(db: Database, { today, limit }: { today: string; limit?: number }) {
  return db
    .selectFrom("highlights")
    .modifyFront(keptPlan)
    .leftJoin("articles", (join) =>
      join
        .onRef("articles.id", "=", "highlights.article_id")
        .on("articles.published_at", "<=", sql<Date>`now()`),
    )
    .select(["highlights.id", "highlights.title", "highlights.shown_on", "articles.slug as article_slug"])
    .where("highlights.shown_on", "<=", today)
    .where("highlights.shown_until", ">=", today)
    .where("highlights.ended_at", "is", null)
    .orderBy("highlights.position")
    .orderBy("highlights.shown_on", "desc")
    .orderBy("highlights.id")
    .$if(limit !== undefined, (query) => query.limit(limit!))
    .execute()
}
export type Highlight = Awaited<ReturnType<typeof listHighlights>>[number]
