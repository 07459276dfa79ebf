import { type Context, Hono } from "hono"
import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { readHistory } from "../changes/history.tsx"
import {
  addSection,
  deleteSection,
  moveSection,
  renameSection,
  restoreSection,
  retireSection,
} from "./arrange.ts"
import { SectionsPage } from "./list-page.tsx"
import { findArrangedSection, listArrangedSections, type SectionRecord } from "./queries.ts"
import { moveForm, renamingForm, sectionForm } from "./section-form.ts"
import { SectionPage } from "./section-page.tsx"
import { sectionsList } from "./sections-list.ts"
import { texts } from "./texts.ts"

type SectionEnv = DeskEnv & { Variables: DeskEnv["Variables"] & { section: SectionRecord } }

const withSection = createMiddleware<SectionEnv>(async (c, next) => {
  const section = await findArrangedSection(c.var.db, c.var.person, Number(c.req.param("id")))
  if (!section) return c.notFound()
  c.set("section", section)
  await next()
})

const list = "/ban-lam-viec/chuyen-muc"
const one = `${list}/:id{[1-9][0-9]{0,14}}`
const arranging = allowed("arrange_sections", "see_sections")

export const deskSections = new Hono<SectionEnv>()
  .use(list, signedIn, allowed("see_sections"))
  .use(`${list}/*`, signedIn, allowed("see_sections"))

  .get(list, (c) => renderList(c, startForm()))

  .route(
    "/",
    deskFiles(list, "see_sections", async (c) =>
      sectionsList(c.var.view, await listArrangedSections(c.var.db, c.var.person)),
    ),
  )

  .post(list, arranging, async (c) => {
    const form = await readForm(c, sectionForm)
    if (!form.ok) return renderList(c, form.state, 422)

    const names = { name: form.data.ten, name_en: form.data["ten-tieng-anh"] }
    const added = await addSection(c.var.db, names, authorOf(c, "arrange_sections"))
    if (!added.ok) return renderList(c, withError(form.state, "ten", texts[c.var.view.locale].nameTaken), 422)
    return c.redirect(`${c.var.view.paths.deskSections()}#chuyen-muc-${added.id}`, 303)
  })

  .get(one, arranging, withSection, (c) => renderSection(c, c.var.section))

  .post(one, arranging, withSection, async (c) => {
    const { db, view, person, section } = c.var
    const t = texts[view.locale]
    const form = await readForm(c, renamingForm)
    if (!form.ok) return renderSection(c, section, form.state, 422)

    const names = { name: form.data.ten, name_en: form.data["ten-tieng-anh"] }
    const renaming = { ...names, version: form.data["phien-ban"] }
    const renamed = await renameSection(db, section.id, renaming, authorOf(c, "arrange_sections"))
    if (renamed.ok) return backToList(c)
    if (renamed.reason === "name taken")
      return renderSection(c, section, withError(form.state, "ten", t.nameTaken), 422)

    const current = await findArrangedSection(db, person, section.id)
    if (!current) return c.notFound()
    return renderSection(
      c,
      current,
      withProblem(form.state, t.changedMeanwhile(current.name, current.name_en)),
      409,
    )
  })

  .post(`${one}/vi-tri`, arranging, withSection, async (c) => {
    const form = await readForm(c, moveForm)
    if (!form.ok) throw new HTTPException(400)
    await moveSection(c.var.db, c.var.section.id, form.data.huong, authorOf(c, "arrange_sections"))
    return backToList(c)
  })

  .post(`${one}/ngung-dung`, arranging, withSection, async (c) => {
    await retireSection(c.var.db, c.var.section.id, authorOf(c, "arrange_sections"))
    return backToList(c)
  })

  .post(`${one}/dung-lai`, arranging, withSection, async (c) => {
    await restoreSection(c.var.db, c.var.section.id, authorOf(c, "arrange_sections"))
    return backToList(c)
  })

  .post(`${one}/xoa`, arranging, withSection, async (c) => {
    const { db, view, section } = c.var
    const deleted = await deleteSection(db, section.id, authorOf(c, "arrange_sections"))
    if (!deleted.ok)
      return renderSection(c, section, withProblem(formOf(section), texts[view.locale].stillUsed), 422)
    return c.redirect(view.paths.deskSections(), 303)
  })

/** To the row that was changed. */
function backToList(c: Context<SectionEnv>) {
  return c.redirect(`${c.var.view.paths.deskSections()}#chuyen-muc-${c.var.section.id}`, 303)
}

async function renderList(c: Context<SectionEnv>, form: FormState, status: 200 | 422 = 200) {
  const { db, view, person } = c.var
  const sections = await listArrangedSections(db, person)
  return renderPage(c, <SectionsPage view={view} person={person} sections={sections} form={form} />, {
    status,
  })
}

async function renderSection(
  c: Context<SectionEnv>,
  section: SectionRecord,
  form = formOf(section),
  status: 200 | 409 | 422 = 200,
) {
  const { view, person } = c.var
  const history = await readHistory(c, [{ kind: "section", id: section.id }])
  const shown = { section, form, history }
  return renderPage(c, <SectionPage view={view} person={person} {...shown} />, { status })
}

function formOf(section: SectionRecord) {
  return startForm({ ten: section.name, "ten-tieng-anh": section.name_en })
}
