import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { type FormState, readForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { readHistory } from "../changes/history.tsx"
import { findMeasure, getMeasure } from "../measures/catalogue.ts"
import { findHomePlace, findPlaceById, listUnits, type Place } from "../places/queries.ts"
import { entryFactor } from "./entry-unit.ts"
import {
  faultOf,
  firstYear,
  lastYear,
  newFigureForm,
  replacementForm,
  startFigure,
  startReplacement,
} from "./figure-form.ts"
import {
  type EnteredFigure,
  enteredKinds,
  findEntered,
  listEnteredFor,
  readEntered,
  recordEntered,
} from "./figures.ts"
import { figuresList } from "./lists.ts"
import { readOutcomes } from "./outcomes.ts"
import { FigurePage, FiguresPage, NewFigurePage } from "./pages.tsx"
import { rowsOf } from "./table.ts"
import { texts } from "./texts.ts"

const root = "/ban-lam-viec/uoc-thuc-hien"

/** Estimates and planned figures, put down by hand and kept with their reasons. */
export const enteredFigures = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_official_reports"))
  .use(`${root}/*`, signedIn, allowed("see_official_reports"))

  .get(root, async (c) => {
    const { view, person } = c.var
    return renderPage(c, <FiguresPage view={view} person={person} {...(await readFigures(c))} />)
  })

  .route(
    "/",
    deskFiles(root, "see_official_reports", async (c) => figuresList(c.var.view, await readFigures(c))),
  )

  .get(`${root}/moi`, allowed("write_official_report", "see_official_reports"), async (c) => {
    const { place, year, places } = await readAsked(c)
    const measure = findMeasure(c.req.query("chi-tieu") ?? "")?.code
    const kind = enteredKinds.find((each) => each === c.req.query("loai"))
    const form = startFigure({ place: place.slug, year, ...(measure && { measure }), ...(kind && { kind }) })
    return renderNew(c, form, places)
  })

  .post(root, allowed("write_official_report", "see_official_reports"), async (c) => {
    const { db, view } = c.var
    const t = texts[view.locale]
    const places = await listPlaces(c)
    const read = await readForm(c, newFigureForm)
    if (!read.ok) return renderNew(c, read.state, places, 422)
    const { place: slug, value: written, basis, document_number, ...subject } = read.data
    const place = places.find((each) => each.slug === slug)
    if (!place) return renderNew(c, withError(read.state, "place", t.unknownPlace), places, 422)
    const fault = faultOf(subject.measure, written, view.locale)
    if (fault) return renderNew(c, withError(read.state, "value", fault), places, 422)
    const value = written * entryFactor(getMeasure(subject.measure).unit)
    const id = await recordEntered(
      db,
      authorOf(c, "write_official_report"),
      { ...subject, place_id: place.id },
      { value, basis, document_number },
    )
    if (id === undefined) return renderNew(c, withError(read.state, "measure", t.exists), places, 422)
    return c.redirect(view.paths.enteredFigures({ nam: String(subject.year), "dia-ban": slug }), 303)
  })

  .get(`${root}/:id{[0-9]{1,15}}`, async (c) => {
    const figure = await figureAsked(c)
    return renderFigure(c, figure, startReplacement(figure))
  })

  .post(`${root}/:id{[0-9]{1,15}}`, allowed("write_official_report", "see_official_reports"), async (c) => {
    const { db, view } = c.var
    const figure = await figureAsked(c)
    const read = await readForm(c, replacementForm)
    if (!read.ok) return renderFigure(c, figure, read.state, 422)
    const { value: written, ...words } = read.data
    const fault = written === null ? undefined : faultOf(figure.measure, written, view.locale)
    if (fault) return renderFigure(c, figure, withError(read.state, "value", fault), 422)
    const { kind, measure, place_id, year, period, sector } = figure
    const id = await recordEntered(
      db,
      authorOf(c, "write_official_report"),
      { kind, measure, place_id, year, period, sector },
      { ...words, value: written === null ? null : written * entryFactor(getMeasure(measure).unit) },
      figure,
    )
    if (id === undefined)
      return renderFigure(c, figure, withProblem(read.state, texts[view.locale].moved), 409)
    return c.redirect(view.paths.enteredFigure({ id }), 303)
  })

/** The portal's place and the units in it: those that figures are put down for. */
async function listPlaces(c: Context<DeskEnv>): Promise<Place[]> {
  const { db, view } = c.var
  const home = await findHomePlace(db)
  if (!home) throw new HTTPException(404)
  const levels = home.level === "nation" ? (["province"] as const) : (["commune"] as const)
  const units = await listUnits(db, { within: home, day: view.today, levels })
  return [home, ...units.filter(({ id }) => id !== home.id)]
}

async function readAsked(c: Context<DeskEnv>) {
  const places = await listPlaces(c)
  const place = places.find(({ slug }) => slug === c.req.query("dia-ban")) ?? places[0]!
  const asked = Number(c.req.query("nam"))
  const isYear = Number.isInteger(asked) && asked >= firstYear && asked <= lastYear
  return { place, places, year: isYear ? asked : Number(c.var.view.today.slice(0, 4)) }
}

async function readFigures(c: Context<DeskEnv>) {
  const { db, view } = c.var
  const asked = await readAsked(c)
  const rows = rowsOf(await readEntered(db, { year: asked.year, placeId: asked.place.id }))
  const outcomes = await readOutcomes(
    db,
    rows.map(({ subject }) => subject),
    view.today,
  )
  return { ...asked, rows: rows.map((row, index) => ({ ...row, outcome: outcomes[index] })) }
}

async function figureAsked(c: Context<DeskEnv>) {
  const figure = await findEntered(c.var.db, Number(c.req.param("id")))
  if (!figure) throw new HTTPException(404)
  return figure
}

function renderNew(c: Context<DeskEnv>, form: FormState, places: readonly Place[], status: 200 | 422 = 200) {
  const { view, person } = c.var
  return renderPage(c, <NewFigurePage view={view} person={person} form={form} places={places} />, { status })
}

async function renderFigure(
  c: Context<DeskEnv>,
  figure: EnteredFigure,
  form: FormState,
  status: 200 | 409 | 422 = 200,
) {
  const { db, view, person } = c.var
  const versions = await listEnteredFor(db, figure)
  const [place, [outcome], history] = await Promise.all([
    findPlaceById(db, figure.place_id),
    readOutcomes(db, [figure], view.today),
    readHistory(
      c,
      versions.map(({ id }) => ({ kind: "estimate" as const, id })),
    ),
  ])
  return renderPage(
    c,
    <FigurePage
      view={view}
      person={person}
      figure={figure}
      place={place!}
      versions={versions}
      outcome={outcome}
      form={form}
      history={history}
    />,
    { status },
  )
}
