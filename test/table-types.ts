import { join } from "node:path"
import { generate, PostgresDialect } from "kysely-codegen"
import type { Database } from "../src/database/connection.ts"
import { root } from "../src/root.ts"

export const tablesFile = join(root, "src/database/tables.ts")

/** The types of all tables as they are in a database; numbers and days as src/database/connection.ts reads them. */
export function generateTableTypes(db: Database) {
  return generate({
    db,
    dialect: new PostgresDialect({ numericParser: "number", dateParser: "string" }),
    typeMapping: { int8: "number" },
    // Those of the queue are its own: they come and change with its package.
    excludePattern: "pgboss.*",
    outFile: null,
  })
}
