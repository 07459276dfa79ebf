import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"

type Sides = { from: number; into: number }

/** From the least: what was accepted stands before what waits, that before what came back, and that before what was never sent. */
const order = [
  ["draft"],
  ["returned"],
  ["submitted", "resubmitted"],
  ["accepted"],
  ["accepted_by_province"],
  ["locked"],
]

/** What became of filings when two records were joined; all of it goes back when that is undone. */
export type JoinedFilings = {
  /** Now the kept record's. */
  moved: number[]
  /** Were the kept record's, and were set aside for one that had come further. */
  yielded: number[]
  /** Stay with the record that went, since the kept one has one that came as far. */
  aside: number[]
}

/**
 * Gives the record that is kept what the other one sent. Where both sent one for the same round, the one that came
 * further stands, the kept record's own where they came equally far; the other is set aside and nothing of it is lost.
 */
export async function joinFilings(trx: Database, { from, into }: Sides): Promise<JoinedFilings> {
  const { rows } = await sql<{ id: number; own_id: number | null; goes_before: boolean }>`
    select theirs.id, own.id as own_id, coalesce(${progressOf("theirs")} > ${progressOf("own")}, true) as goes_before
    from report_filings theirs
    left join report_filings own on own.organisation_id = ${into} and not own.set_aside
      and own.round_id = theirs.round_id
    where theirs.organisation_id = ${from} and not theirs.set_aside
    order by theirs.id`.execute(trx)
  const done = {
    moved: rows.filter(({ goes_before }) => goes_before).map(({ id }) => id),
    yielded: rows.flatMap(({ goes_before, own_id }) => (goes_before && own_id !== null ? [own_id] : [])),
    aside: rows.filter(({ goes_before }) => !goes_before).map(({ id }) => id),
  }
  await place(trx, done.aside, { organisation_id: from, set_aside: true })
  await place(trx, done.yielded, { organisation_id: from, set_aside: true })
  await place(trx, done.moved, { organisation_id: into, set_aside: false })
  return done
}

/** Puts everything back where it was before. */
export async function partFilings(
  trx: Database,
  { from, into }: Sides,
  { moved, yielded, aside }: JoinedFilings,
) {
  await place(trx, moved, { organisation_id: from, set_aside: false })
  await place(trx, yielded, { organisation_id: into, set_aside: false })
  await place(trx, aside, { organisation_id: from, set_aside: false })
}

/** Whether something happened since to what a joining, called `joined`, moved or set aside. */
export const isSentTouched: RawBuilder<boolean> = sql`(
  exists (select from report_filing_events later where later.happened_at > joined.joined_at
    and later.filing_id = any(joined.filing_ids || joined.yielded_filing_ids || joined.aside_filing_ids))
  or exists (select from report_revisions later where later.saved_at > joined.joined_at
    and later.filing_id = any(joined.filing_ids || joined.yielded_filing_ids || joined.aside_filing_ids))
  or exists (select from rating_events later where later.recorded_at > joined.joined_at
    and later.sheet_id = any(joined.sheet_ids))
  or exists (select from rating_revisions later where later.saved_at > joined.joined_at
    and later.sheet_id = any(joined.sheet_ids)))`

/** A draft in which something was typed came further than one that was only opened. */
function progressOf(name: "theirs" | "own") {
  const [state, revision] = [sql.ref(`${name}.state`), sql.ref(`${name}.revision`)]
  return sql<number>`((${ranks}::jsonb ->> ${state})::integer + least(${revision}, 1))`
}
const ranks = JSON.stringify(
  Object.fromEntries(order.flatMap((states, index) => states.map((state) => [state, 2 * index]))),
)

async function place(
  trx: Database,
  ids: readonly number[],
  whose: { organisation_id: number; set_aside: boolean },
) {
  if (ids.length === 0) return
  await trx.updateTable("report_filings").set(whose).where("id", "in", ids).execute()
}
