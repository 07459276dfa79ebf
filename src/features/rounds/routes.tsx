import { type Context, Hono } from "hono"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import { type FormState, readForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { versionField } from "../../web/versions.ts"
import { readHistory } from "../changes/history.tsx"
import type { Candidate } from "../choosing/candidates.ts"
import { pickOne } from "../choosing/pick-one.ts"
import { findHomePlace } from "../places/queries.ts"
import { reachOn } from "../register/desk-queries.ts"
import { listSnapshots } from "../snapshots/read-snapshot.ts"
import { type RoundEnv, root, roundAsked, withRound } from "./asked-round.ts"
import { ChangeRoundPage, NewRoundPage } from "./form-pages.tsx"
import { changeRound, isUntouched, openRound, type RoundFacts } from "./keep-rounds.ts"
import { progressList, respondentsList, roundsList } from "./lists.ts"
import {
  type AskedRespondents,
  RespondentsPage,
  RoundPage,
  RoundsPage,
  respondentsPerPage,
} from "./pages.tsx"
import { type Period, periods, proposeDays } from "./proposals.ts"
import { listFormChoices, listRounds, listWindows, type Round } from "./queries.ts"
import { askedOn, listProgressByCommune, listRespondents, readCoverage, readProgress } from "./respondents.ts"
import { faultOf, formsChosen, roundForm, startNewRound, startRound, type TypedRound } from "./round-form.ts"
import { type Coverage, lateWord, standings, standingWords } from "./standing.ts"
import { texts } from "./texts.ts"

/** More than a country has. */
const mostInFile = 1_000_000

/** Rounds of reports: who is asked for what until when, and how far they are. */
export const rounds = new Hono<RoundEnv>()
  .use(root, signedIn, allowed("see_reports"))
  .use(`${root}/*`, signedIn, allowed("see_reports"))

  .get(root, async (c) => {
    const { db, view, person } = c.var
    const all = await listRounds(db)
    const open = all.filter(({ state }) => state === "open")
    const counted = await Promise.all(open.map((round) => readCoverage(db, round, view.today)))
    const coverage = new Map<number, Coverage>(open.map(({ id }, index) => [id, counted[index]!]))
    return renderPage(c, <RoundsPage view={view} person={person} rounds={all} coverage={coverage} />)
  })

  .route(
    "/",
    deskFiles(root, "see_reports", async (c) => roundsList(c.var.view, await listRounds(c.var.db))),
  )

  .get(`${root}/moi`, allowed("keep_round", "see_reports"), async (c) => {
    const { db, view } = c.var
    const { year, period } = readTime(c)
    const [windows, place, choices] = await Promise.all([
      listWindows(db),
      findHomePlace(db),
      listFormChoices(db),
    ])
    const days = proposeDays(windows, year, period)
    return renderNew(c, startNewRound({ year, period, place, days, choices }, view.locale))
  })

  .post(root, allowed("keep_round", "see_reports"), async (c) => {
    const { db, view } = c.var
    const read = await readRound(c)
    if (!read.ok) return renderNew(c, read.state, read.candidates, 422)
    const kept = await openRound(db, authorOf(c, "keep_round"), read.facts)
    if (!kept.ok) return renderNew(c, withError(read.state, "period", texts[view.locale].twice), [], 422)
    return c.redirect(view.paths.deskRound(kept), 303)
  })

  .get(`${root}/:round`, withRound, async (c) => {
    const { db, view, person, round } = c.var
    const reach = await reachOn(db, person, askedOn(round, view.today))
    const [progress, communes, isChangeable, snapshots, history] = await Promise.all([
      readProgress(db, round, view.today, { reach }),
      listProgressByCommune(db, round, view.today, { reach }),
      isUntouched(db, round),
      listSnapshots(db, round.id),
      readHistory(c, [{ kind: "reporting_round", id: round.id }]),
    ])
    const shown = { round, progress, communes, isChangeable, snapshots, history }
    return renderPage(c, <RoundPage view={view} person={person} {...shown} />)
  })

  .get(`${root}/:round/sua`, allowed("keep_round", "see_reports"), withRound, async (c) => {
    const { db, view, round } = c.var
    if (!(await isUntouched(db, round))) return c.redirect(view.paths.deskRound(round), 303)
    return renderChange(c, startRound(round, view.locale))
  })

  .post(`${root}/:round/sua`, allowed("keep_round", "see_reports"), withRound, async (c) => {
    const { db, view, round } = c.var
    const t = texts[view.locale]
    const read = await readRound(c)
    if (!read.ok) return renderChange(c, read.state, read.candidates, 422)
    const opened = { ...round, version: Number(read.state.values[versionField]?.[0]) }
    const kept = await changeRound(db, authorOf(c, "keep_round"), opened, read.facts)
    if (kept.ok) return c.redirect(view.paths.deskRound(kept), 303)
    if (kept.why === "twice") return renderChange(c, withError(read.state, "period", t.twice), [], 422)
    const problem = kept.why === "begun" ? t.begun : t.moved
    return renderChange(c, withProblem(read.state, problem), [], 409)
  })

  .get(`${root}/:round/don-vi`, withRound, async (c) => {
    const { db, view, person, round } = c.var
    const { asked, communes, filter } = await readAskedRespondents(c, round)
    const page = readPage(c.req.query("trang"))
    const offset = (page - 1) * respondentsPerPage
    const list = await listRespondents(db, round, view.today, {
      ...filter,
      limit: respondentsPerPage,
      offset,
    })
    const shown = { round, asked, communes, page, found: list.rows, total: list.total }
    return renderPage(c, <RespondentsPage view={view} person={person} {...shown} />)
  })

  .route(
    "/",
    deskFiles(`${root}/:round/don-vi`, "see_reports", async (c) => {
      const { db, view } = c.var
      const round = await roundAsked(c)
      const t = texts[view.locale]
      const { asked, filter } = await readAskedRespondents(c, round)
      const { rows } = await listRespondents(db, round, view.today, { ...filter, limit: mostInFile })
      return respondentsList(view, round, asked.late ? t.lateTitle : t.respondents, rows)
    }),
  )

  .route(
    "/",
    deskFiles(`${root}/:round/tien-do`, "see_reports", async (c) => {
      const { db, view, person } = c.var
      const round = await roundAsked(c)
      const reach = await reachOn(db, person, askedOn(round, view.today))
      return progressList(view, round, await listProgressByCommune(db, round, view.today, { reach }))
    }),
  )

/** The year and the half of it that the days are to be proposed for; this year where none is asked for. */
function readTime<Kind extends DeskEnv>(c: Context<Kind>): { year: number; period: Period } {
  const typed = c.req.query("nam")?.trim() ?? ""
  const year = /^(19|20)\d\d$/.test(typed) ? Number(typed) : Number(c.var.view.today.slice(0, 4))
  return { year, period: periods.find((each) => each === c.req.query("ky")) ?? "year" }
}

type ReadRound =
  | { ok: true; facts: RoundFacts; state: FormState }
  | { ok: false; state: FormState; candidates: readonly Candidate[] }

async function readRound(c: Context<RoundEnv>): Promise<ReadRound> {
  const { db, view } = c.var
  const t = texts[view.locale]
  const read = await readForm(c, roundForm)
  if (!read.ok) return { ...read, candidates: [] }
  const picked = await pickOne(c, read.state, "place", "place")
  if (!picked.ok) return { ok: false, state: picked.state, candidates: picked.candidates.list }
  if (!picked.record)
    return { ok: false, state: withError(read.state, "place", t.placeNeeded), candidates: [] }

  const { data } = read
  const typed: TypedRound = {
    name: data.name,
    year: data.year,
    period: data.period,
    asked: data.asked,
    legal_basis: data.legal_basis,
    data_from: data.data_from,
    data_to: data.data_to,
    opens_on: data.opens_on,
    due_on: data.due_on,
    closes_on: data.closes_on,
  }
  const forms = formsChosen(typed.asked, data, await listFormChoices(db))
  const fault = faultOf(typed, forms, view.locale)
  if (fault) return { ok: false, state: withError(read.state, fault.field, fault.message), candidates: [] }
  return { ok: true, facts: { ...typed, place_id: picked.record.id, forms }, state: read.state }
}

async function renderNew(
  c: Context<RoundEnv>,
  form: FormState,
  candidates: readonly Candidate[] = [],
  status: 200 | 422 = 200,
) {
  const { db, view, person } = c.var
  const choices = await listFormChoices(db)
  const shown = { form, choices, candidates }
  return renderPage(c, <NewRoundPage view={view} person={person} {...shown} />, { status })
}

async function renderChange(
  c: Context<RoundEnv>,
  form: FormState,
  candidates: readonly Candidate[] = [],
  status: 200 | 409 | 422 = 200,
) {
  const { db, view, person, round } = c.var
  const seen = Number(form.values[versionField]?.[0])
  const version = Number.isSafeInteger(seen) ? seen : round.version
  const shown = { form, round, version, candidates, choices: await listFormChoices(db) }
  return renderPage(c, <ChangeRoundPage view={view} person={person} {...shown} />, { status })
}

/** Files come without a middleware of ours before them. */
async function readAskedRespondents<Kind extends DeskEnv>(c: Context<Kind>, round: Round) {
  const { db, view, person }: DeskEnv["Variables"] = c.var
  const reach = await reachOn(db, person, askedOn(round, view.today))
  const communes = await listProgressByCommune(db, round, view.today, { reach })
  const word = c.req.query("trang-thai")
  const asked: AskedRespondents = {
    standing: standings.find((each) => standingWords[each] === word),
    late: word === lateWord,
    commune: communes.find(({ slug }) => slug === c.req.query("dia-ban")),
  }
  const { standing, late, commune } = asked
  return { asked, communes, filter: { reach, standing, late, communeId: commune?.id } }
}
