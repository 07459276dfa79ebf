import { type Context, Hono } from "hono"
import type { Database } from "../../database/connection.ts"
import { filePattern, readFileName, sendList } from "../../web/list-file.ts"
import { listFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { findHomePlace } from "../places/queries.ts"
import { readAsked } from "./asked.ts"
import { findMeasure, listMeasures, type Measure } from "./catalogue.ts"
import { readBackground } from "./figures.ts"
import { figuresList } from "./figures-list.ts"
import { countKept } from "./kept-figures.ts"
import { MeasureListPage, MeasurePage } from "./measure-page.tsx"
import { evidenceList, readEvidence } from "./read-evidence.ts"
import { reportingYear } from "./reporting-year.ts"

const topics = ["register", "reports", "places"] as const

export const measures = new Hono<Env>()
  .get("/so-lieu", async (c) => {
    const { view } = c.var
    const read = await readFigures(c)
    if (!read) return c.notFound()
    const { home, figures } = read
    return renderPage(c, <MeasureListPage view={view} home={home} day={view.today} figures={figures} />, {
      topics,
    })
  })

  .route(
    "/",
    listFiles("/so-lieu", async (c) => {
      const read = await readFigures(c)
      return read && figuresList(c.var.view, read.home, read.figures)
    }),
  )

  .get(`/so-lieu/:file{[a-z-]+${filePattern}}`, async (c) => {
    const file = readFileName(c.req.param("file"))
    const found = file && (await readMeasure(c, file.name))
    return found
      ? await sendList(c, file.format, evidenceList(c.var, found.measure.code, found))
      : c.notFound()
  })

  .get("/so-lieu/:measure{[a-z-]+}", async (c) => {
    const { db, view } = c.var
    const found = await readMeasure(c, c.req.param("measure"))
    if (!found) return c.notFound()

    const { measure, home, asked } = found
    const evidence = await readEvidence(db, measure, found.scope, asked)
    return renderPage(
      c,
      <MeasurePage view={view} measure={measure} home={home} asked={asked} {...evidence} />,
      {
        topics,
      },
    )
  })

/** Every measure of the portal's place, today. */
async function readFigures({ var: { db, view } }: Context<Env>) {
  const home = await findHomePlace(db)
  if (!home) return undefined
  const firstDay = await readFirstDays(db, view.today)
  const asked = listMeasures().map((measure) => ({
    measure,
    scope: { placeId: home.id, from: firstDay(measure), to: view.today },
  }))
  const series = await countKept(
    db,
    asked.map(({ measure: { code }, scope }) => ({ measure: code, scope })),
  )
  const figures = asked.map(({ measure, scope }, index) => ({
    measure,
    from: scope.from,
    figure: series[index]![0]!,
  }))
  return { home, figures }
}

/** The measure an address names, and the scope it asks for; nothing where there is no such measure or place. */
async function readMeasure(c: Context<Env>, word: string) {
  const { db, view } = c.var
  const measure = findMeasure(word)
  if (!measure) return undefined

  const asked = await readAsked(c, db, measure)
  if (!asked) return undefined

  const home = await findHomePlace(db)
  if (!home) return undefined

  const to = asked.day ?? view.today
  const from = asked.from && asked.from <= to ? asked.from : (await readFirstDays(db, to))(measure)
  return { measure, asked, home, scope: { placeId: home.id, from, to } }
}

/**
 * The first day of a flow that is asked for without one: that of the year, or, where reports tell it, that of the
 * latest year reported on.
 */
async function readFirstDays(db: Database, day: string) {
  const { windows } = await readBackground(db)
  const year = reportingYear(windows, day)
  return ({ isReported }: Measure) =>
    isReported && year !== null && `${year}-12-31` < day ? `${year}-01-01` : firstOfYear(day)
}

function firstOfYear(day: string) {
  return `${day.slice(0, 4)}-01-01`
}
