import { z } from "zod"
import { type FigureCode, figureCodes } from "./figures.ts"

// The shape of a rating scheme as an administrator keeps it (rating_schemes.definition). The next circular needs no
// program: groups, criteria, what is scored in each, and which figure of the yearly report scores it.

const code = z.string().regex(/^[A-Za-z0-9]{1,8}$/)
const words = z.object({ vi: z.string().min(1), en: z.string().min(1) })
const points = z.number().min(0).max(100)
const figure = z.enum(figureCodes as unknown as [FigureCode, ...FigureCode[]])

/** From the first number on, and below the second: 79.9 stands below 80. None where it has no end. */
const scaleRow = z.object({ at_least: z.number().nullable(), below: z.number().nullable(), points })

const choice = z.object({ code, label: words, points })

/**
 * How the points of something come about: typed (up to the maximum), yes or no (all or nothing), by the scale of a
 * figure, or by one of several answers.
 */
export const inputs = ["points", "yes_no", "scale", "choices"] as const

const item = z.object({
  code,
  label: words,
  /** None where the split of the points is not known: then the points that the group has left. */
  most: points.nullable(),
  input: z.enum(inputs),
  /** The law has a scale that nobody has entered yet. */
  awaits_scale: z.boolean(),
  /** Figures of the yearly report that stand beside it. */
  figures: z.array(figure),
  /** The figure that scores it, by the scale, or by being above nought. */
  scored_by: figure.nullable(),
  scale: z.array(scaleRow),
  choices: z.array(choice),
})

/** One that is not split has a single item, under its own code. */
const criterion = z.object({ code, label: words, most: points.nullable(), items: z.array(item) })

const group = z.object({ code, label: words, most: points, criteria: z.array(criterion) })

export const schemeDefinition = z.object({ groups: z.array(group) })

export type SchemeDefinition = z.infer<typeof schemeDefinition>
export type RatingGroup = SchemeDefinition["groups"][number]
export type Criterion = RatingGroup["criteria"][number]
export type RatingItem = Criterion["items"][number]
export type ScaleRow = RatingItem["scale"][number]

/** Tốt, khá, trung bình, yếu: the best first. */
export const ratingClasses = ["good", "fair", "average", "weak"] as const
export type RatingClass = (typeof ratingClasses)[number]

/** A class holds from its lowest points up to, and without, those of the class above. */
export type ClassBound = { class: RatingClass; lowest_points: number }

export type Scheme = { definition: SchemeDefinition; classes: readonly ClassBound[] }

export function itemsOf({ groups }: SchemeDefinition) {
  return groups.flatMap(({ criteria }) => criteria.flatMap(({ items }) => items))
}

export function isSplit({ code, items }: Criterion) {
  return items.length !== 1 || items[0]!.code !== code
}

/** The most points that each item may have; of an unknown split, what the others leave. */
export function mostPoints({ groups }: SchemeDefinition): Map<string, number> {
  const most = new Map<string, number>()
  for (const group of groups) {
    const left = leftOver(group.most, group.criteria)
    for (const criterion of group.criteria) {
      const ofCriterion = criterion.most ?? left
      const leftInside = leftOver(ofCriterion, criterion.items)
      for (const item of criterion.items) most.set(item.code, item.most ?? leftInside)
    }
  }
  return most
}

function leftOver(whole: number, parts: readonly { most: number | null }[]) {
  return Math.max(0, addPoints([whole, ...parts.map(({ most }) => -(most ?? 0))]))
}

/** Points are kept to the hundredth: 0.1 and 0.2 are 0.3. */
export function addPoints(points: readonly number[]) {
  return Math.round(points.reduce((sum, each) => sum + each * 100, 0)) / 100
}
