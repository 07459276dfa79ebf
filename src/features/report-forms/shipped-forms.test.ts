import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { checkValues, variablesOf, workOutTotals } from "./check-values.ts"
import { findFormVersion, formVersionFor, listFormVersions } from "./queries.ts"
import { readRegister, registerNames } from "./read-register.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
})
afterAll(() => database.close())

describe("the forms that are shipped", () => {
  it("are those of the circular that was in force in the year", async () => {
    const official = async (kind: string, year: number) =>
      (await formVersionFor(database.db, kind, year))?.official_number
    expect(await official("cooperative", 2025)).toBe("VII-2")
    expect(await official("credit_fund", 2024)).toBe("VII-2")
    expect(await official("cooperative", 2023)).toBe("I-18/I-19")
    expect(await official("cooperative_union", 2023)).toBe("I-18/I-19")
    expect(await official("cooperative_union", 2026)).toBe("VII-3")
    expect(await official("cooperative_group", 2024)).toBe("VII-1")
    expect(await official("cooperative_group", 2023)).toBeUndefined()
    expect(await official("cooperative", 2018)).toBeUndefined()
  })

  it("are found by their number", async () => {
    const form = (await formVersionFor(database.db, "cooperative", 2025))!
    const { definition } = (await findFormVersion(database.db, form.id))!
    expect(definition).toEqual(form.definition)
    expect(await findFormVersion(database.db, 999_999)).toBeUndefined()
  })

  it("say of every line from memory that it is", async () => {
    for (const { definition } of await listFormVersions(database.db)) {
      for (const { source, is_from_memory } of definition.fields) {
        expect(source.includes("theo trí nhớ")).toBe(is_from_memory)
      }
      expect(definition.fields.some(({ is_from_memory }) => is_from_memory)).toBe(true)
    }
  })

  it("begin with what the register has under that name, and ask it for nothing else", async () => {
    for (const { definition } of await listFormVersions(database.db)) {
      const asked = [
        ...definition.fields.flatMap(({ from_register }) => from_register ?? []),
        ...[...variablesOf(definition.rules.map(({ test }) => test))]
          .filter((path) => path.startsWith("register."))
          .map((path) => path.replace("register.", "")),
      ]
      expect(registerNames).toEqual(expect.arrayContaining(asked))
    }
  })

  it("find nothing wrong with a good year, and the fault in a bad one", async () => {
    const { definition } = (await formVersionFor(database.db, "cooperative", 2025))!
    const million = 1_000_000
    const values = workOutTotals(definition, {
      members_individuals: 40,
      members_households: 2,
      members_joined: 3,
      members_left: 1,
      workers: 12,
      workers_who_are_members: 12,
      managers_university: 1,
      managers_primary: 3,
      charter_capital: 900 * million,
      capital: 2000 * million,
      total_assets: 2000 * million,
      undivided_assets: 100 * million,
      revenue: 4000 * million,
      revenue_from_members: 4000 * million,
      profit_before_tax: -20 * million,
      wages: 600 * million,
    })
    const last = { ...values, members: 40, revenue: 3800 * million }
    const register = { status: "operating", year: 2025, founded_year: 2019, fewest_members: 5 }
    const faults = (changes: Record<string, number>, known: Record<string, number | string> = {}) =>
      checkValues(definition, {
        value: workOutTotals(definition, { ...values, ...changes }),
        last,
        register: { ...register, ...known },
      }).map(({ code }) => code)

    expect(values.managers).toBe(4)
    expect(faults({})).toEqual([])
    expect(faults({ revenue_from_members: 4000 * million + 1 })).toEqual([
      "revenue_from_members_within_revenue",
    ])
    expect(faults({ workers_who_are_members: 13 })).toEqual(["member_workers_within_workers"])
    expect(faults({ members_joined: 4 })).toEqual(["members_follow_last_year"])
    expect(faults({ revenue: 4000, revenue_from_members: 0 })).toEqual([
      "revenue_in_dong",
      "revenue_changed_much",
    ])
    expect(faults({ development_fund: 1 })).toEqual(["funds_within_profit"])
    expect(faults({}, { status: "stopped" })).toEqual(["at_rest_without_revenue"])
    expect(faults({}, { fewest_members: 43 })).toEqual(["fewest_members"])
    expect(faults({}, { charter_capital: 800 * million })).toEqual(["charter_capital_as_registered"])
  })
})

describe("what the register knows for a report", () => {
  const year = { year: 2025, from: "2024-12-15", to: "2025-12-14" }

  it("is of the last day of the figures, and silent where nothing is recorded", async () => {
    const { binhAn, kienGiang } = organisations
    const known = await readRegister(database.db, [binhAn.id, kienGiang.id], year)
    expect(known.get(binhAn.id)).toEqual({
      year: 2025,
      founded_year: 2018,
      status: "operating",
      fewest_members: 5,
      charter_capital: 1_250_000_000,
    })
    expect(known.get(kienGiang.id)).toMatchObject({ fewest_members: 3, founded_year: 2021 })
    const before = await readRegister(database.db, [binhAn.id], {
      year: 2022,
      from: "2022-01-01",
      to: "2023-03-01",
    })
    expect(before.get(binhAn.id)).toMatchObject({ status: "suspended", fewest_members: 7 })
  })

  it("has the charter capital that an event said last, and today’s only where nothing later is known", async () => {
    const { db } = database
    const { id } = organisations.hoaHung
    await db
      .updateTable("organisations")
      .set({ charter_capital: 1_250_000_000 })
      .where("id", "=", id)
      .execute()
    const capital = async (of: number, day: string) =>
      (await readRegister(db, [id], { year: of, from: `${of}-01-01`, to: day })).get(id)?.charter_capital
    await db
      .insertInto("yearly_reports")
      .values({ organisation_id: id, year: 2024, charter_capital: 900_000_000 })
      .execute()
    expect(await capital(2025, "2025-12-14")).toBe(1_250_000_000)
    expect(await capital(2023, "2023-12-14")).toBeUndefined()
    const event = (happened_on: string, charter_capital: number) => ({
      organisation_id: id,
      kind: "changed",
      happened_on,
      facts: JSON.stringify({ charter_capital }),
      recorded_by: "test",
    })
    await db
      .insertInto("organisation_events")
      .values([event("2022-03-01", 800_000_000), event("2024-03-01", 1_300_000_000)])
      .execute()
    expect(await capital(2023, "2023-12-14")).toBe(800_000_000)
    expect(await capital(2025, "2025-12-14")).toBe(1_300_000_000)
    expect(await capital(2021, "2021-12-14")).toBeUndefined()
  })

  it("counts managers by training once it knows everyone’s, a person with two positions once", async () => {
    const { id } = organisations.hoaHung
    const manager = (name: string, position: string, training: string | null) => ({
      organisation_id: id,
      name,
      position,
      training,
      valid_from: "2024-01-01",
      recorded_by: "test",
    })
    const add = (...rows: ReturnType<typeof manager>[]) =>
      database.db.insertInto("organisation_managers").values(rows).execute()
    await add(manager("Lê An", "chair", "university"), manager("Lê An", "director", "university"))
    await add(manager("Trần Bê", "accountant", "college"))
    const known = (await readRegister(database.db, [id], year)).get(id)
    expect(known).toMatchObject({ managers_university: 1, managers_college: 1, managers_untrained: 0 })

    await add(manager("Võ Xê", "controller", null))
    expect((await readRegister(database.db, [id], year)).get(id)).not.toHaveProperty("managers_university")
  })

  it("has the latest counts of members, the support of the year, and what holds on the day", async () => {
    const { id } = organisations.rachSoi
    const record = { organisation_id: id, recorded_by: "test" }
    await database.db
      .insertInto("organisation_members")
      .values([
        { ...record, member_kind: "official", members: 30, valid_from: "2023-01-01" },
        { ...record, member_kind: "official", members: 34, valid_from: "2025-02-01" },
        { ...record, member_kind: "linked_with_capital", members: 2, valid_from: "2025-02-01" },
      ])
      .execute()
    await database.db
      .insertInto("organisation_supports")
      .values([
        { ...record, support_kind: "training", disbursed: 5_000_000, valid_from: "2025-03-01" },
        { ...record, support_kind: "training", disbursed: 7_000_000, valid_from: "2024-03-01" },
      ])
      .execute()
    await database.db
      .insertInto("ocop_recognitions")
      .values([
        { ...record, name: "Gạo", stars: 4, valid_from: "2024-01-01" },
        { ...record, name: "Mắm", stars: 3, valid_from: "2020-01-01", valid_to: "2023-01-01" },
      ])
      .execute()
    expect((await readRegister(database.db, [id], year)).get(id)).toMatchObject({
      official_members: 34,
      linked_members_with_capital: 2,
      support_received: 5_000_000,
      ocop_products: 1,
    })
  })
})
