import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import type { ReportValues } from "./definition.ts"
import { type Outlier, outliersAmong } from "./outliers.ts"
import { keyOf, type Peers, type PeersAsked, readPeers, type Standing } from "./peers.ts"

export type Question = Outlier & Peers

type Reported = { organisation_id: number; values: ReportValues }

/**
 * What to ask of reports because it is far from what others of the same sector and size report: in the same year, or
 * the year before while these are too few, or else whatever their size. Two queries, however many reports; one where
 * the peers are remembered.
 */
export async function findQuestions(
  db: Database,
  { form, year }: PeersAsked,
  reports: readonly Reported[],
  peersOf = readPeers,
): Promise<Map<number, Question[]>> {
  const places = await readStandings(db, year, reports)
  const groups = await peersOf(db, { form, year }, [...places.values()])
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

/** With the size of before, since a slip in this year's figures would pick the wrong peers. */
async function readStandings(db: Database, year: number, reports: readonly Reported[]) {
  const given = reports.map(({ organisation_id, values: { members, revenue, capital } }) => ({
    organisation_id,
    members,
    revenue,
    capital,
  }))
  const { rows } = await sql<
    Standing & { organisation_id: number }
  >`select ${keptPlan} given.organisation_id, state.sector, coalesce(before.decree_113,
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
