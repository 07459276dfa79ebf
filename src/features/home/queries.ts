import type { Database } from "../../database/connection.ts"

/** The published plans in force on a day, the one that ends last first. */
export function listCurrentPlans(db: Database, { today }: { today: string }) {
  return db
    .selectFrom("plans")
    .where("state", "=", "published")
    .where("starts_on", "<=", today)
    .where("ends_on", ">=", today)
    .select(["slug", "number", "title"])
    .orderBy("ends_on", "desc")
    .orderBy("id", "desc")
    .limit(3)
    .execute()
}
export type CurrentPlan = Awaited<ReturnType<typeof listCurrentPlans>>[number]
