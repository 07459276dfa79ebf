import { createApp } from "../src/app.tsx"
import { connect } from "../src/database/connection.ts"
import { onStrip } from "../src/features/highlights/highlights.tsx"
import { listHighlights } from "../src/features/highlights/queries.ts"
import { HomePage } from "../src/features/home/home-page.tsx"
import { ArticlePage } from "../src/features/news/article-page.tsx"
import { findArticle, findNeighbours, latestBySection, listRelated } from "../src/features/news/queries.ts"
import { HomeScoreboard } from "../src/features/plans/home-scoreboard.tsx"
import { PlanPage } from "../src/features/plans/plan-page.tsx"
import { findCurrentPlan, findPlan } from "../src/features/plans/queries.ts"
import { lastDayShown, readScoreboard } from "../src/features/targets/scoreboard.ts"
import { pathsIn } from "../src/paths.ts"
import { readSettings } from "../src/settings.ts"
import { inVietnam } from "../src/ui/format.ts"
import { findSite } from "../src/web/site.ts"
import type { View } from "../src/web/view.ts"

export type PageName = "home" | "article" | "plan"

/** What the pages bench needs of the application; bundled by it, since Node alone reads no JSX. */
export async function openPages(databaseUrl: string) {
  const db = connect(databaseUrl, { max: 10 })
  const settings = readSettings({})
  const app = createApp({ db, settings })
  const article = await db
    .selectFrom("articles")
    .select("slug")
    .orderBy((builder) => builder.fn("length", ["body_html"]), "desc")
    .limit(1)
    .executeTakeFirstOrThrow()
  const plan = (await findCurrentPlan(db))!
  const paths: Record<PageName, string> = {
    home: "/",
    article: pathsIn("vi").article(article),
    plan: pathsIn("vi").plan(plan),
  }
  return {
    paths,
    render: await renderers(db, article.slug),
    /** The whole way of a request, its queries included, with nothing kept by the process. */
    async visit(page: PageName) {
      const response = await app.request(paths[page])
      if (response.status !== 200) throw new Error(`${paths[page]} answered ${response.status}`)
      return response.text()
    },
    close: () => db.destroy(),
  }
}

/** Each page from data already in memory to its HTML. */
async function renderers(
  db: ReturnType<typeof connect>,
  articleSlug: string,
): Promise<Record<PageName, () => string>> {
  const today = inVietnam(new Date()).day
  const view: View = {
    locale: "vi",
    paths: pathsIn("vi"),
    path: "/",
    address: "/",
    origin: "http://localhost:3000",
    site: await findSite(db),
    today,
    textSize: "vua",
  }
  const plan = (await findCurrentPlan(db))!
  const { sections } = (await findPlan(db, plan.slug))!
  const rows = await readScoreboard(db, plan, plan.targets, today)
  const shownOn = lastDayShown(plan, today)

  const article = (await findArticle(db, articleSlug))!
  const neighbours = await findNeighbours(db, article)
  const related = await listRelated(db, article, { without: [] })

  const highlights = await listHighlights(db, { today, limit: onStrip })
  const news = await latestBySection(db, { perSection: 5 })
  return {
    home: () =>
      (
        <HomePage
          view={view}
          highlights={highlights}
          scoreboard={<HomeScoreboard view={view} plan={plan} rows={rows} shownOn={shownOn} />}
          news={news}
          plan={plan}
        />
      ).toString(),
    article: () =>
      (<ArticlePage view={view} article={article} neighbours={neighbours} related={related} />).toString(),
    plan: () =>
      (
        <PlanPage
          view={view}
          plan={plan}
          sections={sections}
          rows={rows}
          shownOn={shownOn}
          day={undefined}
          unread={undefined}
        />
      ).toString(),
  }
}
