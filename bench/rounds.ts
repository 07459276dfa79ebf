import assert from "node:assert/strict"
import { sql } from "kysely"
import type { Database } from "../src/database/connection.ts"
import { countMany } from "../src/features/measures/figures.ts"
import { closeRound } from "../src/features/rounds/close-round.ts"
import { findRound } from "../src/features/rounds/queries.ts"
import {
  type FrozenMeasure,
  type FrozenUnit,
  listFrozenMeasures,
  listFrozenUnits,
  listSnapshotRecords,
  readSnapshotFigures,
} from "../src/features/snapshots/read-snapshot.ts"
import type { Line } from "./lines.ts"
import { openNational } from "./national.ts"

const today = "2026-01-05"
const year = 2025

/** Closes a round of the whole country, with every report of it, and opens cells of what was frozen. */
export async function rounds(): Promise<Line[]> {
  const { db } = await openNational()
  const round = await openNationalRound(db)
  const start = performance.now()
  const closed = await closeRound(db, { actor: "bench", via: "shell" }, round, { today, seen: undefined })
  const seconds = (performance.now() - start) / 1000
  assert(closed.ok)
  await describe(db, closed.snapshot.id)
  await expectSame(db, round, closed.snapshot.id)

  const cells = await pickCells(db, closed.snapshot.id)
  const taken: Record<"all" | "nation" | "commune", number[]> = { all: [], nation: [], commune: [] }
  for (const { measure, unit } of [...cells, ...cells, ...cells]) {
    const begun = performance.now()
    const [figures, records] = await Promise.all([
      readSnapshotFigures(db, closed.snapshot.id, [
        {
          measure: measure.code,
          scope: { placeId: unit.place_id, from: "", to: "", denominator: measure.denominator },
        },
      ]),
      listSnapshotRecords(db, closed.snapshot.id, measure, { unit }, { sort: "name", limit: 50 }),
    ])
    const milliseconds = performance.now() - begun
    assert(figures[0] && (figures[0].records === 0) === (records.length === 0), measure.code)
    taken.all.push(milliseconds)
    if (unit.number === 0) taken.nation.push(milliseconds)
    if (unit.level === "commune") taken.commune.push(milliseconds)
  }
  return [
    { what: "closing a national round with its snapshot", value: seconds, unit: "s", limit: 30 },
    { what: "opening any cell, p95", value: percentile(taken.all, 0.95), unit: "ms", limit: 100 },
    { what: "  of the country, p95", value: percentile(taken.nation, 0.95), unit: "ms", limit: 100 },
    { what: "  of a commune, p95", value: percentile(taken.commune, 0.95), unit: "ms", limit: 100 },
  ]
}

/** A round that asks everybody, with a filing for every yearly report that was accepted. */
async function openNationalRound(db: Database) {
  const slug = `ca-nuoc-${year}`
  await sql`
    insert into reporting_rounds (slug, name, year, place_id, data_from, data_to, opens_on, due_on, closes_on)
    select ${slug}, 'Cả nước', ${year}, id, make_date(${year} - 1, 12, 15), make_date(${year}, 12, 14),
      make_date(${year}, 11, 15), make_date(${year}, 12, 15), make_date(${year}, 12, 31)
    from places where level = 'nation'`.execute(db)
  const round = (await findRound(db, slug))!
  await sql`
    insert into reporting_round_forms (round_id, kind, form_version_id)
    select distinct on (kind) ${round.id}::bigint, kind, version.id
    from report_forms form cross join unnest(form.kinds) as kind
    join report_form_versions version on version.form_id = form.id
    order by kind, version.number desc`.execute(db)
  await sql`
    insert into report_filings (round_id, organisation_id, form_version_id, state, revision, values, submitted_at,
      accepted_at, submitted_on, accepted_on)
    select ${round.id}, report.organisation_id, asked.form_version_id, 'accepted', 1,
      jsonb_build_object('members', report.members, 'revenue', report.revenue), report.submitted_on, report.accepted_on,
      report.submitted_on, report.accepted_on
    from yearly_reports report join organisations organisation on organisation.id = report.organisation_id
    join reporting_round_forms asked on asked.round_id = ${round.id} and asked.kind = organisation.kind
    where report.year = ${year} and report.state = 'accepted'`.execute(db)
  await sql`
    update yearly_reports report set filing_id = filing.id from report_filings filing
    where filing.round_id = ${round.id} and filing.organisation_id = report.organisation_id
      and report.year = ${year}`.execute(db)
  await sql`vacuum analyze`.execute(db)
  return round
}

/** Frozen figures are those that were counted live. */
async function expectSame(
  db: Database,
  round: { place_id: number; data_from: string; data_to: string },
  id: number,
) {
  const measures = (await listFrozenMeasures(db, id)).filter(({ is_usual }) => is_usual)
  const requests = measures.map(({ code }) => ({
    measure: code,
    scope: {
      placeId: round.place_id,
      from: round.data_from,
      to: round.data_to,
      reportYear: year,
      knownOn: today,
    },
  }))
  const [live, frozen] = await Promise.all([countMany(db, requests), readSnapshotFigures(db, id, requests)])
  for (const [index, { code }] of measures.entries()) assert.deepEqual(frozen[index], live[index], code)
}

/** Every measure of the country, of a province, and of several communes. */
async function pickCells(db: Database, id: number) {
  const measures = await listFrozenMeasures(db, id)
  const units = await listFrozenUnits(db, id)
  const communes = units.filter(({ level }) => level === "commune")
  const chosen = [
    units[0]!,
    units.find(({ level }) => level === "province")!,
    ...[0.1, 0.4, 0.7].map((share) => communes[Math.floor(share * communes.length)]!),
  ]
  return measures.flatMap((measure): { measure: FrozenMeasure; unit: FrozenUnit }[] =>
    chosen.map((unit) => ({ measure, unit })),
  )
}

async function describe(db: Database, id: number) {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from snapshot_records where snapshot_id = ${id}) as records,
      (select count(*) from snapshot_figures where snapshot_id = ${id}) as figures,
      (select count(*) from snapshot_measures where snapshot_id = ${id}) as measures,
      pg_total_relation_size('snapshot_records') / 1000000 as megabytes`.execute(db)
  console.log(
    `  ${Object.entries(rows[0]!)
      .map(([name, count]) => `${count.toLocaleString("en")} ${name}`)
      .join(", ")}`,
  )
}

function percentile(values: readonly number[], share: number) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}
