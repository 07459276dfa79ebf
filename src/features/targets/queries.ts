import type { ExpressionBuilder, Selectable } from "kysely"
import { jsonArrayFrom } from "kysely/helpers/postgres"
import type { Database } from "../../database/connection.ts"
import type { DB, Targets } from "../../database/tables.ts"

const columns = [
  "id",
  "position",
  "slug",
  "quote",
  "subject",
  "change",
  "value",
  "value_max",
  "unit",
  "bound",
  "qualifiers",
  "of_target_id",
  "by_year",
  "measure",
  "sector",
  "denominator",
  "aim",
  "aim_max",
  "better",
] as const

export type Target = Pick<Selectable<Targets>, (typeof columns)[number]>

/** The targets of each plan of a query, in the order of the plan's words: part of that query, not one more. */
export function targetsOf(plan: ExpressionBuilder<DB, "plans">) {
  return jsonArrayFrom(
    plan
      .selectFrom("targets")
      .select(columns)
      .whereRef("targets.plan_id", "=", "plans.id")
      .orderBy("targets.position"),
  )
}

/** Figures entered by hand for the targets of a plan, up to a day, the oldest first. */
export function listMeasurements(db: Database, plan: { id: number }, day: string) {
  return db
    .selectFrom("measurements")
    .innerJoin("targets", "targets.id", "measurements.target_id")
    .select([
      "measurements.target_id",
      "measurements.measured_on",
      "measurements.value",
      "measurements.evidence",
    ])
    .where("targets.plan_id", "=", plan.id)
    .where("measurements.measured_on", "<=", day)
    .orderBy("measurements.measured_on")
    .orderBy("measurements.id")
    .execute()
}
export type Measurement = Awaited<ReturnType<typeof listMeasurements>>[number]
