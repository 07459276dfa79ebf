import sanitize from "sanitize-html"

/**
 * What the body of an article may hold: words, lists, tables, links, and images of our own. Looks are the site's own,
 * and an image from elsewhere would tell that place who reads what here. To be called whenever a body is stored.
 */
export function cleanHtml(html: string) {
  let clean = html
  // Taking a broken mark out can make a mark of what stood around it, so it goes on until nothing changes.
  for (let pass = 0; pass < mostPasses; pass++) {
    const cleaner = sanitize(clean, policy).trim()
    if (cleaner === clean) return clean
    clean = cleaner
  }
  return htmlFromParagraphs([textOfHtml(clean)])
}

/** Real documents need two. What is still changing after these was made to. */
const mostPasses = 8

/**
 * The body that someone typed into a plain text field: words with empty lines between paragraphs, or simple HTML, or
 * both. The editor sends HTML through the same field.
 */
export function htmlFromTyped(text: string) {
  const typed = text.replace(/\r\n?/g, "\n")
  if (!/<\/?(?:[a-z]{1,10}|h[1-6])(?:\s[^<>]*)?\/?>/i.test(typed)) {
    return htmlFromParagraphs(typed.split(emptyLine))
  }
  const parts = typed.split(emptyLine).map((part) => (blockMark.test(part) ? part : `<p>${part}</p>`))
  // On lines of their own, so that versions can be compared by line.
  return cleanHtml(parts.join("\n")).replace(
    /(<\/(?:p|h[2-4]|ul|ol|li|tr|table|blockquote)>|<hr \/>)(?=<)/g,
    "$1\n",
  )
}

const emptyLine = /\n[^\S\n]*\n\s*/
const blockMark = /<\/?(?:p|div|h[1-6]|hr|ul|ol|li|blockquote|table|caption|t(?:head|body|foot|r|h|d))\b/i

/** Plain text as the body of an article. */
export function htmlFromParagraphs(paragraphs: readonly string[]) {
  return paragraphs
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${escapeText(paragraph).replace(/\r\n|\r|\n/g, "<br />")}</p>`)
    .join("\n")
}

/** The words of a body without its marks, for descriptions and comparisons: one line. */
export function textOfHtml(html: string) {
  const spaced = html.replace(/<(?:br|\/p|\/li|\/h[2-4]|\/t[dh]|\/tr|\/div)\b/g, " $&")
  const text = sanitize(spaced, { allowedTags: [], allowedAttributes: {} })
  return text
    .replace(/&(?:amp|lt|gt|quot|nbsp|#39|#160);/g, (entity) => characters[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim()
}

const policy: sanitize.IOptions = {
  allowedTags: [
    "p",
    "br",
    "hr",
    "div",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "u",
    "s",
    "sub",
    "sup",
    "a",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "img",
  ],
  allowedAttributes: {
    a: ["href"],
    ol: ["start"],
    th: ["colspan", "rowspan", "scope"],
    td: ["colspan", "rowspan"],
    img: ["src", "alt", "width", "height", "srcset"],
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowProtocolRelative: false,
  // Deeper than any document; a body made only to be deep shall not cost memory.
  nestingLimit: 24,
  transformTags: {
    // The one h1 of the page is the title.
    h1: "h2",
    h5: "h4",
    h6: "h4",
    b: "strong",
    i: "em",
    del: "s",
    ol: (tagName, { start }) => ({ tagName, attribs: numbers({ start }, 9999) }),
    th: (tagName, { scope = "", ...attribs }) => ({
      tagName,
      attribs: { ...numbers(spansOf(attribs), 100), ...(/^(?:row|col)(?:group)?$/.test(scope) && { scope }) },
    }),
    td: (tagName, attribs) => ({ tagName, attribs: numbers(spansOf(attribs), 100) }),
    img: (tagName, { src = "", alt, width, height, srcset }) => ({
      tagName,
      attribs: { src, ...alternative(alt), ...numbers({ width, height }, 20_000), ...sizes(srcset) },
    }),
  },
  exclusiveFilter: ({ tag, text, attribs, mediaChildren }) =>
    (tag === "img" && !isOwnFile(attribs.src ?? "")) ||
    (text.trim() === "" &&
      mediaChildren.length === 0 &&
      (/^(?:p|h[2-4]|li|blockquote|caption)$/.test(tag) || (tag === "a" && !attribs.href))),
}

/** The address of a kept file: its hash and its name. */
function isOwnFile(address: string) {
  return /^\/tep\/[0-9a-f]{64}\/[^/?#\s"'<>\\]+$/.test(address)
}

/** The same image in other widths, all of them ours. */
function sizes(srcset = ""): sanitize.Attributes {
  const all = srcset.split(",").map((one) => one.trim().split(/\s+/))
  const areOurs = all.every(
    ([address = "", width = "", ...rest]) =>
      isOwnFile(address) && /^[1-9]\d{0,4}w$/.test(width) && rest.length === 0,
  )
  return areOurs ? { srcset: all.map((one) => one.join(" ")).join(", ") } : {}
}

/** Empty says that an image only decorates. Blanks say nothing, so they are no alternative text at all. */
function alternative(alt: string | undefined): sanitize.Attributes {
  if (alt === undefined || (alt !== "" && alt.trim() === "")) return {}
  return { alt: alt.trim().replace(/\s+/g, " ") }
}

function spansOf({ colspan, rowspan }: sanitize.Attributes) {
  return { colspan, rowspan }
}

/** Whole numbers from 1; what is none is left out. */
function numbers(values: Record<string, string | undefined>, most: number): sanitize.Attributes {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => /^[1-9]\d{0,4}$/.test(entry[1] ?? "") && Number(entry[1]) <= most,
    ),
  )
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

function escapeText(text: string) {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

const characters: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
  "&#160;": " ",
}
