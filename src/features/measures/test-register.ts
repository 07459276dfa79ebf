import type { Database } from "../../database/connection.ts"
import { type RegisterEvent, statesFrom } from "../register/states.ts"

export type TestReport = {
  accepted_on?: string
  state?: "accepted" | "locked" | "submitted"
  members?: number
  members_joined?: number
  members_left?: number
  workers?: number
  workers_joined?: number
  workers_who_are_members?: number
  managers?: number
  managers_with_primary_training?: number
  managers_with_intermediate_training?: number
  managers_with_college_or_higher?: number
  wages?: number
  revenue?: number
  revenue_from_members?: number
  profit_before_tax?: number
  large_field_area?: number
  high_technology?: boolean
  value_chain?: boolean
}

export type TestSupport = {
  on: string
  kind: string
  people?: number | null
  disbursed?: number | null
  source?: string | null
}

/** An organisation of a register made by hand; places by their codes, found on the day they are needed. */
export type TestOrganisation = {
  name: string
  kind?: "cooperative" | "cooperative_union" | "cooperative_group" | "credit_fund"
  sector?: string
  place: string
  founded: string
  beginning?: string
  events?: { kind: string; on: string; place?: string; certificate?: string }[]
  supports?: TestSupport[]
  /** The union it joined on the day it was founded, by its place in the register. */
  union?: number | undefined
  reports?: Record<number, TestReport>
  ratings?: Record<number, { class: "good" | "fair" | "average" | "weak"; rated_on?: string } | "not_rated">
}

const points = { good: 85, fair: 70, average: 55, weak: 30 }

/** Writes a register made by hand, events, states and all. */
export async function writeRegister(db: Database, organisations: TestOrganisation[]) {
  const findPlace = await placesOn(db)
  const { id: scheme_id } = await db.selectFrom("rating_schemes").select("id").executeTakeFirstOrThrow()

  const ids: number[] = []
  for (const [index, each] of organisations.entries()) {
    const { name, kind = "cooperative", sector = "agriculture", founded, reports = {}, ratings = {} } = each
    const { id } = await db
      .insertInto("organisations")
      .values({ slug: `${index}-${name}`, name, kind, founded_on: founded })
      .returning("id")
      .executeTakeFirstOrThrow()

    ids.push(id)
    const beginning = { name, sector, place_id: findPlace(each.place, founded) }
    const events: RegisterEvent[] = [
      { kind: each.beginning ?? "founded", happened_on: founded, facts: beginning },
      ...(each.events ?? []).map(({ kind, on, place, certificate }) => ({
        kind,
        happened_on: on,
        facts: {
          ...(place && { place_id: findPlace(place, on) }),
          ...(certificate && { certificate_number: certificate }),
        },
      })),
    ]
    await db
      .insertInto("organisation_events")
      .values(
        events.map((event) => ({
          ...event,
          organisation_id: id,
          facts: JSON.stringify(event.facts),
          recorded_by: "test",
        })),
      )
      .execute()
    await db
      .insertInto("organisation_states")
      .values(statesFrom(events).map((state) => ({ ...state, organisation_id: id })))
      .execute()

    for (const [year, report] of Object.entries(reports)) {
      const accepted_on = report.accepted_on ?? `${year}-12-20`
      const isAccepted = report.state !== "submitted"
      await db
        .insertInto("yearly_reports")
        .values({
          organisation_id: id,
          year: Number(year),
          state: "accepted",
          submitted_on: `${year}-12-10`,
          ...report,
          accepted_on: isAccepted ? accepted_on : null,
        })
        .execute()
    }
    for (const { on, kind, ...support } of each.supports ?? []) {
      await db
        .insertInto("organisation_supports")
        .values({
          organisation_id: id,
          valid_from: on,
          valid_to: on,
          support_kind: kind,
          ...support,
          recorded_by: "test",
        })
        .execute()
    }
    for (const [year, rating] of Object.entries(ratings)) {
      const rated =
        rating === "not_rated"
          ? { not_rated_reason: "under_twelve_months", rated_on: `${year}-12-21` }
          : {
              class: rating.class,
              points: points[rating.class],
              rated_on: rating.rated_on ?? `${year}-12-21`,
            }
      await db
        .insertInto("ratings")
        .values({ organisation_id: id, year: Number(year), scheme_id, ...rated })
        .execute()
    }
  }

  for (const [index, { union, founded }] of organisations.entries()) {
    if (union === undefined) continue
    await db
      .insertInto("union_members")
      .values({
        organisation_id: ids[union]!,
        member_id: ids[index]!,
        valid_from: founded,
        recorded_by: "test",
      })
      .execute()
  }
}

/** Finds a place by its code among those in force on a day. */
export async function placesOn(db: Database) {
  const places = await db
    .selectFrom("places")
    .select(["id", "code", "level", "valid_from", "valid_to"])
    .execute()
  return (code: string, day: string) => {
    const place = places.find(
      (each) => each.code === code && isOnOrBefore(each.valid_from, day) && isOnOrBefore(day, each.valid_to),
    )
    if (!place) throw new Error(`no place ${code} on ${day}`)
    return place.id
  }
}

function isOnOrBefore(one: string, other: string) {
  return one === "-infinity" || other === "infinity" || one <= other
}
