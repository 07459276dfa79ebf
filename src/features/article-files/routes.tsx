import { type Context, Hono } from "hono"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { type FormState, readBody, startForm, withError } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import { keepFile } from "../files/keep-file.ts"
import { refusalTexts } from "../files/texts.ts"
import { FilesPage } from "./files-page.tsx"
import { listUploadsOf } from "./queries.ts"
import { texts } from "./texts.ts"
import { uploadOf } from "./upload.ts"

const path = "/ban-lam-viec/tin-bai/tep"

/** Files for articles: a page for everyone, and the same as JSON for the editor. Before the routes of articles. */
export const articleFiles = new Hono<DeskEnv>()
  .use(path, signedIn, allowed("see_articles"))

  .get(path, async (c) => {
    if (wantsJson(c)) return c.json({ files: await uploadsOf(c) })
    return renderFiles(c, startForm())
  })

  .post(path, allowed("write_article", "see_articles"), async (c) => {
    const { db, view, files } = c.var
    const { tep } = await readBody(c)
    const kept =
      tep instanceof File && tep.name !== ""
        ? await keepFile(db, files, { content: tep, name: tep.name, by: authorOf(c, "write_article") })
        : undefined
    if (!kept?.ok) {
      const message = kept ? refusalTexts[view.locale][kept.refusal] : texts[view.locale].chooseFile
      if (wantsJson(c)) return c.json({ message }, 422)
      return renderFiles(c, withError(startForm(), "tep", message), 422)
    }
    if (wantsJson(c)) return c.json({ file: uploadOf(kept.file, view.paths, view.locale) }, 201)
    return c.redirect(view.paths.articleFiles(), 303)
  })

function wantsJson(c: Context<DeskEnv>) {
  return c.req.header("accept")?.includes("application/json") ?? false
}

async function uploadsOf(c: Context<DeskEnv>) {
  const { db, view, person } = c.var
  const files = await listUploadsOf(db, person)
  return files.map((file) => uploadOf(file, view.paths, view.locale))
}

async function renderFiles(c: Context<DeskEnv>, form: FormState, status: 200 | 422 = 200) {
  const { view, person } = c.var
  const uploads = await uploadsOf(c)
  return renderPage(c, <FilesPage view={view} person={person} uploads={uploads} form={form} />, { status })
}
