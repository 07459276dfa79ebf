import { type RawBuilder, sql } from "kysely"
import { type CountingScope, inPlace, inSector, ofKinds } from "./scope.ts"

/**
 * One thing that a measure counts. The figure, its breakdowns and its list are all read from these rows, so
 * what stands behind a figure always adds up to it.
 */
export type CountedRecord = {
  /** None where the records are communes. */
  organisation_id: number | null
  /** The commune it was in on the day that matters. */
  place_id: number
  placed_on: string
  sector: string | null
  kind: string | null
  name: string
  numerator: number
  denominator: number
  /** Whether anything is known of it yet; a figure of which nothing is known is not nought. */
  is_measured: boolean
  /** What the list shows beside it: members, đồng, points, hectares. */
  amount: number | null
  class: string | null
  happened_on: string | null
}

export type Records = RawBuilder<CountedRecord>
type Condition = RawBuilder<boolean>

/** Reports and ratings that were accepted, which is what "known" means here. */
const accepted = sql`report.state in ('accepted', 'locked')`

/** Organisations there are on the day; those that ended are no longer among them. */
export function organisations(scope: CountingScope, { operating = false } = {}): Records {
  return sql`
    select ${standing(scope)}, 1 as numerator, 1 as denominator, true as is_measured,
      null::numeric as amount, null::text as class, organisation.founded_on as happened_on
    from organisation_states state ${withOrganisation}
    where ${stands(scope)} ${operating ? sql`and state.status = 'operating'` : sql``}`
}

/** Events of the period, each with where its organisation was, and in which sector, on that very day. */
export function events(scope: CountingScope, kinds: readonly string[]): Records {
  return sql`
    select ${happening}, 1 as numerator, 1 as denominator, true as is_measured,
      null::numeric as amount, null::text as class, event.happened_on
    from ${eventsOfPeriod}
    where ${happens(scope, kinds)}`
}

/** Founded in the period, and with a large field in the latest report known on the day. */
export function foundedWithLargeField(scope: CountingScope): Records {
  return sql`
    select ${happening}, 1 as numerator, 1 as denominator, true as is_measured,
      latest.large_field_area as amount, null::text as class, event.happened_on
    from ${eventsOfPeriod}
    cross join lateral (
      select report.large_field_area from yearly_reports report
      where report.organisation_id = event.organisation_id and ${accepted}
        and report.accepted_on <= ${scope.to}::date
      order by report.year desc limit 1) latest
    where ${happens(scope, ["founded"])} and latest.large_field_area > 0`
}

/** Which organisations fulfil a condition of their report of the year, among those of the denominator. */
export function shareByReport(scope: CountingScope, condition: Condition): Records {
  const join = scope.denominator === "reporting" ? sql`join` : sql`left join`
  return sql`
    select ${standing(scope)}, case when ${condition} then 1 else 0 end as numerator, 1 as denominator,
      report.id is not null as is_measured,
      report.profit_before_tax as amount, null::text as class, organisation.founded_on as happened_on
    from organisation_states state ${withOrganisation}
    ${join} ${reportOfTheYear(scope)}
    where ${stands(scope)} ${operatingOnly(scope)}`
}

/** Which organisations are in one of the classes in the rating of the year, among those of the denominator. */
export function shareByRating(scope: CountingScope, classes: readonly string[]): Records {
  const join = scope.denominator === "rated" ? sql`join` : sql`left join`
  return sql`
    select ${standing(scope)},
      case when rating.class in (${sql.join(classes)}) then 1 else 0 end as numerator, 1 as denominator,
      rating.class is not null as is_measured,
      rating.points as amount, rating.class, organisation.founded_on as happened_on
    from organisation_states state ${withOrganisation}
    ${join} ratings rating on rating.organisation_id = state.organisation_id and rating.year = ${scope.year}
      and rating.rated_on <= ${scope.to}::date and rating.class is not null
      and rating.scheme_id = ${schemeOfTheYear(scope)}
    where ${stands(scope)} ${operatingOnly(scope)}`
}

type Part = { numerator: RawBuilder<number>; denominator?: RawBuilder<number>; where?: Condition }

/** What the reports of the year say, one row a report. */
export function reported(scope: CountingScope, { numerator, denominator = sql`1`, where }: Part): Records {
  return sql`
    select ${standing(scope)}, ${numerator} as numerator, ${denominator} as denominator, true as is_measured,
      (${numerator})::numeric as amount, null::text as class, organisation.founded_on as happened_on
    from organisation_states state ${withOrganisation}
    join ${reportOfTheYear(scope)}
    where ${stands(scope)} ${where ? sql`and ${where}` : sql``}`
}

/** Months without a break that a model must have been operating to be called lasting. */
export const lastingMonths = 24

/**
 * Lasting models (mô hình hiệu quả, bền vững). No law defines them. Here: operating without a break for
 * 24 months, with profit in the two latest reporting years, and not rated below fair (khá) where rated.
 */
function lastingModels(scope: CountingScope): Records {
  const since = sql`(${scope.to}::date - ${`${lastingMonths} months`}::interval)::date`
  return sql`
    select ${standing(scope)}, 1 as numerator, 1 as denominator, true as is_measured,
      report.profit_before_tax as amount, null::text as class, organisation.founded_on as happened_on
    from organisation_states state ${withOrganisation}
    join ${reportOfTheYear(scope)} and report.profit_before_tax > 0
    join yearly_reports before on before.organisation_id = state.organisation_id
      and before.year = ${scope.year}::integer - 1 and before.state in ('accepted', 'locked')
      and before.accepted_on <= ${scope.to}::date and before.profit_before_tax > 0
    where ${stands(scope)} and state.status = 'operating' and organisation.founded_on <= ${since}
      and not exists (
        select from organisation_states pause where pause.organisation_id = state.organisation_id
          and pause.status <> 'operating' and pause.valid_to >= ${since} and pause.valid_from <= ${scope.to}::date)
      and not exists (
        select from ratings rating where rating.organisation_id = state.organisation_id
          and rating.year = ${scope.year} and rating.rated_on <= ${scope.to}::date
          and rating.class in ('average', 'weak') and rating.scheme_id = ${schemeOfTheYear(scope)})`
}

/** The organisations that reported, and whether each is a lasting model. */
export function reportingAndLasting(scope: CountingScope): Records {
  return sql`
    select record.organisation_id, record.place_id, record.placed_on, record.sector, record.kind, record.name,
      case when model.organisation_id is null then 0 else 1 end as numerator, record.denominator,
      record.is_measured, record.amount, record.class, record.happened_on
    from (${reported(scope, { numerator: sql`report.profit_before_tax` })}) record
    left join (${lastingModels(scope)}) model on model.organisation_id = record.organisation_id`
}

/** The communes of the place, and whether there is a lasting model in each. */
export function communesWithLastingModel(scope: CountingScope): Records {
  return sql`
    select null::bigint as organisation_id, commune.id as place_id, ${scope.to}::date as placed_on,
      null::text as sector, null::text as kind, commune.name,
      case when found.models > 0 then 1 else 0 end as numerator, 1 as denominator,
      ${anyReportOfTheYear(scope)} as is_measured,
      coalesce(found.models, 0)::numeric as amount, null::text as class, null::date as happened_on
    from places commune
    left join (
      select ${communeOnTheDay(scope)} as commune_id, count(*) as models
      from (${lastingModels(scope)}) model join places unit on unit.id = model.place_id
      group by 1) found on found.commune_id = commune.id
    where commune.level = 'commune' and ${scope.to}::date between commune.valid_from and commune.valid_to
      and ${inPlace(scope, sql`commune.id`)}`
}

/** Only lists ask for the organisation itself; being an outer join, it costs a count nothing. */
const withOrganisation = sql`left join organisations organisation on organisation.id = state.organisation_id`

function standing(scope: CountingScope) {
  return sql`state.organisation_id, state.place_id, ${scope.to}::date as placed_on, state.sector,
    state.kind, state.name`
}

function stands(scope: CountingScope) {
  return sql<boolean>`state.valid_from <= ${scope.to}::date and state.valid_to >= ${scope.to}::date
    and state.status <> 'ended' and ${ofKinds(scope, sql`state.kind`)}
    and ${inSector(scope, sql`state.sector`)} and ${inPlace(scope, sql`state.place_id`)}`
}

const happening = sql`event.organisation_id, state.place_id, event.happened_on as placed_on, state.sector,
    state.kind, state.name`

const eventsOfPeriod = sql`standing_events event
    join organisation_states state on state.organisation_id = event.organisation_id
      and state.valid_from <= event.happened_on and state.valid_to >= event.happened_on`

function happens(scope: CountingScope, kinds: readonly string[]) {
  return sql<boolean>`event.kind in (${sql.join(kinds)})
    and event.happened_on between ${scope.from}::date and ${scope.to}::date
    and ${ofKinds(scope, sql`state.kind`)} and ${inSector(scope, sql`state.sector`)}
    and ${inPlace(scope, sql`state.place_id`, sql`event.happened_on`)}`
}

function operatingOnly(scope: CountingScope) {
  return scope.denominator === "operating" ? sql`and state.status = 'operating'` : sql``
}

function reportOfTheYear(scope: CountingScope) {
  return sql`yearly_reports report on report.organisation_id = state.organisation_id
      and report.year = ${scope.year} and ${accepted} and report.accepted_on <= ${scope.to}::date`
}

function anyReportOfTheYear(scope: CountingScope) {
  return sql<boolean>`exists (select from yearly_reports report
    where report.year = ${scope.year} and ${accepted} and report.accepted_on <= ${scope.to}::date)`
}

/** The circular in force at the end of the year rated: one organisation is never rated twice for one year. */
function schemeOfTheYear(scope: CountingScope) {
  return sql<number>`(select scheme.id from rating_schemes scheme
    where make_date(${scope.year}, 12, 31) between scheme.valid_from and scheme.valid_to
    order by scheme.valid_from desc limit 1)`
}

/** The commune of a model; if that one is no more, the one its whole land went to. */
function communeOnTheDay(scope: CountingScope) {
  return sql<number>`case when unit.valid_to >= ${scope.to}::date then unit.id else (
    select heir.id from place_territories territory join places heir on heir.id = territory.territory_id
    where territory.place_id = unit.id and unit.valid_to between territory.valid_from and territory.valid_to
      and heir.level = 'commune' and ${scope.to}::date between heir.valid_from and heir.valid_to) end`
}
