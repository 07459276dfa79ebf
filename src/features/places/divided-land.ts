import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Place } from "./queries.ts"

/** A commune that belongs to no single unit of another day, and how many organisations of it that leaves out. */
export type DividedCommune = {
  id: number
  slug: string
  kind: string
  name: string
  organisations: number
  /** The units of that day among which its land lies. */
  shares: { slug: string; kind: string; name: string }[]
}

/**
 * What makes the figures of a day uncertain on the units of another: communes of the place with organisations whose
 * land is shared between several units of the level, or has none.
 */
export async function listDividedLand(
  db: Database,
  { place, day, unitsOn, level }: { place: Place; day: string; unitsOn: string; level: Place["level"] },
): Promise<DividedCommune[]> {
  const onDay = sql`greatest(commune.valid_from, least(${day}::date, commune.valid_to))`
  const inPlace =
    place.level === "nation"
      ? sql`true`
      : sql`exists (select from place_territories own where own.territory_id = ${place.id}
          and own.place_id = commune.id and ${onDay} between own.valid_from and own.valid_to)`
  const { rows } = await sql<DividedCommune>`
    with recursive divided as (
      select commune.id, commune.slug, commune.kind, commune.name, commune.valid_to, commune.valid_from,
        count(distinct state.organisation_id)::integer as organisations
      from organisation_states state join places commune on commune.id = state.place_id
      where ${day}::date between state.valid_from and state.valid_to and state.status <> 'ended' and ${inPlace}
        and not exists (
          select from place_territories land join places unit on unit.id = land.territory_id
          where land.place_id = commune.id and unit.level = ${level}
            and ${unitsOn}::date between unit.valid_from and unit.valid_to
            and ${onDay} between land.valid_from and land.valid_to)
      group by commune.id),
    followed (divided_id, unit_id, valid_from, valid_to) as (
      select id, id, valid_from, valid_to from divided
      union
      select followed.divided_id, unit.id, unit.valid_from, unit.valid_to
      from followed
      join place_successions link on link.place_id = followed.unit_id or link.successor_id = followed.unit_id
      join places unit on unit.level = 'commune' and unit.id <> followed.unit_id
        and unit.id in (link.successor_id, link.place_id)
      where (followed.valid_to < ${unitsOn}::date and link.place_id = followed.unit_id)
        or (followed.valid_from > ${unitsOn}::date and link.successor_id = followed.unit_id)),
    share as (
      select distinct followed.divided_id, unit.id, unit.slug, unit.kind, unit.name
      from followed
      join place_territories land on land.place_id = followed.unit_id
        and ${unitsOn}::date between land.valid_from and land.valid_to
      join places unit on unit.id = land.territory_id and unit.level = ${level}
        and ${unitsOn}::date between unit.valid_from and unit.valid_to
      where ${unitsOn}::date between followed.valid_from and followed.valid_to)
    select divided.id, divided.slug, divided.kind, divided.name, divided.organisations,
      coalesce((
        select json_agg(json_build_object('slug', share.slug, 'kind', share.kind, 'name', share.name)
          order by share.name collate "vi-x-icu")
        from share where share.divided_id = divided.id), '[]') as shares
    from divided order by divided.name collate "vi-x-icu", divided.id`.execute(db)
  return rows
}
