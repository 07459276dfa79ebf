import { convertFont } from "./fonts.ts"
import { PageUnreadable } from "./page-import.ts"

/** The text of a file, whichever way its office typed Vietnamese; line ends are "\n". */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes)
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n")
    .replace(/^\ufeff/, "")
}

function decode(bytes: Uint8Array): string {
  const wide = decodeWide(bytes)
  if (wide !== null) return wide
  if (bytes.some(isControl))
    throw new PageUnreadable("The file is not text: save the page as text or HTML and try again")
  try {
    return convertFont(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const narrow = new TextDecoder("windows-1252").decode(bytes)
  const converted = convertFont(narrow)
  if (converted !== narrow) return converted
  throw new PageUnreadable(
    "The characters are neither UTF-8 nor TCVN3 or VNI: open the file, save it as UTF-8 and try again",
  )
}

/** Control characters stand in no text, apart from tabs, line and page ends, and the old end-of-file mark. */
function isControl(byte: number) {
  return byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a && byte !== 0x1b
}

/** UTF-16 says so with its first two bytes. */
function decodeWide(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const label =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null
  if (!label) return null
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw new PageUnreadable("The file breaks off inside a character: save the page again and try once more")
  }
}
