import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { Confirmation } from "../../ui/confirmation/confirmation.tsx"
import { formatNumber } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { versionField } from "../../web/versions.ts"
import { readHistory } from "../changes/history.tsx"
import { findPart, type Part, type PartKind } from "./change-definition.ts"
import { ComparisonPage } from "./comparison-page.tsx"
import { countHits, listRoundsOfForm } from "./count-hits.ts"
import {
  beginForm,
  beginVersion,
  changeHead,
  changePart,
  discardVersion,
  fingerprint,
  listAskedFor,
  publishVersion,
  versionBefore,
  withdrawVersion,
} from "./keep-forms.ts"
import { FormsPage, type ListedVersion } from "./list-page.tsx"
import { fieldsList, rulesList, versionsList } from "./lists.ts"
import {
  fieldForm,
  headForm,
  newForm,
  ruleForm,
  sectionForm,
  startField,
  startHead,
  startRule,
  startSection,
} from "./part-forms.ts"
import {
  HeadPage,
  NewFormPage,
  nameOf,
  PartPage,
  tryOutButton,
  tryOutRound,
  versionTrail,
} from "./part-pages.tsx"
import { partWords, readPartWord } from "./part-words.ts"
import { type FormVersion, listFormVersions } from "./queries.ts"
import { texts } from "./texts.ts"
import { type FormFault, lostColumns, usersOf } from "./validate-definition.ts"
import { type HitsOfRound, VersionPage } from "./version-page.tsx"

const root = "/ban-lam-viec/quan-tri/mau-bao-cao"
const one = `${root}/:id{[0-9]{1,15}}`
const newPart = `${one}/them/:part{phan|truong|quy-tac}`
const part = `${one}/:part{phan|truong|quy-tac}/:code{[a-z][a-z0-9_]{0,62}}`
const administering = allowed("administer", "see_administration")

/** Rounds whose hits stand beside each rule. */
const shownRounds = 3

/** Forms of the yearly reports: fields and rules as data, version by version. */
export const reportForms = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_administration"))
  .use(`${root}/*`, signedIn, allowed("see_administration"))

  .get(root, async (c) => {
    const { view, person } = c.var
    return renderPage(c, <FormsPage view={view} person={person} versions={await listVersions(c)} />)
  })

  .route(
    "/",
    deskFiles(root, "see_administration", async (c) => versionsList(c.var.view, await listVersions(c))),
  )

  .get(one, async (c) => renderVersion(c, await versionAsked(c)))

  .route(
    "/",
    deskFiles(`${one}/truong`, "see_administration", async (c) =>
      fieldsList(c.var.view, (await versionAsked(c)).version),
    ),
  )

  .route(
    "/",
    deskFiles(`${one}/quy-tac`, "see_administration", async (c) => {
      const { version } = await versionAsked(c)
      return rulesList(c.var.view, version, await readHits(c, version))
    }),
  )

  .get(`${one}/so-sanh`, async (c) => {
    const { view, person } = c.var
    const { version, others } = await versionAsked(c)
    const other = others.find(({ id }) => String(id) === c.req.query("voi"))
    if (!other) throw new HTTPException(404)
    return renderPage(c, <ComparisonPage view={view} person={person} version={version} other={other} />)
  })

  .get(`${one}/phien-ban`, administering, async (c) => {
    const { version } = await versionAsked(c)
    return renderHead(c, version, startHead(version), { isNew: true })
  })

  .post(`${one}/phien-ban`, administering, async (c) => {
    const { db, view } = c.var
    const { version } = await versionAsked(c)
    const read = await readForm(c, headForm)
    if (!read.ok) return renderHead(c, version, read.state, { isNew: true, status: 422 })
    const id = await beginVersion(db, authorOf(c, "administer"), version, read.data)
    return c.redirect(view.paths.reportForm({ id }), 303)
  })

  .get(`${one}/mau-moi`, administering, async (c) => {
    const { version } = await versionAsked(c)
    return renderNewForm(c, version, startHead(version))
  })

  .post(`${one}/mau-moi`, administering, async (c) => {
    const { db, view } = c.var
    const { version } = await versionAsked(c)
    const read = await readForm(c, newForm)
    if (!read.ok) return renderNewForm(c, version, read.state, 422)
    const id = await beginForm(db, authorOf(c, "administer"), version, read.data)
    if (id === undefined) {
      return renderNewForm(c, version, withError(read.state, "code", texts[view.locale].formCodeTaken), 422)
    }
    return c.redirect(view.paths.reportForm({ id }), 303)
  })

  .get(`${one}/thong-tin`, administering, async (c) => {
    const { version } = await draftAsked(c)
    return renderHead(c, version, startHead(version))
  })

  .post(`${one}/thong-tin`, administering, async (c) => {
    const { db, view } = c.var
    const t = texts[view.locale]
    const { version } = await draftAsked(c)
    const read = await readForm(c, headForm)
    if (!read.ok) return renderHead(c, version, read.state, { status: 422 })
    const opened = { id: version.id, version: Number(read.state.values[versionField]?.[0]) }
    const kept = await changeHead(db, authorOf(c, "administer"), opened, read.data)
    if (kept === "moved on") {
      const state = withProblem(seenNow(read.state, String(version.version)), t.moved)
      return renderHead(c, version, state, { status: 409 })
    }
    if (kept === "in use") return refuse(c)
    return c.redirect(view.paths.reportForm(version), 303)
  })

  .post(`${one}/ban-hanh`, administering, async (c) => {
    const { db, view } = c.var
    const asked = await versionAsked(c)
    const read = await readForm(c, () => z.object({ [versionField]: z.coerce.number().int() }))
    if (!read.ok) throw new HTTPException(400)
    const opened = { id: asked.version.id, version: read.data[versionField]! }
    const done = await publishVersion(db, authorOf(c, "administer"), opened)
    if (done === "published") return c.redirect(view.paths.reportForm(asked.version), 303)
    if (done === "in use") return refuse(c)
    if (done === "moved on") {
      return renderVersion(c, asked, { problem: texts[view.locale].movedVersion, status: 409 })
    }
    return renderVersion(c, asked, { faults: done, status: 422 })
  })

  .post(`${one}/rut-ve`, administering, async (c) => {
    const { db, view } = c.var
    const { version } = await versionAsked(c)
    const done = await withdrawVersion(db, authorOf(c, "administer"), version.id)
    return done === "in use" ? refuse(c) : c.redirect(view.paths.reportForm(version), 303)
  })

  .get(`${one}/xoa`, administering, async (c) => {
    const { version } = await draftAsked(c)
    const t = texts[c.var.view.locale]
    return renderQuestion(c, version, {
      title: t.discard,
      lead: t.discardLead,
      action: c.var.view.paths.reportFormDiscard(version),
    })
  })

  .post(`${one}/xoa`, administering, async (c) => {
    const { db, view } = c.var
    const { version } = await versionAsked(c)
    const done = await discardVersion(db, authorOf(c, "administer"), version.id)
    return done === "in use" ? refuse(c) : c.redirect(view.paths.reportForms(), 303)
  })

  .get(newPart, administering, async (c) => {
    const { version } = await draftAsked(c)
    return renderPart(c, version, { kind: partKind(c), form: startForm(newPartValues(c)) })
  })

  .post(newPart, administering, async (c) => {
    const { view } = c.var
    const { version } = await draftAsked(c)
    const kind = partKind(c)
    const read = await readPart(c, kind, version)
    if (!read.ok) return renderPart(c, version, { kind, form: read.state, status: 422 })
    if (triesOut(read.state)) return renderTried(c, version, { kind, form: read.state }, read.data)
    const taken = () =>
      renderPart(c, version, {
        kind,
        form: withError(read.state, "code", texts[view.locale].codeTaken),
        status: 422,
      })
    const change = { kind, code: read.data.code, do: "add", part: read.data } as const
    const kept = await changePart(c.var.db, authorOf(c, "administer"), version.id, change)
    if (kept === "moved on") return taken()
    if (kept === "in use") return refuse(c)
    return c.redirect(placeOf(c, version, kind, read.data.code), 303)
  })

  .get(part, administering, async (c) => {
    const { version, kind, found } = await partAsked(c)
    return renderPart(c, version, { kind, part: found, form: startPart(found) })
  })

  .post(part, administering, async (c) => {
    const { view } = c.var
    const { version, kind, found } = await partAsked(c)
    const read = await readPart(c, kind, version)
    if (!read.ok) return renderPart(c, version, { kind, part: found, form: read.state, status: 422 })
    const changed = { ...read.data, code: found.code } as Part
    if (triesOut(read.state)) return renderTried(c, version, { kind, part: found, form: read.state }, changed)
    const seen = read.state.values[versionField]?.[0] ?? ""
    const change = { kind, code: found.code, do: "change", part: changed } as const
    const kept = await changePart(c.var.db, authorOf(c, "administer"), version.id, change, seen)
    if (kept === "moved on") {
      const form = withProblem(seenNow(read.state, fingerprint(found)), texts[view.locale].moved)
      return renderPart(c, version, { kind, part: found, form, status: 409 })
    }
    if (kept === "in use") return refuse(c)
    return c.redirect(placeOf(c, version, kind, found.code), 303)
  })

  .post(`${part}/vi-tri`, administering, async (c) => {
    const { version, kind, found } = await partAsked(c)
    const read = await readForm(c, () => z.object({ huong: z.enum(["len", "xuong"]) }))
    if (!read.ok) throw new HTTPException(400)
    const direction = read.data.huong === "len" ? "up" : "down"
    const change = { kind, code: found.code, do: "move", direction } as const
    const kept = await changePart(c.var.db, authorOf(c, "administer"), version.id, change)
    return kept === "in use" ? refuse(c) : c.redirect(placeOf(c, version, kind, found.code), 303)
  })

  .get(`${part}/bo`, administering, async (c) => {
    const { locale, paths } = c.var.view
    const t = texts[locale]
    const { version, kind, found } = await partAsked(c)
    const titles = { section: t.removeSection, field: t.removeField, rule: t.removeRule }
    return renderQuestion(c, version, {
      title: titles[kind],
      lead: [nameOf(found, locale), kind === "field" && usedWords(version, found.code, locale)]
        .filter(Boolean)
        .join(". "),
      action: paths.reportFormPartRemoval(version, partWords[kind], found),
    })
  })

  .post(`${part}/bo`, administering, async (c) => {
    const { version, kind, found } = await partAsked(c)
    const change = { kind, code: found.code, do: "remove" } as const
    const kept = await changePart(c.var.db, authorOf(c, "administer"), version.id, change)
    return kept === "in use" ? refuse(c) : c.redirect(c.var.view.paths.reportForm(version), 303)
  })

// What is asked for

/** Every version with what follows from the others and from the rounds. */
async function listVersions(c: Context<DeskEnv>): Promise<ListedVersion[]> {
  const { db } = c.var
  const [versions, asked] = await Promise.all([listFormVersions(db), listAskedFor(db)])
  return versions.map((version) => ({
    ...version,
    replaced_by: versions
      .filter(
        ({ form_id, number, first_year, published_at }) =>
          form_id === version.form_id &&
          published_at &&
          (first_year > version.first_year ||
            (first_year === version.first_year && number > version.number)) &&
          first_year <= (version.last_year ?? first_year),
      )
      .sort((one, other) => one.first_year - other.first_year || other.number - one.number)[0],
    is_asked: asked.has(version.id),
  }))
}

type Asked = { version: ListedVersion; others: ListedVersion[] }

async function versionAsked(c: Context<DeskEnv>): Promise<Asked> {
  const versions = await listVersions(c)
  const version = versions.find(({ id }) => String(id) === c.req.param("id"))
  if (!version) throw new HTTPException(404)
  return {
    version,
    others: versions.filter(({ form_id, id }) => form_id === version.form_id && id !== version.id),
  }
}

/** A version that may be changed; one in use has no such pages. */
async function draftAsked(c: Context<DeskEnv>) {
  const asked = await versionAsked(c)
  if (asked.version.published_at) throw new HTTPException(404)
  return asked
}

function partKind(c: Context<DeskEnv>) {
  return readPartWord(c.req.param("part"))!
}

async function partAsked(c: Context<DeskEnv>) {
  const { version } = await draftAsked(c)
  const kind = partKind(c)
  const found = findPart(version.definition, kind, c.req.param("code") ?? "")
  if (!found) throw new HTTPException(404)
  return { version, kind, found: found as Part }
}

async function readHits(c: Context<DeskEnv>, version: FormVersion): Promise<HitsOfRound[]> {
  const { db } = c.var
  const rounds = (await listRoundsOfForm(db, version.form_id)).slice(0, shownRounds)
  const found: HitsOfRound[] = []
  for (const round of rounds) {
    found.push({ round, hits: await countHits(db, version.definition, { round, formId: version.form_id }) })
  }
  return found
}

/** A new field begins in the section it was asked for in, a new rule as a warning. */
function newPartValues(c: Context<DeskEnv>) {
  return { section: c.req.query("phan"), severity: "warning" }
}

function readPart(c: Context<DeskEnv>, kind: PartKind, version: FormVersion) {
  if (kind === "section") return readForm<Part, DeskEnv>(c, sectionForm)
  if (kind === "field") return readForm<Part, DeskEnv>(c, fieldForm)
  return readForm<Part, DeskEnv>(c, ruleForm(version.definition))
}

function startPart(part: Part) {
  if ("test" in part) return startRule(part)
  return "source" in part ? startField(part) : startSection(part)
}

/** Totals and rules that a field would be missing in. */
function usedWords({ definition }: FormVersion, code: string, locale: Locale) {
  const { totals, rules } = usersOf(code, definition)
  const users = [...totals.map(({ label }) => label[locale]), ...rules.map((rule) => rule.code)]
  return users.length > 0 && texts[locale].usedBy(users.join(", "))
}

function triesOut(form: FormState) {
  return form.values[tryOutButton.name]?.[0] === tryOutButton.value
}

/** Sent again, it takes the place of what it was told of. */
function seenNow(form: FormState, seen: string): FormState {
  return { ...form, values: { ...form.values, [versionField]: [seen] } }
}

/** Where a part stands on the page of its version. */
function placeOf(c: Context<DeskEnv>, version: FormVersion, kind: PartKind, code: string) {
  return `${c.var.view.paths.reportForm(version)}#${partWords[kind]}-${code}`
}

// What is answered

type VersionAnswer = { faults?: readonly FormFault[]; problem?: string; status?: 200 | 409 | 422 }

async function renderVersion(
  c: Context<DeskEnv>,
  { version, others }: Asked,
  { faults, problem, status = 200 }: VersionAnswer = {},
) {
  const { view, person } = c.var
  const [hits, history] = await Promise.all([
    readHits(c, version),
    readHistory(c, [{ kind: "report_form", id: version.id }]),
  ])
  const before = versionBefore(version, others)
  return renderPage(
    c,
    <VersionPage
      view={view}
      person={person}
      version={version}
      others={others}
      hits={hits}
      history={history}
      faults={faults}
      problem={problem}
      lost={lostColumns(version.definition, before?.definition)}
    />,
    { status },
  )
}

/** The version is in use, or a round asked for it meanwhile. */
async function refuse(c: Context<DeskEnv>) {
  const problem = texts[c.var.view.locale].inUse
  return renderVersion(c, await versionAsked(c), { problem, status: 409 })
}

function renderHead(
  c: Context<DeskEnv>,
  version: FormVersion,
  form: FormState,
  { isNew = false, status = 200 }: { isNew?: boolean; status?: 200 | 409 | 422 } = {},
) {
  const { view, person } = c.var
  return renderPage(c, <HeadPage view={view} person={person} version={version} form={form} isNew={isNew} />, {
    status,
  })
}

function renderNewForm(c: Context<DeskEnv>, version: FormVersion, form: FormState, status: 200 | 422 = 200) {
  const { view, person } = c.var
  return renderPage(c, <NewFormPage view={view} person={person} version={version} form={form} />, { status })
}

type PartAnswer = {
  kind: PartKind
  part?: Part
  form: FormState
  tried?: string
  status?: 200 | 409 | 422
}

async function renderPart(c: Context<DeskEnv>, version: FormVersion, answer: PartAnswer) {
  const { view, person, db } = c.var
  const { kind, part, form, tried, status = 200 } = answer
  const rounds = kind === "rule" ? await listRoundsOfForm(db, version.form_id) : []
  const seen = form.values[versionField]?.[0] ?? (part && fingerprint(part))
  return renderPage(
    c,
    <PartPage
      view={view}
      person={person}
      version={version}
      kind={kind}
      part={part}
      form={form}
      rounds={rounds}
      tried={tried}
      seen={seen}
    />,
    { status },
  )
}

/** What a rule would catch in the round that was chosen; nothing is kept. */
async function renderTried(c: Context<DeskEnv>, version: FormVersion, answer: PartAnswer, rule: Part) {
  const { db, view } = c.var
  const rounds = await listRoundsOfForm(db, version.form_id)
  const round = rounds.find(({ id }) => String(id) === answer.form.values[tryOutRound]?.[0])
  if (!round || !("test" in rule)) throw new HTTPException(400)
  const definition = { ...version.definition, rules: [rule] }
  const hits = await countHits(db, definition, { round, formId: version.form_id })
  const number = (value: number) => formatNumber(value, view.locale)
  const tried = texts[view.locale].tried(round.name, number(hits.get(rule.code)!), number(round.filings))
  return renderPart(c, version, { ...answer, tried })
}

type Question = { title: string; lead: string; action: string }

function renderQuestion(c: Context<DeskEnv>, version: FormVersion, { title, lead, action }: Question) {
  const { view, person } = c.var
  return renderPage(
    c,
    <DeskLayout view={view} person={person} title={title} trail={versionTrail(view, version)}>
      <div class="page-heading">
        <h1>{title}</h1>
      </div>
      <Confirmation locale={view.locale} action={action} act={title} back={view.paths.reportForm(version)}>
        <p>{lead}</p>
      </Confirmation>
    </DeskLayout>,
  )
}
