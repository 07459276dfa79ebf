import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { rolesFor } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { reachedBy } from "../../rights/seen.ts"
import type { Fault } from "../workbooks/mark-faults.ts"
import type { ReportCounts } from "./plan-report-rows.ts"

export type SentReport = { filing_id: number; revision: number; receipt: string; name: string }

export type ReportImport = {
  id: number
  round_id: number
  round_slug: string
  round_name: string
  place_id: number
  place_kind: string
  place_name: string
  file_name: string
  file_hash: string
  receipt: string
  state: "received" | "checked" | "refused" | "applied" | "withdrawn"
  counts: ReportCounts
  problems: Fault[]
  uploaded_by: string
  user_id: string | null
  role: string | null
  uploaded_at: Date
  applied_at: Date | null
  applied_by: string | null
  sent: SentReport[]
  withdrawn_at: Date | null
  withdrawn_by: string | null
}

/** Workbooks of reports that were sent for places someone answers for, the latest first. */
export async function listReportImports(db: Database, person: Person, { limit }: { limit: number }) {
  return await seenBy(db, person)
    .orderBy("report_imports.uploaded_at", "desc")
    .orderBy("report_imports.id", "desc")
    .limit(limit)
    .$castTo<ReportImport>()
    .execute()
}

export async function findReportImport(db: Database, person: Person, id: number) {
  return await seenBy(db, person)
    .where("report_imports.id", "=", id)
    .$castTo<ReportImport>()
    .executeTakeFirst()
}

function seenBy(db: Database, person: Person) {
  return imports(db).where(
    reachedBy(rolesFor(person, "see_reports"), { place_id: "report_imports.place_id" }),
  )
}

/** One of them for whoever works at it, whoever that is. */
export async function findWaiting(db: Database, id: number) {
  return await imports(db)
    .where("report_imports.id", "=", id)
    .where("report_imports.state", "=", "received")
    .$castTo<ReportImport>()
    .executeTakeFirst()
}

function imports(db: Database) {
  return db
    .selectFrom("report_imports")
    .innerJoin("places", "places.id", "report_imports.place_id")
    .innerJoin("reporting_rounds", "reporting_rounds.id", "report_imports.round_id")
    .selectAll("report_imports")
    .select([
      "places.kind as place_kind",
      "places.name as place_name",
      "reporting_rounds.slug as round_slug",
      "reporting_rounds.name as round_name",
    ])
}

export type OpenRound = { id: number; slug: string; name: string; due_on: string }

/** Rounds that organisations may answer in now, the one due next first. */
export async function listOpenRounds(db: Database, today: string): Promise<OpenRound[]> {
  const { rows } = await sql<OpenRound>`
    select id, slug, name, due_on from reporting_rounds
    where state = 'open' and asked = 'organisations' and opens_on <= ${today}::date
    order by due_on, id`.execute(db)
  return rows
}
