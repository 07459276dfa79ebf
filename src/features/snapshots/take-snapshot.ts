import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Author } from "../changes/record-change.ts"
import { listMeasures, type Measure } from "../measures/catalogue.ts"
import type { Counted } from "../measures/entry.ts"
import { countingScope, readBackground } from "../measures/figures.ts"
import { rowsOfAny } from "../measures/passes.ts"
import type { CountingScope, Denominator } from "../measures/scope.ts"
import type { Source } from "../measures/sources.ts"
import { type FrozenEntry, isAmong } from "./frozen.ts"
import { readRules } from "./read-rules.ts"

/** What of a round its figures follow from. */
export type FrozenRound = {
  id: number
  slug: string
  name: string
  year: number
  period: "year" | "half"
  place_id: number
  data_from: string
  data_to: string
  due_on: string
}

type Taking = {
  /** Reports and ratings accepted through this day are in it. */
  today: string
  /** What was corrected; the first version needs none. */
  reason?: string | null
  /** When that was, where it was not now: in the fictional province. */
  at?: Date | null
}

/**
 * Freezes every figure of a round with the records behind it, as the next version. To be called in the transaction that
 * closes the round or ends a correction; from then on no statement changes a letter of it.
 */
export async function takeSnapshot(
  trx: Database,
  author: Author,
  round: FrozenRound,
  { today, reason = null, at = null }: Taking,
) {
  const { rows: numbers } = await sql<{ id: number; version: number }>`
    select nextval(pg_get_serial_sequence('snapshots', 'id')) as id,
      (select coalesce(max(version), 0) + 1 from snapshots where round_id = ${round.id}) as version`.execute(
    trx,
  )
  const { id, version } = numbers[0]!
  const asked = await measuresOf(trx, round, today)

  await freezeMeasures(trx, id, asked)
  await freezeUnits(trx, id, round)
  await freezeOrganisations(trx, id, round)
  // Nothing else has counted what this transaction wrote, and a country's rows would be joined to it one by one.
  await sql`analyze snapshot_units, snapshot_organisations`.execute(trx)
  const sources = [...bySource(asked)]
  // Most of them lie in the same places.
  const lying = new Map(sources.map(([first]) => [first!.counted.source.lies.name, first!.counted.source]))
  for (const source of lying.values()) await freezePlaces(trx, id, source)
  await sql`analyze snapshot_places`.execute(trx)
  await inJoinsAsWritten(trx, async () => {
    for (const same of sources) await freezeRecords(trx, id, same)
    await freezeFigures(trx, id)
  })
  // The first pages are opened before PostgreSQL's own cleaning has seen what they read.
  await sql`analyze snapshot_measures, snapshot_records, snapshot_figures`.execute(trx)

  const rules = await readRules(trx, round)
  const about = {
    name: round.name,
    slug: round.slug,
    year: round.year,
    period: round.period,
    data_from: round.data_from,
    data_to: round.data_to,
    due_on: round.due_on,
    known_on: today,
  }
  await sql`
    insert into snapshots (id, round_id, version, reason, about, rules, hash, taken_by, user_id, taken_at)
    overriding system value
    select ${id}::bigint, ${round.id}::bigint, ${version}::integer, ${version === 1 ? null : reason}::text, ${JSON.stringify(about)}::jsonb, ${JSON.stringify(rules)}::jsonb,
      encode(sha256(convert_to(concat_ws(E'\\n', ${JSON.stringify(about)}::text, ${JSON.stringify(rules)}::text,
        (select string_agg(line::text, E'\n' order by line.position) from snapshot_measures line
          where line.snapshot_id = ${id}),
        (select string_agg(line::text, E'\n' order by line.unit, line.measure, line.sector, line.kind)
          from snapshot_figures line where line.snapshot_id = ${id})), 'UTF8')), 'hex'),
      ${author.actor}::text, ${author.user_id ?? null}::text, coalesce(${at}::timestamptz, now())`.execute(
    trx,
  )
  return { id, version }
}

/** What is frozen of a measure: its records once, and a line for each denominator it may have. */
type Asked = {
  /** In the order in which records are written, source by source; the number of the line that has all of them. */
  number: number
  measure: Measure
  usualKinds: readonly string[]
  scope: CountingScope
  counted: Counted
  lines: Line[]
}

type Line = {
  number: number
  position: number
  denominator: Denominator | null
  isUsual: boolean
  /** Which of the measure's records are its own; none: all. */
  among: "measured" | "operating" | null
}

/** Every measure, with the credit funds where they may be added. */
async function measuresOf(trx: Database, round: FrozenRound, today: string): Promise<Asked[]> {
  const background = await readBackground(trx)
  const whole = {
    placeId: round.place_id,
    from: round.data_from,
    to: round.data_to,
    // Half a year has no reports of its own: the latest ones known count, as on any other day.
    reportYear: round.period === "year" ? round.year : undefined,
    knownOn: today,
  }
  let position = 0
  const measures = listMeasures().map((measure) => {
    const denominator = widestOf(measure)
    const scope = countingScope(measure, { ...whole, denominator, withCreditFunds: true }, background)
    const lines = (measure.denominators.length > 0 ? measure.denominators : [null]).map((each, index) => ({
      position: position++,
      denominator: each,
      isUsual: index === 0,
      among: each === denominator ? null : amongOf(each),
    }))
    const usualKinds = countingScope(measure, { ...whole, denominator }, background).kinds
    return { measure, usualKinds, scope, counted: measure.records(scope), lines }
  })
  const ordered = [...bySource(measures)].flat()
  let narrower = ordered.length
  return ordered.map((each, number) => ({
    ...each,
    number,
    lines: each.lines.map((line) => ({ ...line, number: line.among === null ? number : narrower++ })),
  }))
}

/** Among all organisations stand those of every other denominator. */
function widestOf({ denominators }: Measure): Denominator | null {
  return denominators.includes("all") ? "all" : (denominators[0] ?? null)
}

/** Of those that reported or were rated something is known, and of nobody else. */
function amongOf(denominator: Denominator | null): NonNullable<Line["among"]> {
  return denominator === "operating" ? "operating" : "measured"
}

/** Measures that count rows of one source are frozen in one pass over it. */
function bySource<Each extends Pick<Asked, "counted" | "scope">>(asked: readonly Each[]) {
  return Map.groupBy(asked, ({ counted, scope }) =>
    JSON.stringify([counted.source.name, scope.year, scope.reportedYears]),
  ).values()
}

async function freezeMeasures(trx: Database, id: number, asked: readonly Asked[]) {
  const rows = asked.flatMap(({ number, measure, usualKinds, scope, lines }) =>
    lines.map((line) => ({
      snapshot_id: id,
      number: line.number,
      position: line.position,
      code: measure.code,
      denominator: line.denominator,
      is_usual: line.isUsual,
      records_of: number,
      among: line.among,
      kinds: usualKinds,
      year: measure.isReported ? scope.year : null,
      entry: entryOf(measure),
    })),
  )
  const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)))
  await sql`
    insert into snapshot_measures (${columns})
    select ${columns} from jsonb_populate_recordset(null::snapshot_measures, ${JSON.stringify(rows)}::jsonb)`.execute(
    trx,
  )
}

function entryOf(measure: Measure): FrozenEntry {
  const { section, words, kind, unit, of, denominators, isReported, shows, dividesBy } = measure
  return {
    section,
    words,
    kind,
    unit,
    of,
    denominators,
    isReported,
    shows,
    mayAddCreditFunds: measure.mayAddCreditFunds ?? false,
    ...(dividesBy && { dividesBy }),
  }
}

async function freezeUnits(trx: Database, id: number, { place_id, data_to }: FrozenRound) {
  const parent = sql`left join places parent on parent.code = unit.parent_code and parent.level = unit.parent_level
    and ${data_to}::date between parent.valid_from and parent.valid_to`
  const columns = sql`unit.id, unit.slug, unit.code, unit.level, unit.kind, unit.name, parent.name, parent.kind`
  await sql`
    insert into snapshot_units
    select ${id}::bigint, 0, ${columns} from places unit ${parent} where unit.id = ${place_id}
    union all
    select ${id}::bigint, row_number() over (
      order by array_position('{province,district,commune}', unit.level), unit.name collate "vi-x-icu", unit.id), ${columns}
    from places unit ${parent}
    where unit.level in ('province', 'district', 'commune') and ${data_to}::date between unit.valid_from and unit.valid_to
      and ((select level from places where id = ${place_id}) = 'nation' or exists (
        select from place_territories own
        join place_territories land on land.place_id = own.place_id
        where own.territory_id = unit.id and land.territory_id = ${place_id}
          and ${data_to}::date between own.valid_from and own.valid_to
          and ${data_to}::date between land.valid_from and land.valid_to))`.execute(trx)
}

/** Everyone who was there at some time of the period, under each name they had in it. */
async function freezeOrganisations(trx: Database, id: number, { place_id, data_from, data_to }: FrozenRound) {
  await sql`
    insert into snapshot_organisations
    select ${id}::bigint, row_number() over (order by named.name collate "vi-x-icu", named.organisation_id),
      named.organisation_id, organisation.slug, organisation.code, named.kind, named.name
    from (
      select distinct state.organisation_id, state.kind, state.name from organisation_states state
      where state.valid_from <= ${data_to}::date and state.valid_to >= ${data_from}::date
        and ((select level from places where id = ${place_id}) = 'nation'
          or state.place_id in (select place_id from place_territories where territory_id = ${place_id}))) named
    join organisations organisation on organisation.id = named.organisation_id`.execute(trx)
}

/** The communes that records of a source lie in on their days, which others may have brought already. */
async function freezePlaces(trx: Database, id: number, { lies, placedOn }: Source) {
  const inside = (level: string) => sql`max(unit.number) filter (where unit.level = ${level})`
  await sql`
    with pair as materialized (
      select distinct state.place_id, (${placedOn})::date as placed_on from ${lies.from} where ${lies.where})
    insert into snapshot_places
    select ${id}::bigint, (select count(*) from snapshot_places where snapshot_id = ${id})
        + row_number() over (order by commune.id, placed.placed_on),
      commune.id, placed.placed_on, commune.slug, commune.code, commune.kind, commune.name, parent.name, parent.kind,
      placed.commune, placed.district, placed.province
    from (
      select pair.place_id, pair.placed_on, ${inside("commune")} as commune, ${inside("district")} as district,
        ${inside("province")} as province
      from pair
      join places commune on commune.id = pair.place_id
      left join place_territories territory on territory.place_id = commune.id
        and greatest(commune.valid_from, least(pair.placed_on, commune.valid_to)) between territory.valid_from and territory.valid_to
      left join snapshot_units unit on unit.snapshot_id = ${id} and unit.number > 0 and unit.place_id = territory.territory_id
      where not exists (select from snapshot_places known where known.snapshot_id = ${id}
        and known.place_id = pair.place_id and known.placed_on = pair.placed_on)
      group by 1, 2) placed
    join places commune on commune.id = placed.place_id
    left join places parent on parent.code = commune.parent_code and parent.level = commune.parent_level
      and greatest(commune.valid_from, least(placed.placed_on, commune.valid_to)) between parent.valid_from and parent.valid_to`.execute(
    trx,
  )
}

/**
 * Runs statements whose joins are written in the order they are to be made in: the planner takes a country's rows for a
 * hundred times fewer than they are, and would begin with what is to be looked up for each.
 */
async function inJoinsAsWritten(trx: Database, work: () => Promise<void>) {
  const set = async ({ collapse, memory }: { collapse: string; memory: string }) => {
    await sql`select set_config('join_collapse_limit', ${collapse}, true), set_config('work_mem', ${memory}, true)`.execute(
      trx,
    )
  }
  const { rows } = await sql<{ collapse: string; memory: string }>`
    select current_setting('join_collapse_limit') as collapse, current_setting('work_mem') as memory`.execute(
    trx,
  )
  await set({ collapse: "1", memory: "128MB" })
  await work()
  await set(rows[0]!)
}

async function freezeRecords(trx: Database, id: number, same: readonly Asked[]) {
  const [first] = same
  const { source } = first!.counted
  const where = rowsOfAny(
    same.map(({ counted }) => counted),
    { ...first!.scope, kinds: [...new Set(same.flatMap(({ scope }) => scope.kinds))] },
  )
  await sql`
    insert into snapshot_records
    select ${id}::bigint, item.measure, named.number, place.number, state.sector, state.kind, item.numerator,
      item.denominator, item.is_measured, item.amount, item.class, ${source.happenedOn},
      ${source.isOfCommunes ? sql`null::boolean` : sql`state.status = 'operating'`}
    from ${source.from}
    join snapshot_places place on place.snapshot_id = ${id} and place.place_id = state.place_id
      and place.placed_on = (${source.placedOn})::date
    left join snapshot_organisations named on named.snapshot_id = ${id}
      and named.organisation_id = state.organisation_id and named.name = state.name
    cross join lateral (${sql.join(same.map(itemOf), sql` union all `)})
      item (measure, numerator, denominator, is_measured, amount, class)
    where ${where}
    order by item.measure, place.number, named.number`.execute(trx)
}

/**
 * What a row of the source is to one measure; the same as recordsOf says of it alone. A select each, as the expressions
 * of a list of values would be compiled anew for every row.
 */
function itemOf({ number, counted, scope }: Asked): RawBuilder<unknown> {
  const { source, where, numerator = sql`1`, denominator = sql`1`, isMeasured = sql`true` } = counted
  const ofKind = source.isOfCommunes ? sql`true` : sql`state.kind in (${sql.join(scope.kinds)})`
  return sql`select ${number}::smallint, (${numerator})::numeric, (${denominator})::numeric, (${isMeasured})::boolean,
    (${counted.amount ?? counted.numerator ?? sql`null`})::numeric, (${counted.class ?? sql`null`})::text
    where ${ofKind} ${where ? sql`and ${where}` : sql``}`
}

/** By what is larger than a commune, of which there are far fewer than of records; for each line of a measure. */
async function freezeFigures(trx: Database, id: number) {
  await sql`
    insert into snapshot_figures
    select ${id}::bigint, line.number, unit.number, part.sector, part.kind, sum(part.numerator), sum(part.denominator),
      sum(part.records), coalesce(sum(part.records) filter (where part.is_measured), 0)
    from (
      select record.measure, place.province, place.district, record.sector, record.kind, record.is_measured,
        record.is_operating, sum(record.numerator) as numerator, sum(record.denominator) as denominator,
        count(*) as records
      from snapshot_records record
      join snapshot_places place on place.snapshot_id = ${id} and place.number = record.place
      where record.snapshot_id = ${id} group by 1, 2, 3, 4, 5, 6, 7) part
    join snapshot_measures line on line.snapshot_id = ${id} and line.records_of = part.measure
      and ${isAmong("line", "part")}
    cross join lateral (values (0), (part.province), (part.district)) unit (number)
    where unit.number is not null
    group by line.number, unit.number, part.sector, part.kind`.execute(trx)
}
