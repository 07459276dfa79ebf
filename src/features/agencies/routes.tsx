import { type Context, Hono } from "hono"
import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import { sql } from "kysely"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { formatDay, isOpen } from "../../ui/format.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { differences, hasMovedOn } from "../../web/versions.ts"
import { findLastChange } from "../administration/last-change.ts"
import { readHistory } from "../changes/history.tsx"
import type { Candidate } from "../choosing/candidates.ts"
import { pickOne } from "../choosing/pick-one.ts"
import { dayAfter, dayBefore } from "../places/days.ts"
import { agenciesList } from "./agencies-list.ts"
import {
  correctionForm,
  endForm,
  factFields,
  newAgencyForm,
  placeOf,
  startFacts,
  startSuccessor,
} from "./agency-form.ts"
import { AgencyPage } from "./agency-page.tsx"
import { AgencyConflictPage, AgencyEndPage, CorrectionPage, NewAgencyPage } from "./form-pages.tsx"
import { addAgency, correctAgency, endAgency } from "./keep-agency.ts"
import { AgenciesPage } from "./list-page.tsx"
import { type Agency, findAgency, findAgencyNamed, listAgencies, listOfficers } from "./queries.ts"
import { texts } from "./texts.ts"

const root = "/ban-lam-viec/quan-tri/co-quan"

type AgencyEnv = DeskEnv & { Variables: DeskEnv["Variables"] & { agency: Agency } }

/** Behind this middleware there is the agency that the address names. */
const withAgency = createMiddleware<AgencyEnv>(async (c, next) => {
  const agency = await findAgency(c.var.db, c.req.param("slug") ?? "")
  if (!agency) throw new HTTPException(404)
  c.set("agency", agency)
  await next()
})

function readAsked(c: Pick<Context<DeskEnv>, "req">) {
  return { text: c.req.query("tim")?.trim() ?? "", withEnded: c.req.query("da-cham-dut") === "1" }
}

export const agencies = new Hono<AgencyEnv>()
  .use(`${root}/*`, signedIn)

  .get(root, allowed("see_administration"), async (c) => {
    const { db, person, view } = c.var
    const asked = readAsked(c)
    const found = await listAgencies(db, { ...asked, day: view.today })
    return renderPage(c, <AgenciesPage view={view} person={person} agencies={found} {...asked} />)
  })

  .route(
    "/",
    deskFiles(root, "see_administration", async (c) => {
      const { db, view } = c.var
      return agenciesList(view, await listAgencies(db, { ...readAsked(c), day: view.today }))
    }),
  )

  .get(`${root}/moi`, allowed("administer", "see_administration"), async (c) => {
    const { view } = c.var
    const predecessor = await findPredecessor(c, c.req.query("tiep-noi"))
    const form = predecessor
      ? startSuccessor(predecessor, view.today, view.locale)
      : startForm({ kind: "department" })
    return renderNew(c, form, { predecessor })
  })

  .post(root, allowed("administer", "see_administration"), async (c) => {
    const { db, view } = c.var
    const t = texts[view.locale]
    const read = await readForm(c, newAgencyForm)
    const predecessor = await findPredecessor(c, read.state.values.predecessor?.[0])
    if (!read.ok) return renderNew(c, read.state, { predecessor, status: 422 })

    const { predecessor: _, valid_from, ...facts } = read.data
    const refuse = (form: FormState, candidates?: readonly Candidate[]) =>
      renderNew(c, form, { predecessor, candidates, status: 422 })
    if (predecessor && !valid_from) return refuse(withError(read.state, "valid_from", t.dayNeeded))
    if (predecessor && valid_from && dayBefore(valid_from) < predecessor.valid_from)
      return refuse(withError(read.state, "valid_from", t.dayTooEarly))
    const place = await readPlace(c, read.state, predecessor)
    if (!place.ok) return refuse(place.state, place.candidates)

    const agency = { ...facts, place_id: place.id, valid_from: valid_from ?? "-infinity" }
    const added = await addAgency(db, agency, predecessor, authorOf(c, "administer"))
    if (!added) return refuse(withError(read.state, "name", t.nameTaken))
    return c.redirect(view.paths.agencyKept(added), 303)
  })

  .use(`${root}/:slug`, allowed("see_administration"), withAgency)
  .use(`${root}/:slug/*`, allowed("see_administration"), withAgency)

  .get(`${root}/:slug`, async (c) => {
    const { db, person, view, agency } = c.var
    const officers = await listOfficers(db, agency.id, view.today)
    const history = await readHistory(c, [{ kind: "agency", id: agency.id }])
    const shown = { agency, officers, history }
    return renderPage(c, <AgencyPage view={view} person={person} {...shown} />)
  })

  .get(`${root}/:slug/sua`, allowed("administer", "see_administration"), (c) =>
    renderCorrection(c, startFacts(c.var.agency, c.var.view.locale)),
  )
  .post(`${root}/:slug/sua`, allowed("administer", "see_administration"), async (c) => {
    const { db, view, person } = c.var
    const read = await readForm(c, correctionForm)
    if (!read.ok) return renderCorrection(c, read.state, { status: 422 })
    const place = await readPlace(c, read.state, c.var.agency)
    if (!place.ok) return renderCorrection(c, place.state, { candidates: place.candidates, status: 422 })

    return db.transaction().execute(async (trx) => {
      await sql`select from agencies where id = ${c.var.agency.id} for update`.execute(trx)
      const agency = (await findAgency(trx, c.var.agency.slug))!
      if (hasMovedOn(read.state, agency)) {
        const theirs = startFacts(agency, view.locale).values
        const differing = differences({ fields: factFields, theirs, mine: read.state.values })
        if (differing.length > 0) {
          const last = await findLastChange(trx, "agency", agency.id)
          const current = { version: agency.version, ...last }
          const shown = { form: read.state, agency, current, differences: differing }
          return renderPage(c, <AgencyConflictPage view={view} person={person} {...shown} />, { status: 409 })
        }
      }
      const { reason, ...facts } = read.data
      const wanted = { ...facts, place_id: place.id }
      await correctAgency(trx, agency, wanted, authorOf(c, "administer"), reason)
      return c.redirect(view.paths.agencyKept(agency), 303)
    })
  })

  .get(`${root}/:slug/ket-thuc`, allowed("administer", "see_administration"), (c) => {
    demandOpen(c)
    return renderEnding(c, startForm({ valid_to: formatDay(c.var.view.today, "vi") }))
  })
  .post(`${root}/:slug/ket-thuc`, allowed("administer", "see_administration"), async (c) => {
    const { db, view, agency } = c.var
    const t = texts[view.locale]
    demandOpen(c)
    const read = await readForm(c, endForm)
    if (!read.ok) return renderEnding(c, read.state, 422)
    const { valid_to, successor, reason } = read.data
    if (valid_to < agency.valid_from)
      return renderEnding(c, withError(read.state, "valid_to", t.endTooEarly), 422)
    const following = successor ? await findAgencyNamed(db, successor, dayAfter(valid_to)) : undefined
    if (successor && (!following || following.id === agency.id))
      return renderEnding(c, withError(read.state, "successor", t.successorUnknown), 422)

    const ending = { valid_to, successor_id: following?.id ?? null }
    const isEnded = await endAgency(db, agency, ending, authorOf(c, "administer"), reason)
    if (!isEnded) return renderEnding(c, withProblem(read.state, t.changedMeanwhile), 422)
    return c.redirect(view.paths.agencyKept(agency), 303)
  })

/** The agency that a new one follows: still there, and ended by the new one. */
async function findPredecessor(c: Context<AgencyEnv>, slug: string | undefined) {
  const agency = slug ? await findAgency(c.var.db, slug) : undefined
  return agency && isOpen(agency.valid_to) ? agency : undefined
}

/** An agency that has ended is not ended again. */
function demandOpen({ var: { agency } }: Context<AgencyEnv>) {
  if (!isOpen(agency.valid_to)) throw new HTTPException(403)
}

type Place =
  | { ok: true; id: number | null }
  | { ok: false; state: FormState; candidates: readonly Candidate[] }

/** The place that was meant; the one the agency has already may be of former times. */
async function readPlace(c: Context<AgencyEnv>, form: FormState, agency?: Agency): Promise<Place> {
  const kept = agency && placeOf(agency, c.var.view.locale)
  if (kept && form.values.place?.[0]?.trim() === kept.label) return { ok: true, id: kept.id }
  const picked = await pickOne(c, form, "place", "place")
  if (!picked.ok) return { ok: false, state: picked.state, candidates: picked.candidates.list }
  return { ok: true, id: picked.record?.id ?? null }
}

type Options = { candidates?: readonly Candidate[] | undefined; status?: 200 | 422 }

function renderNew(
  c: Context<AgencyEnv>,
  form: FormState,
  { predecessor, candidates, status = 200 }: Options & { predecessor: Agency | undefined },
) {
  const { view, person } = c.var
  const shown = { form, predecessor, candidates }
  return renderPage(c, <NewAgencyPage view={view} person={person} {...shown} />, { status })
}

function renderCorrection(
  c: Context<AgencyEnv>,
  form: FormState,
  { candidates, status = 200 }: Options = {},
) {
  const { view, person, agency } = c.var
  const seen = Number(form.values["phien-ban"]?.[0])
  const version = Number.isSafeInteger(seen) ? seen : agency.version
  const shown = { form, agency, version, candidates }
  return renderPage(c, <CorrectionPage view={view} person={person} {...shown} />, { status })
}

function renderEnding(c: Context<AgencyEnv>, form: FormState, status: 200 | 422 = 200) {
  const { view, person, agency } = c.var
  return renderPage(c, <AgencyEndPage view={view} person={person} agency={agency} form={form} />, { status })
}
