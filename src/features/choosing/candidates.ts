import type { Database } from "../../database/connection.ts"
import type { Locale } from "../../ui/language.ts"
import { fold } from "../../ui/slug.ts"
import { placeNameInside, placeNameWithParent } from "../places/names.ts"
import { findPlacesByName, type PlaceWithParent } from "../places/queries.ts"
import { type ListedOrganisation, listByIds, listOrganisations } from "../register/queries.ts"
import { readSearch } from "../register/search.ts"

/** What can be chosen by typing its name; `commune` narrows places to those an organisation may have its seat in. */
export const kinds = ["place", "commune", "organisation"] as const
export type PickKind = (typeof kinds)[number]

export type Candidate = { id: number; label: string }

export type Candidates = {
  list: Candidate[]
  /** More than the list shows. */
  hasMore: boolean
  /** Those whose whole name was typed. */
  exact: Candidate[]
}

type Asked = { kind: PickKind; text: string; day: string; locale: Locale }

/** A list that can be taken in at a glance. */
export const mostCandidates = 12

/** What the words may mean, the likeliest first; marks may be missing. Public facts, so no right narrows them. */
export async function findCandidates(db: Database, asked: Asked): Promise<Candidates> {
  const text = asked.text.trim().slice(0, 200)
  if (!text) return { list: [], hasMore: false, exact: [] }
  return asked.kind === "organisation"
    ? organisations(db, { ...asked, text })
    : places(db, { ...asked, text })
}

/** The one that was chosen from a list, if it is there on the day. */
export async function findCandidate(db: Database, id: number, { kind, day, locale }: Omit<Asked, "text">) {
  if (kind === "organisation") {
    const [organisation] = await listByIds(db, [id], { day })
    return organisation && labelled(organisation, locale)
  }
  const place = await db
    .selectFrom("places")
    .select(["id", "name", "kind"])
    .where("id", "=", id)
    .where("valid_from", "<=", day)
    .where("valid_to", ">=", day)
    .$if(kind === "commune", (query) => query.where("level", "=", "commune"))
    .executeTakeFirst()
  return place && { id: place.id, label: placeNameWithParent(place, null, locale) }
}

/** "Xã Bình An, huyện Châu Thành" is looked for by its first part and narrowed by the rest. */
async function places(db: Database, { kind, text, day, locale }: Asked): Promise<Candidates> {
  const [name = "", ...above] = text.split(",")
  const rest = fold(above.join(",")).trim()
  const found = (await findPlacesByName(db, name, day))
    .filter((place) => place.is_in_force && (kind === "place" || place.level === "commune"))
    .filter((place) => fold(parentName(place, locale)).includes(rest))
  const label = (place: PlaceWithParent) => ({
    id: place.id,
    label: placeNameWithParent(place, parentOf(place), locale),
  })
  return {
    list: found.slice(0, mostCandidates).map(label),
    hasMore: found.length > mostCandidates,
    exact: found.filter((place) => place.is_exact).map(label),
  }
}

async function organisations(db: Database, { text, day, locale }: Asked): Promise<Candidates> {
  const search = readSearch(text)
  const read = (withKind: boolean) =>
    listOrganisations(
      db,
      {
        day,
        ...(search && { search: withKind ? search : { ...search, kind: undefined } }),
        ...(withKind && search?.kind && { kind: search.kind }),
      },
      { order: { by: "relevance", descending: false }, page: 1, perPage: mostCandidates },
    )
  const narrow = await read(true)
  const { rows, total } = narrow.total === 0 && search?.kind ? await read(false) : narrow
  const typed = fold(text)
  return {
    list: rows.map((row) => labelled(row, locale)),
    hasMore: total > mostCandidates,
    exact: rows
      .filter(({ name, code }) => fold(name) === typed || code === search?.code)
      .map((row) => labelled(row, locale)),
  }
}

function labelled(organisation: ListedOrganisation, locale: Locale): Candidate {
  const { organisation_id, name, code, place_name, place_kind } = organisation
  const seat = placeNameInside({ name: place_name, kind: place_kind }, locale)
  return { id: organisation_id, label: [name, code, seat].filter(Boolean).join(" – ") }
}

function parentOf({ parent_name, parent_kind }: PlaceWithParent) {
  return parent_name !== null && parent_kind !== null ? { name: parent_name, kind: parent_kind } : null
}

function parentName(place: PlaceWithParent, locale: Locale) {
  const parent = parentOf(place)
  return parent ? placeNameInside(parent, locale) : ""
}
