import { dayBefore } from "../places/days.ts"
import { LifeProblem } from "./life-problem.ts"

/**
 * The facts that an event may set (organisation_events.facts): what is left out stays as it was, null says that
 * there is none. Lines are VSIC level 4, capital is in đồng.
 */
export type Facts = {
  name?: string
  place_id?: number
  sector?: string
  business_line?: string | null
  other_lines?: string[]
} & { [Fact in RegisteredFact]?: RegisteredFacts[Fact] }

/** What is kept of an organisation beside its state: its latest stands in the columns of `organisations`. */
export type RegisteredFacts = {
  short_name: string | null
  foreign_name: string | null
  code: string | null
  governing_law: string | null
  certificate_number: string | null
  certificate_on: string | null
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  charter_capital: number | null
  legal_representative: string | null
  /** Whether address, phone and e-mail are published; none: by the kind, see contact.ts. */
  contact_is_public: boolean | null
}
export type RegisteredFact = keyof RegisteredFacts

export const registeredFacts = [
  "short_name",
  "foreign_name",
  "code",
  "governing_law",
  "certificate_number",
  "certificate_on",
  "address",
  "phone",
  "email",
  "website",
  "charter_capital",
  "legal_representative",
  "contact_is_public",
] as const satisfies readonly RegisteredFact[]

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

export const beginnings: ReadonlySet<string> = new Set([
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
  not_at_address: "not_at_address",
  certificate_withdrawn: "withdrawn",
  dissolving: "dissolving",
  in_bankruptcy: "in_bankruptcy",
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
  const [beginning, ...others] = inOrder(events)
  if (!beginning) return []
  if (!beginnings.has(beginning.kind)) {
    throw new LifeProblem({ fault: "before_founding", ...beginning })
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

/** The registered facts as they stood on a day; without a day, the latest. */
export function factsOn(
  events: RegisterEvent[],
  day = "infinity",
): RegisteredFacts & { other_lines: string[] } {
  const known = inOrder(events).filter(({ happened_on }) => day === "infinity" || happened_on <= day)
  const facts: Facts = Object.assign({}, ...known.map((event) => event.facts))
  const registered = Object.fromEntries(registeredFacts.map((fact) => [fact, facts[fact] ?? null]))
  return { ...(registered as RegisteredFacts), other_lines: facts.other_lines ?? [] }
}

function inOrder(events: RegisterEvent[]) {
  return events.toSorted((one, other) => compareDays(one.happened_on, other.happened_on))
}

function firstState({ kind, happened_on, facts }: RegisterEvent): OrganisationState {
  const { name, place_id, sector, business_line = null } = facts
  if (!name || !place_id || !sector) {
    throw new LifeProblem({ fault: "incomplete_founding", kind, happened_on })
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
    throw new LifeProblem({ fault: "founded_twice", kind, happened_on })
  }
  if (state.status === "ended") {
    throw new LifeProblem({ fault: "after_end", kind, happened_on, ended_on: state.valid_from })
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
