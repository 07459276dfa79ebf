import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import { checkingAlone, rolesFor } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { reachedBy } from "../../rights/seen.ts"
import type { Progress } from "./sheet-list.ts"

/** Scoring sheets of one year that wait for the same thing: to be mended, taken in, or answered. */
export type WaitingSheets = {
  year: number
  progress: Extract<Progress, "returned" | "submitted" | "objected">
  count: number
}

/**
 * Scoring sheets that wait for someone, the latest year first: their own that came back, and those their commune has to
 * take in or answer, by where the organisation lies today. The province looks at them in its list; taking them in is the communes' work.
 */
export async function listWaitingSheets(
  db: Database,
  person: Person,
  today: string,
): Promise<WaitingSheets[]> {
  const own = rolesFor(person, "file_report").filter(({ organisation_id }) => organisation_id !== null)
  const checking = checkingAlone(person)
  if (own.length + checking.length === 0) return []
  const waits = sql`case when sheet.is_objected then 'objected' else sheet.state end`
  const { rows } =
    await sql<WaitingSheets>`select ${keptPlan} sheet.year, ${waits} as progress, count(*) as count
    from rating_sheets sheet
    join organisation_states state on state.organisation_id = sheet.organisation_id
      and ${today}::date between state.valid_from and state.valid_to
    where (sheet.state in ('submitted', 'returned') or sheet.is_objected)
      and sheet.scheme_id = rating_scheme_of(sheet.year)
      and case when sheet.state = 'returned' then ${reachedBy(own, { organisation_id: "sheet.organisation_id" })}
        else ${reachedBy(checking, { place_id: "state.place_id" })} end
    group by 1, 2 order by 1 desc, 2`.execute(db)
  return rows
}
