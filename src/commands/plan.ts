import { pathsIn } from "../paths.ts"
import type { Settings } from "../settings.ts"
import { withDatabase } from "./with-database.ts"

/** Answers with the code the process ends with. */
export async function publishPlanNumbered(number: string, settings: Settings) {
  const { publishPlan } = await import("../features/plans/publish-plan.ts")
  const { outcome, slug } = await withDatabase(settings, (db) => publishPlan(db, number))

  if (outcome === "unknown") {
    console.error(
      `There is no plan with the number ${number}. Import the page that announces it first: hoptac import page FILE`,
    )
    return 1
  }
  const address = slug ? `: ${settings.baseUrl}${pathsIn("vi").plan({ slug })}` : "."
  console.log(
    outcome === "published" ? `Published ${number}${address}` : `${number} was already published${address}`,
  )
  return 0
}
