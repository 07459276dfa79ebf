import { sql } from "kysely"
import { jsonObjectFrom } from "kysely/helpers/postgres"
import type { Database } from "../../database/connection.ts"
import { rolesFor } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { reachedBy } from "../../rights/seen.ts"
import type { Place } from "../places/queries.ts"
import type { FileKind } from "./build-files.ts"
import type { Period, ReportFacts } from "./facts.ts"
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
      // As PostgreSQL writes it: to the millionth, by which what was put down is earlier or later.
      sql<string | null>`report.entered_through::text`.as("entered_through"),
      "report.is_sample",
      sql<Letterhead>`report.letterhead`.as("letterhead"),
      "report.version",
      "report.begun_at",
      "report.begun_by",
      "place.name as place_name",
      "place.kind as place_kind",
    ])
}

/** The reports of places that someone answers for, the latest first, each with what was last built. */
export async function listReports(db: Database, person: Person) {
  return await reports(db)
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("official_report_builds as build")
          .select(["build.code", "build.built_at", "build.snapshot_id as built_from"])
          .whereRef("build.report_id", "=", "report.id")
          .orderBy("build.id", "desc")
          .limit(1)
          .as("latest"),
      (join) => join.onTrue(),
    )
    .select(["latest.code", "latest.built_at", "latest.built_from"])
    .where(reachedBy(rolesFor(person, "see_official_reports"), { place_id: "report.place_id" }))
    .orderBy("report.year", "desc")
    .orderBy("report.period", "desc")
    .orderBy("report.id", "desc")
    .execute()
}
export type ListedReport = Awaited<ReturnType<typeof listReports>>[number]

/** What was built of a report, the latest first. */
export async function listBuilds(db: Database, reportId: number) {
  return await db
    .selectFrom("official_report_builds as build")
    .select((eb) => [
      "build.id",
      "build.code",
      sql<ReportFacts>`build.facts`.as("facts"),
      "build.built_at",
      "build.built_by",
      jsonObjectFrom(
        eb
          .selectFrom("official_report_files as file")
          .select([
            sql<string>`max(file.hash) filter (where file.kind = 'xlsx')`.as("xlsx"),
            sql<string>`max(file.hash) filter (where file.kind = 'docx')`.as("docx"),
          ])
          .whereRef("file.build_id", "=", "build.id"),
      )
        .$notNull()
        .as("hashes"),
    ])
    .where("build.report_id", "=", reportId)
    .orderBy("build.id", "desc")
    .execute()
}
export type ListedBuild = Awaited<ReturnType<typeof listBuilds>>[number]

/** One file of a build of this report, with what it is called. */
export async function findBuiltFile(db: Database, reportId: number, buildId: number, kind: FileKind) {
  return await db
    .selectFrom("official_report_files as file")
    .innerJoin("official_report_builds as build", "build.id", "file.build_id")
    .select(["file.bytes", sql<ReportFacts>`build.facts`.as("facts")])
    .where("build.report_id", "=", reportId)
    .where("build.id", "=", buildId)
    .where("file.kind", "=", kind)
    .executeTakeFirst()
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
