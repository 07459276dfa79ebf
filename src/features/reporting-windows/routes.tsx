import { isDeepStrictEqual } from "node:util"
import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { type FormState, readForm, startForm, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { versionField } from "../../web/versions.ts"
import { reasonForm } from "../administration/reason-page.tsx"
import { readHistory } from "../changes/history.tsx"
import { faultOf, type KeptWindow, withCorrected, withNew } from "./calendar.ts"
import { readEffects } from "./effects.tsx"
import {
  findUndoable,
  keepCalendar,
  listKeptWindows,
  readCalendarVersion,
  type UndoableChange,
  undoChange,
} from "./keep-windows.ts"
import { windowsList } from "./lists.ts"
import {
  EndWindowPage,
  NewWindowPage,
  PreviewPage,
  stepField,
  UndoPage,
  WindowPage,
  WindowsPage,
} from "./pages.tsx"
import { texts } from "./texts.ts"
import { endForm, startWindow, windowForm, withFault } from "./window-form.ts"

const root = "/ban-lam-viec/quan-tri/thoi-han-bao-cao"
const one = `${root}/:year{[0-9]{4}}`
const keeps = allowed("administer", "see_administration")

/** When yearly reports are due and what their data is of, kept by an administrator. */
export const reportingWindows = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_administration"))
  .use(`${root}/*`, signedIn, allowed("see_administration"))

  .get(root, async (c) => {
    const { db, view, person } = c.var
    const page = (
      <WindowsPage
        view={view}
        person={person}
        windows={await listKeptWindows(db)}
        undoable={await findUndoable(db)}
        history={await readHistory(c, [{ kind: "reporting_window" }])}
      />
    )
    return renderPage(c, page)
  })

  .route(
    "/",
    deskFiles(root, "see_administration", async (c) =>
      windowsList(c.var.view, await listKeptWindows(c.var.db)),
    ),
  )

  .get(`${root}/moi`, keeps, (c) => renderNew(c, startForm({ due_year: "0" })))

  .post(`${root}/moi`, keeps, async (c) => {
    const { db, view } = c.var
    const read = await readForm(c, windowForm)
    const refuse = (form: FormState, status: 200 | 409 | 422 = 422) => renderNew(c, form, status)
    if (!read.ok) return refuse(read.state)
    const before = await listKeptWindows(db)
    const after = withNew(before, read.data.window)
    const fault = faultOf(after, before, read.data)
    if (fault) return refuse(withFault(read.state, fault, view.locale))
    const { reason } = read.data
    const path = view.paths.newReportingWindow()
    return await settle(c, read.state, { action: "add", reason, before, after, path, refuse })
  })

  .get(one, keeps, async (c) => {
    const { window } = await windowAsked(c)
    return renderWindow(c, window, startWindow(window))
  })

  .post(one, keeps, async (c) => {
    const { view } = c.var
    const { window, all: before } = await windowAsked(c)
    const read = await readForm(c, windowForm)
    const refuse = (form: FormState, status: 200 | 409 | 422 = 422) => renderWindow(c, window, form, status)
    if (!read.ok) return refuse(read.state)
    const after = withCorrected(before, window, read.data.window, read.data)
    const fault = faultOf(after, before, read.data)
    if (fault) return refuse(withFault(read.state, fault, view.locale))
    const { reason } = read.data
    const path = view.paths.reportingWindow(window.first_year)
    return await settle(c, read.state, { action: "correct", reason, before, after, path, refuse })
  })

  .get(`${one}/ket-thuc`, keeps, async (c) => renderEnd(c, (await openWindowAsked(c)).window, startForm()))

  .post(`${one}/ket-thuc`, keeps, async (c) => {
    const { view } = c.var
    const { window, all: before } = await openWindowAsked(c)
    const read = await readForm(c, endForm(window))
    const refuse = (form: FormState, status: 200 | 409 | 422 = 422) => renderEnd(c, window, form, status)
    if (!read.ok) return refuse(read.state)
    const { last_year, reason } = read.data
    const after = before.map((each) => (each === window ? { ...each, last_year } : each))
    const path = view.paths.reportingWindowEnd(window.first_year)
    return await settle(c, read.state, { action: "end", reason, before, after, path, refuse })
  })

  .get(`${root}/hoan-tac/:id{[0-9]{1,15}}`, keeps, async (c) =>
    renderUndo(c, await undoableAsked(c), startForm()),
  )

  .post(`${root}/hoan-tac/:id{[0-9]{1,15}}`, keeps, async (c) => {
    const { db, view } = c.var
    const change = await undoableAsked(c)
    const read = await readForm(c, reasonForm)
    if (!read.ok) return renderUndo(c, change, read.state, 422)
    const undone = await undoChange(db, authorOf(c, "administer"), change.id, read.data.reason)
    if (undone === "moved on")
      return renderUndo(c, change, withProblem(read.state, texts[view.locale].moved), 409)
    return c.redirect(view.paths.reportingWindows(), 303)
  })

type Asked = {
  action: "add" | "correct" | "end"
  reason: string
  before: readonly KeptWindow[]
  after: readonly KeptWindow[]
  /** Where the form is sent. */
  path: string
  refuse: (form: FormState, status?: 200 | 409 | 422) => Response | Promise<Response>
}

/** Says first what follows; saves once that was seen, or goes back to the form with all that was typed. */
async function settle(
  c: Context<DeskEnv>,
  form: FormState,
  { action, reason, before, after, path, refuse }: Asked,
) {
  const { db, view, person } = c.var
  const t = texts[view.locale]
  const { [stepField]: step, ...values } = form.values
  const typed = { ...form, values }
  const version = await readCalendarVersion(db)
  if (Number(values[versionField]?.[0]) !== version) {
    const current = { ...values, [versionField]: [String(version)] }
    return refuse(withProblem({ ...typed, values: current }, t.moved), 409)
  }
  if (step?.[0] === "sua") return refuse(typed, 200)
  if (isDeepStrictEqual(before, after)) return refuse(withProblem(typed, t.nothingChanges))
  if (step?.[0] === "luu") {
    const seen = { version, windows: before }
    const kept = await keepCalendar(db, authorOf(c, "administer"), seen, after, { action, reason })
    if (kept === "moved on") return refuse(withProblem(typed, t.moved), 409)
    return c.redirect(view.paths.reportingWindows(), 303)
  }
  const effects = await readEffects(db, before, after, view.today)
  const page = <PreviewPage view={view} person={person} form={typed} action={path} effects={effects} />
  return renderPage(c, page)
}

async function windowAsked(c: Context<DeskEnv>) {
  const all = await listKeptWindows(c.var.db)
  const window = all.find(({ first_year }) => first_year === Number(c.req.param("year")))
  if (!window) throw new HTTPException(404)
  return { window, all }
}

/** One that has an end already is corrected rather than ended. */
async function openWindowAsked(c: Context<DeskEnv>) {
  const asked = await windowAsked(c)
  if (asked.window.last_year !== null) throw new HTTPException(404)
  return asked
}

async function undoableAsked(c: Context<DeskEnv>) {
  const change = await findUndoable(c.var.db)
  if (change?.id !== Number(c.req.param("id"))) throw new HTTPException(404)
  return change
}

async function renderNew(c: Context<DeskEnv>, form: FormState, status: 200 | 409 | 422 = 200) {
  const { db, view, person } = c.var
  const version = await readCalendarVersion(db)
  return renderPage(c, <NewWindowPage view={view} person={person} form={form} version={version} />, {
    status,
  })
}

async function renderWindow(
  c: Context<DeskEnv>,
  window: KeptWindow,
  form: FormState,
  status: 200 | 409 | 422 = 200,
) {
  const { db, view, person } = c.var
  const version = await readCalendarVersion(db)
  const page = <WindowPage view={view} person={person} window={window} form={form} version={version} />
  return renderPage(c, page, { status })
}

async function renderEnd(
  c: Context<DeskEnv>,
  window: KeptWindow,
  form: FormState,
  status: 200 | 409 | 422 = 200,
) {
  const { db, view, person } = c.var
  const version = await readCalendarVersion(db)
  const page = <EndWindowPage view={view} person={person} window={window} form={form} version={version} />
  return renderPage(c, page, { status })
}

async function renderUndo(
  c: Context<DeskEnv>,
  change: UndoableChange,
  form: FormState,
  status: 200 | 409 | 422 = 200,
) {
  const { db, view, person } = c.var
  const effects = await readEffects(db, await listKeptWindows(db), change.windows_before, view.today)
  const page = <UndoPage view={view} person={person} change={change} form={form} effects={effects} />
  return renderPage(c, page, { status })
}
