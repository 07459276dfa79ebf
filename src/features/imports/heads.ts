import { isOrganisation } from "./findings.ts"
import type { Phrase } from "./phrases.ts"
import type { Tail } from "./tails.ts"

type Kind<K extends Phrase["kind"]> = Extract<Phrase, { kind: K }>

/** What leads to a figure and belongs to it: the verb, the bound, "mỗi xã", and a subject that came first. */
export type Head = {
  nouns: (Kind<"subject"> | Kind<"place">)[]
  measured: boolean
  narrowing: Phrase[]
  bound: Kind<"bound"> | null
  change: Kind<"change"> | null
  rate: Kind<"rate"> | null
  pers: Kind<"per">[]
  verb: Kind<"verb"> | null
  sector: boolean
  joined: boolean
  colon: boolean
  /** The year named between the figure before and this one. */
  time: boolean
  base: Kind<"time"> | null
  /** Where the words on the left begin that name what is measured. */
  nounStart: number | null
  start: number
}

/** Reads to the left of a figure, no further than `from`. */
export function readHead(phrases: Phrase[], index: number, from: number, tail: Tail): Head {
  const hasSubject = tail.subject !== null && !(tail.subject.kind === "subject" && tail.subject.weak)
  const head: Head = {
    nouns: [],
    measured: false,
    narrowing: [],
    bound: null,
    change: null,
    rate: null,
    pers: [],
    verb: null,
    sector: false,
    joined: false,
    colon: false,
    time: false,
    base: null,
    nounStart: null,
    start: phrases[index]!.start,
  }
  let crossed = false
  let closed = false
  for (let at = index - 1; at >= from; at -= 1) {
    const phrase = phrases[at]!
    const named = head.nouns.length > 0
    if (closed && phrase.kind !== "per" && phrase.kind !== "rate" && phrase.kind !== "comma") {
      if (phrase.kind === "subject" || phrase.kind === "change" || phrase.kind === "verb") break
      continue
    }
    switch (phrase.kind) {
      case "comma":
      case "and":
        if (named) {
          if (!joinsNouns(phrases, at)) return head
        } else if (hasSubject || phrase.kind === "comma") {
          crossed = true
          if (hasSubject && !extendsChange(phrases, at, head)) closed = true
        }
        break
      case "with":
        if (!named) head.joined = true
        if (hasSubject || named) closed = true
        break
      case "colon":
        head.colon = true
        // "Thành lập mới: 105 HTX"
        if (hasSubject && phrases[at - 1]?.kind !== "change") closed = true
        break
      case "bound":
        if (!head.bound && !named && !crossed) {
          head.bound = phrase
          head.start = Math.min(head.start, phrase.start)
        }
        break
      case "change":
        if (head.change) {
          if (head.change.change === phrase.change && !named) head.start = Math.min(head.start, phrase.start)
        } else if (!named || !head.verb || phrase.pace) {
          if (named && hasSubject) return head
          if (!follows(phrases, at, "link")) {
            head.change = phrase
            if (named) head.nounStart = phrase.start
            else head.start = Math.min(head.start, phrase.start)
          }
        }
        break
      case "rate":
        if (!head.rate) {
          head.rate = phrase
          head.start = Math.min(head.start, phrase.start)
        }
        break
      case "per":
        head.pers.unshift(phrase)
        if (phrase.per !== "organisation" || !named) head.start = Math.min(head.start, phrase.start)
        break
      case "verb":
        if (!head.verb && !crossed) head.verb = phrase
        break
      case "mean":
        if (head.rate && !named && !crossed) head.start = Math.min(head.start, phrase.start)
        break
      case "measure":
        if (crossed && hasSubject) break
        head.measured = true
        head.nounStart = phrase.start
        break
      case "figure":
        // What stands between two figures belongs to the first of them.
        if (hasSubject) {
          head.nouns = []
          return head
        }
        head.nouns = []
        head.nounStart = null
        break
      case "sector":
        head.sector = true
        head.nounStart ??= phrase.start
        break
      case "subject":
      case "place":
        if (phrase.kind === "subject" && phrase.countable) break
        if (phrase.kind === "place" && !head.measured && at > from && !isPlural(phrases[at - 1])) break
        head.nouns.unshift(phrase)
        head.nounStart = phrase.start
        break
      case "time":
        if (phrase.base) head.base ??= phrase
        else head.time = true
        break
      case "qualifier":
      case "grade":
      case "newly":
        head.narrowing.unshift(phrase)
        break
      default:
        break
    }
  }
  return head
}

/** "các xã" are counted; "trên địa bàn xã" only says where. */
function isPlural(phrase: Phrase | undefined) {
  return phrase?.kind === "filler" && phrase.plural === true
}

/** "doanh thu của HTX, THT": the comma stands between two organisations. */
function joinsNouns(phrases: Phrase[], at: number) {
  const before = phrases[at - 1]
  const after = phrases[at + 1]
  if (before?.kind !== "subject" || after?.kind !== "subject") return false
  return isOrganisation(before.subject) === isOrganisation(after.subject)
}

/** "củng cố, duy trì 50 HTX": the verb before the comma is of the same kind. */
function extendsChange(phrases: Phrase[], at: number, head: Head) {
  for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1) {
    const phrase = phrases[back]!
    if (phrase.kind === "change") return head.change === null || phrase.change === head.change.change
    if (phrase.kind !== "word" && phrase.kind !== "filler" && phrase.kind !== "qualifier") return false
  }
  return false
}

function follows(phrases: Phrase[], at: number, kind: Phrase["kind"]) {
  return phrases[at - 1]?.kind === kind
}
