import { type Context, Hono } from "hono"
import { stream } from "hono/streaming"
import { readDay } from "../../ui/format.ts"
import { csvFile } from "../../web/csv.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { listPlaceChoices } from "../places/choices.ts"
import { findHomePlace, isReasonableDay } from "../places/queries.ts"
import { listAllRecords } from "../records/keep-records.ts"
import { kindsFor } from "../records/record-kinds.ts"
import { type Asked, filterOf, readAsked } from "./asked.ts"
import { findOrganisation, readOrganisation } from "./find-organisation.ts"
import { perPage, RegisterPage } from "./list-page.tsx"
import { OrganisationPage } from "./organisation-page.tsx"
import { findUnknownWords, listIds, listOrganisations, type RegisterFilter } from "./queries.ts"
import { csvHeading, csvRows, jsonParts } from "./records.ts"

export const register = new Hono<Env>()
  .get("/hop-tac-xa", async (c) => {
    const { db, view } = c.var
    const asked = await readAsked(c)
    const filter = await filterOf(c, asked)
    const { list, implied } = await searchRegister(c, filter, asked)
    const isNothing = list.total === 0 && filter.search !== undefined
    const unknownWords = isNothing ? await findUnknownWords(db, filter.search!.words) : []

    const home = await findHomePlace(db)
    const choices = home && (await listPlaceChoices(db, home, filter.day))
    return renderPage(
      c,
      <RegisterPage
        view={view}
        asked={asked}
        list={list}
        choices={choices}
        implied={implied}
        unknownWords={unknownWords}
      />,
      { topics: ["register", "places"] },
    )
  })

  .get("/hop-tac-xa.csv", async (c) => {
    const { filter, ids } = await readRecords(c)
    return csvFile(c, `hop-tac-xa-${filter.day}.csv`, csvHeading(c.var.view), csvRows(c, ids, filter.day))
  })

  .get("/hop-tac-xa.json", async (c) => {
    const { filter, ids } = await readRecords(c)
    c.header("content-type", "application/json; charset=utf-8")
    return stream(c, async (out) => {
      for await (const part of jsonParts(c, ids, filter.day)) await out.write(part)
    })
  })

  .get("/hop-tac-xa/:slug", async (c) => {
    const { db, view } = c.var
    const typed = c.req.query("ngay")
    const day = readDay(typed)
    const asOf = day && isReasonableDay(day) ? day : undefined
    const organisation = await findOrganisation(
      db,
      c.req.param("slug").replaceAll("\0", ""),
      asOf ?? view.today,
    )
    if (!organisation) return c.notFound()

    const kinds = kindsFor(organisation.kind).filter(({ isPublic }) => isPublic)
    const [record, details] = await Promise.all([
      readOrganisation(db, organisation, asOf ?? view.today),
      listAllRecords(db, kinds, organisation.id),
    ])
    return renderPage(
      c,
      <OrganisationPage
        view={view}
        {...record}
        details={details}
        day={asOf}
        unread={asOf ? undefined : typed}
      />,
      { topics: ["register", "reports", "places"] },
    )
  })

/** A kind that the words name narrows the search, unless nothing of that kind is found. */
async function searchRegister(c: Context<Env>, filter: RegisterFilter, asked: Asked) {
  const list = await listPage(c, filter, asked)
  const kind = asked.kind ? undefined : filter.search?.kind
  if (!kind) return { list }
  if (list.total > 0 || !filter.search) return { list, implied: { kind, isWidened: false } }

  const wider = await listPage(c, { ...filter, search: { ...filter.search, kind: undefined } }, asked)
  return wider.total > 0 && filter.search.words.length > 0
    ? { list: wider, implied: { kind, isWidened: true } }
    : { list }
}

async function listPage(c: Context<Env>, filter: RegisterFilter, asked: Asked) {
  const list = await listOrganisations(c.var.db, filter, { order: asked.order, page: asked.page, perPage })
  if (list.rows.length > 0 || list.total === 0) return list

  // A page past the end shows the last one.
  asked.page = Math.ceil(list.total / perPage)
  return listOrganisations(c.var.db, filter, { order: asked.order, page: asked.page, perPage })
}

/** What the list shows, on all of its pages. */
async function readRecords(c: Context<Env>) {
  const { db } = c.var
  const asked = await readAsked(c)
  const filter = await filterOf(c, asked)
  const ids = await listIds(db, filter, asked.order)
  if (ids.length > 0 || asked.kind || !filter.search?.kind || filter.search.words.length === 0)
    return { filter, ids }

  const wider = { ...filter, search: { ...filter.search, kind: undefined } }
  return { filter: wider, ids: await listIds(db, wider, asked.order) }
}
