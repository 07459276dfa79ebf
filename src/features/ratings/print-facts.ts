import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Locale } from "../../ui/language.ts"
import type { SizeClass } from "../register/sizes.ts"
import { type Sector, sectorName } from "../register/vocabulary.ts"
import type { PrintFacts } from "./print-page.tsx"
import type { SheetRecord } from "./read-sheet.ts"

/** What stands at the head of a sheet: the register's own words, and the sizes by the report of the year. */
export async function readPrintFacts(
  db: Database,
  { rated, year }: Pick<SheetRecord, "rated" | "year">,
  locale: Locale,
): Promise<PrintFacts> {
  const { rows } = await sql<Omit<PrintFacts, "industry"> & { sector: Sector; line: string | null }>`
    select organisation.address, organisation.phone, organisation.email, organisation.certificate_number, state.sector,
      (select line.name from business_lines line join business_line_lists list on list.id = line.list_id
        where line.code = state.business_line order by list.valid_from desc limit 1) as line,
      size.members, size.capital
    from organisations organisation
    join lateral (
      select * from organisation_states state where state.organisation_id = organisation.id
        and state.valid_from <= make_date(${year}, 12, 31)
      order by state.valid_from desc limit 1) state on true
    left join organisation_sizes size on size.organisation_id = organisation.id and size.year = ${year}
    where organisation.id = ${rated.id}`.execute(db)
  const { sector, line, ...facts } = rows[0]!
  const sizes = facts as { members: SizeClass | null; capital: SizeClass | null }
  return { ...facts, ...sizes, industry: line ?? sectorName(sector, locale) }
}
