import { fold } from "../../ui/slug.ts"
import type { Kind } from "./vocabulary.ts"

/** What a reader typed, as the register looks for it. */
export type Search = {
  /** Digits of a code; then nothing else is looked at. */
  code?: string
  /** The kind that the words name: "HTX Bình An" asks for cooperatives. */
  kind?: Kind
  /** The words as typed, without marks and without those that name the kind. */
  words: string[]
  terms: Term[]
  /** Something was typed, but no letter or digit: no name can answer to it. */
  isUnreadable?: boolean
}

/** One thing that a name must hold: a word, or one of the ways to write a phrase that offices abbreviate. */
type Term = { query: string; isCommon: boolean }

/** Longer than any name in the register; what comes after is not looked at. */
const longestText = 200
const mostWords = 10
/** Fewer digits are a number in a name ("Hợp tác xã 2-9"). */
const fewestDigits = 6

export function readSearch(text: string | undefined): Search | undefined {
  const typed = (text ?? "").normalize("NFC").slice(0, longestText).trim()
  const code = typed.replace(/[\s.-]/g, "")
  if (/^\d+$/.test(code) && code.length >= fewestDigits) return { code, words: [], terms: [] }

  const { kind, words } = takeKind(searchWords(typed).slice(0, mostWords))
  if (!typed) return undefined
  if (!kind && words.length === 0) return { words, terms: [], isUnreadable: true }
  return { kind, words, terms: termsOf(words) }
}

/** "HTX NN Hoà Bình 2-9" becomes htx, nn, hoa, binh, 2, 9; the same rule as search_words() in the database. */
export function searchWords(text: string) {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
}

/** Letters and digits only, so that nothing typed is ever read as an operator. */
export function tsquery(terms: readonly Term[]) {
  return terms.map((term) => term.query).join(" & ")
}

/** Longer phrases first: a union's name holds the words of a cooperative. */
const kindPhrases: [string, Kind][] = [
  ["lien hiep hop tac xa", "cooperative_union"],
  ["lien hiep htx", "cooperative_union"],
  ["lhhtx", "cooperative_union"],
  ["quy tin dung nhan dan", "credit_fund"],
  ["quy tin dung", "credit_fund"],
  ["qtdnd", "credit_fund"],
  ["to hop tac", "cooperative_group"],
  ["tht", "cooperative_group"],
  ["hop tac xa", "cooperative"],
  ["htx", "cooperative"],
]

function takeKind(words: string[]): { kind?: Kind; words: string[] } {
  const text = ` ${words.join(" ")} `
  const found = kindPhrases.find(([phrase]) => text.includes(` ${phrase} `))
  if (!found) return { words }

  const [phrase, kind] = found
  return { kind, words: text.replace(` ${phrase} `, " ").split(" ").filter(Boolean) }
}

/** Phrases that stand in a great many names, with what offices write instead of them. */
const phrases: [phrase: string, ...abbreviations: string[]][] = [
  ["nong nghiep", "nn", "dvnn", "nndv", "sxnn"],
  ["dich vu", "dv", "dvnn", "nndv", "dvtm", "tmdv"],
  ["thuong mai", "tm", "tmdv", "dvtm"],
  ["san xuat", "sx", "sxnn", "sxkd"],
  ["kinh doanh", "kd", "sxkd"],
]

function termsOf(words: readonly string[]): Term[] {
  const terms: Term[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!
    const pair = `${word} ${words[index + 1] ?? ""}`
    const whole = phrases.find(([phrase]) => phrase === pair)
    const abbreviated = phrases.filter(([, ...abbreviations]) => abbreviations.includes(word))
    if (whole) {
      terms.push(phraseTerm(whole))
      index++
    } else if (abbreviated.length > 0) {
      terms.push(...abbreviated.map(phraseTerm))
    } else {
      const isLast = index === words.length - 1
      terms.push({ query: isLast && word.length > 1 ? `${word}:*` : word, isCommon: false })
    }
  }
  return terms
}

function phraseTerm([phrase, ...abbreviations]: (typeof phrases)[number]): Term {
  return { query: `(${[phrase.replace(" ", " & "), ...abbreviations].join(" | ")})`, isCommon: true }
}
