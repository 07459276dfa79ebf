import { type Finding, isMoney, isOrganisation, isPeople } from "./findings.ts"
import type { Head } from "./heads.ts"
import type { Bound, Change, Holder, Qualifier, Subject, Unit } from "./page-import.ts"
import { holderOf, type Phrase } from "./phrases.ts"
import { qualifiersIn, type Tail } from "./tails.ts"

/** What has been read just before a figure. */
export type Neighbours = {
  previous: Finding | null
  whole: Finding | null
  listed: boolean
  sentence: number
}

/** One figure with its head and tail, as a finding; null when nothing says what it measures. */
export function buildFinding(
  phrases: Phrase[],
  index: number,
  head: Head,
  tail: Tail,
  neighbours: Neighbours,
): Finding | null {
  const figure = phrases[index]!
  const again = sameAgain(figure, head, tail, neighbours)
  const named = again
    ? { subject: again.subject, fromHead: false }
    : nameSubject(figure, head, tail, neighbours)
  if (!named) return null
  const { subject, fromHead } = named
  const ownWords = fromHead || describesSame(head, subject) || !hasOwnSubject(head, tail)

  const leading = head.change === null || head.change.change === "strengthened"
  const narrowing = [
    ...head.pers,
    ...(ownWords ? head.nouns : []),
    ...(ownWords || leading ? head.narrowing : []),
    ...(tail.subject?.kind === "subject" ? [tail.subject] : []),
    ...tail.narrowing,
    ...tail.others.filter((phrase) => phrase.kind === "per" || phrase.kind === "subject"),
    ...(tail.limit ? [tail.limit] : []),
  ].sort((one, other) => one.start - other.start)
  const rate = head.rate ?? tail.others.find((phrase) => phrase.kind === "rate") ?? null
  // "thu nhập trung bình" is a mean, and no grade.
  const qualifiers = qualifiersIn(
    isMoney(subject) ? narrowing.filter((phrase) => phrase.kind !== "grade") : narrowing,
  )
  if (tail.condition !== null && isOrganisation(subject)) qualifiers.push("other")
  const change = readChange(figure, subject, head, tail, rate !== null, qualifiers, neighbours)
  const finding: Finding = {
    start: Math.min(
      headStart(head, figure, fromHead || describesSame(head, subject)),
      hasOwnSubject(head, tail) ? figure.start : (head.narrowing[0]?.start ?? figure.start),
    ),
    end: tail.end,
    sentence: neighbours.sentence,
    subject,
    holder: holderFor(subject, head, tail, neighbours),
    change,
    value: null,
    value_max: null,
    unit: "percent",
    base_year: (tail.base ?? head.base)?.to ?? null,
    bound: "exact",
    qualifiers,
    by: null,
    of: null,
  }
  if (figure.kind === "fewest") {
    if (!isOrganisation(subject) || !qualifiers.some((name) => name === "weak" || name === "other"))
      return null
    return { ...finding, change: "level", bound: "as_few_as_possible" }
  }
  if (figure.kind === "none_left") {
    if (!isOrganisation(subject)) return null
    return { ...finding, value: 0, unit: "count" }
  }
  if (figure.kind !== "figure") return null
  return {
    ...finding,
    value: figure.value,
    value_max: figure.max,
    unit: readUnit(figure, subject, change, rate),
    bound: readBound(figure, head, tail),
    ...(again && { holder: again.holder, change: again.change, qualifiers: again.qualifiers }),
  }
}

/** "đến năm 2025 có 50% HTX tham gia chuỗi giá trị, đến năm 2030 là 70%": the same measure, another year. */
function sameAgain(figure: Phrase, head: Head, tail: Tail, { previous, sentence }: Neighbours) {
  if (previous?.sentence !== sentence || hasOwnSubject(head, tail) || tail.narrowing.length > 0) return null
  if (!head.time || figure.kind !== "figure") return null
  const unit = readUnit(figure, previous.subject, previous.change, null)
  return unit.split("_")[0] === previous.unit.split("_")[0] ? previous : null
}

function headStart(head: Head, figure: Phrase, withNouns: boolean) {
  return Math.min(head.start, figure.start, (withNouns ? head.nounStart : null) ?? figure.start)
}

/** "Số HTX nông nghiệp đạt 80 HTX": both sides name the same thing. */
function describesSame(head: Head, subject: Subject) {
  const first = head.nouns[0]
  return first?.kind === "subject" && first.subject === subject && head.verb?.verb !== "attract"
}

function nameSubject(figure: Phrase, head: Head, tail: Tail, neighbours: Neighbours) {
  const { previous, whole } = neighbours
  const unit = figure.kind === "figure" ? figure.unit : "count"
  const right = tail.subject ? subjectOf(tail.subject) : null
  const weak = tail.subject?.kind === "subject" && tail.subject.weak === true
  const nouns = head.nouns.map(subjectOf)
  const around: (Subject | null)[] = [
    ...nouns,
    ...tail.others.map((phrase) => (phrase.kind === "subject" ? phrase.subject : null)),
    right,
  ]
  if (unit === "percent" || unit === "money") {
    for (const total of ["grdp_share", "budget_contribution"] as const) {
      if (around.includes(total)) return { subject: total, fromHead: nouns.includes(total) }
    }
  }
  if (unit === "hectare") return { subject: "area" as const, fromHead: nouns.includes("area") }
  if (unit === "money" || (figure.kind === "figure" && figure.scale >= 1e6 && !right)) {
    const amount = nouns.findLast((noun) => isMoney(noun)) ?? (right && isMoney(right) ? right : null)
    if (amount) return { subject: amount, fromHead: nouns.includes(amount) }
    const profits = head.narrowing.some((one) => one.kind === "qualifier" && one.qualifier === "profitable")
    if (profits) return { subject: "profit" as const, fromHead: true }
    if (unit === "money") {
      return previous && isMoney(previous.subject) ? { subject: previous.subject, fromHead: false } : null
    }
  }
  const left = nouns[0]
  if (
    left &&
    (weak ||
      (head.verb?.verb === "reach" && unit === "percent" && right && left !== right && !isOrganisation(left)))
  ) {
    return { subject: left, fromHead: true }
  }
  if (right && !(weak && (whole || !left))) return { subject: wholeOf(tail, right), fromHead: false }
  if (left && leads(figure, head)) return { subject: left, fromHead: true }
  if (right && weak && right === "member") return { subject: right, fromHead: false }
  if (previous && neighbours.listed && figure.kind === "figure") {
    const grows = unit === "times" || (unit === "percent" && head.change?.change === "growth")
    if (grows) return { subject: previous.subject, fromHead: false }
  }
  // "500 HTX, 80% hoạt động hiệu quả"
  const said = tail.narrowing.length > 0 || head.narrowing.length > 0
  const counted = previous && (isOrganisation(previous.subject) || isPeople(previous.subject))
  if (counted && unit === "percent" && previous.sentence === neighbours.sentence && said) {
    return { subject: previous.subject, fromHead: false }
  }
  if (head.sector && head.change?.change === "growth") return { subject: "other" as const, fromHead: true }
  // "trong đó 80 nông nghiệp": something must say which of them are counted.
  const narrowed = tail.narrowing.length > 0 || head.narrowing.length > 0 || head.colon || head.measured
  if (whole && unit !== "times" && (unit !== "count" || narrowed))
    return { subject: whole.subject, fromHead: false }
  return null
}

function subjectOf(phrase: NonNullable<Tail["subject"]>): Subject {
  if (phrase.kind === "subject") return phrase.subject
  if (phrase.kind === "place" && phrase.place === "commune") return "commune"
  return "other"
}

/** "100% HTX, THT, liên hiệp HTX": all kinds together are the organisations of the collective economy. */
function wholeOf(tail: Tail, first: Subject): Subject {
  const kinds = new Set(tail.subjects.filter(isOrganisation))
  return isOrganisation(first) && (kinds.size >= 3 || kinds.has("organisation")) ? "organisation" : first
}

/** Whether a subject on the left may carry a figure that has none on its right. */
function leads(figure: Phrase, head: Head) {
  if (figure.kind !== "figure" || figure.unit !== "count") return true
  return head.measured || head.verb !== null || head.colon || head.bound !== null || head.change !== null
}

function readBound(figure: Extract<Phrase, { kind: "figure" }>, head: Head, tail: Tail): Bound {
  if (figure.max !== null) return "between"
  if (tail.limit && !tail.narrowing.some((phrase) => phrase.kind === "grade" && phrase.end > figure.end)) {
    return tail.limit.bound
  }
  if (head.bound) return head.bound.bound
  return figure.from ? "at_least" : "exact"
}

function readUnit(
  figure: Extract<Phrase, { kind: "figure" }>,
  subject: Subject,
  change: Change,
  rate: Phrase | null,
): Unit {
  const every = rate?.kind === "rate" ? rate.every : null
  switch (figure.unit) {
    case "percent":
      return change === "growth" && every === "year" ? "percent_per_year" : "percent"
    case "money":
      return every ? `vnd_per_${every}` : "vnd"
    case "count":
      if (isMoney(subject)) return every ? `vnd_per_${every}` : "vnd"
      return every === "year" ? "count_per_year" : "count"
    default:
      return figure.unit
  }
}

function readChange(
  figure: Phrase,
  subject: Subject,
  head: Head,
  tail: Tail,
  yearly: boolean,
  qualifiers: Qualifier[],
  { previous, whole, listed }: Neighbours,
): Change {
  const unit = figure.kind === "figure" ? figure.unit : "count"
  if (unit === "times") return "growth"
  if (tail.newly && isOrganisation(subject)) return "new"
  if (tail.newly && isPeople(subject)) return "added"
  const newlyLed = head.narrowing.some((phrase) => phrase.kind === "newly")
  if (newlyLed && isOrganisation(subject)) return "new"
  if (newlyLed && isPeople(subject)) return "added"
  if (head.verb?.verb === "rise" || head.verb?.verb === "fall") return "level"
  if (head.verb?.verb === "reduce" && isOrganisation(subject)) return "end"

  const said = head.change?.change
  if (said === "growth" || said === "added") {
    if (unit === "percent") return "growth"
    return said === "growth" && unit === "points" ? "added" : "added"
  }
  if (said === "new") return foundedOr(subject)
  if (said === "level") return yearly && isOrganisation(subject) && unit === "count" ? "new" : "level"
  if (said) return said

  if (whole && whole.subject === subject) return whole.change === "growth" ? "level" : whole.change
  // "thành lập 02 LHHTX, quy tụ 08 HTX thành viên": those that join are there already.
  const joins = qualifiers.includes("member_of_union")
  const inherited = listed && !joins && unit === "count" ? previous?.change : null
  if (inherited === "new") return foundedOr(subject)
  if (inherited === "added" || inherited === "strengthened" || inherited === "end") return inherited
  return "level"
}

/** Only organisations, models and products are founded: people who come with them are added. */
function foundedOr(subject: Subject): Change {
  if (isPeople(subject)) return "added"
  return subject === "commune" || isMoney(subject) ? "level" : "new"
}

function holderFor(
  subject: Subject,
  head: Head,
  tail: Tail,
  { previous, whole, listed, sentence }: Neighbours,
): Holder | null {
  if (!isPeople(subject) && !isMoney(subject) && subject !== "product") return null
  const near = [...tail.others, ...(tail.subject ? [tail.subject] : []), ...head.nouns, ...head.pers]
  for (const phrase of near) {
    if (phrase.kind === "subject") {
      const holder = holderOf(phrase.subject)
      if (holder) return holder
    }
    if (phrase.kind === "per" && phrase.holder) return phrase.holder
    if (phrase.kind === "sector") return "organisation"
  }
  if (head.sector) return "organisation"
  if (head.joined && previous && listed) return holderOf(previous.subject) ?? previous.holder
  if (whole) return holderOf(whole.subject) ?? whole.holder
  // "vốn của các HTX đạt 900 tỷ đồng, tăng 1,8 lần": whose it is was said with what it is.
  const continues = !hasOwnSubject(head, tail) && previous?.subject === subject
  return continues && previous.sentence === sentence ? previous.holder : null
}

export function hasOwnSubject(head: Head, tail: Tail) {
  return tail.subject !== null || head.nouns.length > 0
}
