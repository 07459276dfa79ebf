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

const tcvn3 = pairs(
  "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
  "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
)

const vniLetters = pairs("ôöñíìæóòîÔÖÑÍÌÆÓÒÎ", "ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ")
const vniMarks: Record<string, string> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
}

/**
 * Texts typed for the fonts of the 1990s look like "KÕ ho¹ch ph¸t triÓn" (TCVN3) or "Keá hoaïch phaùt trieån" (VNI).
 * They are told apart by which reading gives the most words that every Vietnamese page has.
 */
function convertFont(text: string): string {
  const sample = text.slice(0, 200_000)
  const plain = commonWords(sample)
  const candidates = [
    { score: commonWords(fromTcvn3(sample)), convert: fromTcvn3 },
    { score: commonWords(fromVni(sample)), convert: fromVni },
  ]
  const best = candidates.sort((one, other) => other.score - one.score)[0]!
  return best.score >= 3 && best.score > plain * 3 ? best.convert(text) : text
}

const everyday = new Set(
  "và của các là có được trong với cho đến tỉnh phát triển kế hoạch hợp tác xã tập thể tế số ngày năm thành lập mới đạt tổ chức động nông nghiệp hiệu quả mục tiêu trên từ những về nhân dân ủy".split(
    " ",
  ),
)
// Words without marks look the same in every encoding and would tell nothing.
const telling = new Set([...everyday].filter((word) => /[^a-z]/.test(word)))

function commonWords(text: string) {
  let count = 0
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) if (telling.has(word)) count += 1
  return count
}

function fromTcvn3(text: string) {
  return text.replace(/[^\n]+/g, (line) => {
    const converted = line.replace(/[^\p{ASCII}]/gu, (letter) => tcvn3[letter] ?? letter)
    // The capital fonts type marked letters like the small ones: "KÕ HO¹CH" is a line in capitals.
    return /[A-Z]/.test(line) && !/[a-z]/.test(line) ? converted.toUpperCase() : converted
  })
}

function fromVni(text: string) {
  return text
    .replace(
      /([aeouyAEOUYôöÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])/g,
      (pair, letter: string, mark: string) => {
        const marks = vniMarks[mark.toLowerCase()]
        const base = vniLetters[letter] ?? letter
        return marks ? base + marks : pair
      },
    )
    .replace(/[ôöñíìæóòîÔÖÑÍÌÆÓÒÎ]/g, (letter) => vniLetters[letter] ?? letter)
    .normalize("NFC")
}

function pairs(from: string, to: string): Record<string, string> {
  const letters = [...to.normalize("NFC")]
  return Object.fromEntries([...from].map((letter, index) => [letter, letters[index]!]))
}
