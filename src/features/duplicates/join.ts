import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { settleLives } from "../register/settle-lives.ts"
import { isSentTouched, joinFilings, partFilings } from "./join-filings.ts"

type Sides = { from: number; into: number }

/** Why two records can't be joined, with the years that stand in the way. */
export type JoinFault =
  | { fault: "kinds" }
  | { fault: "reports"; years: number[] }
  | { fault: "ratings"; years: number[] }
  | { fault: "joined_already" }

/** What stands in the way of joining two records; nothing where nothing does. */
export async function findJoinFault(db: Database, { from, into }: Sides): Promise<JoinFault | undefined> {
  const { rows } = await sql<{ kinds: number; joined: boolean; reports: number[]; ratings: number[] }>`
    select count(distinct kind)::integer as kinds, bool_or(joined_into_id is not null) as joined,
      (select coalesce(array_agg(one.year order by one.year), '{}') from yearly_reports one
        join yearly_reports other on other.year = one.year and other.organisation_id = ${into}
        where one.organisation_id = ${from} and (one.members, one.workers, one.revenue, one.profit_before_tax,
            one.capital, one.wages)
          is distinct from (other.members, other.workers, other.revenue, other.profit_before_tax, other.capital,
            other.wages)) as reports,
      (select coalesce(array_agg(one.year order by one.year), '{}') from ratings one
        join ratings other on other.year = one.year and other.scheme_id = one.scheme_id
          and other.organisation_id = ${into}
        where one.organisation_id = ${from} and (one.class, one.not_rated_reason)
          is distinct from (other.class, other.not_rated_reason)) as ratings
    from organisations where id in (${from}, ${into})`.execute(db)
  const found = rows[0]!
  if (found.joined) return { fault: "joined_already" }
  if (found.kinds > 1) return { fault: "kinds" }
  if (found.reports.length > 0) return { fault: "reports", years: found.reports }
  return found.ratings.length > 0 ? { fault: "ratings", years: found.ratings } : undefined
}

/**
 * Joins a record into another of the same organisation: it has no state of its own any more, so that no figure counts
 * it twice; its reports, ratings and scoring sheets of years the other lacks go over, and its filings (see
 * joinFilings); its events stay as they were recorded.
 */
export async function joinRecords(trx: Database, author: Author, { from, into }: Sides, reason: string) {
  await sql`select from organisations where id in (${from}, ${into}) order by id for update`.execute(trx)
  const fault = await findJoinFault(trx, { from, into })
  if (fault) return fault
  const { name } = await trx
    .selectFrom("organisations")
    .select("name")
    .where("id", "=", from)
    .executeTakeFirstOrThrow()
  const yielding = await liftYielding(trx, { from, into })
  const reports = await moveTo(trx, "yearly_reports", { from, into })
  await lay(trx, yielding, from)
  const ratings = await moveTo(trx, "ratings", { from, into })
  const sheets = await moveTo(trx, "rating_sheets", { from, into })
  const filings = await joinFilings(trx, { from, into })
  await trx.updateTable("organisations").set({ joined_into_id: into }).where("id", "=", from).execute()
  await settleLives(trx, [from, into])
  await recordChange(trx, {
    ...author,
    record_kind: "organisation",
    record_id: into,
    action: "join",
    after: {
      organisation_id: from,
      reports: reports.length,
      ratings: ratings.length,
      sheets: sheets.length,
      filings: filings.moved.length,
      set_aside: filings.yielded.length + filings.aside.length,
    },
    reason,
  })
  // After its own entry in the log, which is no later touch.
  await trx
    .insertInto("organisation_joins")
    .values({
      from_id: from,
      into_id: into,
      name,
      reason,
      report_ids: reports,
      yielded_report_ids: yielding.map(({ id }) => id),
      filing_ids: filings.moved,
      yielded_filing_ids: filings.yielded,
      aside_filing_ids: filings.aside,
      sheet_ids: sheets,
      rating_ids: ratings,
      joined_by: author.actor,
      joined_at: sql<Date>`clock_timestamp()`,
    })
    .execute()
  return undefined
}

type Yearly = "yearly_reports" | "ratings" | "rating_sheets"

/** Years that the record which stays has none of; the ids of what was moved. */
async function moveTo(trx: Database, table: Yearly, { from, into }: Sides) {
  const sameYear =
    table === "yearly_reports"
      ? sql`other.year = moved.year`
      : sql`other.year = moved.year and other.scheme_id = moved.scheme_id`
  const { rows } = await sql<{ id: number }>`
    update ${sql.table(table)} moved set organisation_id = ${into}
    where moved.organisation_id = ${from} and not exists (
      select from ${sql.table(table)} other where other.organisation_id = ${into} and ${sameYear})
    returning moved.id`.execute(trx)
  return rows.map(({ id }) => id)
}

/** A yearly report lifted out, with all of its row as the database wrote it. */
type Lifted = { id: number; row: string }

/** Years in which what the kept record reported does not count while the same figures of the other one do. */
async function liftYielding(trx: Database, { from, into }: Sides) {
  const { rows } = await sql<Lifted>`
    delete from yearly_reports own using yearly_reports theirs
    where own.organisation_id = ${into} and theirs.organisation_id = ${from} and theirs.year = own.year
      and theirs.state in ('accepted', 'locked') and own.state not in ('accepted', 'locked')
    returning own.id, to_jsonb(own)::text as row`.execute(trx)
  return rows
}

async function lift(trx: Database, ids: readonly number[]) {
  const { rows } = await sql<Lifted>`
    delete from yearly_reports report where id = any(${[...ids]}::bigint[])
    returning id, to_jsonb(report)::text as row`.execute(trx)
  return rows
}

/** Puts down again what was lifted out, as it was, for one of the two. */
async function lay(trx: Database, lifted: readonly Lifted[], organisation_id: number) {
  if (lifted.length === 0) return
  await sql`
    insert into yearly_reports overriding system value
    select report.* from unnest(${lifted.map(({ row }) => row)}::text[]) as lifted (row)
    cross join jsonb_populate_record(null::yearly_reports,
      lifted.row::jsonb || ${JSON.stringify({ organisation_id })}::jsonb) report`.execute(trx)
}

/** Takes a joining back, as long as nothing was done to either record since. */
export async function undoJoin(trx: Database, author: Author, id: number) {
  const { rows } = await sql<{
    from_id: number
    into_id: number
    report_ids: number[]
    yielded_report_ids: number[]
    rating_ids: number[]
    filing_ids: number[]
    yielded_filing_ids: number[]
    aside_filing_ids: number[]
    sheet_ids: number[]
  }>`
    update organisation_joins joined set undone_at = now(), undone_by = ${author.actor}
    where joined.id = ${id} and joined.undone_at is null and not exists (
      select from changes later where later.record_kind = 'organisation' and later.made_at > joined.joined_at
        and later.record_id in (joined.from_id, joined.into_id))
      and not ${isSentTouched}
    returning joined.*`.execute(trx)
  const joined = rows[0]
  if (!joined) return false
  const { from_id, into_id } = joined
  const sides = { from: from_id, into: into_id }
  const yielded = await lift(trx, joined.yielded_report_ids)
  for (const [table, ids] of [
    ["yearly_reports", joined.report_ids],
    ["ratings", joined.rating_ids],
    ["rating_sheets", joined.sheet_ids],
  ] as const) {
    await sql`update ${sql.table(table)} set organisation_id = ${from_id} where id = any(${ids}::bigint[])`.execute(
      trx,
    )
  }
  await lay(trx, yielded, into_id)
  await partFilings(trx, sides, {
    moved: joined.filing_ids,
    yielded: joined.yielded_filing_ids,
    aside: joined.aside_filing_ids,
  })
  await trx.updateTable("organisations").set({ joined_into_id: null }).where("id", "=", from_id).execute()
  await settleLives(trx, [from_id, into_id])
  await recordChange(trx, {
    ...author,
    record_kind: "organisation",
    record_id: into_id,
    action: "undo_join",
    before: { organisation_id: from_id },
  })
  return true
}

/** Remembers that two records that look alike are of two organisations. */
export async function tellApart(
  trx: Database,
  author: Author,
  [one, other]: readonly [number, number],
  reason: string,
) {
  const [one_id, other_id] = one < other ? [one, other] : [other, one]
  await trx
    .insertInto("duplicate_verdicts")
    .values({ one_id, other_id, reason, decided_by: author.actor })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await recordChange(trx, {
    ...author,
    record_kind: "organisation",
    record_id: one_id,
    action: "tell_apart",
    after: { organisation_id: other_id },
    reason,
  })
}

export async function takeBackVerdict(trx: Database, author: Author, id: number) {
  const verdict = await trx
    .updateTable("duplicate_verdicts")
    .set({ taken_back_at: sql<Date>`now()` })
    .where("id", "=", id)
    .where("taken_back_at", "is", null)
    .returning(["one_id", "other_id"])
    .executeTakeFirst()
  if (!verdict) return false
  await recordChange(trx, {
    ...author,
    record_kind: "organisation",
    record_id: verdict.one_id,
    action: "take_back_apart",
    before: { organisation_id: verdict.other_id },
  })
  return true
}
