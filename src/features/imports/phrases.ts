import { type FigureReading, readFigure } from "./figures.ts"
import { lookUp, type Meaning } from "./lexicon.ts"
import type { Holder, Subject } from "./page-import.ts"
import { readTime, type TimeReading } from "./times.ts"
import { type Token, tokenise } from "./tokens.ts"

/** A piece of a sentence that means one thing, with its place in the paragraph. */
export type Phrase = { start: number; end: number } & (
  | Meaning
  | Omit<FigureReading, "next">
  | { kind: "time"; from: number; to: number; base: boolean }
  | { kind: "date" }
  | { kind: "rate"; every: "year" | "month" }
  | { kind: "per"; per: "commune" | "district" | "trade" | "organisation" | "person"; holder: Holder | null }
  | { kind: "comma" | "and" | "with" | "semicolon" | "colon" | "stop" | "open" | "close" | "word" }
)

const signs: Record<string, "comma" | "semicolon" | "colon" | "stop" | "open" | "close"> = {
  ",": "comma",
  ";": "semicolon",
  ":": "colon",
  "(": "open",
  "[": "open",
  ")": "close",
  "]": "close",
  "!": "stop",
  "?": "stop",
}

const joints: Record<string, "and" | "with"> = {
  và: "and",
  hoặc: "and",
  cùng: "and",
  "&": "and",
  với: "with",
  "+": "and",
}

/** Words that end in a dot without ending a sentence. */
const shortened = new Set(["tp", "tx", "tt", "ths", "ts", "gs", "pgs", "tr", "st", "đ", "v"])

/** The phrases of a paragraph, in order, covering every token. */
export function readPhrases(paragraph: string, from: number): Phrase[] {
  const tokens = tokenise(paragraph).filter((token) => token.start >= from)
  const phrases: Phrase[] = []
  let index = 0
  while (index < tokens.length) {
    const { phrase, next } = readPhrase(tokens, index, phrases.at(-1))
    phrases.push({ ...phrase, start: tokens[index]!.start, end: tokens[next - 1]!.end } as Phrase)
    index = next
  }
  return phrases
}

type PhraseReading = { phrase: Meaning | object; next: number }

function readPhrase(tokens: Token[], index: number, previous: Phrase | undefined): PhraseReading {
  const token = tokens[index]!
  const time = readTime(tokens, index)
  if (time && !countsSomething(tokens, time)) {
    const base = time.base || comparesWith(previous, token)
    return { phrase: { ...time, base }, next: time.next }
  }
  const number = readDocumentNumber(tokens, index)
  if (number) return { phrase: { kind: "name" }, next: number }
  const share = readShare(tokens, index, previous)
  if (share) return share

  const entry = lookUp(tokens, index)
  if (entry?.meaning.kind === "ordinal" || (token.key === "số" && tokens[index + 1]?.kind === "numeral")) {
    const next = entry?.next ?? index + 1
    const numbered = tokens[next]?.kind === "numeral" ? (readFigure(tokens, next)?.next ?? next + 1) : next
    return { phrase: { kind: numbered === next ? "word" : "name" }, next: numbered }
  }
  if (entry?.meaning.kind === "bound") {
    if (boundHolds(tokens, entry.next)) return { phrase: entry.meaning, next: entry.next }
    return { phrase: { kind: "filler" }, next: entry.next }
  }

  const figure = readFigure(tokens, index)
  if (figure && isBelievable(tokens, figure, previous)) return { phrase: figure, next: figure.next }
  if (token.kind === "numeral") return { phrase: { kind: "word" }, next: index + 1 }
  if (entry) return { phrase: entry.meaning, next: entry.next }
  if (token.key === ".")
    return { phrase: { kind: endsSentence(tokens, index) ? "stop" : "word" }, next: index + 1 }
  return { phrase: { kind: signs[token.key] ?? joints[token.key] ?? "word" }, next: index + 1 }
}

/** "gấp 1,5 lần năm 2021": the year that the figure is compared with. */
function comparesWith(previous: Phrase | undefined, token: Token) {
  return previous?.kind === "figure" && previous.unit === "times" && token.key === "năm"
}

/** "đến 2000 hợp tác xã" looks like a year, and is not. */
function countsSomething(tokens: Token[], time: TimeReading) {
  const last = tokens[time.next - 2]?.key
  if (time.kind === "date" || time.from !== time.to || last === "năm") return false
  return tokens[time.next]?.key === "%" || lookUp(tokens, time.next)?.meaning.kind === "subject"
}

/** "148/KH-UBND", "20-NQ/TW", "68/2019/NĐ-CP": the index after it. */
function readDocumentNumber(tokens: Token[], index: number) {
  const key = (offset: number) => tokens[offset]?.key ?? ""
  if (tokens[index]!.kind !== "numeral") return null
  let next = index + 1
  if (key(next) === "/" && tokens[next + 1]?.kind === "numeral" && key(next + 2) === "/") next += 2
  if (key(next) !== "/" && key(next) !== "-") return null
  const word = tokens[next + 1]
  if (word?.kind !== "word" || !word.capital) return null
  const joint = key(next + 2)
  if (joint !== "-" && joint !== "/") return null
  if (tokens[next + 3]?.kind !== "word" || !tokens[next + 3]!.capital) return null
  next += 4
  while ((key(next) === "-" || key(next) === "/") && tokens[next + 1]?.capital) next += 2
  return next
}

/** "mỗi xã", "/HTX/năm", "hằng năm", "bình quân 1 HTX": what a figure is shared out over. */
function readShare(tokens: Token[], index: number, previous: Phrase | undefined): PhraseReading | null {
  const key = tokens[index]!.key
  const after = tokens[index + 1]?.key ?? ""
  if ((key === "hằng" || key === "hàng") && (after === "năm" || after === "tháng"))
    return rate(after, index + 2)

  const each = key === "mỗi" || key === "từng" || key === "/"
  const one = key === "một" || key === "1" || key === "01"
  const averaged = previous?.kind === "mean" || previous?.kind === "filler"
  const afterMoney = previous?.kind === "figure" && previous.unit === "money"
  if (!each && !(one && (averaged || afterMoney))) return readYearlyOne(tokens, index, previous)
  // "mỗi một xã", "/01 HTX"
  const next = /^(?:một|1|01)$/.test(after) && each ? index + 2 : index + 1
  const noun = tokens[next]?.key ?? ""
  if (noun === "năm" || noun === "tháng") return rate(noun, next + 1)
  const per = readPer(tokens, next)
  // "bình quân 1 HTX/năm" counts cooperatives; "bình quân 1 HTX đạt 3 tỷ đồng" shares money out.
  return one && per && tokens[per.next]?.key === "/" && !afterMoney ? null : per
}

function readYearlyOne(tokens: Token[], index: number, previous: Phrase | undefined): PhraseReading | null {
  if (tokens[index]!.key !== "một" || previous?.kind !== "subject") return null
  const noun = tokens[index + 1]?.key ?? ""
  return noun === "năm" ? rate(noun, index + 2) : null
}

function rate(noun: string, next: number): PhraseReading {
  return { phrase: { kind: "rate", every: noun === "tháng" ? "month" : "year" }, next }
}

function readPer(tokens: Token[], index: number): PhraseReading | null {
  const noun = tokens[index]?.key ?? ""
  if (/^(?:ha|vụ|khẩu)$/.test(noun)) {
    return { phrase: { kind: "per", per: "person", holder: null }, next: index + 1 }
  }
  const entry = lookUp(tokens, index)
  if (entry?.meaning.kind === "place") {
    return { phrase: { kind: "per", per: entry.meaning.place, holder: null }, next: entry.next }
  }
  if (entry?.meaning.kind !== "subject") return null
  const holder = holderOf(entry.meaning.subject)
  const per = holder || entry.meaning.weak === undefined ? (holder ? "organisation" : "person") : "person"
  return { phrase: { kind: "per", per, holder }, next: entry.next }
}

export function holderOf(subject: Subject): Holder | null {
  switch (subject) {
    case "cooperative":
    case "cooperative_group":
    case "cooperative_union":
    case "organisation":
      return subject
    case "credit_fund":
      return "cooperative"
    default:
      return null
  }
}

/** "trên", "dưới", "quá" are words of place and measure too: they bound only the figure that follows them. */
function boundHolds(tokens: Token[], index: number) {
  if (readFigure(tokens, index)) return true
  const entry = lookUp(tokens, index)
  if (!entry) return /^(?:mỗi|từng)$/.test(tokens[index]?.key ?? "")
  const { kind } = entry.meaning
  return (kind === "bound" || kind === "verb") && readFigure(tokens, entry.next) !== null
}

/** Number words stand in ordinary prose too, so they need a subject after them, and "một" a reason before. */
function isBelievable(tokens: Token[], figure: FigureReading, previous: Phrase | undefined) {
  if (!figure.spelled || figure.unit !== "count") return true
  const subject = lookUp(tokens, figure.next)?.meaning.kind
  if (subject !== "subject" && subject !== "place" && subject !== "qualifier") return false
  if (figure.max !== null || figure.value > 5 || (figure.value > 1 && figure.value < 5)) return true
  const prior = previous?.kind ?? "word"
  if (figure.value === 1) return ["change", "bound", "verb", "per", "rate", "goal", "and"].includes(prior)
  return prior === "change" || prior === "bound"
}

function endsSentence(tokens: Token[], index: number) {
  const before = tokens[index - 1]
  const after = tokens[index + 1]
  if (!after) return true
  if (after.start === tokens[index]!.end && after.kind !== "sign") return false
  if (before && shortened.has(before.key) && before.end === tokens[index]!.start) return false
  return after.capital || after.kind !== "word"
}
