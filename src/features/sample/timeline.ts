import { addDays } from "../places/days.ts"
import { type Facts, type OrganisationState, statesFrom } from "../register/states.ts"
import type { Names, NewName } from "./names.ts"
import { type Commune, type Geography, isIsland, isTown, type Place } from "./places.ts"
import { type Branch, quietDistricts, quietUntil, sectorOf } from "./published.ts"
import type { Random } from "./random.ts"

export type Kind = "cooperative" | "cooperative_union" | "cooperative_group" | "credit_fund"

/** What happened, with the document that says so and the organisation it came from, or went into. */
export type SampleEvent = {
  kind: string
  happened_on: string
  document_number: string | null
  other?: SampleOrganisation
  facts: Facts
}

export type SampleOrganisation = {
  key: number
  kind: Kind
  name: string
  short_name: string | null
  branch: Branch
  commune: Commune
  founded_on: string
  ended_on: string
  /** A group that its commune shows to visitors: it never ends, and always reports. */
  isModel: boolean
  events: SampleEvent[]
  members: SampleOrganisation[]
  states: OrganisationState[]
}

/** Organisations as they come, change and end, with the event that says so. */
export function timeline(random: Random, names: Names, geography: Geography) {
  const organisations: SampleOrganisation[] = []
  const crowd = new Map<string, number>()

  return { organisations, found, place, addEvent, end, change, living, reorganisePlaces, documentNumber }

  function found(kind: Kind, branch: Branch, commune: Commune, day: string, beginning = "founded") {
    const isGroup = kind === "cooperative_group"
    const { name, short_name, line }: NewName = isGroup
      ? names.group(branch, commune.district, isIsland(commune))
      : names.cooperative(branch, commune.district, isIsland(commune))
    const organisation: SampleOrganisation = {
      key: organisations.length,
      kind,
      name,
      short_name,
      branch,
      commune,
      founded_on: day,
      ended_on: "infinity",
      isModel: false,
      events: [],
      members: [],
      states: [],
    }
    const facts = {
      name,
      place_id: geography.on(commune.place, day).id,
      sector: sectorOf[branch],
      business_line: line,
    }
    addEvent(organisation, beginning, day, { facts, document: isGroup ? "HĐHT" : "GCN" })
    organisations.push(organisation)
    return organisation
  }

  /** Towns attract trade, villages farming; a commune that has many attracts fewer of the next. */
  function place(district: string, branch: Branch, kind: Kind = "cooperative") {
    const candidates = geography.communes.filter((commune) => commune.district === district)
    const isFarming = sectorOf[branch] === "agriculture"
    const commune = random.weighted(candidates, (candidate) => {
      const key = `${kind} ${isFarming} ${candidate.place.id}`
      const wanted = isTown(candidate) === isFarming ? 0.35 : 1
      // A credit fund makes a lasting model of its commune, and islands grow no rice.
      const fits =
        branch === "credit" ? candidate.modelFrom <= 2021 : branch !== "crops" || !isIsland(candidate)
      return (fits ? wanted : 0) / (1 + (crowd.get(key) ?? 0) ** 1.5)
    })
    const key = `${kind} ${isFarming} ${commune.place.id}`
    crowd.set(key, (crowd.get(key) ?? 0) + 1)
    return commune
  }

  type Details = { facts?: Facts; document?: string; number?: string | null; other?: SampleOrganisation }

  function addEvent(organisation: SampleOrganisation, kind: string, day: string, details: Details = {}) {
    const { facts = {}, document, number, other } = details
    const document_number = number !== undefined ? number : document ? documentNumber(document) : null
    organisation.events.push({ kind, happened_on: day, document_number, other, facts })
  }

  function end(organisation: SampleOrganisation, kind: string, day: string, other?: SampleOrganisation) {
    addEvent(organisation, kind, day, { document: endings[kind], other })
    organisation.ended_on = day
  }

  function change(organisation: SampleOrganisation, day: string, branch: Branch, line: string) {
    addEvent(organisation, "changed", day, {
      facts: { sector: sectorOf[branch], business_line: line },
      document: "GCN-TĐ",
    })
    organisation.branch = branch
  }

  /** Those that lived through a whole period, outside the districts where nothing happens in it. */
  function living(kind: Kind, branch: Branch | null, from: string, to: string) {
    return organisations.filter(
      (each) =>
        each.kind === kind &&
        (branch === null || each.branch === branch) &&
        each.founded_on < addDays(from, -30) &&
        each.ended_on > to &&
        !each.isModel &&
        !(to <= quietUntil && quietDistricts.includes(each.commune.district)),
    )
  }

  /** Moves each to what became of its commune, with the resolution that says so, and works the states out. */
  function reorganisePlaces() {
    for (const organisation of organisations) {
      const events = organisation.events.toSorted(byDay)
      organisation.events = []
      let unit: Place | undefined
      events.forEach((event, index) => {
        organisation.events.push(event)
        unit = event.facts.place_id === undefined ? unit : geography.find(event.facts.place_id)
        const until =
          events[index + 1]?.happened_on ?? (organisation.ended_on === "infinity" ? "infinity" : "")
        while (unit && unit.valid_to < until) {
          unit = geography.next(unit)
          addEvent(organisation, "place_reorganised", unit!.valid_from, {
            facts: { place_id: unit!.id },
            number: unit!.legal_act,
          })
        }
      })
      organisation.states = statesFrom(organisation.events)
    }
  }

  function documentNumber(kind: string) {
    return `${String(random.integer(1, 98)).padStart(2, "0")}/${kind}`
  }
}
export type Timeline = ReturnType<typeof timeline>

function byDay(one: SampleEvent, other: SampleEvent) {
  return one.happened_on < other.happened_on ? -1 : one.happened_on > other.happened_on ? 1 : 0
}

const endings: Record<string, string> = {
  dissolved: "QĐ-GT",
  merged: "NQ-SN",
  consolidated: "NQ-HN",
  converted: "QĐ-CĐ",
}
