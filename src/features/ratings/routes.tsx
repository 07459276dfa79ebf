import { type Context, Hono } from "hono"
import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import { inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, demand, signedIn } from "../../rights/guard.ts"
import { type Action, may } from "../../rights/rights.ts"
import { formatDay } from "../../ui/format.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import { versionField } from "../../web/versions.ts"
import { readHistory } from "../changes/history.tsx"
import { type OfferedDraft, openForm } from "../drafts/open-form.ts"
import { dropDraft } from "../drafts/queries.ts"
import { keepFile } from "../files/keep-file.ts"
import { findFile } from "../files/queries.ts"
import { sendFile } from "../files/send-file.ts"
import { refusalTexts } from "../files/texts.ts"
import { draftKey, FillPage } from "./fill-page.tsx"
import { AcceptPage, AnswerPage, CheckPage, ObjectionPage, ReviewPage } from "./office-pages.tsx"
import { readPrintFacts } from "./print-facts.ts"
import { SheetPrintPage } from "./print-page.tsx"
import { RankPage } from "./rank-page.tsx"
import { keepRank, listRanks } from "./ranks.ts"
import { officeOf, readSheet, type SheetRecord, sentBefore } from "./read-sheet.ts"
import { type Answers, scoreSheet } from "./scoring.ts"
import {
  acceptForm,
  answerForm,
  checkForm,
  fieldOf,
  objectionForm,
  rankForm,
  returnForm,
  sheetForm,
  startCheck,
  startSheet,
} from "./sheet-form.ts"
import { SheetPage, scoreFaults } from "./sheet-page.tsx"
import { type SheetAct, stateAfter } from "./sheet-states.ts"
import { sheetTexts as texts } from "./sheet-texts.ts"
import {
  acceptSheet,
  answerObjection,
  findRated,
  judge,
  objectTo,
  type Rated,
  ratingKey,
  recordCheck,
  returnSheet,
  reviewSheet,
  type SheetOutcome,
  saveSheet,
  submitSheet,
} from "./sheets.ts"

const one = "/ban-lam-viec/xep-loai/:slug/:year{[0-9]{4}}"

type RatedEnv = DeskEnv & { Variables: DeskEnv["Variables"] & { rated: Rated; year: number } }
type SheetEnv = RatedEnv & { Variables: RatedEnv["Variables"] & { record: SheetRecord } }

/** An organisation that the person may see the reports of, and a year that can be. */
const withRated = createMiddleware<RatedEnv>(async (c, next) => {
  const year = Number(c.req.param("year"))
  const rated = await findRated(c.var.db, c.var.person, c.req.param("slug") ?? "")
  if (!rated || rated.kind === "cooperative_group" || year < 1990 || year > 2100) throw new HTTPException(404)
  c.set("rated", rated)
  c.set("year", year)
  await next()
})

/** A cooperative's or a union's year: credit funds have no sheets. */
const withSheet = createMiddleware<SheetEnv>(async (c, next) => {
  const { db, rated, year } = c.var
  const record = rated.kind === "credit_fund" ? undefined : await readSheet(db, rated, year)
  if (!record) throw new HTTPException(404)
  c.set("record", record)
  await next()
})

/** The sheet is there and stands so that this can be done with it, by whoever may. */
function ready(action: Action, act: SheetAct) {
  return createMiddleware<SheetEnv>(async (c, next) => {
    const { rated, record } = c.var
    demand(c, action, { see: "see_reports", standing: rated.standing })
    if (!record.sheet || record.sheet.revision === 0 || !stateAfter(record.sheet, act))
      throw new HTTPException(404)
    await next()
  })
}

/** Scoring sheets: scored by organisations, checked by their control boards, taken in by the registration body. */
export const ratings = new Hono<SheetEnv>()
  .use(one, signedIn, allowed("see_reports"), withRated)
  .use(`${one}/*`, signedIn, allowed("see_reports"), withRated)
  .use(`${one}/:part{kiem-soat|gui|tiep-nhan|tra-lai|cham-lai|khieu-nai|tra-loi|ban-in}`, withSheet)
  .use(`${one}/tep/:file`, withSheet)

  .get(one, async (c) => {
    const { rated } = c.var
    if (rated.kind === "credit_fund") return renderRank(c)
    const record = await recordAsked(c)
    c.set("record", record)
    if (!mayWrite(c)) return renderSheet(c)
    const start = startSheet(record.scheme.definition, record.sheet?.answers ?? {})
    const { form, draft } = await openForm(c, draftKey(record), start)
    return renderFill(c, form, { draft })
  })

  .post(one, async (c) => {
    const { db, view, rated, year, person } = c.var
    const t = texts[view.locale]
    demand(c, "file_report", { see: "see_reports", standing: rated.standing })
    const record = rated.kind === "credit_fund" ? undefined : await recordAsked(c)
    if (!record || record.notRated) throw new HTTPException(404)
    c.set("record", record)
    const { scheme, reported, sheet } = record
    const read = await readForm(c, sheetForm(scheme.definition, reported.figures))
    if (!read.ok) return renderFill(c, read.state, { status: 422 })
    const { answers, files, dropped } = read.data
    const above = scoreSheet(scheme, answers, reported.figures).above
    if (above.length > 0) {
      const [problem] = scoreFaults(
        { ...scoreSheet(scheme, answers, reported.figures), open: [] },
        view.locale,
      )
      return renderFill(c, withProblem(read.state, problem!), { status: 422 })
    }
    const kept = await keepEvidence(c, read.state, { answers, files, dropped })
    if (!kept.ok) return renderFill(c, kept.state, { status: 422 })

    const author = authorOf(c, "file_report", rated.standing)
    const version = versionIn(read.state)
    const outcome = await inTransaction(db, async (trx) => {
      const saved = await saveSheet(trx, author, {
        rated,
        year,
        scheme,
        answers: kept.answers,
        figures: reported.figures,
        version,
      })
      if (saved === "done") await dropDraft(trx, { userId: person.id, ...draftKey(record) })
      return saved
    })
    if (outcome === "done") return c.redirect(view.paths.ratingSheet(rated, year), 303)
    const problem = outcome === "moved on" ? t.moved : t.notNow
    return sheet && !mayWrite(c)
      ? renderSheet(c, 409)
      : renderFill(c, withProblem(read.state, problem), { status: 409 })
  })

  .get(`${one}/kiem-soat`, ready("file_report", "check"), (c) =>
    isComplete(c.var.record) ? renderCheck(c, startCheck(c.var.view.today)) : c.notFound(),
  )

  .post(`${one}/kiem-soat`, ready("file_report", "check"), async (c) => {
    const { view, record } = c.var
    if (!isComplete(record)) return c.notFound()
    const read = await readForm(c, checkForm(view.today))
    if (!read.ok) return renderCheck(c, read.state, 422)
    const { result, ...check } = read.data
    return act(c, "file_report", read.state, {
      do: (trx, author, given) => recordCheck(trx, author, given, { ...check, agrees: result === "agrees" }),
      refuse: (form) => renderCheck(c, form, 409),
    })
  })

  .post(`${one}/gui`, ready("file_report", "submit"), async (c) => {
    const { view, record } = c.var
    const t = texts[view.locale]
    const sheet = record.sheet!
    const body = await c.req.parseBody()
    const state = startForm({ [versionField]: String(body[versionField] ?? "") })
    const now = judge(record.scheme, sheet.answers, record.reported.figures)
    const refuse = (form: FormState) => renderFill(c, form, { status: 409 })
    if (now.points !== sheet.points || now.open.length > 0)
      return refuse(withProblem(filled(c), t.figuresMoved))
    return act(c, "file_report", state, {
      do: submitSheet,
      refuse: (form) => refuse({ ...filled(c), ...(form.problem && { problem: form.problem }) }),
    })
  })

  .get(`${one}/tiep-nhan`, ready("check_report", "accept"), (c) => renderAccept(c, {}))

  .post(`${one}/tiep-nhan`, ready("check_report", "accept"), async (c) => {
    const { record } = c.var
    if (record.notRated) return c.notFound()
    const read = await readForm(c, acceptForm(officeOf(record) !== undefined))
    if (!read.ok) return renderAccept(c, { acceptForm: read.state }, 422)
    return act(c, "check_report", read.state, {
      do: (trx, author, given) => acceptSheet(trx, author, given, read.data),
      refuse: (form) => renderAccept(c, { acceptForm: form }, 409),
    })
  })

  .post(`${one}/tra-lai`, ready("check_report", "return"), async (c) => {
    const read = await readForm(c, returnForm(c.var.record.scheme.definition))
    if (!read.ok) return renderAccept(c, { returnForm: read.state }, 422)
    return act(c, "check_report", read.state, {
      do: (trx, author, given) => returnSheet(trx, author, given, read.data),
      refuse: (form) => renderAccept(c, { returnForm: form }, 409),
    })
  })

  .get(`${one}/cham-lai`, ready("check_report", "review"), (c) => {
    const { record } = c.var
    const answers = officeOf(record)?.answers ?? record.sheet!.answers
    return renderReview(c, startSheet(record.scheme.definition, answers))
  })

  .post(`${one}/cham-lai`, ready("check_report", "review"), async (c) => {
    const { view, record } = c.var
    const { scheme, sheet } = record
    const read = await readForm(c, sheetForm(scheme.definition, sheet!.figures))
    if (!read.ok) return renderReview(c, read.state, 422)
    const { answers } = read.data
    const faults = scoreFaults(scoreSheet(scheme, answers, sheet!.figures), view.locale)
    if (faults.length > 0) return renderReview(c, withProblem(read.state, faults.join(" ")), 422)
    return act(c, "check_report", read.state, {
      do: (trx, author, given) => reviewSheet(trx, author, given, { scheme, answers }),
      refuse: (form) => renderReview(c, form, 409),
    })
  })

  .get(`${one}/khieu-nai`, ready("file_report", "object"), (c) =>
    renderObjection(c, startCheck(c.var.view.today)),
  )

  .post(`${one}/khieu-nai`, ready("file_report", "object"), async (c) => {
    const read = await readForm(c, objectionForm(c.var.view.today))
    if (!read.ok) return renderObjection(c, read.state, 422)
    return act(c, "file_report", read.state, {
      do: (trx, author, given) => objectTo(trx, author, given, read.data),
      refuse: (form) => renderObjection(c, form, 409),
    })
  })

  .get(`${one}/tra-loi`, ready("check_report", "answer"), (c) =>
    renderAnswer(c, startCheck(c.var.view.today)),
  )

  .post(`${one}/tra-loi`, ready("check_report", "answer"), async (c) => {
    const { view } = c.var
    const t = texts[view.locale]
    const read = await readForm(c, answerForm(view.today))
    if (!read.ok) return renderAnswer(c, read.state, 422)
    return act(c, "check_report", read.state, {
      do: (trx, author, given) => answerObjection(trx, author, given, read.data),
      refuse: (form, outcome) =>
        outcome === "not now" && read.data.outcome === "corrected"
          ? renderAnswer(c, withError(read.state, "outcome", t.scoreFirst), 422)
          : renderAnswer(c, form, 409),
    })
  })

  .get(`${one}/ban-in`, async (c) => {
    const { db, record } = c.var
    if (!record.sheet) return c.notFound()
    const facts = await readPrintFacts(db, record, c.var.view.locale)
    return renderPage(c, <SheetPrintPage view={c.var.view} record={record} facts={facts} />)
  })

  .get(`${one}/tep/:file{[0-9]{1,15}}`, async (c) => {
    const { db, record } = c.var
    const used = record.files.get(Number(c.req.param("file")))
    const file = used && (await findFile(db, used.hash))
    return file ? await sendFile(c, { ...file, isPublic: false }) : c.notFound()
  })

  .post(`${one}/xep-hang`, async (c) => {
    const { db, view, rated, year } = c.var
    demand(c, "check_report", { see: "see_reports", standing: rated.standing })
    if (rated.kind !== "credit_fund") throw new HTTPException(404)
    const read = await readForm(c, rankForm(view.today))
    if (!read.ok) return renderRank(c, read.state, 422)
    const author = authorOf(c, "check_report", rated.standing)
    const version = versionIn(read.state)
    const kept = await inTransaction(db, (trx) =>
      keepRank(trx, author, rated, { ...read.data, year, version }),
    )
    if (!kept) return renderRank(c, withProblem(read.state, texts[view.locale].moved), 409)
    return c.redirect(view.paths.ratingSheet(rated, year), 303)
  })

type Status = 200 | 409 | 422

type Acting = {
  do: (
    trx: Parameters<typeof submitSheet>[0],
    author: Parameters<typeof submitSheet>[1],
    given: Parameters<typeof submitSheet>[2],
  ) => Promise<SheetOutcome>
  refuse: (form: FormState, outcome: SheetOutcome) => Response | Promise<Response>
}

/** Does something with the sheet, unless somebody did something else meanwhile. */
async function act(c: Context<SheetEnv>, action: Action, state: FormState, { do: work, refuse }: Acting) {
  const { db, view, rated, year, record } = c.var
  const author = authorOf(c, action, rated.standing)
  const given = { rated, sheet: record.sheet!, version: versionIn(state), today: view.today }
  const outcome = await inTransaction(db, (trx) => work(trx, author, given))
  if (outcome === "done") return c.redirect(view.paths.ratingSheet(rated, year), 303)
  const t = texts[view.locale]
  return refuse(withProblem(state, outcome === "moved on" ? t.moved : t.notNow), outcome)
}

function versionIn(state: FormState) {
  return Number(state.values[versionField]?.[0] ?? -1)
}

async function recordAsked(c: Context<SheetEnv>) {
  const record = await readSheet(c.var.db, c.var.rated, c.var.year)
  if (!record) throw new HTTPException(404)
  return record
}

function mayWrite(c: Context<SheetEnv>) {
  const { person, rated, record } = c.var
  if (record.notRated || !may(person, "file_report", rated.standing)) return false
  return !record.sheet || stateAfter(record.sheet, "save") !== undefined
}

function isComplete({ scheme, sheet }: SheetRecord) {
  const { open, above } = scoreSheet(scheme, sheet!.answers, sheet!.figures)
  return open.length === 0 && above.length === 0
}

/** The form as it is kept. */
function filled(c: Context<SheetEnv>) {
  const { record } = c.var
  return startSheet(record.scheme.definition, record.sheet?.answers ?? {})
}

type Typed = { answers: Answers; files: ReadonlyMap<string, File>; dropped: ReadonlySet<string> }

/** Answers with their files: those handed in now, or those there were unless they are to go. */
async function keepEvidence(
  c: Context<SheetEnv>,
  state: FormState,
  { answers, files, dropped }: Typed,
): Promise<{ ok: true; answers: Answers } | { ok: false; state: FormState }> {
  const { db, files: store, view, rated, record } = c.var
  const kept: Answers = {}
  for (const [code, answer] of Object.entries(answers)) {
    const file = files.get(code)
    const before = dropped.has(code) ? undefined : record.sheet?.answers[code]?.file_id
    if (!file) {
      kept[code] = { ...answer, ...(before && { file_id: before }) }
      continue
    }
    const by = authorOf(c, "file_report", rated.standing)
    const taken = await keepFile(db, store, { content: file, name: file.name, by })
    if (!taken.ok) {
      const message = refusalTexts[view.locale][taken.refusal]
      return { ok: false, state: withError(state, fieldOf("file", { code }), message) }
    }
    kept[code] = { ...answer, file_id: taken.file.id }
  }
  return { ok: true, answers: kept }
}

function scoreKept({ scheme, sheet, reported }: SheetRecord) {
  return scoreSheet(scheme, sheet?.answers ?? {}, sheet?.figures ?? reported.figures)
}

function historyOf(c: Context<SheetEnv>) {
  return readHistory(c, [{ kind: "rating", key: ratingKey(c.var.rated, c.var.year) }])
}

async function renderSheet(c: Context<SheetEnv>, status: Status = 200) {
  const { view, person, record } = c.var
  const previous = sentBefore(record.events, record.revisions)
  const history = await historyOf(c)
  const shown = { view, person, record, previous, history, score: scoreKept(record) }
  return renderPage(c, <SheetPage {...shown} />, { status })
}

async function renderFill(
  c: Context<SheetEnv>,
  form: FormState,
  { draft, status = 200 }: { draft?: OfferedDraft | undefined; status?: Status } = {},
) {
  const { view, person, record } = c.var
  const history = await historyOf(c)
  const shown = { view, person, record, form, draft, history, score: scoreKept(record) }
  return renderPage(c, <FillPage {...shown} />, { status })
}

function renderCheck(c: Context<SheetEnv>, form: FormState, status: Status = 200) {
  const { view, person, record } = c.var
  return renderPage(c, <CheckPage view={view} person={person} record={record} form={form} />, { status })
}

function renderAccept(
  c: Context<SheetEnv>,
  forms: { acceptForm?: FormState; returnForm?: FormState },
  status: Status = 200,
) {
  const { view, person, record } = c.var
  const shown = {
    view,
    person,
    record,
    score: scoreKept(record),
    previous: sentBefore(record.events, record.revisions),
    acceptForm: startForm({ counts: "self" }),
    returnForm: startForm(),
    ...forms,
  }
  return renderPage(c, <AcceptPage {...shown} />, { status })
}

function renderReview(c: Context<SheetEnv>, form: FormState, status: Status = 200) {
  const { view, person, record } = c.var
  // The office scores what was handed in: the figures are those of the sheet.
  const frozen = { ...record, reported: { ...record.reported, figures: record.sheet!.figures } }
  const office = officeOf(record)
  const score = office ? scoreSheet(record.scheme, office.answers, office.figures) : scoreKept(record)
  const page = <ReviewPage view={view} person={person} record={frozen} form={form} score={score} />
  return renderPage(c, page, { status })
}

function renderObjection(c: Context<SheetEnv>, form: FormState, status: Status = 200) {
  const { view, person, record } = c.var
  return renderPage(c, <ObjectionPage view={view} person={person} record={record} form={form} />, { status })
}

function renderAnswer(c: Context<SheetEnv>, form: FormState, status: Status = 200) {
  const { view, person, record } = c.var
  return renderPage(c, <AnswerPage view={view} person={person} record={record} form={form} />, { status })
}

async function renderRank(c: Context<SheetEnv>, form?: FormState, status: Status = 200) {
  const { db, view, person, rated, year } = c.var
  const [ranks, history] = await Promise.all([
    listRanks(db, rated.id),
    readHistory(c, [{ kind: "rating", key: ratingKey(rated, year) }]),
  ])
  const rank = ranks.find((each) => each.year === year)
  const start = startForm({
    rank: rank?.rank ?? null,
    document_number: rank?.document_number ?? null,
    document_on: rank?.document_on ? formatDay(rank.document_on, "vi") : null,
    note: rank?.note ?? null,
  })
  const version = form ? versionIn(form) : (rank?.version ?? 0)
  const shown = { view, person, rated, year, ranks, history, version, form: form ?? start }
  return renderPage(c, <RankPage {...shown} />, { status })
}
