import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import type { Locale } from "../../ui/language.ts"
import { oneOf, optionalEmail, optionalText, requiredText } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withProblem } from "../../web/forms.ts"
import type { List } from "../../web/list-file.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import type { Env, View } from "../../web/view.ts"
import { countAttempt } from "../accounts/attempts.ts"
import { sendMail } from "../mail/send-mail.ts"
import { findOrganisation } from "../register/find-organisation.ts"
import { MistakePage, MistakesPage } from "./desk-pages.tsx"
import { ReportPage, ThanksPage, trapField } from "./report-page.tsx"
import {
  closeMistake,
  findKeepers,
  keepMistake,
  listMistakes,
  type MistakeRow,
  mistakeSubjects,
} from "./reports.ts"
import { texts } from "./texts.ts"

const root = "/ban-lam-viec/bao-sai"
const mostShown = 200
const mostInFile = 100_000

/** Readers say what is wrong in the register. */
export const mistakes = new Hono<Env>()
  .get("/hop-tac-xa/:slug/bao-sai", async (c) => {
    const organisation = await organisationAsked(c)
    return renderReport(c, organisation, startForm({}))
  })

  .get("/hop-tac-xa/:slug/bao-sai/da-gui", async (c) => {
    const organisation = await organisationAsked(c)
    return renderPage(c, <ThanksPage view={c.var.view} organisation={organisation} />)
  })

  .post("/hop-tac-xa/:slug/bao-sai", async (c) => {
    const { db, view, requestAddress } = c.var
    const t = texts[view.locale]
    const organisation = await organisationAsked(c)
    const form = await readForm(c, reportForm)
    if (!form.ok) return renderReport(c, organisation, form.state, 422)
    const done = () => c.redirect(view.paths.mistakeReported(organisation), 303)
    // A program that fills in everything is thanked like anyone else.
    if (form.data[trapField]) return done()
    const minutes = await countAttempt(db, "mistake", { account: organisation.slug, address: requestAddress })
    if (minutes) return renderReport(c, organisation, withProblem(form.state, t.tooMany(minutes)), 429)

    const { about, words, email, phone } = form.data
    await inTransaction(db, async (trx) => {
      const id = await keepMistake(trx, {
        organisation_id: organisation.id,
        about,
        words,
        sender_email: email,
        sender_phone: phone,
        locale: view.locale,
      })
      for (const keeper of await findKeepers(trx, { id: organisation.place_id }, view.today)) {
        const words = texts[keeper.locale]
        await sendMail(trx, {
          to: keeper.email,
          subject: words.mailSubject(organisation.name),
          text: [
            words.mailHello(keeper.name),
            words.mailWords(organisation.name, words[about]),
            view.origin + view.paths.mistake({ id }),
          ].join("\n\n"),
        })
      }
    })
    return done()
  })

/** The officers look at it, mend what is wrong, and answer. */
export const mistakesDesk = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("keep_organisation"))
  .use(`${root}/*`, signedIn, allowed("keep_organisation"))

  .get(root, async (c) => {
    const { db, view, person } = c.var
    const list = await listMistakes(db, person, { limit: mostShown })
    return renderPage(c, <MistakesPage view={view} person={person} {...list} />)
  })

  .route(
    "/",
    deskFiles(root, "keep_organisation", async (c) => {
      const { rows } = await listMistakes(c.var.db, c.var.person, { limit: mostInFile })
      return mistakesList(c.var.view, rows)
    }),
  )

  .get(`${root}/:id{[0-9]+}`, async (c) => renderMistake(c, await mistakeAsked(c), startForm({})))

  .post(`${root}/:id{[0-9]+}`, async (c) => {
    const { db, view } = c.var
    const report = await mistakeAsked(c)
    const form = await readForm(c, closingForm)
    if (!form.ok) return renderMistake(c, report, form.state, 422)
    const author = authorOf(c, "keep_organisation", { place_id: report.place_id })
    await inTransaction(db, async (trx) => {
      const isClosed = await closeMistake(trx, author, report, form.data)
      if (!isClosed || !report.sender_email) return
      const t = texts[report.locale]
      const outcome = form.data.state === "mended" ? t.answerMended : t.answerDismissed
      await sendMail(trx, {
        to: report.sender_email,
        subject: t.answerSubject(report.name),
        text: [outcome(report.name), form.data.answer, view.origin + view.paths.organisation(report)].join(
          "\n\n",
        ),
      })
    })
    return c.redirect(view.paths.mistake(report), 303)
  })

const reportForm = (locale: Locale) =>
  z.object({
    about: oneOf(locale, mistakeSubjects, texts[locale].aboutNeeded),
    words: requiredText(locale, 2000, texts[locale].wordsNeeded),
    email: optionalEmail(locale),
    phone: optionalText(locale, 40),
    [trapField]: optionalText(locale, 200),
  })

const closingForm = (locale: Locale) =>
  z.object({
    state: oneOf(locale, ["mended", "dismissed"], texts[locale].outcomeNeeded),
    answer: requiredText(locale, 2000, texts[locale].answerNeeded),
  })

type Organisation = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>

async function organisationAsked(c: Context<Env>) {
  const slug = (c.req.param("slug") ?? "").replaceAll("\0", "")
  const organisation = await findOrganisation(c.var.db, slug, c.var.view.today)
  if (!organisation) throw new HTTPException(404)
  return organisation
}

function renderReport(
  c: Context<Env>,
  organisation: Organisation,
  form: FormState,
  status: 200 | 422 | 429 = 200,
) {
  return renderPage(c, <ReportPage view={c.var.view} organisation={organisation} form={form} />, { status })
}

async function mistakeAsked(c: Context<DeskEnv>) {
  const id = Number(c.req.param("id"))
  const { rows } = await listMistakes(c.var.db, c.var.person, { id, limit: 1 })
  if (!rows[0]) throw new HTTPException(404)
  return rows[0]
}

function renderMistake(c: Context<DeskEnv>, report: MistakeRow, form: FormState, status: 200 | 422 = 200) {
  const { view, person } = c.var
  return renderPage(c, <MistakePage view={view} person={person} report={report} form={form} />, { status })
}

/** What was reported, as a file; never who reported it. */
function mistakesList({ locale, today, origin, paths }: View, rows: readonly MistakeRow[]): List<MistakeRow> {
  const t = texts[locale]
  return {
    name: `bao-sai-${today}`,
    title: t.deskTitle,
    rows,
    columns: [
      { key: "organisation", heading: t.organisation, value: ({ name }) => name },
      { key: "about", heading: t.about, value: ({ about }) => t[about], stored: ({ about }) => about },
      { key: "words", heading: t.words, value: ({ words }) => words },
      { key: "sent_at", heading: t.sent, value: ({ sent_at }) => sent_at.toISOString() },
      { key: "state", heading: t.state, value: ({ state }) => t[state], stored: ({ state }) => state },
      { key: "answer", heading: t.answer, value: ({ answer }) => answer },
      {
        key: "address",
        heading: t.openOrganisation,
        value: (report) => origin + paths.deskOrganisation(report),
      },
    ],
  }
}
