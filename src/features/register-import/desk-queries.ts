import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Person } from "../../rights/roles.ts"
import { importsSeenBy } from "../../rights/seen.ts"
import type { FoundColumns } from "./check-import.ts"
import type { Counts, PlannedRow } from "./plan-rows.ts"
import type { Progress } from "./progress.ts"
import type { Problem } from "./read-rows.ts"
import { isAtWork } from "./work.ts"

export const importsPerPage = 50

function sent(db: Database, person: Person) {
  return importsSeenBy(db, person).select([
    "imports.id",
    "imports.place_id",
    "imports.file_name",
    "imports.file_hash",
    "imports.uploaded_by",
    "imports.uploaded_at",
    "imports.applied_at",
    "imports.applied_by",
    "imports.undone_at",
    "imports.undone_by",
    "places.name as place_name",
    "places.kind as place_kind",
    "places.code as place_code",
    sql<"received" | "checked" | "refused" | "applied" | "undone">`imports.state`.as("state"),
    sql<Counts>`imports.counts`.as("counts"),
    sql<Problem[]>`imports.problems`.as("problems"),
    sql<FoundColumns | null>`imports.columns`.as("columns"),
    "imports.is_mapped",
    "imports.plan_version",
    sql<"check" | "write" | null>`imports.work`.as("work"),
    sql<Progress["step"] | null>`imports.work_step`.as("work_step"),
    "imports.work_done",
    "imports.work_total",
    sql<"failed" | "moved_on" | null>`imports.work_fault`.as("work_fault"),
    isAtWork.as("is_at_work"),
  ])
}

/** The latest workbooks that were sent for the places of someone. */
export async function listImports(db: Database, person: Person, { limit = importsPerPage } = {}) {
  return await sent(db, person).orderBy("imports.id", "desc").limit(limit).execute()
}

export async function findImport(db: Database, person: Person, id: number) {
  return await sent(db, person)
    .select(sql<PlannedRow[] | null>`imports.preview`.as("preview"))
    .where("imports.id", "=", id)
    .executeTakeFirst()
}
export type SentImport = NonNullable<Awaited<ReturnType<typeof findImport>>>
export type ListedImport = Awaited<ReturnType<typeof listImports>>[number]
