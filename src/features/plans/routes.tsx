import { Hono } from "hono"
import { readDay } from "../../ui/format.ts"
import { filePattern, readFileName, sendList } from "../../web/list-file.ts"
import { listFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { lastDayShown, readScoreboard } from "../targets/scoreboard.ts"
import { PlanListPage } from "./list-page.tsx"
import { PlanPage } from "./plan-page.tsx"
import { plansList, targetsList } from "./plans-list.ts"
import { findPlan, listPlans } from "./queries.ts"

export const plans = new Hono<Env>()
  .get("/ke-hoach", async (c) => {
    const plans = await listPlans(c.var.db)
    return renderPage(c, <PlanListPage view={c.var.view} plans={plans} />, { topics: ["plans"] })
  })

  .route(
    "/",
    listFiles("/ke-hoach", async (c) => plansList(c.var.view, await listPlans(c.var.db))),
  )

  .get(`/ke-hoach/:file{[a-z0-9-]+${filePattern}}`, async (c) => {
    const { db, view } = c.var
    const file = readFileName(c.req.param("file"))
    const plan = file && (await findPlan(db, file.name))
    if (!plan) return c.notFound()
    const asked = readDay(c.req.query("ngay")) ?? view.today
    const rows = await readScoreboard(db, plan, plan.targets, asked)
    return await sendList(c, file.format, targetsList(view, { plan, rows, day: lastDayShown(plan, asked) }))
  })

  .get("/ke-hoach/:plan{[a-z0-9-]+}", async (c) => {
    const { db, view } = c.var
    const plan = await findPlan(db, c.req.param("plan"))
    if (!plan) return c.notFound()

    const typed = c.req.query("ngay")
    const day = readDay(typed)
    const rows = await readScoreboard(db, plan, plan.targets, day ?? view.today)
    return renderPage(
      c,
      <PlanPage
        view={view}
        plan={plan}
        sections={plan.sections}
        rows={rows}
        shownOn={lastDayShown(plan, day ?? view.today)}
        day={day}
        unread={day ? undefined : typed || undefined}
      />,
      { topics: ["plans", "register", "reports", "places", "news"] },
    )
  })
