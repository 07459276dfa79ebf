import type { Locale } from "./language.ts"

const months = "January February March April May June July August September October November December".split(
  " ",
)

/** "2020-10-15" → "15/10/2020", in English "15 October 2020". */
export function formatDay(day: string, locale: Locale) {
  const year = day.slice(0, 4)
  const month = day.slice(5, 7)
  const date = day.slice(8, 10)
  if (locale === "en") return `${Number(date)} ${months[Number(month) - 1]} ${year}`
  return `${date}/${month}/${year}`
}

/** Vietnam has been seven hours ahead of UTC, the whole year, since 1975; asking the calendar would cost 20 times as much. */
const ahead = 7 * 3_600_000

/** The day and the hour in Vietnam: { day: "2020-10-15", hour: "16:00" }. */
export function inVietnam(moment: Date) {
  const iso = new Date(moment.getTime() + ahead).toISOString()
  return { day: iso.slice(0, 10), hour: iso.slice(11, 16) }
}

/** "(16:00 | 15/10/2020)", as portals here write it; the day alone where the hour is unknown. */
export function formatMoment(moment: Date, hourIsKnown: boolean, locale: Locale) {
  const { day, hour } = inVietnam(moment)
  const shown = formatDay(day, locale)
  return hourIsKnown ? `(${hour} | ${shown})` : `(${shown})`
}

/** "16:00, 15/10/2020", where a moment stands in a table or a sentence. */
export function formatTime(moment: Date, locale: Locale) {
  const { day, hour } = inVietnam(moment)
  return `${hour}, ${formatDay(day, locale)}`
}

const numberFormats = new Map<string, Intl.NumberFormat>()

/** 1234.5 → "1.234,5", in English "1,234.5"; no more decimals than needed, at most `decimals`. */
export function formatNumber(value: number, locale: Locale, decimals = 0) {
  // Most figures on a page are small and whole, and written alike everywhere.
  if (Number.isInteger(value) && value > -1000 && value < 1000) return String(value)

  const key = `${locale}${decimals}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale === "vi" ? "vi-VN" : "en-GB", {
      maximumFractionDigits: decimals,
      useGrouping: true,
    })
    numberFormats.set(key, format)
  }
  return format.format(value)
}

/** 100 → "100,0": always so many decimals, as the columns of a table are read. */
export function formatFixed(value: number, locale: Locale, decimals: number) {
  const rounded = formatNumber(value, locale, decimals)
  if (decimals === 0) return rounded
  const comma = locale === "vi" ? "," : "."
  const [whole, part = ""] = rounded.split(comma)
  return `${whole}${comma}${part.padEnd(decimals, "0")}`
}

/** 34.31 → "34,3 %": one decimal, as reports print shares. */
export function formatPercent(value: number, locale: Locale) {
  return `${formatNumber(value, locale, 1)}\u00a0%`
}

/** Money in đồng: below a billion in triệu (million), from there in tỷ (billion). */
export function formatMoney(dong: number, locale: Locale) {
  const size = Math.abs(dong)
  if (size >= 1e9)
    return `${formatNumber(dong / 1e9, locale, 2)}\u00a0${locale === "vi" ? "tỷ đồng" : "billion đồng"}`
  if (size >= 1e6)
    return `${formatNumber(dong / 1e6, locale, 1)}\u00a0${locale === "vi" ? "triệu đồng" : "million đồng"}`
  return `${formatNumber(dong, locale)}\u00a0${locale === "vi" ? "đồng" : "đồng"}`
}

/** A stored period's end: 'infinity' means it goes on. */
export function isOpen(day: string) {
  return day === "infinity"
}

/**
 * Reads a day as people write it, "15/10/2020", or as addresses carry it, "2020-10-15"; otherwise nothing. There was
 * no year 0, and the database says so with an error.
 */
export function readDay(text: string | undefined): string | undefined {
  if (!text) return undefined
  const written = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text)
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text)
  if (!written && !iso) return undefined
  const [year, month, date] = iso ? iso.slice(1) : [written![3], written![2], written![1]]
  if (year === "0000") return undefined
  const day = `${year}-${month!.padStart(2, "0")}-${date!.padStart(2, "0")}`
  const moment = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day ? undefined : day
}

/** Numbers as people here write them: "1.250" is a thousand and more, "12,5" twelve and a half. */
export function readNumber(text: string) {
  const written = text.trim().replace("−", "-")
  if (!/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(written)) return undefined
  return Number(written.replaceAll(".", "").replace(",", "."))
}
