import { formatDay } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import type { ChangedDays, KeptWindow, YearDays, Years } from "./calendar.ts"
import { texts } from "./texts.ts"

/** "2019–2023", "từ 2024". */
export function yearsWords(
  { first_year, last_year }: Pick<KeptWindow, "first_year" | "last_year">,
  locale: Locale,
) {
  const t = texts[locale]
  return last_year === null ? t.fromYear(first_year) : t.yearsFromTo(first_year, last_year)
}

export function stretchWords({ from, to }: Years, locale: Locale) {
  return texts[locale].yearsFromTo(from, to)
}

/** "15/12 của năm báo cáo". */
export function dueWords({ due_day, due_month, due_year_offset }: KeptWindow, locale: Locale) {
  const t = texts[locale]
  const day = dayMonth(due_day, due_month)
  return due_year_offset === 0 ? t.dueWithin(day) : t.dueAfter(day)
}

export function dataWords({ data_end_day, data_end_month }: KeptWindow, locale: Locale) {
  const t = texts[locale]
  return data_end_day === null || data_end_month === null
    ? t.dataUnknown
    : t.dataUntil(dayMonth(data_end_day, data_end_month))
}

/** The whole window in a line: for the change log. */
export function windowLine(window: KeptWindow, locale: Locale) {
  const t = texts[locale]
  const checked = window.is_checked ? t.checked : t.unchecked
  return `${yearsWords(window, locale)}: ${t.dueOn(dueWords(window, locale))}; ${dataWords(window, locale)}; ${window.legal_basis}, ${checked}`
}

/** "hạn 15/12/2026; từ 15/12/2025 đến hết 14/12/2026". */
export function yearDaysWords(days: YearDays | undefined, locale: Locale) {
  const t = texts[locale]
  if (!days) return t.noWindow
  const { due_on, data_from, data_to } = days
  const data =
    data_from && data_to ? t.fromTo(formatDay(data_from, locale), formatDay(data_to, locale)) : t.dataUnknown
  return `${t.dueOn(formatDay(due_on, locale))}; ${t.data.toLowerCase()} ${data}`
}

export function reportsWords(year: number | null, locale: Locale) {
  const t = texts[locale]
  return year === null ? t.noReports : t.reportsOf(year)
}

/** "Từ 15/12/2026 đến hết 30/12/2026: lấy báo cáo năm 2025, thay cho báo cáo năm 2026." */
export function changedDaysWords({ from, to, before, after }: ChangedDays, locale: Locale) {
  const t = texts[locale]
  const days = to
    ? t.fromDayTo(formatDay(from, locale), formatDay(to, locale))
    : t.fromDay(formatDay(from, locale))
  return t.figuresFollow(days, reportsWords(before, locale), reportsWords(after, locale))
}

/** As people write a day of the year: "15/12". */
export function dayMonth(day: number, month: number) {
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}`
}
