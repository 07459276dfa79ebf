import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { rolesFor } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { reachedBy } from "../../rights/seen.ts"
import type { Kind } from "../register/vocabulary.ts"
import { isSentTouched } from "./join-filings.ts"

/** Why two records may be of one organisation. */
export const pairReasons = ["code", "same_name", "similar_name", "person"] as const
export type PairReason = (typeof pairReasons)[number]

type Side = { id: number; slug: string; name: string; place_name: string; place_kind: string }
export type Pair = { kind: Kind; one: Side; other: Side; reasons: PairReason[] }

/** From here on names are similar: one letter or word in ten is another. */
const similar = 0.75

/**
 * Pairs of organisations that stand today, of one kind, and may be one: of the same name in one commune or a similar
 * one, with the same code but for its dots, or with the same representative and phone. Names that differ by a number
 * are of two, and so are pairs somebody told apart. Those of which the person keeps neither are left out.
 */
export async function listPairs(
  db: Database,
  person: Person,
  day: string,
  { limit, only }: { limit: number; only?: readonly [number, number] },
): Promise<{ pairs: Pair[]; total: number }> {
  const held = rolesFor(person, "keep_organisation")
  if (held.length === 0) return { pairs: [], total: 0 }
  const { rows } = await sql<Pair & { total: number }>`
    with standing as (
      select state.organisation_id, state.place_id, state.alike_name, state.kind, state.name,
        ${reachedBy(held, { place_id: "state.place_id" })} as is_kept
      from organisation_states state
      where ${day}::date between state.valid_from and state.valid_to and state.status <> 'ended'
        and ${only ? sql`state.organisation_id = any(${only}::bigint[])` : sql`true`}),
    candidate as (
      select one.organisation_id as one_id, other.organisation_id as other_id,
        case when one.alike_name = other.alike_name then 'same_name' else 'similar_name' end as reason
      from standing one join standing other on other.place_id = one.place_id
        and other.organisation_id > one.organisation_id and other.kind = one.kind
      where (one.is_kept or other.is_kept)
        and regexp_replace(one.alike_name, '\\D', '', 'g') = regexp_replace(other.alike_name, '\\D', '', 'g')
        and similarity(one.alike_name, other.alike_name) >= ${similar}
      union
      select ${smaller}, ${larger}, 'code' from organisations one
      join organisations other on other.id > one.id and ${digits(sql`other.code`)} = ${digits(sql`one.code`)}
      where one.code is not null and ${only ? sql`one.id = any(${only}::bigint[])` : sql`true`}
      union
      select ${smaller}, ${larger}, 'person' from organisations one
      join organisations other on other.id > one.id
        and regexp_replace(other.phone, '\\D', '', 'g') = regexp_replace(one.phone, '\\D', '', 'g')
        and fold(other.legal_representative) = fold(one.legal_representative)
      where one.phone is not null and length(regexp_replace(one.phone, '\\D', '', 'g')) >= 8
        and ${only ? sql`one.id = any(${only}::bigint[])` : sql`true`}),
    pair as (
      select candidate.one_id, candidate.other_id, array_agg(distinct candidate.reason) as reasons
      from candidate
      where not exists (select from duplicate_verdicts verdict
        where verdict.one_id = candidate.one_id and verdict.other_id = candidate.other_id
          and verdict.taken_back_at is null)
      group by 1, 2)
    select one.kind, pair.reasons, ${side("one")} as one, ${side("other")} as other,
      count(*) over ()::integer as total
    from pair
    join standing one on one.organisation_id = pair.one_id
    join standing other on other.organisation_id = pair.other_id and other.kind = one.kind
    join organisations one_record on one_record.id = one.organisation_id
    join organisations other_record on other_record.id = other.organisation_id
    join places one_place on one_place.id = one.place_id
    join places other_place on other_place.id = other.place_id
    where one.is_kept or other.is_kept
    order by 'code' = any(pair.reasons) desc, cardinality(pair.reasons) desc, 'same_name' = any(pair.reasons) desc,
      one.name collate "vi-x-icu", pair.one_id, pair.other_id
    limit ${limit}`.execute(db)
  return { pairs: rows.map(({ total: _, ...pair }) => pair), total: rows[0]?.total ?? 0 }
}

const smaller = sql`one.id`
const larger = sql`other.id`

function digits(code: RawBuilder<unknown>) {
  return sql`regexp_replace(${code}, '\\D', '', 'g')`
}

function side(name: "one" | "other") {
  const [state, record, place] = [sql.ref(name), sql.ref(`${name}_record`), sql.ref(`${name}_place`)]
  return sql`json_build_object('id', ${state}.organisation_id, 'slug', ${record}.slug, 'name', ${state}.name,
    'place_name', ${place}.name, 'place_kind', ${place}.kind)`
}

/** Pairs that somebody told apart, the latest first. */
export async function listVerdicts(db: Database, person: Person, limit = 100) {
  const held = rolesFor(person, "keep_organisation")
  const { rows } = await sql<{
    id: number
    one_slug: string
    one_name: string
    other_slug: string
    other_name: string
    reason: string
    decided_by: string
    decided_at: Date
  }>`
    select verdict.id, one.slug as one_slug, one.name as one_name, other.slug as other_slug,
      other.name as other_name, verdict.reason, verdict.decided_by, verdict.decided_at
    from duplicate_verdicts verdict
    join organisations one on one.id = verdict.one_id
    join organisations other on other.id = verdict.other_id
    where verdict.taken_back_at is null and exists (
      select from organisation_states state
      where state.organisation_id in (one.id, other.id) and state.valid_to = 'infinity'
        and ${reachedBy(held, { place_id: "state.place_id" })})
    order by verdict.id desc limit ${limit}`.execute(db)
  return rows
}
export type VerdictRow = Awaited<ReturnType<typeof listVerdicts>>[number]

/** Records that were joined into others and still are, the latest first. */
export async function listJoins(
  db: Database,
  { person, into, limit = 100 }: { person?: Person; into?: number; limit?: number },
) {
  const held = person && rolesFor(person, "keep_organisation")
  const { rows } = await sql<{
    id: number
    from_id: number
    into_id: number
    name: string
    into_slug: string
    into_name: string
    place_id: number
    reason: string
    joined_by: string
    joined_at: Date
    /** Something was done to either of them since: it can't be undone any more. */
    is_touched: boolean
  }>`
    select joined.id, joined.from_id, joined.into_id, joined.name, organisation.slug as into_slug,
      state.name as into_name, state.place_id, joined.reason, joined.joined_by, joined.joined_at,
      exists (
        select from changes later where later.record_kind = 'organisation' and later.made_at > joined.joined_at
          and later.record_id in (joined.from_id, joined.into_id)) or ${isSentTouched} as is_touched
    from organisation_joins joined
    join organisations organisation on organisation.id = joined.into_id
    join organisation_states state on state.organisation_id = joined.into_id and state.valid_to = 'infinity'
    where joined.undone_at is null and ${into === undefined ? sql`true` : sql`joined.into_id = ${into}`}
      and ${held ? reachedBy(held, { place_id: "state.place_id" }) : sql`true`}
    order by joined.id desc limit ${limit}`.execute(db)
  return rows
}
export type JoinRow = Awaited<ReturnType<typeof listJoins>>[number]

/** The ids of all records that were joined into one, and into those. */
export function joinedInto(id: number) {
  return sql`
    with recursive joined (id) as (
      select id from organisations where joined_into_id = ${id}
      union
      select organisation.id from joined join organisations organisation on organisation.joined_into_id = joined.id)
    select id from joined`
}

/** Where the record at an address went, when it was joined into another, and that into a third. */
export async function findJoinedInto(db: Database, slug: string) {
  const { rows } = await sql<{ slug: string }>`
    with recursive went (id, steps) as (
      select joined_into_id, 1 from organisations where slug = ${slug} and joined_into_id is not null
      union all
      select organisation.joined_into_id, went.steps + 1 from went
      join organisations organisation on organisation.id = went.id
      where organisation.joined_into_id is not null and went.steps < 20)
    select organisation.slug from went join organisations organisation on organisation.id = went.id
    order by went.steps desc limit 1`.execute(db)
  return rows[0]
}
