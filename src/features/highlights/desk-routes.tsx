import { type Context, Hono } from "hono"
import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { formatDay, isOpen } from "../../ui/format.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { readHistory } from "../changes/history.tsx"
import { addHighlight, changeHighlight, endHighlight, moveHighlight } from "./arrange.ts"
import { ArrangePage } from "./arrange-page.tsx"
import {
  type FoundArticle,
  findDeskHighlight,
  type HighlightRecord,
  listCurrentHighlights,
  listPastHighlights,
} from "./desk-queries.ts"
import { chooseArticle, highlightForm, moveForm } from "./highlight-form.ts"
import { HighlightPage } from "./highlight-page.tsx"
import { onStrip } from "./highlights.tsx"
import { keptHighlightsList } from "./lists.ts"
import { listHighlights } from "./queries.ts"
import { deskTexts } from "./texts.ts"

type HighlightEnv = DeskEnv & { Variables: DeskEnv["Variables"] & { highlight: HighlightRecord } }

/** One that has ended is history, and stays as it was. */
const withHighlight = createMiddleware<HighlightEnv>(async (c, next) => {
  const highlight = await findDeskHighlight(c.var.db, c.var.person, Number(c.req.param("id")))
  if (!highlight || highlight.ended_at) return c.notFound()
  c.set("highlight", highlight)
  await next()
})

const list = "/ban-lam-viec/tin-noi-bat"
const one = `${list}/:id{[1-9][0-9]{0,14}}`
const arranging = allowed("arrange_highlights", "see_highlights")
const shownOfPast = 30
const mostInFile = 100_000

export const deskHighlights = new Hono<HighlightEnv>()
  .use(list, signedIn, allowed("see_highlights"))
  .use(`${list}/*`, signedIn, allowed("see_highlights"))

  .get(list, async (c) => {
    const { db, view, person } = c.var
    const { today } = view
    const [strip, current, past] = await Promise.all([
      listHighlights(db, { today, limit: onStrip }),
      listCurrentHighlights(db, person, today),
      listPastHighlights(db, person, today, shownOfPast),
    ])
    return renderPage(
      c,
      <ArrangePage view={view} person={person} strip={strip} current={current} past={past} />,
    )
  })

  .route(
    "/",
    deskFiles(list, "see_highlights", async (c) => {
      const { db, view, person } = c.var
      const [current, past] = await Promise.all([
        listCurrentHighlights(db, person, view.today),
        listPastHighlights(db, person, view.today, mostInFile),
      ])
      return keptHighlightsList(view, [...current, ...past])
    }),
  )

  .get(`${list}/moi`, arranging, (c) =>
    renderForm(c, startForm({ "tu-ngay": formatDay(c.var.view.today, "vi") })),
  )

  .post(list, arranging, async (c) => {
    const read = await readHighlight(c)
    if (!read.ok) return renderForm(c, read.state, { status: 422, offered: read.offered })

    const added = await addHighlight(c.var.db, read.wording, authorOf(c, "arrange_highlights"))
    if (!added.ok) {
      const message = deskTexts[c.var.view.locale].alreadyThere
      return renderForm(c, withError(read.state, "tieu-de", message), { status: 422 })
    }
    return backToRow(c, added.id)
  })

  .get(one, arranging, withHighlight, (c) => {
    const { highlight } = c.var
    const form = startForm({
      "bai-viet": highlight.article_slug && `/tin-tuc/${highlight.article_slug}`,
      "tieu-de": highlight.title,
      "tu-ngay": formatDay(highlight.shown_on, "vi"),
      "den-ngay": isOpen(highlight.shown_until) ? null : formatDay(highlight.shown_until, "vi"),
    })
    return renderForm(c, form, { highlight })
  })

  .post(one, arranging, withHighlight, async (c) => {
    const { db, person, highlight, view } = c.var
    const t = deskTexts[view.locale]
    const read = await readHighlight(c)
    if (!read.ok) return renderForm(c, read.state, { status: 422, offered: read.offered, highlight })

    const change = { ...read.wording, version: Number(read.state.values["phien-ban"]?.[0]) }
    const changed = await changeHighlight(db, highlight.id, change, authorOf(c, "arrange_highlights"))
    if (changed.ok) return backToRow(c, highlight.id)
    if (changed.reason === "already there")
      return renderForm(c, withError(read.state, "tieu-de", t.alreadyThere), { status: 422, highlight })

    const current = await findDeskHighlight(db, person, highlight.id)
    if (!current) return c.notFound()
    return renderForm(c, withProblem(read.state, t.changedMeanwhile(current.title)), {
      status: 409,
      highlight: current,
    })
  })

  .post(`${one}/vi-tri`, arranging, withHighlight, async (c) => {
    const { db, highlight, view } = c.var
    const form = await readForm(c, moveForm)
    if (!form.ok) throw new HTTPException(400)
    const author = authorOf(c, "arrange_highlights")
    await moveHighlight(db, highlight.id, form.data.huong, { today: view.today, author })
    return backToRow(c, highlight.id)
  })

  .post(`${one}/ket-thuc`, arranging, withHighlight, async (c) => {
    await endHighlight(c.var.db, c.var.highlight.id, authorOf(c, "arrange_highlights"))
    return c.redirect(c.var.view.paths.deskHighlights(), 303)
  })

/** The form with the article it means; several that it may mean are offered. */
async function readHighlight(c: Context<HighlightEnv>) {
  const { db, person, view } = c.var
  const t = deskTexts[view.locale]
  const form = await readForm(c, highlightForm)
  if (!form.ok) return { ok: false as const, state: form.state, offered: [] }

  const choice = await chooseArticle(db, person, form.data)
  if (choice.outcome === "unknown")
    return { ok: false as const, state: withError(form.state, "bai-viet", t.noSuchArticle), offered: [] }
  if (choice.outcome === "several") {
    const state = withError(form.state, "ma-bai", t.severalArticles)
    return { ok: false as const, state, offered: choice.articles }
  }
  const article = choice.outcome === "one" ? choice.article : null
  const wording = {
    title: form.data["tieu-de"] ?? article?.title ?? "",
    article_id: article?.id ?? null,
    shown_on: form.data["tu-ngay"],
    shown_until: form.data["den-ngay"] ?? "infinity",
  }
  return { ok: true as const, state: form.state, wording }
}

type FormParts = { status?: 200 | 409 | 422; highlight?: HighlightRecord; offered?: FoundArticle[] }

async function renderForm(
  c: Context<HighlightEnv>,
  form: FormState,
  { status = 200, highlight, offered = [] }: FormParts = {},
) {
  const { view, person } = c.var
  const history = highlight && (await readHistory(c, [{ kind: "highlight", id: highlight.id }]))
  const shown = { form, highlight, offered, history }
  return renderPage(c, <HighlightPage view={view} person={person} {...shown} />, { status })
}

function backToRow(c: Context<HighlightEnv>, id: number) {
  return c.redirect(`${c.var.view.paths.deskHighlights()}#tin-${id}`, 303)
}
