import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import type { MeasureCode } from "../measures/catalogue.ts"
import type { Sector } from "../measures/scope.ts"

/** An estimate (ước thực hiện) is flagged wherever it is shown, and gives way to the outcome; a plan is aimed at. */
export const enteredKinds = ["estimate", "plan"] as const
export type EnteredKind = (typeof enteredKinds)[number]
export const enteredPeriods = ["year", "half"] as const
export type EnteredPeriod = (typeof enteredPeriods)[number]

/** What a figure is of: no two of one kind stand for the same. */
export type Subject = {
  kind: EnteredKind
  measure: MeasureCode
  place_id: number
  year: number
  period: EnteredPeriod
  sector: Sector | null
}

export type EnteredFigure = Subject & {
  id: number
  /** In the measure's own unit: đồng, per cent, people. None: taken back. */
  value: number | null
  /** What it rests on, in words. */
  basis: string
  document_number: string | null
  recorded_by: string
  recorded_at: Date
  superseded_at: Date | null
  replaces_id: number | null
}

type ReadOptions = {
  year: number
  placeId: number
  kinds?: readonly EnteredKind[]
  period?: EnteredPeriod
  /** The moment they are to be known at, as PostgreSQL writes it; none: now. */
  at?: string | undefined
}

/** The figures of a place and a year that stand, or stood at a moment, taken-back ones left out. */
export async function readEntered(
  db: Database,
  { year, placeId, kinds = enteredKinds, period, at }: ReadOptions,
): Promise<EnteredFigure[]> {
  let query = db
    .selectFrom("entered_figures")
    .selectAll()
    .where("place_id", "=", placeId)
    .where("year", "=", year)
    .where("kind", "in", kinds)
    .where("value", "is not", null)
    .orderBy("id")
  query = at
    ? query.where(
        sql<boolean>`recorded_at <= ${at}::timestamptz and coalesce(superseded_at, 'infinity') > ${at}::timestamptz`,
      )
    : query.where("superseded_at", "is", null)
  if (period) query = query.where("period", "=", period)
  return (await query.execute()) as EnteredFigure[]
}

export async function findEntered(db: Database, id: number) {
  const row = await db.selectFrom("entered_figures").selectAll().where("id", "=", id).executeTakeFirst()
  return row as EnteredFigure | undefined
}

/** All that was ever put down for the same, the latest first. */
export async function listEnteredFor(
  db: Database,
  { kind, measure, place_id, year, period, sector }: Subject,
) {
  const rows = await db
    .selectFrom("entered_figures")
    .selectAll()
    .where("kind", "=", kind)
    .where("measure", "=", measure)
    .where("place_id", "=", place_id)
    .where("year", "=", year)
    .where("period", "=", period)
    .where("sector", "is not distinct from", sector)
    .orderBy("id", "desc")
    .execute()
  return rows as EnteredFigure[]
}

type Facts = { value: number | null; basis: string; document_number: string | null }

/**
 * Puts a figure down; with the figure it replaces, that one is kept behind it. Nothing where another one stands for the
 * same, or where somebody replaced it meanwhile.
 */
export function recordEntered(
  db: Database,
  author: Author,
  subject: Subject,
  facts: Facts,
  replaced?: EnteredFigure,
) {
  return inTransaction(db, async (trx) => {
    if (replaced) {
      const { numUpdatedRows } = await trx
        .updateTable("entered_figures")
        .set({ superseded_at: sql<Date>`now()` })
        .where("id", "=", replaced.id)
        .where("superseded_at", "is", null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return undefined
    }
    const written = await trx
      .insertInto("entered_figures")
      .values({
        ...subject,
        ...facts,
        recorded_by: author.actor,
        user_id: author.user_id ?? null,
        replaces_id: replaced?.id ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst()
    if (!written) return undefined

    const { kind, ...after } = { ...subject, ...facts }
    await recordChange(trx, {
      ...author,
      action: deeds[kind][replaced ? "replaced" : "recorded"],
      record_kind: "estimate",
      record_id: written.id,
      ...(replaced && { before: { value: replaced.value, basis: replaced.basis } }),
      after,
    })
    return written.id
  })
}

const deeds = {
  estimate: { recorded: "record", replaced: "replace" },
  plan: { recorded: "plan", replaced: "replan" },
} as const
