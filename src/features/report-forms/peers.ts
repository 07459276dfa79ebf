import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { remembering } from "../../database/remembering.ts"
import type { FormDefinition, ReportValues } from "./definition.ts"
import { comparedFields, outlierRule } from "./outliers.ts"

/** With whom a value was compared. */
export type Peers = { sector: string; year: number; size: string | null }

export type PeersAsked = {
  form: { kinds: readonly string[]; definition: Pick<FormDefinition, "fields"> }
  year: number
}

/** Whose peers are meant. */
export type Standing = { sector: string; size: string | null }

type Group = { of: Peers; peers: { organisation_id: number; values: ReportValues }[] }
type Groups = ReadonlyMap<string, Group>

export function keyOf({ sector, size }: Standing) {
  return `${sector} ${size}`
}

/** So many are read at most: the median of two hundred is that of two thousand for what is asked here. */
const mostPeers = 200

/** The peers of each standing asked for, as they are now; none where nowhere are enough. */
export async function readPeers(
  db: Database,
  { form, year }: PeersAsked,
  standings: readonly Standing[],
): Promise<Groups> {
  const fields = comparedFields(form.definition)
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
  const valuesIn = (report: ReportValues) =>
    Object.fromEntries(fields.map(({ code }) => [code, report[code] ?? null]))
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
            values: valuesIn({ ...columns, ...more }),
          })),
        },
      ]
    }),
  )
}

/** What is usual among hundreds changes slowly, and on the last evening of a round everyone is compared with it. */
const kept = remembering<Group | undefined>({ most: 200, milliseconds: 60_000 })

/** The same, as they were at most a minute ago. */
export async function rememberedPeers(
  db: Database,
  asked: PeersAsked,
  standings: readonly Standing[],
): Promise<Groups> {
  const groups = kept(db)
  const { form, year } = asked
  const about = JSON.stringify([form.kinds, year, form.definition.fields.map(({ code }) => code)])
  const wanted = new Map(standings.map((standing) => [keyOf(standing), standing]))
  const reading = new Map([...wanted.keys()].map((key) => [key, groups.get(about + key)]))
  const missing = [...wanted].filter(([key]) => !reading.get(key))
  if (missing.length > 0) {
    const all = readPeers(
      db,
      asked,
      missing.map(([, standing]) => standing),
    )
    for (const [key] of missing) {
      const one = all.then((found) => found.get(key))
      reading.set(key, groups.keep(about + key, one))
    }
  }
  const found = await Promise.all([...reading].map(async ([key, group]) => [key, await group] as const))
  return new Map(found.flatMap(([key, group]) => (group ? [[key, group] as const] : [])))
}
