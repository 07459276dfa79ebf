import { type Context, Hono } from "hono"
import { stream } from "hono/streaming"
import { log } from "../../log.ts"
import type { Env, Topic } from "../../web/view.ts"
import { sectionName } from "../news/headlines.tsx"
import { findSection, listArticles, type Section } from "../news/queries.ts"
import { findMovedSection } from "../sections/queries.ts"
import { rss } from "./rss.ts"
import { countPages, partsOf, sitemapIndex, writePart } from "./sitemap.ts"
import { texts } from "./texts.ts"

const inFeed = 30

/** Feeds of the news, in both languages. */
export const feeds = new Hono<Env>()
  .get("/rss.xml", (c) => renderFeed(c))

  .get("/chuyen-muc/:slug{[a-z0-9-]+}/rss.xml", async (c) => {
    const { db, view } = c.var
    const section = await findSection(db, c.req.param("slug"))
    if (!section) {
      const today = await findMovedSection(db, c.req.param("slug"))
      return today ? c.redirect(view.paths.sectionFeed(today), 301) : c.notFound()
    }

    return renderFeed(c, section)
  })

/** What programs that walk the whole site ask for; once, whatever the language. */
export const crawlers = new Hono<Env>()
  .get("/robots.txt", (c) =>
    c.text(
      `User-agent: *\nDisallow: /co-chu\nDisallow: /en/co-chu\n\nSitemap: ${c.var.view.origin}/sitemap.xml\n`,
    ),
  )

  .get("/sitemap.xml", async (c) => {
    const counts = await countPages(c.var.db)
    const parts = partsOf(counts)
    return parts === 1
      ? streamPart(c, counts, 1)
      : c.body(sitemapIndex(c.var.view.origin, parts), 200, { "content-type": xmlType })
  })

  .get("/:file{sitemap-[1-9][0-9]{0,3}\\.xml}", async (c) => {
    const part = Number(/\d+/.exec(c.req.param("file"))?.[0])
    const counts = await countPages(c.var.db)
    if (part > partsOf(counts)) return c.notFound()

    return streamPart(c, counts, part)
  })

const xmlType = "application/xml; charset=utf-8"

function streamPart(c: Context<Env>, counts: number[], part: number) {
  const { db, view } = c.var
  c.header("content-type", xmlType)
  return stream(
    c,
    async (out) => {
      for await (const chunk of writePart(db, view, counts, part)) {
        if (out.aborted) return
        await out.write(chunk)
      }
    },
    // The answer has begun, so there is no page for this any more; whoever reads it sees that it breaks off.
    async (error) => log.error({ err: error, path: view.path }, "sitemap broke off"),
  )
}

async function renderFeed(c: Context<Env>, section?: Section) {
  const { db, view } = c.var
  const { locale, paths, site } = view
  const t = texts[locale]
  const articles = await listArticles(db, { section: section?.slug, limit: inFeed })
  const portal = locale === "vi" ? site.portal_name : site.portal_name_en
  const topics: Topic[] = ["site", "news"]
  c.set("topics", topics)
  return c.body(
    rss(
      view,
      {
        title: section ? `${sectionName(section, locale)} – ${portal}` : portal,
        description: t.description(locale === "vi" ? site.department : site.department_en),
        page: section ? paths.section(section) : paths.articles(),
        feed: section ? paths.sectionFeed(section) : paths.feed(),
      },
      articles,
    ),
    200,
    { "content-type": "application/rss+xml; charset=utf-8" },
  )
}
