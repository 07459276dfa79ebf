import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { settleFilesOf } from "../article-files/queries.ts"
import type { Author } from "../changes/record-change.ts"
import { enqueue } from "../jobs/queue.ts"
import { articleDue } from "./article-due.ts"
import type { DeskEdition } from "./queries.ts"
import { recordAct } from "./record-act.ts"

const now = sql<Date>`now()`
/** Of what is not to be read: no moment at all. */
const never = sql<Date>`'infinity'::timestamptz`

type Approval = { bypassReason?: string | undefined }

/** The latest version becomes what the public reads, from this moment on. */
export async function publish(trx: Database, edition: DeskEdition, author: Author, approval: Approval = {}) {
  if (edition.locale === "en") await showTranslation(trx, edition)
  else await showArticle(trx, edition, { published_at: now, corrected_at: null, correction_note: null })
  await settleFilesOf(trx, edition.article_id)
  await recordAct(trx, edition, "publish", author, approval)
}

/** The same, instead of a version that the public reads already; `note` tells them what was put right. */
export async function correct(
  trx: Database,
  edition: DeskEdition,
  author: Author,
  { note, ...approval }: Approval & { note: string },
) {
  const correction = { corrected_at: now, correction_note: note }
  if (edition.locale === "en") await showTranslation(trx, edition, correction)
  else await showArticle(trx, edition, correction)
  await settleFilesOf(trx, edition.article_id)
  await recordAct(trx, edition, "correct", author, { reason: note, ...approval })
}

/** The latest version becomes what the public reads when its minute comes. */
export async function schedule(
  trx: Database,
  edition: DeskEdition,
  author: Author,
  { dueAt, ...approval }: Approval & { dueAt: Date },
) {
  await showArticle(trx, edition, { published_at: dueAt })
  await settleFilesOf(trx, edition.article_id)
  await recordAct(trx, edition, "schedule", author, { dueAt, ...approval })
  await enqueue(trx, articleDue, { article_id: edition.article_id }, { startAfter: dueAt })
}

export async function unschedule(trx: Database, edition: DeskEdition, author: Author) {
  await trx
    .updateTable("articles")
    .set({ published_at: never })
    .where("id", "=", edition.article_id)
    .execute()
  await settleFilesOf(trx, edition.article_id)
  await recordAct(trx, edition, "unschedule", author)
}

/** Takes an edition down. At an article's address its title and the reason stay; a translation gives way to the original. */
export async function unpublish(trx: Database, edition: DeskEdition, author: Author, reason: string) {
  const { article_id, locale, public_version } = edition
  if (locale === "en") {
    await trx.deleteFrom("article_translations").where("article_id", "=", article_id).execute()
  } else {
    await trx
      .updateTable("articles")
      .set(({ ref }) => ({
        published_at: never,
        was_published_at: ref("published_at"),
        unpublished_at: now,
        unpublished_notice: reason,
      }))
      .where("id", "=", article_id)
      .execute()
  }
  await settleFilesOf(trx, edition.article_id)
  await recordAct(trx, edition, "unpublish", author, { version: public_version!, reason })
}

/** What was taken down comes back as it was, at the moment it had. */
export async function republish(trx: Database, edition: DeskEdition, author: Author) {
  const { article_id, locale, public_version } = edition
  if (locale === "en") {
    const words = await trx
      .selectFrom("article_versions")
      .selectAll()
      .where("article_id", "=", article_id)
      .where("locale", "=", locale)
      .where("number", "=", public_version)
      .executeTakeFirstOrThrow()
    await showTranslation(trx, words)
  } else {
    await trx
      .updateTable("articles")
      .set(({ ref }) => ({ published_at: sql<Date>`${ref("was_published_at")}`, ...backAgain }))
      .where("id", "=", article_id)
      .execute()
  }
  await settleFilesOf(trx, edition.article_id)
  await recordAct(trx, edition, "republish", author, { version: public_version! })
}

const backAgain = { unpublished_at: null, unpublished_notice: null, was_published_at: null }

type Shown = {
  published_at?: Date | typeof now
  corrected_at?: typeof now | null
  correction_note?: string | null
}

function showArticle(
  trx: Database,
  { article_id, title, body_html, byline, section_id }: DeskEdition,
  shown: Shown,
) {
  return trx
    .updateTable("articles")
    .set({
      title,
      body_html,
      byline,
      section_id,
      ...(shown.published_at && { hour_is_known: true, ...backAgain }),
      ...shown,
    })
    .where("id", "=", article_id)
    .execute()
}

type TranslatedWords = Pick<DeskEdition, "article_id" | "title" | "body_html" | "byline" | "translated_from">

function showTranslation(
  trx: Database,
  { article_id, title, body_html, byline, translated_from }: TranslatedWords,
  correction: Pick<Shown, "corrected_at" | "correction_note"> = {},
) {
  const words = { title, body_html, byline, translated_from: translated_from!, ...correction }
  return trx
    .insertInto("article_translations")
    .values({ article_id, ...words })
    .onConflict((conflict) => conflict.column("article_id").doUpdateSet(words))
    .execute()
}
