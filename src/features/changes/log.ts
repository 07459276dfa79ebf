import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Person } from "../../rights/roles.ts"
import { changesSeenBy } from "../../rights/seen.ts"
import { readDay } from "../../ui/format.ts"
import { searchWords } from "../register/search.ts"
import type { AskedChanges } from "./asked.ts"
import { type Entry, findNames, isNarrowedTo, withSubject } from "./queries.ts"

export const perPage = 50
/** Entries that a file is fetched in at a time. */
const batch = 1000
const mostWords = 8

/** A page of the log, the latest first, with whether there are newer and older entries. */
export async function listChanges(db: Database, person: Person, asked: AskedChanges) {
  const forwards = asked.after !== undefined
  const found = await listBeside(db, person, asked, perPage + 1)
  const changes = found.slice(0, perPage)
  if (forwards) changes.reverse()
  const goesOn = found.length > perPage
  return {
    changes,
    hasNewer: forwards ? goesOn : asked.before !== undefined,
    hasOlder: forwards || goesOn,
    names: await findNames(db, changes),
  }
}

/** Every entry that is asked for, the latest first, as many as there are. */
export async function* readAll(db: Database, person: Person, asked: AskedChanges): AsyncGenerator<Entry> {
  let before = asked.before
  while (true) {
    const changes = await listBeside(db, person, { ...asked, before, after: undefined }, batch)
    yield* changes
    if (changes.length < batch) return
    before = changes.at(-1)?.id
  }
}

/** Entries on one side of another, the nearest first. */
function listBeside(db: Database, person: Person, asked: AskedChanges, limit: number) {
  const { before, after, text, actor, role, deed, from, to, address } = asked
  const [kind, action] = deed.split(".")
  const direction = after !== undefined ? "asc" : "desc"
  // Read backwards by their time, the words of entry after entry would have to be worked out, which takes minutes
  // for a rare word. An order that no index has leaves the planner only the index of the words.
  const moment = text ? sql`changes.made_at + interval '0'` : sql`changes.made_at`
  let query = withSubject(changesSeenBy(db, person)).where(
    isNarrowedTo({ actor: actor || undefined, from: readDay(from), to: readDay(to) }),
  )
  if (text) query = query.where(holdsWords(text))
  if (role) query = query.where("changes.role", "=", role)
  if (kind) query = query.where("changes.record_kind", "=", kind)
  if (action) query = query.where("changes.action", "=", action)
  if (address) query = query.where("changes.address", "=", address)
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(made_at, changes.id) > (select made_at, id from changes where id = ${after})`,
    )
  else if (before !== undefined)
    query = query.where(
      sql<boolean>`(made_at, changes.id) < (select made_at, id from changes where id = ${before})`,
    )
  return query.orderBy(moment, direction).orderBy("changes.id", direction).limit(limit).execute()
}

/** Every word as typed begins a word of the entry, with marks or without; signs alone are in none. */
function holdsWords(text: string): RawBuilder<boolean> {
  const words = searchWords(text).slice(0, mostWords)
  if (words.length === 0) return sql<boolean>`false`
  const query = words.map((word) => `${word}:*`).join(" & ")
  return sql<boolean>`change_words(actor, reason, before, after) @@ to_tsquery('simple', ${query})`
}

/** Who can be chosen: accounts that ever changed something, and the names of what works without one. */
export async function listActors(db: Database) {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive named as (
      (select actor from changes where user_id is null order by actor limit 1)
      union all
      select (select actor from changes where user_id is null and actor > named.actor order by actor limit 1)
      from named where named.actor is not null)
    select id, name from users where exists (select from changes where changes.user_id = users.id)
    union all
    select actor, actor from named where actor is not null
    order by name`.execute(db)
  return rows
}

/** One entry with its seal. */
export async function findEntry(db: Database, person: Person, id: number) {
  return withSubject(changesSeenBy(db, person))
    .innerJoin("change_seals", "change_seals.change_id", "changes.id")
    .select(["change_seals.number as seal_number", sql<string>`encode(change_seals.seal, 'hex')`.as("seal")])
    .where("changes.id", "=", id)
    .executeTakeFirst()
}
export type SealedEntry = NonNullable<Awaited<ReturnType<typeof findEntry>>>
