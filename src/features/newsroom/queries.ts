import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Person } from "../../rights/roles.ts"
import { editionsSeenBy } from "../../rights/seen.ts"
import type { Locale } from "../../ui/language.ts"
import { fold } from "../../ui/slug.ts"
import { type EventKind, type Publication, publicationAt, type Work } from "./states.ts"

/** What the list is narrowed to: the two halves of a state in one choice. */
export const listedStates = [
  "draft",
  "in_review",
  "returned",
  "scheduled",
  "published",
  "unpublished",
  "bypassed",
] as const
export type ListedState = (typeof listedStates)[number]

export type DeskFilter = {
  state?: ListedState | undefined
  section?: number | undefined
  mine?: boolean
  words?: string | undefined
}

const now = sql<Date>`now()`
/** The moment an article is published at, where it has one. */
const publishedAt = sql<Date | null>`nullif(articles.published_at, 'infinity')`.as("published_at")

/** The latest version of it was published without a second person. */
const bypassed = sql<boolean>`exists (
  select from article_events as event
  where event.article_id = edition.article_id and event.locale = edition.locale and event.bypass_reason is not null)`

function filtered(db: Database, person: Person, { state, section, mine, words }: DeskFilter) {
  let query = editionsSeenBy(db, person)
  if (state === "scheduled")
    query = query.where("edition.publication", "=", state).where("articles.published_at", ">", now)
  else if (state === "published")
    query = query.where((where) =>
      where.or([
        where("edition.publication", "=", "published"),
        where.and([
          where("edition.publication", "=", "scheduled"),
          where("articles.published_at", "<=", now),
        ]),
      ]),
    )
  else if (state === "unpublished") query = query.where("edition.publication", "=", state)
  else if (state === "bypassed") query = query.where(bypassed)
  else if (state) query = query.where("edition.work", "=", state)
  // A translation is listed where something is to be done about it; otherwise its article stands for it.
  else
    query = query.where((where) =>
      where.or([where("edition.locale", "=", "vi"), where("edition.work", "<>", "none")]),
    )
  if (section) query = query.where("latest.section_id", "=", section)
  if (mine)
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom("article_versions as own")
          .whereRef("own.article_id", "=", "edition.article_id")
          .whereRef("own.locale", "=", "edition.locale")
          .where("own.user_id", "=", person.id)
          .select(sql.lit(1).as("one")),
      ),
    )
  for (const word of fold(words ?? "")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8))
    query = query.where("latest.folded_title", "like", `%${word.replace(/[%_\\]/g, "\\$&")}%`)
  return query
}

/** What was touched last comes first. */
export async function listDeskArticles(
  db: Database,
  person: Person,
  filter: DeskFilter,
  { limit, offset = 0 }: { limit: number; offset?: number },
) {
  const rows = await filtered(db, person, filter)
    .select([
      "edition.article_id",
      "edition.locale",
      "edition.version",
      "edition.work",
      "edition.publication",
      "edition.since",
      "latest.title",
      "latest.author",
      "sections.name as section_name",
      "sections.name_en as section_name_en",
      publishedAt,
      bypassed.as("bypassed"),
      now.as("now"),
    ])
    .orderBy("edition.since", "desc")
    .orderBy("articles.published_at", "desc")
    .orderBy("edition.article_id", "desc")
    .orderBy("edition.locale", "desc")
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(asOfNow)
}
export type DeskListed = Awaited<ReturnType<typeof listDeskArticles>>[number]

export async function countDeskArticles(db: Database, person: Person, filter: DeskFilter) {
  const { count } = await filtered(db, person, filter)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  return count
}

function editionQuery(db: Database, person: Person, id: number, locale: Locale) {
  return editionsSeenBy(db, person)
    .where("edition.article_id", "=", id)
    .where("edition.locale", "=", locale)
    .select([
      "edition.article_id",
      "edition.locale",
      "edition.version",
      "edition.work",
      "edition.publication",
      "edition.public_version",
      "edition.since",
      "latest.title",
      "latest.body_html",
      "latest.byline",
      "latest.note",
      "latest.section_id",
      "latest.translated_from",
      "latest.author",
      "latest.user_id as author_id",
      "latest.made_at",
      "sections.name as section_name",
      "sections.name_en as section_name_en",
      "sections.slug as section_slug",
      "articles.slug",
      "articles.title as public_title",
      "articles.unpublished_at",
      "articles.unpublished_notice",
      "articles.source_portal",
      publishedAt,
      now.as("now"),
    ])
}

/** An edition with its latest version and the address of its article. */
export async function findEdition(db: Database, person: Person, id: number, locale: Locale) {
  const found = await editionQuery(db, person, id, locale).executeTakeFirst()
  return found && asOfNow(found)
}
export type DeskEdition = NonNullable<Awaited<ReturnType<typeof findEdition>>>

/** The same, held so that nobody else changes it before the transaction ends. */
export async function lockEdition(trx: Database, person: Person, id: number, locale: Locale) {
  const found = await editionQuery(trx, person, id, locale).forUpdate("edition").executeTakeFirst()
  return found && asOfNow(found)
}

type Stored = { locale: string; work: string; publication: string; published_at: Date | null; now: Date }

/** With the words that the database holds as what they are, and what came due by now as published. */
function asOfNow<Row extends Stored>(row: Row) {
  const { publication, published_at, now } = row
  return {
    ...row,
    locale: row.locale as Locale,
    work: row.work as Work,
    publication: publicationAt(publication as Publication, published_at, now),
  }
}

/** What happened to an article in one language, the latest first, with the notes of its versions. */
export async function listEvents(db: Database, { article_id, locale }: DeskEdition) {
  const rows = await db
    .selectFrom("article_events as event")
    .innerJoin("article_versions as version", (join) =>
      join
        .onRef("version.article_id", "=", "event.article_id")
        .onRef("version.locale", "=", "event.locale")
        .onRef("version.number", "=", "event.version"),
    )
    .where("event.article_id", "=", article_id)
    .where("event.locale", "=", locale)
    .select([
      "event.id",
      "event.kind",
      "event.version",
      "event.reason",
      "event.bypass_reason",
      "event.due_at",
      "event.actor",
      "event.made_at",
      "version.note",
      "version.restored_from",
    ])
    .orderBy("event.id", "desc")
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as EventKind }))
}
export type DeskEvent = Awaited<ReturnType<typeof listEvents>>[number]

/** The versions of an edition without their bodies, the latest first. */
export function listVersions(db: Database, { article_id, locale }: DeskEdition) {
  return db
    .selectFrom("article_versions")
    .where("article_id", "=", article_id)
    .where("locale", "=", locale)
    .select(["number", "author", "made_at"])
    .orderBy("number", "desc")
    .limit(200)
    .execute()
}
export type ListedVersion = Awaited<ReturnType<typeof listVersions>>[number]

export function findVersion(
  db: Database,
  { article_id, locale }: Pick<DeskEdition, "article_id" | "locale">,
  number: number,
) {
  return db
    .selectFrom("article_versions as version")
    .innerJoin("sections", "sections.id", "version.section_id")
    .where("version.article_id", "=", article_id)
    .where("version.locale", "=", locale)
    .where("version.number", "=", number)
    .select([
      "version.number",
      "version.title",
      "version.body_html",
      "version.byline",
      "version.note",
      "version.section_id",
      "version.translated_from",
      "version.author",
      "version.made_at",
      "sections.name as section_name",
      "sections.name_en as section_name_en",
    ])
    .executeTakeFirst()
}
export type Version = NonNullable<Awaited<ReturnType<typeof findVersion>>>

/** Sections that a new version can stand in. */
export function listAllSections(db: Database) {
  return db
    .selectFrom("sections")
    .where("retired_at", "is", null)
    .select(["id", "name", "name_en"])
    .orderBy("position")
    .orderBy("id")
    .execute()
}
export type SectionChoice = Awaited<ReturnType<typeof listAllSections>>[number]

/** The addresses an article had before the one it has. */
export function listOldSlugs(db: Database, { article_id, slug }: DeskEdition) {
  return db
    .selectFrom("article_slugs")
    .where("article_id", "=", article_id)
    .where("slug", "<>", slug)
    .select("slug")
    .orderBy("taken_at")
    .execute()
}
