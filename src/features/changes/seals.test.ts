import { readFileSync } from "node:fs"
import { sql } from "kysely"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"
import { inTransaction } from "../../database/connection.ts"
import { recordChange } from "./record-change.ts"
import { countSeals, findBroken, listDailySeals } from "./seals.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeEach(async () => {
  database = await freshDatabase({ from: "empty" })
})
afterEach(() => database.close())

/** Straight into the table: a seal does not mind which words there are for what was done. */
function log(action: string) {
  return database.db
    .insertInto("changes")
    .values({
      actor: "lan",
      via: "shell",
      action,
      record_kind: "plan",
      after: JSON.stringify({ state: action }),
    })
    .execute()
}

/** As the owner of the tables might, who can switch the guards off. */
async function tamper(change: (db: typeof database.db) => Promise<unknown>) {
  const { db } = database
  await sql`alter table changes disable trigger user; alter table change_seals disable trigger user`.execute(
    db,
  )
  await change(db)
  await sql`alter table changes enable trigger user; alter table change_seals enable trigger user`.execute(db)
}

/** What a seal covered from that migration on. */
function contentFunction(migration: string) {
  const text = readFileSync(`db/migrations/${migration}.sql`, "utf8")
  const [, rest] = /create (?:or replace )?(function change_content[^;]+;)/.exec(text)!
  return `create or replace ${rest}`
}

async function idOf(action: string) {
  const { id } = await database.db
    .selectFrom("changes")
    .select("id")
    .where("action", "=", action)
    .executeTakeFirstOrThrow()
  return id
}

describe("the seals of the change log", () => {
  it("hold while nobody touches it", async () => {
    for (const action of ["import", "publish", "clear"]) await log(action)
    expect(await findBroken(database.db)).toBeUndefined()
    expect((await countSeals(database.db)).entries).toBe(3)
  })

  it("stand in one row, however many write at once", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => log(`change ${index}`)))
    expect(await findBroken(database.db)).toBeUndefined()
    const { rows } = await sql<{ number: number }>`select number from change_seals order by number`.execute(
      database.db,
    )
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  })

  it("leave no trace of a transaction that was taken back", async () => {
    await expect(
      inTransaction(database.db, async (trx) => {
        await recordChange(trx, { actor: "lan", via: "shell", action: "import", record_kind: "plan" })
        throw new Error("no")
      }),
    ).rejects.toThrow("no")
    await log("publish")
    expect(await findBroken(database.db)).toBeUndefined()
    expect((await countSeals(database.db)).entries).toBe(1)
  })

  it("name an entry that was altered", async () => {
    for (const action of ["import", "publish", "clear"]) await log(action)
    const id = await idOf("publish")
    await tamper((db) =>
      db.updateTable("changes").set({ actor: "someone else" }).where("id", "=", id).execute(),
    )
    expect(await findBroken(database.db)).toEqual({ change_id: id, reason: "altered" })
  })

  it("name an entry that is gone, even with its seal", async () => {
    for (const action of ["import", "publish", "clear"]) await log(action)
    const id = await idOf("publish")
    const next = await idOf("clear")
    await tamper(async (db) => {
      await sql`delete from change_seals where change_id = ${id}`.execute(db)
      await db.deleteFrom("changes").where("id", "=", id).execute()
    })
    expect(await findBroken(database.db)).toEqual({ change_id: next, reason: "out_of_order" })
  })

  it("name an entry that was slipped in", async () => {
    await log("import")
    await tamper((db) => recordChange(db, { actor: "x", via: "shell", action: "give", record_kind: "role" }))
    expect(await findBroken(database.db)).toEqual({ change_id: await idOf("give"), reason: "not_sealed" })
  })

  it.each(["user_id", "role", "address", "request_id", "record_key"] as const)(
    "cover the %s of an entry",
    async (column) => {
      await inTransaction(database.db, (trx) =>
        recordChange(trx, {
          actor: "Mai",
          via: "web",
          user_id: "mai",
          role: "editor",
          address: "203.0.113.7",
          request_id: "r-1",
          action: "disable",
          record_kind: "person",
          record_key: "lan",
        }),
      )
      const broken = { change_id: await idOf("disable"), reason: "altered" }
      for (const value of ["another", null]) {
        await tamper((db) =>
          db
            .updateTable("changes")
            .set({ [column]: value })
            .execute(),
        )
        expect(await findBroken(database.db)).toEqual(broken)
      }
    },
  )

  it("still hold for entries from before people signed in", async () => {
    await sql.raw(contentFunction("0012_change_seals")).execute(database.db)
    await log("import")
    await sql.raw(contentFunction("0013_people")).execute(database.db)
    await log("publish")
    expect(await findBroken(database.db)).toBeUndefined()

    await tamper((db) =>
      db.updateTable("changes").set({ user_id: "mai" }).where("action", "=", "import").execute(),
    )
    expect(await findBroken(database.db)).toEqual({ change_id: await idOf("import"), reason: "altered" })
  })

  it("cannot be rewritten through the portal's own connection", async () => {
    await log("import")
    for (const statement of [
      sql`update change_seals set seal = ''`,
      sql`delete from change_seals`,
      sql`truncate change_seals`,
      sql`update changes set actor = 'someone else'`,
      sql`delete from changes`,
      sql`truncate changes cascade`,
    ])
      await expect(statement.execute(database.db)).rejects.toThrow("never rewritten")
  })
})

describe("a forged entry", () => {
  const forged = { actor: "Mai", via: "web", action: "publish", record_kind: "article" } as const

  it("is dated by the database, whatever day it is given", async () => {
    const before = new Date()
    await database.db
      .insertInto("changes")
      .values({ ...forged, made_at: new Date("2020-01-01") })
      .execute()
    const { made_at } = await database.db.selectFrom("changes").select("made_at").executeTakeFirstOrThrow()
    expect(made_at.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1000)
    expect(await findBroken(database.db)).toBeUndefined()
  })

  it("cannot choose its number", async () => {
    await log("import")
    for (const id of [0, 1000]) {
      const entry = sql`insert into changes (id, actor, via, action, record_kind)
        overriding system value values (${id}, 'Mai', 'web', 'publish', 'article')`
      await expect(entry.execute(database.db)).rejects.toThrow("numbers its entries itself")
    }
    expect((await countSeals(database.db)).entries).toBe(1)
  })

  it("cannot bring its own seal", async () => {
    const entry = inTransaction(database.db, async (trx) => {
      await recordChange(trx, forged)
      await sql`insert into change_seals (number, change_id, seal)
        select 1, id, sha256('mine') from changes`.execute(trx)
    })
    await expect(entry).rejects.toThrow("seals its entries itself")
  })
})

describe("the public page of seals", () => {
  it("shows the last seal of each day", async () => {
    await log("import")
    await log("publish")
    const { seals } = await listDailySeals(database.db, { limit: 10, offset: 0 })
    expect(seals).toHaveLength(1)
    expect(seals[0]).toMatchObject({ entries: 2, seal: (await countSeals(database.db)).seal })
    const { status, text } = await visitor(database.db).get("/nhat-ky")
    expect(status).toBe(200)
    expect(text).toContain(seals[0]?.seal)
  })

  it("says so when nothing was logged", async () => {
    expect((await visitor(database.db).get("/en/nhat-ky")).text).toContain("No change has been logged yet.")
  })
})
