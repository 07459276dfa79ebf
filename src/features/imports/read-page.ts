import { readDateline } from "./dates.ts"
import { decodeText } from "./encodings.ts"
import { looksLikeHtml, type PageLines, readHtml } from "./page-html.ts"
import { maximumPageBytes, type PageImport, PageUnreadable } from "./page-import.ts"
import { readPlan } from "./read-plan.ts"
import { comparable } from "./spelling.ts"

/**
 * Reads one saved page of a portal, plain text or HTML, into an article, highlights and, where it announces one, a plan.
 * Paragraphs come back in NFC and trimmed at both ends, otherwise as written, and targets point into them.
 */
export function readPage(bytes: Uint8Array, file: string): PageImport {
  refuseWhatIsNoPage(bytes)
  const text = decodeText(bytes).normalize("NFC")
  const page = looksLikeHtml(text) ? readHtml(text) : plainPage(text)
  const anatomy = readAnatomy(page)
  if (!anatomy.title || anatomy.paragraphs.length === 0) {
    throw new PageUnreadable(
      "No title with text under it was found: check that the file is a saved article page",
    )
  }
  const { portal, section, highlights, title, published_at, paragraphs, author } = anatomy
  const article = { title, published_at, paragraphs, author }
  return { file, portal, section, highlights, article, plan: readPlan(article) }
}

/** How files that are no pages begin. */
const signatures: [string, number[]][] = [
  ["a PDF document", [0x25, 0x50, 0x44, 0x46]],
  ["a zip archive or an Office document", [0x50, 0x4b, 0x03, 0x04]],
  ["a zip archive or an Office document", [0x50, 0x4b, 0x05, 0x06]],
  ["an old Office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a Word document in RTF", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["an archive", [0x1f, 0x8b]],
  ["an archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["an archive", [0x52, 0x61, 0x72, 0x21]],
  ["a picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a picture", [0xff, 0xd8, 0xff]],
  ["a picture", [0x47, 0x49, 0x46, 0x38]],
]

function refuseWhatIsNoPage(bytes: Uint8Array) {
  if (bytes.length > maximumPageBytes) {
    throw new PageUnreadable(
      "The file is larger than 20 MB: save the page without its pictures and try again",
    )
  }
  if (!bytes.some((byte) => byte > 0x20)) throw new PageUnreadable("The file is empty: save the page again")
  const known = signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))
  if (known) throw new PageUnreadable(`The file is ${known[0]}: save the page as text or HTML and try again`)
}

function plainPage(text: string): PageLines {
  return {
    lines: joinWrapped(text.split("\n").map((line) => line.trim())),
    title: null,
    portal: null,
    section: null,
    published_at: null,
    author: null,
    highlights: null,
  }
}

/** Text saved with hard line ends is joined again where a line breaks off inside a sentence. */
function joinWrapped(lines: string[]) {
  const joined: string[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1] ?? ""
    const last = joined.length - 1
    const breaksOff = before.length >= 50 && before.length <= 130 && !/[.;:!?…)*]$/.test(before)
    const goesOn = /^(?:\p{Ll}|\(|%)/u.test(line) && !/^(?:[a-zđ]|[ivx]{1,4})[.)]\s/u.test(line)
    const figureGoesOn = /^\d/.test(line) && !/^\d{1,2}(?:\.\d{1,2})*[.)/]/.test(line) && !/,$/.test(before)
    if (breaksOff && (goesOn || figureGoesOn) && readDateline(before) === null) joined[last] += ` ${line}`
    else joined.push(line)
  }
  return joined
}

type Anatomy = Omit<PageImport, "file" | "article" | "plan"> & PageImport["article"]

const stripHeading = /^(?:tin\s+(?:nổi bật|tiêu điểm|mới nhất|nóng|mới)|thông báo|tiêu điểm|nổi bật)\s*:?\s*/
const furniture =
  /^(?:xem với cỡ chữ.*|cỡ chữ.*|chia sẻ.*|in (?:bài|trang|ra).*|in|gửi (?:bài|email|mail).*|email|facebook|twitter|zalo|print|a\s*a|a[+-]|font size.*|đọc bài viết|nghe đọc bài|share|lưu|\[?in bài này\]?|trở về|quay lại|về trang trước|trang chủ|đăng nhập|tìm kiếm|liên hệ|sơ đồ (?:cổng|trang|site).*|english|menu|lượt xem.*|\d+\s*lượt xem|[\p{P}\p{S}\s\d]*)$/u
const footer =
  /^(?:(?:các |những )?(?:tin|bài|tin tức|bài viết|tin bài|văn bản)\s+(?:khác|liên quan|cùng chuyên mục|cùng loại|mới hơn|cũ hơn|đã đưa|mới nhất|đọc nhiều|xem nhiều)|ý kiến bạn đọc|bình luận|gửi (?:ý kiến|phản hồi|bình luận)|bản quyền|copyright|©|số lượt truy cập|lượt truy cập|thống kê truy cập|đang truy cập|đang online|tags?\s*:|từ khóa\s*:|liên kết website|giấy phép số|chịu trách nhiệm(?: chính)?\s*:|ghi rõ nguồn|designed by|powered by|cổng thông tin điện tử .*bản quyền)/

function readAnatomy(page: PageLines): Anatomy {
  const lines = page.lines.map((line) => line.trim())
  const strip = page.highlights ? { highlights: page.highlights, rest: lines } : takeHighlights(lines)
  const rest = strip.rest
  const compared = rest.map(comparable)

  const titled = findTitle(rest, compared, page)
  const above = rest
    .slice(0, titled.index)
    .filter((line, index) => line !== "" && !furniture.test(compared[index]!))
  const portal = page.portal ?? findPortal(above)
  const section = page.section ?? findSection(above, portal)
  const { paragraphs, author } = readBody(rest.slice(titled.body), titled.title)
  return {
    portal,
    section,
    highlights: strip.highlights,
    title: titled.title ?? "",
    published_at: titled.published_at ?? page.published_at,
    paragraphs,
    author: author ?? page.author,
  }
}

/** The strip over the banner: its heading, then headlines with stars between them. */
function takeHighlights(lines: string[]) {
  const first = lines.slice(0, 40).findIndex((line) => stripHeading.test(comparable(line)))
  if (first === -1) return { highlights: [], rest: lines }
  let next = first + 1
  const found = [lines[first]!.slice(stripHeading.exec(comparable(lines[first]!))![0].length)]
  while (next < lines.length && lines[next] === "") next += 1
  const starred = /\*/.test(found[0]!) || /\*/.test(lines[next] ?? "")
  if (!starred && found[0] === "" && !/^[-•+]/.test(lines[next] ?? "")) return { highlights: [], rest: lines }
  if (found[0] === "" || starred) {
    while (
      next < lines.length &&
      lines[next] !== "" &&
      (!starred || found[0] === "" || /\*/.test(lines[next]!))
    ) {
      found.push(lines[next]!)
      next += 1
    }
  }
  const highlights = found
    .flatMap((line) => (starred ? line.split("*") : [line.replace(/^[-•+]\s*/, "")]))
    .map((item) => item.trim())
    .filter((item) => item !== "")
  return { highlights, rest: [...lines.slice(0, first), ...lines.slice(next)] }
}

type TitleReading = { title: string | null; published_at: string | null; index: number; body: number }

/** The title stands over the line with the date; without such a line, it is the first that could be one. */
function findTitle(lines: string[], compared: string[], page: PageLines): TitleReading {
  const usable = (index: number) => lines[index] !== "" && !furniture.test(compared[index]!)
  const dated = lines.findIndex((line) => readDateline(line) !== null)
  const published_at = dated === -1 ? null : readDateline(lines[dated]!)

  if (page.title) {
    const index = lines.indexOf(page.title)
    const late = dated > index && dated <= index + 4
    const body = index === -1 ? (dated !== -1 && dated < 6 ? dated + 1 : 0) : late ? dated + 1 : index + 1
    return {
      title: page.title,
      published_at: late || index === -1 || dated < index ? published_at : null,
      index: Math.max(index, 0),
      body,
    }
  }
  if (dated !== -1) {
    for (let index = dated - 1; index >= 0; index -= 1) {
      if (!usable(index)) continue
      if (couldBeTitle(lines[index]!, compared[index]!)) {
        const start = index > 0 && continuesTitle(lines, index) ? index - 1 : index
        const title = lines.slice(start, index + 1).join(" ")
        return { title, published_at, index: start, body: dated + 1 }
      }
      break
    }
  }
  for (
    let index = Math.max(0, dated + 1 < lines.length && dated < 12 ? dated + 1 : 0);
    index < lines.length;
    index += 1
  ) {
    if (!usable(index) || !couldBeTitle(lines[index]!, compared[index]!)) continue
    return {
      title: lines[index]!,
      published_at,
      index,
      body: dated > index && dated <= index + 4 ? dated + 1 : index + 1,
    }
  }
  return { title: null, published_at, index: lines.length, body: lines.length }
}

const sectionWords =
  /^(?:tin tức|tin hoạt động|tin trong|tin |sự kiện|thông báo|văn bản|hoạt động|kinh tế|chính trị|xã hội|giới thiệu|kế hoạch - |quy hoạch|thông tin (?:chỉ đạo|tuyên truyền|kinh tế)|chuyên mục|nổi bật|trang chủ|đầu tư|doanh nghiệp|kinh tế tập thể$|bài viết|chi tiết)/

function couldBeTitle(line: string, compared: string) {
  const words = line.split(/\s+/).length
  if (line.length > 400 || words < 4 || isPortal(compared)) return false
  return !(sectionWords.test(compared) && words <= 8 && !/\d/.test(line))
}

/** A long headline broken over two lines goes on in small letters. */
function continuesTitle(lines: string[], index: number) {
  return /^\p{Ll}/u.test(lines[index]!) && lines[index - 1] !== "" && !isPortal(comparable(lines[index - 1]!))
}

function isPortal(compared: string) {
  return (
    /^(?:(?:chào mừng (?:bạn |quý vị )?đến với )?(?:cổng|trang) (?:thông tin|tt|tin)(?:\s+điện tử|\s*đt)?|báo .{2,25} (?:điện tử|online)$)/.test(
      compared,
    ) && compared.length < 140
  )
}

function findPortal(above: string[]) {
  const index = above.findIndex((line) => isPortal(comparable(line)))
  if (index === -1) return null
  const line = above[index]!
  // "CỔNG THÔNG TIN ĐIỆN TỬ" over "TỈNH ĐỒNG THÁP"
  const next = above[index + 1]
  const broken = /^(?:cổng|trang) (?:thông tin|tt) ?(?:điện tử|đt)?$/.test(comparable(line))
  const owner = /^(?:tỉnh|thành phố|sở|ủy ban|ubnd|huyện|liên minh|bộ|ban|văn phòng)/
  return broken && next && owner.test(comparable(next)) ? `${line} ${next}` : line
}

function findSection(above: string[], portal: string | null) {
  const line = above.findLast((candidate) => !isPortal(comparable(candidate)) && !portal?.endsWith(candidate))
  if (!line || line.length > 120) return null
  const crumbs = line.split(/\s*(?:>|»|›|→)\s*/).filter(Boolean)
  return crumbs.at(-1) ?? null
}

function readBody(lines: string[], title: string | null) {
  const paragraphs: string[] = []
  let author: string | null = null
  let ended = false
  for (const line of lines) {
    const compared = comparable(line)
    if (line === "" || furniture.test(compared) || line === title) continue
    if (paragraphs.length > 0 && footer.test(compared)) break
    if (readDateline(line) !== null) continue
    const byline: string | null = paragraphs.length > 0 || author === null ? readByline(line, compared) : null
    if (byline !== null && (ended || paragraphs.length > 0)) {
      author ??= byline
      continue
    }
    paragraphs.push(line)
    ended ||= /\.\/\.$/.test(line)
  }
  return { paragraphs, author }
}

/** "Trần Lưỡng Toàn", "Tác giả: …", "Tin, ảnh: …": a name alone in its line. */
function readByline(line: string, compared: string): string | null {
  if (line.length > 80) return null
  const label =
    /^\(?(?:tác giả|người viết|người đăng|tin,? (?:và )?ảnh|bài,? (?:và )?ảnh|tin,? bài|bài|tin|theo|nguồn|nguồn tin|biên tập|thực hiện)(?:\s*(?:bài|ảnh))?\s*:\s*/.exec(
      compared,
    )
  if (label) return line.slice(label[0].length).replace(/[).\s]+$/, "") || null
  const name = line.replace(/^\(|\)$/g, "").replace(/^(?:theo|nguồn)\s+/i, "")
  return isName(name) ? name : null
}

function isName(text: string) {
  return /^\p{Lu}[\p{Ll}\p{M}]*\.?(?:\s+\p{Lu}[\p{Ll}\p{M}]*\.?){1,4}$/u.test(text)
}
