import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Database } from "../../database/connection.ts"
import { root } from "../../root.ts"
import { inVietnam } from "../../ui/format.ts"
import { slugify } from "../../ui/slug.ts"
import { readPage } from "../imports/read-page.ts"
import { recordPage } from "../imports/record-page.ts"
import { cleanHtml } from "../news/body-html.ts"
import { publishPlan } from "../plans/publish-plan.ts"
import { articles, bareHeadlines, sections } from "./articles.ts"

/** Sections, articles, highlights, and the plan that its announcement is read for. */
export async function loadPortal(db: Database) {
  await loadSections(db)
  const plans = await loadPlan(db)
  const behind = await loadArticles(db)
  await loadHighlights(db, behind)
  return { articles: articles.length + 1, plans }
}

async function loadSections(db: Database) {
  await db
    .insertInto("sections")
    .values(
      Object.values(sections).map(({ name, name_en }, position) => ({
        slug: slugify(name),
        name,
        name_en,
        position,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Through the same reader and the same door as any page that a department imports. */
async function loadPlan(db: Database) {
  const file = "db/seeds/sample-plan.txt"
  const page = readPage(await readFile(join(root, file)), file)
  const announced = new Date(page.article.published_at!)
  const { plan } = await recordPage(db, page, { isSample: true, now: announced })
  if (!plan || plan.state === "published") return 0

  await publishPlan(db, plan.number, announced)
  return 1
}

async function loadArticles(db: Database) {
  const known = await db.selectFrom("sections").select(["id", "slug"]).execute()
  const sectionIds = new Map(known.map(({ id, slug }) => [slug, id]))
  const taken = await db.selectFrom("article_slugs").select("slug").execute()
  const slugs = new Set(taken.map(({ slug }) => slug))

  const rows = articles.map(({ section, title, published_at, byline, body }) => {
    const hour_is_known = published_at.includes("T")
    const slug = slugify(title)
    return {
      slug: slugs.has(slug) ? `${slug}-mau` : slug,
      section_id: sectionIds.get(slugify(sections[section].name))!,
      title,
      body_html: cleanHtml(body),
      byline,
      published_at: hour_is_known ? published_at : `${published_at}T00:00:00+07:00`,
      hour_is_known,
      is_sample: true,
    }
  })
  const inserted = await db.insertInto("articles").values(rows).returning(["id", "title"]).execute()
  return new Map(inserted.map(({ id, title }) => [title, id]))
}

async function loadHighlights(db: Database, articleIds: Map<string, number>) {
  const linked = articles
    .filter(({ highlight }) => highlight)
    .map(({ highlight, title, published_at }) => ({
      title: highlight!,
      article_id: articleIds.get(title)!,
      shown_on: inVietnam(new Date(published_at)).day,
    }))
  const headlines = [...linked, ...bareHeadlines.map((each) => ({ ...each, article_id: null }))]
  await db
    .insertInto("highlights")
    .values(headlines.map((headline) => ({ ...headline, is_sample: true })))
    .onConflict((conflict) => conflict.columns(["title", "shown_on"]).doNothing())
    .execute()
}
