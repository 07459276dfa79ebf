import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Author } from "../changes/record-change.ts"
import { listMeasures, type Measure } from "../measures/catalogue.ts"
import type { Counted } from "../measures/entry.ts"
import { countingScope, readBackground } from "../measures/figures.ts"
import { kindAndSector } from "../measures/records.ts"
import type { CountingScope, Denominator } from "../measures/scope.ts"
import type { FrozenEntry } from "./frozen.ts"
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
  const sources = [...bySource(asked)]
  for (const same of sources) await freezePlaces(trx, id, same)
  // Nothing else has counted what this transaction wrote, and a country's records would be joined to it row by row.
  await sql`analyze snapshot_units, snapshot_organisations, snapshot_places`.execute(trx)
  for (const same of sources) await freezeRecords(trx, id, same)
  await freezeFigures(trx, id)

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
        (select string_agg(line::text, E'\n' order by line.number) from snapshot_measures line
          where line.snapshot_id = ${id}),
        (select string_agg(line::text, E'\n' order by line.unit, line.measure, line.sector, line.kind)
          from snapshot_figures line where line.snapshot_id = ${id})), 'UTF8')), 'hex'),
      ${author.actor}::text, ${author.user_id ?? null}::text, coalesce(${at}::timestamptz, now())`.execute(
    trx,
  )
  return { id, version }
}

type Asked = {
  number: number
  measure: Measure
  denominator: Denominator | null
  isUsual: boolean
  usualKinds: readonly string[]
  scope: CountingScope
  counted: Counted
}

/** Every measure once for each denominator it may have, with the credit funds where they may be added. */
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
  const variants = listMeasures().flatMap((measure) => {
    const denominators = measure.denominators.length > 0 ? measure.denominators : [null]
    return denominators.map((denominator, index) => {
      const scope = { ...whole, denominator }
      const counting = countingScope(measure, { ...scope, withCreditFunds: true }, background)
      return {
        measure,
        denominator,
        isUsual: index === 0,
        usualKinds: countingScope(measure, scope, background).kinds,
        scope: counting,
        counted: measure.records(counting),
      }
    })
  })
  return variants.map((variant, number) => ({ number, ...variant }))
}

/** Measures that count rows of one source are frozen in one pass over it. */
function bySource(asked: readonly Asked[]) {
  return Map.groupBy(asked, ({ counted, scope }) =>
    JSON.stringify([counted.source.name, scope.year, scope.reportedYears]),
  ).values()
}

async function freezeMeasures(trx: Database, id: number, asked: readonly Asked[]) {
  const rows = asked.map(({ number, measure, denominator, isUsual, usualKinds, scope }) => ({
    snapshot_id: id,
    number,
    code: measure.code,
    denominator,
    is_usual: isUsual,
    kinds: usualKinds,
    year: measure.isReported ? scope.year : null,
    entry: entryOf(measure),
  }))
  await sql`
    insert into snapshot_measures (snapshot_id, number, code, denominator, is_usual, kinds, year, entry)
    select snapshot_id, number, code, denominator, is_usual, kinds, year, entry
    from jsonb_populate_recordset(null::snapshot_measures, ${JSON.stringify(rows)}::jsonb)`.execute(trx)
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
async function freezePlaces(trx: Database, id: number, same: readonly Asked[]) {
  const { source, where } = rowsOf(same)
  const inside = (level: string) => sql`max(unit.number) filter (where unit.level = ${level})`
  await sql`
    with pair as materialized (
      select distinct state.place_id, (${source.placedOn})::date as placed_on from ${source.from} where ${where})
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

async function freezeRecords(trx: Database, id: number, same: readonly Asked[]) {
  const { source, where } = rowsOf(same)
  // Apart from the joins with what is frozen: together they would be planned in an order that never ends for a country.
  await sql`
    with record as materialized (
      select state.organisation_id, state.place_id, (${source.placedOn})::date as placed_on, state.sector, state.kind,
        state.name, ${source.happenedOn} as happened_on, item.*
      from ${source.from}
      cross join lateral (values ${sql.join(same.map(itemOf))})
        item (measure, is_record, numerator, denominator, is_measured, amount, class)
      where ${where} and item.is_record)
    insert into snapshot_records
    select ${id}::bigint, record.measure, named.number, place.number, record.sector, record.kind, record.numerator,
      record.denominator, record.is_measured, record.amount, record.class, record.happened_on
    from record
    join snapshot_places place on place.snapshot_id = ${id} and place.place_id = record.place_id
      and place.placed_on = record.placed_on
    left join snapshot_organisations named on named.snapshot_id = ${id}
      and named.organisation_id = record.organisation_id and named.name = record.name
    order by record.measure, named.number`.execute(trx)
}

/** The rows of a source that are records of any of its measures. */
function rowsOf(same: readonly Asked[]) {
  const { counted, scope } = same[0]!
  const kinds = [...new Set(same.flatMap((each) => each.scope.kinds))]
  return {
    source: counted.source,
    where: sql`${counted.source.where} ${kindAndSector(counted, { ...scope, kinds })}`,
  }
}

/** What a row of the source is to one measure; the same as recordsOf says of it alone. */
function itemOf({ number, counted, scope }: Asked): RawBuilder<unknown> {
  const { source, where, numerator = sql`1`, denominator = sql`1`, isMeasured = sql`true` } = counted
  const ofKind = source.isOfCommunes ? sql`true` : sql`state.kind in (${sql.join(scope.kinds)})`
  return sql`(${number}::smallint, (${ofKind} ${where ? sql`and ${where}` : sql``}), (${numerator})::numeric,
    (${denominator})::numeric, (${isMeasured})::boolean, (${counted.amount ?? counted.numerator ?? sql`null`})::numeric,
    (${counted.class ?? sql`null`})::text)`
}

/** By commune first, of which there are far fewer than of records. */
async function freezeFigures(trx: Database, id: number) {
  await sql`
    insert into snapshot_figures
    select ${id}::bigint, part.measure, unit.number, part.sector, part.kind, sum(part.numerator), sum(part.denominator),
      sum(part.records), sum(part.measured)
    from (
      select measure, place, sector, kind, sum(numerator) as numerator, sum(denominator) as denominator,
        count(*) as records, count(*) filter (where is_measured) as measured
      from snapshot_records where snapshot_id = ${id} group by 1, 2, 3, 4) part
    join snapshot_places place on place.snapshot_id = ${id} and place.number = part.place
    cross join lateral (values (0), (place.province), (place.district)) unit (number)
    where unit.number is not null
    group by part.measure, unit.number, part.sector, part.kind`.execute(trx)
}
