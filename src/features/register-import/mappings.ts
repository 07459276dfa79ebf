import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { workbookColumns } from "../register/workbook-columns.ts"
import type { FoundColumns } from "./check-import.ts"
import type { SentImport } from "./desk-queries.ts"

/** The field that says what a column of a sheet is, by its place from 0. */
export function columnField(column: number | string) {
  return `cot-${column}`
}

export type MappingFault = { fault: "no_name" } | { fault: "twice"; heading: string }

type Read =
  | { ok: true; headings: Record<string, string> }
  /** What was chosen for each column, and why it can't be. */
  | { ok: false; mapping: Record<string, string>; fault: MappingFault }

/** What somebody says the columns of a sheet are: each of ours once at most, and the name among them. */
export function readMapping({ headings }: FoundColumns, body: Record<string, unknown>): Read {
  const keys = new Set<string>(workbookColumns.map(({ key }) => key))
  const mapping: Record<string, string> = {}
  const chosen: Record<string, string> = {}
  let twice: string | undefined
  for (const [column, heading] of Object.entries(headings)) {
    const key = body[columnField(column)]
    if (typeof key !== "string" || !keys.has(key)) continue
    mapping[column] = key
    if (chosen[key] !== undefined) twice ??= heading
    chosen[key] = heading
  }
  if (twice) return { ok: false, mapping, fault: { fault: "twice", heading: twice } }
  if (!chosen.name) return { ok: false, mapping, fault: { fault: "no_name" } }
  return { ok: true, headings: chosen }
}

/** Remembers what the columns of such a sheet mean in the office of a place. */
export function keepMapping(
  db: Database,
  author: Author,
  { id, place_id }: SentImport,
  { columns, headings }: { columns: FoundColumns; headings: Record<string, string> },
) {
  return inTransaction(db, async (trx) => {
    const said = {
      headings: JSON.stringify(headings),
      confirmed_by: author.actor,
      confirmed_at: sql<Date>`now()`,
    }
    await trx
      .insertInto("import_mappings")
      .values({ place_id, fingerprint: columns.fingerprint, ...said })
      .onConflict((conflict) => conflict.columns(["place_id", "fingerprint"]).doUpdateSet(said))
      .execute()
    await trx.updateTable("imports").set({ is_mapped: true }).where("id", "=", id).execute()
    await recordChange(trx, {
      ...author,
      record_kind: "register_import",
      record_id: id,
      action: "map",
      after: { place_id, columns: Object.keys(headings).length },
    })
  })
}

/** The next sheet of the kind is asked about again. */
export function forgetMapping(
  db: Database,
  author: Author,
  { id, place_id }: SentImport,
  columns: FoundColumns,
) {
  return inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom("import_mappings")
      .where("place_id", "=", place_id)
      .where("fingerprint", "=", columns.fingerprint)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return
    await trx.updateTable("imports").set({ is_mapped: false }).where("id", "=", id).execute()
    await recordChange(trx, {
      ...author,
      record_kind: "register_import",
      record_id: id,
      action: "forget_map",
      before: { place_id },
    })
  })
}
