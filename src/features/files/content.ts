import { open } from "node:fs/promises"
import type { Refusal } from "./texts.ts"

export type Content = { kind: "image" | "document"; mediaType: string; extension: string }

/** Bytes. */
export const largest = { image: 20 * 1024 * 1024, document: 50 * 1024 * 1024 }

const image = (mediaType: string, extension: string): Content => ({ kind: "image", mediaType, extension })
const paper = (mediaType: string, extension: string): Content => ({ kind: "document", mediaType, extension })

/** Kinds of content that are taken, by what `file-type` finds in them. */
const taken: Record<string, Content> = {
  jpg: image("image/jpeg", "jpg"),
  png: image("image/png", "png"),
  webp: image("image/webp", "webp"),
  gif: image("image/gif", "gif"),
  pdf: paper("application/pdf", "pdf"),
  docx: paper("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  xlsx: paper("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  pptx: paper("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
  odt: paper("application/vnd.oasis.opendocument.text", "odt"),
  ods: paper("application/vnd.oasis.opendocument.spreadsheet", "ods"),
  odp: paper("application/vnd.oasis.opendocument.presentation", "odp"),
}
const packed = new Set(["docx", "xlsx", "pptx", "odt", "ods", "odp"])

/** Microsoft's older documents are all one container; a stream inside says which program wrote it. */
const olderDocuments: [stream: string, content: Content][] = [
  ["WordDocument", paper("application/msword", "doc")],
  ["Workbook", paper("application/vnd.ms-excel", "xls")],
  ["Book", paper("application/vnd.ms-excel", "xls")],
  ["PowerPoint Document", paper("application/vnd.ms-powerpoint", "ppt")],
]

const refused: Record<string, Refusal> = {
  docm: "macros",
  dotm: "macros",
  xlsm: "macros",
  xltm: "macros",
  pptm: "macros",
  potm: "macros",
  zip: "archive",
  rar: "archive",
  "7z": "archive",
  gz: "archive",
  "tar.gz": "archive",
  tar: "archive",
  bz2: "archive",
  xz: "archive",
  zst: "archive",
}

/** What a file is, by its content alone; its name decides only between a table (.csv) and other plain text. */
export async function examine(path: string, name: string): Promise<Content | Refusal> {
  // Loaded with the first file, since a start does not need it.
  const { fileTypeFromFile } = await import("file-type")
  const found = (await fileTypeFromFile(path))?.ext
  if (!found) return await examineText(path, name)
  if (found === "cfb") return await examineOlder(path)
  if (found === "xml" || found === "svg") return await examineMarkup(path)

  const content = taken[found]
  if (!content) return refused[found] ?? "unknown"
  // Names inside an archive are not compressed, so a macro cannot hide behind a harmless ending.
  if (packed.has(found) && (await contains(path, ["vbaProject.bin", "Basic/script-lc.xml"]))) return "macros"
  return content
}

async function examineOlder(path: string): Promise<Content | Refusal> {
  const wide = (name: string) => Buffer.from(`${name}\0`, "utf16le")
  if (await contains(path, [wide("_VBA_PROJECT"), wide("_VBA_PROJECT_CUR")])) return "macros"
  for (const [stream, content] of olderDocuments) if (await contains(path, [wide(stream)])) return content
  return "unknown"
}

async function examineMarkup(path: string): Promise<Refusal> {
  return (await contains(path, ["<svg", ":svg"])) ? "svg" : "unknown"
}

async function examineText(path: string, name: string): Promise<Content | Refusal> {
  const ending = /\.(csv|txt)$/i.exec(name)?.[1]?.toLowerCase()
  if (!ending) return /\.svgz?$/i.test(name) ? "svg" : "unknown"
  if (!(await isPlainText(path))) return "unknown"
  return ending === "csv" ? paper("text/csv", "csv") : paper("text/plain", "txt")
}

async function isPlainText(path: string) {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  try {
    for await (const chunk of chunksOf(path)) {
      if (hasControls(decoder.decode(chunk, { stream: true }))) return false
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function hasControls(text: string) {
  return /[^\P{Cc}\t\n\f\r]/u.test(text)
}

/** Whether any of some marks stands anywhere in a file, which is read piece by piece. */
async function contains(path: string, marks: (string | Buffer)[]) {
  const overlap = Math.max(...marks.map((mark) => mark.length)) - 1
  let before = Buffer.alloc(0)
  for await (const chunk of chunksOf(path)) {
    const window = Buffer.concat([before, chunk])
    if (marks.some((mark) => window.includes(mark))) return true
    before = window.subarray(-overlap)
  }
  return false
}

async function* chunksOf(path: string): AsyncIterable<Buffer> {
  const handle = await open(path)
  try {
    yield* handle.createReadStream({ highWaterMark: 256 * 1024, autoClose: false })
  } finally {
    await handle.close()
  }
}
