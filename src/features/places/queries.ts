import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { searchWords } from "../register/search.ts"

export type Place = {
  id: number
  slug: string
  code: string
  level: "nation" | "province" | "district" | "commune"
  kind: string
  name: string
  valid_from: string
  valid_to: string
  legal_act: string | null
}
export type PlaceWithParent = Place & { parent_name: string | null; parent_kind: string | null }

const placeColumns = sql`place.id, place.slug, place.code, place.level, place.kind, place.name,
    place.valid_from, place.valid_to, place.legal_act`

export async function findPlace(db: Database, slug: string) {
  const { rows } = await sql<Place>`
    select ${placeColumns} from places place where place.slug = ${slug}`.execute(db)
  return rows[0]
}

export async function findPlaceById(db: Database, id: number) {
  const { rows } = await sql<Place>`
    select ${placeColumns} from places place where place.id = ${id}`.execute(db)
  return rows[0]
}

/** A place by its slug, or by the code it has on a day; of several levels with one code the highest. */
export async function findPlaceCalled(db: Database, word: string, day: string) {
  const { rows } = await sql<Place>`
    select ${placeColumns} from places place
    where place.slug = ${word} or place.code = ${word} and ${day}::date between place.valid_from and place.valid_to
    order by place.slug = ${word} desc, array_position(array['nation', 'province', 'district', 'commune'], place.level)
    limit 1`.execute(db)
  return rows[0]
}

/** The units above a place on a day, the highest first. */
export async function listParents(db: Database, placeId: number, day: string) {
  const { rows } = await sql<Place>`
    with recursive above (id, height) as (
      select parent.id, 1 from places place
      join places parent on parent.code = place.parent_code and parent.level = place.parent_level
        and ${day}::date between parent.valid_from and parent.valid_to
      where place.id = ${placeId}
      union all
      select parent.id, above.height + 1 from above join places place on place.id = above.id
      join places parent on parent.code = place.parent_code and parent.level = place.parent_level
        and ${day}::date between parent.valid_from and parent.valid_to)
    select ${placeColumns} from above join places place on place.id = above.id
    where place.level <> 'nation' order by above.height desc`.execute(db)
  return rows
}

/** The place the portal answers for; without one, the whole country. */
export async function findHomePlace(db: Database) {
  const { rows } = await sql<Place>`
    select ${placeColumns} from places place
    where place.id = (select place_id from site_settings) or place.level = 'nation'
    order by place.level = 'nation', place.id limit 1`.execute(db)
  return rows[0]
}

/** Units in force on a day in which a place has land, by level and name, each with the unit above it. */
export async function listUnits(
  db: Database,
  { within, day, levels }: { within: Place; day: string; levels: readonly Place["level"][] },
) {
  const inside =
    within.level === "nation"
      ? sql`true`
      : sql`place.id in (
          select own.territory_id from place_territories land
          join place_territories own on own.place_id = land.place_id
            and ${day}::date between own.valid_from and own.valid_to
          where land.territory_id = ${within.id} and ${day}::date between land.valid_from and land.valid_to)`
  const { rows } = await sql<PlaceWithParent & { parent_id: number | null }>`
    select ${placeColumns}, parent.id as parent_id, parent.name as parent_name, parent.kind as parent_kind
    from places place
    left join places parent on parent.code = place.parent_code and parent.level = place.parent_level
      and ${day}::date between parent.valid_from and parent.valid_to
    where place.level = any(${levels}::text[]) and ${day}::date between place.valid_from and place.valid_to
      and ${inside}
    order by place.name collate "vi-x-icu", place.id`.execute(db)
  return rows
}

/**
 * The communes an organisation may have its seat in to count for a place on a day; the same rule as every figure.
 * A commune that is no more answers for its last day, one that is not there yet for its first.
 */
export async function listCommuneIds(db: Database, place: Place, day: string) {
  if (place.level === "nation") return undefined
  const { rows } = await sql<{ place_id: number }>`
    select distinct territory.place_id from place_territories territory
    join places unit on unit.id = territory.place_id
    where territory.territory_id = ${place.id}
      and greatest(unit.valid_from, least(${day}::date, unit.valid_to)) between territory.valid_from and territory.valid_to`.execute(
    db,
  )
  return rows.map((row) => row.place_id)
}

const mostFound = 60

/**
 * Places by the words of their name, with or without marks and kind ("xa binh an"), of all times: those in force
 * on the day first, then exact names.
 */
export async function findPlacesByName(db: Database, text: string, day: string) {
  const words = searchWords(text.slice(0, 100)).join(" ")
  if (!words) return []
  const name = sql`place.search_words`
  const fullName = sql`(case place.kind when 'commune' then 'xa' when 'ward' then 'phuong'
      when 'township' then 'thi tran' when 'special_zone' then 'dac khu' when 'district' then 'huyen'
      when 'town' then 'thi xa' when 'province' then 'tinh' else 'thanh pho' end) || ' ' || ${name}`
  const { rows } = await sql<PlaceWithParent & { is_exact: boolean; is_in_force: boolean }>`
    select ${placeColumns}, parent.name as parent_name, parent.kind as parent_kind,
      ${words} in (${name}, ${fullName}) as is_exact,
      ${day}::date between place.valid_from and place.valid_to as is_in_force
    from places place
    left join lateral (
      select unit.name, unit.kind from places unit
      where unit.code = place.parent_code and unit.level = place.parent_level
        and unit.valid_from <= place.valid_to
      order by unit.valid_from desc limit 1) parent on true
    where place.level <> 'nation'
      and (strpos(' ' || ${fullName} || ' ', ${` ${words}`}) > 0 or place.code = ${words})
    order by is_in_force desc, is_exact desc, place.level = 'commune', place.name collate "vi-x-icu", place.id
    limit ${mostFound}`.execute(db)
  return rows
}

/** What the land was before, and what became of it. */
export async function listSuccessions(db: Database, placeId: number) {
  const { rows } = await sql<PlaceWithParent & { direction: "before" | "after" }>`
    select ${placeColumns}, parent.name as parent_name, parent.kind as parent_kind, link.direction
    from (
      select place_id as id, 'before' as direction from place_successions where successor_id = ${placeId}
      union all
      select successor_id, 'after' from place_successions where place_id = ${placeId}) link
    join places place on place.id = link.id
      and (link.direction = 'after' or place.level = (select level from places where id = ${placeId}))
    left join lateral (
      select unit.name, unit.kind from places unit
      where unit.code = place.parent_code and unit.level = place.parent_level
        and unit.valid_from <= place.valid_to
      order by unit.valid_from desc limit 1) parent on true
    order by place.name collate "vi-x-icu", place.id`.execute(db)
  return rows
}

/** The first and last days a chosen day may have: years that the calendar of the database holds too. */
export function isReasonableDay(day: string) {
  return day >= "1900-01-01" && day <= "2100-12-31"
}

/** The last days before units in a place changed, the latest first, and how many came to an end on each. */
export async function listChangeDays(db: Database, within: Place, today: string) {
  const inside =
    within.level === "nation"
      ? sql`true`
      : sql`exists (
          select from place_territories territory
          where territory.territory_id = ${within.id} and territory.place_id = place.id)`
  const { rows } = await sql<{ day: string; ended: number }>`
    select place.valid_to as day, count(*) as ended from places place
    where place.level = 'commune' and place.valid_to < ${today}::date and ${inside}
    group by place.valid_to order by place.valid_to desc limit 12`.execute(db)
  return rows
}

/**
 * Whether a figure of the place over these days is without organisations that may be its own: on one of the days,
 * a commune holds land of the place together with land of others (see territories.ts).
 */
export async function hasSharedLand(
  db: Database,
  placeId: number,
  { from, to }: { from: string; to: string },
) {
  const { rows } = await sql<{ shared: boolean }>`
    select exists (
      select from place_territories own
      join place_successions link on own.place_id in (link.place_id, link.successor_id)
      join places other on other.id in (link.place_id, link.successor_id) and other.id <> own.place_id
      where own.territory_id = ${placeId} and other.level = 'commune'
        and other.valid_from <= ${to}::date and other.valid_to >= ${from}::date
        and not exists (
          select from place_territories its
          where its.territory_id = ${placeId} and its.place_id = other.id)) as shared`.execute(db)
  return rows[0]!.shared
}
