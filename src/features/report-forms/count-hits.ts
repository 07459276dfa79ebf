import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { readGrounds } from "../reports/read-grounds.ts"
import { checkValues, workOutTotals } from "./check-values.ts"
import type { FormDefinition, ReportValues } from "./definition.ts"

/** A round that was answered with a form, in any of its versions. */
export type PastRound = {
  id: number
  name: string
  year: number
  period: string
  data_from: string
  data_to: string
  /** How many were sent. */
  filings: number
}

/** The rounds that a form was answered in, the latest first. */
export async function listRoundsOfForm(db: Database, formId: number): Promise<PastRound[]> {
  const { rows } = await sql<PastRound>`
    select round.id, round.name, round.year, round.period, round.data_from, round.data_to,
      count(*)::integer as filings
    from reporting_rounds round
    join report_filings filing on filing.round_id = round.id and filing.state <> 'draft' and not filing.set_aside
    join report_form_versions version on version.id = filing.form_version_id and version.form_id = ${formId}
    group by round.id order by round.data_to desc, round.id desc`.execute(db)
  return rows
}

/** Read at a time, so that others are served in between and a country's round fits into memory. */
const batch = 500

/** How many reports of a round fail each rule, by its code; as the reports stand now, by what the register knows. */
export async function countHits(
  db: Database,
  definition: Pick<FormDefinition, "fields" | "rules">,
  { round, formId }: { round: PastRound; formId: number },
): Promise<Map<string, number>> {
  const hits = new Map(definition.rules.map(({ code }) => [code, 0]))
  for await (const filings of batchesOf(db, round, formId)) {
    const grounds = await readGrounds(
      db,
      filings.map((filing) => ({ ...filing, round })),
    )
    for (const [index, { values }] of filings.entries()) {
      const ground = { value: workOutTotals(definition, values), ...grounds[index]! }
      for (const { code } of checkValues(definition, ground)) hits.set(code, hits.get(code)! + 1)
    }
  }
  return hits
}

type Filing = {
  id: number
  organisation_id: number | null
  place_id: number | null
  values: ReportValues
}

async function* batchesOf(db: Database, { id: roundId }: PastRound, formId: number) {
  let after = 0
  while (true) {
    const { rows } = await sql<Filing>`
      select filing.id, filing.organisation_id, filing.place_id, filing.values
      from report_filings filing
      join report_form_versions version on version.id = filing.form_version_id and version.form_id = ${formId}
      where filing.round_id = ${roundId} and filing.state <> 'draft' and not filing.set_aside and filing.id > ${after}
      order by filing.id limit ${batch}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < batch) return
    after = rows.at(-1)!.id
  }
}
