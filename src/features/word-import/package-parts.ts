import { promisify } from "node:util"
import { inflateRaw } from "node:zlib"

const inflate = promisify(inflateRaw)

/** Bounds of what one Word file may unfold to. A report of 300 pages has about 1 MB of words. */
const mostParts = 2000
const largestWords = 12_000_000
const largestPart = 40_000_000
const largestWhole = 120_000_000

export type PackageRefusal = "not_word" | "older_word" | "macros" | "locked" | "broken" | "too_much"

type Part = { name: string; size: number }
export type PackageParts = { ok: true; parts: Part[]; words: string } | { ok: false; refusal: PackageRefusal }

/**
 * What a Word file holds, and its words as XML; refused before anything unfolds that is larger than any document.
 * Sizes are what the directory of the archive says, and each part is unfolded once no further than that: a part that
 * holds more than it says is what a bomb looks like.
 */
export async function readPackage(file: Buffer): Promise<PackageParts> {
  if (file.subarray(0, 4).equals(olderMark)) return refused("older_word")
  const entries = readDirectory(file)
  if (entries === undefined) return refused(file.subarray(0, 2).toString() === "PK" ? "broken" : "not_word")
  if (entries.length > mostParts) return refused("too_much")
  if (entries.some(({ flags }) => flags & 1)) return refused("locked")
  if (entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/i.test(name))) return refused("macros")
  const main = entries.find(({ name }) => name === "word/document.xml")
  if (!main) return refused("not_word")
  // Two parts of one name may be read as one by us and as the other by the converter.
  if (new Set(entries.map(({ name }) => name)).size < entries.length) return refused("broken")

  const whole = entries.reduce((sum, { size }) => sum + size, 0)
  if (whole > largestWhole) return refused("too_much")
  let words = ""
  for (const entry of entries) {
    const isXml = /\.(?:xml|rels)$/i.test(entry.name)
    if (entry.size > (isXml ? largestWords : largestPart)) return refused("too_much")
    const content = await unfold(file, entry)
    if (content === undefined) return refused("broken")
    if (entry === main) words = content.toString("utf8")
    if (entry.name === "[Content_Types].xml" && content.includes("macroEnabled")) return refused("macros")
  }
  return { ok: true, parts: entries.map(({ name, size }) => ({ name, size })), words }
}

function refused(refusal: PackageRefusal) {
  return { ok: false as const, refusal }
}

/** Word's files until 2003, and those locked with a password since. */
const olderMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

type Entry = Part & { packed: number; method: number; flags: number; at: number }

/** The central directory of a ZIP archive (APPNOTE 4.3.12); nothing where it is not whole. */
function readDirectory(file: Buffer): Entry[] | undefined {
  const end = file.lastIndexOf("PK\x05\x06", undefined, "latin1")
  if (end === -1 || end + 22 > file.length) return undefined
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return undefined
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    if (at + 46 + name > file.length) return undefined
    entries.push({
      name: file.toString("utf8", at + 46, at + 46 + name),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

/** One part as it was packed, no longer than it says it is; nothing where it is not that. */
async function unfold(file: Buffer, { at, packed, size, method }: Entry): Promise<Buffer | undefined> {
  if (at + 30 > file.length || file.readUInt32LE(at) !== 0x04034b50) return undefined
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  if (start + packed > file.length) return undefined
  const content = file.subarray(start, start + packed)
  if (method === 0) return packed === size ? content : undefined
  if (method !== 8) return undefined
  try {
    const whole = await inflate(content, { maxOutputLength: Math.max(1, size) })
    return whole.length === size ? whole : undefined
  } catch {
    return undefined
  }
}
