import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import { inPlace } from "../measures/scope.ts"
import type { Place } from "../places/queries.ts"
import type { FormDefinition, ReportValues } from "../report-forms/definition.ts"
import { findFormVersion } from "../report-forms/queries.ts"
import type { FilingState } from "../reports/filing-states.ts"
import { readGrounds } from "../reports/read-grounds.ts"
import type { Round } from "../rounds/queries.ts"
import { askedOn, respondents } from "../rounds/respondents.ts"
import type { Standing } from "../rounds/standing.ts"

/** One organisation that the round asks, with all that its row is filled from and compared with. */
export type AskedReport = {
  organisation_id: number
  slug: string
  code: string | null
  name: string
  kind: string
  standing: Standing
  /** None while nothing was begun. */
  state: FilingState | null
  revision: number
  /** What was saved; before that, what the form begins with. */
  values: ReportValues
  /** What the register knows of it, as the form begins. */
  begin: ReportValues
  last: ReportValues | null
  register: ReportValues | null
}

/** Those that answer with one form, by name. */
export type AskedForm = {
  form_version_id: number
  kinds: string[]
  definition: FormDefinition
  reports: AskedReport[]
}

/** Who is asked in a place, form by form; at a fixed number of queries. */
export async function readAsked(db: Database, round: Round, place: Place, today: string) {
  const day = askedOn(round, today)
  const isNation = place.level === "nation"
  // Its communes first, then who is in them: for each organisation of the round it would be asked whether it is here.
  const reach = isNation
    ? sql<boolean>`true`
    : sql<boolean>`state.place_id = any(array(
        select commune.id from places commune where commune.level = 'commune'
          and (commune.id = ${place.id} or ${inPlace({ placeId: place.id, isNation, to: day }, sql`commune.id`)})))`
  const { rows } =
    await sql<Row>`select ${keptPlan} asked.organisation_id, asked.slug, organisation.code, asked.name, asked.kind, asked.standing,
      filing.state, coalesce(filing.revision, 0) as revision, filing.values
    from (${respondents(round, today, { reach })}) asked
    join organisations organisation on organisation.id = asked.organisation_id
    left join report_filings filing on filing.id = asked.filing_id
    where asked.standing <> 'excused'
    order by asked.name collate "vi-x-icu", asked.organisation_id`.execute(db)
  const grounds = await readGrounds(
    db,
    rows.map(({ organisation_id }) => ({ organisation_id, place_id: null, round })),
  )
  const reports = rows.map((row, index) => ({ ...row, ...grounds[index]! }))
  const byForm = Map.groupBy(round.forms, ({ form_version_id }) => form_version_id)
  return await Promise.all(
    [...byForm].map(async ([form_version_id, forms]): Promise<AskedForm> => {
      const kinds = forms.map(({ kind }) => kind)
      const { definition } = (await findFormVersion(db, form_version_id))!
      const own = reports.filter(({ kind }) => kinds.includes(kind))
      return { form_version_id, kinds, definition, reports: own.map(begunWith(definition)) }
    }),
  )
}

type Row = Omit<AskedReport, "last" | "register" | "values" | "begin"> & { values: ReportValues | null }

/** What the register knows stands in the form before anything was saved. */
function begunWith({ fields }: FormDefinition) {
  return ({
    values,
    ...report
  }: Omit<AskedReport, "values" | "begin"> & Pick<Row, "values">): AskedReport => {
    const known = fields.flatMap(({ code, from_register }) => {
      const value = from_register ? (report.register?.[from_register] ?? null) : null
      return value === null ? [] : [[code, value] as const]
    })
    const begin = Object.fromEntries(known)
    return { ...report, begin, values: values && report.revision > 0 ? values : begin }
  }
}
