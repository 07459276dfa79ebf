import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"

export type Reason = "code" | "name" | "similar" | "person"
export type LookAlike = { slug: string; name: string; place_name: string; place_kind: string; reason: Reason }

type Wanted = {
  name: string
  place_id: number | undefined
  legal_representative: string | null
  phone: string | null
  code?: string | null
}

/** From here on names are similar: one letter or word in ten is another. */
const similar = 0.75

/** A list that can be taken in at a glance; more alike than these are one mistake of many. */
const most = 5

/**
 * Organisations that one about to be added may be already: of the same name in the same commune, without minding marks,
 * the words for its kind and "NN" or "DV"; or with the same representative and phone anywhere. While one is typed, those
 * of a similar name in the commune or with the same code are hints too. Those that are no more are not among them.
 */
export async function findLookAlikes(
  db: Database,
  { name, place_id, legal_representative, phone, code }: Wanted,
  day: string,
  { withSimilar = false } = {},
): Promise<LookAlike[]> {
  const digits = (phone ?? "").replace(/\D/g, "")
  const { rows } = await sql<LookAlike>`
    with alike as (
      select state.organisation_id, 'name' as reason from organisation_states state
      where state.place_id = ${place_id ?? null} and ${day}::date between state.valid_from and state.valid_to
        and state.alike_name = spelled_out(proper_name(${name}))
      union all
      select state.organisation_id, 'similar' from organisation_states state
      where ${withSimilar} and state.place_id = ${place_id ?? null}
        and ${day}::date between state.valid_from and state.valid_to
        and similarity(state.alike_name, spelled_out(proper_name(${name}))) >= ${similar}
      union all
      select organisation.id, 'code' from organisations organisation
      where ${withSimilar} and organisation.code = ${code ?? null}
      union all
      select organisation.id, 'person' from organisations organisation
      where ${digits} <> '' and fold(organisation.legal_representative) = fold(${legal_representative})
        and regexp_replace(organisation.phone, '\\D', '', 'g') = ${digits})
    select organisation.slug, state.name, place.name as place_name, place.kind as place_kind,
      min(alike.reason) as reason
    from alike
    join organisations organisation on organisation.id = alike.organisation_id
    join organisation_states state on state.organisation_id = organisation.id
      and ${day}::date between state.valid_from and state.valid_to and state.status <> 'ended'
    join places place on place.id = state.place_id
    group by organisation.slug, state.name, place.name, place.kind
    order by reason, state.name limit ${most}`.execute(db)
  return rows
}
