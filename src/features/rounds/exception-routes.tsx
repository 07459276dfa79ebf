import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { allowed, authorOf, signedIn } from "../../rights/guard.ts"
import type { Action } from "../../rights/rights.ts"
import { formatDay } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { oneOf, requiredDay, requiredNumber, requiredText } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { pickOne } from "../choosing/pick-one.ts"
import { type RoundEnv, root, roundAsked, withRound } from "./asked-round.ts"
import { excusesList, extensionsList, remindersList } from "./exception-lists.ts"
import { type Candidates, ExcusesPage, ExtensionsPage, RemindersPage } from "./exception-pages.tsx"
import { exceptionTexts } from "./exception-texts.ts"
import {
  excuse,
  excuseKinds,
  extend,
  listExcuses,
  listExtensions,
  type Refusal,
  takeBack,
  type Whom,
} from "./exceptions.ts"
import { dropReminder, listReminders, planReminder } from "./reminders.ts"

const parts = {
  mien: "keep_round",
  "gia-han": "keep_round",
  "nhac-nop": "plan_reminders",
} as const satisfies Record<string, Action>

/** Who is excused, who was given more time, and when the others are reminded. */
export const roundExceptions = new Hono<RoundEnv>()
for (const [part, right] of Object.entries(parts)) {
  roundExceptions.use(`${root}/:round/${part}`, signedIn, allowed(right, "see_reports"), withRound)
  roundExceptions.use(`${root}/:round/${part}/*`, signedIn, allowed(right, "see_reports"), withRound)
}

roundExceptions
  .get(`${root}/:round/mien`, (c) => renderExcuses(c, startForm({ kind: "excused" })))

  .post(`${root}/:round/mien`, async (c) => {
    const { db, view, round } = c.var
    const t = exceptionTexts[view.locale]
    const read = await readForm(c, excuseForm)
    if (!read.ok) return renderExcuses(c, read.state, {}, 422)
    const ofCommunes = round.asked === "communes"
    const picked = await pickOne(c, read.state, "whom", ofCommunes ? "commune" : "organisation")
    if (!picked.ok) return renderExcuses(c, picked.state, { whom: picked.candidates.list }, 422)
    if (!picked.record) {
      const needed = ofCommunes ? t.communeNeeded : t.whoNeeded
      return renderExcuses(c, withError(read.state, "whom", needed), {}, 422)
    }
    const whom = whomOf(picked.record.id, ofCommunes)
    const refused = await excuse(db, authorOf(c, "keep_round"), round, {
      ...whom,
      ...read.data,
      today: view.today,
    })
    if (refused === "closed") return renderExcuses(c, withProblem(read.state, t.closed), {}, 409)
    if (refused) return renderExcuses(c, withError(read.state, "whom", t[refusals[refused]]), {}, 422)
    return c.redirect(view.paths.deskRound(round, "mien"), 303)
  })

  .post(`${root}/:round/mien/:id{[0-9]{1,15}}`, async (c) => {
    const { db, view, round } = c.var
    await takeBack(db, authorOf(c, "keep_round"), round, { what: "excuse", id: idAsked(c) })
    return c.redirect(view.paths.deskRound(round, "mien"), 303)
  })

  .get(`${root}/:round/gia-han`, (c) => renderExtensions(c, startForm({})))

  .post(`${root}/:round/gia-han`, async (c) => {
    const { db, view, round } = c.var
    const t = exceptionTexts[view.locale]
    const read = await readForm(c, extensionForm)
    if (!read.ok) return renderExtensions(c, read.state, {}, 422)
    const organisation = await pickOne(c, read.state, "organisation", "organisation")
    if (!organisation.ok) {
      return renderExtensions(c, organisation.state, { organisation: organisation.candidates.list }, 422)
    }
    const place = await pickOne(c, read.state, "place", "place")
    if (!place.ok) return renderExtensions(c, place.state, { place: place.candidates.list }, 422)
    const [one, ...others] = [organisation.record, place.record].filter((record) => record !== null)
    if (!one || others.length > 0) {
      const field = round.asked === "organisations" ? "organisation" : "place"
      return renderExtensions(c, withError(read.state, field, t.oneNeeded), {}, 422)
    }
    if (read.data.due_on <= round.due_on) {
      const needed = t.laterNeeded(formatDay(round.due_on, view.locale))
      return renderExtensions(c, withError(read.state, "due_on", needed), {}, 422)
    }
    const whom = whomOf(one.id, place.record !== null)
    const refused = await extend(db, authorOf(c, "keep_round"), round, { ...whom, ...read.data })
    if (refused) return renderExtensions(c, withProblem(read.state, t.closed), {}, 409)
    return c.redirect(view.paths.deskRound(round, "gia-han"), 303)
  })

  .post(`${root}/:round/gia-han/:id{[0-9]{1,15}}`, async (c) => {
    const { db, view, round } = c.var
    await takeBack(db, authorOf(c, "keep_round"), round, { what: "extension", id: idAsked(c) })
    return c.redirect(view.paths.deskRound(round, "gia-han"), 303)
  })

  .get(`${root}/:round/nhac-nop`, (c) => renderReminders(c, startForm({ direction: "before" })))

  .post(`${root}/:round/nhac-nop`, async (c) => {
    const { db, view, round } = c.var
    const t = exceptionTexts[view.locale]
    const read = await readForm(c, reminderForm)
    if (!read.ok) return renderReminders(c, read.state, 422)
    const { days, direction } = read.data
    const fromDue = direction === "before" && days > 0 ? -days : days
    const planned = await planReminder(db, authorOf(c, "plan_reminders"), round, fromDue)
    if (!planned) return renderReminders(c, withError(read.state, "days", t.plannedAlready), 422)
    return c.redirect(view.paths.deskRound(round, "nhac-nop"), 303)
  })

  .post(`${root}/:round/nhac-nop/:id{[0-9]{1,15}}`, async (c) => {
    const { db, view, round } = c.var
    await dropReminder(db, authorOf(c, "plan_reminders"), round, idAsked(c))
    return c.redirect(view.paths.deskRound(round, "nhac-nop"), 303)
  })

  .route(
    "/",
    deskFiles(`${root}/:round/mien`, parts.mien, async (c) => {
      const round = await roundAsked(c)
      return excusesList(c.var.view, round, await listExcuses(c.var.db, round))
    }),
  )

  .route(
    "/",
    deskFiles(`${root}/:round/gia-han`, parts["gia-han"], async (c) => {
      const round = await roundAsked(c)
      return extensionsList(c.var.view, round, await listExtensions(c.var.db, round))
    }),
  )

  .route(
    "/",
    deskFiles(`${root}/:round/nhac-nop`, parts["nhac-nop"], async (c) => {
      const round = await roundAsked(c)
      return remindersList(c.var.view, round, await listReminders(c.var.db, round))
    }),
  )

const excuseForm = (locale: Locale) =>
  z.object({
    kind: oneOf(locale, excuseKinds),
    reason: requiredText(locale, 1000, exceptionTexts[locale].reasonNeeded),
  })

const extensionForm = (locale: Locale) =>
  z.object({
    due_on: requiredDay(locale),
    reason: requiredText(locale, 1000, exceptionTexts[locale].reasonNeeded),
  })

const reminderForm = (locale: Locale) =>
  z.object({
    days: requiredNumber(locale, undefined, { least: 0, most: 90, whole: true }),
    direction: oneOf(locale, ["before", "after"]),
  })

const refusals = {
  "not asked": "notAsked",
  reported: "hasReported",
  twice: "excusedAlready",
} as const satisfies Record<Exclude<Refusal, "closed">, string>

function whomOf(id: number, isPlace: boolean): Whom {
  return isPlace ? { organisation_id: null, place_id: id } : { organisation_id: id, place_id: null }
}

function idAsked(c: Context<RoundEnv>) {
  const id = Number(c.req.param("id"))
  if (!Number.isSafeInteger(id)) throw new HTTPException(404)
  return id
}

type Status = 200 | 409 | 422

async function renderExcuses(
  c: Context<RoundEnv>,
  form: FormState,
  candidates: Candidates = {},
  status: Status = 200,
) {
  const { db, view, person, round } = c.var
  const shown = { round, form, candidates, excuses: await listExcuses(db, round) }
  return renderPage(c, <ExcusesPage view={view} person={person} {...shown} />, { status })
}

async function renderExtensions(
  c: Context<RoundEnv>,
  form: FormState,
  candidates: Candidates = {},
  status: Status = 200,
) {
  const { db, view, person, round } = c.var
  const shown = { round, form, candidates, extensions: await listExtensions(db, round) }
  return renderPage(c, <ExtensionsPage view={view} person={person} {...shown} />, { status })
}

async function renderReminders(c: Context<RoundEnv>, form: FormState, status: Status = 200) {
  const { db, view, person, round } = c.var
  const shown = { round, form, reminders: await listReminders(db, round) }
  return renderPage(c, <RemindersPage view={view} person={person} {...shown} />, { status })
}
