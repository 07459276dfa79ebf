import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Person } from "../../rights/roles.ts"
import { organisationsSeenBy } from "../../rights/seen.ts"
import type { Facts } from "../register/states.ts"
import type { Kind } from "../register/vocabulary.ts"

/** An organisation whose life is kept, where it stands today; or where it last stood, or will. */
export async function findKept(db: Database, person: Person, slug: string, day: string) {
  const row = await organisationsSeenBy(db, person, day)
    .where("organisations.slug", "=", slug)
    .select(["organisations.id", "organisations.slug", "organisation_states.place_id"])
    .select(sql<Kind>`organisations.kind`.as("kind"))
    .select(["organisation_states.name", "organisation_states.status"])
    .executeTakeFirst()
  return row && { ...row, standing: { place_id: row.place_id, organisation_id: row.id } }
}
export type Kept = NonNullable<Awaited<ReturnType<typeof findKept>>>

/** Everything recorded of an organisation, corrected and taken back or not, in the order it happened. */
export async function listRecords(db: Database, organisationId: number) {
  return await db
    .selectFrom("organisation_events as event")
    .leftJoin("organisations as other", "other.id", "event.other_organisation_id")
    .leftJoin("files", "files.id", "event.file_id")
    .where("event.organisation_id", "=", organisationId)
    .select([
      "event.id",
      "event.root_id",
      "event.kind",
      "event.happened_on",
      "event.until_on",
      "event.document_number",
      "event.document_on",
      "event.note",
      "event.corrects_id",
      "event.is_withdrawal",
      "event.superseded_at",
      "event.recorded_by",
      "event.recorded_at",
      "event.file_id",
      "event.other_organisation_id",
      "other.slug as other_slug",
      "other.name as other_name",
      "files.name as file_name",
      "files.hash as file_hash",
    ])
    .select(sql<Facts>`event.facts`.as("facts"))
    .orderBy("event.happened_on")
    .orderBy("event.root_id")
    .orderBy("event.id")
    .execute()
}
export type LifeRecord = Awaited<ReturnType<typeof listRecords>>[number]

/** The records that stand: what the life follows from. */
export function standing(records: readonly LifeRecord[]) {
  return records.filter(({ superseded_at, is_withdrawal }) => superseded_at === null && !is_withdrawal)
}

/** Who has a code, if anybody but one organisation has. */
export async function findByCode(db: Database, code: string, but?: number) {
  return await db
    .selectFrom("organisations")
    .select(["id", "slug", "name"])
    .where("code", "=", code)
    .$if(but !== undefined, (query) => query.where("id", "<>", but!))
    .executeTakeFirst()
}

/** Where a commune's organisation would stand: for the question whether someone may keep it. */
export async function findSeat(db: Database, organisationId: number, day: string) {
  return await db
    .selectFrom("organisation_states")
    .select(["organisation_id", "place_id", "name", "status"])
    .where("organisation_id", "=", organisationId)
    .where("valid_from", "<=", day)
    .where("valid_to", ">=", day)
    .executeTakeFirst()
}

/** The document of a record of an organisation, for those at the desk who see it. */
export async function findRecordFile(db: Database, organisationId: number, recordId: number) {
  return await db
    .selectFrom("organisation_events as event")
    .innerJoin("files", "files.id", "event.file_id")
    .where("event.organisation_id", "=", organisationId)
    .where("event.id", "=", recordId)
    .select(["files.hash", "files.size", "files.media_type", "files.name"])
    .executeTakeFirst()
}
