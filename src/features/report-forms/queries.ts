import { type Database, keptPlan } from "../../database/connection.ts"
import { type FormDefinition, readDefinition } from "./definition.ts"

/** A form of a circular in one of its versions. */
export type FormVersion = Omit<Row, "definition"> & { definition: FormDefinition }
type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof formVersions>["executeTakeFirst"]>>>

export async function findFormVersion(db: Database, id: number): Promise<FormVersion | undefined> {
  const row = await formVersions(db).where("version.id", "=", id).executeTakeFirst()
  return row && withDefinition(row)
}

/** The form that an organisation of a kind answers with for a year: the newest published one that holds for it. */
export async function formVersionFor(
  db: Database,
  kind: string,
  year: number,
): Promise<FormVersion | undefined> {
  const row = await formVersions(db)
    .where("version.published_at", "is not", null)
    .where("version.first_year", "<=", year)
    .where((is) => is.or([is("version.last_year", "is", null), is("version.last_year", ">=", year)]))
    .where((is) => is(is.val(kind), "=", is.fn.any("form.kinds")))
    .orderBy("version.first_year", "desc")
    .orderBy("version.number", "desc")
    .orderBy("version.id", "desc")
    .limit(1)
    .executeTakeFirst()
  return row && withDefinition(row)
}

/** All versions of all forms, each form's together, the latest first. */
export async function listFormVersions(db: Database): Promise<FormVersion[]> {
  const rows = await formVersions(db).orderBy("form.code").orderBy("version.number", "desc").execute()
  return rows.map(withDefinition)
}

function formVersions(db: Database) {
  return db
    .selectFrom("report_form_versions as version")
    .innerJoin("report_forms as form", "form.id", "version.form_id")
    .select([
      "version.id",
      "version.form_id",
      "form.code",
      "form.kinds",
      "version.number",
      "version.name",
      "version.official_number",
      "version.legal_basis",
      "version.first_year",
      "version.last_year",
      "version.definition",
      "version.version",
      "version.published_at",
    ])
    .modifyFront(keptPlan)
}

function withDefinition(row: Row): FormVersion {
  return { ...row, definition: readDefinition(row.definition) }
}
