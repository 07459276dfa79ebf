import { Hono } from "hono"
import { allowed, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { readAsked } from "./asked.ts"
import { changesList } from "./changes-list.ts"
import { EntryPage } from "./entry-page.tsx"
import { findEntry, listActors, listChanges, readAll } from "./log.ts"
import { LogPage } from "./log-page.tsx"
import { findNames } from "./queries.ts"
import { findRecordPage } from "./record-page.ts"

const address = "/ban-lam-viec/nhat-ky"

export const changeLog = new Hono<DeskEnv>()
  .use(address, signedIn, allowed("see_change_log"))
  .use(`${address}/*`, signedIn, allowed("see_change_log"))

  .get(address, async (c) => {
    const { db, person, view } = c.var
    const asked = readAsked(c)
    const [list, actors] = await Promise.all([listChanges(db, person, asked), listActors(db)])
    return renderPage(c, <LogPage view={view} person={person} asked={asked} list={list} actors={actors} />)
  })

  .route(
    "/",
    deskFiles(address, "see_change_log", async (c) =>
      changesList(c.var.view, readAll(c.var.db, c.var.person, readAsked(c))),
    ),
  )

  .get(`${address}/:id{[1-9][0-9]{0,14}}`, async (c) => {
    const { db, person, view } = c.var
    const entry = await findEntry(db, person, Number(c.req.param("id")))
    if (!entry) return c.notFound()
    const [names, recordPage] = await Promise.all([
      findNames(db, [entry]),
      findRecordPage(db, entry, { person, paths: view.paths }),
    ])
    const shown = { entry, names, recordPage }
    return renderPage(c, <EntryPage view={view} person={person} {...shown} />)
  })
