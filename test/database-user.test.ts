import { readFileSync } from "node:fs"
import { join } from "node:path"
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { connect, type Database, inTransaction } from "../src/database/connection.ts"
import { recordChange } from "../src/features/changes/record-change.ts"
import { countSeals, findBroken } from "../src/features/changes/seals.ts"
import { root } from "../src/root.ts"
import { freshDatabase } from "./database.ts"
import { startPortal } from "./program.ts"

const name = `hoptac_app_${process.pid}`
let database: Awaited<ReturnType<typeof freshDatabase>>
let url: URL
let db: Database
beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
  await sql.raw(documented().replaceAll("hoptac_app", name)).execute(database.db)
  url = new URL(database.url)
  url.username = name
  url.password = "change me"
  db = connect(url.href, { max: 2 })
  await inTransaction(db, (trx) => recordChange(trx, entry))
})
afterAll(async () => {
  await db.destroy()
  await database.close()
  const server = connect(inject("databases").server, { max: 1 })
  await sql.raw(`drop role ${name}`).execute(server)
  await server.destroy()
})

const entry = { actor: "Mai", via: "web", action: "publish", record_kind: "article" } as const

/** The statements that administrators are told to run. */
function documented() {
  const [, statements] = /```sql\n([^`]+)```/.exec(readFileSync(join(root, "docs/database-user.md"), "utf8"))!
  return statements!
}

describe("a user of the database that owns no table", () => {
  it.each([
    "update changes set actor = 'someone else'",
    "delete from changes",
    "truncate changes cascade",
    "update change_seals set seal = ''",
    "delete from change_seals",
    "truncate change_seals",
    "alter table changes disable trigger all",
    "alter table change_seals disable trigger user",
    "drop trigger changes_are_kept on changes",
    "drop trigger seal_change on changes",
    "drop table changes cascade",
    "drop table change_seals",
    "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
    "set session_replication_role = replica",
    "insert into changes (id, actor, via, action, record_kind) overriding system value values (0, 'x', 'web', 'y', 'z')",
    "insert into change_seals (number, change_id, seal) values (1000000, 1, '')",
    "select setval(pg_get_serial_sequence('changes', 'id'), 1)",
  ])("is refused: %s", async (statement) => {
    const before = await countSeals(db)
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(
      /permission denied|must be owner|numbers its entries itself|seals its entries itself/,
    )
    expect(await countSeals(db)).toEqual(before)
    expect(await findBroken(db)).toBeUndefined()
  })

  it("is enough to run the portal", async () => {
    const portal = await startPortal({
      DATABASE_URL: url.href,
      SECRET: "a secret of thirty-two letters or more",
    })
    try {
      expect(portal.url, portal.stderr).not.toBe("")
      expect((await fetch(`${portal.url}/`)).status).toBe(200)
      expect((await fetch(`${portal.url}/readyz`)).status).toBe(200)
    } finally {
      expect((await portal.stop()).code).toBe(0)
    }
    expect(portal.stderr).not.toMatch(/permission denied|must be owner/)
  })
})
