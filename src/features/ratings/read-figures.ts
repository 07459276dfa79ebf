import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { withLevelsTogether } from "../report-forms/columns.ts"
import type { ReportValues } from "../report-forms/definition.ts"
import { type Figures, figuresOf, type ReportedYear, reportedColumns } from "./figures.ts"

/** How sure a report is: taken in by the office, sent and not yet taken in, or none at all. */
export type ReportStanding = "accepted" | "sent" | "none"

/** The figures that the yearly reports hold for a year, with what they rest on. */
export type ReportedFigures = { figures: Figures; year: ReportStanding; last: ReportStanding }

/** What the reports of a year and of the one before say: those taken in, or else those that were sent. */
export async function readFigures(
  db: Database,
  organisationId: number,
  year: number,
): Promise<ReportedFigures> {
  const [now, before] = await Promise.all([
    readYear(db, organisationId, year),
    readYear(db, organisationId, year - 1),
  ])
  return { figures: figuresOf(now.values, before.values), year: now.standing, last: before.standing }
}

async function readYear(db: Database, organisationId: number, year: number) {
  const accepted = await db
    .selectFrom("yearly_reports")
    .select(reportedColumns)
    .where("organisation_id", "=", organisationId)
    .where("year", "=", year)
    .where("state", "in", ["accepted", "locked"])
    .executeTakeFirst()
  if (accepted) return { standing: "accepted" as const, values: accepted satisfies ReportedYear }

  const { rows } = await sql<{ values: ReportValues }>`
    select filing.values from report_filings filing join reporting_rounds round on round.id = filing.round_id
    where filing.organisation_id = ${organisationId} and round.year = ${year} and round.period = 'year'
      and filing.state in ('submitted', 'resubmitted')
    order by filing.id desc limit 1`.execute(db)
  return rows[0]
    ? { standing: "sent" as const, values: reportedFrom(rows[0].values) }
    : { standing: "none" as const, values: undefined }
}

function reportedFrom(values: ReportValues): ReportedYear {
  const together = withLevelsTogether(values)
  const known = reportedColumns.map((column) => {
    const value = together[column]
    return [column, typeof value === "number" ? value : null]
  })
  return Object.fromEntries(known) as ReportedYear
}
