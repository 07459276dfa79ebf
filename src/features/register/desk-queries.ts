import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { rolesFor } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { organisationsSeenBy } from "../../rights/seen.ts"
import { type Search, tsquery } from "./search.ts"
import type { Kind, Status } from "./vocabulary.ts"

export const deskPerPage = 50

type DeskFilter = {
  day: string
  search?: Search | undefined
  kind?: Kind | undefined
  status?: Status | undefined
}

/** One page of the organisations that someone answers for, by name, and how many there are. */
export async function listOrganisationsSeenBy(
  db: Database,
  person: Person,
  filter: DeskFilter,
  page: number,
) {
  const found = narrowed(db, person, filter)
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  // A page past the end shows the last one.
  const shown = Math.max(1, Math.min(page, Math.ceil(total / deskPerPage)))
  const rows = await found
    .innerJoin("places", "places.id", "organisation_states.place_id")
    .select([
      "organisations.slug",
      "organisations.code",
      "organisation_states.name",
      "organisation_states.kind",
      "organisation_states.status",
      "places.kind as place_kind",
      "places.name as place_name",
    ])
    .orderBy(sql`organisation_states.name collate "vi-x-icu"`)
    .orderBy("organisations.id")
    .limit(deskPerPage)
    .offset((shown - 1) * deskPerPage)
    .execute()
  return { rows, total, page: shown }
}
export type DeskOrganisationList = Awaited<ReturnType<typeof listOrganisationsSeenBy>>

function narrowed(db: Database, person: Person, { day, search, kind, status }: DeskFilter) {
  let query = organisationsSeenBy(db, person, day)
  const wantedKind = kind ?? search?.kind
  if (wantedKind) query = query.where("organisation_states.kind", "=", wantedKind)
  if (status) query = query.where("organisation_states.status", "=", status)
  if (search?.isUnreadable) query = query.where(sql<boolean>`false`)
  if (search?.code) query = query.where("organisations.code", "like", `${search.code}%`)
  if (search && search.terms.length > 0) {
    query = query.where(sql<boolean>`organisation_states.search_words @@ ${tsquery(search.terms)}::tsquery`)
  }
  return query
}

/** What the roles of someone reach, by name: nothing listed where they reach everything. */
export async function findDeskScope(db: Database, person: Person, day: string) {
  const held = rolesFor(person, "see_organisations")
  if (held.some(({ place_id, organisation_id }) => place_id === null && organisation_id === null)) {
    return { isWhole: true, places: [], organisations: [] }
  }

  const ids = (of: (role: (typeof held)[number]) => number | null) => held.map(of).filter((id) => id !== null)
  const [places, organisations] = await Promise.all([
    db
      .selectFrom("places")
      .select(["kind", "name"])
      .where(sql<boolean>`id = any(${ids(({ place_id }) => place_id)}::bigint[])`)
      .orderBy("name")
      .execute(),
    organisationsSeenBy(db, person, day)
      .where(sql<boolean>`organisations.id = any(${ids(({ organisation_id }) => organisation_id)}::bigint[])`)
      .select("organisation_states.name")
      .orderBy("organisation_states.name")
      .execute(),
  ])
  return { isWhole: false, places, organisations }
}
export type DeskScope = Awaited<ReturnType<typeof findDeskScope>>
