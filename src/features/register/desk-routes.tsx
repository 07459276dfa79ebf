import { Hono } from "hono"
import { allowed, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import { renderPage } from "../../web/page.ts"
import { DeskRegisterPage } from "./desk-list-page.tsx"
import { DeskOrganisationPage } from "./desk-organisation-page.tsx"
import { findDeskScope, listOrganisationsSeenBy, seesOrganisation } from "./desk-queries.ts"
import { findOrganisation, readOrganisation } from "./find-organisation.ts"
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
    if (!(await seesOrganisation(db, person, slug, view.today))) return c.notFound()

    const organisation = await findOrganisation(db, slug, view.today)
    if (!organisation) return c.notFound()
    const record = await readOrganisation(db, organisation, view.today)
    return renderPage(c, <DeskOrganisationPage view={view} person={person} record={record} />)
  })
