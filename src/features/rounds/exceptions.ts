import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import type { Round } from "./queries.ts"
import { listRespondents } from "./respondents.ts"
import { reportedStandings } from "./standing.ts"

/** Who an excuse or more time is for. */
export type Whom = { organisation_id: number; place_id: null } | { organisation_id: null; place_id: number }

export const excuseKinds = ["excused", "nil"] as const
export type ExcuseKind = (typeof excuseKinds)[number]

type Kept<Row> = Row & {
  id: number
  name: string
  /** Of a commune or another place: its kind; none for organisations. */
  place_kind: string | null
  reason: string
  recorded_by: string
  recorded_at: Date
}
export type Excuse = Kept<{ kind: ExcuseKind }>
export type Extension = Kept<{ due_on: string }>

/** Those that stand; what was taken back is in the history of the round. */
export async function listExcuses(db: Database, { id }: Pick<Round, "id">): Promise<Excuse[]> {
  const { rows } = await sql<Excuse>`
    select given.id, given.kind, coalesce(organisation.name, place.name) as name, place.kind as place_kind,
      given.reason, given.recorded_by, given.recorded_at
    from report_excuses given
    left join organisations organisation on organisation.id = given.organisation_id
    left join places place on place.id = given.place_id
    where given.round_id = ${id} and given.taken_back_at is null
    order by coalesce(organisation.name, place.name) collate "vi-x-icu", given.id`.execute(db)
  return rows
}

export async function listExtensions(db: Database, { id }: Pick<Round, "id">): Promise<Extension[]> {
  const { rows } = await sql<Extension>`
    select given.id, given.due_on, coalesce(organisation.name, place.name) as name, place.kind as place_kind,
      given.reason, given.recorded_by, given.recorded_at
    from report_extensions given
    left join organisations organisation on organisation.id = given.organisation_id
    left join places place on place.id = given.place_id
    where given.round_id = ${id} and given.taken_back_at is null
    order by given.due_on desc, coalesce(organisation.name, place.name) collate "vi-x-icu", given.id`.execute(
    db,
  )
  return rows
}

export type Refusal = "closed" | "not asked" | "reported" | "twice"

/** Notes that someone is excused, or has nothing to report; refused for whoever is not asked or reported already. */
export function excuse(
  db: Database,
  author: Author,
  round: Round,
  { today, kind, reason, ...whom }: Whom & { today: string; kind: ExcuseKind; reason: string },
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    if (!(await isOpen(trx, round))) return "closed"
    const { organisation_id, place_id } = whom
    const filter = organisation_id !== null ? { organisationId: organisation_id } : { communeId: place_id }
    const { rows } = await listRespondents(trx, round, today, { ...filter, limit: 1 })
    const [respondent] = rows
    if (!respondent) return "not asked"
    if (respondent.standing === "excused" || respondent.standing === "nil") return "twice"
    if (reportedStandings.some((standing) => standing === respondent.standing)) return "reported"
    await trx
      .insertInto("report_excuses")
      .values({
        round_id: round.id,
        ...whom,
        kind,
        reason,
        recorded_by: author.actor,
        user_id: author.user_id ?? null,
      })
      .execute()
    await recordChange(trx, {
      ...author,
      action: "excuse",
      record_kind: "reporting_round",
      record_id: round.id,
      after: { ...withoutNulls(whom), kind, name: round.name },
      reason,
    })
    return undefined
  })
}

/** Gives one organisation, or all in a place, until a later day. */
export function extend(
  db: Database,
  author: Author,
  round: Round,
  { due_on, reason, ...whom }: Whom & { due_on: string; reason: string },
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    if (!(await isOpen(trx, round))) return "closed"
    await trx
      .insertInto("report_extensions")
      .values({
        round_id: round.id,
        ...whom,
        due_on,
        reason,
        recorded_by: author.actor,
        user_id: author.user_id ?? null,
      })
      .execute()
    await recordChange(trx, {
      ...author,
      action: "extend",
      record_kind: "reporting_round",
      record_id: round.id,
      after: { ...withoutNulls(whom), due_on, name: round.name },
      reason,
    })
    return undefined
  })
}

/** Takes an excuse or more time back; both days stay. Nothing happens where that was done already. */
export function takeBack(
  db: Database,
  author: Author,
  round: Round,
  { what, id }: { what: "excuse" | "extension"; id: number },
) {
  return inTransaction(db, async (trx) => {
    if (!(await isOpen(trx, round))) return
    const table = what === "excuse" ? "report_excuses" : "report_extensions"
    const { rows } = await sql<{ organisation_id: number | null; place_id: number | null }>`
      update ${sql.table(table)} set taken_back_at = now()
        ${what === "excuse" ? sql`, taken_back_by = ${author.actor}` : sql``}
      where id = ${id} and round_id = ${round.id} and taken_back_at is null
      returning organisation_id, place_id`.execute(trx)
    if (!rows[0]) return
    await recordChange(trx, {
      ...author,
      action: what === "excuse" ? "take_back_excuse" : "take_back_extension",
      record_kind: "reporting_round",
      record_id: round.id,
      before: { ...withoutNulls(rows[0]), name: round.name },
    })
  })
}

/** Waits for whoever closes the round, and is told then. */
async function isOpen(trx: Database, { id }: Pick<Round, "id">) {
  const round = await trx
    .selectFrom("reporting_rounds")
    .select("state")
    .where("id", "=", id)
    .forShare()
    .executeTakeFirstOrThrow()
  return round.state === "open"
}

function withoutNulls(whom: object) {
  return Object.fromEntries(Object.entries(whom).filter(([, value]) => value !== null))
}
