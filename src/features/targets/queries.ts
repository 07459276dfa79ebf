import type { Database } from "../../database/connection.ts"

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

export function listTargets(db: Database, plan: { id: number }) {
  return db.selectFrom("targets").select(columns).where("plan_id", "=", plan.id).orderBy("position").execute()
}
export type Target = Awaited<ReturnType<typeof listTargets>>[number]

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
