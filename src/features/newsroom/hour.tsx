import { formatDay, inVietnam } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"

/** A moment at the desk: "16:00, 15/10/2026". */
export function Hour({ at, locale }: { at: Date; locale: Locale }) {
  const { day, hour } = inVietnam(at)
  return <time datetime={`${day}T${hour}:00+07:00`}>{hourWords(at, locale)}</time>
}

export function hourWords(at: Date, locale: Locale) {
  const { day, hour } = inVietnam(at)
  return `${hour}, ${formatDay(day, locale)}`
}
