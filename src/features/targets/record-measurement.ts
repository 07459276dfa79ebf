import { type Database, inTransaction } from "../../database/connection.ts"
import { Problem } from "../../problem.ts"
import { slugify } from "../../ui/slug.ts"
import { recordChange } from "../changes/record-change.ts"

type Measurement = {
  /** Number of the plan, such as "148/KH-UBND". */
  plan: string
  /** The target's place in the plan, from 1, as its address begins. */
  target: number
  measured_on: string
  /** In the unit of the plan's words. */
  value: number
  evidence: string
  recorder: string
}

/** A figure for a target that nothing in the system counts, with the words that vouch for it. */
export function recordMeasurement(db: Database, { plan, target, recorder, ...figure }: Measurement) {
  return inTransaction(db, async (trx) => {
    const found = await trx
      .selectFrom("targets")
      .innerJoin("plans", "plans.id", "targets.plan_id")
      .select(["targets.id", "targets.quote", "targets.measure", "targets.slug", "plans.slug as plan_slug"])
      .where("plans.slug", "=", slugify(plan))
      .where("targets.position", "=", target - 1)
      .orderBy("plans.state", "desc")
      .executeTakeFirst()
    if (!found)
      throw new Problem(`There is no target ${target} in a plan ${plan}. Targets are numbered from 1.`)
    if (found.measure)
      throw new Problem(
        `Target ${target} (${found.quote}) is counted from the register and the reports; its figure is not entered by hand.`,
      )

    const { id } = await trx
      .insertInto("measurements")
      .values({ target_id: found.id, recorded_by: recorder, ...figure })
      .returning("id")
      .executeTakeFirstOrThrow()
    await recordChange(trx, {
      actor: recorder,
      via: "shell",
      action: "measure",
      record_kind: "measurement",
      record_id: id,
      after: { plan, target: found.quote, ...figure },
    })
    return found
  })
}
