import { formatDay, isOpen } from "./format.ts"
import { inBoth, type Locale } from "./language.ts"

const texts = inBoth({
  from: [(day: string) => `từ ${day}`, (day: string) => `from ${day}`],
  until: [(day: string) => `đến hết ${day}`, (day: string) => `until the end of ${day}`],
  fromTo: [
    (from: string, to: string) => `từ ${from} đến hết ${to}`,
    (from: string, to: string) => `from ${from} until the end of ${to}`,
  ],
  always: ["không rõ từ khi nào, đến nay", "from some day on, until now"],
})

/** The first and the last day of a stored period, both within it: "từ 01/07/2025 đến hết 31/12/2026". */
export function periodWords(
  { valid_from, valid_to }: { valid_from: string; valid_to: string },
  locale: Locale,
) {
  const t = texts[locale]
  const from = valid_from === "-infinity" ? undefined : formatDay(valid_from, locale)
  const to = isOpen(valid_to) ? undefined : formatDay(valid_to, locale)
  if (from && to) return t.fromTo(from, to)
  if (from) return t.from(from)
  return to ? t.until(to) : t.always
}
