import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import type { RecordKind } from "./record-kinds.ts"

export type RecordValues = Record<string, string | number | null>

/** A record as it is kept; `values` are the fields of its kind. */
export type KeptRecord = {
  id: number
  valid_from: string
  valid_to: string
  document_number: string | null
  note: string | null
  recorded_by: string
  recorded_at: Date
  values: RecordValues
  /** What other organisations among the values are called. */
  names: Record<string, string>
}

export type NewRecord = Pick<KeptRecord, "valid_from" | "valid_to" | "document_number" | "note" | "values">

/** The moment whose knowledge is asked for; without one, all that is known now. */
export type KnownAt = { knownAt?: Date | undefined }

/** The records of one kind that an organisation has, as known at a moment, the latest first. */
export async function listRecords(
  db: Database,
  kind: RecordKind,
  organisationId: number,
  known: KnownAt = {},
): Promise<KeptRecord[]> {
  return (await listAllRecords(db, [kind], organisationId, known))[0]!.records
}

/** The same for several kinds at once, in their order, by one statement. */
export async function listAllRecords(
  db: Database,
  kinds: readonly RecordKind[],
  organisationId: number,
  { knownAt }: KnownAt = {},
) {
  const known = knownAt
    ? sql`recorded_at <= ${knownAt} and (superseded_at is null or superseded_at > ${knownAt})`
    : sql`superseded_at is null`
  const tables = kinds.map(
    ({ table, fields }) => sql`
      select ${table}::text as kept_in, id, valid_from, valid_to, document_number, note, recorded_by, recorded_at,
        ${fieldsOf(fields)} as fields
      from ${sql.table(table)} record
      where organisation_id in (select id from organisations where ${organisationId} in (id, joined_into_id))
        and ${known}`,
  )
  type Row = Omit<KeptRecord, "values" | "names"> & { kept_in: string; fields: RecordValues }
  const { rows } = await sql<Row>`
    ${sql.join(tables, sql` union all `)} order by valid_from desc, id desc`.execute(db)
  return kinds.map((kind) => ({
    kind,
    records: rows
      .filter(({ kept_in }) => kept_in === kind.table)
      .map(
        ({ kept_in: _, fields, ...record }): KeptRecord => ({
          ...record,
          values: Object.fromEntries(kind.fields.map(({ name }) => [name, fields[name] ?? null])),
          names: namesIn(kind, fields),
        }),
      ),
  }))
}

/** The fields as they are kept, and the names of other organisations beside their numbers. */
function fieldsOf(fields: RecordKind["fields"]) {
  const others = fields.filter(({ kind }) => kind === "organisation")
  const names = others.map(
    ({ name }) => sql`|| jsonb_build_object(${`${name}:name`}::text, (
      select other.name from organisations other where other.id = record.${sql.ref(name)}))`,
  )
  return names.length > 0 ? sql`to_jsonb(record) ${sql.join(names, sql` `)}` : sql`to_jsonb(record)`
}

function namesIn({ fields }: RecordKind, kept: RecordValues) {
  const others = fields.filter(({ kind }) => kind === "organisation")
  return Object.fromEntries(others.map(({ name }) => [name, String(kept[`${name}:name`] ?? "")]))
}

/** Whether a record holds on a day. */
export function holdsOn({ valid_from, valid_to }: KeptRecord, day: string) {
  return valid_from <= day && (valid_to === "infinity" || day <= valid_to)
}

/** Adds a record, in the place of another where it corrects or ends that one. */
export async function addRecord(
  trx: Database,
  author: Author,
  { kind, organisationId, replaces }: { kind: RecordKind; organisationId: number; replaces?: KeptRecord },
  { values, ...record }: NewRecord,
) {
  if (replaces) await supersede(trx, kind, replaces.id)
  const row = {
    organisation_id: organisationId,
    ...record,
    ...values,
    replaces_id: replaces?.id ?? null,
    recorded_by: author.actor,
    user_id: author.user_id ?? null,
  }
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(kind.table)} (${columns})
    values (${sql.join(Object.values(row))})`.execute(trx)
  await recordChange(trx, {
    ...author,
    record_kind: "organisation",
    record_id: organisationId,
    action: replaces ? "correct_record" : "add_record",
    before: replaces ? { record: kind.word, ...shown(replaces) } : null,
    after: { record: kind.word, ...shown({ ...record, values }) },
  })
}

/** Takes back a record that was wrong altogether; it stays readable in the history. */
export async function removeRecord(
  trx: Database,
  author: Author,
  {
    kind,
    organisationId,
    record,
    reason,
  }: {
    kind: RecordKind
    organisationId: number
    record: KeptRecord
    reason: string
  },
) {
  await supersede(trx, kind, record.id)
  await recordChange(trx, {
    ...author,
    record_kind: "organisation",
    record_id: organisationId,
    action: "remove_record",
    before: { record: kind.word, ...shown(record) },
    reason,
  })
}

/** Somebody else may have replaced it a moment ago. */
export class AlreadyReplaced extends Error {
  override name = "AlreadyReplaced"
}

async function supersede(trx: Database, { table }: RecordKind, id: number) {
  const { rows } = await sql`
    update ${sql.table(table)} set superseded_at = now() where id = ${id} and superseded_at is null
    returning id`.execute(trx)
  if (rows.length === 0) throw new AlreadyReplaced()
}

function shown({ valid_from, valid_to, document_number, note, values }: NewRecord) {
  const ends = valid_to === "infinity" ? {} : { valid_to }
  return Object.fromEntries(
    Object.entries({ valid_from, ...ends, document_number, note, ...values }).filter(
      ([, value]) => value !== null,
    ),
  )
}
