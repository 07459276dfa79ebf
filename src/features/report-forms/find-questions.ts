import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { FormDefinition, ReportValues } from "./definition.ts"
import { type Outlier, outlierRule, outliersAmong } from "./outliers.ts"

/** With whom a value was compared. */
export type Peers = { sector: string; year: number; size: string | null }
export type Question = Outlier & Peers

type Asked = {
  form: { kinds: readonly string[]; definition: Pick<FormDefinition, "fields"> }
  year: number
}
type Reported = { organisation_id: number; values: ReportValues }

/**
 * What to ask of reports because it is far from what others of the same sector and size report: in the same year, or
 * the year before while these are too few, or else whatever their size. Two queries, however many reports.
 */
export async function findQuestions(
  db: Database,
  { form, year }: Asked,
  reports: readonly Reported[],
): Promise<Map<number, Question[]>> {
  const places = await readStandings(db, year, reports)
  const groups = await readPeers(db, { form, year }, [...places.values()])
  const groupOf = (id: number) => {
    const standing = places.get(id)
    return standing && groups.get(keyOf(standing))
  }
  return new Map(
    reports.map(({ organisation_id, values }) => {
      const group = groupOf(organisation_id)
      const peers = (group?.peers ?? []).filter((peer) => peer.organisation_id !== organisation_id)
      const outliers = outliersAmong(
        form.definition,
        values,
        peers.map((peer) => peer.values),
      )
      return [organisation_id, outliers.map((outlier) => ({ ...outlier, ...group!.of }))]
    }),
  )
}

/** Sector and size; the size of before, since a slip in this year's figures would pick the wrong peers. */
type Standing = { sector: string; size: string | null }

async function readStandings(db: Database, year: number, reports: readonly Reported[]) {
  const given = reports.map(({ organisation_id, values: { members, revenue, capital } }) => ({
    organisation_id,
    members,
    revenue,
    capital,
  }))
  const { rows } = await sql<Standing & { organisation_id: number }>`
    select given.organisation_id, state.sector, coalesce(before.decree_113,
        size_class('decree_113', size_industry(state.business_line, state.sector), make_date(${year}, 12, 31),
          given.members, given.revenue, given.capital)) as size
    from json_to_recordset(${JSON.stringify(given)}::json)
      as given (organisation_id bigint, members integer, revenue numeric, capital numeric)
    join lateral (
      select state.sector, state.business_line from organisation_states state
      where state.organisation_id = given.organisation_id and state.valid_from <= make_date(${year}, 12, 31)
      order by state.valid_from desc limit 1) state on true
    left join lateral (
      select size.decree_113 from organisation_sizes size
      where size.organisation_id = given.organisation_id and size.year < ${year} and size.decree_113 is not null
      order by size.year desc limit 1) before on true`.execute(db)
  return new Map(rows.map(({ organisation_id, ...standing }) => [organisation_id, standing]))
}

function keyOf({ sector, size }: Standing) {
  return `${sector} ${size}`
}

/** So many are read at most: the median of two hundred is that of two thousand for what is asked here. */
const mostPeers = 200

async function readPeers(db: Database, { form, year }: Asked, standings: readonly Standing[]) {
  // The columns of a yearly report beside, each a field of the form.
  type Row = Standing & { is_of_size: boolean; year: number; organisation_id: number; more: ReportValues }
  const { rows } = await sql<Row>`
    with wanted as (
      select distinct sector, size
      from json_to_recordset(${JSON.stringify(standings)}::json) as given (sector text, size text)),
    reported as materialized (
      select report.id, report.organisation_id, report.year, state.sector, size.decree_113 as size
      from yearly_reports report
      join organisations organisation on organisation.id = report.organisation_id
        and organisation.kind = any(${form.kinds}::text[])
      join lateral (
        select state.sector from organisation_states state
        where state.organisation_id = report.organisation_id and state.valid_from <= make_date(report.year, 12, 31)
        order by state.valid_from desc limit 1) state on state.sector in (select sector from wanted)
      left join lateral (
        select size.decree_113 from organisation_sizes size
        where size.organisation_id = report.organisation_id and size.year <= report.year
        order by size.year desc limit 1) size on true
      where report.year in (${year}, ${year - 1}) and report.state in ('submitted', 'accepted', 'locked')),
    counted as (
      select wanted.sector, wanted.size, reported.year, is_of_size, count(*) as peers
      from wanted cross join (values (true), (false)) as way (is_of_size)
      join reported on reported.sector = wanted.sector and (not is_of_size or reported.size = wanted.size)
      group by wanted.sector, wanted.size, reported.year, is_of_size
      having count(*) > ${outlierRule.fewestPeers}),
    chosen as (
      select distinct on (sector, size) * from counted order by sector, size, is_of_size desc, year desc)
    select chosen.sector, chosen.size, chosen.is_of_size, report.*
    from chosen cross join lateral (
      -- Drawn by a number that has nothing to do with them, and always the same ones.
      select reported.id from reported
      where reported.sector = chosen.sector and reported.year = chosen.year
        and (not is_of_size or reported.size = chosen.size)
      order by hashint8(reported.organisation_id), reported.organisation_id limit ${mostPeers}) drawn
    join yearly_reports report on report.id = drawn.id`.execute(db)
  const groups = Map.groupBy(rows, keyOf)
  return new Map(
    [...groups].map(([key, peers]) => {
      const { sector, size, year, is_of_size } = peers[0]!
      return [
        key,
        {
          of: { sector, year, size: is_of_size ? size : null },
          peers: peers.map(({ more, ...columns }) => ({
            organisation_id: columns.organisation_id,
            values: { ...columns, ...more },
          })),
        },
      ]
    }),
  )
}
