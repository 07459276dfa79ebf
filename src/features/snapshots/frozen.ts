import { sql } from "kysely"
import type { Measure } from "../measures/catalogue.ts"

/** A line of the catalogue as a snapshot keeps it: how it counted is in the records, what it is called and shows is here. */
export type FrozenEntry = Pick<
  Measure,
  "section" | "words" | "kind" | "unit" | "of" | "denominators" | "isReported" | "shows" | "dividesBy"
> & { mayAddCreditFunds: boolean }

/** Whether a record, or a sum of records alike, is among those of a line of snapshot_measures. */
export function isAmong(line: string, record: string) {
  const of = (table: string, column: string) => sql.ref(`${table}.${column}`)
  return sql<boolean>`case ${of(line, "among")} when 'measured' then ${of(record, "is_measured")}
    when 'operating' then ${of(record, "is_operating")} else true end`
}
