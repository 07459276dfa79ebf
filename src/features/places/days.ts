// Days are strings, and sort as text: "-infinity" < "2025-06-30" < "infinity".
// noon, so that no change of the clock anywhere moves a day
const noon = "T12:00:00Z"
const milliseconds = 86_400_000

/** "2025-06-30" and 1 give "2025-07-01"; a day without end stays what it is. */
export function addDays(day: string, days: number) {
  if (day === "infinity" || day === "-infinity") return day
  return new Date(Date.parse(day + noon) + days * milliseconds).toISOString().slice(0, 10)
}

export function dayAfter(day: string) {
  return addDays(day, 1)
}

export function dayBefore(day: string) {
  return addDays(day, -1)
}

export function earlier(one: string, other: string) {
  return one < other ? one : other
}

export function later(one: string, other: string) {
  return one > other ? one : other
}
