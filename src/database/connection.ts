import { createHash } from "node:crypto"
import { CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from "kysely"
import pg from "pg"
import { timeZone } from "../settings.ts"
import type { DB } from "./tables.ts"

export type Database = Kysely<DB>

type ConnectionOptions = {
  /** How many connections may be open at once. */
  max?: number
  /** Milliseconds after which PostgreSQL gives a statement up; 0 lets it run. */
  statementTimeout?: number
  onError?: (error: Error) => void
}

export function connect(url: string, { max = 10, statementTimeout = 0, onError }: ConnectionOptions = {}) {
  const pool = new pg.Pool({
    Client: PlanKeepingClient,
    connectionString: url,
    max,
    application_name: "hoptac",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types: { getTypeParser },
  })
  // A connection that breaks while idle is replaced by the pool; unheard, its event would end the process.
  pool.on("error", (error) => onError?.(error))

  const db: Database = new Kysely<DB>({
    dialect: new PostgresDialect({
      pool,
      // Compiling a statement takes longer than any of ours runs, and the planner's guess is not to be trusted there.
      async onCreateConnection(connection) {
        await connection.executeQuery(
          CompiledQuery.raw(
            "select set_config('timezone', $1, false), set_config('statement_timeout', $2, false), set_config('jit', 'off', false)",
            [timeZone, String(statementTimeout)],
          ),
        )
      },
    }),
  })
  pools.set(db, pool)
  return db
}

const pools = new WeakMap<Database, pg.Pool>()

/** The connections behind a database, for what speaks to PostgreSQL in its own way or counts them. */
export function poolOf(db: Database) {
  const pool = pools.get(db)
  if (!pool) throw new Error("A transaction has no connections of its own.")
  return pool
}

const planMark = "/* kept plan */"

/**
 * Put in front of a query, `.modifyFront(keptPlan)` or right behind the first word, `select` or `with`, of one in SQL: each connection has it parsed and planned once. For queries that
 * every visit asks and whose best plan does not hang on their parameters; planning them takes longer than running them.
 */
export const keptPlan = sql.raw(planMark)

const keptFronts = [`select ${planMark}`, `with ${planMark}`]

class PlanKeepingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the client's own signature has eight forms, handed on as they are
  override query(...call: any[]): any {
    const [text, values, ...rest] = call
    const kept = typeof text === "string" && keptFronts.some((front) => text.startsWith(front))
    // biome-ignore lint/suspicious/noExplicitAny: see above
    const query = super.query as (...call: any[]) => any
    return kept ? query.call(this, { text, values, name: nameOf(text) }, ...rest) : query.apply(this, call)
  }
}

const names = new Map<string, string>()

/** PostgreSQL knows a kept plan by a name of at most 63 letters. */
function nameOf(text: string) {
  let name = names.get(text)
  if (!name) {
    name = `kept_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`
    names.set(text, name)
  }
  return name
}

/** What must happen together. Called inside a transaction, it joins it. */
export function inTransaction<Result>(db: Database, work: (trx: Transaction<DB>) => Promise<Result>) {
  return db.isTransaction ? work(db as Transaction<DB>) : db.transaction().execute(work)
}

type Parse = (text: string) => unknown

const { arrayParser } = pg.types as unknown as {
  arrayParser: { create(text: string, parse: Parse): { parse(): unknown[] } }
}

const parsers: Record<number, Parse> = {
  1082: asText, // date: a day is a string, "2026-06-30"; 'infinity' keeps its word
  1182: listOf(asText),
  20: asInteger, // bigint
  1016: listOf(asInteger),
  // numeric: sums and shares are shown, not computed with again, and fifteen digits carry every sum of đồng
  // that a province or the country adds up.
  1700: Number,
  1231: listOf(Number),
}

function getTypeParser(type: number, format?: "text" | "binary") {
  return (format !== "binary" && parsers[type]) || pg.types.getTypeParser(type, format)
}

function asText(text: string) {
  return text
}

function asInteger(text: string) {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is too large to be kept exactly as a number`)
  return value
}

function listOf(parse: Parse): Parse {
  return (text) => arrayParser.create(text, parse).parse()
}
