import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { freezeColumns } from "../official-reports/freeze-columns.ts"
import { findRound } from "../rounds/queries.ts"
import { takeSnapshot } from "../snapshots/take-snapshot.ts"

const recordedBy = "Dữ liệu mẫu"
const firstYear = 2021
/** The round that is open: some have sent, some have begun, most are silent. */
const openYear = 2026

/**
 * Rounds of the years that were reported, closed with every report locked, and one that is open. In the years before
 * Circular 09/2024 cooperative groups had no form of their own, so nothing was asked of them.
 */
export async function loadRounds(db: Database) {
  await sql`
    insert into reporting_rounds (slug, name, year, place_id, legal_basis, data_from, data_to, opens_on, due_on,
      closes_on, state, closed_at, is_sample)
    select 'bao-cao-nam-' || year, 'Báo cáo năm ' || year, year, place.id,
      (select legal_basis from reporting_windows where year between first_year and coalesce(last_year, year)),
      make_date(year - 1, 12, 15), make_date(year, 12, 14), make_date(year, 11, 15), make_date(year, 12, 15),
      make_date(year, 12, 31), case when year < ${openYear} then 'closed' else 'open' end,
      case when year < ${openYear} then make_timestamptz(year, 12, 31, 16, 0, 0, 'Asia/Ho_Chi_Minh') end, true
    from generate_series(${firstYear}::integer, ${openYear}::integer) as year
    join places place on place.code = '91' and place.level = 'province'
      and make_date(year, 12, 14) between place.valid_from and place.valid_to
    on conflict (slug) do nothing`.execute(db)
  await sql`
    insert into reporting_round_forms (round_id, kind, form_version_id)
    select round.id, asked.kind, version.id
    from reporting_rounds round
    cross join lateral (select distinct on (kind) kind, version.id
      from report_forms form cross join unnest(form.kinds) as kind
      join report_form_versions version on version.form_id = form.id and version.published_at is not null
        and round.year between version.first_year and coalesce(version.last_year, round.year)
      order by kind, version.number desc) asked
    join report_form_versions version on version.id = asked.id
    where round.is_sample`.execute(db)
  await fileClosedRounds(db)
  await fileOpenRound(db)
  await freezeFigures(db)
}

/** The year of the published figures: freezing all would take as long as loading the rest of the province. */
const frozenYears = [2024]

async function freezeFigures(db: Database) {
  // What was just loaded is unknown to the planner, and a whole province would be looked up row by row.
  await sql`analyze organisations, organisation_states, organisation_events, yearly_reports, ratings,
    organisation_supports, union_members, places, place_territories`.execute(db)
  const author = { actor: recordedBy, via: "shell" } as const
  for (const year of frozenYears) {
    const round = await findRound(db, `bao-cao-nam-${year}`)
    if (!round?.closed_at) continue
    const today = `${year}-12-31`
    const { id } = await takeSnapshot(db, author, round, { today, at: round.closed_at })
    await freezeColumns(db, round, id, today)
  }
}

/** Takes the rounds of the sample away with all that was sent in them, and what its organisations sent in others. */
export async function clearRounds(db: Database) {
  const filings = sql`select filing.id from report_filings filing
    join reporting_rounds round on round.id = filing.round_id
    left join organisations organisation on organisation.id = filing.organisation_id
    where round.is_sample or organisation.is_sample`
  const ofSample = sql`round_id in (select id from reporting_rounds where is_sample)
    or organisation_id in (select id from organisations where is_sample)`
  await sql`delete from yearly_reports where organisation_id in (select id from organisations where is_sample)`.execute(
    db,
  )
  await sql`update yearly_reports set filing_id = null where filing_id in (${filings})`.execute(db)
  for (const table of ["report_answers", "report_filing_events", "report_revisions"]) {
    await sql`delete from ${sql.table(table)} where filing_id in (${filings})`.execute(db)
  }
  await sql`delete from report_filings where id in (${filings})`.execute(db)
  for (const table of ["report_excuses", "report_extensions"]) {
    await sql`delete from ${sql.table(table)} where ${ofSample}`.execute(db)
  }
  const { rows } = await sql<{ id: number }>`
    delete from snapshots where round_id in (select id from reporting_rounds where is_sample) returning id`.execute(
    db,
  )
  const snapshots = rows.map(({ id }) => id)
  for (const table of ["snapshot_records", "snapshot_figures"]) {
    await sql`delete from ${sql.table(table)} where snapshot_id = any(${snapshots}::bigint[])`.execute(db)
  }
  await clearOfficialReports(db)
  await sql`delete from reporting_rounds where is_sample`.execute(db)
}

/** Reports to the ministry that were begun of the fictional province, with all that was built of them. */
async function clearOfficialReports(db: Database) {
  const reports = sql`(select id from official_reports where is_sample)`
  await sql`delete from official_report_files where build_id in (
    select id from official_report_builds where report_id in ${reports})`.execute(db)
  await sql`delete from official_report_builds where report_id in ${reports}`.execute(db)
  await sql`delete from official_report_words where report_id in ${reports}`.execute(db)
  await sql`delete from official_reports where is_sample`.execute(db)
}

/** A yearly report by the codes of the fields: members of the sample are individuals, unless they are cooperatives. */
const valuesOfReport = sql`jsonb_strip_nulls(case organisation.kind
  when 'cooperative_group' then jsonb_build_object(${same([
    "members",
    "members_joined",
    "members_left",
    "workers",
    "workers_who_are_members",
    "capital",
    "revenue",
    "revenue_from_members",
    "profit_before_tax",
    "wages",
    "support_received",
    "ocop_products",
    "value_chain",
    "land_area",
  ])})
  else jsonb_build_object(${same([
    "members",
    "members_joined",
    "members_left",
    "workers",
    "workers_who_are_members",
    "managers",
    "capital",
    "charter_capital",
    "undivided_assets",
    "revenue",
    "revenue_from_members",
    "profit_before_tax",
    "wages",
    "taxes_paid",
    "support_received",
    "ocop_products",
    "value_chain",
  ])},
    'managers_primary', report.managers_with_primary_training,
    'managers_intermediate', report.managers_with_intermediate_training,
    'managers_college', report.managers_with_college_or_higher,
    'managers_untrained', report.managers - report.managers_with_primary_training
      - report.managers_with_intermediate_training - report.managers_with_college_or_higher)
    || case organisation.kind when 'cooperative_union' then jsonb_build_object('member_cooperatives', report.members)
      else jsonb_build_object('members_individuals', report.members,
        ${same(["high_technology", "land_area", "large_field_area"])}) end end)`

/** Fields that are called like their columns. */
function same(columns: string[]) {
  return sql.join(columns.map((column) => sql`${sql.lit(column)}, ${sql.ref(`report.${column}`)}`))
}

const atNine = (day: string) => sql.raw(`(${day} + time '09:00') at time zone 'Asia/Ho_Chi_Minh'`)

async function fileClosedRounds(db: Database) {
  await sql`
    insert into report_filings (round_id, organisation_id, form_version_id, state, revision, values, submitted_at,
      accepted_at, submitted_on, accepted_on)
    select round.id, report.organisation_id, asked.form_version_id, 'locked', 1, ${valuesOfReport},
      ${atNine("report.submitted_on")}, ${atNine("report.accepted_on")}, report.submitted_on, report.accepted_on
    from yearly_reports report
    join organisations organisation on organisation.id = report.organisation_id and organisation.is_sample
    join reporting_rounds round on round.year = report.year and round.is_sample and round.state = 'closed'
    join reporting_round_forms asked on asked.round_id = round.id and asked.kind = organisation.kind`.execute(
    db,
  )
  await sql`
    update yearly_reports report set filing_id = filing.id, state = 'locked'
    from report_filings filing join reporting_rounds round on round.id = filing.round_id and round.is_sample
    where report.organisation_id = filing.organisation_id and report.year = round.year`.execute(db)
  await keepRevisions(db, "closed")
  await sql`
    insert into report_filing_events (filing_id, kind, revision, receipt, actor, happened_at)
    select filing.id, event.kind, event.revision, event.receipt, ${recordedBy}, event.happened_at
    from report_filings filing join reporting_rounds round on round.id = filing.round_id
    cross join lateral (values
      (1, 'opened', 0, null, filing.submitted_at - interval '1 hour'),
      (2, 'submitted', 1, ${receiptOf}, filing.submitted_at),
      (3, 'accepted', 1, null, filing.accepted_at),
      (4, 'accepted_by_province', 1, null, filing.accepted_at + interval '1 day'),
      (5, 'locked', 1, null, round.closed_at)) event (step, kind, revision, receipt, happened_at)
    where round.is_sample and round.state = 'closed'
    order by event.happened_at, event.step, filing.id`.execute(db)
}

/** BC25-1C7E-…: the same for the same organisation and year whenever the sample is loaded. */
const receiptOf = sql`(select 'BC' || right(round.year::text, 2) || '-' || substr(code, 1, 4) || '-' ||
    substr(code, 5, 4) || '-' || substr(code, 9, 4)
  from (select upper(translate(md5(organisation.slug || round.year), '01', 'gh')) as code
    from organisations organisation where organisation.id = filing.organisation_id) receipt)`

function keepRevisions(db: Database, state: "open" | "closed") {
  return sql`
    insert into report_revisions (filing_id, number, values, typed_by, via, saved_at)
    select filing.id, 1, filing.values, ${recordedBy}, 'web', coalesce(filing.submitted_at, ${atNine("round.opens_on + 3")})
    from report_filings filing join reporting_rounds round on round.id = filing.round_id
    where round.is_sample and round.state = ${state}`.execute(db)
}

/**
 * The first weeks of the open round. Who has done what follows from the organisation's address, so that it is the same
 * every time; the figures are those of the year before, a little on.
 */
async function fileOpenRound(db: Database) {
  await sql`
    insert into report_filings (round_id, organisation_id, form_version_id, state, revision, values, submitted_at,
      accepted_at, submitted_on, accepted_on)
    select round.id, last.organisation_id, asked.form_version_id, said.state, 1,
      case when said.state = 'draft' then
        (select jsonb_object_agg(key, value) from jsonb_each(grown.values) where key like 'members%')
      else grown.values end,
      ${atNine("said.submitted_on")}, ${atNine("said.accepted_on")}, said.submitted_on, said.accepted_on
    from reporting_rounds round
    join reporting_rounds before on before.is_sample and before.year = round.year - 1
    join report_filings last on last.round_id = before.id
    join organisations organisation on organisation.id = last.organisation_id
    join reporting_round_forms asked on asked.round_id = round.id and asked.kind = organisation.kind
    join organisation_states state on state.organisation_id = organisation.id and state.valid_to = 'infinity'
      and state.status <> 'ended'
    cross join lateral (select ('x' || substr(md5(organisation.slug), 1, 6))::bit(24)::integer as number) chance
    cross join lateral (select case when chance.number % 100 < 55 then null
      when chance.number % 100 < 68 then 'draft' when chance.number % 100 < 82 then 'submitted'
      when chance.number % 100 < 87 then 'returned' when chance.number % 100 < 95 then 'accepted'
      else 'accepted_by_province' end as state) chosen
    cross join lateral (select chosen.state,
      case when chosen.state <> 'draft' then round.opens_on + chance.number % 8 end as submitted_on,
      case when chosen.state like 'accepted%' then round.opens_on + 8 + chance.number % 2 end as accepted_on) said
    cross join lateral (select chance.number % 4 as joined) more
    cross join lateral (select last.values || jsonb_strip_nulls(jsonb_build_object(
      'members', (last.values ->> 'members')::integer + more.joined,
      'members_individuals', (last.values ->> 'members_individuals')::integer + more.joined,
      'members_joined', more.joined,
      'members_left', 0,
      'revenue', (last.values ->> 'revenue')::numeric + 1000000 * (1 + chance.number % 40))) as values) grown
    where round.is_sample and round.state = 'open' and said.state is not null
      and organisation.kind <> 'cooperative_union'`.execute(db)
  await keepRevisions(db, "open")
  await sql`
    insert into report_filing_events (filing_id, kind, revision, reasons, receipt, actor, happened_at)
    select filing.id, event.kind, event.revision, event.reasons::jsonb, event.receipt, ${recordedBy}, event.happened_at
    from report_filings filing join reporting_rounds round on round.id = filing.round_id
    cross join lateral (values
      (1, 'opened', 0, null, null, coalesce(filing.submitted_at, ${atNine("round.opens_on + 3")}) - interval '1 hour'),
      (2, 'submitted', 1, null, case when filing.state <> 'draft' then ${receiptOf} end, filing.submitted_at),
      (3, 'returned', 1, '{"revenue": "Doanh thu chưa khớp với sổ sách, đề nghị xem lại."}', null,
        filing.submitted_at + interval '1 day'),
      (3, 'accepted', 1, null, null, filing.accepted_at),
      (4, 'accepted_by_province', 1, null, null, filing.accepted_at + interval '3 hours'))
      event (step, kind, revision, reasons, receipt, happened_at)
    where round.is_sample and round.state = 'open' and event.kind = any(case filing.state
      when 'draft' then '{opened}'::text[]
      when 'submitted' then '{opened,submitted}'::text[]
      when 'returned' then '{opened,submitted,returned}'::text[]
      when 'accepted' then '{opened,submitted,accepted}'::text[]
      else '{opened,submitted,accepted,accepted_by_province}'::text[] end)
    order by event.happened_at, event.step, filing.id`.execute(db)
  await writeOpenYear(db)
}

/** What was sent stands among the yearly reports too, as it does when somebody sends it. */
async function writeOpenYear(db: Database) {
  const kept = [
    "workers",
    "workers_who_are_members",
    "managers",
    "managers_with_primary_training",
    "managers_with_intermediate_training",
    "managers_with_college_or_higher",
    "capital",
    "charter_capital",
    "undivided_assets",
    "revenue_from_members",
    "profit_before_tax",
    "wages",
    "taxes_paid",
    "support_received",
    "land_area",
    "large_field_area",
    "high_technology",
    "value_chain",
    "ocop_products",
  ]
  const columns = sql.join(kept.map((column) => sql.ref(column)))
  const asBefore = sql.join(kept.map((column) => sql.ref(`last.${column}`)))
  await sql`
    insert into yearly_reports (organisation_id, year, filing_id, state, submitted_on, accepted_on, members,
      members_joined, members_left, revenue, ${columns})
    select filing.organisation_id, round.year, filing.id,
      case filing.state when 'accepted_by_province' then 'accepted' else filing.state end,
      filing.submitted_on, filing.accepted_on,
      (filing.values ->> 'members')::integer, (filing.values ->> 'members_joined')::integer,
      (filing.values ->> 'members_left')::integer, (filing.values ->> 'revenue')::numeric, ${asBefore}
    from report_filings filing join reporting_rounds round on round.id = filing.round_id
    join yearly_reports last on last.organisation_id = filing.organisation_id and last.year = round.year - 1
    where round.is_sample and round.state = 'open' and filing.state <> 'draft'`.execute(db)
}
