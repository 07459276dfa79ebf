import type { Selectable } from "kysely"
import type { ReportingWindows } from "../../database/tables.ts"

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
