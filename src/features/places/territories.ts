import type { Selectable } from "kysely"
import type { PlaceSuccessions, Places, PlaceTerritories } from "../../database/tables.ts"
import { dayAfter, dayBefore, earlier, later } from "./days.ts"

export type PlaceInTime = Pick<
  Selectable<Places>,
  "id" | "code" | "level" | "parent_code" | "parent_level" | "valid_from" | "valid_to"
>
export type Succession = Selectable<PlaceSuccessions>
export type Territory = Selectable<PlaceTerritories>

/**
 * Which communes' whole land lies in each place, and when. While the place is in force the tree of the day
 * answers; before and after, its land is followed through the successions for as long as whole communes carry it.
 */
export function territories(places: PlaceInTime[], successions: Succession[]): Territory[] {
  const communes = places.filter((place) => place.level === "commune")
  const { predecessors, successors } = linkCommunes(communes, successions)
  const within = communesWithin(places, communes)

  return places.flatMap((place) => {
    const stays = within.get(place.id) ?? []
    return mergeAdjacent([
      ...stays.map((stay) => row(place, stay, "within")),
      ...afterwards(place, stays, predecessors, successors).map((stay) => row(place, stay, "succession")),
      ...beforehand(place, stays, predecessors, successors).map((stay) => row(place, stay, "succession")),
    ])
  })
}

/** A commune that lies in the place from a day to a day. */
type Stay = { commune: PlaceInTime; from: string; to: string }
type Links = Map<number, PlaceInTime[]>

function linkCommunes(communes: PlaceInTime[], successions: Succession[]) {
  const byId = new Map(communes.map((commune) => [commune.id, commune]))
  const predecessors: Links = new Map()
  const successors: Links = new Map()

  for (const { place_id, successor_id } of successions) {
    const place = byId.get(place_id)
    const successor = byId.get(successor_id)
    // A district that was abolished names communes as its successors; its land is followed through its communes.
    if (!place || !successor) continue
    if (dayAfter(place.valid_to) !== successor.valid_from) {
      throw new Error(
        `${successor.code} cannot succeed ${place.code}: it begins on ${successor.valid_from}, ` +
          `not on the day after ${place.valid_to}`,
      )
    }
    append(successors, place.id, successor)
    append(predecessors, successor.id, place)
  }
  return { predecessors, successors }
}

function communesWithin(places: PlaceInTime[], communes: PlaceInTime[]) {
  const versions = new Map<string, PlaceInTime[]>()
  for (const place of places) append(versions, `${place.level} ${place.code}`, place)

  const within = new Map<number, Stay[]>()
  for (const commune of communes) climb(commune, commune, commune.valid_from, commune.valid_to)
  return within

  // The same code names one unit after another: a commune climbs each of its parents for the days both are in force.
  function climb(commune: PlaceInTime, place: PlaceInTime, from: string, to: string) {
    append(within, place.id, { commune, from, to })
    for (const parent of versions.get(`${place.parent_level} ${place.parent_code}`) ?? []) {
      const first = later(from, parent.valid_from)
      const last = earlier(to, parent.valid_to)
      if (first <= last) climb(commune, parent, first, last)
    }
  }
}

/** A unit joins the land of a place that is no more if all of its predecessors had been part of it. */
function afterwards(place: PlaceInTime, stays: Stay[], predecessors: Links, successors: Links): Stay[] {
  if (place.valid_to === "infinity") return []
  const first = dayAfter(place.valid_to)
  const onLastDay = new Set(stays.filter(({ to }) => to >= place.valid_to).map(({ commune }) => commune))

  const members = joinWhole(onLastDay, successors, predecessors, (commune) => commune.valid_from >= first)
  return members
    .filter((commune) => commune.valid_to >= first)
    .map((commune) => ({ commune, from: later(commune.valid_from, first), to: commune.valid_to }))
}

/** The same, back in time: a unit had its land in a place to come if all of its successors have theirs in it. */
function beforehand(place: PlaceInTime, stays: Stay[], predecessors: Links, successors: Links): Stay[] {
  if (place.valid_from === "-infinity") return []
  const last = dayBefore(place.valid_from)
  const onFirstDay = new Set(
    stays.filter(({ from }) => from <= place.valid_from).map(({ commune }) => commune),
  )

  const members = joinWhole(onFirstDay, predecessors, successors, (commune) => commune.valid_to <= last)
  return members
    .filter((commune) => commune.valid_from <= last)
    .map((commune) => ({ commune, from: commune.valid_from, to: earlier(commune.valid_to, last) }))
}

/** The units one starts with, and every further one all of whose origins are members. */
function joinWhole(
  start: Set<PlaceInTime>,
  onwards: Links,
  origins: Links,
  isBeyond: (commune: PlaceInTime) => boolean,
) {
  const verdicts = new Map<PlaceInTime, boolean>()
  const members = new Set(start)
  // A set may grow while it is walked: this goes on until nothing new joins.
  for (const member of members) {
    for (const next of onwards.get(member.id) ?? []) if (joins(next)) members.add(next)
  }
  return [...members]

  // Origins lie strictly nearer to the day one starts from, so asking them in turn comes to an end.
  function joins(commune: PlaceInTime): boolean {
    const known = verdicts.get(commune)
    if (known !== undefined) return known
    const from = origins.get(commune.id) ?? []
    const verdict =
      from.length > 0 && from.every((origin) => start.has(origin) || (isBeyond(origin) && joins(origin)))
    verdicts.set(commune, verdict)
    return verdict
  }
}

function row(place: PlaceInTime, { commune, from, to }: Stay, relation: string): Territory {
  return { territory_id: place.id, place_id: commune.id, relation, valid_from: from, valid_to: to }
}

function mergeAdjacent(rows: Territory[]) {
  const merged: Territory[] = []
  for (const next of rows.sort((one, other) => one.place_id - other.place_id || compare(one, other))) {
    const last = merged.at(-1)
    const continues =
      last?.place_id === next.place_id &&
      last.relation === next.relation &&
      dayAfter(last.valid_to) === next.valid_from
    if (continues) last.valid_to = next.valid_to
    else merged.push(next)
  }
  return merged
}

function compare(one: Territory, other: Territory) {
  return one.valid_from < other.valid_from ? -1 : 1
}

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item) {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}
