import type { OrganisationState } from "../register/states.ts"
import type { Kind, Status } from "../register/vocabulary.ts"

/** What a form of an event asks beside its day and its document. */
export type Asked =
  | "facts"
  | "certificate"
  | "place"
  | "until_on"
  | "other"
  | "parts"
  | "union_of"
  | "new_kind"

type EventRule = {
  /** As written in addresses. */
  word: string
  /** In which of its states an organisation can meet with it. */
  from: readonly Status[]
  /** Which kinds can; none: all. */
  kinds?: readonly Kind[]
  asks: readonly Asked[]
}

const living: readonly Status[] = [
  "operating",
  "suspended",
  "stopped",
  "not_at_address",
  "withdrawn",
  "dissolving",
  "in_bankruptcy",
]
const without = (...some: Status[]) => living.filter((status) => !some.includes(status))

/** A cooperative group is no legal person: it is not reorganised like one, and cannot go bankrupt. */
const legalPersons: readonly Kind[] = ["cooperative", "cooperative_union", "credit_fund"]

/**
 * What can happen to an organisation after its founding, and what has to be known of it (entities of the register,
 * lifecycle: Law on Cooperatives 2023, Articles 4.20, 97; Decree 92/2024/NĐ-CP).
 */
const rules = {
  registered: { word: "dang-ky", from: living, asks: ["certificate"] },
  changed: { word: "thay-doi", from: living, asks: ["facts"] },
  moved: { word: "chuyen-tru-so", from: living, asks: ["place"] },
  suspended: { word: "tam-ngung", from: ["operating"], asks: ["until_on"] },
  resumed: { word: "hoat-dong-lai", from: without("operating"), asks: [] },
  stopped: { word: "ngung-hoat-dong", from: ["operating", "suspended", "not_at_address"], asks: [] },
  not_at_address: { word: "khong-o-dia-chi", from: ["operating", "suspended", "stopped"], asks: [] },
  certificate_withdrawn: { word: "thu-hoi", from: without("withdrawn"), asks: [] },
  dissolving: { word: "lam-thu-tuc-giai-the", from: without("dissolving"), asks: [] },
  in_bankruptcy: {
    word: "lam-thu-tuc-pha-san",
    from: without("in_bankruptcy"),
    kinds: legalPersons,
    asks: [],
  },
  dissolved: { word: "giai-the", from: living, asks: [] },
  bankrupt: { word: "pha-san", from: living, kinds: legalPersons, asks: [] },
  merged: { word: "sap-nhap", from: living, kinds: legalPersons, asks: ["other"] },
  consolidated: { word: "hop-nhat", from: living, kinds: legalPersons, asks: ["union_of"] },
  divided: { word: "chia", from: living, kinds: legalPersons, asks: ["parts"] },
  separated: { word: "tach", from: living, kinds: legalPersons, asks: ["parts"] },
  converted: { word: "chuyen-doi", from: living, asks: ["new_kind"] },
} as const satisfies Record<string, EventRule>

export type LifeEvent = keyof typeof rules
export const lifeEvents = Object.keys(rules) as readonly LifeEvent[]

export function isLifeEvent(kind: string): kind is LifeEvent {
  return kind in rules
}

export function eventWord(kind: LifeEvent) {
  return rules[kind].word
}

/** Reads what an address carries, "tam-ngung"; nothing when it names no event. */
export function readEvent(word: string) {
  return lifeEvents.find((kind) => rules[kind].word === word)
}

export function askedBy(kind: LifeEvent): readonly Asked[] {
  return rules[kind].asks
}

/** The events that make sense for an organisation in its present state, in the order they are offered. */
export function offeredEvents(kind: Kind, status: Status) {
  return lifeEvents.filter((event) => fits(event, kind, status))
}

export function fits(event: LifeEvent, kind: Kind, status: Status) {
  const rule: EventRule = rules[event]
  return rule.from.includes(status) && (rule.kinds?.includes(kind) ?? true)
}

/** The state on a day; nothing before the founding. */
export function stateOn(states: readonly OrganisationState[], day: string) {
  return states.find(
    ({ valid_from, valid_to }) => valid_from <= day && (valid_to === "infinity" || day <= valid_to),
  )
}
