import { findDates } from "./dates.ts"
import type { ImportedArticle, Period } from "./page-import.ts"
import { comparable } from "./spelling.ts"

export type Announcement = {
  number: string | null
  issuer: string | null
  issued_on: string | null
  title: string | null
  period: Period | null
}

type Mention = {
  paragraph: number
  start: number
  end: number
  number: string | null
  kind: string
  score: number
}

const kinds = "kế hoạch|quyết định|nghị quyết|chương trình hành động|chương trình|chiến lược|đề án"
const mentionPattern = new RegExp(
  `(?<![\\p{L}])(${kinds})(?:\\s+số)?\\s*:?\\s*(\\d{1,5}(?:/\\d{4})?\\s*[-/]\\s*[a-zđ]{1,6}(?:\\s*[-/]\\s*[a-zđ]{1,8}){1,2})`,
  "gu",
)
const barePattern = /(?<![\p{L}])(?:kế hoạch|chiến lược|đề án|chương trình hành động)(?=\s)/gu
const announcing =
  /(?:ban hành|phê duyệt|ký|thông qua|công bố|vừa có|xây dựng|ban hành kèm theo|đã có)[^.;]{0,60}$/
const citing =
  /(?:căn cứ|thực hiện|triển khai|theo|tại|quy định|thay thế|sửa đổi|bổ sung|tinh thần|cụ thể hóa|kèm theo|của)\s*(?:nội dung |các |những )*$/

/** The plan that a page announces: its number, who issued it, when, and for which years. Null when it announces none. */
export function readAnnouncement(article: ImportedArticle, hasObjectives: boolean): Announcement | null {
  const { paragraphs } = article
  const texts = paragraphs.map(comparable)
  const mention = findNumbered(texts) ?? findBare(texts)
  const titled = titleNamesPlan(article.title)
  if (!mention && !(titled && hasObjectives)) return null
  if (mention && !isPlan(mention, texts, titled, hasObjectives)) return null

  const written = mention?.number ? paragraphs[mention.paragraph]!.slice(mention.start, mention.end) : null
  const number = written && tidyNumber(written)
  const title = (mention && titleAfter(paragraphs[mention.paragraph]!, mention)) ?? article.title
  const issued_on = mention && issuedOn(paragraphs[mention.paragraph]!, mention, article.published_at)
  const year = Number((issued_on ?? article.published_at)?.slice(0, 4)) || null
  const period = [title, article.title, ...paragraphs.slice(0, 3)].reduce<Period | null>(
    (found, text) => found ?? readPeriod(text, year),
    null,
  )
  return { number, issuer: readIssuer(article, texts, mention), issued_on, title, period }
}

function findNumbered(texts: string[]): Mention | null {
  const mentions = texts.flatMap((text, paragraph) =>
    Array.from(text.matchAll(mentionPattern), (match): Mention => {
      const start = match.index + match[0].length - match[2]!.length
      const before = text.slice(Math.max(0, match.index - 160), match.index)
      const announced = (announcing.test(before) ? 4 : 0) - (citing.test(before) ? 5 : 0)
      const score = announced + (match[1] === "kế hoạch" ? 2 : 0) + (/kh|qđ|nq/.test(match[2]!) ? 1 : 0)
      return { paragraph, start, end: start + match[2]!.length, number: match[2]!, kind: match[1]!, score }
    }),
  )
  const best = mentions.toSorted((one, other) => other.score - one.score)[0]
  return best && best.score > 0 ? best : null
}

/** "ban hành Kế hoạch phát triển kinh tế tập thể năm 2021", with no number given. */
function findBare(texts: string[]): Mention | null {
  for (const [paragraph, text] of texts.entries()) {
    for (const match of text.matchAll(barePattern)) {
      const before = text.slice(Math.max(0, match.index - 80), match.index)
      if (!/(?:ban hành|phê duyệt|thông qua|công bố|ký)\s*(?:dự thảo |bản )?$/.test(before)) continue
      return { paragraph, start: match.index, end: match.index, number: null, kind: match[0], score: 1 }
    }
  }
  return null
}

function titleNamesPlan(title: string) {
  const text = comparable(title)
  return /(?:^|[:\-–] *|ban hành |xây dựng |phê duyệt |thông qua )(?:kế hoạch|chiến lược|đề án|chương trình hành động|nghị quyết)/.test(
    text,
  )
}

/** A decision or a resolution is a plan only when it approves one, or sets aims itself. */
function isPlan(mention: Mention, texts: string[], titled: boolean, hasObjectives: boolean) {
  if (mention.kind !== "quyết định" && mention.kind !== "nghị quyết") return true
  const after = texts[mention.paragraph]!.slice(mention.end, mention.end + 250)
  return /(?:kế hoạch|chiến lược|đề án|chương trình)/.test(after) || titled || hasObjectives
}

function tidyNumber(written: string) {
  return written.replace(/\s+/g, "").normalize("NFC")
}

/** The words after the number up to the end of its sentence; the reader wants the plan's name, not the news. */
function titleAfter(paragraph: string, mention: Mention): string | null {
  let rest = paragraph.slice(mention.end)
  const compared = comparable(rest)
  const lead =
    /^[\s,]*(?:\(?\s*(?:ký |ban hành )?ngày\s+[\d/.\-\s]+(?:tháng\s+\d+\s+năm\s+\d+)?\)?[\s,]*)?(?:của\s+(?:ủy ban nhân dân|ubnd|thủ tướng chính phủ|chính phủ|tỉnh ủy|thành ủy)(?:\s+(?:tỉnh|thành phố)(?:\s+\p{L}+){0,3}?)?(?=\s+(?:về|phê|phát|ban|thực|triển)))?[\s,]*(?:(?:về\s+việc|v\/v|về|phê duyệt|ban hành|triển khai thực hiện)(?=\s))?[\s,:“"]*/u.exec(
      compared,
    )
  rest = rest.slice(lead?.[0].length ?? 0)
  const end = rest.search(
    /[.;](?:\s|$)|[”"]|\s*[,(]?\s*(?:với (?:các )?(?:mục tiêu|chỉ tiêu)|trong đó|theo đó)/u,
  )
  const title = (end === -1 ? rest : rest.slice(0, end)).trim().replace(/[,:]$/, "")
  if (title.length < 10) return null
  return title.charAt(0).toUpperCase() + title.slice(1)
}

function issuedOn(paragraph: string, mention: Mention, publishedAt: string | null): string | null {
  const dates = findDates(paragraph)
  const after = dates.find(
    ({ start }) =>
      start >= mention.end &&
      /^[\s,(]*(?:\p{L}+ ){0,3}ngày\s*$/u.test(comparable(paragraph.slice(mention.end, start))),
  )
  if (after) return after.day
  const sentenceStart = Math.max(0, paragraph.slice(0, mention.start).search(/[^.]*$/))
  const before = dates.find(
    ({ start, end }) => start >= sentenceStart - 40 && end <= mention.start && !citesOther(paragraph, start),
  )
  if (before) return before.day

  // "Ngày 29/9, Ủy ban nhân dân …": the year is that of the page.
  const short = /(?<!\d)ngày\s+(\d{1,2})\/(\d{1,2})(?![\d/])/.exec(
    comparable(paragraph.slice(0, mention.start)),
  )
  if (!short || !publishedAt) return null
  const day = `${publishedAt.slice(0, 4)}-${short[2]!.padStart(2, "0")}-${short[1]!.padStart(2, "0")}`
  const year = Number(day.slice(0, 4))
  return day <= publishedAt.slice(0, 10) ? day : day.replace(/^\d{4}/, String(year - 1))
}

/** "thực hiện Quyết định số 1804/QĐ-TTg ngày 13/11/2020": the date of another document. */
function citesOther(paragraph: string, start: number) {
  return /[a-zđ]-[a-zđ/]+\s*,?\s*(?:ký )?ngày\s*$/u.test(
    comparable(paragraph.slice(Math.max(0, start - 40), start)),
  )
}

/** "giai đoạn 2021-2025", "5 năm 2021 - 2025", "năm 2021"; "đến năm 2025" starts when the plan does. */
export function readPeriod(text: string | null, year: number | null): Period | null {
  if (!text) return null
  const compared = comparable(text)
  const span = /(?<!\d)((?:19|20)\d\d)\s*(?:-|đến(?: năm)?)\s*((?:19|20)\d\d)(?!\d)/.exec(compared)
  if (span && Number(span[1]) < Number(span[2])) return { from: Number(span[1]), to: Number(span[2]) }
  if (!/kế hoạch|chiến lược|đề án|chương trình|phát triển|nghị quyết|kinh tế tập thể/.test(compared))
    return null
  const until = /(?:đến|tới)(?: cuối| hết)?(?: năm)?\s+(20\d\d)(?!\d)/.exec(compared)
  if (until && year !== null && Number(until[1]) > year) return { from: year, to: Number(until[1]) }
  const single = /(?<!ngày[^.]{0,30})(?<!\/)năm\s+(20\d\d)(?!\d)/.exec(compared)
  return single ? { from: Number(single[1]), to: Number(single[1]) } : null
}

const issuerPattern =
  /(?<!\p{L})(ban chấp hành trung ương(?: đảng)?|bộ chính trị|thủ tướng chính phủ|thủ tướng|ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy|chính phủ|liên minh hợp tác xã|liên minh htx|bộ kế hoạch và đầu tư|bộ nông nghiệp(?: và phát triển nông thôn| và môi trường)?|bộ tài chính|sở kế hoạch và đầu tư|sở nông nghiệp(?: và phát triển nông thôn| và môi trường)?|sở tài chính)/gu

const offices: Record<string, string> = {
  ubnd: "Ủy ban nhân dân",
  "ủy ban nhân dân": "Ủy ban nhân dân",
  hđnd: "Hội đồng nhân dân",
  "hội đồng nhân dân": "Hội đồng nhân dân",
  "tỉnh ủy": "Tỉnh ủy",
  "thành ủy": "Thành ủy",
  "thủ tướng": "Thủ tướng Chính phủ",
  "thủ tướng chính phủ": "Thủ tướng Chính phủ",
  "chính phủ": "Chính phủ",
  "liên minh htx": "Liên minh Hợp tác xã",
  "liên minh hợp tác xã": "Liên minh Hợp tác xã",
}

/** Who issued the plan: named before the verb, or after the number ("của UBND tỉnh …"), or told by the number's ending. */
function readIssuer(article: ImportedArticle, texts: string[], mention: Mention | null): string | null {
  const ending = mention?.number ?? ""
  if (/ttg$/.test(ending)) return "Thủ tướng Chính phủ"
  if (/nq\s*-\s*cp$|\/\s*cp$/.test(ending)) return "Chính phủ"
  const expected = /ubnd$/.test(ending)
    ? /^(?:ubnd|ủy ban)/
    : /hđnd$/.test(ending)
      ? /^(?:hđnd|hội đồng)/
      : /tu$/.test(ending)
        ? /ủy$/
        : /tw$/.test(ending)
          ? /trung ương|bộ chính trị/
          : /./
  const order = mention
    ? [mention.paragraph, ...[...texts.keys()].filter((index) => index !== mention.paragraph)]
    : [...texts.keys()]
  for (const index of order) {
    for (const match of texts[index]!.matchAll(issuerPattern)) {
      if (!expected.test(match[1]!)) continue
      const named = nameOffice(article, index, match)
      if (named) return named
    }
  }
  return null
}

function nameOffice(article: ImportedArticle, index: number, match: RegExpExecArray): string | null {
  const text = article.paragraphs[index]!
  const found = match[1]!
  const written = text.slice(match.index, match.index + found.length)
  const office = offices[found] ?? written.charAt(0).toUpperCase() + written.slice(1)
  const rest = text.slice(match.index + found.length)
  if (/^(?:Thủ tướng|Chính phủ|Bộ|Ban)/.test(office)) return office

  const level = /^\s+(tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường)(?![\p{L}])\s*/iu.exec(rest)
  const place = placeName(rest.slice(level?.[0].length ?? 0))
  const named = level ? comparable(level[1]!).replace(/^tp\.?$/, "thành phố") : null
  if (place) return [office, named, place].filter(Boolean).join(" ")
  if (!named && !/ủy$/.test(office)) return office
  const elsewhere = placeElsewhere(article, named ?? (office === "Thành ủy" ? "thành phố" : "tỉnh"))
  return [office, named, elsewhere].filter(Boolean).join(" ")
}

/** Names of places are written with capitals: "Kiên Giang", "Bà Rịa - Vũng Tàu", "Thừa Thiên Huế". */
function placeName(text: string) {
  const match = /^\s*((?:\p{Lu}[\p{Ll}\p{M}]+|TP\.?)(?:(?:\s+|\s*[-–]\s*)\p{Lu}[\p{Ll}\p{M}]+){0,3})/u.exec(
    text,
  )
  if (!match) return null
  const name = match[1]!.replace(/\s+/g, " ")
  return /^(?:Kế|Quyết|Nghị|Ban|Chương)\s/.test(name) ? null : name.replace(/\s+(?:Kế|Quyết|Nghị)$/, "")
}

function placeElsewhere(article: ImportedArticle, level: string) {
  for (const text of [article.title, ...article.paragraphs]) {
    const match = new RegExp(`(?<!\\p{L})${level}\\s+(?=\\p{Lu})`, "u").exec(text)
    const name = match && placeName(text.slice(match.index + match[0].length))
    if (name) return name
  }
  return /^([^:]{3,30}):/.test(article.title) ? placeName(article.title) : null
}
