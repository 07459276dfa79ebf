import { type RawBuilder, sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import type { Sector } from "../measures/scope.ts"
import { inPlace } from "../measures/scope.ts"
import { earlier } from "../places/days.ts"
import type { Round } from "./queries.ts"
import { coverageOf, reportedStandings, type Standing, type StandingCounts } from "./standing.ts"

/** What of a round decides who has to answer. */
export type Asking = Pick<Round, "id" | "asked" | "place_id" | "place_level" | "data_to" | "due_on">

/** One who has to report in a round: an organisation, or a commune where communes are asked. */
export type Respondent = {
  organisation_id: number | null
  /** Set where the respondent is a commune itself. */
  place_id: number | null
  slug: string
  name: string
  kind: string
  sector: Sector | null
  commune_id: number
  commune_name: string
  commune_kind: string
  filing_id: number | null
  standing: Standing
  /** With all that was granted to it. */
  due_on: string
  submitted_at: Date | null
  is_late: boolean
}

export type RespondentFilter = {
  /** Those that someone answers for: a condition on `state`; see reachOn. */
  reach?: RawBuilder<boolean>
  standing?: Standing | undefined
  late?: boolean
  communeId?: number | undefined
  organisationId?: number | undefined
  kind?: string | undefined
  /** Any of these. */
  among?: readonly Standing[] | undefined
  /** Words of the name, without marks; see searchWords. */
  words?: readonly string[] | undefined
}

/** The day on which the register says who is asked: the last of the data, or today while that is still to come. */
export function askedOn({ data_to }: Pick<Round, "data_to">, today: string) {
  return earlier(data_to, today)
}

/**
 * Who has to answer, worked out from the register and kept nowhere: organisations of the kinds asked that stand on the
 * day in the place of the round, or the communes of it, each with how far it is.
 */
export function respondents(
  round: Asking,
  today: string,
  {
    reach = sql<boolean>`true`,
    standing,
    late,
    communeId,
    organisationId,
    kind,
    among,
    words = [],
  }: RespondentFilter = {},
) {
  const day = askedOn(round, today)
  const scope = { placeId: round.place_id, isNation: round.place_level === "nation", to: day }
  const expected =
    round.asked === "organisations"
      ? sql`
        select state.organisation_id, null::bigint as place_id, organisation.slug, state.name, state.kind,
          state.sector, state.place_id as commune_id
        from organisation_states state join organisations organisation on organisation.id = state.organisation_id
        where state.valid_from <= ${day}::date and state.valid_to >= ${day}::date and state.status <> 'ended'
          and state.kind in (select kind from reporting_round_forms where round_id = ${round.id})
          and ${inPlace(scope, sql`state.place_id`)} and ${reach}
          ${organisationId ? sql`and state.organisation_id = ${organisationId}` : sql``}`
      : sql`
        select null::bigint as organisation_id, state.place_id, state.slug, state.name, 'commune' as kind,
          null::text as sector, state.place_id as commune_id
        from (select id as place_id, null::bigint as organisation_id, slug, name from places
          where level = 'commune' and ${day}::date between valid_from and valid_to) state
        where ${inPlace(scope, sql`state.place_id`)} and ${reach}`
  const own = round.asked === "organisations" ? sql`organisation_id` : sql`place_id`
  return sql<Respondent>`
    select * from (
      select expected.*, commune.name as commune_name, commune.kind as commune_kind, filing.id as filing_id,
        case when filing.state = any(${reportedStandings}::text[]) then filing.state
          else coalesce(excuse.kind, filing.state, 'silent') end as standing,
        greatest(${round.due_on}::date, everyone.due_on, place_time.due_on, own_time.due_on) as due_on,
        filing.submitted_at,
        greatest(${round.due_on}::date, everyone.due_on, place_time.due_on, own_time.due_on) < ${today}::date
          and excuse.kind is null
          and coalesce(filing.state, 'silent') in ('silent', 'draft', 'returned') as is_late
      from (${expected}) expected
      join places commune on commune.id = expected.commune_id
      left join report_filings filing on filing.round_id = ${round.id} and filing.${own} = expected.${own}
      left join report_excuses excuse on excuse.round_id = ${round.id} and excuse.${own} = expected.${own}
        and excuse.taken_back_at is null
      cross join (select max(due_on) as due_on from report_extensions
        where round_id = ${round.id} and taken_back_at is null and place_id = ${round.place_id}) everyone
      left join (${timeOfPlaces(round, day)}) place_time on place_time.commune_id = expected.commune_id
      left join (select organisation_id, max(due_on) as due_on from report_extensions
        where round_id = ${round.id} and taken_back_at is null and organisation_id is not null
        group by 1) own_time on own_time.organisation_id = expected.organisation_id) respondent
    where true
      ${standing ? sql`and respondent.standing = ${standing}` : sql``}
      ${late ? sql`and respondent.is_late` : sql``}
      ${communeId ? sql`and respondent.commune_id = ${communeId}` : sql``}
      ${kind ? sql`and respondent.kind = ${kind}` : sql``}
      ${among ? sql`and respondent.standing = any(${among}::text[])` : sql``}
      ${sql.join(
        words.map((word) => sql`and strpos(' ' || search_words(respondent.name), ${` ${word}`}) > 0`),
        sql` `,
      )}`
}

/** More time that was given to whole places, by the communes in them. */
function timeOfPlaces({ id }: Asking, day: string) {
  return sql`
    select territory.place_id as commune_id, max(extension.due_on) as due_on
    from report_extensions extension
    join place_territories territory on territory.territory_id = extension.place_id
    join places unit on unit.id = territory.place_id
      and greatest(unit.valid_from, least(${day}::date, unit.valid_to)) between territory.valid_from and territory.valid_to
    where extension.round_id = ${id} and extension.taken_back_at is null
    group by 1`
}

export type Progress = {
  standings: StandingCounts
  late: number
  byKind: { kind: string; standings: StandingCounts }[]
}

/** How far a round is, in all and by kind. */
export async function readProgress(
  db: Database,
  round: Asking,
  today: string,
  filter: RespondentFilter = {},
): Promise<Progress> {
  const { rows } = await sql<{
    kind: string
    standing: Standing
    count: number
    late: number
  }>`select ${keptPlan} kind, standing, count(*) as count, count(*) filter (where is_late) as late
    from (${respondents(round, today, filter)}) respondent group by 1, 2 order by 1, 2`.execute(db)
  const sumOf = (some: typeof rows) => {
    const counts: StandingCounts = {}
    for (const { standing, count } of some) counts[standing] = (counts[standing] ?? 0) + count
    return counts
  }
  return {
    standings: sumOf(rows),
    late: rows.reduce((sum, { late }) => sum + late, 0),
    byKind: [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, some]) => ({
      kind,
      standings: sumOf(some),
    })),
  }
}

export type CommuneProgress = {
  id: number
  slug: string
  name: string
  kind: string
  expected: number
  reported: number
  begun: number
  returned: number
  silent: number
  late: number
}

/** The same by commune, those with most late ones first. */
export async function listProgressByCommune(
  db: Database,
  round: Asking,
  today: string,
  filter: RespondentFilter = {},
) {
  const { rows } = await sql<CommuneProgress>`
    select commune.id, commune.slug, commune.name, commune.kind,
      count(*) filter (where standing <> 'excused') as expected,
      count(*) filter (where standing = any(${reportedStandings}::text[])) as reported,
      count(*) filter (where standing = 'draft') as begun,
      count(*) filter (where standing = 'returned') as returned,
      count(*) filter (where standing = 'silent') as silent,
      count(*) filter (where is_late) as late
    from (${respondents(round, today, filter)}) respondent
    join places commune on commune.id = respondent.commune_id
    group by commune.id
    order by count(*) filter (where is_late) desc, commune.name collate "vi-x-icu", commune.id`.execute(db)
  return rows
}

/** Those who answer, by name. */
export async function listRespondents(
  db: Database,
  round: Asking,
  today: string,
  { limit, offset = 0, ...filter }: RespondentFilter & { limit: number; offset?: number },
) {
  const { rows } = await sql<
    Respondent & { total: number }
  >`select ${keptPlan} respondent.*, count(*) over () as total from (${respondents(round, today, filter)}) respondent
    order by respondent.name collate "vi-x-icu", respondent.organisation_id, respondent.place_id
    limit ${limit} offset ${offset}`.execute(db)
  return { rows: rows as Respondent[], total: rows[0]?.total ?? 0 }
}

/** "486 of 523 reported", of a whole round. */
export async function readCoverage(db: Database, round: Asking, today: string) {
  return coverageOf((await readProgress(db, round, today)).standings)
}
