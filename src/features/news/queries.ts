import { type ExpressionBuilder, sql } from "kysely"
import { jsonObjectFrom } from "kysely/helpers/postgres"
import { type Database, keptPlan } from "../../database/connection.ts"
import type { DB } from "../../database/tables.ts"
import type { Locale } from "../../ui/language.ts"
import { openingLength } from "./lead.ts"

/** What may be read: an article is not there before its hour. */
export function publishedArticles(db: Database) {
  return db
    .selectFrom("articles")
    .innerJoin("sections", "sections.id", "articles.section_id")
    .where("articles.published_at", "<=", sql<Date>`now()`)
}

const summary = [
  "articles.id",
  "articles.slug",
  "articles.title",
  "articles.published_at",
  "articles.hour_is_known",
  "sections.slug as section_slug",
  "sections.name as section_name",
  "sections.name_en as section_name_en",
] as const

/** The beginning of the body; its last mark may be cut in two. */
const opening = sql<string>`left(articles.body_html, ${sql.lit(openingLength)})`.as("opening")

type ArticleFilter = { section?: string | undefined; limit: number; offset?: number }

/** The latest first. */
export function listArticles(db: Database, { section, limit, offset = 0 }: ArticleFilter) {
  let query = publishedArticles(db)
  if (section !== undefined) query = query.where("sections.slug", "=", section)
  return query
    .select([...summary, "articles.byline", opening])
    .orderBy("articles.published_at", "desc")
    .orderBy("articles.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute()
}
export type ListedArticle = Awaited<ReturnType<typeof listArticles>>[number]
export type ArticleSummary = Omit<ListedArticle, "byline" | "opening">

export async function countArticles(db: Database, { section }: { section?: string } = {}) {
  let query = publishedArticles(db)
  if (section !== undefined) query = query.where("sections.slug", "=", section)
  const { count } = await query.select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow()
  return count
}

/** The translation goes with the article where it is read in English. */
export function findArticle(db: Database, slug: string, locale: Locale = "vi") {
  return publishedArticles(db)
    .modifyFront(keptPlan)
    .where("articles.slug", "=", slug)
    .select([
      ...summary,
      "articles.section_id",
      "articles.body_html",
      "articles.byline",
      "articles.source_portal",
      "articles.corrected_at",
      "articles.correction_note",
    ])
    .select((article) => announcedPlan(article).as("plan"))
    .$if(locale === "en", (query) => query.select((article) => translationOf(article).as("translation")))
    .executeTakeFirst()
}

/** The published English words of an article. */
function translationOf(article: ExpressionBuilder<DB, "articles">) {
  return jsonObjectFrom(
    article
      .selectFrom("article_translations as translation")
      .innerJoin("article_editions as original", (join) =>
        join.onRef("original.article_id", "=", "translation.article_id").on("original.locale", "=", "vi"),
      )
      .whereRef("translation.article_id", "=", "articles.id")
      .select([
        "translation.title",
        "translation.body_html",
        "translation.byline",
        "translation.correction_note",
        sql<boolean>`translation.translated_from < original.public_version`.as("is_behind"),
      ]),
  )
}

/** What is left of an article that was taken down: its title, and why. */
export function findUnpublished(db: Database, slug: string) {
  return db
    .selectFrom("articles")
    .where("slug", "=", slug)
    .where("published_at", ">", sql<Date>`now()`)
    .where("unpublished_at", "is not", null)
    .select(["slug", "title", "unpublished_at", "unpublished_notice"])
    .executeTakeFirst()
}
export type UnpublishedArticle = NonNullable<Awaited<ReturnType<typeof findUnpublished>>>

/** The published plan that an article announces. */
function announcedPlan(article: ExpressionBuilder<DB, "articles">) {
  return jsonObjectFrom(
    article
      .selectFrom("plans")
      .select(["slug", "number", "title", "issuer", "issued_on", "starts_on", "ends_on"])
      .whereRef("plans.article_id", "=", "articles.id")
      .where("plans.state", "=", "published")
      .orderBy("plans.published_at", "desc")
      .limit(1),
  )
}
export type AnnouncedPlan = NonNullable<Article["plan"]>
export type Article = NonNullable<Awaited<ReturnType<typeof findArticle>>>

type Side = "before" | "after"

/** The articles on one side of another, nearest first. Compared in the database, whose moments are finer than ours. */
function articlesBeside(db: Database, article: Article, side: Side) {
  const direction = side === "before" ? "desc" : "asc"
  const sign = sql.raw(side === "before" ? "<" : ">")
  return publishedArticles(db)
    .where(
      sql<boolean>`(articles.published_at, articles.id) ${sign}
        (select here.published_at, here.id from articles here where here.id = ${article.id})`,
    )
    .orderBy("articles.published_at", direction)
    .orderBy("articles.id", direction)
}

/** The ones published before and after it in the same section. */
export async function findNeighbours(db: Database, article: Article) {
  const nearest = (side: Side) =>
    articlesBeside(db, article, side)
      .where("articles.section_id", "=", article.section_id)
      .select([...summary, sql<Side>`${sql.lit(side)}`.as("side")])
      .limit(1)
  const rows = await db
    .selectFrom(nearest("before").as("older"))
    .modifyFront(keptPlan)
    .selectAll()
    .unionAll(db.selectFrom(nearest("after").as("newer")).selectAll())
    .execute()
  return {
    previous: rows.find(({ side }) => side === "before"),
    next: rows.find(({ side }) => side === "after"),
  }
}

/** How many articles on each side of one are compared with it; bounds the cost whatever the archive holds. */
const nearby = 150
const sameSection = 0.15
const alikeEnough = 0.3

/** Articles of about the same time whose titles share words with this one, or that stand in its section. */
export function listRelated(db: Database, article: Article, { without }: { without: number[] }) {
  const likeness = sql<number>`similarity(articles.folded_title, fold(${article.title}))
    + case when articles.section_id = ${article.section_id} then ${sql.lit(sameSection + alikeEnough)} else 0 end`
  const candidates = (side: Side) =>
    articlesBeside(db, article, side)
      .select([...summary, likeness.as("likeness")])
      .limit(nearby)

  return db
    .selectFrom(
      db
        .selectFrom(candidates("before").as("older"))
        .selectAll()
        .unionAll(db.selectFrom(candidates("after").as("newer")).selectAll())
        .as("near"),
    )
    .modifyFront(keptPlan)
    .select([
      "id",
      "slug",
      "title",
      "published_at",
      "hour_is_known",
      "section_slug",
      "section_name",
      "section_name_en",
    ])
    .where("likeness", ">=", alikeEnough)
    .$if(without.length > 0, (query) => query.where("id", "not in", without))
    .orderBy("likeness", "desc")
    .orderBy("published_at", "desc")
    .limit(5)
    .execute()
}

export function findSection(db: Database, slug: string) {
  return db
    .selectFrom("sections")
    .where("slug", "=", slug)
    .select(["slug", "name", "name_en"])
    .executeTakeFirst()
}

/** Sections with something to read in them; a retired one is left to those who know its address. */
export function listSections(db: Database) {
  return db
    .selectFrom("sections as section")
    .select(["section.slug", "section.name", "section.name_en"])
    .where("section.retired_at", "is", null)
    .where((eb) =>
      eb.exists(
        publishedArticles(db)
          .select("articles.id")
          .where("articles.section_id", "=", sql.ref<number>("section.id")),
      ),
    )
    .orderBy("section.position")
    .orderBy("section.id")
    .execute()
}
export type Section = Awaited<ReturnType<typeof listSections>>[number]

/** The latest articles of every section that has any, in the order of the sections: one query. */
export async function latestBySection(db: Database, { perSection }: { perSection: number }) {
  const rows = await db
    .selectFrom("sections as section")
    .modifyFront(keptPlan)
    .innerJoinLateral(
      () =>
        publishedArticles(db)
          .where("articles.section_id", "=", sql.ref<number>("section.id"))
          .select([...summary, "articles.byline", opening])
          .orderBy("articles.published_at", "desc")
          .orderBy("articles.id", "desc")
          .limit(perSection)
          .as("latest"),
      (join) => join.onTrue(),
    )
    .select([
      "latest.id",
      "latest.slug",
      "latest.title",
      "latest.published_at",
      "latest.hour_is_known",
      "latest.section_slug",
      "latest.section_name",
      "latest.section_name_en",
      "latest.byline",
      "latest.opening",
    ])
    .where("section.retired_at", "is", null)
    .orderBy("section.position")
    .orderBy("section.id")
    .orderBy("latest.published_at", "desc")
    .orderBy("latest.id", "desc")
    .execute()

  return [...Map.groupBy(rows, (row) => row.section_slug)].map(([slug, articles]) => ({
    section: { slug, name: articles[0]!.section_name, name_en: articles[0]!.section_name_en },
    articles,
  }))
}
export type LatestOfSection = Awaited<ReturnType<typeof latestBySection>>[number]
