import { type Context, Hono } from "hono"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import type { Locale } from "../../ui/language.ts"
import { recordId, requiredFile } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withError } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import { uploadOf } from "../article-files/upload.ts"
import { keepFile } from "../files/keep-file.ts"
import { findEdition, findVersion, listAllSections } from "../newsroom/queries.ts"
import { createArticle } from "../newsroom/write-version.ts"
import { WordReportPage, WordUploadPage } from "./pages.tsx"
import { readWord, type WordArticle } from "./read-word.ts"
import { leftOutTexts, refusalTexts, texts } from "./texts.ts"

const path = "/ban-lam-viec/tin-bai/tu-word"
const writing = allowed("write_article", "see_articles")

/** An article that begins as a Word file. Before the routes of articles. */
export const wordImport = new Hono<DeskEnv>()
  .use(path, signedIn, allowed("see_articles"), writing)
  .use(`${path}/*`, signedIn, allowed("see_articles"), writing)

  .get(path, (c) => renderUpload(c, startForm()))

  .post(path, async (c) => {
    const { db, view, files } = c.var
    const form = await readForm(c, wordForm)
    if (!form.ok) return renderUpload(c, form.state, 422)

    const author = authorOf(c, "write_article")
    const { tep } = form.data
    const read = await readWord(Buffer.from(await tep.arrayBuffer()), tep.name, async (content, name) => {
      const kept = await keepFile(db, files, { content, name, by: author })
      return kept.ok && kept.file.kind === "image" ? uploadOf(kept.file, view.paths, view.locale) : undefined
    })
    if (!read.ok) {
      return renderUpload(c, withError(form.state, "tep", refusalTexts[view.locale][read.refusal]), 422)
    }

    const { title, body_html } = read.article
    const note = noteOn(read.article, tep.name, view.locale)
    const section_id = form.data["chuyen-muc"]
    const article_id = await inTransaction(db, (trx) =>
      createArticle(trx, { section_id, title, body_html, byline: null, note }, author),
    )
    return c.redirect(view.paths.wordReport(article_id), 303)
  })

  .get(`${path}/:id{[1-9][0-9]{0,14}}`, async (c) => {
    const { db, view, person } = c.var
    const edition = await findEdition(db, person, Number(c.req.param("id")), "vi")
    const first = edition && (await findVersion(db, edition, 1))
    if (!edition || !first) return c.notFound()

    const article = { article_id: edition.article_id, title: first.title, note: first.note }
    return renderPage(c, <WordReportPage view={view} person={person} article={article} />)
  })

function wordForm(locale: Locale) {
  const t = texts[locale]
  return z.object({
    tep: requiredFile(locale, { megabytes: 50, message: t.chooseFile }),
    "chuyen-muc": recordId(locale, t.chooseSection),
  })
}

/** Where the article came from, and a line for each thing that did not come along. */
function noteOn({ leftOut }: WordArticle, name: string, locale: Locale) {
  const lines = leftOut.map((left) => leftOutTexts[locale][left.kind](left))
  return [texts[locale].noteBegins(name.slice(0, 200)), ...lines].join("\n")
}

async function renderUpload(c: Context<DeskEnv>, form: FormState, status: 200 | 422 = 200) {
  const { db, view, person } = c.var
  const sections = await listAllSections(db)
  return renderPage(c, <WordUploadPage view={view} person={person} sections={sections} form={form} />, {
    status,
  })
}
