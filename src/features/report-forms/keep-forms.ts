import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { findPart, movePart, type Part, type PartKind, putPart, removePart } from "./change-definition.ts"
import type { FormDefinition } from "./definition.ts"
import { type FormVersion, findFormVersion, listFormVersions } from "./queries.ts"
import { type FormFault, faultsOfDefinition } from "./validate-definition.ts"

/** What a version says of itself, beside its sections, fields and rules. */
export type VersionHead = Pick<
  FormVersion,
  "name" | "official_number" | "legal_basis" | "first_year" | "last_year"
>

/** Begins a draft from a version: with all of its fields and rules, under the next number. */
export function beginVersion(db: Database, author: Author, from: FormVersion, head: VersionHead) {
  return inTransaction(db, async (trx) => {
    // Two that begin at the same moment get numbers of their own.
    await trx.selectFrom("report_forms").select("id").where("id", "=", from.form_id).forUpdate().execute()
    const { id, number } = await trx
      .insertInto("report_form_versions")
      .values({
        form_id: from.form_id,
        number: sql<number>`(select max(number) + 1 from report_form_versions where form_id = ${from.form_id})`,
        ...head,
        definition: JSON.stringify(from.definition),
      })
      .returning(["id", "number"])
      .executeTakeFirstOrThrow()
    await recordChange(trx, {
      ...author,
      action: "add",
      record_kind: "report_form",
      record_id: id,
      after: { code: from.code, number, from_number: from.number, ...head },
    })
    return id
  })
}

/** Begins a form of its own, with all fields and rules of another; nothing where its code is taken. */
export function beginForm(
  db: Database,
  author: Author,
  from: FormVersion,
  { code, kinds, ...head }: VersionHead & { code: string; kinds: string[] },
) {
  return inTransaction(db, async (trx) => {
    const form = await trx
      .insertInto("report_forms")
      .values({ code, kinds })
      .onConflict((conflict) => conflict.column("code").doNothing())
      .returning("id")
      .executeTakeFirst()
    if (!form) return undefined
    const { id } = await trx
      .insertInto("report_form_versions")
      .values({ form_id: form.id, number: 1, ...head, definition: JSON.stringify(from.definition) })
      .returning("id")
      .executeTakeFirstOrThrow()
    await recordChange(trx, {
      ...author,
      action: "add",
      record_kind: "report_form",
      record_id: id,
      after: { code, kinds, number: 1, from_form: from.code, from_number: from.number, ...head },
    })
    return id
  })
}

/** Why a change was not made: somebody was quicker, or the version is in use and stays as it is. */
export type NotKept = "moved on" | "in use"

/** Changes what a draft says of itself, unless somebody did since it was opened. */
export function changeHead(
  db: Database,
  author: Author,
  opened: { id: number; version: number },
  head: VersionHead,
): Promise<"kept" | NotKept> {
  return inTransaction(db, async (trx) => {
    const version = await lockDraft(trx, opened.id)
    if (!version) return "in use"
    if (version.version !== opened.version) return "moved on"
    await write(trx, version, head)
    const { name, official_number, legal_basis, first_year, last_year } = version
    await recordChange(trx, {
      ...author,
      action: "change",
      record_kind: "report_form",
      record_id: version.id,
      before: { name, official_number, legal_basis, first_year, last_year },
      after: head,
    })
    return "kept"
  })
}

/** What is done to one section, field or rule of a draft. */
export type PartChange = { kind: PartKind; code: string } & (
  | { do: "add" | "change"; part: Part }
  | { do: "remove" }
  | { do: "move"; direction: "up" | "down" }
)

/**
 * Changes a part of a draft. `seen` is the part as it was opened: somebody who changed another part meanwhile is in
 * nobody's way. Adding one whose code is taken is "moved on".
 */
export function changePart(
  db: Database,
  author: Author,
  versionId: number,
  change: PartChange,
  seen?: string,
): Promise<"kept" | NotKept> {
  return inTransaction(db, async (trx) => {
    const version = await lockDraft(trx, versionId)
    if (!version) return "in use"
    const { definition } = version
    const before = findPart(definition, change.kind, change.code)
    if (change.do === "add" ? before : !before) return "moved on"
    if (seen !== undefined && before && fingerprint(before) !== seen) return "moved on"
    const changed = applied(definition, change)
    if (changed === definition) return "kept"
    await write(trx, version, { definition: JSON.stringify(changed) })
    await recordChange(trx, {
      ...author,
      action: "change",
      record_kind: "report_form",
      record_id: version.id,
      before:
        change.do === "add" ? null : { part: change.code, ...(change.do !== "move" && logged(before!)) },
      after: {
        part: change.code,
        ...(change.do === "move" && { moved_to: change.direction }),
        ...("part" in change && logged(change.part)),
      },
    })
    return "kept"
  })
}

function applied(definition: FormDefinition, change: PartChange) {
  const { kind, code } = change
  if (change.do === "remove") return removePart(definition, kind, code)
  if (change.do === "move") return movePart(definition, kind, code, change.direction)
  return putPart(definition, kind, change.part)
}

/** Tells two states of a part apart. */
export function fingerprint(part: Part) {
  return JSON.stringify(part)
}

/** A part as the change log keeps it: tests as the text that the administrator wrote. */
function logged({ code: _, ...part }: Part) {
  return "test" in part ? { ...part, test: JSON.stringify(part.test) } : part
}

/** Puts a draft into use, unless something is wrong with it. */
export function publishVersion(
  db: Database,
  author: Author,
  opened: { id: number; version: number },
): Promise<"published" | NotKept | FormFault[]> {
  return inTransaction(db, async (trx) => {
    const version = await lockDraft(trx, opened.id)
    if (!version) return "in use"
    if (version.version !== opened.version) return "moved on"
    const faults = faultsOfDefinition(version.definition, (await findBefore(trx, version))?.definition)
    if (faults.length > 0) return faults
    await write(trx, version, { published_at: new Date() })
    await recordChange(trx, { ...author, ...subject(version), action: "publish", after: number(version) })
    return "published"
  })
}

/** Makes a version a draft again, as long as no round asked for it. */
export function withdrawVersion(db: Database, author: Author, id: number): Promise<"withdrawn" | "in use"> {
  return inTransaction(db, async (trx) => {
    const version = await lockVersion(trx, id)
    if (!version?.published_at || (await isAskedFor(trx, id))) return "in use"
    await write(trx, version, { published_at: null })
    await recordChange(trx, { ...author, ...subject(version), action: "withdraw", before: number(version) })
    return "withdrawn"
  })
}

/** Deletes a draft that came to nothing. */
export function discardVersion(db: Database, author: Author, id: number): Promise<"discarded" | "in use"> {
  return inTransaction(db, async (trx) => {
    const version = await lockDraft(trx, id)
    if (!version) return "in use"
    await trx.deleteFrom("report_form_versions").where("id", "=", id).execute()
    // A form whose only version it was goes with it, and leaves its code free.
    await sql`
      delete from report_forms form where id = ${version.form_id}
        and not exists (select from report_form_versions where form_id = form.id)`.execute(trx)
    await recordChange(trx, { ...author, ...subject(version), action: "remove", before: number(version) })
    return "discarded"
  })
}

function subject({ id }: FormVersion) {
  return { record_kind: "report_form", record_id: id } as const
}

function number({ code, number, first_year, last_year }: FormVersion) {
  return { code, number, first_year, last_year }
}

async function findBefore(db: Database, version: FormVersion) {
  return versionBefore(version, await listFormVersions(db))
}

/** The version in use that one follows: the nearest number below its own. */
export function versionBefore<Version extends FormVersion>(
  version: FormVersion,
  versions: readonly Version[],
): Version | undefined {
  return versions
    .filter(
      ({ form_id, number, published_at }) =>
        form_id === version.form_id && number < version.number && published_at,
    )
    .sort((one, other) => other.number - one.number)[0]
}

async function isAskedFor(db: Database, id: number) {
  return (await listAskedFor(db)).has(id)
}

/** The versions that rounds asked for, or that were answered. */
export async function listAskedFor(db: Database): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select id from report_form_versions version
    where exists (select from reporting_round_forms where form_version_id = version.id)
      or exists (select from report_filings where form_version_id = version.id)`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** A round that begins to ask for a version waits until whoever changes it is done. */
async function lockVersion(trx: Database, id: number) {
  await trx.selectFrom("report_form_versions").select("id").where("id", "=", id).forUpdate().execute()
  return await findFormVersion(trx, id)
}

async function lockDraft(trx: Database, id: number) {
  const version = await lockVersion(trx, id)
  return version?.published_at ? undefined : version
}

type Written = Partial<VersionHead> & { definition?: string; published_at?: Date | null }

function write(trx: Database, { id, version }: FormVersion, written: Written) {
  return trx
    .updateTable("report_form_versions")
    .set({ ...written, version: version + 1 })
    .where("id", "=", id)
    .execute()
}
