import {
  addPoints,
  itemsOf,
  mostPoints,
  type RatingClass,
  type RatingItem,
  type Scheme,
} from "./definition.ts"
import type { Figures } from "./figures.ts"
import { type Answers, classOf, type ItemScore, scoreSheet } from "./scoring.ts"

/** What a sheet comes to by another scheme: a range, where it asks for something that the sheet does not say. */
export type Trial = {
  lowest: number
  highest: number
  lowestClass: RatingClass
  highestClass: RatingClass
  /** Items that nothing is known of. */
  unknown: string[]
  /** Items whose points were taken over in proportion, since their most points are others. */
  converted: string[]
}

/**
 * Scores a sheet of one scheme by another. What a figure or an answer decides is decided anew; points that were typed
 * are taken over by the number of the item, in proportion where its most points are others; what the sheet says nothing
 * of may be nought or everything. Nothing is guessed, so that a change of class is one, or is said to be unsure.
 */
export function tryScheme(
  from: Pick<Scheme, "definition">,
  to: Scheme,
  { answers, figures }: { answers: Answers; figures: Figures },
): Trial {
  const before = scoreSheet(from, answers, figures)
  const anew = scoreSheet(to, answers, figures)
  const splitBefore = new Map(itemsOf(from.definition).map((item) => [item.code, item.most !== null]))
  const most = mostPoints(to.definition)
  const unknown: string[] = []
  const converted: string[] = []
  const range = (item: RatingItem): [number, number] => {
    const top = most.get(item.code)!
    const old = before.items.get(item.code)
    const decided = item.input === "points" ? undefined : anew.items.get(item.code)!.points
    if (decided !== undefined && decided !== null) return [decided, decided]
    if (item.input !== "points" || !old || old.points === null) {
      unknown.push(item.code)
      return [0, top]
    }
    const points = takenOver(old, old.points, top, splitBefore.get(item.code)!)
    if (points !== old.points) converted.push(item.code)
    return [points, points]
  }
  const groups = to.definition.groups.map((group) => {
    const ranges = group.criteria.flatMap(({ items }) => items.map(range))
    const sum = (index: 0 | 1) => Math.min(group.most, addPoints(ranges.map((each) => each[index])))
    return [sum(0), sum(1)] as const
  })
  const lowest = addPoints(groups.map(([low]) => low))
  const highest = addPoints(groups.map(([, high]) => high))
  return {
    lowest,
    highest,
    lowestClass: classOf(lowest, to.classes),
    highestClass: classOf(highest, to.classes),
    unknown,
    converted,
  }
}

/** In proportion to the most points; where these were not known, as typed, up to the most there is now. */
function takenOver(old: ItemScore, points: number, top: number, wasSplit: boolean) {
  if (old.most === top) return points
  return wasSplit && old.most > 0 ? addPoints([(points * top) / old.most]) : Math.min(points, top)
}
