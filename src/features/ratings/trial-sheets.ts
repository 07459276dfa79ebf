import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { type RatingClass, ratingClasses } from "./definition.ts"
import type { Figures } from "./figures.ts"
import { findScheme, type KeptScheme } from "./schemes.ts"
import type { Answers } from "./scoring.ts"
import { type Trial, tryScheme } from "./trial.ts"

/** What becomes of a class: one where nobody can tell is unsure. */
export const outcomes = [...ratingClasses, "unsure"] as const
export type Outcome = (typeof outcomes)[number]

export type Tried = Trial & {
  organisation_id: number
  slug: string
  name: string
  place_name: string
  place_kind: string
  points: number
  class: RatingClass
  outcome: Outcome
}

export type TrialRun = {
  tried: Tried[]
  /** Ratings of the year that came without a sheet: nothing to try on. */
  withoutSheet: number
}

/** Tries a scheme on every sheet of a year that was sent or taken in, with the score that counts. */
export async function runTrial(db: Database, to: KeptScheme, year: number): Promise<TrialRun> {
  const [{ rows }, { rows: ratings }] = await Promise.all([
    sql<Omit<Tried, keyof Trial | "outcome"> & { scheme_id: number; answers: Answers; figures: Figures }>`
      select sheet.organisation_id, sheet.scheme_id, organisation.slug, state.name, place.name as place_name,
        place.kind as place_kind, score.points, score.class, score.answers, score.figures
      from rating_sheets sheet
      join rating_revisions score on score.sheet_id = sheet.id
        and score.number = coalesce(sheet.counted_revision, sheet.revision)
      join organisations organisation on organisation.id = sheet.organisation_id
      join lateral (
        select state.name, state.place_id from organisation_states state
        where state.organisation_id = sheet.organisation_id order by state.valid_from desc limit 1) state on true
      join places place on place.id = state.place_id
      where sheet.year = ${year} and sheet.scheme_id = rating_scheme_of(${year})
        and sheet.state in ('submitted', 'accepted')
      order by place.name collate "vi-x-icu", state.name collate "vi-x-icu", sheet.organisation_id`.execute(
      db,
    ),
    sql<{ count: number }>`
      select count(*)::integer as count from ratings
      where year = ${year} and scheme_id = rating_scheme_of(${year}) and class is not null and sheet_id is null`.execute(
      db,
    ),
  ])
  const from = rows[0] && (await findScheme(db, rows[0].scheme_id))
  const tried = rows.map(({ answers, figures, scheme_id: _, ...row }) => {
    const trial = tryScheme(from!, to, { answers, figures })
    const isSure = trial.lowestClass === trial.highestClass
    return { ...row, ...trial, outcome: isSure ? trial.lowestClass : ("unsure" as const) }
  })
  return { tried, withoutSheet: ratings[0]?.count ?? 0 }
}

/** Years with sheets to try on, the latest first. */
export async function listTrialYears(db: Database) {
  const { rows } = await sql<{ year: number }>`
    select distinct year from rating_sheets where state in ('submitted', 'accepted') order by year desc`.execute(
    db,
  )
  return rows.map(({ year }) => year)
}
