import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import type { Period, Window } from "./proposals.ts"

/** What one kind of respondent answers with. */
export type RoundForm = {
  kind: string
  form_version_id: number
  name: string
  official_number: string | null
}

export type Round = {
  id: number
  slug: string
  name: string
  year: number
  period: Period
  asked: "organisations" | "communes"
  place_id: number
  place_slug: string
  place_name: string
  place_kind: string
  place_level: string
  legal_basis: string | null
  data_from: string
  data_to: string
  opens_on: string
  due_on: string
  closes_on: string
  state: "open" | "closed"
  closed_at: Date | null
  version: number
  forms: RoundForm[]
}

const rounds = sql`select ${keptPlan} round.id, round.slug, round.name, round.year, round.period, round.asked, round.place_id,
    place.slug as place_slug, place.name as place_name, place.kind as place_kind, place.level as place_level,
    round.legal_basis, round.data_from, round.data_to, round.opens_on, round.due_on, round.closes_on,
    round.state, round.closed_at, round.version,
    (select coalesce(json_agg(json_build_object('kind', asked.kind, 'form_version_id', form.id, 'name', form.name,
        'official_number', form.official_number) order by asked.kind), '[]')
      from reporting_round_forms asked join report_form_versions form on form.id = asked.form_version_id
      where asked.round_id = round.id) as forms
  from reporting_rounds round join places place on place.id = round.place_id`

/** All rounds, the latest first. */
export async function listRounds(db: Database) {
  const { rows } =
    await sql<Round>`${rounds} order by round.year desc, round.due_on desc, round.id desc`.execute(db)
  return rows
}

export async function findRound(db: Database, slug: string) {
  const { rows } = await sql<Round>`${rounds} where round.slug = ${slug}`.execute(db)
  return rows[0]
}

export async function findRoundById(db: Database, id: number) {
  const { rows } = await sql<Round>`${rounds} where round.id = ${id}`.execute(db)
  return rows[0]
}

export type FormChoice = {
  id: number
  name: string
  official_number: string | null
  kinds: string[]
  first_year: number
  last_year: number | null
}

/** Versions of forms that are in use, the latest of each first. */
export async function listFormChoices(db: Database): Promise<FormChoice[]> {
  return await db
    .selectFrom("report_form_versions as version")
    .innerJoin("report_forms as form", "form.id", "version.form_id")
    .select([
      "version.id",
      "version.name",
      "version.official_number",
      "form.kinds",
      "version.first_year",
      "version.last_year",
    ])
    .where("version.published_at", "is not", null)
    .orderBy("form.id")
    .orderBy("version.number", "desc")
    .execute()
}

/** When reports of a year are due, and what their data is of. */
export async function listWindows(db: Database): Promise<Window[]> {
  return await db.selectFrom("reporting_windows").selectAll().orderBy("first_year").execute()
}
