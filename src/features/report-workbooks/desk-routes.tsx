import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { allowed, authorOf, type DeskEnv, demand, signedIn } from "../../rights/guard.ts"
import { may } from "../../rights/rights.ts"
import type { Locale } from "../../ui/language.ts"
import { requiredFile, requiredText } from "../../web/form-fields.ts"
import { checkForm, type FormState, readBody, startForm, withError } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { soon } from "../../web/soon.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { pickOne, startPick } from "../choosing/pick-one.ts"
import { keepFile } from "../files/keep-file.ts"
import { findServed } from "../files/queries.ts"
import { sendFile } from "../files/send-file.ts"
import { refusalTexts } from "../files/texts.ts"
import { placeName } from "../places/names.ts"
import { listOwnPlaces } from "../places/own-places.ts"
import type { Place } from "../places/queries.ts"
import { findWorkbookPlace, findWorkbookPlaceById } from "../register-import/ground.ts"
import { findRound } from "../rounds/queries.ts"
import { checkContainer } from "../workbooks/container.ts"
import { markFaults } from "../workbooks/mark-faults.ts"
import { secretFor } from "../workbooks/secret.ts"
import { workbookRefusals } from "../workbooks/texts.ts"
import { checkReceived, checkSent, readBytes } from "./check-received.ts"
import { ReportImportPage, ReportImportsPage } from "./desk-pages.tsx"
import { deskTexts } from "./desk-texts.ts"
import { reportImportsList } from "./imports-list.ts"
import { findReportImport, listOpenRounds, listReportImports, type ReportImport } from "./queries.ts"
import { readAsked } from "./read-asked.ts"
import { applyReports, keepReceived, withdrawImported } from "./take-reports.ts"
import { writeReportWorkbook } from "./write-reports.ts"

const root = "/ban-lam-viec/bao-cao-excel"
const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const megabytes = 10
const mostShown = 50
/** More workbooks than are sent in many years. */
const mostInFile = 100_000

/** Workbooks with the reports of a place: handed out, checked, written and sent, taken back. */
export const reportWorkbooks = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_reports"))
  .use(`${root}/*`, signedIn, allowed("see_reports"))

  .get(root, async (c) => {
    const own = await listOwnPlaces(c.var.db, c.var.person, "file_report")
    const only = own.length === 1 ? own[0]! : undefined
    const label = only && placeName(only, c.var.view.locale)
    return renderImports(c, startForm(startPick("place", only && { id: only.id, label: label! })))
  })

  .route(
    "/",
    deskFiles(root, "see_reports", async (c) =>
      reportImportsList(c.var.view, await listReportImports(c.var.db, c.var.person, { limit: mostInFile })),
    ),
  )

  .post(root, allowed("file_report", "see_reports"), async (c) => {
    const { db, view, files } = c.var
    const body = await readBody(c)
    const form = checkForm(body, body.act === "form" ? placeForm : uploadForm, view.locale)
    if (!form.ok) return renderImports(c, form.state, { status: 422 })
    const round = await findOpenRound(c, form.data.round)
    const t = deskTexts[view.locale]
    if (!round) return renderImports(c, withError(form.state, "round", t.roundNeeded), { status: 422 })
    const place = await readPlace(c, form.state)
    if (!place.ok) return renderImports(c, place.state, { candidates: place.candidates, status: 422 })
    if (body.act === "form") return c.redirect(view.paths.reportWorkbook(round, place.place), 303)

    const { file } = form.data as { file: File }
    const refuse = (message: string) =>
      renderImports(c, withError(form.state, "file", message), { status: 422 })
    const content = new Uint8Array(await file.arrayBuffer())
    const container = checkContainer(content)
    if (!container.ok) return refuse(workbookRefusals[view.locale][container.refusal])
    const author = authorOf(c, "file_report", { place_id: place.place.id })
    const kept = await keepFile(db, files, { content, name: file.name, by: author })
    if (!kept.ok) return refuse(refusalTexts[view.locale][kept.refusal])
    const id = await keepReceived(db, { file: kept.file, round, place: place.place, author })
    await soon(checkReceived(db, id, await groundOf(c)))
    return c.redirect(view.paths.reportImport({ id }), 303)
  })

  .get(`${root}/bieu-mau/:round/:file{[0-9]+\\.xlsx}`, allowed("file_report", "see_reports"), async (c) => {
    const { db, view, settings } = c.var
    const [round, place] = await Promise.all([
      findOpenRound(c, c.req.param("round")),
      findWorkbookPlace(db, c.req.param("file").replace(".xlsx", ""), view.today),
    ])
    if (!round || !place) return c.notFound()
    demand(c, "file_report", { see: "see_reports", standing: { place_id: place.id } })
    const forms = await readAsked(db, round, place, view.today)
    const bytes = await writeReportWorkbook(round, place, forms, await secretFor(db, settings))
    return sendWorkbook(c, bytes, `${round.slug}-${place.slug}.xlsx`)
  })

  .get(`${root}/:id{[0-9]+}`, async (c) => {
    const { db, view, person } = c.var
    const sent = await importAsked(c)
    const check = sent.state === "checked" ? await checkSent(db, sent, await groundOf(c)) : undefined
    const keeps = may(person, "file_report", { place_id: sent.place_id })
    return renderPage(
      c,
      <ReportImportPage view={view} person={person} sent={sent} check={check} keeps={keeps} />,
    )
  })

  .post(`${root}/:id{[0-9]+}/gui`, async (c) => {
    const sent = await importKept(c)
    const author = authorOf(c, "file_report", { place_id: sent.place_id })
    await applyReports(c.var.db, sent, { ...(await groundOf(c)), author })
    return c.redirect(c.var.view.paths.reportImport(sent), 303)
  })

  .post(`${root}/:id{[0-9]+}/rut-lai`, async (c) => {
    const { db, view } = c.var
    const sent = await importKept(c)
    const author = authorOf(c, "file_report", { place_id: sent.place_id })
    await withdrawImported(db, sent, { author, today: view.today })
    return c.redirect(view.paths.reportImport(sent), 303)
  })

  .get(`${root}/:id{[0-9]+}/danh-dau.xlsx`, async (c) => {
    const sent = await importAsked(c)
    const marked = markFaults(await readBytes(c.var.files, sent.file_hash), sent.problems)
    return sendWorkbook(c, marked, `${sent.file_name.replace(/\.[^.]*$/, "")}-can-sua.xlsx`)
  })

  .get(`${root}/:id{[0-9]+}/tep-goc`, async (c) => {
    const sent = await importAsked(c)
    const file = await findServed(c.var.db, sent.file_hash)
    if (!file) return c.notFound()
    return await sendFile(c, { ...file, name: sent.file_name, isPublic: false })
  })

const roundField = (locale: Locale) => requiredText(locale, 200, deskTexts[locale].roundNeeded)
const placeForm = (locale: Locale) => z.object({ round: roundField(locale), file: z.unknown() })
const uploadForm = (locale: Locale) =>
  z.object({ round: roundField(locale), file: requiredFile(locale, { megabytes }) })

async function groundOf(c: Context<DeskEnv>) {
  const { db, view, files, settings } = c.var
  return { store: files, today: view.today, secret: await secretFor(db, settings) }
}

/** The round of an address or a form, as long as it takes reports of organisations. */
async function findOpenRound(c: Context<DeskEnv>, slug: string) {
  const { db, view } = c.var
  const round = await findRound(db, slug.replaceAll("\0", ""))
  const isOpen = round?.state === "open" && round.asked === "organisations" && round.opens_on <= view.today
  return isOpen ? round : undefined
}

async function importAsked(c: Context<DeskEnv>) {
  const id = c.req.param("id") ?? ""
  const sent = id.length < 16 ? await findReportImport(c.var.db, c.var.person, Number(id)) : undefined
  if (!sent) throw new HTTPException(404)
  return sent
}

async function importKept(c: Context<DeskEnv>): Promise<ReportImport> {
  const sent = await importAsked(c)
  demand(c, "file_report", { see: "see_reports", standing: { place_id: sent.place_id } })
  return sent
}

type PlaceRead =
  | { ok: true; place: Place }
  | { ok: false; state: FormState; candidates?: readonly Candidate[] }

async function readPlace(c: Context<DeskEnv>, form: FormState): Promise<PlaceRead> {
  const { db, view, person } = c.var
  const t = deskTexts[view.locale]
  const picked = await pickOne(c, form, "place", "place")
  if (!picked.ok) return { ok: false, state: picked.state, candidates: picked.candidates.list }
  if (!picked.record) return { ok: false, state: withError(form, "place", t.placeNeeded) }
  if (!may(person, "file_report", { place_id: picked.record.id })) {
    return { ok: false, state: withError(form, "place", t.notYours) }
  }
  return { ok: true, place: await findWorkbookPlaceById(db, picked.record.id) }
}

type Shown = { candidates?: readonly Candidate[] | undefined; status?: 200 | 422 }

async function renderImports(c: Context<DeskEnv>, form: FormState, { candidates, status = 200 }: Shown = {}) {
  const { db, view, person } = c.var
  const [rounds, own, imports] = await Promise.all([
    listOpenRounds(db, view.today),
    listOwnPlaces(db, person, "file_report"),
    listReportImports(db, person, { limit: mostShown }),
  ])
  const shown = { form, candidates, rounds, own, imports }
  return renderPage(c, <ReportImportsPage view={view} person={person} {...shown} />, { status })
}

function sendWorkbook(c: Context<DeskEnv>, bytes: Uint8Array, name: string) {
  return c.body(new Uint8Array(bytes), 200, {
    "content-type": xlsxType,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
}
