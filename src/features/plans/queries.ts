import { sql } from "kysely"
import { jsonArrayFrom } from "kysely/helpers/postgres"
import { type Database, keptPlan } from "../../database/connection.ts"
import { targetsOf } from "../targets/queries.ts"

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
  return planWithTargets(db)
    .select((plan) =>
      jsonArrayFrom(
        plan
          .selectFrom("plan_sections")
          .select(["kind", "heading", "body", "items"])
          .whereRef("plan_sections.plan_id", "=", "plans.id")
          .orderBy("plan_sections.position"),
      ).as("sections"),
    )
    .where("plans.slug", "=", slug)
    .executeTakeFirst()
}
export type PlanSection = NonNullable<Awaited<ReturnType<typeof findPlan>>>["sections"][number]

/** The plan the home page speaks of: the one in force, or the latest there was. */
export function findCurrentPlan(db: Database) {
  return planWithTargets(db)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("targets").whereRef("targets.plan_id", "=", "plans.id").select("targets.id")),
    )
    .orderBy("plans.ends_on", "desc")
    .orderBy("plans.starts_on")
    .limit(1)
    .executeTakeFirst()
}

export type Plan = NonNullable<Awaited<ReturnType<typeof findCurrentPlan>>>

function planWithTargets(db: Database) {
  return publishedPlans(db)
    .modifyFront(keptPlan)
    .innerJoin("places", "places.id", "plans.place_id")
    .leftJoin("articles", (join) =>
      join.onRef("articles.id", "=", "plans.article_id").on("articles.published_at", "<=", sql<Date>`now()`),
    )
    .select((plan) => [
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
      targetsOf(plan).as("targets"),
    ])
}
