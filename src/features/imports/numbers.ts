import { type Token, tokenise } from "./tokens.ts"

/** A number found in a row of tokens, and the index of the token after it. */
export type NumberReading = {
  value: number
  next: number
  /** What "nghìn", "triệu" or "tỷ" multiplied it by. */
  scale: number
  spelled: boolean
}

const digits: Record<string, number> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
}

const scales: Record<string, number> = {
  nghìn: 1e3,
  ngàn: 1e3,
  triệu: 1e6,
  tr: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
}

/** Reads "1.900", "1,4 triệu", "01" or "hai mươi lăm"; null when the text is not one number as a whole. */
export function readNumber(text: string): number | null {
  const tokens = tokenise(text.normalize("NFC"))
  const reading = readNumberAt(tokens, 0)
  return reading?.next === tokens.length ? reading.value : null
}

/** The number that starts at a token, in figures or in words, with "nghìn", "triệu" and "tỷ" worked in. */
export function readNumberAt(tokens: Token[], index: number): NumberReading | null {
  const token = tokens[index]
  if (token?.kind === "numeral") return readFigures(tokens, index)
  if (token?.kind === "word") return readWords(tokens, index)
  return null
}

function readFigures(tokens: Token[], index: number): NumberReading | null {
  const grouped = readSpacedGroups(tokens, index)
  const value = grouped?.value ?? readNumeral(tokens[index]!.key)
  if (value === null) return null
  return applyScales(tokens, { value, next: grouped?.next ?? index + 1, scale: 1, spelled: false })
}

/** "1 900": groups of three digits with one space between them. */
function readSpacedGroups(tokens: Token[], index: number) {
  if (!/^[1-9]\d{0,2}$/.test(tokens[index]!.key)) return null
  let written = tokens[index]!.key
  let next = index + 1
  while (next < tokens.length && next < index + 4) {
    const group = tokens[next]!
    if (!/^\d{3}$/.test(group.key) || group.start !== tokens[next - 1]!.end + 1) break
    written += group.key
    next += 1
  }
  return next === index + 1 ? null : { value: Number(written), next }
}

/** A dot groups thousands and a comma starts decimals; a lone dot before one or two digits is a decimal too. */
export function readNumeral(written: string): number | null {
  if (/^\d+$/.test(written)) return Number(written)
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(written)) {
    return Number(written.replaceAll(".", "").replace(",", "."))
  }
  if (/^[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?$/.test(written)) return Number(written.replaceAll(",", ""))
  if (/^\d+[.,]\d+$/.test(written)) return Number(written.replace(",", "."))
  return null
}

function readWords(tokens: Token[], index: number): NumberReading | null {
  let next = index
  let total = 0
  let group: number | null = null
  let lastScale = 1
  for (let groups = 0; groups < 4; groups += 1) {
    const part = readBelowThousand(tokens, next)
    if (!part) break
    group = part.value
    next = part.next
    const scale = scales[tokens[next]?.key ?? ""]
    if (!scale) break
    total += group * scale
    group = null
    lastScale = scale
    next += 1
  }
  if (next === index) return null
  return { value: total + (group ?? 0), next, scale: lastScale, spelled: true }
}

/** "một trăm linh năm", "hai mươi lăm", "mười hai", "ba". */
function readBelowThousand(tokens: Token[], index: number) {
  const key = (offset: number) => tokens[offset]?.key ?? ""
  let next = index
  let value = 0
  if (digits[key(next)] !== undefined && key(next + 1) === "trăm") {
    value += digits[key(next)]! * 100
    next += 2
    if (key(next) === "linh" || key(next) === "lẻ") {
      const unit = digits[key(next + 1)]
      if (unit === undefined) return { value, next }
      return { value: value + unit, next: next + 2 }
    }
  }
  if (key(next) === "mười") {
    value += 10
    next += 1
  } else if (digits[key(next)] !== undefined && key(next + 1) === "mươi") {
    value += digits[key(next)]! * 10
    next += 2
  } else if (next === index && digits[key(next)] !== undefined) {
    return { value: digits[key(next)]!, next: next + 1 }
  } else {
    return next === index ? null : { value, next }
  }
  const unit = digits[key(next)]
  // "hai mươi năm 2025" is twenty and a year: five after tens is written "lăm".
  if (unit === undefined || unit === 0 || key(next) === "năm") return { value, next }
  return { value: value + unit, next: next + 1 }
}

function applyScales(tokens: Token[], reading: NumberReading): NumberReading {
  const scale = scales[tokens[reading.next]?.key ?? ""]
  // "nghìn tỷ" is the most that anybody writes.
  if (!scale || reading.scale > 1e3) return reading
  return applyScales(tokens, {
    ...reading,
    value: tidy(reading.value * scale),
    next: reading.next + 1,
    scale: reading.scale * scale,
  })
}

/** 1.4 × 1,000,000 must be 1,400,000 and not a hair beside it. */
export function tidy(value: number) {
  return Number(value.toPrecision(15))
}
