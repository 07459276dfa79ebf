import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"

export type Broken = { change_id: number; reason: "altered" | "missing" | "not_sealed" | "out_of_order" }

export type BrokenLink = {
  /** Its place in the chain; nothing for an entry without a seal. */
  number: number | null
  change_id: number
  /** The day of the entry in Vietnam; nothing, like all that follows, when it is gone. */
  day: string | null
  actor: string | null
  action: string | null
  record_kind: string | null
  record: string | null
  id_before: number | null
  day_before: string | null
  id_after: number | null
  day_after: string | null
}

/** The first entry of the change log that is not as it was sealed; nothing when every seal holds. */
export async function findBroken(db: Database): Promise<Broken | undefined> {
  const { rows } = await sql<Broken>`
    with chain as (
      select number, change_id, seal, lag(number) over around as number_before, lag(seal) over around as seal_before
      from change_seals window around as (order by number)),
    fault as (
      select chain.number, chain.change_id,
        case
          when entry.id is null then 'missing'
          when chain.number <> coalesce(chain.number_before, 0) + 1 then 'out_of_order'
          when chain.seal <> sha256(coalesce(chain.seal_before, '') || change_content(entry)) then 'altered'
        end as reason
      from chain left join changes entry on entry.id = chain.change_id
      union all
      select null, entry.id, 'not_sealed' from changes entry
      where not exists (select from change_seals seal where seal.change_id = entry.id))
    select change_id, reason from fault where reason is not null order by number nulls last, change_id limit 1`.execute(
    db,
  )
  return rows[0]
}

/** A link as far as it can still be told: the entry, or where it is gone, the entries that stand before and after. */
export async function describeBroken(db: Database, { change_id }: Broken) {
  const { rows } = await sql<BrokenLink>`
    with link as (
      select seal.number, coalesce(seal.change_id, entry.id) as change_id, entry.actor, entry.action, entry.record_kind,
        coalesce(entry.record_key, entry.record_id::text) as record,
        (entry.made_at at time zone 'Asia/Ho_Chi_Minh')::date as day
      from change_seals seal full join changes entry on entry.id = seal.change_id)
    select broken.*, earlier.change_id as id_before, earlier.day as day_before,
      later.change_id as id_after, later.day as day_after
    from link broken
      left join lateral (select * from link where number < broken.number and day is not null
        order by number desc limit 1) earlier on true
      left join lateral (select * from link where number > broken.number and day is not null
        order by number limit 1) later on true
    where broken.change_id = ${change_id}`.execute(db)
  return rows[0]!
}

export async function countSeals(db: Database) {
  const { rows } = await sql<{ entries: number; seal: string | null }>`
    select count(*) as entries, encode((select seal from change_seals order by number desc limit 1), 'hex') as seal
    from change_seals`.execute(db)
  return rows[0]!
}

export type DailySeal = { day: string; entries: number; number: number; seal: string }

/** The last seal of each day in Vietnam, the latest day first. Whoever noted one can tell later whether it still stands. */
export async function listDailySeals(db: Database, { limit, offset }: { limit: number; offset: number }) {
  const { rows } = await sql<DailySeal & { days: number }>`
    select day, count(*) as entries, max(number) as number,
      encode((array_agg(seal order by number desc))[1], 'hex') as seal, count(*) over () as days
    from (
      select seal.number, seal.seal, (entry.made_at at time zone 'Asia/Ho_Chi_Minh')::date as day
      from change_seals seal join changes entry on entry.id = seal.change_id) sealed
    group by day order by day desc limit ${limit} offset ${offset}`.execute(db)
  return { seals: rows, total: rows[0]?.days ?? 0 }
}
