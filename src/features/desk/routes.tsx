import { Hono } from "hono"
import { type DeskEnv, signedIn } from "../../rights/guard.ts"
import { renderPage } from "../../web/page.ts"
import { listWaitingSheets } from "../ratings/waiting-sheets.ts"
import { countReports } from "../reports/list-filings.ts"
import { listChangedSince } from "./changed.ts"
import { DeskPage } from "./desk-page.tsx"
import { countAdministration, countRegister, countUnsent, listWaitingArticles, markSeen } from "./waiting.ts"

/** Whoever is signed in has a desk, if an empty one. */
export const desk = new Hono<DeskEnv>()
  .get("/ban-lam-viec", signedIn, async (c) => {
    const { db, view, person } = c.var
    const [articles, register, reports, sheets, administration, unsent, changed] = await Promise.all([
      listWaitingArticles(db, person),
      countRegister(db, person),
      countReports(db, person, view.today),
      listWaitingSheets(db, person, view.today),
      countAdministration(db, person),
      countUnsent(db, person),
      listChangedSince(db, person),
    ])
    const shown = { articles, register, reports, sheets, administration, unsent, changed }
    return renderPage(c, <DeskPage view={view} person={person} {...shown} />)
  })
  .post("/ban-lam-viec/da-xem", signedIn, async (c) => {
    await markSeen(c.var.db, c.var.person)
    return c.redirect(c.var.view.paths.desk(), 303)
  })
