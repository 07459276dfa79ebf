import { setTimeout as delay } from "node:timers/promises"
import fc from "fast-check"
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { readLife, statesAsKnown } from "../lives/read-life.ts"
import { countFigure } from "../measures/figures.ts"
import { placesOn } from "../measures/test-register.ts"
import { addDays, dayBefore } from "../places/days.ts"
import { loadPlaces } from "../places/load-places.ts"
import { LifeProblem } from "../register/life-problem.ts"
import { addOrganisations, type NewEvent, recordEvents } from "../register/record-events.ts"
import { type OrganisationState, statesFrom } from "../register/states.ts"
import { type Kind, kinds, type Sector, sectors } from "../register/vocabulary.ts"
import { countFlows, type FlowLine, type FlowScope, flowLines, inflows, listFlow, outflows } from "./flows.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let seats: number[]
let territories: (number | null)[]
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(database.db)
  const place = await placesOn(database.db)
  // A township and a commune of Giồng Riềng, a ward of Rạch Giá, two of old An Giang, one of them divided in 2025;
  // and two communes of today. An organisation may be recorded in any of them on any day.
  seats = [
    ...["30904", "30907", "30736", "30334", "30292"].map((code) => place(code, "2024-01-01")),
    ...["30904", "30898"].map((code) => place(code, "2026-01-01")),
  ]
  territories = [
    null,
    place("91", "2026-01-01"),
    place("91", "2024-01-01"),
    place("906", "2024-01-01"),
    seats[0]!,
    seats[5]!,
  ]
})
afterAll(() => database.close())

const author = { actor: "Mai", via: "web" } as const

const day = fc
  .date({ min: new Date("2023-01-01"), max: new Date("2026-06-30"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
  // The day of the great reorganisation and its neighbours come up often.
  .chain((any) => fc.constantFrom(any, any, any, "2025-06-30", "2025-07-01", "2025-07-02"))
const sector = fc.constantFrom<Sector>("agriculture", "trade", "credit")
const seat = fc.nat(6)

const happening = fc.record({
  kind: fc.constantFrom(
    ...["suspended", "resumed", "stopped", "changed", "changed", "moved", "moved", "place_reorganised"],
    ...["dissolving", "dissolved", "bankrupt", "divided", "separated", "merged", "converted"],
  ),
  happened_on: day,
  sector,
  seat,
})
/** What is done to the register, one thing after another. */
const deed = fc.record({
  organisation: fc.nat(3),
  happening,
  correcting: fc.constantFrom("nothing", "nothing", "nothing", "correct", "withdraw"),
  of: fc.nat(20),
})
const founding = fc.record({
  kind: fc.constantFrom<Kind>(...kinds),
  beginning: fc.constantFrom("founded", "founded", "created_by_division", "created_by_conversion"),
  happened_on: day,
  sector,
  seat,
})
const history = fc.record({
  foundings: fc.array(founding, { minLength: 1, maxLength: 4 }),
  deeds: fc.array(deed, { maxLength: 14 }),
})
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never
type Deed = History["deeds"][number]

type Organisation = { id: number; slug: string }

async function found({ foundings }: History): Promise<Organisation[]> {
  return await database.db.transaction().execute((trx) =>
    addOrganisations(
      trx,
      author,
      foundings.map(({ kind, beginning, happened_on, ...facts }, index) => ({
        kind,
        beginning: {
          kind: beginning,
          happened_on,
          facts: { name: `Tổ chức ${index}`, sector: facts.sector, place_id: seats[facts.seat]! },
        },
      })),
    ),
  )
}

/** What the deed comes to: nothing where the life would become impossible, which the register refuses. */
async function carryOut(organisations: readonly Organisation[], deed: Deed) {
  const organisation = organisations[deed.organisation % organisations.length]!
  const event = await eventOf(organisation, deed)
  try {
    await database.db.transaction().execute((trx) => recordEvents(trx, author, [event]))
  } catch (error) {
    if (!(error instanceof LifeProblem)) throw error
  }
}

async function eventOf({ id }: Organisation, { happening, correcting, of }: Deed): Promise<NewEvent> {
  const { kind, happened_on } = happening
  const place = { place_id: seats[happening.seat]! }
  const facts =
    kind === "changed"
      ? { sector: happening.sector }
      : kind === "moved" || kind === "place_reorganised"
        ? place
        : {}
  const event = { organisation_id: id, kind, happened_on, facts }
  if (correcting === "nothing") return event

  const standing = await database.db
    .selectFrom("standing_events")
    .select(["id", "kind", "happened_on", "facts"])
    .where("organisation_id", "=", id)
    .orderBy("id")
    .execute()
  const wrong = standing[of % Math.max(standing.length, 1)]
  if (!wrong) return event
  if (correcting === "withdraw") {
    const { id: corrects_id, ...taken } = wrong
    return {
      organisation_id: id,
      kind: taken.kind!,
      happened_on: taken.happened_on!,
      corrects_id,
      is_withdrawal: true,
    }
  }
  // A founding that was on another day stays a founding.
  const isFounding = wrong.facts !== null && "name" in (wrong.facts as object)
  const corrected = isFounding ? { kind: wrong.kind!, facts: wrong.facts as NewEvent["facts"] } : {}
  return { ...event, ...corrected, corrects_id: wrong.id }
}

async function statesNow(ids: readonly number[]) {
  const { rows } = await sql<OrganisationState & { organisation_id: number }>`
    select organisation_id, ${stateColumns} from organisation_states state
    where organisation_id = any(${ids}::bigint[]) order by organisation_id, valid_from`.execute(database.db)
  return rows
}

/** The register as it was known at a moment, from the states alone. */
async function statesKnown(ids: readonly number[], moment: Date) {
  const { rows } = await sql<OrganisationState & { organisation_id: number }>`
    select organisation_id, ${stateColumns} from organisation_states state
    where organisation_id = any(${ids}::bigint[]) and known_from < ${moment}
    union all
    select organisation_id, ${stateColumns} from organisation_former_states state
    where organisation_id = any(${ids}::bigint[]) and known_from < ${moment} and known_to >= ${moment}
    order by organisation_id, valid_from`.execute(database.db)
  return rows
}
const stateColumns = sql`valid_from, valid_to, status, name, place_id, sector, business_line`

function clear() {
  return database.db.deleteFrom("organisations").execute()
}

function sum(flows: Awaited<ReturnType<typeof countFlows>>, lines: readonly FlowLine[], kind: Kind) {
  return lines.reduce((total, line) => total + (flows[line][kind] ?? 0), 0)
}

const period = fc
  .tuple(day, day)
  .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }))

describe("any register with any history of records and corrections", () => {
  it("has flows that lead from what there was to what there is, in every place, sector and period", async () => {
    const narrowing = fc.record({ territory: fc.nat(5), sector: fc.constantFrom(null, ...sectors), period })
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(narrowing, { minLength: 4, maxLength: 4 }),
        async (register, scopes) => {
          await clear()
          const organisations = await found(register)
          for (const each of register.deeds) await carryOut(organisations, each)

          for (const narrowed of scopes) {
            const scope: FlowScope = {
              placeId: territories[narrowed.territory]!,
              sector: narrowed.sector,
              ...narrowed.period,
            }
            const flows = await countFlows(database.db, scope)
            for (const kind of kinds) {
              const came = sum(flows, inflows, kind)
              const went = sum(flows, outflows, kind)
              const closing = flows.closing[kind] ?? 0
              expect([scope, kind, (flows.opening[kind] ?? 0) + came - went]).toEqual([scope, kind, closing])
            }
            await expectSameAsMeasures(scope, flows)
            await expectRecordsBehind(scope, flows)
            await expectSameInTwoSteps(scope, flows)
          }
        },
      ),
      { numRuns: 20 },
    )
  }, 120_000)

  it("counts what came and went in a sector of the whole country as the lives say", async () => {
    await fc.assert(
      fc.asyncProperty(history, sector, period, async (register, asked, days) => {
        await clear()
        const organisations = await found(register)
        for (const each of register.deeds) await carryOut(organisations, each)

        const flows = await countFlows(database.db, { placeId: null, sector: asked, ...days })
        const expected = await countByHand(organisations, asked, days)
        for (const line of flowLines) {
          const counted = kinds.reduce((total, kind) => total + (flows[line][kind] ?? 0), 0)
          expect([line, counted]).toEqual([line, expected.get(line) ?? 0])
        }
      }),
      { numRuns: 20 },
    )
  }, 120_000)

  it("answers for every earlier moment as it answered then, and never twice for one day", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (register) => {
        await clear()
        const organisations = await found(register)
        const ids = organisations.map(({ id }) => id)
        const remembered: { moment: Date; states: Awaited<ReturnType<typeof statesNow>> }[] = []
        for (const each of register.deeds) {
          await carryOut(organisations, each)
          const states = await statesNow(ids)
          expectOneStateADay(states)
          // Records are told apart by the millisecond.
          await delay(2)
          remembered.push({ moment: new Date(), states })
          await delay(2)
        }

        const lives = await Promise.all(organisations.map(({ slug }) => readLife(database.db, slug)))
        for (const { moment, states } of remembered) {
          expect(await statesKnown(ids, moment)).toEqual(states)
          const fromRecords = lives.flatMap((life) =>
            statesAsKnown(life!, moment).map((state) => ({ organisation_id: life!.id, ...state })),
          )
          expect(fromRecords.sort((one, other) => one.organisation_id - other.organisation_id)).toEqual(
            states,
          )
        }
      }),
      { numRuns: 20 },
    )
  }, 120_000)
})

/** The first and the last line are the figures of the catalogue on those days. */
async function expectSameAsMeasures(
  { placeId, sector, from, to }: FlowScope,
  flows: Awaited<ReturnType<typeof countFlows>>,
) {
  const nation = await database.db
    .selectFrom("places")
    .select("id")
    .where("level", "=", "nation")
    .executeTakeFirstOrThrow()
  const measures = [
    ["cooperatives", ["cooperative", "credit_fund"]],
    ["cooperative_groups", ["cooperative_group"]],
    ["cooperative_unions", ["cooperative_union"]],
  ] as const
  for (const [line, on] of [
    ["opening", dayBefore(from)],
    ["closing", to],
  ] as const) {
    for (const [code, of] of measures) {
      const figure = await countFigure(database.db, code, {
        placeId: placeId ?? nation.id,
        sector,
        from: on,
        to: on,
      })
      const counted = of.reduce((total, kind) => total + (flows[line][kind] ?? 0), 0)
      expect([line, code, counted]).toEqual([line, code, figure.numerator])
    }
  }
}

async function expectRecordsBehind(scope: FlowScope, flows: Awaited<ReturnType<typeof countFlows>>) {
  for (const line of flowLines) {
    const counted = kinds.reduce((total, kind) => total + (flows[line][kind] ?? 0), 0)
    const asked = { line, kind: undefined, today: "2026-06-30", limit: 500, offset: 0 }
    expect(await listFlow(database.db, scope, asked)).toHaveLength(counted)
  }
}

/** A period is the sum of its halves. */
async function expectSameInTwoSteps(scope: FlowScope, flows: Awaited<ReturnType<typeof countFlows>>) {
  const middle = addDays(scope.from, Math.floor(daysBetween(scope.from, scope.to) / 2))
  if (middle === scope.to) return
  const first = await countFlows(database.db, { ...scope, to: middle })
  const second = await countFlows(database.db, { ...scope, from: addDays(middle, 1) })
  expect(first.closing).toEqual(second.opening)
  for (const line of [...inflows, ...outflows]) {
    for (const kind of kinds) {
      const halves = (first[line][kind] ?? 0) + (second[line][kind] ?? 0)
      expect([line, halves]).toEqual([line, flows[line][kind] ?? 0])
    }
  }
}

function daysBetween(from: string, to: string) {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

function expectOneStateADay(states: readonly (OrganisationState & { organisation_id: number })[]) {
  for (const life of Map.groupBy(states, ({ organisation_id }) => organisation_id).values()) {
    for (const [index, { valid_to }] of life.entries()) {
      const next = life[index + 1]
      expect(valid_to).toBe(next ? dayBefore(next.valid_from) : "infinity")
    }
  }
}

/** The same by reading one life after another, without the database's help. */
async function countByHand(
  organisations: readonly Organisation[],
  sector: Sector,
  { from, to }: { from: string; to: string },
) {
  const counted = new Map<string, number>()
  const count = (line: string) => counted.set(line, (counted.get(line) ?? 0) + 1)
  for (const { id } of organisations) {
    const { rows } = await sql<{ kind: string; happened_on: string; facts: object }>`
      select kind, happened_on, facts from standing_events where organisation_id = ${id}
      order by happened_on, root_id`.execute(database.db)
    const states = statesFrom(rows)
    const isIn = (state: OrganisationState | undefined) =>
      state !== undefined && state.status !== "ended" && state.sector === sector
    const on = (day: string) => states.findLast(({ valid_from }) => valid_from <= day)
    if (isIn(on(dayBefore(from)))) count("opening")
    if (isIn(on(to))) count("closing")
    for (const [index, state] of states.entries()) {
      const before = states[index - 1]
      if (state.valid_from < from || state.valid_from > to || isIn(before) === isIn(state)) continue
      const kindsOfDay = rows
        .filter(({ happened_on }) => happened_on === state.valid_from)
        .map(({ kind }) => kind)
      if (!before) count(kindsOfDay.find((kind) => kind === "founded" || kind.startsWith("created_"))!)
      else if (state.status === "ended") count(kindsOfDay.at(-1)!)
      else count(isIn(state) ? "sector_in" : "sector_out")
    }
  }
  return counted
}
