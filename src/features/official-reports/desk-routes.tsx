import { type Context, Hono } from "hono"
import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { pathsIn } from "../../paths.ts"
import { allowed, authorOf, type DeskEnv, demand, signedIn } from "../../rights/guard.ts"
import { may } from "../../rights/rights.ts"
import { formatTime } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { oneOf, optionalText, requiredNumber, requiredText } from "../../web/form-fields.ts"
import {
  checkForm,
  type FormState,
  readBody,
  readForm,
  startForm,
  withError,
  withProblem,
} from "../../web/forms.ts"
import type { List } from "../../web/list-file.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { versionField } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import { readHistory } from "../changes/history.tsx"
import { type OfferedDraft, openForm } from "../drafts/open-form.ts"
import { dropDraft } from "../drafts/queries.ts"
import { disposition } from "../files/name.ts"
import { placeName } from "../places/names.ts"
import { findHomePlace } from "../places/queries.ts"
import type { FileKind } from "./build-files.ts"
import { deskTexts } from "./desk-texts.ts"
import { reportFileName } from "./file-name.ts"
import {
  beginReport,
  buildReport,
  changeLetterhead,
  changeSource,
  enteredChoices,
  readEdition,
} from "./keep-report.ts"
import { markOf, noWords, saveWords } from "./keep-words.ts"
import { listLaterEntered } from "./later-entered.ts"
import { issuer } from "./letterhead.ts"
import { LetterheadPage, letterheadForm, startLetterhead } from "./letterhead-page.tsx"
import { type Section, wordSections } from "./outline.ts"
import {
  findBuiltFile,
  findReport,
  type ListedReport,
  listBuilds,
  listReports,
  listWords,
  type OfficialReport,
  type OwnWords,
} from "./queries.ts"
import { reportName } from "./report-names.ts"
import { ReportPage } from "./report-page.tsx"
import { ReportsPage } from "./reports-page.tsx"
import { listSources } from "./sources.ts"
import { markField, textField, WordsPage, wordsForm } from "./words-page.tsx"

const root = "/ban-lam-viec/bao-cao-bo"
const one = `${root}/:id{[0-9]{1,15}}`

type ReportEnv = DeskEnv & { Variables: DeskEnv["Variables"] & { report: OfficialReport } }

/** Behind this middleware there is the report that the address names, and the person may see it. */
const withReport = createMiddleware<ReportEnv>(async (c, next) => {
  const report = await findReport(c.var.db, Number(c.req.param("id")))
  if (!report) throw new HTTPException(404)
  demand(c, "see_official_reports", { standing: report })
  c.set("report", report)
  await next()
})

/** And may write in it. */
const mayWrite = createMiddleware<ReportEnv>(async (c, next) => {
  demand(c, "write_official_report", { see: "see_official_reports", standing: c.var.report })
  await next()
})

/** The province's reports to the ministry: begun, written, built and had again. */
export const officialReports = new Hono<ReportEnv>()
  .use(root, signedIn, allowed("see_official_reports"))
  .use(`${root}/*`, signedIn, allowed("see_official_reports"))

  .get(root, async (c) =>
    renderList(c, startForm({ year: String(proposedYear(c.var.view)), period: "year" })),
  )

  .route(
    "/",
    deskFiles(root, "see_official_reports", async (c) =>
      reportsList(c.var.view, await listReports(c.var.db, c.var.person)),
    ),
  )

  .post(root, allowed("write_official_report", "see_official_reports"), async (c) => {
    const { db, view } = c.var
    const form = await readForm(c, beginForm)
    if (!form.ok) return renderList(c, form.state, 422)
    const place = await findHomePlace(db)
    if (place?.level !== "province") {
      return renderList(c, withProblem(form.state, deskTexts[view.locale].noPlace), 422)
    }
    const standing = { place_id: place.id }
    demand(c, "write_official_report", { see: "see_official_reports", standing })
    const author = authorOf(c, "write_official_report", standing)
    const report = await beginReport(db, author, { ...standing, ...form.data })
    return c.redirect(view.paths.officialReport(report), 303)
  })

  .use(one, withReport)
  .use(`${one}/*`, withReport)

  .get(one, async (c) => {
    const { db, view, person, report } = c.var
    const [{ facts }, later, sources, builds, history] = await Promise.all([
      editionOf(c),
      listLaterEntered(db, report),
      listSources(db, report),
      listBuilds(db, report.id),
      readHistory(c, [{ kind: "official_report", id: report.id }]),
    ])
    const isWriter = may(person, "write_official_report", report)
    const shown = { report, facts, later, sources, builds, history, mayWrite: isWriter }
    return renderPage(c, <ReportPage view={view} person={person} {...shown} />)
  })

  .post(`${one}/nguon`, mayWrite, async (c) => {
    const { db, view, report } = c.var
    const form = await readForm(c, sourceForm)
    const sources = await listSources(db, report)
    const chosen = form.ok ? sources.find(({ id }) => String(id) === form.data.source) : undefined
    if (!form.ok || (!chosen && form.data.source !== "nhap")) throw new HTTPException(400)
    const opened = { id: report.id, version: Number(form.state.values[versionField]?.[0]) }
    const author = authorOf(c, "write_official_report", report)
    // Who was overtaken sees on the page which figures it is made of by now.
    await changeSource(db, author, opened, { source: chosen ?? null, entered: form.data.entered })
    return c.redirect(view.paths.officialReport(report), 303)
  })

  .post(`${one}/ban`, mayWrite, async (c) => {
    const { db, view, report } = c.var
    const author = authorOf(c, "write_official_report", report)
    await buildReport(db, author, report, await editionOf(c))
    return c.redirect(`${view.paths.officialReport(report)}#ban-da-xuat`, 303)
  })

  .get(`${one}/ban/:build{[0-9]{1,15}}/:kind{xlsx|docx}`, async (c) => {
    const { db, report } = c.var
    const kind = c.req.param("kind") as FileKind
    const file = await findBuiltFile(db, report.id, Number(c.req.param("build")), kind)
    if (!file) return c.notFound()
    return c.body(new Uint8Array(file.bytes), 200, {
      "content-type": mediaTypes[kind],
      "content-disposition": disposition("attachment", reportFileName(file.facts, kind)),
    })
  })

  .get(`${one}/the-thuc`, mayWrite, (c) => renderLetterhead(c, startLetterhead(c.var.report)))

  .post(`${one}/the-thuc`, mayWrite, async (c) => {
    const { db, view, report } = c.var
    const form = await readForm(c, letterheadForm)
    if (!form.ok) return renderLetterhead(c, form.state, 422)
    const opened = { id: report.id, version: Number(form.state.values[versionField]?.[0]) }
    const author = authorOf(c, "write_official_report", report)
    const kept = await changeLetterhead(db, author, opened, form.data)
    if (kept === "kept") return c.redirect(view.paths.officialReport(report), 303)
    // Whoever saves again has seen that somebody was quicker.
    const again = {
      ...form.state,
      values: { ...form.state.values, [versionField]: [String(report.version)] },
    }
    return renderLetterhead(c, withProblem(again, deskTexts[view.locale].moved), 409)
  })

  .get(`${one}/loi`, async (c) => {
    const { person, report } = c.var
    const read = await readWords(c)
    if (!may(person, "write_official_report", report)) return renderWords(c, { ...read, form: undefined })
    const opened = await openForm(c, { form: wordsForm, record: String(report.id) }, startWords(read))
    return renderWords(c, { ...read, ...opened })
  })

  .post(`${one}/loi`, mayWrite, async (c) => {
    const { db, view, person, report } = c.var
    const read = await readWords(c)
    const writable = read.sections.filter(({ takesWords }) => takesWords)
    const form = checkForm(await readBody(c), wordsSchema(writable), view.locale)
    if (!form.ok) return renderWords(c, { ...read, form: form.state }, 422)
    const typed = writable.flatMap(({ key, heading }) => {
      const mark = form.state.values[markField(key)]?.[0]
      return mark ? [{ section: key, heading, text: form.data[textField(key)] ?? "", mark }] : []
    })
    const author = authorOf(c, "write_official_report", report)
    const overtaken = await saveWords(db, author, report, typed)
    if (overtaken.length > 0) {
      return renderWords(
        c,
        { ...read, overtaken, form: withOvertaken(form.state, overtaken, view.locale) },
        409,
      )
    }
    await dropDraft(db, { userId: person.id, form: wordsForm, record: String(report.id) })
    return c.redirect(view.paths.officialReport(report, "loi"), 303)
  })

const sourceForm = (locale: Locale) =>
  z.object({ source: requiredText(locale, 20), entered: oneOf(locale, enteredChoices).catch("frozen") })

const mediaTypes: Record<FileKind, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

const beginForm = (locale: Locale) =>
  z.object({
    year: requiredNumber(locale, deskTexts[locale].yearNeeded, { least: 1990, most: 2100, whole: true }),
    period: oneOf(locale, ["year", "half"]),
  })

/** A year's report is written in its last months and in the first of the next. */
function proposedYear({ today }: View) {
  const year = Number(today.slice(0, 4))
  return Number(today.slice(5, 7)) <= 3 ? year - 1 : year
}

async function renderList(c: Context<ReportEnv>, form: FormState, status: 200 | 422 = 200) {
  const { db, view, person } = c.var
  const [reports, place] = await Promise.all([listReports(db, person), findHomePlace(db)])
  const shown = { reports, form, hasPlace: place?.level === "province" }
  return renderPage(c, <ReportsPage view={view} person={person} {...shown} />, { status })
}

function editionOf(c: Context<ReportEnv>) {
  const { db, view, report } = c.var
  const checkAddress = view.origin + pathsIn("vi").verification()
  return readEdition(db, report, { today: view.today, checkAddress })
}

function renderLetterhead(c: Context<ReportEnv>, form: FormState, status: 200 | 409 | 422 = 200) {
  const { view, person, report } = c.var
  return renderPage(c, <LetterheadPage view={view} person={person} report={report} form={form} />, { status })
}

type ReadWords = { sections: Section[]; words: Map<string, OwnWords> }

async function readWords(c: Context<ReportEnv>): Promise<ReadWords> {
  const { db, report } = c.var
  const [{ facts }, words] = await Promise.all([editionOf(c), listWords(db, report.id)])
  return {
    sections: wordSections(facts, issuer(report.letterhead)),
    words: new Map(words.map((each) => [each.section, each])),
  }
}

function startWords({ sections, words }: ReadWords) {
  const fields = sections
    .filter(({ takesWords }) => takesWords)
    .flatMap(({ key }) => {
      const own = words.get(key) ?? noWords
      return [
        [textField(key), own.text],
        [markField(key), markOf(own)],
      ]
    })
  return startForm(Object.fromEntries(fields))
}

const mostWords = 20_000

function wordsSchema(sections: readonly Section[]) {
  return (locale: Locale) =>
    z.object(
      Object.fromEntries(
        sections.map(({ key }) => [
          textField(key),
          optionalText(locale, mostWords).transform((text) => text ?? ""),
        ]),
      ),
    )
}

/** Says at each section who was quicker; whoever saves again has seen it. */
function withOvertaken(form: FormState, overtaken: readonly OwnWords[], locale: Locale) {
  const t = deskTexts[locale]
  return overtaken.reduce<FormState>((state, own) => {
    const said = withError(
      state,
      textField(own.section),
      t.overtaken(own.saved_by, formatTime(own.saved_at, locale)),
    )
    return { ...said, values: { ...said.values, [markField(own.section)]: [markOf(own)] } }
  }, form)
}

type ShownWords = ReadWords & {
  form: FormState | undefined
  draft?: OfferedDraft | undefined
  overtaken?: readonly OwnWords[]
}

function renderWords(c: Context<ReportEnv>, shown: ShownWords, status: 200 | 409 | 422 = 200) {
  const { view, person, report } = c.var
  return renderPage(c, <WordsPage view={view} person={person} report={report} {...shown} />, { status })
}

function reportsList(
  { locale, today, origin, paths }: View,
  rows: readonly ListedReport[],
): List<ListedReport> {
  const t = deskTexts[locale]
  return {
    name: `bao-cao-bo-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "report", heading: t.report, value: (report) => reportName(report, locale) },
      { key: "year", heading: t.year, kind: "number", value: ({ year }) => year },
      {
        key: "period",
        heading: t.period,
        value: ({ period }) => (period === "half" ? t.half : t.full),
        stored: ({ period }) => period,
      },
      {
        key: "place",
        heading: t.place,
        value: ({ place_kind, place_name }) => placeName({ kind: place_kind, name: place_name }, locale),
      },
      { key: "begun_by", heading: t.begun, value: ({ begun_by }) => begun_by },
      { key: "built_at", heading: t.latest, value: ({ built_at }) => built_at?.toISOString() ?? null },
      { key: "code", heading: t.code, value: ({ code }) => code },
      {
        key: "address",
        heading: "address",
        isForPrograms: true,
        value: (report) => origin + paths.officialReport(report),
      },
    ],
  }
}
