import { join } from "node:path"
import { Worker } from "node:worker_threads"
import { root } from "../../root.ts"

/** Milliseconds; a report of 300 pages takes half a second. */
const patience = 20_000
/** Megabytes of the converter's own memory. */
const memory = 512

/** Names of styles, as Word has them in Vietnamese and English and LibreOffice in Vietnamese. */
const headings = (level: number) => [
  `Heading ${level}`,
  `heading ${level}`,
  `Tiêu đề ${level}`,
  `Đầu đề ${level}`,
  `Đề mục ${level}`,
]
const named = (names: readonly string[], html: string) =>
  names.map((name) => `p[style-name='${name}'] => ${html}`)

/** The one h1 is the title of the article. */
const styles = [
  ...named(["Title", "title", "Tiêu đề", "Tựa đề"], "h1:fresh"),
  ...named(headings(1), "h2:fresh"),
  ...named(headings(2), "h3:fresh"),
  ...[3, 4, 5, 6].flatMap((level) => named(headings(level), "h4:fresh")),
  ...named(["Subtitle", "Phụ đề"], "p:fresh > strong"),
  ...named(["Quote", "Intense Quote", "Trích dẫn", "Trích dẫn mạnh"], "blockquote > p:fresh"),
]

export type ConvertedWord = {
  html: string
  messages: string[]
  images: { contentType: string; bytes: Uint8Array<ArrayBuffer> }[]
}

/** A Word file as HTML whose images are `image:0`, `image:1` …; nothing where it takes too long or cannot be read. */
export function convertWord(bytes: Buffer): Promise<ConvertedWord | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(join(root, "bin/convert-word.js"), {
      workerData: { bytes, styles },
      resourceLimits: { maxOldGenerationSizeMb: memory },
      // What a broken file makes the converter say is for nobody.
      stdout: true,
      stderr: true,
    })
    const end = (converted?: ConvertedWord) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(converted)
    }
    const timer = setTimeout(() => end(), patience)
    worker.once("message", end)
    worker.once("error", () => end())
    worker.once("exit", () => end())
  })
}
