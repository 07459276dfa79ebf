import { dueDay, type ReportingWindow } from "../measures/reporting-year.ts"
import { addDays, dayAfter } from "../places/days.ts"

/** What a round is of: a whole year, or its first half. */
export const periods = ["year", "half"] as const
export type Period = (typeof periods)[number]

export type Window = ReportingWindow & {
  /** The day of the year on which the data ends; none where no text says. */
  data_end_month: number | null
  data_end_day: number | null
  legal_basis: string
}

/** Days a form begins with; none where no text says, and the officer has to. */
export type ProposedDays = {
  data_from: string | null
  data_to: string | null
  opens_on: string | null
  due_on: string | null
  closes_on: string | null
  legal_basis: string | null
}

/** A month to fill in, and half a month for late ones and corrections: a habit, no rule. */
const daysOpenBefore = 30
const daysOpenAfter = 16

/**
 * What the windows in force say of a round of the year. Half a year has the first half of the year's data; when it is
 * due no text says.
 */
export function proposeDays(windows: readonly Window[], year: number, period: Period): ProposedDays {
  const window = windows.find(
    ({ first_year, last_year }) => first_year <= year && year <= (last_year ?? year),
  )
  if (!window) return nothing
  const due = dueDay(window, year)
  const { data_from, data_to } = dataDays(window, year)
  if (period === "half") {
    return { ...nothing, data_from, data_to: data_from && addDays(monthsLater(data_from, 6), -1) }
  }
  return {
    data_from,
    data_to,
    opens_on: addDays(due, -daysOpenBefore),
    due_on: due,
    closes_on: addDays(due, daysOpenAfter),
    legal_basis: window.legal_basis,
  }
}

/** The days that the report of a year is of: they begin where those of the year before ended. */
export function dataDays(window: Window, year: number) {
  const before = dataEnd(window, year - 1)
  return { data_from: before && dayAfter(before), data_to: dataEnd(window, year) }
}

/** The last such day of the calendar up to the due day; the last of February where it has no 29th. */
function dataEnd(window: Window, year: number) {
  const { data_end_month: due_month, data_end_day: due_day } = window
  if (due_month === null || due_day === null) return null
  const end = { ...window, due_month, due_day }
  const sameYear = dueDay(end, year)
  return sameYear <= dueDay(window, year) ? sameYear : dueDay(end, year - 1)
}

const nothing: ProposedDays = {
  data_from: null,
  data_to: null,
  opens_on: null,
  due_on: null,
  closes_on: null,
  legal_basis: null,
}

/** The same date months later, or the last day of a month that has no such date. */
function monthsLater(day: string, months: number) {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}
