import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../test/database.ts"
import { connect, inTransaction, keptPlan } from "./connection.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

async function read(expression: string) {
  const { rows } = await sql.raw<{ value: unknown }>(`select ${expression} as value`).execute(database.db)
  return rows[0]?.value
}

describe("a value read from the database", () => {
  it("is a string when it is a day, and never ends is a day too", async () => {
    expect(await read("date '2026-06-30'")).toBe("2026-06-30")
    expect(await read("date 'infinity'")).toBe("infinity")
    expect(await read("array[date '2026-06-30', null]")).toEqual(["2026-06-30", null])
  })

  it("is a number when it is a count or an amount", async () => {
    expect(await read("count(*)")).toBe(1)
    expect(await read("3120000000::bigint")).toBe(3_120_000_000)
    expect(await read("90.50::numeric")).toBe(90.5)
    expect(await read("array[1.5, 2]::numeric[]")).toEqual([1.5, 2])
  })

  it("is refused when a number could not hold it exactly", async () => {
    await expect(read("9007199254740993::bigint")).rejects.toThrow("too large")
  })

  it("is a Date when it is a moment", async () => {
    expect(await read("timestamptz '2020-10-15 16:00:00'")).toEqual(new Date("2020-10-15T16:00:00+07:00"))
  })
})

describe("inTransaction", () => {
  it("joins the transaction it is called in, so that all of it is undone together", async () => {
    const { db } = database
    await sql`create table notes (words text)`.execute(db)
    const work = inTransaction(db, async (trx) => {
      await inTransaction(trx, (inner) => sql`insert into notes values ('inner')`.execute(inner))
      throw new Error("changed my mind")
    })
    await expect(work).rejects.toThrow("changed my mind")
    expect(await read("(select count(*) from notes)")).toBe(0)
  })
})

describe("a query whose plan is kept", () => {
  it("is planned once by a connection, and answers by its parameters all the same", async () => {
    const db = connect(database.url, { max: 1 })
    const ask = (number: number) =>
      db
        .selectNoFrom(sql<number>`${number}::integer`.as("answer"))
        .modifyFront(keptPlan)
        .executeTakeFirstOrThrow()
    expect([await ask(1), await ask(2), await ask(3)]).toEqual([{ answer: 1 }, { answer: 2 }, { answer: 3 }])
    await db.selectNoFrom(sql<number>`4`.as("answer")).execute()
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      db,
    )
    expect(rows).toHaveLength(1)
    await db.destroy()
  })
})

describe("the database this comes with", () => {
  it("knows letters with marks: case, trigrams, words, and the order of a Vietnamese dictionary", async () => {
    const { db } = database
    await sql`create extension if not exists pg_trgm`.execute(db)
    expect(await read("lower('ĐẶNG ƯỚC')")).toBe("đặng ước")
    expect(await read("similarity('Đặng Thị Ước', 'ĐẶNG THỊ ƯỚC')")).toBe(1)
    expect(await read("array_length(show_trgm('đặng'), 1)")).toBe(5)
    const inOrder = `string_agg(word, ' ' order by word collate "vi-x-icu")`
    const words = "unnest('{đ,d,ê,e,z,ă,a,â}'::text[]) word"
    expect(await read(`(select ${inOrder} from ${words})`)).toBe("a ă â d đ e ê z")
  })
})
