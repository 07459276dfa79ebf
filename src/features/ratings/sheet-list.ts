import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { type Author, recordChanges } from "../changes/record-change.ts"
import type { Kind } from "../register/vocabulary.ts"
import type { RatingClass } from "./definition.ts"
import { type LifeStretch, type NotRated, notRated } from "./not-rated.ts"
import { ratingKey } from "./sheets.ts"

/** How far an organisation has come in a year, the earliest first. */
export const progresses = [
  "none",
  "draft",
  "checked",
  "submitted",
  "returned",
  "accepted",
  "objected",
  "not_rated",
  "excluded",
] as const
export type Progress = (typeof progresses)[number]

export type QueueFilter = {
  year: number
  /** The day whose register says who is to be rated. */
  day: string
  reach: RawBuilder<boolean>
  place_id?: number | undefined
  progress?: Progress | undefined
}

export type QueueRow = {
  organisation_id: number
  slug: string
  name: string
  kind: Kind
  place_id: number
  place_name: string
  place_kind: string
  progress: Progress
  /** Of the self-score; of the rating where that is all there is. */
  points: number | null
  class: RatingClass | null
  reason: NotRated["reason"] | null
}

/** Cooperatives and unions that stand on the day; credit funds are the State Bank's, groups nobody's to rate. */
function queue({ year, day, reach, place_id, progress }: QueueFilter, excluded: readonly number[]) {
  return sql`
    select * from (
      select state.organisation_id, organisation.slug, state.name, state.kind, state.place_id, place.name as place_name,
        place.kind as place_kind,
        case
          when rating.not_rated_reason is not null then 'not_rated'
          when sheet.state = 'accepted' and sheet.is_objected then 'objected'
          when sheet.state is not null then sheet.state
          when rating.class is not null then 'accepted'
          when state.organisation_id = any(${excluded}::bigint[]) then 'excluded'
          else 'none'
        end as progress,
        case when sheet.state = 'accepted' or sheet.id is null then rating.points else sheet.points end as points,
        case when sheet.state = 'accepted' or sheet.id is null then rating.class else sheet.class end as class,
        rating.not_rated_reason as reason
      from organisation_states state
      join organisations organisation on organisation.id = state.organisation_id
      join places place on place.id = state.place_id
      left join rating_sheets sheet on sheet.organisation_id = state.organisation_id and sheet.year = ${year}
        and sheet.scheme_id = rating_scheme_of(${year})
      left join ratings rating on rating.organisation_id = state.organisation_id and rating.year = ${year}
        and rating.scheme_id = rating_scheme_of(${year})
      where ${isRateable({ day, reach })}
        and ${place_id === undefined ? sql`true` : sql`state.place_id = ${place_id}`}) listed
    where ${progress === undefined ? sql`true` : sql`progress = ${progress}`}`
}

function isRateable({ day, reach }: Pick<QueueFilter, "day" | "reach">) {
  return sql`${day}::date between state.valid_from and state.valid_to and state.status <> 'ended'
    and state.kind in ('cooperative', 'cooperative_union') and ${reach}`
}

export async function listQueue(
  db: Database,
  filter: QueueFilter,
  {
    excluded,
    limit,
    offset = 0,
  }: { excluded: ReadonlyMap<number, NotRated>; limit: number; offset?: number },
) {
  const { rows } = await sql<QueueRow & { total: number }>`
    select listed.*, count(*) over ()::integer as total from (${queue(filter, [...excluded.keys()])}) listed
    order by place_name collate "vi-x-icu", name collate "vi-x-icu", organisation_id
    limit ${limit} offset ${offset}`.execute(db)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, ...row }) => ({
      ...row,
      reason: row.reason ?? (row.progress === "excluded" ? excluded.get(row.organisation_id)!.reason : null),
    })),
  }
}

export type PlaceProgress = {
  place_id: number
  place_name: string
  place_kind: string
  progress: Record<Progress, number>
  classes: Record<RatingClass, number>
  total: number
}

/** How far each commune has come, and the classes that count there. */
export async function countQueue(
  db: Database,
  filter: QueueFilter,
  excluded: ReadonlyMap<number, NotRated>,
): Promise<PlaceProgress[]> {
  const { rows } = await sql<{
    place_id: number
    place_name: string
    place_kind: string
    progress: Progress
    class: RatingClass | null
    count: number
  }>`
    select place_id, place_name, place_kind, progress,
      case when progress in ('accepted', 'objected') then class end as class, count(*)::integer as count
    from (${queue(filter, [...excluded.keys()])}) listed
    group by place_id, place_name, place_kind, progress, 5
    order by place_name collate "vi-x-icu", place_id`.execute(db)
  const places = new Map<number, PlaceProgress>()
  for (const { place_id, place_name, place_kind, progress, class: of, count } of rows) {
    const place = places.get(place_id) ?? {
      place_id,
      place_name,
      place_kind,
      progress: Object.fromEntries(progresses.map((name) => [name, 0])) as Record<Progress, number>,
      classes: { good: 0, fair: 0, average: 0, weak: 0 },
      total: 0,
    }
    place.progress[progress] += count
    if (of) place.classes[of] += count
    place.total += count
    places.set(place_id, place)
  }
  return [...places.values()]
}

/** Those who by the register are not to be rated; the query asks only for lives that could say so. */
export async function findExcluded(
  db: Database,
  { year, day, reach }: Pick<QueueFilter, "year" | "day" | "reach">,
): Promise<Map<number, NotRated>> {
  const { rows } = await sql<{ id: number; founded_on: string; stretches: LifeStretch[] }>`
    select organisation.id, organisation.founded_on,
      (select json_agg(json_build_object('status', life.status, 'valid_from', life.valid_from, 'valid_to', life.valid_to))
        from organisation_states life where life.organisation_id = organisation.id) as stretches
    from organisation_states state join organisations organisation on organisation.id = state.organisation_id
    where ${isRateable({ day, reach })}
      and (organisation.founded_on > make_date(${year}, 1, 1) or exists (
        select from organisation_states life where life.organisation_id = organisation.id
          and life.status not in ('operating', 'ended')
          and life.valid_from <= make_date(${year}, 12, 31) and life.valid_to >= make_date(${year}, 1, 1)))`.execute(
    db,
  )
  const found = rows.map(({ id, ...life }) => [id, notRated(life, year)] as const)
  return new Map(found.filter((each): each is readonly [number, NotRated] => each[1] !== undefined))
}

type Exclusion = { year: number; scheme_id: number; today: string }

/** Records those as not rated, each with its reason; one that has a rating already keeps it. */
export async function excludeFromRating(
  trx: Database,
  author: Author,
  excluded: readonly { organisation_id: number; reason: NotRated["reason"] }[],
  { year, scheme_id, today }: Exclusion,
) {
  if (excluded.length === 0) return 0
  const added = await trx
    .insertInto("ratings")
    .values(
      excluded.map(({ organisation_id, reason }) => ({
        organisation_id,
        year,
        scheme_id,
        not_rated_reason: reason,
        rated_on: today,
      })),
    )
    .onConflict((conflict) => conflict.columns(["organisation_id", "year", "scheme_id"]).doNothing())
    .returning(["organisation_id", "not_rated_reason"])
    .execute()
  await recordChanges(
    trx,
    added.map(({ organisation_id, not_rated_reason }) => ({
      ...author,
      record_kind: "rating",
      record_key: ratingKey({ id: organisation_id }, year),
      action: "exclude",
      after: { year, organisation_id, not_rated_reason },
    })),
  )
  return added.length
}
