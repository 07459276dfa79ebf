import { isMoney, isOrganisation, isPeople } from "./findings.ts"
import type { Qualifier, Subject } from "./page-import.ts"
import type { Phrase } from "./phrases.ts"

type Kind<K extends Phrase["kind"]> = Extract<Phrase, { kind: K }>

/** What follows a figure and belongs to it: its subject, what narrows the subject, and the year. */
export type Tail = {
  subject: Kind<"subject"> | Kind<"place"> | Kind<"qualifier"> | null
  /** Every subject in the run "HTX, THT, liên hiệp HTX". */
  subjects: Subject[]
  narrowing: Phrase[]
  others: Phrase[]
  limit: Kind<"limit"> | null
  time: Kind<"time"> | null
  base: Kind<"time"> | null
  newly: boolean
  reported: boolean
  /** The figure after this one only says which of them are counted: "HTX có trên 100 thành viên". */
  condition: number | null
  end: number
  next: number
}

const beforeSubject = new Set<Phrase["kind"]>(["filler", "measure", "rate", "per", "mean"])

/** Reads to the right of a figure, as far as its own words go. */
export function readTail(phrases: Phrase[], index: number): Tail {
  const figure = phrases[index]!
  const tail: Tail = {
    subject: null,
    subjects: [],
    narrowing: [],
    others: [],
    limit: null,
    time: null,
    base: null,
    newly: false,
    reported: false,
    condition: null,
    end: figure.end,
    next: index + 1,
  }
  const subjectIndex = findSubject(phrases, index)
  if (subjectIndex !== null) {
    const found = phrases[subjectIndex] as NonNullable<Tail["subject"]>
    for (const phrase of phrases.slice(index + 1, subjectIndex)) tail.others.push(phrase)
    tail.subject = found
    if (found.kind === "subject") tail.subjects.push(found.subject)
    if (found.kind === "qualifier") tail.narrowing.push(found)
    tail.end = found.end
    tail.next = subjectIndex + 1
  }
  readNarrowing(phrases, tail)
  return tail
}

function findSubject(phrases: Phrase[], index: number) {
  const figure = phrases[index]!
  let next = index + 1
  while (next < phrases.length && next < index + 8 && beforeSubject.has(phrases[next]!.kind)) next += 1
  const found = phrases[next]
  if (!found) return null
  if (found.kind === "place") return figure.kind === "figure" && figure.unit === "money" ? null : next
  if (found.kind === "qualifier") {
    const standsAlone = found.qualifier === "value_chain" || found.qualifier === "large_field"
    return next === index + 1 && standsAlone && figure.kind === "figure" && figure.unit === "count"
      ? next
      : null
  }
  if (found.kind !== "subject") return null
  if (figure.kind === "figure" && figure.unit === "money" && !isMoney(found.subject)) return null
  if (figure.kind === "figure" && figure.unit === "hectare" && found.subject !== "area") return null
  return next
}

function readNarrowing(phrases: Phrase[], tail: Tail) {
  let linked = false
  let inList = true
  for (let index = tail.next; index < phrases.length; index += 1) {
    const phrase = phrases[index]!
    const before = phrases[index - 1]!
    switch (phrase.kind) {
      case "stop":
      case "semicolon":
      case "colon":
      case "goal":
      case "part":
      case "close":
      case "fewest":
      case "none_left":
      case "name":
        if (phrase.kind === "name") continue
        return
      case "open":
        readBracketedYear(phrases, index, tail)
        return
      case "comma":
      case "and":
      case "with":
        // A figure that follows its own words has none to come: "đại học 30%, trung cấp 70%".
        if (tail.subject === null && tail.narrowing.length === 0) return
        if (!continues(phrases, index, tail, inList)) return
        continue
      case "figure":
      case "bound": {
        const conditional = linksCondition(phrases, index, tail)
        if (conditional === null) return
        tail.condition = conditional
        tail.end = phrases[conditional]!.end
        index = conditional
        break
      }
      case "change":
        if (linked || (phrase.change === "level" && before.kind === "link")) break
        if (phrase.change === "new" && newlySaid(before)) {
          tail.newly = true
          tail.end = phrase.end
          break
        }
        return
      case "newly":
        tail.newly ||= before.kind === "subject" || before.kind === "qualifier" || before.kind === "word"
        tail.end = phrase.end
        break
      case "qualifier":
      case "grade":
        tail.narrowing.push(phrase)
        tail.end = phrase.end
        break
      case "rate":
      case "per":
        tail.others.push(phrase)
        tail.end = phrase.end
        break
      case "limit":
        // "đạt 3 sao trở lên" says how good each product is, not how many there are to be.
        if (before.kind === "word") break
        tail.limit = phrase
        tail.end = phrase.end
        break
      case "time":
        if (phrase.base) {
          tail.base = phrase
          tail.end = phrase.end
        } else if (before.kind !== "name") tail.time ??= phrase
        break
      case "result":
        tail.reported = true
        break
      case "subject":
        if (inList && (before.kind === "comma" || before.kind === "and")) tail.subjects.push(phrase.subject)
        tail.others.push(phrase)
        tail.end = phrase.end
        break
      case "sector":
        tail.others.push(phrase)
        break
      case "verb":
        if (phrase.verb === "rise" || phrase.verb === "fall" || phrase.verb === "become") return
        inList = false
        break
      default:
        break
    }
    linked = phrase.kind === "link"
    tail.next = index + 1
  }
}

/** "105 HTX thành lập mới" and "105 HTX được thành lập": said after the subject, and not the next verb. */
function newlySaid(before: Phrase) {
  return before.kind === "subject" || before.kind === "qualifier"
}

/** After a comma the tail goes on only with more of the same: another grade, another kind of organisation. */
function continues(phrases: Phrase[], index: number, tail: Tail, inList: boolean) {
  let next = index + 1
  let words = 0
  while (next < phrases.length && words < 2) {
    const { kind } = phrases[next]!
    if (kind !== "filler" && kind !== "link" && kind !== "verb" && kind !== "word") break
    if (kind === "word") words += 1
    next += 1
  }
  const first = phrases[next]
  if (!first) return false
  const sameList = first.kind === "subject" && inList && sameClass(first.subject, tail.subjects[0])
  if (!sameList && first.kind !== "qualifier" && first.kind !== "grade") return false
  if (sameList && next > index + 2) return false
  for (let ahead = next + 1; ahead < phrases.length; ahead += 1) {
    const { kind } = phrases[ahead]!
    if (kind === "figure" || kind === "bound" || kind === "change" || kind === "measure") return false
    if (kind === "comma" || kind === "and" || kind === "semicolon" || kind === "stop" || kind === "open")
      break
  }
  return true
}

function sameClass(one: Subject, other: Subject | undefined) {
  if (other === undefined) return false
  return (isOrganisation(one) && isOrganisation(other)) || (isPeople(one) && isPeople(other))
}

/** The index of a figure that belongs to the tail, because only "có" or "từ" stands between. */
function linksCondition(phrases: Phrase[], index: number, tail: Tail) {
  if (tail.subject?.kind === "subject" && !isOrganisation(tail.subject.subject)) return null
  if (tail.subject === null || tail.subject.kind === "qualifier") return null
  const figure = phrases[index]!.kind === "figure" ? index : index + 1
  if (phrases[figure]?.kind !== "figure") return null
  for (let back = index - 1; back > 0; back -= 1) {
    const phrase = phrases[back]!
    if (phrase === tail.subject) return null
    if (phrase.kind === "with" || phrase.kind === "comma" || phrase.kind === "and") return null
    if (phrase.kind === "verb") return phrase.verb === "reach" ? figure : null
  }
  return null
}

/** "466 HTX (năm 2020)" */
function readBracketedYear(phrases: Phrase[], index: number, tail: Tail) {
  const inside = phrases[index + 1]
  if (inside?.kind === "time" && phrases[index + 2]?.kind === "close") {
    if (inside.base) tail.base = inside
    else tail.time = inside
  }
}

export function qualifiersIn(narrowing: Phrase[]): Qualifier[] {
  const grades = new Set(narrowing.flatMap((phrase) => (phrase.kind === "grade" ? [phrase.grade] : [])))
  const orBetter = narrowing.some((phrase) => phrase.kind === "limit" && phrase.bound === "at_least")
  const telling = narrowing.some(
    (phrase) =>
      phrase.kind === "grade" ||
      (phrase.kind === "qualifier" &&
        (phrase.qualifier === "effective" || phrase.qualifier === "profitable")),
  )
  const found = narrowing.flatMap((phrase): Qualifier[] => {
    if (phrase.kind === "qualifier") return phrase.loose && telling ? [] : [phrase.qualifier]
    if (phrase.kind === "subject") return phrase.qualifiers ?? []
    if (phrase.kind === "per" && phrase.per !== "person") return [`per_${phrase.per}`]
    if (phrase.kind !== "grade") return []
    if (phrase.grade === "average" || phrase.grade === "weak") return [phrase.grade]
    return (grades.has("good") && grades.has("fair")) || (orBetter && phrase.grade === "fair")
      ? ["good_or_fair"]
      : [phrase.grade]
  })
  const levels: Qualifier[] = ["primary_training", "intermediate", "college_or_higher"]
  const exact = found.some((qualifier) => levels.includes(qualifier))
  return [...new Set(found)].filter((qualifier) => !(exact && qualifier === "trained"))
}
