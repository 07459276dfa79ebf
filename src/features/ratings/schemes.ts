import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { checkScheme } from "./check-scheme.ts"
import { type ClassBound, ratingClasses, type SchemeDefinition, schemeDefinition } from "./definition.ts"
import { schemeLines } from "./scheme-words.ts"

export type KeptScheme = {
  id: number
  code: string
  number: number
  name: string
  legal_basis: string
  valid_from: string
  valid_to: string
  version: number
  made_from_id: number | null
  published_at: Date | null
  definition: SchemeDefinition
  classes: readonly ClassBound[]
}

/** Every version of every scheme, with how much was rated by each. */
export async function listSchemes(db: Database) {
  const { rows } = await sql<SchemeRow>`
    select scheme.id, scheme.code, scheme.number, scheme.name, scheme.legal_basis, scheme.valid_from, scheme.valid_to,
      scheme.published_at, (select count(*) from ratings where ratings.scheme_id = scheme.id)::integer as ratings
    from rating_schemes scheme
    order by scheme.code, scheme.number desc`.execute(db)
  return rows
}
export type SchemeRow = Pick<
  KeptScheme,
  "id" | "code" | "number" | "name" | "legal_basis" | "valid_from" | "valid_to" | "published_at"
> & { ratings: number }

export async function findScheme(db: Database, id: number): Promise<KeptScheme | undefined> {
  const scheme = await db
    .selectFrom("rating_schemes")
    .select([
      "id",
      "code",
      "number",
      "name",
      "legal_basis",
      "valid_from",
      "valid_to",
      "version",
      "made_from_id",
      "published_at",
      "definition",
    ])
    .where("id", "=", id)
    .executeTakeFirst()
  if (!scheme) return undefined
  const bounds = await db
    .selectFrom("rating_classes")
    .select(["class", "lowest_points"])
    .where("scheme_id", "=", id)
    .execute()
  const classes = (bounds as ClassBound[]).toSorted(
    (one, other) => ratingClasses.indexOf(one.class) - ratingClasses.indexOf(other.class),
  )
  return { ...scheme, definition: schemeDefinition.parse(scheme.definition), classes }
}

/** The scheme that a year is rated by; none where no circular was in force. */
export async function schemeOfYear(db: Database, year: number) {
  const { rows } = await sql<SchemeName>`
    select id, code, number, name, legal_basis from rating_schemes where id = rating_scheme_of(${year})`.execute(
    db,
  )
  return rows[0]
}
export type SchemeName = Pick<KeptScheme, "id" | "code" | "number" | "name" | "legal_basis">

type SchemeFacts = Pick<KeptScheme, "name" | "legal_basis" | "valid_from" | "valid_to">

/** A draft of the next version, which begins as the one it is made from; nothing where one is being written already. */
export function addVersion(db: Database, author: Author, from: KeptScheme) {
  return inTransaction(db, async (trx) => {
    await lockSchemes(trx)
    const draft = await trx
      .selectFrom("rating_schemes")
      .select("id")
      .where("code", "=", from.code)
      .where("published_at", "is", null)
      .executeTakeFirst()
    if (draft) return { id: draft.id, isNew: false }
    const { number } = await trx
      .selectFrom("rating_schemes")
      .select((scheme) => scheme.fn.max("number").as("number"))
      .where("code", "=", from.code)
      .executeTakeFirstOrThrow()
    const facts = { name: from.name, legal_basis: from.legal_basis, valid_from: from.valid_from }
    const id = await insertScheme(trx, author, {
      ...facts,
      code: from.code,
      number: number + 1,
      made_from_id: from.id,
      definition: from.definition,
      classes: from.classes,
    })
    return { id, isNew: true }
  })
}

/** A scheme of its own, such as the next circular’s; nothing where its code is taken. */
export function addScheme(
  db: Database,
  author: Author,
  { code, ...facts }: Omit<SchemeFacts, "valid_to"> & { code: string },
  { definition, classes }: Pick<KeptScheme, "definition" | "classes">,
) {
  return inTransaction(db, async (trx) => {
    await lockSchemes(trx)
    const taken = await trx
      .selectFrom("rating_schemes")
      .select("id")
      .where("code", "=", code)
      .executeTakeFirst()
    if (taken) return undefined
    return await insertScheme(trx, author, {
      ...facts,
      definition,
      classes,
      code,
      number: 1,
      made_from_id: null,
    })
  })
}

type NewScheme = Omit<KeptScheme, "id" | "version" | "published_at" | "valid_to">

async function insertScheme(trx: Database, author: Author, { classes, definition, ...facts }: NewScheme) {
  const { id } = await trx
    .insertInto("rating_schemes")
    .values({ ...facts, definition: JSON.stringify(definition) })
    .returning("id")
    .executeTakeFirstOrThrow()
  await keepClasses(trx, id, classes)
  const { code, number, name } = facts
  await recordChange(trx, {
    ...author,
    record_kind: "rating_scheme",
    record_id: id,
    action: "add",
    after: { name: nameOfVersion({ name, number }), code },
  })
  return id
}

function nameOfVersion({ name, number }: Pick<KeptScheme, "name" | "number">) {
  return `${name}, ${number}`
}

async function keepClasses(trx: Database, scheme_id: number, classes: readonly ClassBound[]) {
  await trx.deleteFrom("rating_classes").where("scheme_id", "=", scheme_id).execute()
  if (classes.length === 0) return
  await trx
    .insertInto("rating_classes")
    .values(classes.map((bound) => ({ scheme_id, class: bound.class, lowest_points: bound.lowest_points })))
    .execute()
}

export type SchemeChange = Partial<SchemeFacts & Pick<KeptScheme, "definition" | "classes">>
export type KeptAs = "kept" | "moved on" | "published"

/** Changes a draft, unless somebody did since it was opened. What is published stays as it is for ever. */
export function changeScheme(
  db: Database,
  author: Author,
  { id, version }: Pick<KeptScheme, "id" | "version">,
  { classes, definition, ...facts }: SchemeChange,
): Promise<KeptAs> {
  return inTransaction(db, async (trx) => {
    await lockSchemes(trx)
    const before = (await findScheme(trx, id))!
    if (before.published_at) return "published"
    if (before.version !== version) return "moved on"
    await trx
      .updateTable("rating_schemes")
      .set({ ...facts, ...(definition && { definition: JSON.stringify(definition) }), version: version + 1 })
      .where("id", "=", id)
      .execute()
    if (classes) await keepClasses(trx, id, classes)
    const keys = Object.keys(facts) as (keyof typeof facts)[]
    const lines = linesChanged(before, { classes, definition })
    await recordChange(trx, {
      ...author,
      record_kind: "rating_scheme",
      record_id: id,
      action: "change",
      before: { ...Object.fromEntries(keys.map((key) => [key, before[key]])), ...lines.before },
      after: { ...facts, ...lines.after },
    })
    return "kept"
  })
}

/** What of a scheme became another, line by line: the whole of it is nothing to read. */
function linesChanged(
  before: KeptScheme,
  { classes, definition }: Pick<SchemeChange, "classes" | "definition">,
) {
  if (!classes && !definition) return {}
  const [old, now] = [
    schemeLines(before),
    schemeLines({ classes: classes ?? before.classes, definition: definition ?? before.definition }),
  ]
  return {
    before: { criteria: old.filter((line) => !now.includes(line)) },
    after: { criteria: now.filter((line) => !old.includes(line)) },
  }
}

/** Years whose scheme would be another one, though ratings or sheets of them are there. */
export type Publication = "published" | "moved on" | "faulty" | { takes: number[] }

/** Puts a draft into use. Its days of validity may not take a year from the scheme that it was rated by. */
export function publishScheme(
  db: Database,
  author: Author,
  { id, version }: Pick<KeptScheme, "id" | "version">,
): Promise<Publication> {
  return inTransaction(db, async (trx) => {
    await lockSchemes(trx)
    const scheme = (await findScheme(trx, id))!
    if (scheme.published_at || scheme.version !== version) return "moved on"
    if (checkScheme(scheme).faults.length > 0) return "faulty"
    const takes = await yearsTakenBy(trx, scheme)
    if (takes.length > 0) return { takes }
    await trx
      .updateTable("rating_schemes")
      .set({ published_at: sql<Date>`now()` })
      .where("id", "=", id)
      .execute()
    await recordChange(trx, {
      ...author,
      record_kind: "rating_scheme",
      record_id: id,
      action: "publish",
      after: { name: nameOfVersion(scheme), code: scheme.code, valid_from: scheme.valid_from },
    })
    return "published"
  })
}

/** Years that something was rated in already, and that the scheme would take from another. */
async function yearsTakenBy(trx: Database, { valid_from, valid_to, number }: KeptScheme) {
  const { rows } = await sql<{ year: number }>`
    select used.year from (select year from ratings union select year from rating_sheets) used
    join rating_schemes standing on standing.id = rating_scheme_of(used.year)
    where make_date(used.year, 12, 31) between ${valid_from}::date and ${valid_to}::date
      and (${valid_from}::date, ${number}::integer) > (standing.valid_from, standing.number)
      and not exists (select from rating_years where rating_years.year = used.year)
    order by used.year`.execute(trx)
  return rows.map(({ year }) => year)
}

export type RatingYear = SchemeName & {
  year: number
  /** Ratings by this scheme, and by others, which do not count. */
  ratings: number
  others: number
  reason: string | null
}

/** The years that were rated and the one to come, each with its scheme. */
export async function listRatingYears(db: Database, latest: number) {
  const { rows } = await sql<RatingYear>`
    select used.year, scheme.id, scheme.code, scheme.number, scheme.name, scheme.legal_basis, chosen.reason,
      count(rating.id) filter (where rating.scheme_id = scheme.id)::integer as ratings,
      count(rating.id) filter (where rating.scheme_id <> scheme.id)::integer as others
    from (select year from ratings union select year from rating_years
      union select generate_series(${latest - 1}::integer, ${latest}::integer)) used
    join rating_schemes scheme on scheme.id = rating_scheme_of(used.year)
    left join rating_years chosen on chosen.year = used.year
    left join ratings rating on rating.year = used.year
    group by used.year, scheme.id, chosen.reason
    order by used.year desc`.execute(db)
  return rows
}

/** Rates a year by a scheme of one's choosing. What was rated by another stays, and does not count for the year. */
export function chooseScheme(
  db: Database,
  author: Author,
  { year, scheme_id, reason }: { year: number; scheme_id: number; reason: string },
) {
  return inTransaction(db, async (trx) => {
    await lockSchemes(trx)
    const before = await schemeOfYear(trx, year)
    const after = await findScheme(trx, scheme_id)
    if (!after?.published_at) return false
    const values = { scheme_id, reason, chosen_by: author.actor }
    await trx
      .insertInto("rating_years")
      .values({ year, ...values })
      .onConflict((conflict) => conflict.column("year").doUpdateSet(values))
      .execute()
    await recordChange(trx, {
      ...author,
      record_kind: "rating_scheme",
      record_id: scheme_id,
      action: "choose",
      before: { year, name: before && nameOfVersion(before) },
      after: { year, name: nameOfVersion(after), reason },
    })
    return true
  })
}

function lockSchemes(trx: Database) {
  return sql`lock table rating_schemes in share row exclusive mode`.execute(trx)
}
