import { cleanHtml, htmlFromTyped, textOfHtml } from "../news/body-html.ts"
import { longestBody } from "../newsroom/forms.ts"
import { convertWord } from "./convert-word.ts"
import { type PackageRefusal, readPackage } from "./package-parts.ts"

/** What a Word file holds that an article cannot, in the order in which it is told. */
export const leftOutKinds = [
  "comments",
  "deletions",
  "equations",
  "charts",
  "diagrams",
  "embedded",
  "headers",
  "images",
  "imageTexts",
  "footnotes",
  "styles",
] as const
export type LeftOut = { kind: (typeof leftOutKinds)[number]; count?: number; names?: string[] }

type KeptImage = {
  address: string
  srcset: string | null
  width: number | null
  height: number | null
}
/** Keeps an image of the document, or answers with nothing where it cannot be one of an article. */
type KeepImage = (bytes: Uint8Array<ArrayBuffer>, name: string) => Promise<KeptImage | undefined>

export type WordArticle = { title: string; body_html: string; leftOut: LeftOut[] }
export type WordRefusal = PackageRefusal | "too_hard" | "too_many_images" | "empty"
export type ReadWord = { ok: true; article: WordArticle } | { ok: false; refusal: WordRefusal }

const mostImages = 60
const longestTitle = 300

/** A Word file as an article: its words as our own HTML, its images kept, and what could not come along. */
export async function readWord(file: Buffer, name: string, keepImage: KeepImage): Promise<ReadWord> {
  const parts = await readPackage(file)
  if (!parts.ok) return parts
  const converted = await convertWord(file)
  if (!converted) return { ok: false, refusal: "too_hard" }
  if (converted.images.length > mostImages) return { ok: false, refusal: "too_many_images" }

  const images = await Promise.all(
    converted.images.map(({ bytes }, index) => keepImage(bytes, `${stem(name)} ${index + 1}.jpg`)),
  )
  const { title, rest } = takeTitle(withoutJumps(converted.html), name)
  const body_html = htmlFromTyped(cleanHtml(withImages(rest, images)))
  if (textOfHtml(body_html) === "" && !body_html.includes("<img")) return { ok: false, refusal: "empty" }

  if (body_html.length > longestBody) return { ok: false, refusal: "too_much" }

  const leftOut = [
    ...leftOutOf(
      parts.words,
      parts.parts.map(({ name: part }) => part),
    ),
    ...counted(
      "images",
      images.filter((image) => !image).length +
        countIn(converted.messages, /image .* (?:not found|external)/i),
    ),
    ...counted("imageTexts", body_html.match(/<img\b(?![^>]* alt=)/g)?.length ?? 0),
    ...unknownStyles(converted.messages),
  ]
  leftOut.sort((a, b) => leftOutKinds.indexOf(a.kind) - leftOutKinds.indexOf(b.kind))
  return { ok: true, article: { title, body_html, leftOut } }
}

/** The paragraph that Word calls the title, or the name of the file. */
function takeTitle(html: string, name: string) {
  const found = /<h1>(.*?)<\/h1>/s.exec(html)
  const title = found ? textOfHtml(found[1]!) : ""
  if (!found || title === "") return { title: stem(name).slice(0, longestTitle), rest: html }
  return { title: title.slice(0, longestTitle), rest: html.replace(found[0], "") }
}

function stem(name: string) {
  return (
    name
      .normalize("NFC")
      .replace(/\.[A-Za-z0-9]{1,5}$/, "")
      .trim() || "Word"
  )
}

/** Links within the document have nowhere to lead: articles keep no marks to jump to. */
function withoutJumps(html: string) {
  return html
    .replace(/<a\b[^>]*href="#[^"]*"[^>]*>(?:↑|(.*?))<\/a>/gs, "$1")
    .replace(/<a id="[^"]*"><\/a>/g, "")
}

/** Word's guesses at what an image shows are no more than that. */
const guessed = /automatically generated|được tạo tự động|^(?:picture|image|hình ảnh|ảnh)\s*\d*$/i

function withImages(html: string, images: (KeptImage | undefined)[]) {
  return html.replace(/<img\b[^>]*>/g, (mark) => {
    const image = images[Number(/ src="image:(\d+)"/.exec(mark)?.[1])]
    if (!image) return ""
    const alt = / alt="([^"]*)"/.exec(mark)?.[1]?.trim() ?? ""
    const said = alt !== "" && !guessed.test(alt) ? ` alt="${alt}"` : ""
    const srcset = image.srcset ? ` srcset="${image.srcset}"` : ""
    return `<img src="${image.address}"${said} width="${image.width}" height="${image.height}"${srcset} />`
  })
}

function leftOutOf(words: string, parts: string[]): LeftOut[] {
  const inWords = (mark: RegExp) => words.match(mark)?.length ?? 0
  const named = (name: RegExp) => parts.filter((part) => name.test(part)).length
  return [
    ...counted("comments", inWords(/<w:commentReference\b/g)),
    ...counted("deletions", inWords(/<w:del\b/g)),
    ...counted("equations", inWords(/<m:oMath\b/g)),
    ...counted("charts", named(/^word\/charts\/chart\d*\.xml$/)),
    ...counted("diagrams", named(/^word\/diagrams\/data\d*\.xml$/)),
    ...counted("embedded", named(/^word\/embeddings\//)),
    ...counted("headers", inWords(/<w:(?:header|footer)Reference\b/g)),
    ...counted("footnotes", inWords(/<w:(?:footnote|endnote)Reference\b/g)),
  ]
}

function counted(kind: LeftOut["kind"], count: number): LeftOut[] {
  return count > 0 ? [{ kind, count }] : []
}

function countIn(messages: string[], mark: RegExp) {
  return messages.filter((message) => mark.test(message)).length
}

/** Styles that are meant to be plain paragraphs, or that lists have. */
const plainStyles = /^(?:normal|body text|no spacing|list|caption|chú thích|header|footer|default)\b/i

function unknownStyles(messages: string[]): LeftOut[] {
  const names = messages.flatMap(
    (message) => /^Unrecognised paragraph style: '([^']+)'/.exec(message)?.[1] ?? [],
  )
  const all = [...new Set(names)].filter((name) => !plainStyles.test(name))
  return all.length > 0 ? [{ kind: "styles", names: all.slice(0, 10) }] : []
}
