import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { sql } from "kysely"
import { z } from "zod"
import { type Database, inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, demand, signedIn } from "../../rights/guard.ts"
import { may } from "../../rights/rights.ts"
import type { Locale } from "../../ui/language.ts"
import { requiredFile } from "../../web/form-fields.ts"
import { checkForm, type FormState, readBody, startForm, withError } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { soon } from "../../web/soon.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { pickOne, startPick } from "../choosing/pick-one.ts"
import { keepFile } from "../files/keep-file.ts"
import { findServed, type KeptFile, useFiles } from "../files/queries.ts"
import { sendFile } from "../files/send-file.ts"
import { refusalTexts } from "../files/texts.ts"
import { placeName } from "../places/names.ts"
import { listOwnPlaces } from "../places/own-places.ts"
import type { Place } from "../places/queries.ts"
import { secretFor } from "../workbooks/secret.ts"
import { workbookRefusals } from "../workbooks/texts.ts"
import { checkApart, formApart, importApart, markApart } from "./apart.ts"
import { findLaterTouch, withdrawImport } from "./apply-plan.ts"
import type { Check } from "./check-import.ts"
import { ImportPage, ImportsPage } from "./desk-pages.tsx"
import { findImport, listImports, type SentImport } from "./desk-queries.ts"
import { deskTexts } from "./desk-texts.ts"
import { findWorkbookPlace, findWorkbookPlaceById } from "./ground.ts"
import { type ImportAnswer, importOf, outcomeOf, planOf, problemOf } from "./import-workbook.ts"
import { importsList } from "./imports-list.ts"
import { readRegisterVersion } from "./kept-plans.ts"
import { forgetMapping, keepMapping, type MappingFault, readMapping } from "./mappings.ts"
import type { OnProgress } from "./progress.ts"
import { beginWork, begun, followWork, noteCheck, noteRefusal, startWork } from "./work.ts"

const root = "/ban-lam-viec/nhap-excel"
const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

const nothing = { new: 0, changed: 0, unchanged: 0, refused: 0 }

/** More workbooks than are sent in many years. */
const mostInFile = 100_000

/** Workbooks of the register: handed out, checked, written, undone. */
export const registerImports = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_organisations"))
  .use(`${root}/*`, signedIn, allowed("see_organisations"))

  .get(root, async (c) => {
    const own = await listOwnPlaces(c.var.db, c.var.person, "keep_organisation")
    const only = own.length === 1 ? own[0]! : undefined
    const label = only && placeName(only, c.var.view.locale)
    return renderImports(c, startForm(startPick("place", only && { id: only.id, label: label! })))
  })

  .route(
    "/",
    deskFiles(root, "see_organisations", async (c) =>
      importsList(c.var.view, await listImports(c.var.db, c.var.person, { limit: mostInFile })),
    ),
  )

  .post(root, allowed("keep_organisation", "see_organisations"), async (c) => {
    const { db, view, files, settings } = c.var
    const body = await readBody(c)
    const form = checkForm(body, body.act === "form" ? placeForm : uploadForm, view.locale)
    if (!form.ok) return renderImports(c, form.state, { status: 422 })
    const place = await readPlace(c, form.state)
    if (!place.ok) return renderImports(c, place.state, { candidates: place.candidates, status: 422 })
    if (body.act === "form") return c.redirect(view.paths.registerForm(place.place), 303)

    const { file } = form.data as { file: File }
    const refuse = (message: string) =>
      renderImports(c, withError(form.state, "file", message), { status: 422 })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const request = { bytes, place: place.place, day: view.today, secret: await secretFor(db, settings) }
    const checking = startWork((onProgress) => checkApart(db, settings, request, onProgress))
    const check = await soon(checking.result)
    if (check?.outcome === "unreadable") return refuse(workbookRefusals[view.locale][check.refusal])
    if (check && check.outcome !== "planned" && check.outcome !== "unmapped")
      return refuse(problemOf(check).message)

    const author = authorOf(c, "keep_organisation", { place_id: place.place.id })
    const kept = await keepFile(db, files, { content: bytes, name: file.name, by: author })
    if (!kept.ok) return refuse(refusalTexts[view.locale][kept.refusal])
    const id = await keepSent(db, author, { file: kept.file, place: place.place, check })
    if (!check) followWork(db, id, checking, (done) => noteCheck(db, author, id, done))
    return c.redirect(view.paths.registerImport({ id }), 303)
  })

  .get(
    `${root}/bieu-mau/:file{[0-9]+\\.xlsx}`,
    allowed("keep_organisation", "see_organisations"),
    async (c) => {
      const { db, view, settings } = c.var
      const place = await findWorkbookPlace(db, c.req.param("file").replace(".xlsx", ""), view.today)
      if (!place) return c.notFound()
      demand(c, "keep_organisation", { see: "see_organisations", standing: { place_id: place.id } })
      const bytes = await formApart(db, settings, {
        place,
        day: view.today,
        secret: await secretFor(db, settings),
      })
      return sendWorkbook(c, bytes, `so-dang-ky-${place.slug}.xlsx`)
    },
  )

  .get(`${root}/:id{[0-9]+}`, async (c) => {
    const sent = await importAsked(c)
    return await renderImport(c, sent)
  })

  .post(`${root}/:id{[0-9]+}/ghi-so`, async (c) => {
    const { db, view, settings } = c.var
    const sent = await importKept(c)
    // Nothing of a sheet is written before somebody said how its columns are to be read.
    if (sent.state !== "checked" || !sent.is_mapped || sent.is_at_work)
      return c.redirect(view.paths.registerImport(sent), 303)
    const author = authorOf(c, "keep_organisation", { place_id: sent.place_id })
    const request = {
      bytes: await bytesOf(c, sent),
      name: sent.file_name,
      place: await findWorkbookPlaceById(db, sent.place_id),
      day: view.today,
      secret: await secretFor(db, settings),
      author,
      dryRun: false,
      importId: sent.id,
    }
    // Pressed twice, or by two: what one has begun is what both see.
    if (await beginWork(db, sent.id, "write")) {
      const work = startWork((onProgress) => importApart(db, settings, request, onProgress))
      const finish = async (answer: ImportAnswer) => {
        if (!answer.receipt) await noteRefusal(db, author, sent.id, answer)
      }
      await soon(followWork(db, sent.id, work, finish))
    }
    return c.redirect(view.paths.registerImport(sent), 303)
  })

  .post(`${root}/:id{[0-9]+}/kiem-tra`, async (c) => {
    const { db, view } = c.var
    const sent = await importKept(c)
    if (sent.state === "received" && (await beginWork(db, sent.id, "check"))) {
      const author = authorOf(c, "keep_organisation", { place_id: sent.place_id })
      const work = startWork((onProgress) => checkSent(c, sent, onProgress))
      await soon(followWork(db, sent.id, work, (check) => noteCheck(db, author, sent.id, check)))
    }
    return c.redirect(view.paths.registerImport(sent), 303)
  })

  .post(`${root}/:id{[0-9]+}/cot`, async (c) => {
    const { db, view } = c.var
    const sent = await importKept(c)
    if (!sent.columns || (sent.state !== "checked" && sent.state !== "refused")) {
      return c.redirect(view.paths.registerImport(sent), 303)
    }
    const body = await readBody(c)
    const author = authorOf(c, "keep_organisation", { place_id: sent.place_id })
    if (body.act === "forget") {
      await forgetMapping(db, author, sent, sent.columns)
      return c.redirect(view.paths.registerImport(sent), 303)
    }
    const chosen = readMapping(sent.columns, body)
    if (!chosen.ok) return await renderImport(c, sent, { mapping: chosen.mapping, fault: chosen.fault })
    await keepMapping(db, author, sent, { columns: sent.columns, headings: chosen.headings })
    await noteCheck(db, author, sent.id, await checkSent(c, sent))
    return c.redirect(view.paths.registerImport(sent), 303)
  })

  .post(`${root}/:id{[0-9]+}/hoan-tac`, async (c) => {
    const { db, view } = c.var
    const sent = await importKept(c)
    const author = authorOf(c, "keep_organisation", { place_id: sent.place_id })
    await inTransaction(db, async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext('register import'))`.execute(trx)
      // The page says who touched its records since.
      if (await findLaterTouch(trx, sent.id)) return
      const { numUpdatedRows } = await trx
        .updateTable("imports")
        .set({ state: "undone", undone_at: sql<Date>`now()`, undone_by: author.actor })
        .where("id", "=", sent.id)
        .where("state", "=", "applied")
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return
      const count = await withdrawImport(trx, author, sent.id)
      await recordChange(trx, {
        ...author,
        record_kind: "register_import",
        record_id: sent.id,
        action: "undo",
        before: { records: count },
      })
    })
    return c.redirect(view.paths.registerImport(sent), 303)
  })

  .get(`${root}/:id{[0-9]+}/danh-dau.xlsx`, async (c) => {
    const sent = await importAsked(c)
    const name = `${sent.file_name.replace(/\.[^.]*$/, "")}-can-sua.xlsx`
    const { db, settings } = c.var
    const marked = await markApart(db, settings, {
      bytes: await bytesOf(c, sent),
      problems: sent.problems,
    })
    return sendWorkbook(c, marked, name)
  })

  .get(`${root}/:id{[0-9]+}/tep-goc`, async (c) => {
    const sent = await importAsked(c)
    const file = await findServed(c.var.db, sent.file_hash)
    if (!file) return c.notFound()
    return await sendFile(c, { ...file, name: sent.file_name, isPublic: false })
  })

const placeForm = (_: Locale) => z.object({ file: z.unknown() })
const uploadForm = (locale: Locale) => z.object({ file: requiredFile(locale, { megabytes: 50 }) })

async function importAsked(c: Context<DeskEnv>) {
  const id = c.req.param("id") ?? ""
  const sent = id.length < 16 ? await findImport(c.var.db, c.var.person, Number(id)) : undefined
  if (!sent) throw new HTTPException(404)
  return sent
}

async function importKept(c: Context<DeskEnv>) {
  const sent = await importAsked(c)
  demand(c, "keep_organisation", { see: "see_organisations", standing: { place_id: sent.place_id } })
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
  if (!may(person, "keep_organisation", { place_id: picked.record.id })) {
    return { ok: false, state: withError(form, "place", t.notYours) }
  }
  return { ok: true, place: await findWorkbookPlaceById(db, picked.record.id) }
}

async function bytesOf(c: Context<DeskEnv>, sent: SentImport) {
  const stream = await c.var.files.read(sent.file_hash)
  if (!stream) throw new Error(`The file ${sent.file_hash} is recorded and not in the store.`)
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
}

/** A workbook that was sent before, checked against the register of now. */
async function checkSent(c: Context<DeskEnv>, sent: SentImport, onProgress?: OnProgress) {
  const { db, settings, view } = c.var
  const request = {
    bytes: await bytesOf(c, sent),
    place: await findWorkbookPlaceById(db, sent.place_id),
    day: view.today,
    secret: await secretFor(db, settings),
  }
  return await checkApart(db, settings, request, onProgress)
}

type NewlySent = { file: KeptFile; place: Place; check: Check | undefined }

/** Keeps that a workbook was sent, and what checking it came to; without that, that it is being checked. */
function keepSent(db: Database, author: Author, { file, place, check }: NewlySent) {
  return inTransaction(db, async (trx) => {
    const outcome = check && outcomeOf(check)
    const { id } = await trx
      .insertInto("imports")
      .values({
        ...importOf({ file, place, author, isOwnForm: false }),
        ...(outcome ?? { state: "received", counts: JSON.stringify(nothing), ...begun("check") }),
      })
      .returning("id")
      .executeTakeFirstOrThrow()
    await useFiles(trx, { kind: "register_import", id }, { files: [file.id], public_from: null })
    await recordChange(trx, {
      ...author,
      record_kind: "register_import",
      record_id: id,
      action: "send",
      after: { place_id: place.id, name: file.name, ...(outcome && JSON.parse(outcome.counts)) },
    })
    return id
  })
}

type Shown = { candidates?: readonly Candidate[] | undefined; status?: 200 | 422 }

async function renderImports(c: Context<DeskEnv>, form: FormState, { candidates, status = 200 }: Shown = {}) {
  const { db, view, person } = c.var
  const [own, imports] = await Promise.all([
    listOwnPlaces(db, person, "keep_organisation"),
    listImports(db, person),
  ])
  const shown = { form, candidates, own, imports }
  return renderPage(c, <ImportsPage view={view} person={person} {...shown} />, { status })
}

type Asked = { mapping?: Record<string, string>; fault?: MappingFault }

async function renderImport(c: Context<DeskEnv>, sent: SentImport, { mapping, fault }: Asked = {}) {
  const { db, view, person } = c.var
  const page = (
    <ImportPage
      view={view}
      person={person}
      sent={sent}
      rows={sent.state === "checked" && !sent.is_at_work ? await preview(c, sent) : []}
      touched={sent.state === "applied" ? await findLaterTouch(db, sent.id) : undefined}
      keeps={may(person, "keep_organisation", { place_id: sent.place_id })}
      mapping={mapping}
      mappingFault={fault}
    />
  )
  return renderPage(c, page, { status: fault ? 422 : 200 })
}

/** What would be written, worked out again where the register is not the one it was worked out for. */
async function preview(c: Context<DeskEnv>, sent: SentImport) {
  const { db, view } = c.var
  if (sent.preview && sent.plan_version === (await readRegisterVersion(db, view.today))) return sent.preview
  const check = await checkSent(c, sent)
  if (check.outcome !== "planned") return []
  if (check.kept) {
    await db
      .updateTable("imports")
      .set(planOf(check.plan, check.kept))
      .where("id", "=", sent.id)
      .where("state", "=", "checked")
      .execute()
  }
  return check.plan.rows
}

function sendWorkbook(c: Context<DeskEnv>, bytes: Uint8Array, name: string) {
  return c.body(new Uint8Array(bytes), 200, {
    "content-type": xlsxType,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
}
