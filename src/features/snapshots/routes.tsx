import { type Context, Hono } from "hono"
import { filePattern, readFileName, sendList } from "../../web/list-file.ts"
import { listFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import type { MeasureCode } from "../measures/catalogue.ts"
import { recordsPerPage } from "../measures/evidence.tsx"
import { texts as measureTexts } from "../measures/page-texts.ts"
import { type AskedFigures, type AskedMeasure, readAskedFigures, readAskedMeasure } from "./asked-figures.ts"
import { listDifferingFigures, listDifferingRecords } from "./compare.ts"
import { ComparisonPage } from "./comparison-page.tsx"
import { closedRoundsList, differencesList, frozenFiguresList, frozenRecordsList } from "./lists.ts"
import { ClosedRoundsPage, FrozenFiguresPage, FrozenMeasurePage } from "./pages.tsx"
import { findClosedRound, listClosedRounds } from "./queries.ts"
import {
  listPlaceParts,
  listSectorParts,
  listSnapshotRecords,
  listSnapshots,
  listUnitFigures,
} from "./read-snapshot.ts"

const root = "/dot-bao-cao"
/** A page that only a new round or version changes. */
const topics = ["reports", "register"] as const
/** More than a country has. */
const mostInFile = 1_000_000
const mostDifferences = 200
/** Says how many of those asked had reported, beside every figure. */
const coverageCode = "organisations_reporting_share" satisfies MeasureCode

/** Figures of closed rounds as they were frozen, for everyone. */
export const snapshots = new Hono<Env>()
  .get(root, async (c) => {
    const { db, view } = c.var
    return renderPage(c, <ClosedRoundsPage view={view} rounds={await listClosedRounds(db)} />, { topics })
  })

  .route(
    "/",
    listFiles(root, async (c) => closedRoundsList(c.var.view, await listClosedRounds(c.var.db))),
  )

  .get(`${root}/:round`, async (c) => {
    const figures = await readAskedFigures(c)
    if (!figures) return c.notFound()
    const all = await readFigures(c, figures)
    const coverage = all.find(({ measure }) => measure.code === coverageCode)?.figure
    const rows = all.filter(({ measure }) => measure.is_usual)
    const shown = { figures, rows, coverage }
    return renderPage(c, <FrozenFiguresPage view={c.var.view} {...shown} />, { topics })
  })

  .route(
    "/",
    listFiles(`${root}/:round/so-lieu`, async (c) => {
      const figures = await readAskedFigures(c)
      if (!figures) return undefined
      const rows = await readFigures(c, figures)
      return frozenFiguresList(
        c.var.view,
        figures,
        rows.filter(({ measure }) => measure.is_usual),
      )
    }),
  )

  .get(`${root}/:round/so-lieu/:file{[a-z-]+${filePattern}}`, async (c) => {
    const file = readFileName(c.req.param("file"))
    const found = file && (await readAskedMeasure(c, file.name))
    if (!found) return c.notFound()
    const records = await readRecords(c, found, { limit: mostInFile })
    return await sendList(c, file.format, frozenRecordsList(c.var.view, found, records))
  })

  .get(`${root}/:round/so-lieu/:measure{[a-z-]+}`, async (c) => {
    const { db, view } = c.var
    const found = await readAskedMeasure(c, c.req.param("measure"))
    if (!found) return c.notFound()
    const { snapshot, measure, unit, sector, asked } = found
    const [[row], parts, records] = await Promise.all([
      listUnitFigures(db, snapshot.id, [measure], { unit, sector }),
      readParts(c, found),
      readRecords(c, found, { limit: recordsPerPage, offset: (asked.page - 1) * recordsPerPage }),
    ])
    const shown = { found, figure: row!.figure, parts, records }
    return renderPage(c, <FrozenMeasurePage view={view} {...shown} />, { topics })
  })

  .get(`${root}/:round/so-sanh`, async (c) => {
    const { db, view } = c.var
    const compared = await readCompared(c)
    if (!compared) return c.notFound()
    const { from, to } = compared
    const [figures, { rows, total }] = await Promise.all([
      listDifferingFigures(db, from, to),
      listDifferingRecords(db, from, to, mostDifferences),
    ])
    const shown = { ...compared, figures, records: rows, total }
    return renderPage(c, <ComparisonPage view={view} {...shown} />, { topics })
  })

  .route(
    "/",
    listFiles(`${root}/:round/so-sanh`, async (c) => {
      const compared = await readCompared(c)
      if (!compared) return undefined
      const { round, from, to } = compared
      const { rows } = await listDifferingRecords(c.var.db, from, to, mostInFile)
      return differencesList(c.var.view, round, { from, to, rows })
    }),
  )

function readFigures({ var: { db } }: Context<Env>, { snapshot, measures, unit, sector }: AskedFigures) {
  return listUnitFigures(db, snapshot.id, measures, { unit, sector })
}

function readRecords(
  { var: { db } }: Context<Env>,
  { snapshot, measure, unit, sector, asked }: AskedMeasure,
  page: { limit: number; offset?: number },
) {
  const { order: sort, direction } = asked
  return listSnapshotRecords(db, snapshot.id, measure, { unit, sector }, { sort, direction, ...page })
}

/** By the units below the one shown, and by sector where none was chosen. */
async function readParts({ var: { db, view } }: Context<Env>, found: AskedMeasure) {
  const { snapshot, measure, unit, sector } = found
  const t = measureTexts[view.locale]
  const bySectors = measure.of === "organisations" && !sector
  const within = { within: unit, sector }
  const levels = [
    { level: "province", title: t.byProvince },
    { level: "district", title: t.byDistrict },
    { level: "commune", title: t.byCommune },
  ] as const
  const wanted =
    unit.level === "nation" ? levels.slice(0, 1) : unit.level === "commune" ? [] : levels.slice(1)
  const [sectorRows, ...placeRows] = await Promise.all([
    bySectors ? listSectorParts(db, snapshot.id, measure, { unit }) : [],
    ...wanted.map(({ level }) => listPlaceParts(db, snapshot.id, measure, { ...within, level })),
  ])
  return [
    ...wanted.map(({ title }, index) => ({ title, rows: placeRows[index]! })),
    { title: t.bySector, rows: sectorRows },
  ]
}

/** The two versions asked for; without a word, the latest against the one before it. */
async function readCompared(c: Context<Env>) {
  const { db } = c.var
  const round = await findClosedRound(db, c.req.param("round") ?? "")
  if (!round) return undefined
  const versions = await listSnapshots(db, round.id)
  const asked = (name: string) => versions.find(({ version }) => String(version) === c.req.query(name))
  const to = asked("den") ?? versions[0]!
  const from = asked("tu") ?? versions[1] ?? to
  return { round, versions, from, to }
}
