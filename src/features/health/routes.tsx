import { Hono } from "hono"
import { allowed, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { renderPage } from "../../web/page.ts"
import { HealthPage } from "./health-page.tsx"
import { examine } from "./queries.ts"

export const health = new Hono<DeskEnv>().get(
  "/ban-lam-viec/quan-tri/tinh-trang",
  signedIn,
  allowed("see_administration"),
  async (c) => {
    const { db, view, person, settings } = c.var
    const found = await examine(db, settings)
    // What is judged is the machine as it is now, not the day the page speaks of.
    return renderPage(c, <HealthPage view={view} person={person} found={found} now={new Date()} />)
  },
)
