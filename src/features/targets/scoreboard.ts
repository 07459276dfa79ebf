import type { Database } from "../../database/connection.ts"
import { getMeasure, type Measure, type MeasureCode } from "../measures/catalogue.ts"
import type { Figure } from "../measures/figures.ts"
import { countKept } from "../measures/kept-figures.ts"
import type { Denominator, Scope, Sector } from "../measures/scope.ts"
import { addDays } from "../places/days.ts"
import { listMeasurements, type Measurement, type Target } from "./queries.ts"
import { type Bound, standing, type Verdict } from "./standing.ts"

type PlanPeriod = { id: number; place_id: number; starts_on: string; ends_on: string }

export type HistoryPoint = { day: string; value: number | null }

export type ScoreboardRow = {
  target: Target
  /** None where figures are entered by hand. */
  measure: Measure | null
  figure: Figure | null
  value: number | null
  /** The words that vouch for a figure entered by hand. */
  evidence: string | null
  /** The day before the period, then each year's end, then the day itself. */
  history: HistoryPoint[]
  verdict: Verdict
}

/**
 * Every target of a plan as it stands on a day. A day after the period's end shows the end: what comes later is no
 * longer the plan's. A target that names a year of its own has that year's end instead.
 */
export async function readScoreboard(
  db: Database,
  plan: PlanPeriod,
  targets: readonly Target[],
  day: string,
): Promise<ScoreboardRow[]> {
  const asked = targets.map((target) => {
    const period = periodOf(target, plan)
    return { target, period, days: historyDays(period, lastDayShown(period, day)) }
  })
  const counted = asked.filter(({ target }) => target.measure)
  const [series, measurements] = await Promise.all([
    countKept(
      db,
      counted.map(({ target, days }) => ({
        measure: target.measure as MeasureCode,
        scope: scopeOf(target, plan, days.at(-1)!),
        days,
      })),
    ),
    counted.length < targets.length ? listMeasurements(db, plan, day) : [],
  ])
  const seriesOf = new Map(counted.map(({ target }, index) => [target.id, series[index] ?? []]))
  return asked.map(({ target, period, days }) => {
    const figures = seriesOf.get(target.id)
    if (figures) return rowCounted(target, figures, days, period, day)
    const own = measurements.filter(({ target_id }) => target_id === target.id)
    return rowByHand(target, own, period, day)
  })
}

/** "đến năm 2030" in a plan for 2021–2025 gives that target until the end of 2030. */
export function periodOf<Period extends { ends_on: string }>(
  { by_year }: { by_year: number | null },
  plan: Period,
) {
  return by_year === null ? plan : { ...plan, ends_on: `${by_year}-12-31` }
}

/** Where, when and of what a target counts. */
export function scopeOf(target: Target, plan: PlanPeriod, to: string): Scope {
  return {
    placeId: plan.place_id,
    sector: target.sector as Sector | null,
    denominator: target.denominator as Denominator | null,
    from: plan.starts_on,
    to,
  }
}

export function lastDayShown({ ends_on }: { ends_on: string }, day: string) {
  return day < ends_on ? day : ends_on
}

function historyDays({ starts_on }: PlanPeriod, on: string) {
  const before = addDays(starts_on, -1)
  if (on <= before) return [before]
  const days = [before]
  for (let year = Number(starts_on.slice(0, 4)); `${year}-12-31` < on; year++) days.push(`${year}-12-31`)
  days.push(on)
  return days
}

function rowCounted(
  target: Target,
  figures: Figure[],
  days: string[],
  plan: PlanPeriod,
  day: string,
): ScoreboardRow {
  const measure = getMeasure(target.measure as MeasureCode)
  const figure = figures.at(-1) ?? null
  const history = figures.map(({ value }, index) => ({ day: days[index] ?? "", value }))
  return {
    target,
    measure,
    figure,
    value: figure?.value ?? null,
    evidence: null,
    history,
    verdict: judge(target, measure.kind === "flow", history, plan, day),
  }
}

function rowByHand(
  target: Target,
  measurements: Measurement[],
  plan: PlanPeriod,
  day: string,
): ScoreboardRow {
  const history = measurements.map(({ measured_on, value }) => ({ day: measured_on, value }))
  const latest = measurements.at(-1)
  return {
    target,
    measure: null,
    figure: null,
    value: latest?.value ?? null,
    evidence: latest?.evidence ?? null,
    history,
    verdict: judge(target, target.change === "new", history, plan, day),
  }
}

function judge(
  target: Target,
  isFlow: boolean,
  history: HistoryPoint[],
  { starts_on, ends_on }: PlanPeriod,
  day: string,
) {
  const baseline = history.filter((point) => point.day < starts_on).at(-1)?.value ?? null
  return standing(
    {
      bound: target.bound as Bound,
      aim: target.aim,
      aim_max: target.aim_max,
      better: target.better as "more" | "less" | "closer",
      kind: isFlow ? "flow" : "level",
    },
    { baseline, value: history.at(-1)?.value ?? null, startsOn: starts_on, endsOn: ends_on, day },
  )
}
