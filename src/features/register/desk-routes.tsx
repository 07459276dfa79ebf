import { type Context, Hono } from "hono"
import { allowed, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { readHistory } from "../changes/history.tsx"
import { findJoinedInto, listJoins } from "../duplicates/pairs.ts"
import { readWarnings } from "../legal-rules/read-warnings.ts"
import { findKept } from "../lives/queries.ts"
import { readLife, readRecordAsKnown } from "../lives/read-life.ts"
import { readAskedReading, readingOf } from "../lives/reading.ts"
import { listAllRecords } from "../records/keep-records.ts"
import { kindsFor } from "../records/record-kinds.ts"
import { recordsList } from "../records/records-list.ts"
import { listReportsOf, listSetAsideOf } from "../reports/reports-of.tsx"
import { filterOf, readAsked } from "./asked.ts"
import type { DeskAsked } from "./desk-filters.tsx"
import { DeskRegisterPage } from "./desk-list-page.tsx"
import { DeskOrganisationPage } from "./desk-organisation-page.tsx"
import {
  countStatuses,
  deskPerPage,
  findDeskScope,
  findSeen,
  listDeskPlaces,
  reachOn,
} from "./desk-queries.ts"
import { listIds, listOrganisations, type RegisterFilter } from "./queries.ts"
import { registerList } from "./records.ts"

/** The register as the desk reads it: only what the roles of the reader reach. */
export const deskRegister = new Hono<DeskEnv>()
  .get("/ban-lam-viec/to-chuc", signedIn, allowed("see_organisations"), async (c) => {
    const { db, person, view } = c.var
    const asked = await readDeskAsked(c)
    const day = asked.day ?? view.today
    const reach = await reachOn(db, person, day)
    const filter = { ...(await filterOf(c, asked)), reach, isOverdue: asked.isOverdue }
    const [scope, choices, counts, list] = await Promise.all([
      findDeskScope(db, person, view.today),
      listDeskPlaces(db, person, day),
      countStatuses(db, reach, day),
      readList(c, filter, asked),
    ])
    const ids = list.rows.map(({ organisation_id }) => organisation_id)
    const seen = day === view.today ? new Set(ids) : await findSeen(db, person, ids, view.today)
    return renderPage(
      c,
      <DeskRegisterPage {...{ view, person, asked, scope, choices, counts, list, seen }} />,
    )
  })

  .route(
    "/",
    deskFiles("/ban-lam-viec/to-chuc", "see_organisations", async (c) => {
      const { db, person, view } = c.var
      const asked = await readDeskAsked(c)
      const day = asked.day ?? view.today
      const reach = await reachOn(db, person, day)
      const filter = { ...(await filterOf(c, asked)), reach, isOverdue: asked.isOverdue }
      const ids = await listIds(db, filter, asked.order)
      return registerList(c, `to-chuc-${day}`, { ids, filter, asked })
    }),
  )

  .route(
    "/",
    deskFiles("/ban-lam-viec/to-chuc/:slug/ho-so", "see_organisations", async (c) => {
      const { db, person, view } = c.var
      const kept = await findKept(db, person, c.req.param("slug")!, view.today)
      if (!kept) return undefined
      const reading = readingOf(readAskedReading(c), view.today)
      return recordsList(view, kept, await listAllRecords(db, kindsFor(kept.kind), kept.id, reading))
    }),
  )

  .get("/ban-lam-viec/to-chuc/:slug", signedIn, allowed("see_organisations"), async (c) => {
    const { db, person, view } = c.var
    const slug = c.req.param("slug")
    const [kept, life] = await Promise.all([findKept(db, person, slug, view.today), readLife(db, slug)])
    if (!kept || !life) {
      const joined = await findJoinedInto(db, slug)
      return joined ? c.redirect(view.paths.deskOrganisation(joined), 301) : c.notFound()
    }
    const asked = readAskedReading(c)
    const reading = readingOf(asked, view.today)
    const readNow = readRecordAsKnown(db, life, { day: view.today })
    const isNow = reading.day === view.today && reading.knownAt === undefined
    const [now, record, warnings, records, history, joins, reports, setAside] = await Promise.all([
      readNow,
      isNow ? readNow : readRecordAsKnown(db, life, reading),
      readWarnings(db, life, view.today),
      listAllRecords(db, kindsFor(kept.kind), life.id, reading),
      readHistory(c, [{ kind: "organisation", id: life.id }]),
      listJoins(db, { into: life.id }),
      listReportsOf(db, kept, view.today),
      listSetAsideOf(db, life),
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
        records={records}
        warnings={warnings}
        joins={joins}
        setAside={setAside}
        reports={reports}
      />,
    )
  })

async function readDeskAsked(c: Context<DeskEnv>): Promise<DeskAsked> {
  return { ...(await readAsked(c)), isOverdue: c.req.query("qua-han") === "1" }
}

/** A page past the end shows the last one. */
async function readList(c: Context<DeskEnv>, filter: RegisterFilter, asked: DeskAsked) {
  const { order } = asked
  const list = await listOrganisations(c.var.db, filter, { order, page: asked.page, perPage: deskPerPage })
  if (list.rows.length > 0 || list.total === 0) return list

  asked.page = Math.ceil(list.total / deskPerPage)
  return listOrganisations(c.var.db, filter, { order, page: asked.page, perPage: deskPerPage })
}
