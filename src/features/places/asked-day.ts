import type { Context } from "hono"
import { readDay } from "../../ui/format.ts"
import type { Env } from "../../web/view.ts"
import { isReasonableDay } from "./queries.ts"

/** A day that an address asks for, or what stands there in its place. */
export function readAskedDay(c: Context<Env>, name = "ngay") {
  const typed = c.req.query(name)
  const day = readDay(typed)
  return day && isReasonableDay(day)
    ? { day, unread: undefined }
    : { day: undefined, unread: typed || undefined }
}

/** The day whose units an address asks for; none where it is the day of the figures itself. */
export function readAskedUnits(c: Context<Env>, shownOn: string) {
  const { day, unread } = readAskedDay(c, "don-vi")
  return { unitsOn: day === shownOn ? undefined : day, unitsUnread: unread }
}
