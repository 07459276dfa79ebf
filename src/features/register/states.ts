import { Problem } from "../../problem.ts"
import { dayBefore } from "../places/days.ts"

/** The facts that an event may set (organisation_events.facts). */
export type Facts = { name?: string; place_id?: number; sector?: string; business_line?: string | null }
export type RegisterEvent = { kind: string; happened_on: string; facts: Facts }

export type OrganisationState = {
  valid_from: string
  valid_to: string
  status: string
  name: string
  place_id: number
  sector: string
  business_line: string | null
}

const beginnings = new Set([
  "founded",
  "created_by_division",
  "created_by_separation",
  "created_by_consolidation",
  "created_by_conversion",
])

/**
 * What an event makes of the status; those that are not listed leave it as it is. One that is separated goes on:
 * only a part of it becomes another (tách), while one that is divided is no more (chia).
 */
const statuses: Record<string, string> = {
  suspended: "suspended",
  resumed: "operating",
  stopped: "stopped",
  dissolved: "ended",
  bankrupt: "ended",
  divided: "ended",
  consolidated: "ended",
  merged: "ended",
  converted: "ended",
}

/**
 * Status, name, place and sector of one organisation on every day since it came into being. A state holds from
 * the day of its event on, so an organisation is no longer counted on the day it ends. Of two events on one day
 * the one listed later has the last word.
 */
export function statesFrom(events: RegisterEvent[]): OrganisationState[] {
  const [beginning, ...others] = events.toSorted((one, other) =>
    compareDays(one.happened_on, other.happened_on),
  )
  if (!beginning) return []
  if (!beginnings.has(beginning.kind)) {
    throw new Problem(
      `The event "${beginning.kind}" of ${beginning.happened_on} comes before the organisation was founded: ` +
        "record its founding with an earlier day, or correct the day of this event.",
    )
  }

  const states = [firstState(beginning)]
  for (const event of others) {
    const last = states.at(-1)!
    const next = { ...last, ...stateAfter(last, event), valid_from: event.happened_on }
    if (isSame(last, next)) continue
    if (last.valid_from === event.happened_on) states.pop()
    else last.valid_to = dayBefore(event.happened_on)
    states.push(next)
  }
  return states
}

function firstState({ kind, happened_on, facts }: RegisterEvent): OrganisationState {
  const { name, place_id, sector, business_line = null } = facts
  if (!name || !place_id || !sector) {
    throw new Problem(
      `The event "${kind}" of ${happened_on} must say the organisation's name, place and sector.`,
    )
  }
  return {
    valid_from: happened_on,
    valid_to: "infinity",
    status: "operating",
    name,
    place_id,
    sector,
    business_line,
  }
}

function stateAfter(state: OrganisationState, { kind, happened_on, facts }: RegisterEvent) {
  if (beginnings.has(kind)) {
    throw new Problem(
      `The event "${kind}" of ${happened_on} would found an organisation that exists since an earlier event: ` +
        "remove one of the two, or record the other as a change.",
    )
  }
  if (state.status === "ended") {
    throw new Problem(
      `The event "${kind}" of ${happened_on} comes after the organisation ended on ${state.valid_from}: ` +
        "correct the day of one of them.",
    )
  }
  const { name, place_id, sector, business_line } = facts
  return {
    status: statuses[kind] ?? state.status,
    name: name ?? state.name,
    place_id: place_id ?? state.place_id,
    sector: sector ?? state.sector,
    business_line: business_line === undefined ? state.business_line : business_line,
  }
}

function isSame(one: OrganisationState, other: OrganisationState) {
  return (
    one.status === other.status &&
    one.name === other.name &&
    one.place_id === other.place_id &&
    one.sector === other.sector &&
    one.business_line === other.business_line
  )
}

function compareDays(one: string, other: string) {
  return one < other ? -1 : one > other ? 1 : 0
}
