import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Person } from "../../rights/roles.ts"
import { anywhere, highlightsSeenBy } from "../../rights/seen.ts"
import { fold } from "../../ui/slug.ts"

const shownAtDesk = [
  "highlights.id",
  "highlights.title",
  "highlights.article_id",
  "highlights.shown_on",
  "highlights.shown_until",
  "highlights.version",
  "articles.slug as article_slug",
  "articles.title as article_title",
] as const

function highlightsWithArticles(db: Database, person: Person) {
  return highlightsSeenBy(db, person).leftJoin("articles", "articles.id", "highlights.article_id")
}

/** What stands on the strip and what is still to come, as they are arranged. */
export function listCurrentHighlights(db: Database, person: Person, today: string) {
  return highlightsWithArticles(db, person)
    .select(shownAtDesk)
    .where("highlights.ended_at", "is", null)
    .where("highlights.shown_until", ">=", today)
    .orderBy("highlights.position")
    .orderBy("highlights.shown_on", "desc")
    .orderBy("highlights.id")
    .execute()
}
export type DeskHighlight = Awaited<ReturnType<typeof listCurrentHighlights>>[number]

/** Those that no longer stand there, the last to go first. */
export function listPastHighlights(db: Database, person: Person, today: string, limit: number) {
  const lastDay = sql<string>`least(highlights.shown_until, (highlights.ended_at at time zone 'Asia/Ho_Chi_Minh')::date)`
  return highlightsWithArticles(db, person)
    .select([...shownAtDesk, lastDay.as("last_day")])
    .where((highlight) =>
      highlight.or([
        highlight("highlights.ended_at", "is not", null),
        highlight("highlights.shown_until", "<", today),
      ]),
    )
    .orderBy(lastDay, "desc")
    .orderBy("highlights.id", "desc")
    .limit(limit)
    .execute()
}
export type PastHighlight = Awaited<ReturnType<typeof listPastHighlights>>[number]

export function findDeskHighlight(db: Database, person: Person, id: number) {
  return highlightsWithArticles(db, person)
    .select([...shownAtDesk, "highlights.ended_at"])
    .where("highlights.id", "=", id)
    .executeTakeFirst()
}
export type HighlightRecord = NonNullable<Awaited<ReturnType<typeof findDeskHighlight>>>

/** How many articles are offered for what was typed. */
const mostOffered = 8

/** Articles whose titles hold all the words, with or without marks, or whose address was pasted; the latest first. */
export function searchArticles(db: Database, person: Person, typed: string) {
  const address = /\/tin-tuc\/([a-z0-9-]+)/.exec(typed)?.[1]
  const words = fold(typed).split(/\s+/).filter(Boolean)
  let query = db.selectFrom("articles").where(anywhere(person, "see_articles"))
  if (address) query = query.where("slug", "=", address)
  else for (const word of words) query = query.where("folded_title", "like", `%${escapeLike(word)}%`)
  return query
    .select(["id", "title", "published_at"])
    .orderBy("published_at", "desc")
    .orderBy("id", "desc")
    .limit(mostOffered)
    .execute()
}
export type FoundArticle = Awaited<ReturnType<typeof searchArticles>>[number]

function escapeLike(word: string) {
  return word.replace(/[\\%_]/g, "\\$&")
}
