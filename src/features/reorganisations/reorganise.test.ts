import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { sql } from "kysely"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import type { Database } from "../../database/connection.ts"
import type { Person } from "../../rights/roles.ts"
import { root } from "../../root.ts"
import { countBy, countFigure } from "../measures/figures.ts"
import { placesOn } from "../measures/test-register.ts"
import { loadPlaces } from "../places/load-places.ts"
import { addOrganisations, recordEvents } from "../register/record-events.ts"
import { followPlaces } from "./follow-places.ts"
import { findReorganisation } from "./queries.ts"
import {
  applyReorganisation,
  sendReorganisation,
  takeBackReorganisation,
  tryReorganisation,
} from "./reorganise.ts"
import { countWaiting, listWaiting, placeWaiting } from "./waiting.ts"

const author = { actor: "Mai", via: "web" } as const
const everywhere = {
  id: "mai",
  name: "Mai",
  roles: [
    { role: "province_officer", place_id: null, agency_id: null, organisation_id: null, place_ids: [] },
  ],
} as unknown as Person

let database: Awaited<ReturnType<typeof freshDatabase>>
let db: Database
let placeOf: Awaited<ReturnType<typeof placesOn>>
beforeEach(async () => {
  database = await freshDatabase()
  db = asApplication(database.db)
  await loadPlaces(db)
  placeOf = await placesOn(database.db)
})
afterEach(() => database.close())

describe("the reorganisation of 1/7/2025, which comes with the portal", () => {
  it("moves who was in a whole commune, and lets who was in a divided one wait", async () => {
    const [whole, divided, gone] = await add(["30907", "30334", "30907"])
    await end(gone!, "2024-05-01")
    const sent = await send(await shipped())
    const tried = await tryReorganisation(db, author, sent)
    expect(tried).toMatchObject({
      ok: true,
      counts: { units_new: 0, units_known: 103, moved: 1, waiting: 1 },
    })
    expect(await placeNow(whole!)).toBe("30907")

    await applyReorganisation(db, author, sent)
    expect(await placeNow(whole!)).toBe("30910")
    expect(await placeNow(divided!)).toBe("30334")
    expect(await placeNow(gone!)).toBe("30907")
    const events = await eventsOf(whole!)
    expect(events).toEqual([
      { kind: "founded", happened_on: "2020-05-01", document_number: null },
      {
        kind: "place_reorganised",
        happened_on: "2025-07-01",
        document_number: "Nghị quyết 1654/NQ-UBTVQH15",
      },
    ])

    // Done again it finds nothing to do.
    const again = await applyReorganisation(db, author, sent)
    expect(again).toMatchObject({ ok: true, counts: { moved: 0, waiting: 1 } })
  })

  it("leaves the divided to an officer of a commune they may be in, who places them", async () => {
    const [divided] = await add(["30334"])
    await applyReorganisation(db, author, await send(await shipped()))
    const { rows } = await listWaiting(db, everywhere, { limit: 10 })
    expect(rows).toMatchObject([{ organisation_id: divided, day: "2025-07-01" }])
    expect(rows[0]!.heirs.map(({ name }) => name)).toEqual(["Châu Đốc", "Vĩnh Tế"])

    const officerOf = (code: string) => officer(placeOf(code, "2026-01-01"))
    expect((await listWaiting(db, officerOf("30904"), { limit: 10 })).total).toBe(0)
    expect((await listWaiting(db, officerOf("30325"), { limit: 10 })).total).toBe(1)

    const place = (person: Person, heir: number) =>
      db.transaction().execute((trx) => placeWaiting(trx, person, () => author, new Map([[divided!, heir]])))
    // A commune that it cannot be in, and a person who keeps none of those it may be in.
    expect(await place(everywhere, placeOf("30904", "2026-01-01"))).toBe(0)
    expect(await place(officerOf("30904"), placeOf("30325", "2026-01-01"))).toBe(0)
    expect(await place(officerOf("30325"), placeOf("30325", "2026-01-01"))).toBe(1)
    expect(await placeNow(divided!)).toBe("30325")
    expect(await countWaiting(db)).toBe(0)
  })

  it("takes back what followed from a commune that an organisation was never in", async () => {
    const [organisation] = await add(["30907"])
    await applyReorganisation(db, author, await send(await shipped()))
    const [founding] = await database.db
      .selectFrom("organisation_events")
      .select("id")
      .where("organisation_id", "=", organisation!)
      .orderBy("id")
      .execute()
    await db.transaction().execute(async (trx) => {
      const facts = { name: "HTX 0", sector: "agriculture", place_id: placeOf("30928", "2020-05-01") }
      await recordEvents(trx, author, [
        {
          organisation_id: organisation!,
          kind: "founded",
          happened_on: "2020-05-01",
          facts,
          corrects_id: founding!.id,
        },
      ])
      await followPlaces(trx, author, { only: [organisation!] })
      await logged(trx)
    })
    expect(await placeNow(organisation!)).toBe("30928")
    expect(await placeOn(organisation!, "2025-06-30")).toBe("30928")
  })

  it("is taken back, with what followed it", async () => {
    const [organisation] = await add(["30907"])
    const sent = await send(await shipped())
    await applyReorganisation(db, author, sent)
    expect(await takeBackReorganisation(db, author, sent, "Nhầm tệp")).toBeUndefined()
    expect(await placeNow(organisation!)).toBe("30907")
    expect(await takeBackReorganisation(db, author, sent, "Nhầm tệp")).toBe("applied_before")
  })
})

describe("a reorganisation to come", () => {
  const file = {
    day: "2027-01-01",
    legal_act: "Nghị quyết 9/NQ",
    units: [
      { code: "30904", kind: "ward", name: "Giồng Riềng", from: ["30904", "30910"] },
      { code: "30928", kind: "commune", name: "Ngọc Chúc", from: ["30928"] },
      { code: "30929", kind: "commune", name: "Ngọc Thành", from: ["30928"] },
    ],
  }

  it("brings its units with their days, and keeps every total, then and now", async () => {
    await add(["30904", "30910", "30928", "30934"], "2026-02-01")
    const whole = { placeId: placeOf("91", "2026-01-01"), from: "2027-01-01", to: "2027-06-30" }
    const total = await countFigure(db, "cooperatives", whole)
    const sent = await send(JSON.stringify(file))
    expect(await tryReorganisation(db, author, sent)).toMatchObject({
      ok: true,
      counts: { units_new: 3, units_ended: 3, moved: 2, waiting: 1 },
    })
    await applyReorganisation(db, author, sent)

    expect(await countFigure(db, "cooperatives", whole)).toEqual(total)
    expect(await byCommune(whole)).toEqual({
      "xa-hoa-hung-30934-tu-2025": 1,
      "phuong-giong-rieng-30904-tu-2027": 2,
      none: 1,
    })
    // Before it the communes of before have theirs; on the units to come the divided one is of neither.
    const before = { ...whole, from: "2026-01-01", to: "2026-12-31" }
    expect(await byCommune(before)).toEqual({
      "xa-giong-rieng-30904-tu-2025": 1,
      "xa-thanh-hung-30910-tu-2025": 1,
      "xa-ngoc-chuc-30928-tu-2025": 1,
      "xa-hoa-hung-30934-tu-2025": 1,
    })
    expect(await byCommune({ ...before, unitsOn: "2027-06-30" })).toEqual({
      "xa-hoa-hung-30934-tu-2025": 1,
      "phuong-giong-rieng-30904-tu-2027": 2,
      none: 1,
    })
  })

  it("is taken back as long as nothing stands in its units", async () => {
    const [organisation] = await add(["30910"], "2026-02-01")
    const sent = await send(JSON.stringify(file))
    await applyReorganisation(db, author, sent)
    expect(await placeOn(organisation!, "2027-01-01")).toBe("30904")
    expect(await takeBackReorganisation(db, author, sent, "Nhầm ngày")).toBeUndefined()
    expect(await placeOn(organisation!, "2027-01-01")).toBe("30910")
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from places where valid_from = '2027-01-01' or valid_to = '2026-12-31'`.execute(
      db,
    )
    expect(rows[0]!.count).toBe(0)

    const anew = await send(JSON.stringify(file))
    expect(await applyReorganisation(db, author, anew)).toMatchObject({ ok: true, counts: { units_new: 3 } })
    await database.db
      .insertInto("agencies")
      .values({
        slug: "ubnd",
        kind: "peoples_committee",
        name: "UBND",
        place_id: await placeIdBy("phuong-giong-rieng-30904-tu-2027"),
      })
      .execute()
    expect(await takeBackReorganisation(db, author, anew, "Nhầm ngày")).toBe("in_use")
    expect(await placeOn(organisation!, "2027-01-01")).toBe("30904")
  })

  it.each([
    [
      "a unit that is not there",
      { units: [{ ...file.units[0]!, from: ["30904", "99999"] }] },
      { row: 1, fault: "origin_unknown" },
    ],
    [
      "a unit above that is not there",
      { units: [{ ...file.units[0]!, parent_code: "906" }] },
      { row: 1, fault: "parent_unknown" },
    ],
    [
      "a code that another goes on with",
      { units: [{ ...file.units[0]!, code: "30934" }] },
      { row: 1, fault: "code_in_use" },
    ],
    ["one unit twice", { units: [file.units[1]!, file.units[1]!] }, { row: 2, fault: "code_twice" }],
    ["a commune that nothing becomes of", { ended: ["30934"] }, { row: 1, fault: "without_successor" }],
    ["a province whose communes go on", { units: [], ended: ["91"] }, { row: null, fault: "left_behind" }],
    ["an earlier day than what is known", { day: "2025-07-01" }, { row: 1, fault: "known_otherwise" }],
    ["a day before what came later", { day: "2025-01-01" }, { row: 1, fault: "began_earlier" }],
  ])("that names %s is refused with its row", async (_, change, fault) => {
    const sent = await send(JSON.stringify({ ...file, ...change }))
    const answer = await applyReorganisation(db, author, sent)
    if (answer.ok) throw new Error("It was applied.")
    expect(answer.faults).toContainEqual(expect.objectContaining(fault))
  })
})

async function shipped() {
  return await readFile(join(root, "db/seeds/reorganisation-2025-07-01.json"), "utf8")
}

async function send(text: string) {
  const sending = await sendReorganisation(db, author, {
    bytes: new TextEncoder().encode(text),
    name: "sap-xep.json",
  })
  if (!sending.ok) throw new Error(JSON.stringify(sending.faults))
  return (await findReorganisation(db, sending.id))!
}

async function add(codes: string[], founded = "2020-05-01") {
  return await db.transaction().execute(async (trx) => {
    const added = await addOrganisations(
      trx,
      author,
      codes.map((code, index) => ({
        kind: "cooperative",
        beginning: {
          kind: "founded",
          happened_on: founded,
          facts: { name: `HTX ${index}`, sector: "agriculture", place_id: placeOf(code, founded) },
        },
      })),
    )
    await logged(trx)
    return added.map(({ id }) => id)
  })
}

async function end(organisation_id: number, happened_on: string) {
  await db.transaction().execute(async (trx) => {
    await recordEvents(trx, author, [{ organisation_id, kind: "dissolved", happened_on }])
    await logged(trx)
  })
}

/** What a scene writes leaves an entry like everything else. */
async function logged(trx: Database) {
  await sql`insert into changes (actor, via, action, record_kind) values ('Mai', 'web', 'load', 'sample')`.execute(
    trx,
  )
}

function officer(place_id: number) {
  return {
    ...everywhere,
    roles: [
      { role: "commune_officer", place_id, agency_id: null, organisation_id: null, place_ids: [place_id] },
    ],
  } as unknown as Person
}

async function byCommune(scope: Parameters<typeof countBy>[2]) {
  const rows = await countBy(db, "cooperatives", scope, "commune")
  return Object.fromEntries(
    rows.filter((row) => row.numerator > 0).map((row) => [row.key ?? "none", row.numerator]),
  )
}

function placeNow(organisation: number) {
  return placeOn(organisation, "2026-11-25")
}

async function placeOn(organisation: number, day: string) {
  const { rows } = await sql<{ code: string }>`
    select place.code from organisation_states state join places place on place.id = state.place_id
    where state.organisation_id = ${organisation} and ${day}::date between state.valid_from and state.valid_to`.execute(
    db,
  )
  return rows[0]?.code
}

async function placeIdBy(slug: string) {
  const { id } = await db.selectFrom("places").select("id").where("slug", "=", slug).executeTakeFirstOrThrow()
  return id
}

async function eventsOf(organisation: number) {
  return await db
    .selectFrom("standing_events")
    .select(["kind", "happened_on", "document_number"])
    .where("organisation_id", "=", organisation)
    .orderBy("happened_on")
    .execute()
}
