import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import type { ReportValues } from "../report-forms/definition.ts"
import { readRegister } from "../report-forms/read-register.ts"

/** Of which filing it is asked: whose, and of which year. */
export type Whose = {
  organisation_id: number | null
  place_id: number | null
  round: { year: number; period: string; data_from: string; data_to: string }
}

/** What a filing is compared with. */
export type Ground = { last: ReportValues | null; register: ReportValues | null }

/** What each of these is compared with, in the order asked: the year before as accepted, and what the register knows. */
export async function readGrounds(db: Database, asked: readonly Whose[]): Promise<Ground[]> {
  const [years, filings, registers] = await Promise.all([
    readYears(db, asked.filter(isYearly)),
    readFilings(
      db,
      asked.filter((one) => !isYearly(one)),
    ),
    readRegisters(db, asked),
  ])
  return asked.map((one) => ({
    last: (isYearly(one) ? years : filings).get(keyOf(one)) ?? null,
    register: registers.get(one.round)?.get(one.organisation_id ?? 0) ?? null,
  }))
}

/** A yearly round looks into the yearly reports, which also know years from before there were rounds. */
function isYearly({ organisation_id, round }: Whose) {
  return organisation_id !== null && round.period === "year"
}

async function readYears(db: Database, asked: readonly Whose[]) {
  if (asked.length === 0) return new Map<string, ReportValues>()
  const wanted = asked.map(({ organisation_id, round }) => ({ organisation_id, year: round.year - 1 }))
  const { rows } = await sql<{
    organisation_id: number
    year: number
    values: ReportValues
  }>`select ${keptPlan}
      report.organisation_id, report.year, to_jsonb(report) || report.more as values
    from json_to_recordset(${JSON.stringify(wanted)}::json) as wanted (organisation_id bigint, year integer)
    join yearly_reports report on report.organisation_id = wanted.organisation_id and report.year = wanted.year
    where report.state in ('accepted', 'locked')`.execute(db)
  return new Map(
    rows.map(({ organisation_id, year, values }) => [
      keyOf({ organisation_id, place_id: null, round: { year: year + 1, period: "year" } }),
      values,
    ]),
  )
}

async function readFilings(db: Database, asked: readonly Whose[]) {
  if (asked.length === 0) return new Map<string, ReportValues>()
  const wanted = asked.map(({ organisation_id, place_id, round: { year, period } }) => ({
    organisation_id,
    place_id,
    year,
    period,
  }))
  type Row = (typeof wanted)[number] & { values: ReportValues }
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

type Key = Pick<Whose, "organisation_id" | "place_id"> & { round: { year: number; period: string } }

function keyOf({ organisation_id, place_id, round }: Key) {
  return `${organisation_id ?? ""}.${place_id ?? ""}.${round.year}.${round.period}`
}

/** Filings of one round ask for the same days: what is sent at once is of one round, or of few. */
async function readRegisters(db: Database, asked: readonly Whose[]) {
  const byRound = Map.groupBy(asked, ({ round }) => round)
  const known = await Promise.all(
    [...byRound].map(async ([round, some]) => {
      const ids = some.map(({ organisation_id }) => organisation_id).filter((id) => id !== null)
      const { year, data_from: from, data_to: to } = round
      const register = ids.length > 0 ? await readRegister(db, ids, { year, from, to }) : new Map()
      return [round, register as Map<number, ReportValues>] as const
    }),
  )
  return new Map(known)
}
