import { type Context, Hono } from "hono"
import { getCookie, setCookie } from "hono/cookie"
import { createMiddleware } from "hono/factory"
import type { Transaction } from "kysely"
import { inTransaction } from "../../database/connection.ts"
import type { DB } from "../../database/tables.ts"
import { allowed, authorOf, type DeskEnv, demand, signedIn } from "../../rights/guard.ts"
import type { Locale } from "../../ui/language.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import { type FormSchema, type FormState, readForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { differences, hasMovedOn, versionField } from "../../web/versions.ts"
import { readHistory } from "../changes/history.tsx"
import { openForm } from "../drafts/open-form.ts"
import { dropDraft } from "../drafts/queries.ts"
import { actParts, type SentForm } from "./actions.tsx"
import { addressRight, DeskArticlePage } from "./article-page.tsx"
import { articlesList } from "./articles-list.ts"
import { readFilter } from "./asked.ts"
import { ComparePage } from "./compare-page.tsx"
import { ConflictPage, draftForm, EditPage } from "./edit-page.tsx"
import {
  actForms,
  articleFields,
  articleForm,
  type FormAct,
  momentOf,
  previewForm,
  restoreForm,
  silentImages,
  slugForm,
  startArticle,
  translationForm,
} from "./forms.ts"
import { DeskListPage, perPage } from "./list-page.tsx"
import { createPreview, listPreviews, revokePreview } from "./previews.ts"
import { correct, publish, republish, schedule, unpublish, unschedule } from "./publish.ts"
import {
  countDeskArticles,
  type DeskEdition,
  findEdition,
  findVersion,
  listAllSections,
  listDeskArticles,
  listEvents,
  listOldSlugs,
  listVersions,
  lockEdition,
} from "./queries.ts"
import { recordAct } from "./record-act.ts"
import { acts, allows, bypassOf } from "./rules.ts"
import { texts } from "./texts.ts"
import { VersionPage } from "./version-page.tsx"
import { changeSlug, createArticle, createTranslation, isTaken, writeVersion } from "./write-version.ts"

type EditionEnv = DeskEnv & { Variables: DeskEnv["Variables"] & { edition: DeskEdition } }

const see = "see_articles"
const id = ":id{[1-9][0-9]{0,14}}"

/** More articles than a portal has. */
const mostInFile = 1_000_000

/** The desk of the newsroom. */
export const newsroom = new Hono<DeskEnv>()
  .use("/ban-lam-viec/tin-bai", signedIn, allowed(see))
  .use("/ban-lam-viec/tin-bai/*", signedIn, allowed(see))

  .route(
    "/",
    deskFiles("/ban-lam-viec/tin-bai", see, async (c) => {
      const { db, view, person } = c.var
      const filter = readFilter((name) => c.req.query(name))
      return articlesList(view, await listDeskArticles(db, person, filter, { limit: mostInFile }))
    }),
  )

  .get("/ban-lam-viec/tin-bai", async (c) => {
    const { db, view, person } = c.var
    const filter = readFilter((name) => c.req.query(name))
    const page = readPage(c.req.query("trang"))
    const [sections, total, articles] = await Promise.all([
      listAllSections(db),
      countDeskArticles(db, person, filter),
      listDeskArticles(db, person, filter, { limit: perPage, offset: (page - 1) * perPage }),
    ])
    return renderPage(
      c,
      <DeskListPage
        view={view}
        person={person}
        filter={filter}
        sections={sections}
        articles={articles}
        page={page}
        total={total}
      />,
    )
  })

  .get("/ban-lam-viec/tin-bai/moi", allowed("write_article", see), async (c) => {
    const { form, draft } = await openForm(c, { form: draftForm, record: "moi" }, startArticle())
    return renderPage(c, <EditPage {...(await newArticle(c))} form={form} draft={draft} />)
  })

  .post("/ban-lam-viec/tin-bai/moi", allowed("write_article", see), async (c) => {
    const { db, view, person } = c.var
    const form = await readForm(c, articleForm)
    if (!form.ok)
      return renderPage(c, <EditPage {...(await newArticle(c))} form={form.state} />, { status: 422 })

    const article_id = await inTransaction(db, async (trx) => {
      await dropDraft(trx, { userId: person.id, form: draftForm, record: "moi" })
      return createArticle(trx, form.data, authorOf(c, "write_article"))
    })
    return c.redirect(view.paths.deskArticle({ article_id, locale: "vi" }), 303)
  })

  // Before the routes of the article itself: its translation is an edition of its own.
  .get(`/ban-lam-viec/tin-bai/${id}/tieng-anh/sua`, allowed("write_article", see), (c) => openEdit(c, "en"))
  .post(`/ban-lam-viec/tin-bai/${id}/tieng-anh/sua`, allowed("write_article", see), (c) => save(c, "en"))
  .get(`/ban-lam-viec/tin-bai/${id}/sua`, allowed("write_article", see), (c) => openEdit(c, "vi"))
  .post(`/ban-lam-viec/tin-bai/${id}/sua`, allowed("write_article", see), (c) => save(c, "vi"))

  .post(
    `/ban-lam-viec/tin-bai/${id}/dia-chi`,
    allowed("write_article", see),
    withEdition("vi"),
    async (c) => {
      const { db, view, edition } = c.var
      const right = addressRight(edition)
      demand(c, right, { see })
      const form = await readForm(c, slugForm)
      if (!form.ok) return renderEdition(c, { sent: { act: "move", form: form.state } })

      const slug = form.data["dia-chi"]
      const outcome = await inTransaction(db, async (trx) => {
        if (await isTaken(trx, slug, edition.article_id)) return "taken"
        if (slug !== edition.slug) await changeSlug(trx, edition, slug, authorOf(c, right))
        return "moved"
      })
      if (outcome === "moved") return c.redirect(view.paths.deskArticle(edition), 303)
      const taken = withError(form.state, "dia-chi", texts[view.locale].addressTaken)
      return renderEdition(c, { sent: { act: "move", form: taken } })
    },
  )

  .route(`/ban-lam-viec/tin-bai/${id}/tieng-anh`, editionRoutes("en"))
  .route(`/ban-lam-viec/tin-bai/${id}`, editionRoutes("vi"))

/** What is the same for an article and for its translation. */
function editionRoutes(language: Locale) {
  const routes = new Hono<EditionEnv>()

    .get("/", withEdition(language), (c) => renderEdition(c))

    .get("/ban/:number{[1-9][0-9]{0,8}}", withEdition(language), async (c) => {
      const { db, view, person, edition } = c.var
      const version = await findVersion(db, edition, Number(c.req.param("number")))
      if (!version) return c.notFound()

      return renderPage(c, <VersionPage view={view} person={person} edition={edition} version={version} />)
    })

    .get("/so-sanh", withEdition(language), async (c) => {
      const { db, view, person, edition } = c.var
      const [older, newer, versions] = await Promise.all([
        findVersion(db, edition, readPage(c.req.query("cu"))),
        findVersion(db, edition, readPage(c.req.query("moi") ?? String(edition.version))),
        listVersions(db, edition),
      ])
      if (!older || !newer) return c.notFound()

      return renderPage(
        c,
        <ComparePage
          view={view}
          person={person}
          edition={edition}
          versions={versions}
          older={older}
          newer={newer}
        />,
      )
    })

    .post("/khoi-phuc", allowed("write_article", see), withEdition(language), (c) =>
      change(c, "restore", restoreForm, async (trx, edition, { ban }) => {
        const version = await findVersion(trx, edition, ban)
        if (!version) return "stale"
        const { title, body_html, byline, section_id, translated_from } = version
        const note = texts[c.var.view.locale].restoredNote(String(ban))
        return done(
          writeVersion(
            trx,
            edition,
            {
              title,
              body_html,
              byline,
              section_id,
              note,
              ...(translated_from !== null && { translated_from }),
            },
            authorOf(c, acts.restore),
            { restoredFrom: ban },
          ),
        )
      }),
    )

    .post("/xem-truoc", allowed("write_article", see), withEdition(language), async (c) => {
      const { db, view, person, edition } = c.var
      const form = await readForm(c, previewForm)
      if (!form.ok) return renderEdition(c, { sent: { act: "share", form: form.state } })

      const author = { ...authorOf(c, acts.share), user_id: person.id }
      const token = await inTransaction(db, (trx) => createPreview(trx, edition, form.data, author))
      const path = view.paths.deskArticle(edition)
      // Shown on the next page and nowhere again.
      setCookie(c, newPreviewCookie, token, {
        path,
        maxAge: 60,
        httpOnly: true,
        secure: true,
        sameSite: "Strict",
      })
      return c.redirect(path, 303)
    })

    .post(
      "/xem-truoc/:link{[1-9][0-9]{0,14}}/thu-hoi",
      allowed("write_article", see),
      withEdition(language),
      async (c) => {
        const { db, view, edition } = c.var
        const link = Number(c.req.param("link"))
        const revoked = await inTransaction(db, (trx) =>
          revokePreview(trx, edition, link, authorOf(c, acts.share)),
        )
        return revoked ? c.redirect(view.paths.deskArticle(edition), 303) : c.notFound()
      },
    )

  for (const act of Object.keys(actParts) as FormAct[])
    routes.post(`/${actParts[act]}`, allowed(acts[act], see), withEdition(language), (c) =>
      performAct(c, act),
    )
  return routes
}

const newPreviewCookie = "__Secure-xem-truoc-moi"

function withEdition(language: Locale) {
  return createMiddleware<EditionEnv>(async (c, next) => {
    const { db, person } = c.var
    const edition = await findEdition(db, person, Number(c.req.param("id")), language)
    if (!edition) return c.notFound()

    c.set("edition", edition)
    await next()
  })
}

function performAct(c: Context<EditionEnv>, act: FormAct) {
  const author = authorOf(c, acts[act])
  const t = texts[c.var.view.locale]
  const { person } = c.var
  switch (act) {
    case "submit":
    case "take_back":
      return change(c, act, actForms[act], (trx, edition) => done(recordAct(trx, edition, act, author)))
    case "return":
      return change(c, act, actForms.return, (trx, edition, form) =>
        done(recordAct(trx, edition, act, author, { reason: form["tra-lai"] })),
      )
    case "publish":
      return change(c, act, actForms.publish, async (trx, edition, form) => {
        const bypassReason = bypassOf(person, edition) && (form.vuot ?? "")
        if (bypassReason === "") return { field: "vuot", message: t.enterBypass }
        return done(publish(trx, edition, author, { bypassReason }))
      })
    case "correct":
      return change(c, act, actForms.correct, async (trx, edition, form) => {
        const bypassReason = bypassOf(person, edition) && (form["vuot-sua"] ?? "")
        if (bypassReason === "") return { field: "vuot-sua", message: t.enterBypass }
        return done(correct(trx, edition, author, { note: form["dinh-chinh"], bypassReason }))
      })
    case "schedule":
      return change(c, act, actForms.schedule, async (trx, edition, form) => {
        const dueAt = momentOf(form.ngay, form.gio)
        if (dueAt <= edition.now) return { field: "gio", message: t.enterLater }
        const bypassReason = bypassOf(person, edition) && (form["vuot-hen"] ?? "")
        if (bypassReason === "") return { field: "vuot-hen", message: t.enterBypass }
        return done(schedule(trx, edition, author, { dueAt, bypassReason }))
      })
    case "unschedule":
      return change(c, act, actForms.unschedule, (trx, edition) => done(unschedule(trx, edition, author)))
    case "unpublish":
      return change(c, act, actForms.unpublish, (trx, edition, { go }) =>
        done(unpublish(trx, edition, author, go)),
      )
    case "republish":
      return change(c, act, actForms.republish, (trx, edition) => done(republish(trx, edition, author)))
  }
}

/** Nothing where it is done; a mistake that only the record could tell; or that the record moved on. */
type Outcome = undefined | "stale" | { field: string; message: string } | { problem: string }

/** What brings a text before others asks that its images say what they show; a text from Word may not do so yet. */
const needsImageTexts: readonly (FormAct | "restore")[] = ["submit", "publish", "correct", "schedule"]

async function done(work: Promise<unknown>) {
  await work
  return undefined
}

/** Does something about an edition that is held meanwhile, provided it still stands as the person saw it. */
async function change<Output>(
  c: Context<EditionEnv>,
  act: FormAct | "restore",
  schema: FormSchema<Output>,
  work: (trx: Transaction<DB>, edition: DeskEdition, form: Output) => Promise<Outcome>,
) {
  const { db, view, person, edition: seen } = c.var
  const form = await readForm(c, schema)
  if (!form.ok)
    return act === "restore" ? renderEdition(c, { isStale: true }) : answerMistakes(c, act, form.state)

  const outcome = await inTransaction(db, async (trx) => {
    const edition = await lockEdition(trx, person, seen.article_id, seen.locale)
    if (!edition || hasMovedOn(form.state, edition) || !allows(edition, act)) return "stale"
    const silent = needsImageTexts.includes(act) ? silentImages(edition.body_html, view.locale) : undefined
    if (silent) return { problem: silent }
    return await work(trx, edition, form.data)
  })
  if (outcome === "stale") return renderEdition(c, { isStale: true })
  if (outcome && act !== "restore") {
    const state =
      "problem" in outcome
        ? withProblem(form.state, outcome.problem)
        : withError(form.state, outcome.field, outcome.message)
    return answerMistakes(c, act, state)
  }

  return c.redirect(view.paths.deskArticle(seen), 303)
}

function answerMistakes(c: Context<EditionEnv>, act: FormAct, form: FormState) {
  return renderEdition(c, { sent: { act, form } })
}

/** The page of an edition, as it stands now: 422 with a form that came back, 409 where it moved on meanwhile. */
async function renderEdition(
  c: Context<EditionEnv>,
  { sent, isStale = false }: { sent?: SentForm; isStale?: boolean } = {},
) {
  const { db, view, person } = c.var
  const { article_id, locale } = c.var.edition
  const [edition, other, previews] = await Promise.all([
    findEdition(db, person, article_id, locale),
    findEdition(db, person, article_id, locale === "vi" ? "en" : "vi"),
    listPreviews(db, c.var.edition),
  ])
  if (!edition) return c.notFound()
  const [events, versions, oldSlugs, changes] = await Promise.all([
    listEvents(db, edition),
    listVersions(db, edition),
    listOldSlugs(db, edition),
    readHistory(c, [{ kind: "article", id: article_id }]),
  ])
  const token = getCookie(c, newPreviewCookie)
  if (token)
    setCookie(c, newPreviewCookie, "", { path: view.paths.deskArticle(edition), maxAge: 0, secure: true })
  return renderPage(
    c,
    <DeskArticlePage
      view={view}
      person={person}
      edition={edition}
      other={other}
      events={events}
      versions={versions}
      changes={changes}
      previews={previews}
      oldSlugs={oldSlugs.map(({ slug }) => slug)}
      newPreview={token && /^[\w-]{20,60}$/.test(token) ? view.origin + view.paths.preview(token) : undefined}
      sent={sent}
      isStale={isStale}
    />,
    { status: isStale ? 409 : sent ? 422 : 200 },
  )
}

async function newArticle(c: Context<DeskEnv>) {
  const { db, view, person } = c.var
  return { view, person, language: "vi", record: "moi", sections: await listAllSections(db) } as const
}

/** What the form of an edition needs; nothing where there is no such article. */
async function editing(c: Context<DeskEnv>, language: Locale) {
  const { db, view, person } = c.var
  const article_id = Number(c.req.param("id"))
  const original = await findEdition(db, person, article_id, "vi")
  if (!original) return undefined
  const edition = language === "vi" ? original : await findEdition(db, person, article_id, "en")
  const sections = await listAllSections(db)
  const record = `${article_id}-${language}`
  return { view, person, language, record, sections, edition, ...(language === "en" && { original }) }
}

async function openEdit(c: Context<DeskEnv>, language: Locale) {
  const page = await editing(c, language)
  if (!page) return c.notFound()

  const start = startArticle(page.edition)
  const { form, draft } = await openForm(c, { form: draftForm, record: page.record }, start)
  return renderPage(c, <EditPage {...page} form={form} draft={draft} />)
}

async function save(c: Context<DeskEnv>, language: Locale) {
  const { db, view, person } = c.var
  const page = await editing(c, language)
  if (!page) return c.notFound()

  const form = await readForm<WordsOfForm, DeskEnv>(c, language === "vi" ? articleForm : translationForm)
  if (!form.ok) return renderPage(c, <EditPage {...page} form={form.state} />, { status: 422 })

  const article_id = Number(c.req.param("id"))
  const author = authorOf(c, "write_article")
  const conflict = await inTransaction(db, async (trx) => {
    const original = await lockEdition(trx, person, article_id, "vi")
    const edition = language === "vi" ? original : await lockEdition(trx, person, article_id, "en")
    const words = { section_id: original!.section_id, ...form.data }
    if (edition && hasMovedOn(form.state, edition)) {
      const before = await findVersion(trx, edition, Number(form.state.values[versionField]?.[0]) || 0)
      const differing = differences({
        fields: articleFields.filter((name) => name !== "ghi-chu"),
        before: before && startArticle(before).values,
        theirs: startArticle(edition).values,
        mine: { ...form.state.values, body: [form.data.body_html] },
      })
      if (differing.length > 0) return { edition, differing }
    }
    if (edition) await writeVersion(trx, edition, words, author)
    else
      await createTranslation(trx, article_id, { ...words, translated_from: words.translated_from! }, author)
    await dropDraft(trx, { userId: person.id, form: draftForm, record: page.record })
    return undefined
  })
  if (!conflict) return c.redirect(view.paths.deskArticle({ article_id, locale: language }), 303)

  return renderPage(
    c,
    <ConflictPage {...page} form={form.state} edition={conflict.edition} differences={conflict.differing} />,
    { status: 409 },
  )
}

type WordsOfForm = {
  title: string
  section_id?: number
  body_html: string
  byline: string | null
  note: string | null
  translated_from?: number
}
