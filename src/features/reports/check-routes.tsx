import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { type Database, inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, demand, signedIn } from "../../rights/guard.ts"
import type { Action } from "../../rights/rights.ts"
import { type FormState, readBody, startForm, withProblem, wordsOf } from "../../web/forms.ts"
import { type Filing, type FilingEnv, filingRoot, subjectOf, withFiling } from "./asked-filing.ts"
import { faultWords } from "./fault-words.ts"
import {
  acceptForProvince,
  acceptReport,
  type Outcome,
  reopenReport,
  returnReport,
  withdrawAcceptances,
} from "./file-report.ts"
import type { Acting } from "./move-filings.ts"
import { renderReport } from "./render-report.tsx"
import { reasonField, returnRight, withdrawalRight } from "./report-page.tsx"
import { mailReturned } from "./returned-mail.ts"
import { revisionIn } from "./routes.tsx"
import { texts } from "./texts.ts"

/** What the offices do to one report: return it, accept it, take that back, open it again. */
export const reportChecks = new Hono<FilingEnv>()
  .use(
    `${filingRoot}/:act{tiep-nhan|duyet|rut-tiep-nhan|tra-lai|mo-lai}`,
    signedIn,
    allowed("see_reports"),
    withFiling,
  )

  .post(`${filingRoot}/tiep-nhan`, (c) => act(c, "check_report", acceptReport))

  .post(`${filingRoot}/duyet`, (c) =>
    act(c, "accept_report", async (trx, acting, item) => (await acceptForProvince(trx, acting, [item]))[0]!),
  )

  .post(`${filingRoot}/rut-tiep-nhan`, (c) => {
    const whose = c.var.asked.filing?.state === "accepted_by_province" ? "accepted_by_province" : "accepted"
    return act(
      c,
      withdrawalRight(c.var.asked.filing),
      async (trx, acting, item) => (await withdrawAcceptances(trx, acting, [item], whose))[0]!,
    )
  })

  .post(`${filingRoot}/tra-lai`, async (c) => {
    const { asked, view } = c.var
    const values = wordsOf(await readBody(c))
    const form: FormState = { values, errors: {} }
    const reasons = reasonsIn(c, values)
    const note = values.note?.[0]?.trim().slice(0, 2000) || null
    if (Object.keys(reasons).length === 0 && !note) {
      demandTo(c, returnRight(asked.filing))
      return await renderReport(c, withProblem(form, texts[view.locale].reasonNeeded), 422)
    }
    return await act(
      c,
      returnRight(asked.filing),
      async (trx, acting, item) => {
        const outcome = await returnReport(trx, acting, { ...item, reasons, note })
        if (outcome.ok) {
          const filing = filingOf(c)
          const { today, origin } = view
          await mailReturned(
            trx,
            { ...asked, filing },
            { officer: acting.author.actor, today, origin, reasons, note },
          )
        }
        return outcome
      },
      form,
    )
  })

  .post(`${filingRoot}/mo-lai`, async (c) => {
    const { db, asked, view } = c.var
    const acting = demandTo(c, "accept_report")
    const values = wordsOf(await readBody(c))
    const reason = values["ly-do"]?.[0]?.trim().slice(0, 2000)
    const form: FormState = { values, errors: {} }
    if (!reason) return await renderReport(c, withProblem(form, texts[view.locale].reopenReasonNeeded), 422)
    const item = { ...subjectOf(asked.reporter), round_id: asked.round.id, reason }
    const outcome = await inTransaction(db, (trx) => reopenReport(trx, acting, item))
    if (outcome.ok) return c.redirect(view.paths.filing(asked), 303)
    return await renderReport(c, withProblem(form, faultWords(outcome, view)), 422)
  })

type Seen = { filing_id: number; revision: number }

/** Does something to the revision that was seen; where that is not possible any more, says why. */
async function act(
  c: Context<FilingEnv>,
  right: Action,
  work: (trx: Database, acting: Acting, item: Seen) => Promise<Outcome>,
  form: FormState = startForm(),
) {
  const { db, asked, view } = c.var
  const acting = demandTo(c, right)
  const revision = revisionIn(wordsOf(await readBody(c)))
  const item = { filing_id: filingOf(c).id, revision }
  const outcome = await inTransaction(db, (trx) => work(trx, acting, item))
  if (outcome.ok) return c.redirect(view.paths.filing(asked), 303)
  return await renderReport(c, withProblem(form, faultWords(outcome, view)), 422)
}

function demandTo(c: Context<FilingEnv>, right: Action): Acting {
  const { standing } = c.var.asked
  demand(c, right, { see: "see_reports", standing })
  return { author: authorOf(c, right, standing), today: c.var.view.today }
}

function filingOf(c: Context<FilingEnv>): Filing {
  const { filing } = c.var.asked
  if (!filing) throw new HTTPException(404)
  return filing
}

/** The reasons that were written, by the fields they are about. */
function reasonsIn(c: Context<FilingEnv>, values: FormState["values"]) {
  return Object.fromEntries(
    c.var.asked.form.definition.fields.flatMap(({ code }) => {
      const reason = values[reasonField(code)]?.[0]?.trim().slice(0, 2000)
      return reason ? [[code, reason]] : []
    }),
  )
}
