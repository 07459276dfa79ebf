import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import type { Database } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import {
  type FormSchema,
  type FormState,
  readForm,
  startForm,
  withError,
  withProblem,
} from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { versionField } from "../../web/versions.ts"
import { readHistory } from "../changes/history.tsx"
import { checkCriterion, checkItem, checkScheme, type Finding } from "./check-scheme.ts"
import { type Criterion, type RatingGroup, type RatingItem, ratingClasses } from "./definition.ts"
import { unitOf } from "./figures.ts"
import {
  classesForm,
  criterionForm,
  criterionInParts,
  factsForm,
  findCriterion,
  findGroup,
  findItem,
  groupForm,
  itemForm,
  itemFrom,
  newSchemeForm,
  startClasses,
  startCriterion,
  startFacts,
  startGroup,
  startItem,
  withCriterion,
  withGroup,
  withItem,
  withoutGroup,
  yearForm,
} from "./scheme-form.ts"
import { criteriaList, schemesList } from "./scheme-lists.ts"
import { ClassesPage, FactsPage, NewSchemePage, SchemePage, SchemesPage } from "./scheme-pages.tsx"
import { CriterionPage, GroupPage, ItemPage } from "./scheme-part-pages.tsx"
import { schemeTexts as texts } from "./scheme-texts.ts"
import { faultWords } from "./scheme-words.ts"
import {
  addScheme,
  addVersion,
  changeScheme,
  chooseScheme,
  findScheme,
  type KeptScheme,
  listRatingYears,
  listSchemes,
  publishScheme,
  type SchemeChange,
} from "./schemes.ts"
import { type AskedTrial, narrowed, TrialPage, trialList } from "./trial-page.tsx"
import { listTrialYears, outcomes, runTrial } from "./trial-sheets.ts"

const root = "/ban-lam-viec/quan-tri/bo-tieu-chi"
const one = `${root}/:id{[0-9]{1,15}}`
const keeps = allowed("administer", "see_administration")
const code = "{[A-Za-z0-9]{1,8}}"

/** Rating schemes, kept by an administrator: versions, their criteria and scales, and the scheme of each year. */
export const ratingSchemes = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_administration"))
  .use(`${root}/*`, signedIn, allowed("see_administration"))

  .get(root, (c) => renderSchemes(c, startForm()))

  .route(
    "/",
    deskFiles(root, "see_administration", async (c) => schemesList(c.var.view, await listSchemes(c.var.db))),
  )

  .get(`${root}/moi`, keeps, (c) => renderNew(c, startForm()))

  .post(root, keeps, async (c) => {
    const { db, view } = c.var
    const read = await readForm(c, newSchemeForm)
    if (!read.ok) return renderNew(c, read.state, 422)
    const { from, ...facts } = read.data
    const source = await findScheme(db, from)
    if (!source) return renderNew(c, read.state, 422)
    const id = await addScheme(db, authorOf(c, "administer"), facts, source)
    if (id === undefined)
      return renderNew(c, withError(read.state, "code", texts[view.locale].codeTaken), 422)
    return c.redirect(view.paths.ratingScheme({ id }), 303)
  })

  .post(`${root}/nam`, keeps, async (c) => {
    const { db, view } = c.var
    const read = await readForm(c, yearForm)
    if (!read.ok) return renderSchemes(c, read.state, 422)
    const { year, scheme, reason } = read.data
    const chosen = await chooseScheme(db, authorOf(c, "administer"), { year, scheme_id: scheme, reason })
    if (!chosen) return renderSchemes(c, withError(read.state, "scheme", texts[view.locale].notChosen), 422)
    return c.redirect(view.paths.ratingSchemes(), 303)
  })

  .get(one, async (c) => renderScheme(c, await schemeAsked(c), startForm()))

  .route(
    "/",
    deskFiles(`${one}/tieu-chi`, "see_administration", async (c) => {
      const scheme = await findScheme(c.var.db, Number(c.req.param("id")))
      return scheme && criteriaList(c.var.view, scheme)
    }),
  )

  .get(`${one}/chay-thu`, async (c) => {
    const { db, view, person } = c.var
    const [scheme, years] = await Promise.all([schemeAsked(c), listTrialYears(db)])
    const asked = readAskedTrial(c, years)
    const run = await runSound(db, scheme, asked.year)
    return renderPage(c, <TrialPage {...{ view, person, scheme, asked, years, run }} />)
  })

  .route(
    "/",
    deskFiles(`${one}/chay-thu`, "see_administration", async (c) => {
      const { db, view } = c.var
      const scheme = await findScheme(db, Number(c.req.param("id")))
      if (!scheme) return undefined
      const asked = readAskedTrial(c, await listTrialYears(db))
      const run = await runSound(db, scheme, asked.year)
      return trialList(view, scheme, asked, narrowed(run?.tried ?? [], asked))
    }),
  )

  .post(`${one}/phien-ban-moi`, keeps, async (c) => {
    const { db, view } = c.var
    const made = await addVersion(db, authorOf(c, "administer"), await schemeAsked(c))
    return c.redirect(view.paths.ratingScheme(made), 303)
  })

  .post(`${one}/ap-dung`, keeps, async (c) => {
    const { db, view } = c.var
    const t = texts[view.locale]
    const scheme = await schemeAsked(c)
    const state = await versionTyped(c)
    const published = await publishScheme(db, authorOf(c, "administer"), { id: scheme.id, ...state })
    if (published === "published") return c.redirect(view.paths.ratingScheme(scheme), 303)
    if (published === "moved on") return renderScheme(c, scheme, withProblem(startForm(), t.moved), 409)
    if (published === "faulty") return renderScheme(c, scheme, withProblem(startForm(), t.faulty), 422)
    const problem = t.takes(published.takes.join(", "))
    return renderScheme(c, scheme, withProblem(startForm(), problem), 422)
  })

  .get(`${one}/sua`, keeps, async (c) => {
    const scheme = await draftAsked(c)
    return renderFacts(c, scheme, startFacts(scheme))
  })

  .post(`${one}/sua`, keeps, async (c) => {
    const scheme = await draftAsked(c)
    return keep(c, scheme, factsForm, {
      render: (form, status) => renderFacts(c, scheme, form, status),
      change: (facts) => facts,
    })
  })

  .get(`${one}/loai`, keeps, async (c) => {
    const scheme = await draftAsked(c)
    return renderClasses(c, scheme, startClasses(scheme))
  })

  .post(`${one}/loai`, keeps, async (c) => {
    const scheme = await draftAsked(c)
    return keep(c, scheme, classesForm, {
      render: (form, status) => renderClasses(c, scheme, form, status),
      change: (points) => ({
        classes: Object.entries(points).map(([name, lowest_points]) => ({
          class: name as KeptScheme["classes"][number]["class"],
          lowest_points,
        })),
      }),
      faults: (change) =>
        checkScheme({ ...scheme, ...change }).faults.filter(({ kind }) => kind.startsWith("class_")),
      field: (fault) => ("class" in fault ? fault.class : "good"),
    })
  })

  .get(`${one}/nhom/:group${code}`, keeps, async (c) => {
    const scheme = await draftAsked(c)
    const group = groupAsked(c, scheme)
    return renderGroup(c, scheme, group, startGroup(group))
  })

  .post(`${one}/nhom/:group${code}`, keeps, async (c) => {
    const scheme = await draftAsked(c)
    const group = groupAsked(c, scheme)
    return keep(c, scheme, groupForm, {
      render: (form, status) => renderGroup(c, scheme, group, form, status),
      change: (typed) => ({ definition: withGroup(scheme.definition, group?.code, typed) }),
      // What does not add up yet is said on the scheme's page; a number given twice could not be told apart.
      faults: (change) =>
        checkScheme({ ...scheme, ...change }).faults.filter(({ kind }) => kind === "code_twice"),
    })
  })

  .post(`${one}/nhom/:group${code}/viec-bo`, keeps, async (c) => {
    const { db, view } = c.var
    const scheme = await draftAsked(c)
    const group = groupAsked(c, scheme)
    if (!group) throw new HTTPException(404)
    const opened = { id: scheme.id, ...(await versionTyped(c)) }
    const definition = withoutGroup(scheme.definition, group.code)
    const kept = await changeScheme(db, authorOf(c, "administer"), opened, { definition })
    if (kept !== "kept")
      return renderScheme(c, scheme, withProblem(startForm(), texts[view.locale].moved), 409)
    return c.redirect(view.paths.ratingScheme(scheme), 303)
  })

  .get(`${one}/tieu-chi/:criterion${code}`, keeps, async (c) => {
    const scheme = await draftAsked(c)
    const criterion = partAsked(findCriterion(scheme.definition, c.req.param("criterion")))
    return renderCriterion(c, scheme, criterion, startCriterion(criterion))
  })

  .post(`${one}/tieu-chi/:criterion${code}`, keeps, async (c) => {
    const scheme = await draftAsked(c)
    const criterion = partAsked(findCriterion(scheme.definition, c.req.param("criterion")))
    return keep(c, scheme, criterionForm, {
      render: (form, status) => renderCriterion(c, scheme, criterion, form, status),
      change: (rows) => ({ definition: withCriterion(scheme.definition, criterionInParts(criterion, rows)) }),
      faults: (change) => [
        ...checkScheme({ ...scheme, ...change }).faults.filter(({ kind }) => kind === "code_twice"),
        ...checkCriterion(findCriterion(change.definition!, criterion.code)!).filter(
          ({ kind }) => kind === "items_sum" || kind === "items_leave_nothing",
        ),
      ],
    })
  })

  .get(`${one}/muc/:item${code}`, keeps, async (c) => {
    const scheme = await draftAsked(c)
    const item = partAsked(findItem(scheme.definition, c.req.param("item")))
    return renderItem(c, scheme, item, startItem(item))
  })

  .post(`${one}/muc/:item${code}`, keeps, async (c) => {
    const scheme = await draftAsked(c)
    const item = partAsked(findItem(scheme.definition, c.req.param("item")))
    return keep(c, scheme, itemForm, {
      render: (form, status) => renderItem(c, scheme, item, form, status),
      change: (typed) => ({ definition: withItem(scheme.definition, itemFrom(item, typed)) }),
      faults: (change) => checkItem(findItem(change.definition!, item.code)!),
      field: (fault) =>
        fault.kind === "no_figure" ? "scored_by" : fault.kind === "choices_few" ? "answer.0" : "row_points.0",
      unit: (change) => findItem(change.definition!, item.code)!.scored_by,
    })
  })

type Status = 200 | 409 | 422

type Keeping<Typed> = {
  render: (form: FormState, status: Status) => Response | Promise<Response>
  change: (typed: Typed) => SchemeChange
  /** What is wrong with it by itself: that is not kept. */
  faults?: (change: SchemeChange) => Finding[]
  field?: (fault: Finding) => string
  unit?: (change: SchemeChange) => Parameters<typeof unitOf>[0] | null
}

/** Reads a form of a draft, and keeps what it says unless it is wrong by itself or somebody was quicker. */
async function keep<Typed>(
  c: Context<DeskEnv>,
  scheme: KeptScheme,
  schema: FormSchema<Typed>,
  { render, change, faults = () => [], field, unit }: Keeping<Typed>,
) {
  const { db, view } = c.var
  const t = texts[view.locale]
  const read = await readForm(c, schema)
  if (!read.ok) return render(read.state, 422)
  const changed = change(read.data)
  const figure = unit?.(changed)
  const found = faults(changed)
  if (found.length > 0) {
    const words = found.map((fault) => ({
      name: field?.(fault),
      message: faultWords(fault, view.locale, figure ? unitOf(figure) : undefined),
    }))
    const all = words.map(({ message }) => message).join(" ")
    const [first] = words
    const state = first?.name ? withError(read.state, first.name, all) : withProblem(read.state, all)
    return render(state, 422)
  }
  const opened = { id: scheme.id, version: Number(read.state.values[versionField]?.[0]) }
  const kept = await changeScheme(db, authorOf(c, "administer"), opened, changed)
  if (kept === "moved on") return render(withProblem(read.state, t.moved), 409)
  if (kept === "published") return render(withProblem(read.state, t.isPublished), 409)
  return c.redirect(view.paths.ratingScheme(scheme), 303)
}

/** A scheme that does not add up yet gives nothing to go by. */
async function runSound(db: Database, scheme: KeptScheme, year: number | undefined) {
  if (year === undefined || checkScheme(scheme).faults.length > 0) return undefined
  return await runTrial(db, scheme, year)
}

/** The latest year with sheets where none is asked for. */
function readAskedTrial(c: Context<DeskEnv>, years: readonly number[]): AskedTrial {
  const year = Number(c.req.query("nam"))
  return {
    year: years.includes(year) ? year : years[0],
    from: ratingClasses.find((each) => each === c.req.query("tu")),
    to: outcomes.find((each) => each === c.req.query("sang")),
    all: c.req.query("tat-ca") === "1",
    page: readPage(c.req.query("trang")),
  }
}

async function schemeAsked(c: Context<DeskEnv>) {
  const scheme = await findScheme(c.var.db, Number(c.req.param("id")))
  if (!scheme) throw new HTTPException(404)
  return scheme
}

/** Of one in use there is nothing to change. */
async function draftAsked(c: Context<DeskEnv>) {
  const scheme = await schemeAsked(c)
  if (scheme.published_at) throw new HTTPException(404)
  return scheme
}

function groupAsked(c: Context<DeskEnv>, scheme: KeptScheme) {
  const asked = c.req.param("group") ?? ""
  return asked === "moi" ? undefined : partAsked(findGroup(scheme.definition, asked))
}

function partAsked<Part>(part: Part | undefined) {
  if (!part) throw new HTTPException(404)
  return part
}

async function versionTyped(c: Context<DeskEnv>) {
  const body = await c.req.parseBody()
  return { version: Number(body[versionField]) }
}

async function renderSchemes(c: Context<DeskEnv>, form: FormState, status: Status = 200) {
  const { db, view, person } = c.var
  const [schemes, years] = await Promise.all([
    listSchemes(db),
    listRatingYears(db, Number(view.today.slice(0, 4))),
  ])
  const page = <SchemesPage view={view} person={person} schemes={schemes} years={years} form={form} />
  return renderPage(c, page, { status })
}

async function renderNew(c: Context<DeskEnv>, form: FormState, status: Status = 200) {
  const { db, view, person } = c.var
  const page = <NewSchemePage view={view} person={person} form={form} schemes={await listSchemes(db)} />
  return renderPage(c, page, { status })
}

async function renderScheme(c: Context<DeskEnv>, scheme: KeptScheme, form: FormState, status: Status = 200) {
  const { db, view, person } = c.var
  const [from, history] = await Promise.all([
    scheme.made_from_id ? findScheme(db, scheme.made_from_id) : undefined,
    readHistory(c, [{ kind: "rating_scheme", id: scheme.id }]),
  ])
  const shown = { scheme, from, form, history }
  return renderPage(c, <SchemePage view={view} person={person} {...shown} />, { status })
}

function renderFacts(c: Context<DeskEnv>, scheme: KeptScheme, form: FormState, status: Status = 200) {
  const { view, person } = c.var
  return renderPage(c, <FactsPage view={view} person={person} scheme={scheme} form={form} />, { status })
}

function renderClasses(c: Context<DeskEnv>, scheme: KeptScheme, form: FormState, status: Status = 200) {
  const { view, person } = c.var
  return renderPage(c, <ClassesPage view={view} person={person} scheme={scheme} form={form} />, { status })
}

function renderGroup(
  c: Context<DeskEnv>,
  scheme: KeptScheme,
  group: RatingGroup | undefined,
  form: FormState,
  status: Status = 200,
) {
  const { view, person } = c.var
  const page = <GroupPage view={view} person={person} scheme={scheme} group={group} form={form} />
  return renderPage(c, page, { status })
}

function renderCriterion(
  c: Context<DeskEnv>,
  scheme: KeptScheme,
  criterion: Criterion,
  form: FormState,
  status: Status = 200,
) {
  const { view, person } = c.var
  const page = <CriterionPage view={view} person={person} scheme={scheme} criterion={criterion} form={form} />
  return renderPage(c, page, { status })
}

function renderItem(
  c: Context<DeskEnv>,
  scheme: KeptScheme,
  item: RatingItem,
  form: FormState,
  status: Status = 200,
) {
  const { view, person } = c.var
  const page = <ItemPage view={view} person={person} scheme={scheme} item={item} form={form} />
  return renderPage(c, page, { status })
}
