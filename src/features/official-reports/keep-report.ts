import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { findSite } from "../../web/site.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { findPlaceById } from "../places/queries.ts"
import { type BuiltFile, buildFiles } from "./build-files.ts"
import { codeOf, type Edition } from "./edition.ts"
import type { FrozenSource } from "./facts.ts"
import type { Letterhead } from "./letterhead.ts"
import { findReport, findReportOf, listWords, type OfficialReport, type ReportKey } from "./queries.ts"
import { readFacts } from "./read-facts.ts"
import { listSources } from "./sources.ts"

/** Begins a report, or finds the one that was begun: there is one of each place, year and period. */
export function beginReport(db: Database, author: Author, key: ReportKey): Promise<OfficialReport> {
  return inTransaction(db, async (trx) => {
    const letterhead = await firstLetterhead(trx, key.place_id)
    const [latest] = await listSources(trx, key)
    const added = await trx
      .insertInto("official_reports")
      .values({
        ...key,
        snapshot_id: latest?.id ?? null,
        letterhead: JSON.stringify(letterhead),
        is_sample: (await findSite(trx)).has_sample,
        begun_by: author.actor,
        user_id: author.user_id ?? null,
      })
      .onConflict((conflict) => conflict.columns(["place_id", "year", "period"]).doNothing())
      .returning("id")
      .executeTakeFirst()
    if (!added) return (await findReportOf(trx, key))!
    await recordChange(trx, {
      ...author,
      record_kind: "official_report",
      record_id: added.id,
      action: "begin",
      after: key,
    })
    return (await findReport(trx, added.id))!
  })
}

/** Changes what the head and the end of the paper say, unless somebody did since it was opened. */
export function changeLetterhead(
  db: Database,
  author: Author,
  opened: Pick<OfficialReport, "id" | "version">,
  letterhead: Letterhead,
): Promise<"kept" | "moved on"> {
  return inTransaction(db, async (trx) => {
    await trx.selectFrom("official_reports").select("id").where("id", "=", opened.id).forUpdate().execute()
    const now = (await findReport(trx, opened.id))!
    if (now.version !== opened.version) return "moved on"
    await trx
      .updateTable("official_reports")
      .set({ letterhead: JSON.stringify(letterhead), version: now.version + 1 })
      .where("id", "=", now.id)
      .execute()
    await recordChange(trx, {
      ...author,
      record_kind: "official_report",
      record_id: now.id,
      action: "change",
      before: now.letterhead,
      after: letterhead,
    })
    return "kept"
  })
}

/** Through which moment plans and estimates are known: that of freezing, the one chosen before, or now. */
export const enteredChoices = ["frozen", "kept", "now"] as const
export type EnteredChoice = (typeof enteredChoices)[number]

/** Makes the report of these frozen figures, or, of none, a draft; not where somebody changed it meanwhile. */
export function changeSource(
  db: Database,
  author: Author,
  opened: Pick<OfficialReport, "id" | "version">,
  { source, entered }: { source: FrozenSource | null; entered: EnteredChoice },
): Promise<"kept" | "moved on"> {
  return inTransaction(db, async (trx) => {
    await trx.selectFrom("official_reports").select("id").where("id", "=", opened.id).forUpdate().execute()
    const now = (await findReport(trx, opened.id))!
    if (now.version !== opened.version) return "moved on"
    const snapshot_id = source?.id ?? null
    const entered_through = snapshot_id === null ? null : await momentOf(trx, now, entered)
    if (now.snapshot_id === snapshot_id && now.entered_through === entered_through) return "kept"
    await trx
      .updateTable("official_reports")
      .set({
        snapshot_id,
        entered_through: sql`${entered_through}::timestamptz`,
        version: now.version + 1,
      })
      .where("id", "=", now.id)
      .execute()
    await recordChange(trx, {
      ...author,
      record_kind: "official_report",
      record_id: now.id,
      action: "choose_source",
      before: { snapshot_id: now.snapshot_id, entered_through: now.entered_through },
      after: { snapshot_id, entered_through },
    })
    return "kept"
  })
}

async function momentOf(trx: Database, { entered_through }: OfficialReport, entered: EnteredChoice) {
  if (entered !== "now") return entered === "kept" ? entered_through : null
  const { rows } = await sql<{ now: string }>`select clock_timestamp()::text as now`.execute(trx)
  return rows[0]!.now
}

/** The letterhead of the latest report of the place, without its number and day; of the portal itself for the first. */
async function firstLetterhead(db: Database, placeId: number): Promise<Letterhead> {
  const last = await db
    .selectFrom("official_reports")
    .select("letterhead")
    .where("place_id", "=", placeId)
    // One that nobody has filled in yet is no example.
    .orderBy(sql`version > 1`, "desc")
    .orderBy("id", "desc")
    .executeTakeFirst()
  if (last) return { ...(last.letterhead as Letterhead), number: "", issued_on: "" }

  const site = await db.selectFrom("site_settings").select(["department", "parent_body"]).executeTakeFirst()
  const place = (await findPlaceById(db, placeId))!
  return {
    governing_body: site?.parent_body ?? "",
    issuing_body: site?.department ?? "",
    number: "",
    symbol: "",
    issued_at: place.name,
    issued_on: "",
    addressee: "",
    authority: "",
    signer_title: "",
    signer_name: "",
    recipients: "Lưu: VT",
  }
}

/** A report as it would be built now. */
export async function readEdition(
  db: Database,
  report: OfficialReport,
  { today, checkAddress }: { today: string; checkAddress: string },
): Promise<Edition> {
  const place = (await findPlaceById(db, report.place_id))!
  const { year, period, snapshot_id: snapshotId, entered_through: enteredThrough } = report
  const facts = await readFacts(db, { place, year, period, snapshotId, today, enteredThrough })
  const words = await listWords(db, report.id)
  return {
    facts: report.is_sample ? { ...facts, isFictional: true } : facts,
    letterhead: report.letterhead,
    words: Object.fromEntries(words.map(({ section, text }) => [section, text])),
    checkAddress,
  }
}

export type Build = { id: number; code: string; files: BuiltFile[] }

/** Builds both files and keeps them with what they were made of. The same content again is the same build. */
export async function buildReport(
  db: Database,
  author: Author,
  report: OfficialReport,
  edition: Edition,
): Promise<Build> {
  const code = codeOf(edition)
  const files = await buildFiles(edition)
  return await inTransaction(db, async (trx) => {
    const added = await trx
      .insertInto("official_report_builds")
      .values({
        report_id: report.id,
        code,
        snapshot_id: edition.facts.snapshot?.id ?? null,
        facts: JSON.stringify(edition.facts),
        letterhead: JSON.stringify(edition.letterhead),
        words: JSON.stringify(edition.words),
        check_address: edition.checkAddress,
        built_by: author.actor,
        user_id: author.user_id ?? null,
      })
      .onConflict((conflict) => conflict.column("code").doNothing())
      .returning("id")
      .executeTakeFirst()
    if (!added) return await keptBuild(trx, code)
    await trx
      .insertInto("official_report_files")
      .values(
        files.map(({ kind, hash, bytes }) => ({ build_id: added.id, kind, hash, bytes: Buffer.from(bytes) })),
      )
      .execute()
    await recordChange(trx, {
      ...author,
      record_kind: "official_report",
      record_id: report.id,
      action: "build",
      after: { code, ...Object.fromEntries(files.map(({ kind, hash }) => [kind, hash])) },
    })
    return { id: added.id, code, files }
  })
}

async function keptBuild(db: Database, code: string): Promise<Build> {
  const { id } = await db
    .selectFrom("official_report_builds")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirstOrThrow()
  const files = await db
    .selectFrom("official_report_files")
    .select(["kind", "hash", "bytes"])
    .where("build_id", "=", id)
    .orderBy("kind", "desc")
    .$castTo<BuiltFile>()
    .execute()
  return { id, code, files }
}
