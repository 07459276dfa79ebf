import { sql } from "kysely"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { placesOn } from "../measures/test-register.ts"
import { loadPlaces } from "../places/load-places.ts"
import { LifeProblem } from "./life-problem.ts"
import { addOrganisations, type NewEvent, recordEvents } from "./record-events.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let rachSoi: number
let binhAn: number
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(database.db)
  const findPlace = await placesOn(database.db)
  rachSoi = findPlace("30754", "2022-01-01")
  binhAn = findPlace("30898", "2022-01-01")
})
afterAll(() => database.close())

const mai = { actor: "Mai", via: "web", user_id: "mai" } as const
let id: number
let slug: string
beforeEach(async () => {
  const facts = { name: "Hợp tác xã Rạng Đông", place_id: rachSoi, sector: "trade", business_line: "4620" }
  const beginning = { kind: "founded", happened_on: "2020-05-05", facts: { ...facts, phone: "0297 1" } }
  const [added] = await database.db
    .transaction()
    .execute((trx) => addOrganisations(trx, mai, [{ kind: "cooperative", beginning }]))
  id = added!.id
  slug = added!.slug
})

function record(...events: Omit<NewEvent, "organisation_id">[]) {
  return database.db.transaction().execute((trx) =>
    recordEvents(
      trx,
      mai,
      events.map((event) => ({ ...event, organisation_id: id })),
    ),
  )
}

async function states() {
  const { rows } = await sql<{ valid_from: string; valid_to: string; status: string; name: string }>`
    select valid_from, valid_to, status, name from organisation_states where organisation_id = ${id}
    order by valid_from`.execute(database.db)
  return rows.map((state) => `${state.valid_from} to ${state.valid_to}: ${state.status}, ${state.name}`)
}

async function latest() {
  return await database.db
    .selectFrom("organisations")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow()
}

describe("an event that is recorded", () => {
  it("changes what follows from it: the states, and the latest facts", async () => {
    await record(
      { kind: "suspended", happened_on: "2021-01-01", until_on: "2021-12-31" },
      {
        kind: "changed",
        happened_on: "2021-06-01",
        facts: { name: "Hợp tác xã Bình Minh", phone: "0297 2", other_lines: ["0111"], charter_capital: 5e8 },
      },
    )
    expect(await states()).toEqual([
      "2020-05-05 to 2020-12-31: operating, Hợp tác xã Rạng Đông",
      "2021-01-01 to 2021-05-31: suspended, Hợp tác xã Rạng Đông",
      "2021-06-01 to infinity: suspended, Hợp tác xã Bình Minh",
    ])
    expect(await latest()).toMatchObject({
      name: "Hợp tác xã Bình Minh",
      phone: "0297 2",
      other_lines: ["0111"],
      charter_capital: 500_000_000,
      slug,
    })
  })

  it("is corrected by a later record, and both stay", async () => {
    const [wrong] = await record({ kind: "dissolved", happened_on: "2021-03-03" })
    await record({ kind: "suspended", happened_on: "2021-04-04", corrects_id: wrong })
    expect(await states()).toEqual([
      "2020-05-05 to 2021-04-03: operating, Hợp tác xã Rạng Đông",
      "2021-04-04 to infinity: suspended, Hợp tác xã Rạng Đông",
    ])
    const kept = await database.db
      .selectFrom("organisation_events")
      .select(["kind", "superseded_at"])
      .where("organisation_id", "=", id)
      .orderBy("id")
      .execute()
    expect(kept).toEqual([
      { kind: "founded", superseded_at: null },
      { kind: "dissolved", superseded_at: expect.any(Date) },
      { kind: "suspended", superseded_at: null },
    ])
  })

  it("can be taken back without anything in its place", async () => {
    const [wrong] = await record({ kind: "dissolved", happened_on: "2021-03-03" })
    await record({ kind: "dissolved", happened_on: "2021-03-03", corrects_id: wrong, is_withdrawal: true })
    expect(await states()).toEqual(["2020-05-05 to infinity: operating, Hợp tác xã Rạng Đông"])
  })

  it("cannot be corrected twice, nor by a record of another organisation, nor rewritten", async () => {
    const [wrong] = await record({ kind: "suspended", happened_on: "2021-03-03" })
    await record({ kind: "stopped", happened_on: "2021-03-03", corrects_id: wrong })
    await expect(record({ kind: "resumed", happened_on: "2021-03-03", corrects_id: wrong })).rejects.toThrow(
      "does not stand",
    )
    await expect(
      database.db.updateTable("organisation_events").set({ kind: "stopped" }).execute(),
    ).rejects.toThrow("never rewritten")
  })

  it("is refused where the life becomes impossible, and leaves nothing", async () => {
    await record({ kind: "dissolved", happened_on: "2021-03-03" })
    const tooLate = record({ kind: "suspended", happened_on: "2021-04-04" })
    await expect(tooLate).rejects.toThrow(LifeProblem)
    await expect(tooLate).rejects.toMatchObject({ reason: { fault: "after_end", ended_on: "2021-03-03" } })
    expect((await states()).at(-1)).toBe("2021-03-03 to infinity: ended, Hợp tác xã Rạng Đông")
  })
})

describe("what was believed before", () => {
  it("stays, with the time it was believed", async () => {
    const [wrong] = await record({ kind: "dissolved", happened_on: "2021-03-03" })
    await record({ kind: "dissolved", happened_on: "2021-03-03", corrects_id: wrong, is_withdrawal: true })
    const { rows } = await sql<{ period: string; isInOrder: boolean }>`
      select valid_from || ' to ' || valid_to || ': ' || status as period, known_from < known_to as "isInOrder"
      from organisation_former_states where organisation_id = ${id} order by known_to, valid_from`.execute(
      database.db,
    )
    expect(rows).toEqual([
      { period: "2020-05-05 to infinity: operating", isInOrder: true },
      { period: "2020-05-05 to 2021-03-02: operating", isInOrder: true },
      { period: "2021-03-03 to infinity: ended", isInOrder: true },
    ])
  })
})

describe("organisations that are added", () => {
  it("get addresses of their own, also when many of one name come at once", async () => {
    const one = (name: string, place_id: number, code?: string) => ({
      kind: "cooperative" as const,
      beginning: {
        kind: "founded",
        happened_on: "2022-02-02",
        facts: { name, place_id, sector: "trade", ...(code && { code }) },
      },
    })
    const added = await database.db
      .transaction()
      .execute((trx) =>
        addOrganisations(trx, mai, [
          one("Hợp tác xã Tân Tiến", rachSoi),
          one("Hợp tác xã Tân Tiến", rachSoi),
          one("HTX Tân Tiến", binhAn),
          one("Hợp tác xã Tân Tiến", rachSoi),
        ]),
      )
    expect(added.map((each) => each.slug)).toEqual([
      "hop-tac-xa-tan-tien",
      "hop-tac-xa-tan-tien-rach-soi",
      "htx-tan-tien",
      "hop-tac-xa-tan-tien-rach-soi-2",
    ])

    const again = (code: string) =>
      database.db
        .transaction()
        .execute((trx) => addOrganisations(trx, mai, [one("Hợp tác xã Tân Tiến", rachSoi, code)]))
    expect((await again("1700000001"))[0]!.slug).toBe("hop-tac-xa-tan-tien-rach-soi-3")
    await expect(again("1700000001")).rejects.toMatchObject({ reason: { fault: "code_taken" } })
  })
})
