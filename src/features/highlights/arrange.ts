import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Direction, moved } from "../../ui/move-buttons/order.ts"
import { type Author, recordChange } from "../changes/record-change.ts"

type Wording = { title: string; article_id: number | null; shown_on: string; shown_until: string }
type Refusal = "already there" | "changed meanwhile"

/** A new highlight stands first, until it is moved. */
export function addHighlight(db: Database, wording: Wording, author: Author) {
  return inTransaction(db, async (trx) => {
    await lockHighlights(trx)
    if (await isThere(trx, wording)) return refused("already there")

    const { id } = await trx
      .insertInto("highlights")
      .values({
        ...wording,
        position: sql<number>`(select coalesce(min(position), 1) - 1 from highlights)`,
      })
      .returning("id")
      .executeTakeFirstOrThrow()
    await recordChange(trx, {
      ...author,
      action: "add",
      record_kind: "highlight",
      record_id: id,
      after: wording,
    })
    return { ok: true as const, id }
  })
}

export function changeHighlight(
  db: Database,
  id: number,
  { version, ...wording }: Wording & { version: number },
  author: Author,
) {
  return inTransaction(db, async (trx) => {
    await lockHighlights(trx)
    const { version: current, ...before } = await trx
      .selectFrom("highlights")
      .select(["title", "article_id", "shown_on", "shown_until", "version"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
    if (current !== version) return refused("changed meanwhile")
    if (await isThere(trx, wording, id)) return refused("already there")

    await trx
      .updateTable("highlights")
      .set({ ...wording, version: version + 1 })
      .where("id", "=", id)
      .execute()
    await recordChange(trx, {
      ...author,
      action: "change",
      record_kind: "highlight",
      record_id: id,
      before,
      after: wording,
    })
    return { ok: true as const, id }
  })
}

/** One place up or down among those that have not ended; from then on all of them keep their places. */
export function moveHighlight(
  db: Database,
  id: number,
  direction: Direction,
  { today, author }: { today: string; author: Author },
) {
  return inTransaction(db, async (trx) => {
    await lockHighlights(trx)
    const highlights = await trx
      .selectFrom("highlights")
      .select(["id", "title"])
      .where("ended_at", "is", null)
      .where("shown_until", ">=", today)
      .orderBy("position")
      .orderBy("shown_on", "desc")
      .orderBy("id")
      .execute()
    const after = moved(highlights, id, direction)
    if (!after) return

    for (const [position, highlight] of after.entries()) {
      await trx.updateTable("highlights").set({ position }).where("id", "=", highlight.id).execute()
    }
    await recordChange(trx, {
      ...author,
      action: "move",
      record_kind: "highlight",
      record_id: id,
      before: { order: highlights.map(({ title }) => title) },
      after: { order: after.map(({ title }) => title) },
    })
  })
}

/** Off the strip at once, whatever its last day was to be. */
export function endHighlight(db: Database, id: number, author: Author) {
  return inTransaction(db, async (trx) => {
    const ended = await trx
      .updateTable("highlights")
      .set({ ended_at: sql<Date>`now()` })
      .where("id", "=", id)
      .where("ended_at", "is", null)
      .returning(["title", "shown_until", "ended_at"])
      .executeTakeFirst()
    if (!ended) return
    await recordChange(trx, {
      ...author,
      action: "end",
      record_kind: "highlight",
      record_id: id,
      before: { ...ended, ended_at: null },
      after: ended,
    })
  })
}

function refused(reason: Refusal) {
  return { ok: false as const, reason }
}

/** Two people who arrange at once do so one after the other. */
async function lockHighlights(db: Database) {
  await sql`select pg_advisory_xact_lock(hashtext('highlights'))`.execute(db)
}

/** The same words from the same day on stand there once. */
async function isThere(db: Database, { title, shown_on }: Wording, except = 0) {
  const found = await db
    .selectFrom("highlights")
    .select("id")
    .where("title", "=", title)
    .where("shown_on", "=", shown_on)
    .where("id", "<>", except)
    .executeTakeFirst()
  return found !== undefined
}
