import {
  addPoints,
  type ClassBound,
  type Criterion,
  mostPoints,
  type RatingClass,
  type RatingItem,
  type ScaleRow,
  type Scheme,
} from "./definition.ts"
import type { FigureCode, Figures } from "./figures.ts"

/** What was said to one item; what it does not ask for is left out. */
export type Answer = {
  points?: number | null
  yes?: boolean | null
  choice?: string | null
  /** The figure that scores it, where the yearly report does not hold it. */
  figure?: number | null
  note?: string | null
  /** The file that proves it. */
  file_id?: number | null
}
/** By the code of the item. */
export type Answers = Record<string, Answer>

/** Where the points of an item come from. */
export type PointsSource = "typed" | "report" | "figure" | "answer"

export type ItemScore = {
  /** None while nothing was said that decides it. */
  points: number | null
  most: number
  source: PointsSource | undefined
  /** Of what is typed: more than it may have. */
  isAbove: boolean
}

export type Score = {
  items: ReadonlyMap<string, ItemScore>
  criteria: ReadonlyMap<string, number | null>
  groups: ReadonlyMap<string, number>
  points: number
  /** Items that nothing was said to yet. */
  open: readonly string[]
  /** Groups and criteria whose points add up to more than they may have. */
  above: readonly { code: string; sum: number; most: number }[]
}

/** The points of a sheet by a scheme: the same sheet and the same scheme give the same points for ever. */
export function scoreSheet(
  { definition }: Pick<Scheme, "definition">,
  answers: Answers,
  figures: Figures,
): Score {
  const most = mostPoints(definition)
  const items = new Map<string, ItemScore>()
  const criteria = new Map<string, number | null>()
  const groups = new Map<string, number>()
  const above: { code: string; sum: number; most: number }[] = []
  for (const group of definition.groups) {
    for (const criterion of group.criteria) {
      for (const item of criterion.items) {
        items.set(item.code, scoreItem(item, most.get(item.code)!, answers[item.code] ?? {}, figures))
      }
      const sum = sumOf(criterion, items)
      criteria.set(criterion.code, sum)
      if (criterion.most !== null && (sum ?? 0) > criterion.most) {
        above.push({ code: criterion.code, sum: sum!, most: criterion.most })
      }
    }
    const sum = addPoints(group.criteria.map(({ code }) => criteria.get(code) ?? 0))
    groups.set(group.code, sum)
    if (sum > group.most) above.push({ code: group.code, sum, most: group.most })
  }
  const open = [...items].filter(([, { points }]) => points === null).map(([code]) => code)
  return { items, criteria, groups, points: addPoints([...groups.values()]), open, above }
}

/** Half-open to the decimal: 79.9 is khá, 80 tốt (Circular 01/2020/TT-BKHĐT, Article 8.2). */
export function classOf(points: number, classes: readonly ClassBound[]): RatingClass {
  const reached = classes.filter(({ lowest_points }) => points >= lowest_points)
  const best = reached.toSorted((one, other) => other.lowest_points - one.lowest_points)[0]
  if (!best) throw new Error(`No class holds ${points} points`)
  return best.class
}

function scoreItem(item: RatingItem, most: number, answer: Answer, figures: Figures): ItemScore {
  const { points, source } = pointsOf(item, most, answer, figures)
  return {
    points,
    most,
    source: points === null ? undefined : source,
    isAbove: points !== null && points > most,
  }
}

type Found = { points: number | null; source: PointsSource }

function pointsOf(item: RatingItem, most: number, answer: Answer, figures: Figures): Found {
  if (item.input === "points") return { points: answer.points ?? null, source: "typed" }
  if (item.input === "choices") {
    const chosen = item.choices.find(({ code }) => code === answer.choice)
    return { points: chosen?.points ?? null, source: "answer" }
  }
  const reported = item.scored_by ? figures[item.scored_by] : undefined
  const source = reported === undefined ? "figure" : "report"
  const figure = reported ?? answer.figure ?? null
  if (item.input === "scale") return { points: figure === null ? null : byScale(item.scale, figure), source }

  if (reported !== undefined) return { points: reported > 0 ? most : 0, source }
  if (answer.yes === undefined || answer.yes === null) return { points: null, source: "answer" }
  return { points: answer.yes ? most : 0, source: "answer" }
}

function byScale(scale: readonly ScaleRow[], figure: number) {
  const row = scale.find(
    ({ at_least, below }) => (at_least === null || figure >= at_least) && (below === null || figure < below),
  )
  return row?.points ?? null
}

function sumOf({ items }: Criterion, scores: ReadonlyMap<string, ItemScore>) {
  const points = items.map(({ code }) => scores.get(code)!.points).filter((each) => each !== null)
  return points.length === 0 ? null : addPoints(points)
}

/** The figures that a sheet was scored by or shows: what has to be kept with it. */
export function figuresUsed({ definition }: Pick<Scheme, "definition">, figures: Figures): Figures {
  const used = new Set<FigureCode>()
  for (const { criteria } of definition.groups)
    for (const { items } of criteria)
      for (const { figures: shown, scored_by } of items)
        for (const code of [...shown, scored_by]) if (code) used.add(code)
  return Object.fromEntries(
    Object.entries(figures).filter(([code]) => used.has(code as FigureCode)),
  ) as Figures
}
