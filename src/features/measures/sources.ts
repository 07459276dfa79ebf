import { type RawBuilder, sql } from "kysely"
import { type CountingScope, inPlace, inSector, ofKinds } from "./scope.ts"

/**
 * Rows that measures count, always with what an organisation was in them, called `state`. Measures that count rows
 * of one source are counted in one pass over it.
 */
export type Source = {
  /** Two sources of one name and one scope are the same rows. */
  name: string
  from: RawBuilder<unknown>
  where: RawBuilder<boolean>
  /** The day that decides where a row counts. */
  placedOn: RawBuilder<string>
  happenedOn: RawBuilder<string>
  /** Where its rows lie, and when: what is looked at once for all sources of this name, which may lie in more places. */
  lies: { name: string; from: RawBuilder<unknown>; where: RawBuilder<boolean> }
  /** Rows that are communes have neither kind nor sector. */
  isOfCommunes?: true
}

/** Organisations there are on the day; those that ended are no longer among them. */
export function organisations(scope: CountingScope): Source {
  return {
    name: "organisations",
    from: sql`organisation_states state ${withOrganisation}`,
    where: stands(scope),
    placedOn: sql`${scope.to}::date`,
    happenedOn: sql`organisation.founded_on`,
    lies: { name: "organisations", from: sql`organisation_states state`, where: stands(scope) },
  }
}

/**
 * Those of them that were registered, or have a certificate's number, by the day. A source of its own: asked of every
 * organisation beside other sums, it would cost more than all of them.
 */
export function registeredOrganisations(scope: CountingScope): Source {
  const all = organisations(scope)
  return {
    ...all,
    name: "registered organisations",
    where: sql`${all.where} and state.organisation_id in (
      select paper.organisation_id from standing_events paper
      where paper.happened_on <= ${scope.to}::date
        and (paper.kind = 'registered' or paper.facts ->> 'certificate_number' is not null))`,
  }
}

/** Unions there are on the day, each with how many member cooperatives it has. */
export function unionsWithMembers(scope: CountingScope): Source {
  return {
    ...organisations(scope),
    name: "unions with members",
    from: sql`organisation_states state ${withOrganisation}
      cross join lateral (
        select count(*) as cooperatives from union_members link
        join organisation_states member on member.organisation_id = link.member_id
          and ${scope.to}::date between member.valid_from and member.valid_to and member.status <> 'ended'
        where link.organisation_id = state.organisation_id and link.superseded_at is null
          and ${scope.to}::date between link.valid_from and link.valid_to) joined`,
  }
}

/** Events that are counted, each of the period, with where its organisation was on that very day. */
export function events(scope: CountingScope): Source {
  return {
    name: "events",
    from: eventsOfPeriod,
    where: happens(scope),
    placedOn: sql`event.happened_on`,
    happenedOn: sql`event.happened_on`,
    lies: { name: "events", from: eventsOfPeriod, where: happens(scope) },
  }
}

/** The same with the latest report known on the day. */
export function eventsWithLatestReport(scope: CountingScope): Source {
  return {
    ...events(scope),
    name: "events with the latest report",
    from: sql`${eventsOfPeriod}
      cross join lateral (
        select report.large_field_area from yearly_reports report
        where report.organisation_id = event.organisation_id and ${accepted}
          and report.accepted_on <= ${scope.knownOn}::date
        order by report.year desc limit 1) latest`,
  }
}

/**
 * Organisations there are on the day with their report of the year, called `report`: those that reported, or all of
 * the denominator asked for, whether they reported or not.
 */
export function reports(scope: CountingScope): Source {
  const ofAll = scope.denominator === "operating" || scope.denominator === "all"
  return {
    ...organisations(scope),
    name: `reports of ${ofAll ? scope.denominator : "those reporting"}`,
    from: sql`organisation_states state ${withOrganisation}
      ${ofAll ? sql`left join` : sql`join`} ${reportOfTheYear(scope)}`,
    where: sql`${stands(scope)} ${operatingOnly(scope)}`,
  }
}

/** The same with their rating of the year, called `rating`. */
export function ratings(scope: CountingScope): Source {
  const ofAll = scope.denominator !== "rated"
  return {
    ...organisations(scope),
    name: `ratings of ${scope.denominator ?? "all"}`,
    from: sql`organisation_states state ${withOrganisation}
      ${ofAll ? sql`left join` : sql`join`} ratings rating on rating.organisation_id = state.organisation_id
        and rating.year = ${scope.year} and rating.rated_on <= ${scope.knownOn}::date and rating.class is not null
        and rating.scheme_id = ${schemeOfTheYear(scope)}`,
    where: sql`${stands(scope)} ${operatingOnly(scope)}`,
  }
}

/**
 * Reports of the years that end within the period, each with what its organisation was on the last day reported on:
 * so one report counts in the same place whatever the period, and what happened in two periods adds up.
 */
export function reportsOfPeriod(scope: CountingScope): Source {
  const years = scope.reportedYears.map(({ year }) => year)
  const ends = scope.reportedYears.map(({ ends_on }) => ends_on)
  const days = sql`unnest(${years}::integer[], ${ends}::date[]) reported (year, ends_on)`
  return {
    name: "reports of the period",
    from: sql`${days}
      join yearly_reports report on report.year = reported.year and ${accepted}
        and report.accepted_on <= ${scope.knownOn}::date
      join organisation_states state on state.organisation_id = report.organisation_id
        and reported.ends_on between state.valid_from and state.valid_to and state.status <> 'ended'`,
    where: inPlace(scope, sql`state.place_id`, sql`reported.ends_on`),
    placedOn: sql`reported.ends_on`,
    happenedOn: sql`reported.ends_on`,
    lies: {
      name: "reports of the period",
      from: sql`${days} join organisation_states state on reported.ends_on between state.valid_from and state.valid_to`,
      where: inPlace(scope, sql`state.place_id`, sql`reported.ends_on`),
    },
  }
}

/** What was given to organisations in the period, each with where its organisation was on the day. */
export function supports(scope: CountingScope): Source {
  const rows = {
    name: "supports",
    from: sql`organisation_supports support
      join organisation_states state on state.organisation_id = support.organisation_id
        and support.valid_from between state.valid_from and state.valid_to`,
    where: sql<boolean>`support.superseded_at is null
      and support.valid_from between ${scope.from}::date and ${scope.to}::date
      and ${inPlace(scope, sql`state.place_id`, sql`support.valid_from`)}`,
  }
  return {
    ...rows,
    placedOn: sql`support.valid_from`,
    happenedOn: sql`support.valid_from`,
    lies: rows,
  }
}

/** Months without a break that a model must have been operating to be called lasting. */
export const lastingMonths = 24

/**
 * Lasting models (mô hình hiệu quả, bền vững). No law defines them. Here: operating without a break for
 * 24 months, with profit in the two latest reporting years, and not rated below fair (khá) where rated.
 */
function lastingModels(scope: CountingScope) {
  const since = sql`(${scope.to}::date - ${`${lastingMonths} months`}::interval)::date`
  return sql`
    select state.organisation_id, state.place_id
    from organisation_states state ${withOrganisation}
    join ${reportOfTheYear(scope)} and report.profit_before_tax > 0
    join yearly_reports before on before.organisation_id = state.organisation_id
      and before.year = ${scope.year}::integer - 1 and before.state in ('accepted', 'locked')
      and before.accepted_on <= ${scope.knownOn}::date and before.profit_before_tax > 0
    where ${stands(scope)} and ${ofKinds(scope, sql`state.kind`)} and ${inSector(scope, sql`state.sector`)}
      and state.status = 'operating' and organisation.founded_on <= ${since}
      and not exists (
        select from organisation_states pause where pause.organisation_id = state.organisation_id
          and pause.status <> 'operating' and pause.valid_to >= ${since} and pause.valid_from <= ${scope.to}::date)
      and not exists (
        select from ratings rating where rating.organisation_id = state.organisation_id
          and rating.year = ${scope.year} and rating.rated_on <= ${scope.knownOn}::date
          and rating.class in ('average', 'weak') and rating.scheme_id = ${schemeOfTheYear(scope)})`
}

/** The organisations that reported, with the lasting model that each is, called `model`, or none. */
export function reportsWithModels(scope: CountingScope): Source {
  return {
    ...reports(scope),
    name: `reports with models of ${scope.kinds.join(", ")}`,
    from: sql`organisation_states state ${withOrganisation} join ${reportOfTheYear(scope)}
      left join (${lastingModels(scope)}) model on model.organisation_id = state.organisation_id`,
  }
}

/** The communes of the place, and how many lasting models there are in each. */
export function communesWithModels(scope: CountingScope): Source {
  const standing = sql<boolean>`commune.level = 'commune' and ${scope.to}::date between commune.valid_from and commune.valid_to`
  return {
    name: `communes with models of ${scope.kinds.join(", ")}`,
    from: sql`(
      select null::bigint as organisation_id, commune.id as place_id, null::text as sector, null::text as kind,
        commune.name, coalesce(found.models, 0) as models
      from places commune
      left join (
        select ${communeOnTheDay(scope)} as commune_id, count(*) as models
        from (${lastingModels(scope)}) model join places unit on unit.id = model.place_id
        group by 1) found on found.commune_id = commune.id
      where ${standing}) state`,
    where: inPlace(scope, sql`state.place_id`),
    placedOn: sql`${scope.to}::date`,
    happenedOn: sql`null::date`,
    lies: {
      name: "communes",
      from: sql`(select commune.id as place_id from places commune where ${standing}) state`,
      where: inPlace(scope, sql`state.place_id`),
    },
    isOfCommunes: true,
  }
}

/** Whether a report of the year is known at all. */
export function anyReportOfTheYear(scope: CountingScope) {
  return sql<boolean>`exists (select from yearly_reports report
    where report.year = ${scope.year} and ${accepted} and report.accepted_on <= ${scope.knownOn}::date)`
}

/** Reports and ratings that were accepted, which is what "known" means here. */
const accepted = sql<boolean>`report.state in ('accepted', 'locked')`

/** Only lists ask for the organisation itself; being an outer join, it costs a count nothing. */
const withOrganisation = sql`left join organisations organisation on organisation.id = state.organisation_id`

function stands(scope: CountingScope) {
  return sql<boolean>`state.valid_from <= ${scope.to}::date and state.valid_to >= ${scope.to}::date
    and state.status <> 'ended' and ${inPlace(scope, sql`state.place_id`)}`
}

const eventsOfPeriod = sql`standing_events event
    join organisation_states state on state.organisation_id = event.organisation_id
      and state.valid_from <= event.happened_on and state.valid_to >= event.happened_on`

function happens(scope: CountingScope) {
  return sql<boolean>`event.happened_on between ${scope.from}::date and ${scope.to}::date
    and ${inPlace(scope, sql`state.place_id`, sql`event.happened_on`)}`
}

function operatingOnly(scope: CountingScope) {
  return scope.denominator === "operating" ? sql`and state.status = 'operating'` : sql``
}

function reportOfTheYear(scope: CountingScope) {
  return sql`yearly_reports report on report.organisation_id = state.organisation_id
      and report.year = ${scope.year} and ${accepted} and report.accepted_on <= ${scope.knownOn}::date`
}

/** The scheme that the year is rated by: one organisation is never counted twice for one year. */
function schemeOfTheYear(scope: CountingScope) {
  return sql<number>`(select rating_scheme_of(${scope.year}::integer))`
}

/** The commune of a model; if that one is no more, the one its whole land went to. */
function communeOnTheDay(scope: CountingScope) {
  return sql<number>`case when unit.valid_to >= ${scope.to}::date then unit.id else (
    select heir.id from place_territories territory join places heir on heir.id = territory.territory_id
    where territory.place_id = unit.id and unit.valid_to between territory.valid_from and territory.valid_to
      and heir.level = 'commune' and ${scope.to}::date between heir.valid_from and heir.valid_to) end`
}
