import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Place } from "../places/queries.ts"
import type { Period } from "./facts.ts"
import type { Letterhead } from "./letterhead.ts"

function reports(db: Database) {
  return db
    .selectFrom("official_reports as report")
    .innerJoin("places as place", "place.id", "report.place_id")
    .select([
      "report.id",
      "report.place_id",
      "report.year",
      sql<Period>`report.period`.as("period"),
      "report.snapshot_id",
      sql<Letterhead>`report.letterhead`.as("letterhead"),
      "report.version",
      "report.begun_at",
      "report.begun_by",
      "place.name as place_name",
      "place.kind as place_kind",
    ])
}

export function findReport(db: Database, id: number) {
  return reports(db).where("report.id", "=", id).executeTakeFirst()
}
export type OfficialReport = NonNullable<Awaited<ReturnType<typeof findReport>>>

/** The report of a place about a year or its first half; there is one of each. */
export function findReportOf(db: Database, { place_id, year, period }: ReportKey) {
  return reports(db)
    .where("report.place_id", "=", place_id)
    .where("report.year", "=", year)
    .where("report.period", "=", period)
    .executeTakeFirst()
}
export type ReportKey = Pick<OfficialReport, "place_id" | "year" | "period">

export type OwnWords = { section: string; text: string; version: number; saved_at: Date; saved_by: string }

export function listWords(db: Database, reportId: number): Promise<OwnWords[]> {
  return db
    .selectFrom("official_report_words")
    .select(["section", "text", "version", "saved_at", "saved_by"])
    .where("report_id", "=", reportId)
    .orderBy("section")
    .execute()
}

/** The province with a code, as it is on a day or, where it is no more, as it last was. */
export async function findProvince(db: Database, code: string) {
  const found = await db
    .selectFrom("places")
    .select(["id", "slug", "code", "level", "kind", "name", "valid_from", "valid_to", "legal_act"])
    .$castTo<Place>()
    .where("code", "=", code)
    .where("level", "=", "province")
    .orderBy("valid_to", "desc")
    .executeTakeFirst()
  return found
}

export async function getPlace(db: Database, id: number) {
  return await db
    .selectFrom("places")
    .select(["id", "slug", "code", "level", "kind", "name", "valid_from", "valid_to", "legal_act"])
    .$castTo<Place>()
    .where("id", "=", id)
    .executeTakeFirstOrThrow()
}
