import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { changesSeenBy } from "../../rights/seen.ts"
import type { RecordKind } from "./deeds.ts"
import { isReference, type Names, references } from "./fields.ts"

/** A record whose history is asked for: by its number or its key; one that there is only one of has neither. */
export type Subject = { kind: RecordKind; id?: number; key?: string }

type Narrowed = {
  /** Who made the change: the number of their account, or the name of someone without one. */
  actor?: string | undefined
  /** Days in Vietnam, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** The history of one page's records, the latest first; whoever calls has made sure that the page may be seen. */
export async function listHistory(
  db: Database,
  subjects: readonly Subject[],
  { page, perPage, ...narrowed }: Narrowed & { page: number; perPage: number },
) {
  const ofSubjects = sql<boolean>`(${sql.join(subjects.map(isAbout), sql` or `)})`
  const [changes, { total }, actors] = await Promise.all([
    withSubject(db.selectFrom("changes"))
      .where(ofSubjects)
      .where(isNarrowedTo(narrowed))
      .orderBy("changes.id", "desc")
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    db
      .selectFrom("changes")
      .select((count) => count.fn.countAll<number>().as("total"))
      .where(ofSubjects)
      .where(isNarrowedTo(narrowed))
      .executeTakeFirstOrThrow(),
    listActors(db, ofSubjects),
  ])
  return { changes, total, actors, names: await findNames(db, changes) }
}

/** Everyone who made one of these changes, under the name they had last. */
function listActors(db: Database, changes: Expression<SqlBool>) {
  return db
    .selectFrom("changes")
    .select([sql<string>`coalesce(user_id, actor)`.as("id"), sql<string>`max(actor)`.as("name")])
    .where(changes)
    .groupBy(sql`coalesce(user_id, actor)`)
    .orderBy("name")
    .execute()
}

function isAbout({ kind, id, key }: Subject): RawBuilder<boolean> {
  if (id !== undefined) return sql<boolean>`(record_kind = ${kind} and record_id = ${id})`
  if (key !== undefined) return sql<boolean>`(record_kind = ${kind} and record_key = ${key})`
  return sql<boolean>`(record_kind = ${kind} and record_id is null and record_key is null)`
}

export function isNarrowedTo({ actor, from, to }: Narrowed): RawBuilder<boolean> {
  const conditions = [
    actor && sql<boolean>`(user_id = ${actor} or (user_id is null and actor = ${actor}))`,
    from && sql<boolean>`made_at >= ${from}::timestamp at time zone 'Asia/Ho_Chi_Minh'`,
    to && sql<boolean>`made_at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`,
  ].filter((condition) => typeof condition === "object")
  return conditions.length > 0 ? sql<boolean>`${sql.join(conditions, sql` and `)}` : sql<boolean>`true`
}

/** Entries with what their record is called, whether it is still there or not. */
export function withSubject(changes: ReturnType<typeof changesSeenBy>) {
  return changes.selectAll("changes").select(
    sql<string | null>`coalesce(
        case record_kind
          when 'person' then (select name from users where users.id = changes.record_key)
          when 'role' then (select name from users
            where users.id = coalesce(changes.after, changes.before) ->> 'user_id')
          when 'section' then (select name from sections where sections.id = changes.record_id)
          when 'highlight' then (select title from highlights where highlights.id = changes.record_id)
          when 'article' then (select title from articles where articles.id = changes.record_id)
          when 'agency' then (select name from agencies where agencies.id = changes.record_id)
          when 'place' then (select name from places where places.id = changes.record_id)
          when 'plan' then (select number from plans where plans.id = changes.record_id)
          when 'mail' then (select subject from mails where mails.id = changes.record_id)
          when 'rating' then (select name from organisation_states
            where organisation_id = split_part(changes.record_key, '/', 1)::bigint
            order by valid_from desc limit 1)
          when 'rating_scheme' then (select name || ', ' || number from rating_schemes
            where rating_schemes.id = changes.record_id)
          when 'file' then (select name from files where files.id = changes.record_id)
        end,
        ${said("title")}, ${said("name")}, ${said("number")}, ${said("subject")}, ${said("target")},
        ${said("job")})`.as("subject"),
  )
}
export type Entry = Awaited<ReturnType<ReturnType<typeof withSubject>["execute"]>>[number]

/** What an entry itself says of its record, in the words it had then. */
function said(field: string) {
  return sql`coalesce(changes.after, changes.before) ->> ${field}`
}

/** What the records are called that entries name by number: one query, however many there are. */
export async function findNames(
  db: Database,
  changes: readonly { before: unknown; after: unknown }[],
): Promise<Names> {
  const named = new Map<string, Set<string>>()
  for (const { before, after } of changes)
    for (const [field, value] of [...Object.entries(before ?? {}), ...Object.entries(after ?? {})])
      if (isReference(field) && value !== null)
        named.set(field, (named.get(field) ?? new Set()).add(String(value)))
  if (named.size === 0) return new Map()

  const parts = [...named].map(([field, ids]) => namesIn(field as keyof typeof references, [...ids]))
  const { rows } = await sql<{ key: string; name: string }>`${sql.join(parts, sql` union all `)}`.execute(db)
  return new Map(rows.map(({ key, name }) => [key, name]))
}

function namesIn(field: keyof typeof references, ids: string[]) {
  const table = references[field]
  if (table === "organisations")
    return sql`select ${`${field}:`} || organisation_id as key, (array_agg(name order by valid_from desc))[1] as name
      from organisation_states where organisation_id = any(${ids}::bigint[]) group by organisation_id`
  const name = table === "articles" ? "title" : "name"
  const type = table === "users" ? sql`text[]` : sql`bigint[]`
  return sql`select ${`${field}:`} || id as key, ${sql.ref(name)} as name from ${sql.table(table)}
    where id = any(${ids}::${type})`
}
