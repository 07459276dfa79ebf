import { createHash } from "node:crypto"
import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { inVietnam } from "../../ui/format.ts"
import { slugify } from "../../ui/slug.ts"
import { recordChange } from "../changes/record-change.ts"
import { htmlFromParagraphs } from "../news/body-html.ts"
import { freeSlug } from "../news/slugs.ts"
import type { PageImport } from "./page-import.ts"
import { recordPlan } from "./record-plan.ts"

type RecordOptions = { isSample?: boolean; now?: Date }

export type RecordedPage = Awaited<ReturnType<typeof recordPage>>

/**
 * Makes of a page its article, its highlights and, where it announces a plan, a draft of the plan. All or nothing.
 * A page whose content was taken before changes nothing, in whichever file it comes.
 */
export function recordPage(
  db: Database,
  page: PageImport,
  { isSample = false, now = new Date() }: RecordOptions = {},
) {
  return inTransaction(db, async (trx) => {
    const hash = hashOf(page)
    const known = await trx
      .selectFrom("articles")
      .select(["id", "slug", "title"])
      .where("source_hash", "=", hash)
      .executeTakeFirst()
    if (known) return { outcome: "unchanged" as const, article: known, highlights: 0, plan: null }

    const section_id = await findOrMakeSection(trx, page.section)
    const moment = publicationOf(page, now)
    const article = await trx
      .insertInto("articles")
      .values({
        slug: await freeSlug(trx, slugify(page.article.title) || "tin"),
        section_id,
        title: page.article.title,
        body_html: htmlFromParagraphs(page.article.paragraphs),
        byline: page.article.author,
        published_at: moment.published_at,
        hour_is_known: moment.hourIsKnown,
        source_hash: hash,
        source_portal: page.portal,
        is_sample: isSample,
      })
      .returning(["id", "slug", "title"])
      .executeTakeFirstOrThrow()

    const highlights = await recordHighlights(trx, page, article, moment.day, isSample)
    const plan = page.plan
      ? await recordPlan(trx, page.plan, {
          articleId: article.id,
          title: page.article.title,
          day: moment.day,
          isSample,
        })
      : null
    await recordChange(trx, {
      actor: "hoptac",
      via: "shell",
      action: "import",
      record_kind: "article",
      record_id: article.id,
      after: { title: article.title, highlights, plan: plan?.number ?? null, sha256: hash },
    })
    return { outcome: "imported" as const, article, highlights, plan }
  })
}

/** Of what the page says, not of the file: the same page saved twice is the same page. */
function hashOf({ file: _file, ...content }: PageImport) {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex")
}

function publicationOf({ article: { published_at } }: PageImport, now: Date) {
  if (!published_at) {
    const { day } = inVietnam(now)
    return { published_at: now, hourIsKnown: false, day }
  }
  const hourIsKnown = published_at.includes("T")
  const moment = new Date(hourIsKnown ? published_at : `${published_at}T00:00:00+07:00`)
  return { published_at: moment, hourIsKnown, day: inVietnam(moment).day }
}

/** Sections are the same when their names differ only in marks, dashes and case. */
async function findOrMakeSection(db: Database, heading: string | null) {
  const name = heading ?? "Tin tức"
  const slug = slugify(name) || "tin-tuc"
  const found = await db.selectFrom("sections").select("id").where("slug", "=", slug).executeTakeFirst()
  if (found) return found.id

  const made = await db
    .insertInto("sections")
    .values({
      slug,
      name,
      name_en: name,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from sections)`,
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  return made.id
}

/** The strip of the old page: headlines of that day, with the article behind a headline where we have it. */
async function recordHighlights(
  db: Database,
  page: PageImport,
  article: { id: number; title: string },
  day: string,
  isSample: boolean,
) {
  if (page.highlights.length === 0) return 0

  const known = await db
    .selectFrom("articles")
    .select(["id", "title"])
    .where("title", "in", page.highlights)
    .execute()
  const behind = new Map([...known, article].map(({ id, title }) => [slugify(title), id]))
  const made = await db
    .insertInto("highlights")
    .values(
      page.highlights.map((title) => ({
        title,
        article_id: behind.get(slugify(title)) ?? null,
        shown_on: day,
        is_sample: isSample,
      })),
    )
    .onConflict((conflict) => conflict.columns(["title", "shown_on"]).doNothing())
    .returning("id")
    .execute()
  return made.length
}
