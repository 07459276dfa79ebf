import { Hono } from "hono"
import { type DeskEnv, signedIn } from "../../rights/guard.ts"
import { renderPage } from "../../web/page.ts"
import { DeskPage } from "./desk-page.tsx"
import { countAdministration, countUnsent, listWaitingArticles, markSeen } from "./waiting.ts"

/** Whoever is signed in has a desk, if an empty one. */
export const desk = new Hono<DeskEnv>()
  .get("/ban-lam-viec", signedIn, async (c) => {
    const { db, view, person } = c.var
    const [articles, administration, unsent] = await Promise.all([
      listWaitingArticles(db, person),
      countAdministration(db, person),
      countUnsent(db, person),
    ])
    return renderPage(c, <DeskPage view={view} person={person} {...{ articles, administration, unsent }} />)
  })
  .post("/ban-lam-viec/da-xem", signedIn, async (c) => {
    await markSeen(c.var.db, c.var.person)
    return c.redirect(c.var.view.paths.desk(), 303)
  })
