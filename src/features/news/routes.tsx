import { type Context, Hono } from "hono"
import { readPage } from "../../ui/pager/pager.tsx"
import { listFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { findMovedSection } from "../sections/queries.ts"
import { ArticlePage } from "./article-page.tsx"
import { ListPage, NoSuchPage, perPage } from "./list-page.tsx"
import { newsList } from "./news-list.ts"
import { PrintPage } from "./print-page.tsx"
import {
  countArticles,
  findArticle,
  findNeighbours,
  findSection,
  findUnpublished,
  listArticles,
  listRelated,
  listSections,
  type Section,
} from "./queries.ts"
import { findMovedTo } from "./slugs.ts"
import { UnpublishedPage } from "./unpublished-page.tsx"

/** More than a portal publishes in many years. */
const mostInFile = 100_000

/** Addresses hold nothing but these; whatever else is asked for cannot be there, and the database is not troubled. */
const slug = ":slug{[a-z0-9-]+}"

export const news = new Hono<Env>()
  .get("/tin-tuc", (c) => renderList(c))

  .route(
    "/",
    listFiles("/tin-tuc", async (c) => {
      const asked = c.req.query("chuyen-muc")
      const section = asked ? await findSection(c.var.db, asked) : undefined
      if (asked && !section) return undefined
      return newsList(
        c.var.view,
        section,
        await listArticles(c.var.db, { section: section?.slug, limit: mostInFile }),
      )
    }),
  )

  .get(`/chuyen-muc/${slug}`, async (c) => {
    const { db, view } = c.var
    const section = await findSection(db, c.req.param("slug"))
    if (!section) {
      const today = await findMovedSection(db, c.req.param("slug"))
      return today ? c.redirect(view.paths.section(today), 301) : c.notFound()
    }

    return renderList(c, section)
  })

  .get(`/tin-tuc/${slug}`, async (c) => {
    const { db, view } = c.var
    const article = await findArticle(db, c.req.param("slug"), view.locale)
    if (!article) return answerWithout(c, (moved) => view.paths.article(moved))

    const neighbours = await findNeighbours(db, article)
    const shown = [neighbours.previous, neighbours.next].flatMap((neighbour) => neighbour?.id ?? [])
    const related = await listRelated(db, article, { without: shown })
    return renderPage(
      c,
      <ArticlePage view={view} article={article} neighbours={neighbours} related={related} />,
      { topics: ["news", "plans"] },
    )
  })

  .get(`/tin-tuc/${slug}/ban-in`, async (c) => {
    const { db, view } = c.var
    const article = await findArticle(db, c.req.param("slug"), view.locale)
    if (!article) return answerWithout(c, (moved) => view.paths.articlePrint(moved))

    return renderPage(c, <PrintPage view={view} article={article} />, { topics: ["news"] })
  })

/** What stands at an address without an article: the way to where it moved, a notice that it was taken down, nothing. */
async function answerWithout(c: Context<Env>, pathOf: (article: { slug: string }) => string) {
  const { db, view } = c.var
  const asked = c.req.param("slug")!
  const moved = await findMovedTo(db, asked)
  if (moved) return c.redirect(pathOf({ slug: moved }), 301)

  const article = await findUnpublished(db, asked)
  if (!article) return c.notFound()
  return renderPage(c, <UnpublishedPage view={view} article={article} />, { status: 410 })
}

async function renderList(c: Context<Env>, section?: Section) {
  const { db, view } = c.var
  const page = readPage(c.req.query("trang"))
  const [total, sections] = await Promise.all([
    countArticles(db, { section: section?.slug }),
    listSections(db),
  ])
  if (page > 1 && (page - 1) * perPage >= total) {
    return renderPage(c, <NoSuchPage view={view} section={section} page={page} total={total} />, {
      status: 404,
    })
  }

  const articles = await listArticles(db, {
    section: section?.slug,
    limit: perPage,
    offset: (page - 1) * perPage,
  })
  return renderPage(
    c,
    <ListPage
      view={view}
      section={section}
      sections={sections}
      articles={articles}
      page={page}
      total={total}
    />,
    { topics: ["news"] },
  )
}
