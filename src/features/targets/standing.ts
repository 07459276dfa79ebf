import { addDays } from "../places/days.ts"

export type Bound =
  | "exact"
  | "at_least"
  | "at_most"
  | "between"
  | "about"
  | "as_few_as_possible"
  | "as_many_as_possible"

export type Standing = "reached" | "on_course" | "at_risk" | "off_course" | "not_measured"

/** Why a target stands as it does; the words are in standing-texts.ts. */
export type StandingRule =
  | "not_measured"
  | "aim_met"
  | "aim_near"
  | "range_met"
  | "straight_line"
  | "must_be_kept"
  | "no_baseline"
  | "cannot_be_undone"
  | "cap_kept_so_far"
  | "fewer_than_before"
  | "more_than_before"
  | "period_ended"

export type StandingTarget = {
  bound: Bound
  /** In the unit of the figure; none: as few, or as many, as possible. */
  aim: number | null
  aim_max: number | null
  better: "more" | "less" | "closer"
  /** A flow begins the period at nought and only grows; a level begins where it stood on the day before. */
  kind: "flow" | "level"
}

export type Reading = {
  /** The figure on the day before the period; not asked for flows. */
  baseline: number | null
  value: number | null
  startsOn: string
  endsOn: string
  day: string
}

export type Verdict = {
  standing: Standing
  rule: StandingRule
  /** What the figure should have come to by the day. */
  expected: number | null
  /** How much of the way is done, from 0 to 1. */
  progress: number | null
  /** What has to be added (or, below zero, taken off) from now on; none when reached, ended or unknown. */
  neededPerMonth: number | null
  neededPerYear: number | null
  ended: boolean
}

/** An aim "exactly 40 %" is met from 38 to 42 %. */
export const nearEnough = 2
/** From this part of the expected progress on, a target is at risk; below it, off course. */
export const atRiskFrom = 0.8

const daysOfYear = 365.25

/** Progress is expected along a straight line from the baseline to the aim, which is how yearly reports judge it. */
export function standing(target: StandingTarget, reading: Reading): Verdict {
  const ended = reading.day > reading.endsOn
  const baseline = target.kind === "flow" ? 0 : reading.baseline
  if (reading.value === null) return { ...unknown, expected: expectedBy(target, baseline, reading), ended }

  const verdict =
    target.aim === null
      ? judgeWithoutAim(target, baseline, reading.value, ended)
      : judge(target, baseline, reading.value, reading)
  return { ...unknown, ...verdict, ...pace(target, verdict.standing, reading), ended }
}

type Judgement = Pick<Verdict, "standing" | "rule" | "progress"> & Partial<Verdict>

const unknown: Verdict = {
  standing: "not_measured",
  rule: "not_measured",
  expected: null,
  progress: null,
  neededPerMonth: null,
  neededPerYear: null,
  ended: false,
}

function judge(target: StandingTarget, baseline: number | null, value: number, reading: Reading): Judgement {
  const ended = reading.day > reading.endsOn
  const expected = expectedBy(target, baseline, reading)
  const missing = distance(target, value)
  const tolerance = toleranceOf(target)

  if (missing <= tolerance) {
    const met = { progress: 1, expected }
    // Nobody can say of a cap that it was kept before the period is over.
    if (isCap(target) && !ended) return { ...met, standing: "on_course", rule: "cap_kept_so_far" }
    return { ...met, standing: "reached", rule: rangeOrAim(target, missing) }
  }

  const distanceAtStart = baseline === null ? null : distance(target, baseline)
  const fromStart = distanceAtStart !== null && distanceAtStart > tolerance
  const progress = fromStart ? clamp((distanceAtStart - missing) / distanceAtStart) : likeness(target, value)
  const so = { progress, expected }
  if (ended) return { ...so, standing: "off_course", rule: "period_ended" }
  if (target.kind === "flow" && value > upperEnd(target))
    return { ...so, standing: "off_course", rule: "cannot_be_undone" }

  if (fromStart) {
    const gained = distanceAtStart - missing
    const due = distanceAtStart * elapsed(reading)
    return { ...so, standing: byShare(gained, due), rule: "straight_line" }
  }
  // Without a way to go, the figure itself is set against the aim.
  const near = likeness(target, value) >= atRiskFrom
  return {
    ...so,
    standing: near ? "at_risk" : "off_course",
    rule: baseline === null ? "no_baseline" : "must_be_kept",
  }
}

/** "As few as possible" has no number: it is set against what there was before the period. */
function judgeWithoutAim(
  target: StandingTarget,
  baseline: number | null,
  value: number,
  ended: boolean,
): Judgement {
  const fewer = target.bound === "as_few_as_possible" || target.better === "less"
  const rule = fewer ? "fewer_than_before" : "more_than_before"
  if (fewer && value === 0) return { standing: "reached", rule: "aim_met", progress: 1 }
  if (baseline === null) return { standing: "not_measured", rule: "no_baseline", progress: null }

  const gain = fewer ? baseline - value : value - baseline
  const progress = baseline > 0 ? clamp(gain / baseline) : null
  const so = { rule, progress, expected: baseline } as const
  if (ended) return { ...so, standing: gain > 0 ? "reached" : "off_course" }
  if (gain === 0) return { ...so, standing: "at_risk" }
  return { ...so, standing: gain > 0 ? "on_course" : "off_course" }
}

/** The part of the period that is over: nothing before its first day, all of it on its last. */
export function elapsed({ startsOn, endsOn, day }: Pick<Reading, "startsOn" | "endsOn" | "day">) {
  const before = addDays(startsOn, -1)
  return clamp(daysBetween(before, day) / daysBetween(before, endsOn))
}

function expectedBy(target: StandingTarget, baseline: number | null, reading: Reading) {
  if (target.aim === null) return baseline
  if (baseline === null) return null
  const goal = nearestGoal(target, baseline)
  return baseline + (goal - baseline) * elapsed(reading)
}

function pace(target: StandingTarget, judged: Standing, { value, day, endsOn, startsOn }: Reading) {
  const from = day < startsOn ? addDays(startsOn, -1) : day
  const daysLeft = daysBetween(from, endsOn)
  if (target.aim === null || value === null || judged === "reached" || daysLeft <= 0) return {}
  const missing = nearestGoal(target, value) - value
  if (missing === 0 || (target.kind === "flow" && missing < 0)) return {}

  const neededPerYear = (missing / daysLeft) * daysOfYear
  return { neededPerYear, neededPerMonth: neededPerYear / 12 }
}

function byShare(gained: number, due: number): Standing {
  if (gained >= due - 1e-9) return "on_course"
  return gained >= due * atRiskFrom - 1e-9 ? "at_risk" : "off_course"
}

function rangeOrAim(target: StandingTarget, missing: number): StandingRule {
  if (missing > 0) return "aim_near"
  if (target.bound === "between" && target.aim_max !== null) return "range_met"
  return target.better === "closer" ? "aim_near" : "aim_met"
}

/** The values that meet the aim, from one end to the other. */
function goals({ bound, aim, aim_max, better }: StandingTarget): [from: number, to: number] {
  if (bound === "between" && aim_max !== null) return [aim!, aim_max]
  if (bound === "at_least") return [aim!, Number.POSITIVE_INFINITY]
  if (bound === "at_most") return [Number.NEGATIVE_INFINITY, aim!]
  if (better === "more") return [aim!, Number.POSITIVE_INFINITY]
  return better === "less" ? [Number.NEGATIVE_INFINITY, aim!] : [aim!, aim!]
}

function upperEnd(target: StandingTarget) {
  return goals(target)[1] + toleranceOf(target)
}

function nearestGoal(target: StandingTarget, value: number) {
  const [from, to] = goals(target)
  return Math.min(Math.max(value, from), to)
}

function distance(target: StandingTarget, value: number) {
  return Math.abs(nearestGoal(target, value) - value)
}

function toleranceOf(target: StandingTarget) {
  const [from, to] = goals(target)
  return from === to && target.better === "closer" ? nearEnough : 0
}

function isCap(target: StandingTarget) {
  return target.kind === "flow" && goals(target)[0] === Number.NEGATIVE_INFINITY
}

/** How like its goal a figure is, the smaller over the larger. */
function likeness(target: StandingTarget, value: number) {
  const goal = nearestGoal(target, value)
  const larger = Math.max(Math.abs(value), Math.abs(goal))
  return larger === 0 ? 1 : clamp(Math.min(value, goal) / larger)
}

function clamp(share: number) {
  return Math.min(Math.max(share, 0), 1)
}

function daysBetween(from: string, to: string) {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
