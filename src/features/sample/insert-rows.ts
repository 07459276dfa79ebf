import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { DB } from "../../database/tables.ts"

/** Thousands of rows in one statement and one parameter. Columns that no row names keep their default. */
export async function insertRows(db: Database, table: keyof DB, rows: readonly object[]) {
  if (rows.length === 0) return
  const names = new Set(rows.flatMap((row) => Object.keys(row)))
  const columns = sql.join([...names].map((column) => sql.ref(column)))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
  `.execute(db)
}
