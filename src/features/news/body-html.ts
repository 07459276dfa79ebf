import sanitize from "sanitize-html"

/**
 * What the body of an article may hold: words, lists, tables and links. Looks are the site's own, and a picture from
 * elsewhere would tell that place who reads what here. To be called whenever a body is stored.
 */
export function cleanHtml(html: string) {
  return sanitize(html, policy).trim()
}

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
  ],
  allowedAttributes: {
    a: ["href"],
    ol: ["start"],
    th: ["colspan", "rowspan", "scope"],
    td: ["colspan", "rowspan"],
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
  },
  exclusiveFilter: ({ tag, text, attribs, mediaChildren }) =>
    (/^(?:p|h[2-4]|li|blockquote)$/.test(tag) && text.trim() === "" && mediaChildren.length === 0) ||
    (tag === "a" && !attribs.href && text.trim() === ""),
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
