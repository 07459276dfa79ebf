import type { Broken, BrokenLink } from "../features/changes/seals.ts"
import type { Settings } from "../settings.ts"
import { withDatabase } from "./with-database.ts"

const reasons: Record<Broken["reason"], string> = {
  altered: "is not as it was sealed: it or its seal was altered",
  missing: "was sealed and is gone",
  not_sealed: "was never sealed: it was slipped in",
  out_of_order: "follows a seal that is gone",
}

/** Checks every seal of the change log, and answers with the code the process ends with. */
export async function verifyChanges(settings: Settings) {
  const { countSeals, describeBroken, findBroken } = await import("../features/changes/seals.ts")
  return await withDatabase(settings, async (db) => {
    const broken = await findBroken(db)
    if (broken) {
      const link = await describeBroken(db, broken)
      const where = link.number ? `at link ${link.number}` : "beside its links"
      console.error(`The chain is broken ${where}: ${inWords(link)}, ${reasons[broken.reason]}.`)
      return 1
    }
    const { entries, seal } = await countSeals(db)
    console.log(
      seal ? `The chain of ${entries} changes holds. Its last seal: ${seal}` : "No change was logged yet.",
    )
    return 0
  })
}

/** Of an entry that is gone, what is known is where it stood. */
function inWords({ change_id, day, actor, action, record_kind, record, ...around }: BrokenLink) {
  if (day) {
    const deed = [action, record_kind, record].filter(Boolean).join(" ")
    return `entry ${change_id} of ${day}, "${deed}" by ${actor}`
  }
  const neighbours = [
    around.id_before && `after entry ${around.id_before} of ${around.day_before}`,
    around.id_after && `before entry ${around.id_after} of ${around.day_after}`,
  ]
  return [`entry ${change_id}`, ...neighbours].filter(Boolean).join(", ")
}
