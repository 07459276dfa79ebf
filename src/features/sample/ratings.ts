import { addDays } from "../places/days.ts"
import { notRated } from "../ratings/not-rated.ts"
import { yearsOfReports } from "./published.ts"
import { randomFor } from "./random.ts"
import { qualityOf, type Report, stateOn } from "./reports.ts"
import type { SampleOrganisation } from "./timeline.ts"

export type Rating = {
  organisation: SampleOrganisation
  year: number
  points: number | null
  class: string | null
  not_rated_reason: string | null
  rated_on: string
}

/**
 * Ratings under Circular 01/2020/TT-BKHĐT, which the scoring sheet brings along with the report. Credit funds are
 * rated by the State Bank, groups by nobody.
 */
export function ratingsOf(organisations: SampleOrganisation[], reports: Report[]): Rating[] {
  const random = randomFor("ratings")
  const rateable = organisations.filter(({ kind }) => kind === "cooperative" || kind === "cooperative_union")

  return yearsOfReports.flatMap(({ year, good, fair, average }) => {
    const ratedOn = (accepted: string) => addDays(accepted, random.integer(0, 3))
    const unrated = rateable
      .map((organisation) => ({ organisation, reason: reasonAgainst(organisation, year) }))
      .filter(({ reason }) => reason !== null)
      .map(({ organisation, reason }) => ({
        organisation,
        year,
        points: null,
        class: null,
        not_rated_reason: reason,
        rated_on: random.day(`${year}-12-15`, `${year}-12-24`),
      }))

    const excluded = new Set(unrated.map(({ organisation }) => organisation))
    const candidates = reports.filter(
      (report) =>
        report.year === year && rateable.includes(report.organisation) && !excluded.has(report.organisation),
    )
    const scored = candidates
      .map((report) => ({
        report,
        score: qualityOf(report.organisation) + random.between(-0.45, 0.45) + profitOf(report),
      }))
      .sort((one, other) => other.score - one.score)
    const ranked = [
      ...scored.filter(({ report }) => mayBeGood(report)),
      ...scored.filter(({ report }) => !mayBeGood(report)),
    ]

    const limits = {
      good: Math.round(good * ranked.length),
      fair: Math.round((good + fair) * ranked.length),
      average: Math.round((good + fair + average) * ranked.length),
    }
    // Those that may not be good stand at the end; among the last two classes only the score counts.
    const best = ranked.slice(0, limits.fair)
    const rest = ranked.slice(limits.fair).sort((one, other) => other.score - one.score)
    const rated = [...best, ...rest].map(({ report }, index) => {
      const [name, lowest, highest] =
        index < limits.good
          ? (["good", 80, 95] as const)
          : index < limits.fair
            ? (["fair", 65, 79.5] as const)
            : index < limits.average
              ? (["average", 50, 64.5] as const)
              : (["weak", 28, 49.5] as const)
      return {
        organisation: report.organisation,
        year,
        points: Math.round(random.between(lowest, highest) * 2) / 2,
        class: name,
        not_rated_reason: null,
        rated_on: ratedOn(report.accepted_on),
      }
    })
    return [...rated, ...unrated]
  })
}

/** None for those that are no more at the end of the year. */
function reasonAgainst(organisation: SampleOrganisation, year: number) {
  if (!stateOn(organisation, `${year}-12-31`)) return null
  const { founded_on, states } = organisation
  return notRated({ founded_on, stretches: states }, year)?.reason ?? null
}

function profitOf({ figures }: Report) {
  return figures.profit_before_tax! > 0 ? 0.4 : -0.4
}

/** Before a commune has its first lasting model, none of its cooperatives is rated good or fair. */
function mayBeGood({ organisation, year }: Report) {
  return organisation.kind === "cooperative_union" || organisation.commune.modelFrom <= year
}
