import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { formatDay } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { requiredFile } from "../../web/form-fields.ts"
import { checkForm, type FormState, readBody, readForm, startForm, withError } from "../../web/forms.ts"
import { toCsv } from "../../web/list-file.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { ReasonPage, reasonForm } from "../administration/reason-page.tsx"
import { administrationTrail } from "../administration/trail.ts"
import { readHistory } from "../changes/history.tsx"
import { recordChange } from "../changes/record-change.ts"
import { dayBefore } from "../places/days.ts"
import { placeKindName } from "../places/names.ts"
import { findHomePlace } from "../places/queries.ts"
import { reorganisationsList } from "./lists.ts"
import { ReorganisationPage, ReorganisationsPage } from "./pages.tsx"
import { planReorganisation } from "./plan-reorganisation.ts"
import { findReorganisation, type KeptReorganisation, listReorganisations } from "./queries.ts"
import { readReorganisation } from "./read-reorganisation.ts"
import type { Fault } from "./reorganisation.ts"
import {
  applyReorganisation,
  listKnownPlaces,
  sendReorganisation,
  takeBackReorganisation,
  tryReorganisation,
} from "./reorganise.ts"
import { readShipped } from "./shipped.ts"
import { faultWords, holdTexts, texts } from "./texts.ts"
import { countWaiting } from "./waiting.ts"

const root = "/ban-lam-viec/quan-tri/sap-xep-dia-ban"

/** In MB; the whole country's would be one. */
const largest = 5

/** Reorganisations of administrative units: sent, looked at, applied, taken back. */
export const reorganisations = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_administration"))
  .use(`${root}/*`, signedIn, allowed("see_administration"))

  .route(
    "/",
    deskFiles(root, "see_administration", async (c) =>
      reorganisationsList(c.var.view, await listReorganisations(c.var.db)),
    ),
  )

  .get(root, (c) => renderList(c, startForm({})))

  .post(root, allowed("administer", "see_administration"), async (c) => {
    const { db, view } = c.var
    const author = authorOf(c, "administer")
    const body = await readBody(c)
    if (body.act === "shipped") {
      const sending = await sendReorganisation(db, author, await readShipped())
      if (!sending.ok) throw new Error("The reorganisation that comes with the portal has faults.")
      return c.redirect(view.paths.reorganisation(sending), 303)
    }
    const form = checkForm(body, sendForm, view.locale)
    if (!form.ok) return renderList(c, form.state, { status: 422 })
    const { file } = form.data as { file: File }
    const sending = await sendReorganisation(db, author, {
      bytes: new Uint8Array(await file.arrayBuffer()),
      name: file.name.slice(0, 200),
    })
    if (sending.ok) return c.redirect(view.paths.reorganisation(sending), 303)
    const [first] = sending.faults
    const message = sending.faults.length === 1 ? faultWords(first!, view.locale) : texts[view.locale].refused
    return renderList(c, withError(form.state, "file", message), { faults: sending.faults, status: 422 })
  })

  .get(`${root}/vi-du.csv`, async (c) => {
    const { locale } = c.var.view
    const read = readReorganisation((await readShipped()).bytes)
    if (!read.ok) throw new Error("The reorganisation that comes with the portal has faults.")
    const { day, legal_act, units, ended } = read.reorganisation
    const heading = ["Mã mới", "Loại", "Tên mới", "Thuộc mã", "Mã cũ", "Ngày hiệu lực", "Căn cứ pháp lý"]
    const rows = units.map(({ code, kind, name, parent_code, from }, index) => [
      ...[code, placeKindName(kind, "vi"), name, parent_code, from.join(", ")],
      ...(index === 0 ? [formatDay(day, "vi"), legal_act] : [null, null]),
    ])
    const gone = ended.map(({ code }) => ["–", null, null, null, code, null, null])
    const name = locale === "vi" ? "sap-xep-vi-du.csv" : "reorganisation-example.csv"
    c.header("content-type", "text/csv; charset=utf-8; header=present")
    c.header("content-disposition", `attachment; filename="${name}"`)
    return c.body(`\uFEFF${toCsv([heading, ...rows, ...gone])}`)
  })

  .get(`${root}/:id{[0-9]+}`, async (c) => {
    const { db, view, person } = c.var
    const sent = await sentAsked(c)
    const [places, home, waiting, history] = await Promise.all([
      listKnownPlaces(db),
      findHomePlace(db),
      countWaiting(db),
      readHistory(c, [{ kind: "reorganisation", id: sent.id }]),
    ])
    const planning = planReorganisation(places, sent)
    const tried =
      planning.ok && sent.applied_at === null
        ? await tryReorganisation(db, authorOf(c, "see_administration"), sent)
        : undefined
    const lastDay = dayBefore(sent.day)
    const old = places.filter((place) => place.valid_from <= lastDay && place.valid_to >= lastDay)
    const shown = { sent, planning, waiting, old, home: home!, history }
    return renderPage(
      c,
      <ReorganisationPage
        view={view}
        person={person}
        {...shown}
        tried={tried?.ok ? tried.counts : undefined}
      />,
    )
  })

  .post(`${root}/:id{[0-9]+}/ap-dung`, allowed("administer", "see_administration"), async (c) => {
    const { db, view } = c.var
    const sent = await sentAsked(c)
    // What stands in the way is what the page shows next.
    if (sent.taken_back_at === null) await applyReorganisation(db, authorOf(c, "administer"), sent)
    return c.redirect(view.paths.reorganisation(sent), 303)
  })

  .post(`${root}/:id{[0-9]+}/bo`, allowed("administer", "see_administration"), async (c) => {
    const { db, view } = c.var
    const sent = await sentAsked(c)
    await inTransaction(db, async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom("reorganisations")
        .where("id", "=", sent.id)
        .where("applied_at", "is", null)
        .executeTakeFirst()
      if (numDeletedRows === 0n) return
      await recordChange(trx, {
        ...authorOf(c, "administer"),
        record_kind: "reorganisation",
        record_id: sent.id,
        action: "discard",
        before: { happened_on: sent.day, legal_act: sent.legal_act, name: sent.file_name },
      })
    })
    return c.redirect(view.paths.reorganisations(), 303)
  })

  .get(`${root}/:id{[0-9]+}/hoan-tac`, allowed("administer", "see_administration"), async (c) =>
    renderTakeBack(c, await sentAsked(c), startForm({})),
  )

  .post(`${root}/:id{[0-9]+}/hoan-tac`, allowed("administer", "see_administration"), async (c) => {
    const { db, view } = c.var
    const sent = await sentAsked(c)
    const form = await readForm(c, reasonForm)
    if (!form.ok) return renderTakeBack(c, sent, form.state, 422)
    const hold = await takeBackReorganisation(db, authorOf(c, "administer"), sent, form.data.reason)
    if (!hold) return c.redirect(view.paths.reorganisation(sent), 303)
    const typed = startForm({ reason: form.data.reason })
    return renderTakeBack(c, sent, withError(typed, "reason", holdTexts[view.locale][hold]), 422)
  })

const sendForm = (locale: Locale) =>
  z.object({ act: z.string(), file: requiredFile(locale, { megabytes: largest }) })

async function sentAsked(c: Context<DeskEnv>) {
  const id = c.req.param("id") ?? ""
  const sent = id.length < 16 ? await findReorganisation(c.var.db, Number(id)) : undefined
  if (!sent) throw new HTTPException(404)
  return sent
}

type Shown = { faults?: readonly Fault[]; status?: 200 | 422 }

async function renderList(c: Context<DeskEnv>, form: FormState, { faults = [], status = 200 }: Shown = {}) {
  const { db, view, person } = c.var
  const sent = await listReorganisations(db)
  const shipped = (await readShipped()).name
  const offersShipped = !sent.some((each) => each.file_name === shipped && each.taken_back_at === null)
  const shown = { sent, form, faults: faults.length > 1 ? faults : [], offersShipped }
  return renderPage(c, <ReorganisationsPage view={view} person={person} {...shown} />, { status })
}

function renderTakeBack(
  c: Context<DeskEnv>,
  sent: KeptReorganisation,
  form: FormState,
  status: 200 | 422 = 200,
) {
  const { view, person } = c.var
  const { locale, paths } = view
  const t = texts[locale]
  return renderPage(
    c,
    <ReasonPage
      view={view}
      person={person}
      title={t.takeBackTitle(formatDay(sent.day, locale))}
      lead={t.takeBackLead}
      trail={[...administrationTrail(view), { name: t.title, path: paths.reorganisations() }]}
      form={form}
      action={paths.reorganisationAct(sent, "hoan-tac")}
      submit={t.takeBack}
      back={paths.reorganisation(sent)}
    />,
    { status },
  )
}
