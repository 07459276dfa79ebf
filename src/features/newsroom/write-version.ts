import type { Database } from "../../database/connection.ts"
import { slugify } from "../../ui/slug.ts"
import type { Author } from "../changes/record-change.ts"
import { recordChange } from "../changes/record-change.ts"
import { freeSlug } from "../news/slugs.ts"
import type { DeskEdition } from "./queries.ts"
import { type EditionKey, recordAct } from "./record-act.ts"
import { stateAfter } from "./states.ts"

/** What a version says; the body is clean already. */
export type Words = {
  section_id: number
  title: string
  body_html: string
  byline: string | null
  note: string | null
}

/** An article that nobody outside can see yet. */
export async function createArticle(trx: Database, words: Words, author: Author) {
  const { section_id, title, body_html, byline } = words
  const article = await trx
    .insertInto("articles")
    .values({ slug: await freeSlug(trx, slugify(title) || "tin"), section_id, title, body_html, byline })
    .returning("id")
    .executeTakeFirstOrThrow()
  await beginEdition(trx, { article_id: article.id, locale: "vi" }, words, author)
  return article.id
}

/** A translation begins with its first version, of the Vietnamese version that lay beside it. */
export function createTranslation(
  trx: Database,
  article_id: number,
  words: Words & { translated_from: number },
  author: Author,
) {
  return beginEdition(trx, { article_id, locale: "en" }, words, author)
}

async function beginEdition(
  trx: Database,
  key: EditionKey,
  words: Words & { translated_from?: number },
  author: Author,
) {
  await insertVersion(trx, key, 1, words, author)
  await trx
    .insertInto("article_editions")
    .values({ ...key, ...stateAfter(undefined, { kind: "written", version: 1 }) })
    .execute()
  await trx
    .insertInto("article_events")
    .values({ ...key, kind: "written", version: 1, user_id: author.user_id ?? null, actor: author.actor })
    .execute()
  await recordChange(trx, {
    ...author,
    action: "write",
    record_kind: "article",
    record_id: key.article_id,
    after: { locale: key.locale, version: 1, ...logged(words) },
  })
}

/** One version more, on top of the latest, which the caller holds locked. The same words again are no new version. */
export async function writeVersion(
  trx: Database,
  edition: DeskEdition,
  words: Words & { translated_from?: number },
  author: Author,
  { restoredFrom }: { restoredFrom?: number } = {},
) {
  if (saysTheSame(edition, words)) return edition.version

  const number = edition.version + 1
  await insertVersion(trx, edition, number, words, author, restoredFrom)
  await recordAct(trx, edition, restoredFrom ? "restore" : "write", author, {
    version: number,
    before: logged(edition),
    after: { ...logged(words), ...(restoredFrom && { restored_from: restoredFrom }) },
  })
  return number
}

function insertVersion(
  trx: Database,
  { article_id, locale }: EditionKey,
  number: number,
  { section_id, title, body_html, byline, note, translated_from }: Words & { translated_from?: number },
  author: Author,
  restoredFrom?: number,
) {
  return trx
    .insertInto("article_versions")
    .values({
      article_id,
      locale,
      number,
      section_id,
      title,
      body_html,
      byline,
      note,
      translated_from: translated_from ?? null,
      restored_from: restoredFrom ?? null,
      user_id: author.user_id ?? null,
      author: author.actor,
    })
    .execute()
}

function saysTheSame(edition: DeskEdition, words: Words & { translated_from?: number }) {
  return (
    edition.title === words.title &&
    edition.body_html === words.body_html &&
    edition.byline === words.byline &&
    edition.section_id === words.section_id &&
    (words.translated_from === undefined || edition.translated_from === words.translated_from)
  )
}

/** The bodies stand in the versions, which are never rewritten; the log names them. */
function logged({ title, byline, section_id }: Pick<Words, "title" | "byline" | "section_id">) {
  return { title, byline, section_id }
}

/** Moves an article to another address. The old one goes on leading to it, if anyone could have kept it. */
export async function changeSlug(
  trx: Database,
  { article_id, slug: before }: { article_id: number; slug: string },
  slug: string,
  author: Author,
) {
  await trx.updateTable("articles").set({ slug }).where("id", "=", article_id).execute()
  await recordChange(trx, {
    ...author,
    action: "move",
    record_kind: "article",
    record_id: article_id,
    before: { slug: before },
    after: { slug },
  })
}

/** Whether an address was ever another article's. */
export async function isTaken(db: Database, slug: string, article_id: number) {
  const owner = await db
    .selectFrom("article_slugs")
    .select("article_id")
    .where("slug", "=", slug)
    .executeTakeFirst()
  return owner !== undefined && owner.article_id !== article_id
}
