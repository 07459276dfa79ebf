import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"

export type PlaceFacts = { name: string; legal_act: string | null }

/** The words of a place that can be corrected, with their version. */
export function wordsOfPlace(db: Database, slug: string) {
  return db.selectFrom("places").select(["id", "name", "legal_act", "version"]).where("slug", "=", slug)
}
type PlaceWords = { id: number } & PlaceFacts

/** Puts right what was recorded wrongly; its address stays, since others link to it. */
export async function correctPlace(
  trx: Database,
  { id, name, legal_act }: PlaceWords,
  after: PlaceFacts,
  author: Author,
  reason: string,
) {
  await trx
    .updateTable("places")
    .set({ ...after, version: sql`version + 1` })
    .where("id", "=", id)
    .execute()
  const before = { name, legal_act }
  await recordChange(trx, {
    ...author,
    action: "correct",
    record_kind: "place",
    record_id: id,
    before,
    after,
    reason,
  })
}
