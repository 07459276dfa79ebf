import { dueDay, reportingYear } from "../measures/reporting-year.ts"
import { dayBefore } from "../places/days.ts"
import { dataDays, type Window } from "../rounds/proposals.ts"

/** When reports of a year are due, for the years it holds for; all of them together are the calendar. */
export type KeptWindow = Window & { is_checked: boolean }

/** A stretch of years, both included. */
export type Years = { from: number; to: number }

/** Why a calendar cannot stand: years with two due days, or years between two windows that nobody meant to leave out. */
export type CalendarFault = ({ kind: "overlap" } & Years) | ({ kind: "gap" } & Years)

type Choice = {
  /** The law asks for no report of the years between: the windows beside stay as they are. */
  leavesGap: boolean
}

/** A calendar with one window more: what held without end before it ends in the year before. */
export function withNew(windows: readonly KeptWindow[], added: KeptWindow): KeptWindow[] {
  const kept = windows.map((window) =>
    window.last_year === null && window.first_year < added.first_year
      ? { ...window, last_year: added.first_year - 1 }
      : window,
  )
  return inTime([...kept, added])
}

/**
 * A calendar with one window corrected. The windows that border on it follow its first and last year, so that no year
 * is left out or told twice, unless the law leaves years out.
 */
export function withCorrected(
  windows: readonly KeptWindow[],
  before: KeptWindow,
  after: KeptWindow,
  { leavesGap }: Choice,
): KeptWindow[] {
  const others = windows.filter((window) => window.first_year !== before.first_year)
  if (leavesGap) return inTime([...others, after])
  const followed = others.map((window) => {
    if (window.last_year === before.first_year - 1) return { ...window, last_year: after.first_year - 1 }
    if (before.last_year !== null && after.last_year !== null && window.first_year === before.last_year + 1)
      return { ...window, first_year: after.last_year + 1 }
    return window
  })
  return inTime([...followed, after])
}

/** What is wrong with a calendar that is to follow another one; years left out before may stay so. */
export function faultOf(
  after: readonly KeptWindow[],
  before: readonly KeptWindow[],
  { leavesGap }: Choice,
): CalendarFault | undefined {
  const ordered = inTime(after)
  for (const [index, window] of ordered.entries()) {
    const next = ordered[index + 1]
    // A window that follows its corrected neighbour may have no year left to itself.
    if (window.last_year !== null && window.last_year < window.first_year)
      return { kind: "overlap", from: window.last_year + 1, to: window.first_year }
    if (next && (window.last_year === null || window.last_year >= next.first_year))
      return { kind: "overlap", from: next.first_year, to: window.last_year ?? next.first_year }
  }
  const gap = gapsIn(ordered).find(({ from, to }) =>
    gapsIn(before).every((known) => from < known.from || to > known.to),
  )
  return gap && !leavesGap ? { kind: "gap", ...gap } : undefined
}

/** The years between two windows for which none holds. */
export function gapsIn(windows: readonly KeptWindow[]): Years[] {
  return inTime(windows).flatMap(({ last_year }, index, ordered) => {
    const next = ordered[index + 1]
    return next && last_year !== null && last_year + 1 < next.first_year
      ? [{ from: last_year + 1, to: next.first_year - 1 }]
      : []
  })
}

/** When the report of a year is due and what its data is of; nothing where no window holds for it. */
export type YearDays = { due_on: string; data_from: string | null; data_to: string | null }

export type ChangedYear = { year: number; before: YearDays | undefined; after: YearDays | undefined }

/** The years, up to one, whose days are others afterwards. */
export function changedYears(
  before: readonly KeptWindow[],
  after: readonly KeptWindow[],
  upTo: number,
): ChangedYear[] {
  return yearsOf([...before, ...after], upTo)
    .map((year) => ({ year, before: daysOf(before, year), after: daysOf(after, year) }))
    .filter((changed) => JSON.stringify(changed.before) !== JSON.stringify(changed.after))
}

/** Days, both included, on which figures are taken from the reports of another year afterwards. */
export type ChangedDays = { from: string; to: string | null; before: number | null; after: number | null }

/** When the latest year that counts is another one afterwards, from first to last; up to the reports of a year. */
export function changedDays(
  before: readonly KeptWindow[],
  after: readonly KeptWindow[],
  upTo: number,
): ChangedDays[] {
  const years = yearsOf([...before, ...after], upTo)
  const turns = [before, after].flatMap((windows) =>
    years.flatMap((year) => daysOf(windows, year)?.due_on ?? []),
  )
  const starts = [...new Set(turns)].sort()
  return starts.flatMap((from, index) => {
    const next = starts[index + 1]
    const [was, is] = [reportingYear(before, from), reportingYear(after, from)]
    return was === is ? [] : [{ from, to: next ? dayBefore(next) : null, before: was, after: is }]
  })
}

export function daysOf(windows: readonly KeptWindow[], year: number): YearDays | undefined {
  const window = windowOf(windows, year)
  return window && { due_on: dueDay(window, year), ...dataDays(window, year) }
}

function windowOf(windows: readonly KeptWindow[], year: number) {
  return windows.find(({ first_year, last_year }) => first_year <= year && year <= (last_year ?? year))
}

function yearsOf(windows: readonly KeptWindow[], upTo: number) {
  const first = Math.min(upTo, ...windows.map(({ first_year }) => first_year))
  const last = Math.max(upTo, ...windows.map(({ first_year }) => first_year))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function inTime(windows: readonly KeptWindow[]) {
  return [...windows].sort((one, other) => one.first_year - other.first_year)
}
