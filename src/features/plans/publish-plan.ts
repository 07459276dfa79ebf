import { type Database, inTransaction } from "../../database/connection.ts"
import { slugify } from "../../ui/slug.ts"
import { recordChange } from "../changes/record-change.ts"

/**
 * A planner confirms the draft: from now on the public sees it. The sample province's plan of the same number,
 * if there is one, gives way.
 */
export function publishPlan(db: Database, number: string, now = new Date()) {
  return inTransaction(db, async (trx) => {
    const slug = slugify(number)
    const plans = await trx
      .selectFrom("plans")
      .select(["id", "slug", "number", "state", "is_sample"])
      .where("slug", "=", slug)
      .forUpdate()
      .execute()
    const draft = plans.find(({ state }) => state === "draft")
    const published = plans.find(({ state }) => state === "published")
    if (!draft)
      return published ? { outcome: "already published" as const, slug } : { outcome: "unknown" as const }
    if (published && !published.is_sample) return { outcome: "already published" as const, slug }

    if (published) await trx.deleteFrom("plans").where("id", "=", published.id).execute()
    await trx
      .updateTable("plans")
      .set({ state: "published", published_at: now })
      .where("id", "=", draft.id)
      .execute()
    await recordChange(trx, {
      actor: "hoptac",
      via: "shell",
      action: "publish",
      record_kind: "plan",
      record_id: draft.id,
      before: { state: "draft" },
      after: { state: "published", number: draft.number },
    })
    return { outcome: "published" as const, slug }
  })
}
