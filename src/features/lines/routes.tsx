import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import type { Locale } from "../../ui/language.ts"
import { requiredDay, requiredFile, requiredText, ticked } from "../../web/form-fields.ts"
import { checkForm, type FormState, readBody, readForm, startForm, withError } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { readHistory } from "../changes/history.tsx"
import { correctLine, findLine, findLineList, listLineLists, listLinesOf, takeInList } from "./keep-lines.ts"
import { lineListsList, linesList } from "./lists.ts"
import { LineListPage, LineListsPage, LinePage } from "./pages.tsx"
import { readLines } from "./read-lines.ts"
import { texts } from "./texts.ts"

const root = "/ban-lam-viec/quan-tri/nganh-nghe"
/** In MB: the whole list with all its levels is less than one. */
const largest = 5
/** Faults beyond these are met again the next time. */
const mostFaults = 20

const listForm = (locale: Locale) =>
  z.object({
    code: requiredText(locale, 30),
    legal_basis: requiredText(locale, 200),
    valid_from: requiredDay(locale),
    file: requiredFile(locale, { megabytes: largest }),
  })
const lineForm = (locale: Locale) => z.object({ name: requiredText(locale, 300), is_checked: ticked() })

/** The national list of activities, version by version: looked up, put right, and the next one taken in. */
export const businessLines = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_administration"))
  .use(`${root}/*`, signedIn, allowed("see_administration"))

  .get(root, (c) => renderLists(c, startForm({})))

  .route(
    "/",
    deskFiles(root, "see_administration", async (c) =>
      lineListsList(c.var.view, await listLineLists(c.var.db)),
    ),
  )

  .post(root, allowed("administer", "see_administration"), async (c) => {
    const { db, view } = c.var
    const t = texts[view.locale]
    const form = checkForm(await readBody(c), listForm, view.locale)
    if (!form.ok) return renderLists(c, form.state, 422)
    const { file, ...list } = form.data
    const read = readLines(new Uint8Array(await file.arrayBuffer()), view.locale)
    if (!read.ok) {
      const faults = read.problems.slice(0, mostFaults)
      return renderLists(c, withError(form.state, "file", faults.join(" ")), 422)
    }
    const taking = await takeInList(db, authorOf(c, "administer"), list, read.lines)
    if (!taking.ok) return renderLists(c, withError(form.state, "valid_from", t[taking.fault]), 422)
    const { id, new: added, changed, unchanged, missing } = taking.taken
    const query = { "da-nhap": [added, changed, unchanged, missing].join("-") }
    return c.redirect(view.paths.lineList({ id }, query), 303)
  })

  .get(`${root}/:id{[0-9]{1,15}}`, async (c) => {
    const { db, view, person } = c.var
    const list = await listAsked(c)
    const text = textAsked(c)
    const [lines, history] = await Promise.all([
      listLinesOf(db, list.id, text),
      readHistory(c, [{ kind: "line_list", id: list.id }]),
    ])
    return renderPage(
      c,
      <LineListPage
        view={view}
        person={person}
        list={list}
        lines={lines}
        text={text}
        taken={takenWords(c)}
        history={history}
      />,
    )
  })

  .route(
    "/",
    deskFiles(`${root}/:id/nganh`, "see_administration", async (c) => {
      const list = await listAsked(c)
      return linesList(c.var.view, list, await listLinesOf(c.var.db, list.id, textAsked(c)))
    }),
  )

  .get(`${root}/:id{[0-9]{1,15}}/:code{[0-9]{4}}`, allowed("administer", "see_administration"), async (c) => {
    const { list, line } = await lineAsked(c)
    return renderLine(
      c,
      list,
      line.code,
      startForm({ name: line.name, is_checked: line.is_checked ? "1" : null }),
    )
  })

  .post(
    `${root}/:id{[0-9]{1,15}}/:code{[0-9]{4}}`,
    allowed("administer", "see_administration"),
    async (c) => {
      const { db, view } = c.var
      const { list, line } = await lineAsked(c)
      const read = await readForm(c, lineForm)
      if (!read.ok) return renderLine(c, list, line.code, read.state, 422)
      await correctLine(db, authorOf(c, "administer"), list, line, read.data)
      return c.redirect(view.paths.lineList(list, { tim: line.code }), 303)
    },
  )

async function listAsked(c: Context<DeskEnv>) {
  const id = Number(c.req.param("id"))
  const list = Number.isSafeInteger(id) ? await findLineList(c.var.db, id) : undefined
  if (!list) throw new HTTPException(404)
  return list
}

async function lineAsked(c: Context<DeskEnv>) {
  const list = await listAsked(c)
  const line = await findLine(c.var.db, list.id, c.req.param("code") ?? "")
  if (!line) throw new HTTPException(404)
  return { list, line }
}

function textAsked(c: Context<DeskEnv>) {
  return (c.req.query("tim") ?? "").replaceAll("\0", "").trim().slice(0, 100)
}

function takenWords(c: Context<DeskEnv>) {
  const counts = /^(\d{1,6})-(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(c.req.query("da-nhap") ?? "")
  if (!counts) return undefined
  const [added, changed, unchanged, missing] = counts.slice(1).map(Number) as [number, number, number, number]
  return texts[c.var.view.locale].taken(added, changed, unchanged, missing)
}

async function renderLists(c: Context<DeskEnv>, form: FormState, status: 200 | 422 = 200) {
  const { db, view, person } = c.var
  const lists = await listLineLists(db)
  return renderPage(c, <LineListsPage view={view} person={person} lists={lists} form={form} />, { status })
}

function renderLine(
  c: Context<DeskEnv>,
  list: Awaited<ReturnType<typeof listAsked>>,
  code: string,
  form: FormState,
  status: 200 | 422 = 200,
) {
  const { view, person } = c.var
  return renderPage(c, <LinePage view={view} person={person} list={list} code={code} form={form} />, {
    status,
  })
}
