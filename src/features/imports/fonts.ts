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
export function convertFont(text: string): string {
  return fontOf(text)?.(text) ?? text
}

/** What turns such a text into Vietnamese; nothing where it is Vietnamese already, or cannot be told. */
export function fontOf(text: string): ((text: string) => string) | undefined {
  const sample = text.slice(0, 200_000)
  const plain = commonWords(sample)
  const candidates = [
    { score: commonWords(fromTcvn3(sample)), convert: fromTcvn3 },
    { score: commonWords(fromVni(sample)), convert: fromVni },
  ]
  const best = candidates.sort((one, other) => other.score - one.score)[0]!
  return best.score >= 3 && best.score > plain * 3 ? best.convert : undefined
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
