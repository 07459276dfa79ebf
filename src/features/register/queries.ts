import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { endOf } from "../lives/reading.ts"
import { type Search, tsquery } from "./search.ts"
import { type AskedOcop, type AskedSize, idsOfSize, idsWithOcop } from "./sizes.ts"
import type { Kind, Sector, Status } from "./vocabulary.ts"

export type RegisterFilter = {
  /** The register as it stood on this day. */
  day: string
  /** As it was known at the end of this day; none: by all that is known now. */
  knownOn?: string
  search?: Search
  kind?: Kind
  sector?: Sector
  /** None: all but those that are no more. */
  status?: Status | "any"
  /** Communes; none: the whole country. */
  placeIds?: number[]
  /** By the reports of a year, which are the latest that count on the day. */
  size?: AskedSize & { year: number | null }
  /** With a product of so many OCOP stars. */
  ocop?: AskedOcop
  /** The rows that someone's roles reach: the desk shows nobody more. */
  reach?: RawBuilder<boolean>
  /** Suspended for longer than the notice says. */
  isOverdue?: boolean
}

export const sortings = ["relevance", "name", "founded", "place"] as const
export type Sorting = (typeof sortings)[number]
export type Order = { by: Sorting; descending: boolean }

/** How far a search looks, and how far a list without words counts; beyond, a page says "more than". */
export const mostHits = 1_000
export const mostListed = 10_000

export type ListedOrganisation = {
  organisation_id: number
  slug: string
  code: string | null
  name: string
  kind: Kind
  sector: Sector
  status: Status
  founded_on: string
  place_slug: string
  place_name: string
  place_kind: string
  parent_name: string | null
  parent_kind: string | null
}

export type ListPage = { total: number; isCapped: boolean; rows: ListedOrganisation[] }

/** One page of the register: one statement, whatever its size. */
export async function listOrganisations(
  db: Database,
  filter: RegisterFilter,
  { order, page, perPage }: { order: Order; page: number; perPage: number },
): Promise<ListPage> {
  if (!isSearch(filter.search)) return walk(db, filter, order, slice(page, perPage, mostListed))
  const hits = slice(page, perPage, mostHits)
  return order.by === "relevance"
    ? findBest(db, filter, filter.search, order, hits)
    : walk(db, filter, order, hits)
}

type Slice = { limit: number; offset: number; most: number }

/** Beyond what is counted there are no pages. */
function slice(page: number, perPage: number, most: number): Slice {
  const offset = Math.min((page - 1) * perPage, most)
  return { limit: Math.min(perPage, most - offset), offset, most }
}

/** The best hits of at most a thousand; one whose name is exactly what was typed is always among them. */
async function findBest(
  db: Database,
  filter: RegisterFilter,
  search: Search,
  order: Order,
  { limit, offset, most }: Slice,
) {
  const columns = sql`state.organisation_id, state.valid_from, state.name, state.search_name, state.place_id`
  const typed = search.words.join(" ")
  const exact = { ...filter, kind: filter.kind ?? search.kind, search: undefined }
  const hits = sql`select ${columns} from ${statesOf(filter)} state
    where state.search_name <> ${typed} and ${narrowed(filter)}`
  const { rows } = await sql<{ total: number } & ListedOrganisation>`
    with candidate as materialized (
      (select ${columns} from ${statesOf(filter)} state
        where state.search_name = ${typed} and ${narrowed(exact)} limit ${most + 1})
      union all (${hits} and ${ongoing} limit ${most + 1})
      union all (${hits} and ${over} limit ${most + 1})),
    best as materialized (
      select sorted.*, row_number() over () as position from (
        select state.* from candidate state
        order by ${orderOf(order, search)} limit ${limit} offset ${offset}) sorted)
    select total.total, listed.* from (select count(*) as total from candidate) total
    left join (${details(sql`best`, filter)}) listed on true
    order by listed.position`.execute(db)
  return listPage(rows, most)
}

/**
 * In an order of a column. Few hits are found by whatever narrows them most, and sorted. Of many, the first pages come
 * from an index that is in that order, without a look at the rest: what the planner cannot guess is counted first.
 */
async function walk(db: Database, filter: RegisterFilter, order: Order, { limit, offset, most }: Slice) {
  const columns = columnsFor(order)
  const from = sql`select ${columns} from ${statesOf(filter)} state`
  const found = sql`${from} where ${narrowed(filter, "looked up")}`
  const passed = sql`${from} where ${narrowed(filter)}`
  const upTo = limit > 0 ? limit + offset : 0
  const inOrder = (half: RawBuilder<unknown>, isMany: RawBuilder<unknown>) => sql`
    select ${columns} from (${
      order.by === "place"
        ? hitsByPlace(sql`${passed} and ${half}`, filter, order, upTo)
        : sql`${passed} and ${half} order by ${orderOf(order)} limit ${upTo}`
    }) walked where (select ${isMany} from counted)`
  const { rows } = await sql<{ total: number } & ListedOrganisation>`
    with hit as materialized (
      (${found} and ${ongoing} limit ${most + 1}) union all (${found} and ${over} limit ${most + 1})),
    counted as materialized (
      select count(*) as total, count(*) filter (where ${ongoing}) > ${most} as goes_on_often,
        count(*) filter (where ${over}) > ${most} as is_over_often
      from hit state),
    page as materialized (
      select sorted.*, row_number() over () as position from (
        select state.organisation_id, state.valid_from from (
          select ${columns} from hit state
          where not (select case when ${ongoing} then goes_on_often else is_over_often end from counted)
          union all (${inOrder(ongoing, sql`goes_on_often`)})
          union all (${inOrder(over, sql`is_over_often`)})) state ${joinsOf(order)}
        order by ${orderOf(order)} limit ${limit} offset ${offset}) sorted)
    select counted.total, listed.* from counted
    left join (${details(sql`page`, filter)}) listed on true
    order by listed.position`.execute(db)
  return listPage(rows, most)
}

/** Place after place in the order of their names, as many as hold so many hits. */
function hitsByPlace(hits: RawBuilder<unknown>, { placeIds }: RegisterFilter, order: Order, limit: number) {
  return sql`
    select state.* from places by_column
    cross join lateral (
      ${hits} and state.place_id = by_column.id order by ${byName(order)} limit ${limit}) state
    where ${placeIds ? sql`by_column.id = any(${placeIds}::bigint[])` : sql`true`}
    order by ${orderOf(order)} limit ${limit}`
}

/**
 * States that hold on and states that are over have indexes of their own: asked for one after the other, the past
 * costs nothing to a list of today.
 */
const ongoing = sql`state.valid_to = 'infinity'`
const over = sql`state.valid_to < 'infinity'`

function listPage(rows: ({ total: number } & ListedOrganisation)[], most: number): ListPage {
  const found = rows[0]?.total ?? 0
  return {
    total: Math.min(found, most),
    isCapped: found > most,
    rows: rows.filter((row) => row.organisation_id !== null),
  }
}

/** Everything the list shows of the organisations chosen, and the unit above each place for its namesakes. */
function details(chosen: RawBuilder<unknown>, known: Pick<RegisterFilter, "knownOn">) {
  return sql`
    select chosen.position, chosen.organisation_id, organisation.slug, organisation.code, state.name, state.kind,
      state.sector, state.status, organisation.founded_on, place.slug as place_slug, place.name as place_name,
      place.kind as place_kind, parent.name as parent_name, parent.kind as parent_kind
    from ${chosen} chosen
    join ${statesOf(known)} state on state.organisation_id = chosen.organisation_id
      and state.valid_from = chosen.valid_from
    join organisations organisation on organisation.id = chosen.organisation_id
    join places place on place.id = state.place_id
    left join lateral (
      select unit.name, unit.kind from places unit
      where unit.code = place.parent_code and unit.level = place.parent_level
        and unit.valid_from <= place.valid_to
      order by unit.valid_from desc limit 1) parent on true`
}

/**
 * The states that the register holds, or held at the end of a day: those recorded by then, and those that were
 * believed then and are no more.
 */
export function statesOf({ knownOn }: Pick<RegisterFilter, "knownOn">) {
  if (knownOn === undefined) return sql`organisation_states`
  const end = endOf(knownOn)
  const columns = sql`organisation_id, valid_from, valid_to, status, name, place_id, sector, kind, founded_on,
    search_name, search_words, known_from`
  // Both without conditions of their own: so the planner may ask the indexes of both for one order.
  return sql`(select * from (
    select ${columns}, 'infinity'::timestamptz as known_to from organisation_states
    union all
    select ${columns}, known_to from organisation_former_states) recorded
    where known_from < ${end} and known_to >= ${end})`
}

/** How rows are come by: looked up by what narrows them, or passed one by one in an order. */
type Reading = "looked up" | "passed"

export function narrowed(filter: RegisterFilter, reading: Reading = "passed") {
  const { day, search, kind, sector, status, placeIds } = filter
  const wantedKind = kind ?? search?.kind
  const conditions: RawBuilder<unknown>[] = [
    sql`state.valid_from <= ${day}::date and state.valid_to >= ${day}::date`,
  ]
  if (status !== "any") {
    conditions.push(status ? sql`state.status = ${status}` : sql`state.status <> 'ended'`)
  }
  if (wantedKind) conditions.push(sql`state.kind = ${wantedKind}`)
  if (sector) conditions.push(sql`state.sector = ${sector}`)
  if (placeIds) conditions.push(sql`state.place_id = any(${placeIds}::bigint[])`)
  if (filter.reach) conditions.push(filter.reach)
  if (filter.size) conditions.push(isAmong(idsOfSize(filter.size, filter.size.year), reading))
  if (filter.ocop) {
    const knownBefore = filter.knownOn === undefined ? undefined : endOf(filter.knownOn)
    conditions.push(isAmong(idsWithOcop(filter.ocop, day, knownBefore), reading))
  }
  if (filter.isOverdue) conditions.push(isOverdue(day))
  if (search?.isUnreadable) conditions.push(sql`false`)
  if (search?.code) conditions.push(hasCode(search.code))
  if (search && search.terms.length > 0) conditions.push(...hasTerms(filter, search.terms))
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

function isAmong(ids: RawBuilder<unknown>, reading: Reading) {
  return reading === "looked up"
    ? sql`state.organisation_id = any(array(${ids}))`
    : sql`state.organisation_id in (${ids})`
}

/** Where the end of a notice is not recorded it is the latest that it can be: no notice is for more than 12 months. */
function isOverdue(day: string) {
  return sql`state.status = 'suspended' and (
    select coalesce(event.until_on, (event.happened_on + interval '12 months')::date - 1)
    from standing_events event
    where event.organisation_id = state.organisation_id and event.kind = 'suspended'
      and event.happened_on <= ${day}::date
    order by event.happened_on desc, event.root_id desc limit 1) < ${day}::date`
}

/**
 * Words that stand in most names are checked on the rows that the other conditions leave: to ask the index for
 * them too would read its longest lists for nothing. "Is true" keeps a condition away from the index.
 */
function hasTerms(filter: RegisterFilter, terms: Search["terms"]) {
  const rare = terms.filter((term) => !term.isCommon)
  const common = terms.filter((term) => term.isCommon)
  if (rare.length > 0 && common.length > 0) {
    return [hasWords(tsquery(rare)), sql`(${hasWords(tsquery(common))}) is true`]
  }
  const all = hasWords(tsquery(terms))
  return [asksWordIndex(filter) ? all : sql`(${all}) is true`]
}

/** Common words alone are left to the index only when nothing else narrows the list. */
function asksWordIndex({ search, kind, sector, status, placeIds, reach, size, ocop }: RegisterFilter) {
  const isNarrow = Boolean(
    kind ?? search?.kind ?? sector ?? placeIds ?? reach ?? size ?? ocop ?? (status && status !== "any"),
  )
  return !isNarrow || search?.terms.some((term) => !term.isCommon) === true
}

function hasWords(query: string) {
  return sql`state.search_words @@ ${query}::tsquery`
}

/** A dependent unit is found by the code it hangs on too, and the other way round. */
function hasCode(digits: string) {
  return sql`state.organisation_id = any(array(
    select organisation.id from organisations organisation
    where organisation.code like ${`${digits.slice(0, 10)}%`} limit ${mostHits + 1}))`
}

/** No more than the index of the order holds. */
function columnsFor({ by }: Order) {
  const sorted = {
    name: sql`name`,
    relevance: sql`name`,
    founded: sql`founded_on`,
    place: sql`place_id, name`,
  }[by]
  return sql`organisation_id, valid_from, valid_to, ${sorted}`
}

function joinsOf({ by }: Order) {
  if (by === "place") return sql`join places by_column on by_column.id = state.place_id`
  return sql``
}

function byName(order: Order) {
  const direction = directionOf(order)
  return sql`state.name collate "vi-x-icu" ${direction}, state.organisation_id ${direction}`
}

function directionOf({ descending }: Order) {
  return descending ? sql`desc` : sql`asc`
}

function orderOf(order: Order, search?: Search): RawBuilder<unknown> {
  const { by } = order
  const direction = directionOf(order)
  if (by === "founded") return sql`state.founded_on ${direction}, state.organisation_id ${direction}`
  if (by === "place") {
    return sql`by_column.name collate "vi-x-icu" ${direction}, state.place_id ${direction}, ${byName(order)}`
  }
  if (by === "name" || !search || search.words.length === 0) return byName(order)

  const typed = search.words.join(" ")
  return sql`
    case when state.search_name = ${typed} then 0
      when strpos(' ' || state.search_name || ' ', ${` ${typed} `}) > 0 then 1 else 2 end, ${byName(order)}`
}

function isSearch(search: Search | undefined): search is Search {
  return search !== undefined && (search.code !== undefined || search.terms.length > 0)
}

/** The whole list in its order, as numbers; the download reads the records behind them bit by bit. */
export async function listIds(db: Database, filter: RegisterFilter, order: Order) {
  const { rows } = await sql<{ organisation_id: number }>`
    select state.organisation_id from ${statesOf(filter)} state ${joinsOf(order)}
    where ${narrowed(filter)} order by ${orderOf(order, filter.search)}`.execute(db)
  return rows.map((row) => row.organisation_id)
}

/** The records of some organisations on a day, in the order asked for. */
export async function listByIds(
  db: Database,
  ids: readonly number[],
  { day, knownOn }: Pick<RegisterFilter, "day" | "knownOn">,
) {
  const chosen = sql`(
    select state.organisation_id, state.valid_from, wanted.position
    from unnest(${ids}::bigint[]) with ordinality as wanted (id, position)
    join ${statesOf({ knownOn })} state on state.organisation_id = wanted.id
      and state.valid_from <= ${day}::date and state.valid_to >= ${day}::date)`
  const { rows } = await sql<ListedOrganisation>`${details(chosen, { knownOn })} order by position`.execute(
    db,
  )
  return rows
}

/** The words that stand in no name at all, so that a reader sees which one to correct. */
export async function findUnknownWords(db: Database, words: readonly string[]) {
  const { rows } = await sql<{ word: string }>`
    select wanted.word from unnest(${words}::text[]) with ordinality as wanted (word, position)
    where not exists (select from organisation_states state where state.search_words @@ ${sql`(wanted.word || ':*')`}::tsquery)
    order by wanted.position`.execute(db)
  return rows.map((row) => row.word)
}
