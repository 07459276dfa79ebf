import type { Context } from "hono"
import type { Env } from "../../web/view.ts"
import { disposition } from "./name.ts"
import type { ServedFile } from "./queries.ts"
import { readRange } from "./range.ts"

/** What browsers show by themselves without running anything in it. */
const shown = /^(image\/(jpeg|png|webp|gif)|application\/pdf)$/

/** Answers with a file, or with the part of it that was asked for. Who may have it was decided before. */
export async function sendFile<Kind extends Env>(context: Context<Kind>, file: ServedFile) {
  const c = context as unknown as Context<Env>
  c.set("filePolicy", policyFor(file))
  const etag = `"${file.hash}"`
  const headers: Record<string, string> = {
    "content-type": file.media_type.startsWith("text/")
      ? `${file.media_type}; charset=utf-8`
      : file.media_type,
    "content-disposition": disposition(shown.test(file.media_type) ? "inline" : "attachment", file.name),
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
    etag,
    // A day, so that what is taken back leaves shared caches too. Compressed, ranges would count other bytes.
    "cache-control": file.isPublic
      ? "public, max-age=86400, immutable, no-transform"
      : "private, no-store, no-transform",
  }
  if (matches(c.req.header("if-none-match"), etag)) return c.body(null, 304, headers)

  const condition = c.req.header("if-range")
  const range =
    condition === undefined || condition === etag ? readRange(c.req.header("range"), file.size) : "whole"
  if (range === "beyond")
    return c.body(null, 416, {
      ...headers,
      "content-range": `bytes */${file.size}`,
      "cache-control": "no-store",
    })

  const part = range === "whole" ? undefined : range
  const length = part ? part.end - part.start + 1 : file.size
  const all = {
    ...headers,
    "content-length": String(length),
    ...(part && { "content-range": `bytes ${part.start}-${part.end}/${file.size}` }),
  }
  if (c.req.method === "HEAD") return c.body(null, part ? 206 : 200, all)

  const content = await c.var.files.read(file.hash, part)
  if (!content) throw new Error(`The file ${file.hash} is recorded and not in the store.`)
  return c.body(content as ReadableStream<Uint8Array<ArrayBuffer>>, part ? 206 : 200, all)
}

function matches(header: string | undefined, etag: string) {
  return (
    header?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag || one.trim() === "*") ?? false
  )
}

/** Nothing in a file may load or run. Not every browser shows a PDF in a sandbox, and their viewers are one anyway. */
function policyFor({ media_type }: ServedFile) {
  const nothing = "default-src 'none'; frame-ancestors 'none'"
  return media_type === "application/pdf" ? nothing : `${nothing}; sandbox`
}
