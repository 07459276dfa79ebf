import type pg from "pg"

export type TableByHand = { from: string; day: string; year: number }

const cooperatives = "in ('cooperative', 'credit_fund')"
const contents =
  "training young_workers founding information infrastructure processing materials trade_promotion technology credit land value_chain ocop insurance".split(
    " ",
  )

/**
 * The ministry's table of the country as someone would write it by hand who knows the tables well: each of them read
 * once. Numerators and denominators by the code of the catalogue; the limit that counting is held against.
 */
export async function countTableByHand(client: pg.Client, { from, day, year }: TableByHand) {
  const today = `s.valid_from <= '${day}' and s.valid_to >= '${day}' and s.status <> 'ended'`
  const accepted = `r.state in ('accepted', 'locked') and r.accepted_on <= '${day}'`
  const inPeriod = `between '${from}' and '${day}'`
  const statements = [
    `select
       count(*) filter (where s.kind ${cooperatives}) as cooperatives,
       count(*) filter (where s.kind ${cooperatives} and s.status = 'operating') as cooperatives_operating,
       count(*) filter (where s.kind = 'credit_fund') as credit_funds,
       count(*) filter (where s.kind = 'cooperative_union') as cooperative_unions,
       count(*) filter (where s.kind = 'cooperative_union' and s.status = 'operating') as cooperative_unions_operating,
       count(*) filter (where s.kind = 'cooperative_group') as cooperative_groups,
       count(*) filter (where s.kind = 'cooperative_group' and s.status = 'operating') as cooperative_groups_operating,
       count(*) filter (where s.kind = 'cooperative_group' and exists (
         select from organisation_events e where e.organisation_id = s.organisation_id and e.superseded_at is null
           and not e.is_withdrawal and e.happened_on <= '${day}'
           and (e.kind = 'registered' or e.facts ->> 'certificate_number' is not null))) as cooperative_groups_registered
     from organisation_states s where ${today}`,

    `select
       count(*) filter (where s.kind ${cooperatives} and e.kind = 'founded') as cooperatives_founded,
       count(*) filter (where s.kind ${cooperatives} and e.kind in ('dissolved', 'bankrupt')) as cooperatives_ended,
       count(*) filter (where s.kind ${cooperatives} and e.kind = 'converted') as cooperatives_converted,
       count(*) filter (where s.kind ${cooperatives} and e.kind in ('created_by_division', 'created_by_separation',
         'created_by_consolidation', 'created_by_conversion')) as cooperatives_created_by_reorganisation,
       count(*) filter (where s.kind ${cooperatives} and e.kind in ('divided', 'consolidated', 'merged'))
         as cooperatives_ended_by_reorganisation,
       count(*) filter (where s.kind = 'cooperative_union' and e.kind = 'founded') as cooperative_unions_founded,
       count(*) filter (where s.kind = 'cooperative_union' and e.kind in ('dissolved', 'bankrupt'))
         as cooperative_unions_ended,
       count(*) filter (where s.kind = 'cooperative_group' and e.kind = 'founded') as cooperative_groups_founded,
       count(*) filter (where s.kind = 'cooperative_group' and e.kind in ('dissolved', 'bankrupt'))
         as cooperative_groups_ended
     from organisation_events e
     join organisation_states s on s.organisation_id = e.organisation_id
       and e.happened_on between s.valid_from and s.valid_to
     where e.superseded_at is null and not e.is_withdrawal and e.happened_on ${inPeriod}
       and e.kind in ('founded', 'dissolved', 'bankrupt', 'converted', 'created_by_division', 'created_by_separation',
         'created_by_consolidation', 'created_by_conversion', 'divided', 'consolidated', 'merged')`,

    `select
       count(*) filter (where r.class in ('good', 'fair')) as cooperatives_good_or_fair,
       count(*) filter (where r.class = 'average') as cooperatives_average,
       count(*) filter (where r.class = 'weak') as cooperatives_weak,
       count(*) filter (where r.class is null) as cooperatives_not_rated,
       count(*) filter (where r.class in ('good', 'fair')) as cooperatives_good_or_fair_share,
       count(r.class) as "cooperatives_good_or_fair_share ÷",
       count(*) filter (where r.class = 'average') as cooperatives_average_share,
       count(r.class) as "cooperatives_average_share ÷",
       count(*) filter (where r.class = 'weak') as cooperatives_weak_share,
       count(r.class) as "cooperatives_weak_share ÷"
     from organisation_states s
     left join ratings r on r.organisation_id = s.organisation_id and r.year = ${year} and r.rated_on <= '${day}'
       and r.class is not null and r.scheme_id = 1
     where ${today} and s.kind = 'cooperative'`,

    `select
       count(*) filter (where c and r.profit_before_tax > 0) as cooperatives_profitable_share,
       count(*) filter (where c) as "cooperatives_profitable_share ÷",
       count(*) filter (where c and r.high_technology) as high_technology,
       count(*) filter (where c and r.value_chain) as value_chain,
       sum(r.members) filter (where c) as members,
       sum(r.workers) filter (where c) as workers,
       sum(r.workers_who_are_members) filter (where c) as workers_who_are_members,
       sum(r.managers) filter (where c) as managers,
       sum(coalesce(r.managers_with_primary_training, 0) + coalesce(r.managers_with_intermediate_training, 0))
         filter (where c) as managers_with_primary_or_intermediate_training,
       sum(r.managers_with_college_or_higher) filter (where c) as managers_with_college_or_higher,
       sum(r.managers_with_college_or_higher) filter (where c and r.managers > 0)
         as managers_with_college_or_higher_share,
       sum(r.managers) filter (where c and r.managers_with_college_or_higher is not null)
         as "managers_with_college_or_higher_share ÷",
       sum(r.revenue) filter (where k = 'cooperative') as average_revenue,
       count(r.revenue) filter (where k = 'cooperative') as "average_revenue ÷",
       sum(r.revenue_from_members) filter (where k = 'cooperative') as average_revenue_from_members,
       count(r.revenue_from_members) filter (where k = 'cooperative') as "average_revenue_from_members ÷",
       sum(r.revenue_from_members) filter (where k = 'cooperative' and r.revenue > 0) as revenue_from_members_share,
       sum(r.revenue) filter (where k = 'cooperative' and r.revenue_from_members is not null)
         as "revenue_from_members_share ÷",
       sum(r.profit_before_tax) filter (where k = 'cooperative') as average_profit,
       count(r.profit_before_tax) filter (where k = 'cooperative') as "average_profit ÷",
       sum(r.wages) filter (where k = 'cooperative' and r.workers > 0) as average_worker_income,
       sum(r.workers) filter (where k = 'cooperative' and r.wages is not null) as "average_worker_income ÷",
       sum(r.workers) filter (where k = 'cooperative_union') as workers_of_unions,
       sum(r.revenue) filter (where k = 'cooperative_union') as average_revenue_of_unions,
       count(r.revenue) filter (where k = 'cooperative_union') as "average_revenue_of_unions ÷",
       sum(r.profit_before_tax) filter (where k = 'cooperative_union') as average_profit_of_unions,
       count(r.profit_before_tax) filter (where k = 'cooperative_union') as "average_profit_of_unions ÷",
       sum(r.members) filter (where k = 'cooperative_group') as members_of_cooperative_groups,
       sum(r.revenue) filter (where k = 'cooperative_group') as average_revenue_of_cooperative_groups,
       count(r.revenue) filter (where k = 'cooperative_group') as "average_revenue_of_cooperative_groups ÷",
       sum(r.profit_before_tax) filter (where k = 'cooperative_group') as average_profit_of_cooperative_groups,
       count(r.profit_before_tax) filter (where k = 'cooperative_group') as "average_profit_of_cooperative_groups ÷",
       sum(r.wages) filter (where k = 'cooperative_group' and coalesce(nullif(r.workers, 0), r.members) > 0)
         as average_income_in_cooperative_groups,
       sum(coalesce(nullif(r.workers, 0), r.members)) filter (where k = 'cooperative_group' and r.wages is not null)
         as "average_income_in_cooperative_groups ÷"
     from (select s.organisation_id, s.kind as k, s.kind ${cooperatives} as c from organisation_states s where ${today}) s
     join yearly_reports r on r.organisation_id = s.organisation_id and r.year = ${year} and ${accepted}`,

    `select count(*) filter (where r.id is not null or x.nil) as organisations_reporting_share,
       count(*) as "organisations_reporting_share ÷"
     from organisation_states s
     left join yearly_reports r on r.organisation_id = s.organisation_id and r.year = ${year} and ${accepted}
     left join (select e.organisation_id, bool_or(e.kind = 'nil') as nil, bool_or(e.kind = 'excused') as excused
       from report_excuses e join reporting_rounds o on o.id = e.round_id
       where o.year = ${year} and o.period = 'year' and e.taken_back_at is null
       group by e.organisation_id) x on x.organisation_id = s.organisation_id
     where ${today} and x.excused is not true`,

    `select
       sum(r.members_joined) filter (where s.kind ${cooperatives}) as members_joined,
       sum(r.members_left) filter (where s.kind ${cooperatives}) as members_left,
       sum(r.workers_joined) filter (where s.kind ${cooperatives}) as workers_joined,
       sum(r.members_joined) filter (where s.kind = 'cooperative_group') as members_joined_in_cooperative_groups
     from yearly_reports r
     join organisation_states s on s.organisation_id = r.organisation_id
       and date '${year}-12-14' between s.valid_from and s.valid_to and s.status <> 'ended'
     where r.year = ${year} and ${accepted}`,

    `select count(*) as cooperatives_in_unions
     from union_members l
     join organisation_states s on s.organisation_id = l.organisation_id and s.kind = 'cooperative_union' and ${today}
     join organisation_states m on m.organisation_id = l.member_id and m.status <> 'ended'
       and '${day}' between m.valid_from and m.valid_to
     where l.superseded_at is null and '${day}' between l.valid_from and l.valid_to`,

    `select count(*) as supports, sum(p.people) as supported_people, sum(p.disbursed) as support_money,
       sum(p.disbursed) filter (where p.source = 'central') as support_money_from_central,
       sum(p.disbursed) filter (where p.source in ('province', 'commune')) as support_money_from_local,
       sum(p.disbursed) filter (where p.source is null or p.source not in ('central', 'province', 'commune'))
         as support_money_from_other,
       ${contents
         .map(
           (content) => `count(*) filter (where p.support_kind = '${content}') as supports_for_${content},
       sum(p.people) filter (where p.support_kind = '${content}') as supported_people_for_${content},
       sum(p.disbursed) filter (where p.support_kind = '${content}') as support_money_for_${content}`,
         )
         .join(",\n")}
     from organisation_supports p
     join organisation_states s on s.organisation_id = p.organisation_id
       and p.valid_from between s.valid_from and s.valid_to
     where p.superseded_at is null and p.valid_from ${inPeriod}`,
  ]
  const counted: Record<string, number> = {}
  for (const statement of statements) {
    const { rows } = await client.query<Record<string, string | null>>(statement)
    for (const [name, value] of Object.entries(rows[0]!)) counted[name] = Number(value ?? 0)
  }
  return counted
}
