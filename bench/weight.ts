import { rm } from "node:fs/promises"
import { request } from "node:http"
import { join } from "node:path"
import { brotliDecompressSync } from "node:zlib"
import { parseHTML } from "linkedom"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { findPublicPages } from "../test/public-pages.ts"
import type { Line } from "./lines.ts"

/** Kilobytes (1,000 bytes) of a first visit: on 3G, 400 kbit/s, a little over a second. */
const firstLimit = 60
/** Of every page after it: styles, fonts and scripts are kept by the browser. */
const nextLimit = 15

/** The weight of the sample province's pages. */
export async function weight(): Promise<Line[]> {
  const folder = temporaryFolder()
  const portal = await startPortal({ DATA_DIR: join(folder, "data") })
  try {
    return await benchWeight(portal.url)
  } finally {
    await portal.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What one page of each kind weighs over the wire, headers and all, on a first visit and as a next page. */
export async function benchWeight(origin: string): Promise<Line[]> {
  const pages = await findPublicPages(async (path) => {
    const { status, text } = await ask(origin, path)
    return status === 200 ? text : undefined
  })
  const files = new Map<string, number>()
  const lines: Line[] = []
  for (const { kind, path } of pages) {
    const { bytes, text } = await ask(origin, path)
    const needed = await weighFiles(origin, filesOf(text), files)
    lines.push(
      { what: `${kind}, first visit`, value: (bytes + needed) / 1000, unit: "kB", limit: firstLimit },
      { what: `${kind}, next page`, value: bytes / 1000, unit: "kB", limit: nextLimit },
    )
  }
  return lines
}

/** Styles and scripts of a page, with the fonts and further files that these load; each is weighed once. */
async function weighFiles(origin: string, paths: string[], known: Map<string, number>) {
  const needed = new Set(paths)
  let bytes = 0
  for (const path of needed) {
    let weight = known.get(path)
    if (weight === undefined) {
      const answer = await ask(origin, path)
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
      weight = answer.bytes
      known.set(path, weight)
      for (const further of loadedBy(answer.text)) needed.add(new URL(further, origin + path).pathname)
    }
    bytes += weight
  }
  return bytes
}

function filesOf(html: string) {
  const page = parseHTML(html).document
  const elements = page.querySelectorAll(
    'link[rel="stylesheet"], link[rel="preload"], link[rel="modulepreload"], link[rel="icon"], script[src], img[src]',
  )
  return [...elements].map((element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "")
}

/** Fonts and pictures of a stylesheet, modules that a script begins with. */
function loadedBy(text: string) {
  const found = [
    ...text.matchAll(/url\(\s*["']?(?!data:)([^"')]+)|(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g),
  ]
  return found.map(([, asset, script]) => asset ?? script ?? "")
}

type Answer = { status: number; bytes: number; text: string }

/** As a browser asks that has nothing yet, on a connection of its own, so that its bytes can be counted. */
async function ask(origin: string, path: string): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const asked = request(
      origin + path,
      { agent: false, headers: { "accept-encoding": "br" } },
      (response) => {
        const chunks: Buffer[] = []
        response.on("data", (chunk) => chunks.push(chunk))
        response.on("error", reject)
        response.on("end", () => {
          const body = Buffer.concat(chunks)
          const isPacked = response.headers["content-encoding"] === "br"
          const text = (isPacked ? brotliDecompressSync(body) : body).toString("utf8")
          resolve({ status: response.statusCode ?? 0, bytes: response.socket.bytesRead, text })
        })
      },
    )
    asked.on("error", reject)
    asked.end()
  })
}
