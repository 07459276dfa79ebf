import { formatDay, formatMoment, inVietnam } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"

type MomentProps = {
  article: { published_at: Date; hour_is_known: boolean }
  locale: Locale
  /** Lists show the day alone. */
  dayOnly?: boolean
}

/** When an article was published: "(16:00 | 15/10/2020)". */
export function Moment({ article, locale, dayOnly }: MomentProps) {
  const { published_at, hour_is_known } = article
  const { day, hour } = inVietnam(published_at)
  const shown = dayOnly ? formatDay(day, locale) : formatMoment(published_at, hour_is_known, locale)
  return <time datetime={hour_is_known ? `${day}T${hour}:00+07:00` : day}>{shown}</time>
}

/** "2020-10-15T16:00:00+07:00"; the day alone where the hour is unknown. */
export function isoMoment({ published_at, hour_is_known }: MomentProps["article"]) {
  const { day, hour } = inVietnam(published_at)
  return hour_is_known ? `${day}T${hour}:00+07:00` : day
}
