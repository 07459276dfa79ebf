import type { Settings } from "../settings.ts"
import { withDatabase } from "./with-database.ts"

const reasons = {
  altered: "is not as it was sealed: it, or one before it, was altered",
  missing: "was sealed and is gone",
  not_sealed: "was never sealed",
  out_of_order: "follows a seal that is gone",
}

/** Checks every seal of the change log, and answers with the code the process ends with. */
export async function verifyChanges(settings: Settings) {
  const { countSeals, findBroken } = await import("../features/changes/seals.ts")
  return await withDatabase(settings, async (db) => {
    const broken = await findBroken(db)
    if (broken) {
      console.error(`The chain is broken: entry ${broken.change_id} ${reasons[broken.reason]}.`)
      return 1
    }
    const { entries, seal } = await countSeals(db)
    console.log(
      seal ? `The chain of ${entries} changes holds. Its last seal: ${seal}` : "No change was logged yet.",
    )
    return 0
  })
}
