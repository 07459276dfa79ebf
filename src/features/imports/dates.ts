import { comparable } from "./spelling.ts"

export type DateReading = { day: string; start: number; end: number }

const datePattern =
  /(?<!\d)(\d{1,2})\s*(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})\s*(?:\s*[/.-]\s*|\s+năm\s+|\s*,\s*năm\s+)((?:19|20)\d\d)(?!\d)/g
const isoPattern = /(?<!\d)((?:19|20)\d\d)-(\d{2})-(\d{2})(?!\d)/g

/** Every whole day named in a text: "29/9/2020", "29-09-2020", "ngày 29 tháng 9 năm 2020", "2020-09-29". */
export function findDates(text: string): DateReading[] {
  const compared = comparable(text)
  const written = Array.from(compared.matchAll(datePattern), (match) =>
    reading(match, match[3]!, match[2]!, match[1]!),
  )
  const iso = Array.from(compared.matchAll(isoPattern), (match) =>
    reading(match, match[1]!, match[2]!, match[3]!),
  )
  return [...written, ...iso].filter((found) => found !== null).sort((one, other) => one.start - other.start)
}

function reading(match: RegExpExecArray, year: string, month: string, day: string): DateReading | null {
  const written = dayOf(Number(year), Number(month), Number(day))
  if (!written) return null
  return { day: written, start: match.index, end: match.index + match[0].length }
}

/** The day as "2020-09-29", or nothing when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

const timePattern = /(?<![\d:])(\d{1,2})\s*(?::|h|giờ|g)\s*(\d{2})?(?::\d{2})?\s*(sa|ch|am|pm)?(?![\d:])/
const furniture =
  /(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|ngày|đăng|cập nhật|lần cuối|đăng tải|đăng lúc|xuất bản|phát hành|viết|tin|bài|gửi|lúc|vào|hồi|giờ|phút|thời gian|gmt\s*\+?\s*\d*|utc\s*\+?\s*\d*|\+?07:?00|lượt xem\s*:?\s*[\d.,]*|lượt đọc\s*:?\s*[\d.,]*|đã xem\s*:?\s*[\d.,]*|xem\s*:?\s*[\d.,]+|sa|ch|am|pm)/g

/**
 * When a line holds nothing but the date of the article, that moment: "(16:00 | 15/10/2020)", "Ngày đăng: 01/02/2021".
 * Portals write 00:00 when they do not know the hour, and then the day stands alone.
 */
export function readDateline(line: string): string | null {
  if (line.length > 120) return null
  const [date] = findDates(line)
  if (!date) return null
  const compared = comparable(line)
  const around = `${compared.slice(0, date.start)} | ${compared.slice(date.end)}`
  const time = timePattern.exec(around)
  const left = around.replace(timePattern, " ").replace(furniture, " ")
  if (/[\p{L}\d]/u.test(left)) return null
  return momentOf(date.day, time)
}

function momentOf(day: string, time: RegExpExecArray | null) {
  if (!time) return day
  const afternoon = time[3] === "ch" || time[3] === "pm"
  const hour = (Number(time[1]) % (time[3] ? 12 : 24)) + (afternoon ? 12 : 0)
  const minute = Number(time[2] ?? 0)
  if (Number(time[1]) > 23 || minute > 59 || (hour === 0 && minute === 0)) return day
  return `${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00+07:00`
}

/** A moment as portals write it in `datetime` and `article:published_time`. */
export function readMoment(written: string | null | undefined): string | null {
  if (!written) return null
  const match =
    /^((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?/.exec(
      written.trim(),
    )
  if (!match) return readDateline(written)
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  if (!day || !match[4] || (match[4] === "00" && match[5] === "00")) return day
  const offset = match[6] === "Z" ? "+00:00" : (match[6] ?? "+07:00").replace(/(\d\d)(\d\d)$/, "$1:$2")
  return `${day}T${match[4]}:${match[5]}:00${offset}`
}
