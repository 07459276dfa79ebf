import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { Problem } from "../../problem.ts"
import { slugify } from "../../ui/slug.ts"
import { recordChange } from "../changes/record-change.ts"
import { bindTarget } from "../targets/bind.ts"
import type { PlanDraft, Target } from "./page-import.ts"

type Announcement = { articleId: number; title: string; day: string; isSample: boolean }

/**
 * Makes a draft of an announced plan, its targets bound to measures where the catalogue has one. A plan that is
 * already here, draft or published, is left as it is; only a plan of the sample province gives way.
 */
export async function recordPlan(db: Database, plan: PlanDraft, announcement: Announcement) {
  const title = plan.title ?? announcement.title
  const number = plan.number ?? slugify(title)
  const slug = slugify(number)
  const existing = await db
    .selectFrom("plans")
    .select(["id", "state"])
    .where("slug", "=", slug)
    .where("is_sample", "=", false)
    .orderBy("state", "desc")
    .executeTakeFirst()
  if (existing) return { number, slug, targets: 0, bound: 0, state: existing.state, outcome: "kept" as const }

  const { id } = await db
    .insertInto("plans")
    .values({
      slug,
      number,
      title,
      issuer: plan.issuer ?? "",
      issued_on: plan.issued_on,
      ...datesOf(plan, announcement.day),
      place_id: await findPlaceOf(db, plan, announcement.day),
      article_id: announcement.articleId,
      is_sample: announcement.isSample,
    })
    .returning("id")
    .executeTakeFirstOrThrow()

  if (plan.sections.length > 0) {
    await db
      .insertInto("plan_sections")
      .values(
        plan.sections.map(({ kind, heading, text, items }, position) => ({
          plan_id: id,
          position,
          kind,
          heading,
          body: text,
          items,
        })),
      )
      .execute()
  }
  const bound = await recordTargets(db, id, plan.targets)
  await recordChange(db, {
    actor: "hoptac",
    via: "shell",
    action: "import",
    record_kind: "plan",
    record_id: id,
    after: { number, targets: plan.targets.length, bound },
  })
  return { number, slug, targets: plan.targets.length, bound, state: "draft", outcome: "made" as const }
}

async function recordTargets(db: Database, plan_id: number, targets: Target[]) {
  const ids: number[] = []
  let bound = 0
  for (const [position, target] of targets.entries()) {
    const binding = bindTarget(target)
    if (binding) bound++
    const { id } = await db
      .insertInto("targets")
      .values({
        plan_id,
        position,
        slug: slugify(`${position + 1} ${target.quote}`, 60),
        quote: target.quote,
        subject: target.subject,
        holder: target.holder,
        change: target.change,
        value: target.value,
        value_max: target.value_max,
        unit: target.unit,
        base_year: target.base_year,
        bound: target.bound,
        qualifiers: target.qualifiers,
        // Part targets come after the one they are part of.
        of_target_id: target.of === null ? null : (ids[target.of] ?? null),
        by_year: target.by,
        ...(binding ?? { aim: target.value, aim_max: target.value_max }),
      })
      .returning("id")
      .executeTakeFirstOrThrow()
    ids.push(id)
  }
  return bound
}

/** A plan whose page names no years runs for the year after it was issued, as yearly plans do. */
function datesOf({ period, issued_on, targets }: PlanDraft, day: string) {
  const next = Number((issued_on ?? day).slice(0, 4)) + 1
  const last = Math.max(next, ...targets.map(({ by }) => by ?? next))
  return { starts_on: `${period?.from ?? next}-01-01`, ends_on: `${period?.to ?? last}-12-31` }
}

/** The unit named by the issuer ("Ủy ban nhân dân tỉnh Kiên Giang") on the day of issue; else the site's own province. */
async function findPlaceOf(db: Database, { issuer, issued_on }: PlanDraft, day: string) {
  const on = issued_on ?? day
  const named = await db
    .selectFrom("places")
    .select("id")
    .where("level", "in", ["province", "district"])
    .where("valid_from", "<=", on)
    .where("valid_to", ">=", on)
    .where(sql<boolean>`fold(${issuer ?? ""}) like '%' || search_name`)
    .orderBy(sql`length(name)`, "desc")
    .orderBy("level", "desc")
    .executeTakeFirst()
  if (named) return named.id

  const site = await db.selectFrom("site_settings").select("place_id").executeTakeFirst()
  if (site?.place_id) return site.place_id

  const nation = await db.selectFrom("places").select("id").where("level", "=", "nation").executeTakeFirst()
  if (nation) return nation.id
  throw new Problem(
    "No place is known that this plan could be for: run `hoptac migrate`, which brings the places.",
  )
}
