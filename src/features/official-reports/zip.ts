import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate"

/** Any day does, as long as it is always the same one; archives know none before 1980. */
const day = "1980-01-01T00:00:00"

type Edits = Readonly<Record<string, (xml: string) => string>>

/**
 * Packs an office file anew, with some of its parts changed: in one order, with one day, so that the same content is the
 * same bytes on every clock.
 */
export function repack(bytes: Uint8Array, edits: Edits): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, edit] of Object.entries(edits)) {
    const part = parts[name]
    if (!part) throw new Error(`there is no ${name} in the file`)
    parts[name] = strToU8(edit(strFromU8(part)))
  }
  // "[Content_Types].xml" comes first, where some readers look for it.
  const names = Object.keys(parts).sort()
  const ordered: Zippable = {}
  for (const name of names) ordered[name] = [parts[name]!, { mtime: day, level: 6 }]
  return zipSync(ordered)
}

/** Puts something where the pattern is found, and fails where the library writes otherwise than we know. */
export function replaceOnce(xml: string, pattern: RegExp, replacement: string) {
  if (!pattern.test(xml)) throw new Error(`${pattern} is not in the file`)
  return xml.replace(pattern, () => replacement)
}
