import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { ReportValues } from "../report-forms/definition.ts"
import type { FilingAct } from "./filing-states.ts"

export type FilingEvent = {
  id: number
  kind: FilingAct | "opened"
  revision: number
  reasons: Record<string, string> | null
  note: string | null
  receipt: string | null
  actor: string
  role: string | null
  happened_at: Date
}

/** What happened to a filing, in order. */
export async function listEvents(db: Database, filingId: number) {
  const { rows } = await sql<FilingEvent>`
    select id, kind, revision, reasons, note, receipt, actor, role, happened_at from report_filing_events
    where filing_id = ${filingId} order by id`.execute(db)
  return rows
}

export type Returned = {
  reasons: Readonly<Record<string, string>>
  note: string | null
  actor: string
  happened_at: Date
  /** What was looked at when it was returned. */
  revision: number
}

/** Why a filing came back the last time, until it is accepted; nothing where it never did. */
export function lastReturn(events: readonly FilingEvent[]): Returned | undefined {
  const event = events.findLast(({ kind }) => kind === "returned")
  return event && { ...event, reasons: event.reasons ?? {} }
}

export type Revision = {
  number: number
  values: ReportValues
  typed_by: string
  role: string | null
  via: string
  saved_at: Date
}

/** Every revision, in order, with who typed it. */
export async function listRevisions(db: Database, filingId: number) {
  const { rows } = await sql<Revision>`
    select number, values, typed_by, role, via, saved_at from report_revisions
    where filing_id = ${filingId} order by number`.execute(db)
  return rows
}

export async function findRevision(db: Database, filingId: number, number: number) {
  const { rows } = await sql<Revision>`
    select number, values, typed_by, role, via, saved_at from report_revisions
    where filing_id = ${filingId} and number = ${number}`.execute(db)
  return rows[0]
}
