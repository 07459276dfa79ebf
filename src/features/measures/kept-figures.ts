import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import { type BreakdownBy, type FactTopic, getMeasure } from "./catalogue.ts"
import { type BreakdownRow, countMany, countManyBy, type Figure, type FigureRequest } from "./figures.ts"

/** A figure on the days asked for, or on the scope's last day alone. */
export type SeriesRequest = FigureRequest & { days?: readonly string[] }
export type BreakdownRequest = FigureRequest & { by: BreakdownBy }

/** One series of figures for each request, all of them by one statement as long as they are kept. */
export function countKept(db: Database, requests: readonly SeriesRequest[]): Promise<Figure[][]> {
  return keep(db, requests, async (trx, missing) => {
    const single = missing.flatMap(({ measure, scope, days = [scope.to] }) =>
      days.map((day) => ({ measure, scope: { ...scope, to: day } })),
    )
    const figures = await countMany(trx, single)
    return missing.map(({ days }) => figures.splice(0, days ? days.length : 1))
  })
}

/** One breakdown for each request. */
export function countByKept(db: Database, requests: readonly BreakdownRequest[]): Promise<BreakdownRow[][]> {
  return keep(db, requests, async (trx, missing) => {
    const breakdowns: BreakdownRow[][] = []
    for (const by of new Set(missing.map((each) => each.by))) {
      const together = missing.filter((each) => each.by === by)
      const counted = await countManyBy(trx, together, by)
      for (const [index, each] of together.entries()) breakdowns[missing.indexOf(each)] = counted[index]!
    }
    return breakdowns
  })
}

/** To be called when a server starts: a newer version may count otherwise, and a restored database is another one. */
export async function forgetCountedFigures(db: Database) {
  await sql`truncate counted_figures`.execute(db)
  // Old changes are in every snapshot; the latest stay, for another process may be counting from an older one just
  // now. Numbers that were not given out yet come from a backup of another cluster.
  await sql`
    delete from fact_changes
    where transaction_id::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint - ${notesKept}
      or transaction_id >= pg_snapshot_xmax(pg_current_snapshot())`.execute(db)
}

/** In transactions: far more than go by while a figure is counted. */
const notesKept = 10_000

type Request = FigureRequest & { days?: readonly string[]; by?: BreakdownBy }
type Count<Asked, Value> = (db: Database, missing: Asked[]) => Promise<Value[]>

/** Anyone may ask for any day: past this many figures all are forgotten, rather than filling the disk. */
const mostKept = 100_000

/**
 * A kept figure is as good as a new one: it is used only if every change to its facts that can be seen now could
 * also be seen by the snapshot it was counted from. So neither a clock nor a missed message can make it wrong.
 */
async function keep<Asked extends Request, Value>(
  db: Database,
  requests: readonly Asked[],
  count: Count<Asked, Value>,
  { patient = true } = {},
): Promise<Value[]> {
  const keys = requests.map(keyOf)
  const found = new Map<string, Value>()
  const finishedBefore = counting(db).finished
  const { rows } = await sql<{
    key: string
    figures: Value
  }>`select ${keptPlan} kept.key, kept.figures from counted_figures kept
    where kept.key = any(${keys}::text[]) and not exists (
      select from fact_changes change
      where change.topic = any(kept.topics)
        and change.transaction_id >= pg_snapshot_xmin(kept.snapshot)
        and not pg_visible_in_snapshot(change.transaction_id, kept.snapshot))`.execute(db)
  for (const { key, figures } of rows) found.set(key, figures)

  const missing = new Map<string, Asked>()
  for (const [index, key] of keys.entries()) if (!found.has(key)) missing.set(key, requests[index]!)
  if (missing.size > 0) {
    const { running, finished } = counting(db)
    const others = [...missing.keys()].flatMap((key) => running.get(key) ?? [])
    // Someone may have begun and finished while this reader's look at the kept figures was under way.
    if (patient && (others.length > 0 || finished !== finishedBefore)) {
      await Promise.allSettled(others)
      // Looked up again rather than taken over: a fact may have changed after the others began.
      return keep(db, requests, count, { patient: false })
    }
    const values = await alone(db, [...missing.keys()], () => countAndKeep(db, missing, count))
    for (const [key, value] of values) found.set(key, value)
  }
  return keys.map((key) => found.get(key)!)
}

type Counting = { running: Map<string, Promise<unknown>>; finished: number }
const counts = new WeakMap<Database, Counting>()

/**
 * What this process is counting just now, and how often it finished, so that readers who all miss one figure do not
 * all count it.
 */
function counting(db: Database) {
  const known = counts.get(db) ?? { running: new Map<string, Promise<unknown>>(), finished: 0 }
  counts.set(db, known)
  return known
}

async function alone<Value>(db: Database, keys: string[], work: () => Promise<Value>) {
  const { running } = counting(db)
  const promise = work()
  for (const key of keys) running.set(key, promise)
  try {
    return await promise
  } finally {
    for (const key of keys) if (running.get(key) === promise) running.delete(key)
    counting(db).finished += 1
  }
}

async function countAndKeep<Asked extends Request, Value>(
  db: Database,
  missing: Map<string, Asked>,
  count: Count<Asked, Value>,
) {
  // In a transaction that may have changed facts itself the figures are counted, and left for others to keep.
  if (db.isTransaction) return pair(missing, await count(db, [...missing.values()]))

  const { values, snapshot } = await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      const { rows } = await sql<{ snapshot: string }>`
        select pg_current_snapshot()::text as snapshot`.execute(trx)
      const values = pair(missing, await count(trx, [...missing.values()]))
      return { values, snapshot: rows[0]!.snapshot }
    })
  await store(db, values, missing, snapshot)
  return values
}

async function store<Value>(
  db: Database,
  values: Map<string, Value>,
  requests: Map<string, Request>,
  snapshot: string,
) {
  // In one order everywhere, so that two processes never wait for each other.
  const keys = [...values.keys()].sort()
  const { rows } = await sql<{ kept: number }>`
    with stored as (
      insert into counted_figures (key, topics, snapshot, figures)
      select each.key, string_to_array(each.topics, ' '), ${snapshot}::pg_snapshot, each.figures::jsonb
      from unnest(
        ${keys}::text[],
        ${keys.map((key) => topicsOf(requests.get(key)!).join(" "))}::text[],
        ${keys.map((key) => JSON.stringify(values.get(key)))}::text[]) each (key, topics, figures)
      on conflict (key) do update
        set topics = excluded.topics, snapshot = excluded.snapshot, figures = excluded.figures)
    select reltuples as kept from pg_class where oid = 'counted_figures'::regclass`.execute(db)
  if (rows[0]!.kept > mostKept) await forgetCountedFigures(db)
}

function pair<Asked, Value>(missing: Map<string, Asked>, values: Value[]) {
  return new Map([...missing.keys()].map((key, index) => [key, values[index]!]))
}

function topicsOf({ measure }: Request): readonly FactTopic[] {
  return getMeasure(measure).topics
}

function keyOf({ measure: code, scope, days, by }: Request) {
  const { kind, denominators } = getMeasure(code)
  return JSON.stringify([
    code,
    scope.placeId,
    scope.sector ?? null,
    scope.denominator ?? denominators[0] ?? null,
    scope.withoutCreditFunds ?? false,
    scope.withCreditFunds ?? false,
    scope.reportYear ?? null,
    scope.knownOn ?? null,
    // Only a flow has a first day.
    kind === "flow" ? scope.from : null,
    days ?? scope.to,
    by ?? null,
    // Only the parts of a figure stand on units.
    by ? (scope.unitsOn ?? null) : null,
  ])
}
