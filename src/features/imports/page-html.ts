import { parseHTML } from "linkedom"
import { readDateline, readMoment } from "./dates.ts"

/** A page as lines of text, with what its markup tells more surely than its words. */
export type PageLines = {
  lines: string[]
  title: string | null
  portal: string | null
  section: string | null
  published_at: string | null
  author: string | null
  highlights: string[] | null
}

export function looksLikeHtml(text: string) {
  return /<(?:!doctype html|html|head|body|div|p|article|table|h1|span|br)\b[^>]*>/i.test(
    text.slice(0, 20_000),
  )
}

const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN MARQUEE NAV OL P PRE SECTION TABLE TBODY THEAD TFOOT TR UL".split(
    " ",
  ),
)
const silent = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT SELECT OPTION BUTTON INPUT TEXTAREA HEAD".split(" "),
)

type Node = { nodeType: number; nodeName: string; textContent: string | null; childNodes: Iterable<Node> }
type PageElement = Node & {
  querySelector: (selector: string) => PageElement | null
  querySelectorAll: (selector: string) => Iterable<PageElement>
  getAttribute: (name: string) => string | null
  contains: (other: unknown) => boolean
  remove: () => void
  parentElement: PageElement | null
}

const articleSelectors = [
  "[itemprop=articleBody]",
  "article",
  "[class*=article-body], [class*=article-content], [class*=detail-content], [class*=content-detail], [class*=noidung], [class*=noi-dung], [class*=news-content], [class*=newsdetail], [class*=news-detail], [class*=post-content], [class*=entry-content], [id*=noidung]",
  "main, [role=main]",
  "#content, .content",
]

export function readHtml(text: string): PageLines {
  const document = parseHTML(/<body\b/i.test(text) ? text : `<html><body>${text}</body></html>`).document
  const root = (document.documentElement ?? document) as unknown as PageElement
  const meta = (name: string) =>
    tidy(root.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content"))
  const portal = meta("og:site_name") ?? portalOf(root)
  const crumbs = [
    ...root.querySelectorAll("[class*=breadcrumb] a, [class*=breadcrumb] li, [class*=breadcrumb] span"),
  ]
    .map((crumb) => tidy(crumb.textContent))
    .filter((crumb) => crumb !== null)
  const highlights = highlightsOf(root)
  const furniture =
    "nav, footer, aside, [class*=breadcrumb], [class*=related], [class*=lien-quan], [class*=tin-khac], [class*=comment], [class*=share], [class*=sidebar], [hidden], [aria-hidden=true]"

  const body = (root.querySelector("body") ?? root) as PageElement
  const article = pickArticle(body)
  const heading = headingOf(body, article)
  const published_at =
    readMoment(meta("article:published_time")) ??
    readMoment((article ?? body).querySelector("time[datetime]")?.getAttribute("datetime"))
  const author =
    meta("author") ?? tidy((article ?? body).querySelector("[rel=author], [itemprop=author]")?.textContent)
  const title = tidy(heading?.textContent) ?? meta("og:title")

  for (const unwanted of [...body.querySelectorAll(furniture)]) unwanted.remove()
  return {
    lines: linesOf(article ?? body),
    title,
    portal,
    section: crumbs.at(-1) === title ? (crumbs.at(-2) ?? null) : (crumbs.at(-1) ?? null),
    published_at: published_at ?? datelineNear(linesOf(body), title),
    author,
    highlights,
  }
}

/** Many templates put the date beside the article instead of in it. */
function datelineNear(lines: string[], title: string | null) {
  const at = Math.max(0, title === null ? 0 : lines.indexOf(title))
  for (const line of [...lines.slice(at, at + 8), ...lines.slice(Math.max(0, at - 4), at)]) {
    const moment = readDateline(line)
    if (moment) return moment
  }
  return null
}

function portalOf(root: PageElement) {
  for (const holder of root.querySelectorAll(
    "header, [class*=banner], [id*=banner], [class*=logo], [class*=header]",
  )) {
    for (const line of linesOf(holder)) if (/(?:cổng|trang) (?:thông tin|tt)/i.test(line)) return line
    const alt = tidy(holder.querySelector("img[alt]")?.getAttribute("alt"))
    if (alt && /(?:cổng|trang) (?:thông tin|tt)/i.test(alt)) return alt
  }
  const title = tidy(root.querySelector("title")?.textContent)
  return title?.split(/\s+[|–—-]\s+/).find((part) => /^(?:cổng|trang) (?:thông tin|tt)/i.test(part)) ?? null
}

/** A strip in its own element: its links, or its words split at the stars. */
function highlightsOf(root: PageElement): string[] | null {
  const strip = root.querySelector(
    "marquee, [class*=highlight], [class*=noibat], [class*=noi-bat], [class*=ticker], [class*=tinnoibat]",
  )
  if (!strip) return null
  const links = [...strip.querySelectorAll("a")]
    .map((link) => tidy(link.textContent))
    .filter((link) => link !== null)
  const found = links.length > 0 ? links : linesOf(strip).flatMap((line) => line.split("*"))
  const items = found
    .map((item) => item.trim())
    .filter((item) => item !== "" && !/^tin nổi bật:?$/i.test(item))
  strip.remove()
  return items.length > 0 ? items : null
}

/** The first likely holder with most of the page's running text in it. */
function pickArticle(body: PageElement): PageElement | null {
  const whole = proseLength(body)
  for (const selector of articleSelectors) {
    const longest = [...body.querySelectorAll(selector)]
      .map((element) => ({ element, length: proseLength(element) }))
      .sort((one, other) => other.length - one.length)[0]
    if (longest && longest.length > 0 && longest.length >= whole * 0.4) return longest.element
  }
  return null
}

function proseLength(element: PageElement) {
  return linesOf(element).reduce((sum, line) => sum + (line.length > 60 ? line.length : 0), 0)
}

function headingOf(body: PageElement, article: PageElement | null): PageElement | null {
  const inside =
    article?.querySelector("h1") ?? article?.querySelector("[itemprop=headline], h2[class*=title], .title")
  const outside = body.querySelector(
    "h1[class*=title], [itemprop=headline], [class*=article-title], [class*=title-detail], [class*=news-title], [class*=tieude]",
  )
  return inside ?? outside ?? body.querySelector("h1")
}

/** Text in lines: one for every block and every <br>; the cells of a table row stand in one line. */
export function linesOf(root: Node): string[] {
  const lines: string[] = []
  let line = ""
  const flush = () => {
    const text = line.replace(/[^\S\u00a0]+/g, " ").trim()
    if (text !== "") lines.push(text)
    line = ""
  }
  const pending: (Node | "end" | "cell")[] = [root]
  while (pending.length > 0) {
    const node = pending.pop()!
    if (node === "end") flush()
    else if (node === "cell") line += " | "
    else if (node.nodeType === 3) line += node.textContent ?? ""
    else if (node.nodeType === 1 && !silent.has(node.nodeName.toUpperCase())) {
      const name = node.nodeName.toUpperCase()
      if (name === "BR") flush()
      if (blocks.has(name)) {
        flush()
        pending.push("end")
      }
      const children = [...node.childNodes]
      for (const child of children.reverse()) {
        pending.push(child)
        if (name === "TR" && child !== children.at(-1) && child.nodeType === 1) pending.push("cell")
      }
    }
  }
  flush()
  return lines
}

function tidy(text: string | null | undefined) {
  const tidied = text?.replace(/\s+/g, " ").trim().normalize("NFC")
  return tidied ? tidied : null
}
