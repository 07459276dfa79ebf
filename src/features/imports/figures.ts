import { type NumberReading, readNumberAt, tidy } from "./numbers.ts"
import { isYear } from "./times.ts"
import type { Token } from "./tokens.ts"

export type FigureUnit = "count" | "percent" | "money" | "hectare" | "points" | "times"

export type FigureReading = {
  kind: "figure"
  value: number
  max: number | null
  unit: FigureUnit
  /** Led by "từ", as in "từ 60% lên 75%" and "từ 60% trở lên". */
  from: boolean
  /** Written out in words, which needs a subject beside it to be believed. */
  spelled: boolean
  scale: number
  next: number
}

const multiples: Record<string, number> = { đôi: 2, ba: 3, bốn: 4, rưỡi: 1.5 }
const joints = new Set(["-", "đến", "tới", "hoặc", "~", "÷"])

/** What follows a number that is not an amount of anything planned: a duration, a size, a grade. */
const foreignUnits = new Set(
  "năm tháng ngày tuần quý giờ sao tuổi km m m2 kg tấn tạ lít buổi phút lần nguyên nhóm bước nội điều kỳ vụ".split(
    " ",
  ),
)

/** One quantity as plans write them: "từ 01 đến 02", "60 - 70%", "1,4 triệu", "3.120 triệu đồng", "gấp đôi". */
export function readFigure(tokens: Token[], index: number): FigureReading | null {
  const key = (offset: number) => tokens[offset]?.key ?? ""
  const from = key(index) === "từ"
  let next = from ? index + 1 : index
  if (key(next) === "gấp") return readMultiple(tokens, next)

  const first = readAmount(tokens, next)
  if (!first) return null
  next = first.next
  if (!first.spelled && key(next) === "/" && /^\d+$/.test(key(next + 1))) {
    // "13/15 xã" counts thirteen of them; "1/3 số HTX" is a share that no unit holds.
    if (key(next + 2) === "số" || key(next + 2) === "tổng") return null
    next += 2
  }

  let percent = percentAt(tokens, next)
  if (percent) next = percent
  let value = first.value
  let max: number | null = null
  let { scale } = first
  const second = joints.has(key(next)) ? readAmount(tokens, next + 1) : null
  if (second && !isYear(key(next + 1)) && second.spelled === first.spelled) {
    const lower = first.scale === 1 && second.scale > 1 ? tidy(value * second.scale) : value
    const secondPercent = percentAt(tokens, second.next)
    if (second.value > lower && (!percent || secondPercent)) {
      value = lower
      max = second.value
      scale = second.scale
      percent = secondPercent ?? percent
      next = secondPercent ?? second.next
    }
  }

  const reading = { kind: "figure" as const, value, max, from, spelled: first.spelled, scale }
  if (percent) return { ...reading, unit: "percent", next }
  const measured = readUnit(tokens, next)
  if (measured) {
    const factor = measured.factor ?? 1
    return {
      ...reading,
      value: tidy(value * factor),
      max: max === null ? null : tidy(max * factor),
      unit: measured.unit,
      next: measured.next,
    }
  }
  if (key(next) === "lần" && risesBefore(tokens, index)) {
    return { ...reading, unit: "times", next: next + 1 }
  }
  if (foreignUnits.has(key(next))) return null
  return { ...reading, unit: "count", next }
}

/** "tăng 1,5 lần", "tăng ít nhất 2 lần": without such a verb, "lần" only counts how often. */
function risesBefore(tokens: Token[], index: number) {
  return tokens
    .slice(Math.max(0, index - 4), index)
    .some(({ key }) => key === "tăng" || key === "bằng" || key === "lên")
}

/** "gấp đôi", "gấp 1,5 - 2 lần". */
function readMultiple(tokens: Token[], index: number): FigureReading | null {
  const key = (offset: number) => tokens[offset]?.key ?? ""
  const reading = { kind: "figure" as const, unit: "times" as const, from: false, spelled: false, scale: 1 }
  let next = index + 1
  while (/^(?:khoảng|hơn|trên|ít|nhất|tối|thiểu|từ)$/.test(key(next)) && next < index + 4) next += 1
  const first = readAmount(tokens, next)
  if (first) {
    next = first.next
    const second = joints.has(key(next)) ? readAmount(tokens, next + 1) : null
    if (second) next = second.next
    if (key(next) === "lần") {
      return { ...reading, value: first.value, max: second?.value ?? null, next: next + 1 }
    }
    next = first.next - 1
  }
  const named = multiples[key(index + 1)]
  return named ? { ...reading, value: named, max: null, next: index + 2 } : null
}

function readAmount(tokens: Token[], index: number): NumberReading | null {
  const token = tokens[index]
  if (!token || isTelephone(token.key)) return null
  const amount = readNumberAt(tokens, index)
  if (!amount) return null
  // "05 (năm)": the same number, repeated in words.
  if (!amount.spelled && tokens[amount.next]?.key === "(") {
    const repeated = readNumberAt(tokens, amount.next + 1)
    if (repeated?.spelled && repeated.value === amount.value && tokens[repeated.next]?.key === ")") {
      return { ...amount, next: repeated.next + 1 }
    }
  }
  return amount
}

function isTelephone(written: string) {
  return written.startsWith("0") && written.replace(/\D/g, "").length >= 7
}

function percentAt(tokens: Token[], index: number) {
  if (tokens[index]?.key === "%") return index + 1
  return tokens[index]?.key === "phần" && tokens[index + 1]?.key === "trăm" ? index + 2 : null
}

function readUnit(
  tokens: Token[],
  index: number,
): { unit: FigureUnit; factor?: number; next: number } | null {
  const key = (offset: number) => tokens[offset]?.key ?? ""
  if (key(index) === "trđ") return { unit: "money", factor: 1e6, next: index + 1 }
  // "tr.đồng"
  if (key(index) === "." && key(index + 1) === "đồng") return { unit: "money", next: index + 2 }
  if (/^(?:đồng|vnđ|vnd|đ|₫)$/.test(key(index))) return { unit: "money", next: index + 1 }
  if (/^(?:ha|hecta|hécta|hec|héc)$/.test(key(index))) {
    let next = index + 1
    if (key(next) === "-") next += 1
    return { unit: "hectare", next: key(next) === "ta" ? next + 1 : index + 1 }
  }
  if (key(index) === "điểm") {
    if (key(index + 1) === "%") return { unit: "points", next: index + 2 }
    return { unit: "points", next: percentAt(tokens, index + 1) ?? index + 1 }
  }
  return null
}
