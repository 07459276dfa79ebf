import { dayAfter } from "../places/days.ts"

type Period = { valid_from: string; valid_to: string }

/** Whether these roles of administrators leave no day without one, from a day on. */
export function coverEveryDay(periods: readonly Period[], from: string) {
  let open = from
  const inOrder = periods.toSorted((one, other) => (one.valid_from < other.valid_from ? -1 : 1))
  for (const { valid_from, valid_to } of inOrder) {
    if (valid_from > open) return false
    if (valid_to === "infinity") return true
    if (valid_to >= open) open = dayAfter(valid_to)
  }
  return false
}
