import type { Child } from "hono/jsx"
import type { Database } from "../../database/connection.ts"
import type { View } from "../../web/view.ts"
import type { Place } from "./queries.ts"

/**
 * The place's part of each target of the published plan, as it stands on a day: what stands between the figures of
 * a place and its list of organisations. Nothing where no plan concerns the place.
 */
export async function placeTargets(_db: Database, _view: View, _place: Place, _day: string): Promise<Child> {
  return null
}
