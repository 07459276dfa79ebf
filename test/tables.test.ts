import { readFile } from "node:fs/promises"
import { expect, it } from "vitest"
import { freshDatabase } from "./database.ts"
import { generateTableTypes, tablesFile } from "./table-types.ts"

it("the types of the tables are those of the migrations; npm run tables writes them anew", async () => {
  const { db, close } = await freshDatabase()
  try {
    expect(await generateTableTypes(db)).toBe(await readFile(tablesFile, "utf8"))
  } finally {
    await close()
  }
})
