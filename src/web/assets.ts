import { readFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { Hono } from "hono"
import { root } from "../root.ts"

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  map: "application/json",
}

/** Names of the built files by their plain names: {"styles.css": "styles.1a2b3c.css"}; written by the build. */
const built: Record<string, string> = readBuilt()

/** The address of a built file; its name changes with its content, so browsers may keep it for ever. */
export function asset(name: "styles.css" | "browser.js" | "desk.css" | "desk.js") {
  return `/assets/${built[name] ?? name}`
}

export const assets = new Hono().get("/assets/:file", async (c) => {
  const file = files.get(c.req.param("file"))
  if (!file) return c.notFound()

  const accepted = c.req.header("accept-encoding") ?? ""
  const encoding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : undefined
  return c.body(encoding ? await file[encoding]() : file.plain, 200, {
    "content-type": file.type,
    "cache-control": "public, max-age=31536000, immutable",
    vary: "accept-encoding",
    ...(encoding && { "content-encoding": encoding }),
  })
})

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const files = new Map(
  Object.values(built).map((name) => {
    const plain = readFileSync(join(root, "dist/assets", name))
    const type = types[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream"
    return [
      name,
      {
        type,
        plain: view(plain),
        br: kept(() => brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: qualityFor(plain) } })),
        gzip: kept(() => zip(plain)),
      },
    ] as const
  }),
)

/** Of a large file the last 8 % would cost a second and a half, and somebody waits for it. */
function qualityFor({ length }: Buffer) {
  return length > 100_000 ? 9 : 11
}

/** Squeezed once, for whoever asks first, beside the requests. */
function kept(squeeze: () => Promise<Buffer>) {
  let squeezed: Promise<Uint8Array<ArrayBuffer>> | undefined
  return () => {
    squeezed ??= squeeze().then(view)
    return squeezed
  }
}

function view(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

function readBuilt() {
  try {
    return JSON.parse(readFileSync(join(root, "dist/assets.json"), "utf8"))
  } catch {
    // Tests ask for pages without a build; a started server always has one.
    return {}
  }
}
