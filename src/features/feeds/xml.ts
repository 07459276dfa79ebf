/** A piece of XML whose values are already escaped. */
export type Xml = { readonly xml: string }

type Value = string | number | undefined | null | false | Xml | Xml[]

/** A template of XML: what is put in is escaped, unless it is XML itself. */
export function xml(pieces: TemplateStringsArray, ...values: Value[]): Xml {
  return { xml: String.raw({ raw: pieces }, ...values.map(write)) }
}

function write(value: Value): string {
  if (value === undefined || value === null || value === false) return ""
  if (Array.isArray(value)) return value.map(write).join("")
  if (typeof value === "object") return value.xml
  return escapeXml(String(value))
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Also without the characters that XML 1.0 cannot hold at all, which text copied from old documents does hold. */
export function escapeXml(text: string) {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
