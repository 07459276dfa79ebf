import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { inPlace } from "../measures/scope.ts"
import type { Kind, Sector } from "../register/vocabulary.ts"

/** Between two days, both included: the opening is as of the end of the day before. */
export type FlowScope = {
  /** None: the whole country. */
  placeId: number | null
  sector: Sector | null
  from: string
  to: string
}

/** What adds to the number of organisations in a period, and what takes from it; in the order they are shown. */
export const inflows = [
  "founded",
  "created_by_division",
  "created_by_separation",
  "created_by_consolidation",
  "created_by_conversion",
  "moved_in",
  "place_in",
  "sector_in",
] as const
export const outflows = [
  "dissolved",
  "bankrupt",
  "divided",
  "consolidated",
  "merged",
  "converted",
  "moved_out",
  "place_out",
  "sector_out",
] as const
export const flowLines = ["opening", ...inflows, ...outflows, "closing"] as const
export type FlowLine = (typeof flowLines)[number]

/** How many organisations of each kind stand in each line; what is not there is none. */
export type Flows = Record<FlowLine, Partial<Record<Kind, number>>>

/**
 * Opening + what came − what went = closing, for every place, sector and period: an organisation that comes into the
 * scope, or leaves it, is counted in one line on that day.
 */
export async function countFlows(db: Database, scope: FlowScope): Promise<Flows> {
  const { rows } = await sql<{ line: FlowLine; kind: Kind; count: number }>`
    select record.line, record.kind, count(*) as count from (${flowRecords(scope)}) record
    group by record.line, record.kind`.execute(db)
  const flows = Object.fromEntries(flowLines.map((line) => [line, {}])) as Flows
  for (const { line, kind, count } of rows) flows[line][kind] = count
  return flows
}

export type FlowRecord = {
  organisation_id: number
  slug: string
  code: string | null
  name: string
  kind: Kind
  /** When it came or went; the first or last day of the period where it merely was there. */
  day: string
  place_name: string
  place_kind: string
  /** Where it has its seat on the day of the request, which decides who sees it at the desk. */
  seat_id: number | null
}

type Asked = { line: FlowLine; kind: Kind | undefined; today: string; limit: number; offset: number }

/** The organisations behind one of these figures, by name. */
export async function listFlow(db: Database, scope: FlowScope, { line, kind, today, ...page }: Asked) {
  const { rows } = await sql<FlowRecord>`
    select record.organisation_id, organisation.slug, organisation.code, record.name, record.kind, record.day,
      place.name as place_name, place.kind as place_kind, seat.place_id as seat_id
    from (${flowRecords(scope)}) record
    join organisations organisation on organisation.id = record.organisation_id
    join places place on place.id = record.place_id
    left join organisation_states seat on seat.organisation_id = record.organisation_id
      and ${today}::date between seat.valid_from and seat.valid_to
    where record.line = ${line} and (${kind ?? null}::text is null or record.kind = ${kind ?? null})
    order by record.name collate "vi-x-icu", record.organisation_id, record.day
    limit ${page.limit} offset ${page.offset}`.execute(db)
  return rows
}

/** One row for each organisation in each line; the records and the counts come from the same statement. */
function flowRecords(scope: FlowScope) {
  const { from, to } = scope
  const dayBefore = sql`(${from}::date - 1)`
  return sql`
    ${standing(scope, "opening", dayBefore)}
    union all
    ${standing(scope, "closing", sql`${to}::date`)}
    union all
    select turn.organisation_id, turn.kind, ${lineOfTurn} as line, turn.day,
      case when turn.is_in then turn.after_name else turn.before_name end as name,
      case when turn.is_in then turn.after_place else turn.before_place end as place_id
    from (${turns(scope)}) turn
    where turn.was_in <> turn.is_in`
}

function standing(scope: FlowScope, line: "opening" | "closing", day: ReturnType<typeof sql>) {
  return sql`
    select state.organisation_id, state.kind, ${sql.lit(line)}::text as line, ${day} as day, state.name, state.place_id
    from organisation_states state
    where ${day} between state.valid_from and state.valid_to and state.status <> 'ended'
      and ${inSector(scope, "state")} and ${within(scope, "state", day)}`
}

/** Every day of the period on which an organisation may have come or gone, with what it was before and after. */
function turns(scope: FlowScope) {
  return sql`
    select possible.organisation_id, possible.day, after.kind,
      before.name as before_name, after.name as after_name,
      before.place_id as before_place, after.place_id as after_place,
      before.organisation_id is null as is_new, after.status = 'ended' as is_ended,
      coalesce(${within(scope, "before", sql`(possible.day - 1)`)}, false) as was_here,
      ${within(scope, "after", sql`possible.day`)} as is_here,
      coalesce(before.status <> 'ended' and ${inSector(scope, "before")}
        and ${within(scope, "before", sql`(possible.day - 1)`)}, false) as was_in,
      after.status <> 'ended' and ${inSector(scope, "after")}
        and ${within(scope, "after", sql`possible.day`)} as is_in
    from (${possibleTurns(scope)}) possible
    join organisation_states after on after.organisation_id = possible.organisation_id
      and possible.day between after.valid_from and after.valid_to
    left join organisation_states before on before.organisation_id = possible.organisation_id
      and possible.day - 1 between before.valid_from and before.valid_to`
}

/** An organisation turns when its own state does, or when its commune comes to the place, or leaves it, under it. */
function possibleTurns({ placeId, from, to }: FlowScope) {
  const ownTurns = sql`
    select state.organisation_id, state.valid_from as day from organisation_states state
    where state.valid_from between ${from}::date and ${to}::date`
  if (placeId === null) return ownTurns
  return sql`
    ${ownTurns}
    union
    select state.organisation_id, edge.day
    from (
      select place_id, valid_from as day from place_territories where territory_id = ${placeId}
      union
      select place_id, valid_to + 1 from place_territories where territory_id = ${placeId}
        and valid_to < 'infinity') edge
    join organisation_states state on state.place_id = edge.place_id
      and state.valid_from < edge.day and state.valid_to >= edge.day
    where edge.day between ${from}::date and ${to}::date`
}

const beginning = sql`(
    select event.kind from standing_events event
    where event.organisation_id = turn.organisation_id and event.happened_on = turn.day
      and event.kind in ('founded', 'created_by_division', 'created_by_separation', 'created_by_consolidation',
        'created_by_conversion') limit 1)`
const ending = sql`(
    select event.kind from standing_events event
    where event.organisation_id = turn.organisation_id and event.happened_on = turn.day
      and event.kind in ('dissolved', 'bankrupt', 'divided', 'consolidated', 'merged', 'converted') limit 1)`
/** By itself, and not because the units were redrawn around it. */
const hasMoved = sql`exists (
    select from standing_events event
    where event.organisation_id = turn.organisation_id and event.happened_on = turn.day
      and event.kind <> 'place_reorganised' and event.facts ? 'place_id')`

const lineOfTurn = sql`
    case
      when turn.is_in and turn.is_new then coalesce(${beginning}, 'founded')
      when turn.is_in and turn.was_here then 'sector_in'
      when turn.is_in then case when ${hasMoved} then 'moved_in' else 'place_in' end
      when turn.is_ended then coalesce(${ending}, 'dissolved')
      when turn.is_here then 'sector_out'
      else case when ${hasMoved} then 'moved_out' else 'place_out' end
    end`

function inSector({ sector }: FlowScope, state: string) {
  return sector ? sql<boolean>`${sql.ref(`${state}.sector`)} = ${sector}` : sql<boolean>`true`
}

function within({ placeId, to }: FlowScope, state: string, day: ReturnType<typeof sql>) {
  return inPlace({ isNation: placeId === null, placeId: placeId ?? 0, to }, sql.ref(`${state}.place_id`), day)
}
