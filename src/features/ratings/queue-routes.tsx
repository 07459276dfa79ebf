import { type Context, Hono } from "hono"
import { inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { may } from "../../rights/rights.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { findPlace } from "../places/queries.ts"
import { listDeskPlaces, reachOn } from "../register/desk-queries.ts"
import { latestRatingYear } from "./latest-year.ts"
import { queueList, totalsList } from "./queue-lists.ts"
import { type AskedQueue, QueuePage, queuePerPage, queueQuery, readProgress } from "./queue-page.tsx"
import { schemeOfYear } from "./schemes.ts"
import { countQueue, excludeFromRating, findExcluded, listQueue, type QueueFilter } from "./sheet-list.ts"

const root = "/ban-lam-viec/xep-loai"
const firstYear = 2020
const mostInFile = 200_000

/** The ratings of a year: who has come how far, and what it adds up to. */
export const ratingQueue = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_reports"))
  .use(`${root}/khong-xep-loai`, signedIn, allowed("check_report", "see_reports"))

  .get(root, async (c) => {
    const { db, view, person } = c.var
    const asked = await readAsked(c, c.req.query())
    const filter = await filterOf(c, asked)
    const [scheme, choices, excluded] = await Promise.all([
      schemeOfYear(db, asked.year),
      listDeskPlaces(db, person, filter.day),
      findExcluded(db, filter),
    ])
    const [places, list] = await Promise.all([
      countQueue(db, { ...filter, progress: undefined }, excluded),
      listQueue(db, filter, { excluded, limit: queuePerPage, offset: (asked.page - 1) * queuePerPage }),
    ])
    const shown = { view, person, asked, scheme, choices, places, ...list, years: yearsUpTo(view.today) }
    return renderPage(c, <QueuePage {...shown} />)
  })

  .route(
    "/",
    deskFiles(root, "see_reports", async (c) => {
      const asked = await readAsked(c, c.req.query())
      const filter = await filterOf(c, asked)
      const excluded = await findExcluded(c.var.db, filter)
      const { rows } = await listQueue(c.var.db, filter, { excluded, limit: mostInFile })
      return queueList(c.var.view, asked, rows)
    }),
  )

  .route(
    "/",
    deskFiles(`${root}/tong-hop`, "see_reports", async (c) => {
      const asked = await readAsked(c, c.req.query())
      const filter = await filterOf(c, asked)
      const excluded = await findExcluded(c.var.db, filter)
      return totalsList(c.var.view, asked.year, await countQueue(c.var.db, filter, excluded))
    }),
  )

  .post(`${root}/khong-xep-loai`, async (c) => {
    const { db, view, person } = c.var
    const body = await c.req.parseBody()
    const asked = await readAsked(c, {
      nam: String(body.nam ?? ""),
      "dia-ban": String(body["dia-ban"] ?? ""),
    })
    const filter = await filterOf(c, { ...asked, progress: "excluded" })
    const [scheme, excluded] = await Promise.all([schemeOfYear(db, asked.year), findExcluded(db, filter)])
    if (scheme) {
      const { rows } = await listQueue(db, filter, { excluded, limit: mostInFile })
      const mine = rows.filter(({ place_id, organisation_id }) =>
        may(person, "check_report", { place_id, organisation_id }),
      )
      await inTransaction(db, (trx) =>
        excludeFromRating(
          trx,
          authorOf(c, "check_report"),
          mine.map(({ organisation_id }) => ({
            organisation_id,
            reason: excluded.get(organisation_id)!.reason,
          })),
          { year: asked.year, scheme_id: scheme.id, today: view.today },
        ),
      )
    }
    return c.redirect(view.paths.ratingSheets(queueQuery({ ...asked, page: 1 })), 303)
  })

function yearsUpTo(today: string) {
  const last = Number(today.slice(0, 4))
  return Array.from({ length: Math.max(1, last - firstYear + 1) }, (_, index) => last - index)
}

async function readAsked(c: Context<DeskEnv>, query: Record<string, string>): Promise<AskedQueue> {
  const { db, view } = c.var
  const year = Number(query.nam)
  const slug = query["dia-ban"]
  return {
    year: yearsUpTo(view.today).includes(year) ? year : latestRatingYear(view.today),
    place: slug ? await findPlace(db, slug) : undefined,
    progress: readProgress(query["tinh-trang"]),
    page: readPage(query.trang),
  }
}

/** The register of the end of the year, or of today where it has not come yet, says who is to be rated. */
async function filterOf(c: Context<DeskEnv>, { year, place, progress }: AskedQueue): Promise<QueueFilter> {
  const { db, view, person } = c.var
  const day = view.today < `${year}-12-31` ? view.today : `${year}-12-31`
  return { year, day, reach: await reachOn(db, person, day), place_id: place?.id, progress }
}
