import { userInfo } from "node:os"
import { pathsIn } from "../paths.ts"
import { Problem } from "../problem.ts"
import type { Settings } from "../settings.ts"
import { readDay, readNumber } from "../ui/format.ts"
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

export type MeasureOptions = { value: string; on: string; evidence: string }

/** Keeps a figure that was entered by hand, and answers with the code the process ends with. */
export async function measureTarget(
  plan: string,
  target: string,
  { value, on, evidence }: MeasureOptions,
  settings: Settings,
) {
  const measured_on = readDay(on)
  if (!measured_on) throw new Problem(`The day “${on}” could not be read. Write it as 31/12/2024.`)
  const figure = readNumber(value)
  if (figure === undefined)
    throw new Problem(`The figure “${value}” could not be read. Write it as 1.250 or 12,5.`)
  if (!evidence.trim())
    throw new Problem("Say in --evidence what vouches for the figure, such as a report's number.")

  const { recordMeasurement } = await import("../features/targets/record-measurement.ts")
  const recorded = await withDatabase(settings, (db) =>
    recordMeasurement(db, {
      plan,
      target: Number(target),
      measured_on,
      value: figure,
      evidence: evidence.trim(),
      recorder: userInfo().username,
    }),
  )
  const address = settings.baseUrl + pathsIn("vi").target({ slug: recorded.plan_slug }, recorded)
  console.log(`Kept for “${recorded.quote}”: ${address}`)
  return 0
}
