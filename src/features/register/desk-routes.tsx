import { Hono } from "hono"
import { allowed, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import { renderPage } from "../../web/page.ts"
import { readHistory } from "../changes/history.tsx"
import { findKept } from "../lives/queries.ts"
import { readLife, readRecordAsKnown } from "../lives/read-life.ts"
import { readAskedReading, readingOf } from "../lives/reading.ts"
import { DeskRegisterPage } from "./desk-list-page.tsx"
import { DeskOrganisationPage } from "./desk-organisation-page.tsx"
import { findDeskScope, listOrganisationsSeenBy } from "./desk-queries.ts"
import { readSearch } from "./search.ts"
import { readKind, readStatus } from "./vocabulary.ts"

/** The register as the desk reads it: only what the roles of the reader reach. */
export const deskRegister = new Hono<DeskEnv>()
  .get("/ban-lam-viec/to-chuc", signedIn, allowed("see_organisations"), async (c) => {
    const { db, person, view } = c.var
    const asked = {
      text: (c.req.query("tim") ?? "").trim().slice(0, 200),
      kind: readKind(c.req.query("loai")),
      status: readStatus(c.req.query("tinh-trang")),
    }
    const filter = { ...asked, day: view.today, search: readSearch(asked.text) }
    const [scope, list] = await Promise.all([
      findDeskScope(db, person, view.today),
      listOrganisationsSeenBy(db, person, filter, readPage(c.req.query("trang"))),
    ])
    return renderPage(
      c,
      <DeskRegisterPage view={view} person={person} asked={asked} scope={scope} list={list} />,
    )
  })

  .get("/ban-lam-viec/to-chuc/:slug", signedIn, allowed("see_organisations"), async (c) => {
    const { db, person, view } = c.var
    const slug = c.req.param("slug")
    const kept = await findKept(db, person, slug, view.today)
    const life = kept && (await readLife(db, slug))
    if (!life) return c.notFound()
    const asked = readAskedReading(c)
    const [now, record, history] = await Promise.all([
      readRecordAsKnown(db, life, { day: view.today }),
      readRecordAsKnown(db, life, readingOf(asked, view.today)),
      readHistory(c, [{ kind: "organisation", id: life.id }]),
    ])
    return renderPage(
      c,
      <DeskOrganisationPage
        view={view}
        person={person}
        asked={asked}
        kept={kept}
        life={life}
        now={now!}
        record={record}
        history={history}
      />,
    )
  })
