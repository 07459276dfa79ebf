import type { Context } from "hono"
import type { Query } from "../../paths.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import type { Env } from "../../web/view.ts"
import { type Asked, denominatorWords, orderWords } from "../measures/asked.ts"
import { recordOrders } from "../measures/record-list.ts"
import { denominators } from "../measures/scope.ts"
import { readSector, sectorWord } from "../register/vocabulary.ts"
import { type ClosedRound, findClosedRound } from "./queries.ts"
import {
  type FrozenMeasure,
  type FrozenUnit,
  listFrozenMeasures,
  listFrozenUnits,
  listSnapshots,
  type Snapshot,
} from "./read-snapshot.ts"

/** A version of the figures of a closed round, and what of it an address asks for. */
export type AskedFigures = {
  round: ClosedRound
  snapshot: Snapshot
  versions: Snapshot[]
  units: FrozenUnit[]
  /** The place of the round, where no part of it is asked for. */
  unit: FrozenUnit
  sector: Asked["sector"]
  measures: FrozenMeasure[]
}

/** Nothing where there is no such round, version or unit. */
export async function readAskedFigures<Kind extends Env>(
  c: Context<Kind>,
): Promise<AskedFigures | undefined> {
  const { db }: Env["Variables"] = c.var
  const round = await findClosedRound(db, c.req.param("round") ?? "")
  if (!round) return undefined
  const versions = await listSnapshots(db, round.id)
  const number = c.req.query("phien-ban")
  const snapshot = number ? versions.find(({ version }) => String(version) === number) : versions[0]
  if (!snapshot) return undefined
  const [units, measures] = await Promise.all([
    listFrozenUnits(db, snapshot.id),
    listFrozenMeasures(db, snapshot.id),
  ])
  const slug = c.req.query("dia-ban")
  const unit = slug ? units.find((each) => each.slug === slug) : units[0]
  if (!unit) return undefined
  return {
    round,
    snapshot,
    versions,
    units,
    unit,
    sector: readSector(c.req.query("linh-vuc")) ?? null,
    measures,
  }
}

/** The version only where it is not the latest, so that an address without one is always of what holds now. */
export function figuresQuery(
  { snapshot, versions, unit, sector }: Omit<AskedFigures, "measures" | "units" | "round">,
  changed: Query = {},
): Query {
  return {
    "phien-ban": snapshot.version === versions[0]!.version ? undefined : snapshot.version,
    "dia-ban": unit.number === 0 ? undefined : unit.slug,
    "linh-vuc": sector ? sectorWord(sector) : undefined,
    ...changed,
  }
}

export type AskedMeasure = AskedFigures & { measure: FrozenMeasure; asked: Asked }

/** The measure that an address names, among the denominator asked for, and how its records are to be listed. */
export async function readAskedMeasure<Kind extends Env>(
  c: Context<Kind>,
  word: string,
): Promise<AskedMeasure | undefined> {
  const figures = await readAskedFigures(c)
  if (!figures) return undefined
  const denominator = denominators.find((each) => denominatorWords[each] === c.req.query("mau-so"))
  const ofCode = figures.measures.filter(({ code }) => code === word.replaceAll("-", "_"))
  const usual = ofCode.find(({ is_usual }) => is_usual)
  const measure = (denominator && ofCode.find((each) => each.denominator === denominator)) || usual
  if (!measure) return undefined
  const { unit, sector } = figures
  const asked: Asked = {
    place:
      unit.number === 0 ? null : { id: unit.place_id, slug: unit.slug, name: unit.name, kind: unit.kind },
    sector,
    denominator: measure.is_usual ? null : measure.denominator,
    day: undefined,
    unread: undefined,
    from: undefined,
    unitsOn: undefined,
    unitsUnread: undefined,
    order: recordOrders.find((each) => orderWords[each] === c.req.query("sap-xep")) ?? "name",
    direction: c.req.query("chieu") === "giam" ? "desc" : "asc",
    page: readPage(c.req.query("trang")),
  }
  return { ...figures, measure, asked }
}
