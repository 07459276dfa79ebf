import type { Selectable } from "kysely"
import type { ReportingWindows } from "../../database/tables.ts"
import { dayBefore } from "../places/days.ts"

export type ReportingWindow = Pick<
  Selectable<ReportingWindows>,
  "first_year" | "last_year" | "due_month" | "due_day" | "due_year_offset"
>

/** The year whose report is the latest one due on a day: the last year whose due day has come. */
export function reportingYear(windows: readonly ReportingWindow[], day: string): number | null {
  const calendarYear = Number(day.slice(0, 4))
  const years = windows.flatMap((window) => {
    const last = window.last_year ?? calendarYear
    // The latest year of a window that can be due on the day; the year before it surely is.
    const year = Math.min(last, calendarYear - window.due_year_offset)
    return [year, year - 1].filter((each) => each >= window.first_year && dueDay(window, each) <= day)
  })
  return years.length > 0 ? Math.max(...years) : null
}

/** A window due on 29 February is due on the 28th of other years. */
export function dueDay(window: ReportingWindow, year: number) {
  const due = year + window.due_year_offset
  const lastOfMonth = new Date(Date.UTC(due, window.due_month, 0)).getUTCDate()
  const date = Math.min(window.due_day, lastOfMonth)
  return `${due}-${String(window.due_month).padStart(2, "0")}-${String(date).padStart(2, "0")}`
}

export type ReportedYear = { year: number; ends_on: string }

/** The years, up to one, whose last day reported on lies in a period that begins on a day. */
export function reportedYears(
  windows: readonly ReportingWindow[],
  from: string,
  upTo: number,
): ReportedYear[] {
  const years: ReportedYear[] = []
  for (let year = upTo; year >= upTo - 100; year--) {
    const window = windows.find(
      ({ first_year, last_year }) => first_year <= year && (last_year === null || year <= last_year),
    )
    const ends_on = window ? lastDayReported(window, year) : undefined
    if (!ends_on || ends_on < from) break
    years.unshift({ year, ends_on })
  }
  return years
}

/** The day before the report is due, and never beyond its year (Circular 09/2024: 15/12 to 14/12). */
export function lastDayReported(window: ReportingWindow, year: number) {
  const end = dayBefore(dueDay(window, year))
  return end < `${year}-12-31` ? end : `${year}-12-31`
}
