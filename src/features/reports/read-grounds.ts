import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { CheckGround } from "../report-forms/check-values.ts"
import type { ReportValues } from "../report-forms/definition.ts"
import { valuesOfYear } from "./yearly-values.ts"

/** Of which filings it is asked: whose, and of which year. */
type Asked = {
  organisation_id: number | null
  place_id: number | null
  round: { year: number; period: string }
}

/**
 * What each filing is compared with, in the order asked: the year before as it was accepted. A yearly round looks into
 * the yearly reports, which also know years from before there were rounds; others into the round of the year before.
 */
export async function readLastYears(db: Database, asked: readonly Asked[]): Promise<(ReportValues | null)[]> {
  const yearly = asked.filter(isYearly)
  const others = asked.filter((one) => !isYearly(one))
  const [reports, filings] = await Promise.all([readYears(db, yearly), readFilings(db, others)])
  return asked.map((one) => (isYearly(one) ? reports : filings).get(keyOf(one)) ?? null)
}

/** Everything that rules ask about, for one filing. */
export function groundOf(value: ReportValues, last: ReportValues | null): CheckGround {
  return { value, last }
}

async function readYears(db: Database, asked: readonly Asked[]) {
  if (asked.length === 0) return new Map<string, ReportValues>()
  const wanted = asked.map(({ organisation_id, round }) => ({ organisation_id, year: round.year - 1 }))
  const { rows } = await sql<
    Record<string, unknown> & { organisation_id: number; year: number; more: object }
  >`
    select report.* from json_to_recordset(${JSON.stringify(wanted)}::json) as wanted (organisation_id bigint, year integer)
    join yearly_reports report on report.organisation_id = wanted.organisation_id and report.year = wanted.year
    where report.state in ('accepted', 'locked')`.execute(db)
  return new Map(
    rows.map((row) => [
      keyOf({
        organisation_id: row.organisation_id,
        place_id: null,
        round: { year: row.year + 1, period: "year" },
      }),
      valuesOfYear(row),
    ]),
  )
}

async function readFilings(db: Database, asked: readonly Asked[]) {
  if (asked.length === 0) return new Map<string, ReportValues>()
  const wanted = asked.map(({ organisation_id, place_id, round }) => ({
    organisation_id,
    place_id,
    ...round,
  }))
  type Row = Omit<Asked, "round"> & { year: number; period: string; values: ReportValues }
  const { rows } = await sql<Row>`
    select wanted.organisation_id, wanted.place_id, wanted.year, wanted.period, filing.values
    from json_to_recordset(${JSON.stringify(wanted)}::json)
      as wanted (organisation_id bigint, place_id bigint, year integer, period text)
    join reporting_rounds round on round.year = wanted.year - 1 and round.period = wanted.period
    join report_filings filing on filing.round_id = round.id
      and (filing.organisation_id = wanted.organisation_id or filing.place_id = wanted.place_id)
    where filing.state in ('accepted', 'accepted_by_province', 'locked')`.execute(db)
  return new Map(
    rows.map(({ year, period, values, ...whose }) => [keyOf({ ...whose, round: { year, period } }), values]),
  )
}

function isYearly({ organisation_id, round }: Asked) {
  return organisation_id !== null && round.period === "year"
}

function keyOf({ organisation_id, place_id, round }: Asked) {
  return `${organisation_id ?? ""}.${place_id ?? ""}.${round.year}.${round.period}`
}
