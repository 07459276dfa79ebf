import { Hono } from "hono"
import { allowed, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { renderPage } from "../../web/page.ts"
import { AdministrationPage } from "./index-page.tsx"
import { RightsPage } from "./rights-page.tsx"

export const administration = new Hono<DeskEnv>()
  .get("/ban-lam-viec/quan-tri", signedIn, allowed("see_administration"), (c) =>
    renderPage(c, <AdministrationPage view={c.var.view} person={c.var.person} />),
  )
  .get("/ban-lam-viec/quyen-han", signedIn, allowed("use_desk"), (c) =>
    renderPage(c, <RightsPage view={c.var.view} person={c.var.person} />),
  )
