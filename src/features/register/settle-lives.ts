import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { LifeProblem } from "./life-problem.ts"
import { beginnings, type Facts, factsOn, type RegisterEvent, registeredFacts, statesFrom } from "./states.ts"

/** Thousands of lives fit into one message to the database; a whole country's would not. */
const batch = 5_000

/**
 * Works out anew what follows from the events of these organisations: their states, and their latest facts. Call it
 * in the transaction that recorded the events. Throws LifeProblem where the events contradict each other.
 */
export async function settleLives(trx: Database, ids: readonly number[]) {
  const sorted = [...new Set(ids)].sort((one, other) => one - other)
  for (let start = 0; start < sorted.length; start += batch) {
    await settleBatch(trx, sorted.slice(start, start + batch))
  }
}

async function settleBatch(trx: Database, ids: readonly number[]) {
  // Always in the same order, so that two who settle the same lives wait for each other.
  const { rows: organisations } = await sql<{ id: number; isJoined: boolean }>`
    select id, joined_into_id is not null as "isJoined" from organisations
    where id = any(${ids}::bigint[]) order by id for update`.execute(trx)
  const lives = await readLives(trx, ids)
  // One that was joined into another is counted there: on no day is it an organisation of its own.
  const settled = organisations.map(({ id, isJoined }) => lifeOf(id, isJoined ? [] : (lives.get(id) ?? [])))

  const states = JSON.stringify(settled.flatMap((life) => life.states))
  await sql`
    delete from organisation_states state where state.organisation_id = any(${ids}::bigint[]) and not exists (
      select from json_populate_recordset(null::organisation_states, ${states}::json) wanted
      where ${isSame})`.execute(trx)
  await sql`
    insert into organisation_states
      (organisation_id, valid_from, valid_to, status, name, place_id, sector, business_line)
    select organisation_id, valid_from, valid_to, status, name, place_id, sector, business_line
    from json_populate_recordset(null::organisation_states, ${states}::json) wanted
    where not exists (select from organisation_states state where ${isSame})`.execute(trx)
  await writeFacts(
    trx,
    settled.map((life) => life.facts),
  )
}

const isSame = sql`state.organisation_id = wanted.organisation_id and state.valid_from = wanted.valid_from
  and state.valid_to = wanted.valid_to and state.status = wanted.status and state.name = wanted.name
  and state.place_id = wanted.place_id and state.sector = wanted.sector
  and state.business_line is not distinct from wanted.business_line`

async function readLives(trx: Database, ids: readonly number[]) {
  const { rows } = await sql<{ organisation_id: number; kind: string; happened_on: string; facts: Facts }>`
    select organisation_id, kind, happened_on, facts from standing_events
    where organisation_id = any(${ids}::bigint[])
    order by organisation_id, happened_on, root_id`.execute(trx)
  const lives = new Map<number, RegisterEvent[]>()
  for (const { organisation_id, ...event } of rows) {
    const life = lives.get(organisation_id)
    if (life) life.push(event)
    else lives.set(organisation_id, [event])
  }
  return lives
}

function lifeOf(organisation_id: number, events: RegisterEvent[]) {
  const states = statesFrom(events)
  const founded_on = events.find(({ kind }) => beginnings.has(kind))?.happened_on ?? null
  return {
    states: states.map((state) => ({ organisation_id, ...state })),
    facts: { id: organisation_id, name: states.at(-1)?.name ?? null, founded_on, ...factsOn(events) },
  }
}

/** Columns of an organisation that hold its latest facts. */
export const factColumns = [...registeredFacts, "other_lines"] as const
const columnsOf = (table: string) => sql.join(factColumns.map((column) => sql.ref(`${table}.${column}`)))

/** The name and the founding of one whose events were all taken back stay as they were; its code is free again. */
async function writeFacts(trx: Database, facts: { id: number; code: string | null }[]) {
  // Codes that change hands would collide on the way.
  const wanted = sql`json_populate_recordset(null::organisations, ${JSON.stringify(facts)}::json) wanted`
  await sql`
    update organisations organisation set code = null from ${wanted}
    where organisation.id = wanted.id and organisation.code is distinct from wanted.code
      and organisation.code is not null`.execute(trx)
  await refuseTakenCodes(trx, facts)
  await sql`
    update organisations organisation set (name, founded_on, version, ${sql.join(factColumns.map((column) => sql.ref(column)))}) =
      (coalesce(wanted.name, organisation.name), coalesce(wanted.founded_on, organisation.founded_on),
        organisation.version + 1, ${columnsOf("wanted")})
    from ${wanted}
    where organisation.id = wanted.id
      and (coalesce(wanted.name, organisation.name), coalesce(wanted.founded_on, organisation.founded_on),
        ${columnsOf("wanted")})
        is distinct from (organisation.name, organisation.founded_on, ${columnsOf("organisation")})`.execute(
    trx,
  )
}

/** Throws where one of these would have the code of another organisation, or two of them the same. */
export async function refuseTakenCodes(trx: Database, facts: { id: number; code: string | null }[]) {
  const codes = facts.filter((each): each is { id: number; code: string } => each.code !== null)
  const { rows } = await sql<{ code: string }>`
    select wanted.code from unnest(${codes.map(({ code }) => code)}::text[], ${codes.map(({ id }) => id)}::bigint[])
      as wanted (code, id)
    join organisations organisation on organisation.code = wanted.code and organisation.id <> wanted.id
    limit 1`.execute(trx)
  const taken = rows[0]?.code ?? repeated(codes.map(({ code }) => code))
  if (taken) throw new LifeProblem({ fault: "code_taken", code: taken })
}

function repeated(codes: string[]) {
  return codes.find((code, index) => codes.indexOf(code) !== index)
}
