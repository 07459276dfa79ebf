import type pg from "pg"

export type ByHand = { day: string; from: string; year: number; placeId: number | null }

/**
 * The nine counts of plan 148/KH-UBND as someone would write them by hand, each one statement, knowing where and
 * for which year; the limit that counting through the catalogue is held against.
 */
export async function countByHand(client: pg.Client, { day, from, year, placeId }: ByHand) {
  const isNation = placeId === null
  const here = (place: string, on: string) =>
    isNation
      ? "true"
      : `exists (select from place_territories t where t.territory_id = ${placeId} and t.place_id = ${place}
           and ${on} between t.valid_from and t.valid_to)`
  const today = `s.valid_from <= '${day}' and s.valid_to >= '${day}' and s.status <> 'ended'
      and ${here("s.place_id", `date '${day}'`)}`
  const thatDay = `s.organisation_id = e.organisation_id and e.happened_on between s.valid_from and s.valid_to`
  const inPeriod = `e.kind = 'founded' and e.happened_on between '${from}' and '${day}'`
  const accepted = (report: string) =>
    `${report}.state in ('accepted', 'locked') and ${report}.accepted_on <= '${day}'`
  const statements = [
    `select count(*) as n from organisation_events e join organisation_states s on ${thatDay}
     where ${inPeriod} and s.kind in ('cooperative', 'credit_fund') and ${here("s.place_id", "e.happened_on")}`,

    `select count(*) as n from organisation_events e join organisation_states s on ${thatDay}
     where ${inPeriod} and s.kind in ('cooperative', 'credit_fund') and s.sector = 'agriculture'
       and ${here("s.place_id", "e.happened_on")}`,

    `select count(*) as n from organisation_events e join organisation_states s on ${thatDay}
     cross join lateral (
       select r.large_field_area from yearly_reports r
       where r.organisation_id = e.organisation_id and ${accepted("r")} order by r.year desc limit 1) r
     where ${inPeriod} and s.kind = 'cooperative_group' and r.large_field_area > 0
       and ${here("s.place_id", "e.happened_on")}`,

    `select count(*) as n from organisation_events e join organisation_states s on ${thatDay}
     where ${inPeriod} and s.kind = 'cooperative_union' and ${here("s.place_id", "e.happened_on")}`,

    `select count(*) filter (where r.profit_before_tax > 0) as n, count(*) as d
     from organisation_states s
     join yearly_reports r on r.organisation_id = s.organisation_id and r.year = ${year} and ${accepted("r")}
     where ${today} and s.kind in ('cooperative', 'credit_fund')`,

    ...["'good', 'fair'", "'average'", "'weak'"].map(
      (classes) => `
     select count(*) filter (where r.class in (${classes})) as n, count(*) as d
     from organisation_states s
     join ratings r on r.organisation_id = s.organisation_id and r.year = ${year} and r.rated_on <= '${day}'
       and r.class is not null and r.scheme_id = 1
     where ${today} and s.kind = 'cooperative'`,
    ),

    `select count(distinct m.place_id) as n, (
       select count(*) from places p where p.level = 'commune' and '${day}' between p.valid_from and p.valid_to
         and ${here("p.id", `date '${day}'`)}) as d
     from (
       select s.place_id from organisation_states s
       join organisations o on o.id = s.organisation_id
       join yearly_reports a on a.organisation_id = s.organisation_id and a.year = ${year}
         and ${accepted("a")} and a.profit_before_tax > 0
       join yearly_reports b on b.organisation_id = s.organisation_id and b.year = ${year - 1}
         and ${accepted("b")} and b.profit_before_tax > 0
       where ${today} and s.status = 'operating' and o.founded_on <= date '${day}' - interval '24 months'
         and not exists (select from organisation_states p where p.organisation_id = s.organisation_id
           and p.status <> 'operating' and p.valid_from <= '${day}'
           and p.valid_to >= (date '${day}' - interval '24 months')::date)
         and not exists (select from ratings r where r.organisation_id = s.organisation_id and r.year = ${year}
           and r.rated_on <= '${day}' and r.class in ('average', 'weak') and r.scheme_id = 1)) m`,
  ]
  const counted: [number, number][] = []
  for (const statement of statements) {
    const { rows } = await client.query<{ n: string; d?: string }>(statement)
    counted.push([Number(rows[0]!.n), Number(rows[0]!.d ?? rows[0]!.n)])
  }
  return counted
}
