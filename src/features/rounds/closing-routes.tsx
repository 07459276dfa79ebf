import { type Context, Hono } from "hono"
import { z } from "zod"
import { allowed, authorOf, signedIn } from "../../rights/guard.ts"
import type { Locale } from "../../ui/language.ts"
import { requiredText } from "../../web/form-fields.ts"
import { type FormState, readBody, readForm, startForm, withProblem, wordsOf } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import { listSnapshots } from "../snapshots/read-snapshot.ts"
import { type RoundEnv, root, withRound } from "./asked-round.ts"
import { closeRound, correctRound, countReopened, countUnfinished, type Unfinished } from "./close-round.ts"
import { ClosingPage, CorrectionPage } from "./closing-pages.tsx"
import { closingTexts } from "./closing-texts.ts"
import { readProgress } from "./respondents.ts"
import { coverageOf } from "./standing.ts"

/** Closing a round, which freezes its figures, and freezing them anew after a correction. */
export const roundClosing = new Hono<RoundEnv>()
  .use(`${root}/:round/khoa`, signedIn, allowed("keep_round", "see_reports"), withRound)
  .use(`${root}/:round/chot-lai`, signedIn, allowed("keep_round", "see_reports"), withRound)

  .get(`${root}/:round/khoa`, (c) => renderClosing(c))

  .post(`${root}/:round/khoa`, async (c) => {
    const { db, view, round } = c.var
    const seen = wordsOf(await readBody(c)).seen?.[0]
    const closed = await closeRound(db, authorOf(c, "keep_round"), round, { today: view.today, seen })
    if (!closed.ok && closed.why === "unfinished") return renderClosing(c, closed.counts, 409)
    return c.redirect(view.paths.deskRound(round), 303)
  })

  .get(`${root}/:round/chot-lai`, (c) => renderCorrection(c, startForm({})))

  .post(`${root}/:round/chot-lai`, async (c) => {
    const { db, view, round } = c.var
    const t = closingTexts[view.locale]
    const read = await readForm(c, correctionForm)
    if (!read.ok) return renderCorrection(c, read.state, 422)
    const { reason } = read.data
    const corrected = await correctRound(db, authorOf(c, "keep_round"), round, { today: view.today, reason })
    if (!corrected.ok && corrected.why === "reopened") {
      return renderCorrection(c, withProblem(read.state, t.stillReopened(corrected.waiting)), 409)
    }
    return c.redirect(view.paths.deskRound(round), 303)
  })

const correctionForm = (locale: Locale) =>
  z.object({ reason: requiredText(locale, 1000, closingTexts[locale].reasonNeeded) })

/** What would be lost is counted anew each time the page is shown; `changed` says that it is not what was agreed to. */
async function renderClosing(c: Context<RoundEnv>, changed?: Unfinished, status: 200 | 409 = 200) {
  const { db, view, person, round } = c.var
  if (round.state !== "open") return c.redirect(view.paths.deskRound(round), 303)
  const progress = await readProgress(db, round, view.today)
  const counts = changed ?? countUnfinished(progress)
  const coverage = coverageOf(progress.standings)
  const shown = { round, counts, coverage, hasChanged: changed !== undefined }
  return renderPage(c, <ClosingPage view={view} person={person} {...shown} />, { status })
}

async function renderCorrection(c: Context<RoundEnv>, form: FormState, status: 200 | 409 | 422 = 200) {
  const { db, view, person, round } = c.var
  if (round.state !== "closed") return c.redirect(view.paths.deskRound(round), 303)
  const [snapshots, reopened] = await Promise.all([listSnapshots(db, round.id), countReopened(db, round)])
  const shown = { round, snapshots, reopened, form }
  return renderPage(c, <CorrectionPage view={view} person={person} {...shown} />, { status })
}
