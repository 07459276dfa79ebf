import type { Context } from "hono"
import { readDay } from "../../ui/format.ts"
import type { Env } from "../../web/view.ts"
import { dayAfter } from "../places/days.ts"
import { isReasonableDay } from "../places/queries.ts"
import type { Reading } from "./read-life.ts"

/** Which day of the past a page is asked for, and whose knowledge it goes by; what is no day is kept to be said so. */
export type AskedReading = {
  day?: string | undefined
  unreadDay?: string | undefined
  /** The register as it was known at the end of this day. */
  known?: string | undefined
  unreadKnown?: string | undefined
}

export function readAskedReading<Kind extends Env>(c: Context<Kind>): AskedReading {
  const [day, unreadDay] = readTyped(c.req.query("ngay"))
  const [known, unreadKnown] = readTyped(c.req.query("biet-den"))
  return { day, unreadDay, known, unreadKnown }
}

function readTyped(text = ""): [day: string | undefined, unread: string | undefined] {
  const typed = text.trim().slice(0, 20)
  const day = readDay(typed)
  return day && isReasonableDay(day) ? [day, undefined] : [undefined, typed || undefined]
}

export function readingOf({ day, known }: AskedReading, today: string): Reading {
  return { day: day ?? today, known, knownAt: known === undefined ? undefined : endOf(known) }
}

/** Vietnam has been seven hours ahead of UTC, the whole year, since 1975. */
export function endOf(day: string) {
  return new Date(`${dayAfter(day)}T00:00:00+07:00`)
}

/** The same day and knowledge, as an address carries them. */
export function readingQuery({ day, known }: AskedReading) {
  return { ngay: day, "biet-den": known }
}
