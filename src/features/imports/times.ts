import type { Token } from "./tokens.ts"

export type TimeReading = {
  from: number
  to: number
  /** "so với năm 2016": the year that a figure is compared with. */
  base: boolean
  next: number
} & ({ kind: "time" } | { kind: "date" })

const leads = new Set(["đến", "tới", "vào", "trong", "từ", "sau", "trước", "kể", "của", "cho"])
const parts = new Set(["cuối", "hết", "đầu", "giữa", "kết", "thúc"])
const spans = new Set(["giai đoạn", "thời kỳ", "nhiệm kỳ", "thời gian"])

/** "đến năm 2030", "giai đoạn 2021 - 2025", "so với cuối năm 2020", "ngày 29/9/2020": never a figure of a plan. */
export function readTime(tokens: Token[], index: number): TimeReading | null {
  const key = (offset: number) => tokens[offset]?.key ?? ""
  let next = index
  let base = false
  let told = false
  let until = false

  if (key(next) === "so") {
    base = told = true
    next += key(next + 1) === "với" ? 2 : 1
  }
  while (leads.has(key(next)) && next < index + 5) {
    until ||= key(next) === "đến" || key(next) === "tới"
    told ||= until
    next += 1
  }
  if (spans.has(`${key(next)} ${key(next + 1)}`)) {
    told = true
    next += 2
  }
  if (/^(5|05|10|năm|mười)$/.test(key(next)) && key(next + 1) === "năm" && isYear(key(next + 2))) next += 1
  while (parts.has(key(next)) && next < index + 9) {
    told = true
    next += 1
  }
  if (leads.has(key(next)) && key(next + 1) === "năm") next += 1

  const day = readDay(tokens, next)
  if (day) {
    const kind = until && day.year !== null ? "time" : "date"
    return { kind, from: day.year ?? 0, to: day.year ?? 0, base, next: day.next } as TimeReading
  }

  if (key(next) === "năm" && isYear(key(next + 1))) {
    told = true
    next += 1
  }
  if (!isYear(key(next))) return null
  const from = Number(key(next))
  next += 1

  let second = next
  if (key(second) === "-" || key(second) === "đến" || key(second) === "tới" || key(second) === "/")
    second += 1
  if (second > next && key(second) === "năm") second += 1
  if (second > next && isYear(key(second)) && Number(key(second)) >= from) {
    return { kind: "time", from, to: Number(key(second)), base, next: second + 1 }
  }
  return told ? { kind: "time", from, to: from, base, next } : null
}

export function isYear(written: string) {
  return /^(?:19[5-9]\d|20\d\d)$/.test(written)
}

/** "29/9/2020", "29-9-2020", "29.9.2020", "ngày 29 tháng 9 năm 2020", "ngày 29/9", "tháng 6/2021", "quý 2 năm 2021". */
function readDay(tokens: Token[], index: number): { year: number | null; next: number } | null {
  const key = (offset: number) => tokens[offset]?.key ?? ""
  let next = index
  const named = key(next) === "ngày" || key(next) === "tháng" || key(next) === "quý" || key(next) === "mùng"
  if (named) next += 1
  if (named && /^[ivx]+$/.test(key(next)) && (key(next + 1) === "/" || key(next + 1) === "năm")) {
    return isYear(key(next + 2)) ? { year: Number(key(next + 2)), next: next + 3 } : null
  }

  const dotted = /^\d{1,2}\.\d{1,2}\.((?:19|20)\d\d)$/.exec(key(next))
  if (dotted) return { year: Number(dotted[1]), next: next + 1 }
  if (!/^\d{1,2}$/.test(key(next))) return null
  next += 1

  const sign = key(next)
  if ((sign === "/" || sign === "-" || sign === ".") && /^\d{1,2}$/.test(key(next + 1))) {
    if (key(next + 2) === sign && isYear(key(next + 3)))
      return { year: Number(key(next + 3)), next: next + 4 }
    return named && sign !== "." ? { year: null, next: next + 2 } : null
  }
  if (sign === "/" && isYear(key(next + 1))) return { year: Number(key(next + 1)), next: next + 2 }
  if (!named) return null
  if (key(next) === "tháng" && /^\d{1,2}$/.test(key(next + 1))) next += 2
  if (key(next) === "năm" && isYear(key(next + 1))) return { year: Number(key(next + 1)), next: next + 2 }
  return { year: null, next }
}
