import type { Database } from "../../database/connection.ts"

/** What the public may see: every query of a plan starts here. */
export function publishedPlans(db: Database) {
  return db.selectFrom("plans").where("plans.state", "=", "published")
}

export function listPlans(db: Database) {
  return publishedPlans(db)
    .innerJoin("places", "places.id", "plans.place_id")
    .select((plan) => [
      "plans.id",
      "plans.slug",
      "plans.number",
      "plans.title",
      "plans.issuer",
      "plans.issued_on",
      "plans.starts_on",
      "plans.ends_on",
      plan
        .selectFrom("targets")
        .whereRef("targets.plan_id", "=", "plans.id")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .as("targets"),
    ])
    .orderBy("plans.ends_on", "desc")
    .orderBy("plans.issued_on", "desc")
    .execute()
}

export function findPlan(db: Database, slug: string) {
  return planWithPlace(db).where("plans.slug", "=", slug).executeTakeFirst()
}
export type Plan = NonNullable<Awaited<ReturnType<typeof findPlan>>>

/** The plan the home page speaks of: the one in force, or the latest there was. */
export function findCurrentPlan(db: Database) {
  return planWithPlace(db)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("targets").whereRef("targets.plan_id", "=", "plans.id").select("targets.id")),
    )
    .orderBy("plans.ends_on", "desc")
    .orderBy("plans.starts_on")
    .limit(1)
    .executeTakeFirst()
}

export function listPlanSections(db: Database, plan: { id: number }) {
  return db
    .selectFrom("plan_sections")
    .select(["kind", "heading", "body", "items"])
    .where("plan_id", "=", plan.id)
    .orderBy("position")
    .execute()
}
export type PlanSection = Awaited<ReturnType<typeof listPlanSections>>[number]

function planWithPlace(db: Database) {
  return publishedPlans(db)
    .innerJoin("places", "places.id", "plans.place_id")
    .leftJoin("articles", "articles.id", "plans.article_id")
    .select([
      "plans.id",
      "plans.slug",
      "plans.number",
      "plans.title",
      "plans.issuer",
      "plans.issued_on",
      "plans.starts_on",
      "plans.ends_on",
      "plans.place_id",
      "places.slug as place_slug",
      "places.name as place_name",
      "places.kind as place_kind",
      "articles.slug as article_slug",
      "articles.title as article_title",
    ])
}
