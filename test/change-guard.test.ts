import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { inTransaction } from "../src/database/connection.ts"
import { recordChange } from "../src/features/changes/record-change.ts"
import { unlogged } from "./change-guard.ts"
import { asApplication, freshDatabase } from "./database.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const section = { slug: "tin-lua", name: "Tin lúa", name_en: "Rice" }
const entry = { actor: "Mai", via: "web", action: "add", record_kind: "section" } as const

describe("the guard of the change log, in tests", () => {
  it("lets no transaction commit that wrote a record and left no entry", async () => {
    const db = asApplication(database.db)
    const added = db.insertInto("sections").values(section).execute()
    await expect(added).rejects.toThrow('INSERT of "section')
    expect(await db.selectFrom("sections").select("id").execute()).toEqual([])
  })

  it("is content with an entry in the same transaction, before or after", async () => {
    const db = asApplication(database.db)
    await inTransaction(db, async (trx) => {
      await trx.insertInto("sections").values(section).execute()
      await recordChange(trx, entry)
    })
    await inTransaction(db, async (trx) => {
      await recordChange(trx, { ...entry, action: "rename" })
      await trx.updateTable("sections").set({ name_en: "Rice and more" }).execute()
    })
    await expect(db.updateTable("sections").set({ name_en: "Rice" }).execute()).rejects.toThrow(
      'UPDATE of "sections" leaves no entry',
    )
    await expect(db.deleteFrom("sections").execute()).rejects.toThrow("leaves no entry")
    await expect(sql`truncate sections cascade`.execute(db)).rejects.toThrow("leaves no entry")
  })

  it("is not content with an entry that was taken back to a savepoint", async () => {
    const db = asApplication(database.db)
    await expect(
      inTransaction(db, async (trx) => {
        await sql`savepoint before`.execute(trx)
        await recordChange(trx, entry)
        await sql`rollback to before`.execute(trx)
        await trx.updateTable("sections").set({ name_en: "Rice" }).execute()
      }),
    ).rejects.toThrow("leaves no entry")
  })

  it("watches every table but those that say why not", async () => {
    const all = await database.db.introspection.getTables()
    const tables = all.filter(({ schema, isView }) => schema === "public" && !isView).map(({ name }) => name)
    expect(Object.keys(unlogged).filter((name) => !tables.includes(name))).toEqual([])
    const { rows } = await sql<{ name: string }>`
      select tgrelid::regclass::text as name from pg_trigger where tgname = 'require_entry'`.execute(
      database.db,
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(tables.filter((name) => !(name in unlogged)).sort())
  })
})
