import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, demand, signedIn } from "../../rights/guard.ts"
import { typedIn } from "../../ui/field/field.tsx"
import { ticked } from "../../web/form-fields.ts"
import {
  type FormState,
  readBody,
  readForm,
  startForm,
  withError,
  withProblem,
  wordsOf,
} from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import { differences, versionField } from "../../web/versions.ts"
import { type OfferedDraft, openForm } from "../drafts/open-form.ts"
import { dropDraft } from "../drafts/queries.ts"
import type { ReportValues } from "../report-forms/definition.ts"
import {
  type AskedFiling,
  type Filing,
  type FilingEnv,
  filingRoot,
  findSetAside,
  isTypedIn,
  mayFile,
  readAsked,
  subjectOf,
  withFiling,
} from "./asked-filing.ts"
import { answerField, CheckPage } from "./check-page.tsx"
import { ConflictPage } from "./conflict-page.tsx"
import { faultWords } from "./fault-words.ts"
import { saveRevision, submitReport, withdrawReport } from "./file-report.ts"
import { asksForAnswer, type Finding, readFindings, readGround, recordAnswers } from "./findings.ts"
import { draftOf, FormPage } from "./form-page.tsx"
import { HistoryPage } from "./history-page.tsx"
import type { Acting } from "./move-filings.ts"
import { findRevision, lastReturn, listEvents, listRevisions } from "./read-events.ts"
import type { Ground } from "./read-grounds.ts"
import { ReceiptPage } from "./receipt-page.tsx"
import { renderReport } from "./render-report.tsx"
import { startValues, valuesForm } from "./values-form.ts"

/** Filling a report in and sending it, by a representative or by an officer for them. */
export const reports = new Hono<FilingEnv>()
  .use(filingRoot, signedIn, allowed("see_reports"), withFiling)
  .use(`${filingRoot}/*`, signedIn, allowed("see_reports"), withFiling)

  .get(filingRoot, (c) => renderReport(c, startForm()))

  .get(`${filingRoot}/dien`, mayFile, async (c) => {
    const { db, asked, view } = c.var
    if (!isTypedIn(asked, view.today)) return c.redirect(view.paths.filing(asked), 303)
    const ground = await readGround(db, asked)
    const start = startOf(asked, ground)
    const opened = await openForm(c, draftOf(asked), startValues(asked.form.definition, start.values))
    return renderForm(c, opened.form, { ground, draft: opened.draft, prefilled: start.prefilled })
  })

  .post(`${filingRoot}/dien`, mayFile, async (c) => {
    const { db, asked, view, person } = c.var
    const form = await readForm(c, valuesForm(asked.form.definition))
    const { next, based_on } = sentWith(form.state)
    if (!form.ok) {
      const ground = await readGround(db, asked)
      return renderForm(c, form.state, {
        ground,
        prefilled: stillPrefilled(asked, ground, form.state),
        status: 422,
      })
    }

    const outcome = await inTransaction(db, async (trx) => {
      const saved = await saveRevision(trx, acting(c), {
        ...subjectOf(asked.reporter),
        round_id: asked.round.id,
        via: "web",
        values: form.data,
        based_on,
      })
      if (saved.ok) await dropDraft(trx, { userId: person.id, ...draftOf(asked) })
      return saved
    })
    if (outcome.ok)
      return c.redirect(
        view.paths.filing(asked, next, next === "dien" ? { "da-luu": outcome.revision } : {}),
        303,
      )
    if (outcome.fault === "moved_on") return await renderConflict(c, form.state, based_on)
    return renderForm(c, withProblem(form.state, faultWords(outcome, view)), { status: 422 })
  })

  .get(`${filingRoot}/kiem-tra`, mayFile, async (c) => {
    const { asked, view } = c.var
    if (!isSaved(asked)) return c.redirect(view.paths.filing(asked, "dien"), 303)
    if (!isTypedIn(asked, view.today)) return c.redirect(view.paths.filing(asked), 303)
    return await renderCheck(c, asked)
  })

  .post(`${filingRoot}/gui`, mayFile, async (c) => {
    const { db, view } = c.var
    const form = await readForm(c, sendingForm)
    const { asked } = c.var
    if (!isSaved(asked)) throw new HTTPException(409)
    if (!form.ok) return await renderCheck(c, asked, { form: form.state, status: 422 })
    const { ban: revision, note, "chi-luu": onlyAnswers } = form.data
    const findings = await readFindings(db, asked, await readGround(db, asked), view.locale)
    const answers = findings.filter(asksForAnswer).map((finding) => ({
      finding,
      answer: form.state.values[answerField(finding.rule)]?.[0]?.trim().slice(0, 2000) ?? "",
    }))

    const outcome = await inTransaction(db, async (trx) => {
      await recordAnswers(trx, acting(c), asked, { revision, given: answers })
      if (onlyAnswers) return undefined
      return await submitReport(trx, acting(c), { filing_id: asked.filing.id, revision, note })
    })
    if (!outcome) return c.redirect(view.paths.filing(asked, "kiem-tra"), 303)
    if (outcome.ok) return c.redirect(view.paths.filing(asked, `bien-nhan/${outcome.receipt}`), 303)
    const words = faultWords(outcome, view)
    const state =
      outcome.fault === "unchanged" ? withError(form.state, "note", words) : withProblem(form.state, words)
    return await renderCheck(c, asked, { form: state, status: 422 })
  })

  .get(`${filingRoot}/bien-nhan/:receipt`, async (c) => {
    const { db, asked, view, person } = c.var
    const events = asked.filing ? await listEvents(db, asked.filing.id) : []
    const given = c.req.param("receipt")
    const event = events.find(({ receipt }) => receipt !== null && receipt === given)
    if (event) return renderPage(c, <ReceiptPage view={view} person={person} asked={asked} event={event} />)
    const aside = await findSetAside(db, asked, { receipt: given })
    const asideEvent =
      aside && (await listEvents(db, aside.filing.id)).find(({ receipt }) => receipt === given)
    if (!asideEvent) throw new HTTPException(404)
    return renderPage(
      c,
      <ReceiptPage view={view} person={person} asked={aside} event={asideEvent} isSetAside />,
    )
  })

  .post(`${filingRoot}/rut-lai`, mayFile, async (c) => {
    const { db, asked, view } = c.var
    const revision = revisionIn(wordsOf(await readBody(c)))
    if (!asked.filing) throw new HTTPException(409)
    const item = { filing_id: asked.filing.id, revision }
    const outcome = await inTransaction(db, (trx) => withdrawReport(trx, acting(c), item))
    if (outcome.ok) return c.redirect(view.paths.filing(asked), 303)
    return await renderReport(c, withProblem(startForm(), faultWords(outcome, view)), 422)
  })

  .get(`${filingRoot}/de-rieng/:filing{[0-9]{1,15}}`, async (c) => {
    const { db, asked, view, person } = c.var
    const aside = await findSetAside(db, asked, { id: Number(c.req.param("filing")) })
    if (!aside) throw new HTTPException(404)
    const [revisions, events] = await Promise.all([
      listRevisions(db, aside.filing.id),
      listEvents(db, aside.filing.id),
    ])
    const shown = { asked: aside, revisions, events }
    return renderPage(c, <HistoryPage view={view} person={person} {...shown} isSetAside />)
  })

  .get(`${filingRoot}/lich-su`, async (c) => {
    const { db, asked, view, person } = c.var
    const [revisions, events] = asked.filing
      ? await Promise.all([listRevisions(db, asked.filing.id), listEvents(db, asked.filing.id)])
      : [[], []]
    return renderPage(
      c,
      <HistoryPage view={view} person={person} asked={asked} revisions={revisions} events={events} />,
    )
  })

/** Sent with every act: the revision that was seen. */
export function revisionIn(values: FormState["values"]) {
  const word = values.ban?.[0] ?? ""
  return /^\d{1,9}$/.test(word) ? Number(word) : -1
}

function acting(c: Context<FilingEnv>): Acting {
  demand(c, "file_report", { see: "see_reports", standing: c.var.asked.standing })
  return { author: authorOf(c, "file_report", c.var.asked.standing), today: c.var.view.today }
}

const sendingForm = () =>
  z.object({
    ban: z.coerce.number().int().catch(-1),
    note: z
      .string()
      .trim()
      .max(2000)
      .optional()
      .transform((note) => note || null),
    "chi-luu": ticked(),
  })

function sentWith({ values }: FormState) {
  const next: "kiem-tra" | "dien" = values.roi?.[0] === "kiem-tra" ? "kiem-tra" : "dien"
  const version = values[versionField]?.[0] ?? ""
  return { next, based_on: /^\d{1,9}$/.test(version) ? Number(version) : -1 }
}

function isSaved(asked: AskedFiling): asked is AskedFiling & { filing: Filing } {
  return asked.filing !== undefined && asked.filing.revision > 0
}

/** What was saved; before anything was, what the register knows where the form says so. */
function startOf({ filing, form }: AskedFiling, { register }: Ground) {
  if (filing && filing.revision > 0) return { values: filing.values, prefilled: new Set<string>() }
  const known = form.definition.fields.flatMap(({ code, from_register, total_of }) => {
    const value = from_register && !total_of ? (register?.[from_register] ?? null) : null
    return value === null ? [] : [[code, value] as const]
  })
  return {
    values: Object.fromEntries(known) as ReportValues,
    prefilled: new Set(known.map(([code]) => code)),
  }
}

/** Of these, what still stands in the form as the register knows it. */
function stillPrefilled(asked: AskedFiling, ground: Ground, form: FormState) {
  const { values, prefilled } = startOf(asked, ground)
  const start = startValues(asked.form.definition, values)
  return new Set([...prefilled].filter((code) => typedIn(form, code) === typedIn(start, code)))
}

function lastOf({ round }: AskedFiling, { last }: Ground) {
  return { year: round.year - 1, values: last }
}

type ShownForm = {
  ground?: Ground
  draft?: OfferedDraft | undefined
  prefilled?: ReadonlySet<string>
  status?: 200 | 422
}

async function renderForm(c: Context<FilingEnv>, form: FormState, shown: ShownForm = {}) {
  const { db, asked, view, person } = c.var
  const { draft, prefilled = new Set(), status = 200 } = shown
  const ground = shown.ground ?? (await readGround(db, asked))
  const [findings, events] = await Promise.all([
    // Of what was saved; of what was just typed and could not be read, nothing is known.
    status === 200 ? readFindings(db, asked, ground, view.locale) : [],
    asked.filing ? listEvents(db, asked.filing.id) : [],
  ])
  return renderPage(
    c,
    <FormPage
      view={view}
      person={person}
      asked={asked}
      form={form}
      last={lastOf(asked, ground)}
      prefilled={prefilled}
      findings={findings}
      returned={asked.filing?.state === "returned" ? lastReturn(events) : undefined}
      draft={draft}
      isSaved={c.req.query("da-luu") !== undefined}
    />,
    { status },
  )
}

/** Somebody saved it meanwhile: both versions side by side, nothing typed is lost. */
async function renderConflict(c: Context<FilingEnv>, form: FormState, basedOn: number) {
  const { db, view, person } = c.var
  const asked = await readAsked(c)
  const { definition } = asked.form
  const { filing } = asked
  if (!filing) throw new HTTPException(409)
  const before = await findRevision(db, filing.id, basedOn)
  const fields = definition.fields.filter(({ total_of }) => !total_of).map(({ code }) => code)
  const page = (
    <ConflictPage
      view={view}
      person={person}
      asked={{ ...asked, filing }}
      form={form}
      differences={differences({
        fields,
        before: before && startValues(definition, before.values).values,
        theirs: startValues(definition, filing.values).values,
        mine: form.values,
      })}
    />
  )
  return renderPage(c, page, { status: 409 })
}

async function renderCheck(
  c: Context<FilingEnv>,
  asked: AskedFiling & { filing: Filing },
  { form, status = 200 }: { form?: FormState; status?: 200 | 422 } = {},
) {
  const { db, view, person } = c.var
  const ground = await readGround(db, asked)
  const [findings, events] = await Promise.all([
    readFindings(db, asked, ground, view.locale),
    listEvents(db, asked.filing.id),
  ])
  return renderPage(
    c,
    <CheckPage
      view={view}
      person={person}
      asked={asked}
      form={form ?? startAnswers(findings)}
      last={lastOf(asked, ground)}
      findings={findings}
      returned={asked.filing.state === "returned" ? lastReturn(events) : undefined}
    />,
    { status },
  )
}

function startAnswers(findings: readonly Finding[]) {
  return startForm(
    Object.fromEntries(findings.map(({ rule, answer }) => [answerField(rule), answer?.answer])),
  )
}
