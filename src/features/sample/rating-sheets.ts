import { addDays } from "../places/days.ts"
import { mostPoints, type RatingItem, type Scheme } from "../ratings/definition.ts"
import { type Figures, figuresOf, type ReportedYear, reportedColumns } from "../ratings/figures.ts"
import { type Answers, classOf, figuresUsed, scoreSheet } from "../ratings/scoring.ts"
import { randomFor } from "./random.ts"
import type { Rating } from "./ratings.ts"
import type { Report } from "./reports.ts"

/** The year whose ratings come with their scoring sheets; those of years before came without. */
export const yearOfSheets = 2025

export type SampleSheet = {
  rating: Rating
  answers: Answers
  figures: Figures
  checked_on: string
  submitted_on: string
}

/** Sheets whose items add up to the points that the ratings have: half points, as boards of directors give them. */
export function sheetsOf(
  ratings: readonly Rating[],
  reports: readonly Report[],
  scheme: Scheme,
): SampleSheet[] {
  const random = randomFor("rating sheets")
  const reported = new Map(reports.map((report) => [`${report.organisation.key}/${report.year}`, report]))
  const yearOf = ({ organisation }: Rating, year: number) => {
    const report = reported.get(`${organisation.key}/${year}`)
    return report && asReported(report)
  }
  return ratings
    .filter(({ year, points }) => year === yearOfSheets && points !== null)
    .flatMap((rating) => {
      const figures = figuresUsed(
        scheme,
        figuresOf(yearOf(rating, rating.year), yearOf(rating, rating.year - 1)),
      )
      const answers = answersFor(scheme, figures, rating.points!, () => random.next())
      const score = answers && scoreSheet(scheme, answers, figures)
      if (!score || score.points !== rating.points || classOf(score.points, scheme.classes) !== rating.class)
        return []
      const submitted_on = addDays(rating.rated_on, -random.integer(1, 5))
      return [
        { rating, answers, figures, submitted_on, checked_on: addDays(submitted_on, -random.integer(0, 3)) },
      ]
    })
}

function asReported({ figures }: Report): ReportedYear {
  const known = figures as Partial<Record<(typeof reportedColumns)[number], number>>
  return Object.fromEntries(reportedColumns.map((column) => [column, known[column] ?? null])) as ReportedYear
}

/** Points for what is typed, so that all of it comes to the total; what the reports answer stays theirs. */
function answersFor(
  scheme: Scheme,
  figures: Figures,
  total: number,
  next: () => number,
): Answers | undefined {
  const decided = scoreSheet(scheme, {}, figures)
  const most = mostPoints(scheme.definition)
  const answers: Answers = {}
  let left = total - decided.points
  const groups = scheme.definition.groups.map((group) => ({
    group,
    open: group.criteria
      .flatMap(({ items }) => items)
      .filter(({ code }) => decided.items.get(code)!.points === null),
  }))
  const room = (items: readonly RatingItem[], whole: number, given: number) =>
    Math.min(
      whole - given,
      items.reduce((sum, { code }) => sum + most.get(code)!, 0),
    )
  const rooms = groups.map(({ group, open }) => room(open, group.most, decided.groups.get(group.code)!))
  const all = rooms.reduce((sum, each) => sum + each, 0)
  if (left < 0 || left > all) return undefined

  groups.forEach(({ open }, index) => {
    const after = rooms.slice(index + 1).reduce((sum, each) => sum + each, 0)
    const share = Math.max(
      left - after,
      Math.min(rooms[index]!, Math.round((left * rooms[index]! * 2) / (rooms[index]! + after)) / 2),
    )
    shareOut(open, Math.min(left, share), rooms[index]!, most, next).forEach((points, code) => {
      answers[code] = { points }
    })
    left -= Math.min(left, share)
  })
  return answers
}

/** Half points, item by item, near the same part of what each may have. */
function shareOut(
  items: readonly RatingItem[],
  total: number,
  room: number,
  most: ReadonlyMap<string, number>,
  next: () => number,
) {
  const given = new Map<string, number>()
  let left = total
  items.forEach(({ code }, index) => {
    const rest = items.slice(index + 1)
    // Of an unknown split each may have what the group has: an even part of it is as good as any.
    const top = Math.min(
      most.get(code)!,
      index === items.length - 1 ? left : evenPart(items, code, room, most),
    )
    const after = rest.reduce((sum, each) => sum + Math.min(most.get(each.code)!, room), 0)
    const wanted = Math.round((total / room) * top * (0.85 + 0.3 * next()) * 2) / 2
    const points = Math.max(0, left - after, Math.min(most.get(code)!, left, wanted))
    given.set(code, points)
    left -= points
  })
  // What rounding left goes to whoever has room for it.
  for (const { code } of items) {
    const more = Math.min(left, most.get(code)! - given.get(code)!)
    given.set(code, given.get(code)! + more)
    left -= more
  }
  return given
}

function evenPart(
  items: readonly RatingItem[],
  code: string,
  room: number,
  most: ReadonlyMap<string, number>,
) {
  const all = items.reduce((sum, each) => sum + most.get(each.code)!, 0)
  return (most.get(code)! * room) / all
}
