import { Hono } from "hono"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { onStrip } from "../highlights/highlights.tsx"
import { listHighlights } from "../highlights/queries.ts"
import { latestBySection } from "../news/queries.ts"
import { HomePage } from "./home-page.tsx"
import { listCurrentPlans } from "./queries.ts"

const perSection = 5

export const home = new Hono<Env>().get("/", async (c) => {
  const { db, view } = c.var
  const [highlights, news, plans] = await Promise.all([
    listHighlights(db, { today: view.today, limit: onStrip }),
    latestBySection(db, { perSection }),
    listCurrentPlans(db, { today: view.today }),
  ])
  return renderPage(c, <HomePage view={view} highlights={highlights} news={news} plans={plans} />, {
    topics: ["news", "plans"],
  })
})
