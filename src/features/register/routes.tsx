import { type Context, Hono } from "hono"
import { listFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { findJoinedInto } from "../duplicates/pairs.ts"
import { readPublicRecordAsKnown } from "../lives/read-life.ts"
import { readAskedReading, readingOf } from "../lives/reading.ts"
import { listPlaceChoices } from "../places/choices.ts"
import { findHomePlace, listCommuneIds } from "../places/queries.ts"
import { listAllRecords } from "../records/keep-records.ts"
import { kindsFor } from "../records/record-kinds.ts"
import { recordsList } from "../records/records-list.ts"
import { type Asked, filterOf, readAsked } from "./asked.ts"
import { countRegister } from "./counts.ts"
import { countsList } from "./counts-list.ts"
import { CountsPage } from "./counts-page.tsx"
import { findOrganisation, readOrganisation } from "./find-organisation.ts"
import { perPage, RegisterPage } from "./list-page.tsx"
import { OrganisationPage } from "./organisation-page.tsx"
import { findUnknownWords, listIds, listOrganisations, type RegisterFilter } from "./queries.ts"
import { registerList } from "./records.ts"

export const register = new Hono<Env>()
  .get("/hop-tac-xa", async (c) => {
    const { db, view } = c.var
    const asked = await readPublicAsked(c)
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

  .route(
    "/",
    listFiles("/hop-tac-xa", async (c) => {
      const read = await readRecords(c)
      return registerList(c, fileName(read.filter), read)
    }),
  )

  .route(
    "/",
    listFiles("/hop-tac-xa/thong-ke", async (c) => {
      const counted = await readCounts(c)
      return counted && countsList(c, counted)
    }),
  )

  .get("/hop-tac-xa/thong-ke", async (c) => {
    const { db, view } = c.var
    const counted = await readCounts(c)
    if (!counted) return c.notFound()
    const { asked, place, found, home } = counted
    const choices = await listPlaceChoices(db, home, asked.day ?? view.today)
    return renderPage(
      c,
      <CountsPage view={view} asked={asked} choices={choices} place={place} found={found} />,
      { topics: ["register", "reports", "places"] },
    )
  })

  .route(
    "/",
    listFiles("/hop-tac-xa/:slug/ho-so", async (c) => {
      const { db, view } = c.var
      const asked = readAskedReading(c)
      const organisation = await findOrganisation(
        db,
        c.req.param("slug")!.replaceAll("\0", ""),
        asked.day ?? view.today,
      )
      if (!organisation) return undefined
      const kinds = kindsFor(organisation.kind).filter(({ isPublic }) => isPublic)
      const records = await listAllRecords(db, kinds, organisation.id, readingOf(asked, view.today))
      return recordsList(view, organisation, records)
    }),
  )

  .get("/hop-tac-xa/:slug", async (c) => {
    const { db, view } = c.var
    const asked = readAskedReading(c)
    const day = asked.day ?? view.today
    const organisation = await findOrganisation(db, c.req.param("slug").replaceAll("\0", ""), day)
    if (!organisation) {
      const joined = await findJoinedInto(db, c.req.param("slug"))
      return joined ? c.redirect(view.paths.organisation(joined), 301) : c.notFound()
    }

    const isPast = asked.known !== undefined && asked.known < view.today
    const reading = readingOf(asked, view.today)
    const kinds = kindsFor(organisation.kind).filter(({ isPublic }) => isPublic)
    const [record, details] = await Promise.all([
      isPast ? readPublicRecordAsKnown(db, organisation, reading) : readOrganisation(db, organisation, day),
      listAllRecords(db, kinds, organisation.id, reading),
    ])
    return renderPage(
      c,
      <OrganisationPage
        view={view}
        organisation={organisation}
        record={record}
        asked={asked}
        details={details}
      />,
      { topics: ["register", "reports", "places"] },
    )
  })

/** The numbers of a list by place, sector and status; nothing where there is no place at all. */
async function readCounts(c: Context<Env>) {
  const { db } = c.var
  const asked = await readPublicAsked(c)
  const [filter, home] = await Promise.all([filterOf(c, asked), findHomePlace(db)])
  const place = asked.place ?? home
  if (!place || !home) return undefined
  const placeIds = filter.placeIds ?? (await listCommuneIds(db, place, filter.day))
  const found = await countRegister(db, { ...filter, placeIds }, place)
  return { asked: { ...asked, place }, place, home, found, filter }
}

/** The public list may also be asked for as it was known on a day. */
async function readPublicAsked(c: Context<Env>): Promise<Asked> {
  const { known, unreadKnown } = readAskedReading(c)
  return { ...(await readAsked(c)), known, unreadKnown }
}

function fileName({ day, knownOn }: RegisterFilter) {
  return knownOn ? `hop-tac-xa-${day}-biet-den-${knownOn}` : `hop-tac-xa-${day}`
}

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
  const asked = await readPublicAsked(c)
  const filter = await filterOf(c, asked)
  const ids = await listIds(db, filter, asked.order)
  if (ids.length > 0 || asked.kind || !filter.search?.kind || filter.search.words.length === 0)
    return { asked, filter, ids }

  const wider = { ...filter, search: { ...filter.search, kind: undefined } }
  return { asked, filter: wider, ids: await listIds(db, wider, asked.order) }
}
