import { Hono } from "hono"
import type { Database } from "../../database/connection.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { onStrip } from "../highlights/highlights.tsx"
import { listHighlights } from "../highlights/queries.ts"
import { latestBySection } from "../news/queries.ts"
import { HomeScoreboard } from "../plans/home-scoreboard.tsx"
import { findCurrentPlan } from "../plans/queries.ts"
import { lastDayShown, readScoreboard } from "../targets/scoreboard.ts"
import { HomePage } from "./home-page.tsx"

const perSection = 5

export const home = new Hono<Env>().get("/", async (c) => {
  const { db, view } = c.var
  const [highlights, news, current] = await Promise.all([
    listHighlights(db, { today: view.today, limit: onStrip }),
    latestBySection(db, { perSection }),
    readCurrentScoreboard(db, view.today),
  ])
  const scoreboard = current && <HomeScoreboard view={view} {...current} />
  return renderPage(
    c,
    <HomePage view={view} highlights={highlights} scoreboard={scoreboard} news={news} plan={current?.plan} />,
    { topics: ["news", "plans", "register", "reports", "places"] },
  )
})

/** The plan in force, or the latest there was, with its targets as they stand. */
async function readCurrentScoreboard(db: Database, today: string) {
  const plan = await findCurrentPlan(db)
  if (!plan) return undefined

  const rows = await readScoreboard(db, plan, plan.targets, today)
  return { plan, rows, shownOn: lastDayShown(plan, today) }
}
