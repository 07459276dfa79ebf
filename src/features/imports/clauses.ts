import { type Finding, isMoney, isOrganisation, isPeople, type Mood } from "./findings.ts"
import { type Head, readHead } from "./heads.ts"
import type { Bound, Change, Holder, Subject, Unit } from "./page-import.ts"
import { holderOf, type Phrase } from "./phrases.ts"
import { qualifiersIn, readTail, type Tail } from "./tails.ts"

/** What a paragraph knows before its first word, and what it leaves to the bullets under it. */
export type Context = {
  /** How figures are taken when the sentence does not say: a plan's aims, or a report's results. */
  mood: Mood
  /** The first year that lies ahead; figures of earlier years are results. */
  firstYear: number | null
  year: number | null
  /** The target that the bullets below "trong đó:" are parts of. */
  whole: Finding | null
}

type Part = {
  whole: Finding | null
  unit: Unit | null
  bracket: boolean
  /** "trong đó:" opens a list that goes on after a semicolon. */
  list: boolean
  /** After a semicolon only figures without a subject of their own are still parts. */
  fading?: boolean
}

/** Reads one paragraph's phrases into findings, and the context it leaves behind. */
export function readClauses(phrases: Phrase[], context: Context): { findings: Finding[]; after: Context } {
  const findings: Finding[] = []
  let { mood, year } = context
  let resting = mood
  let past = false
  let sentence = 0
  let from = 0
  let part: Part | null = context.whole
    ? { whole: context.whole, unit: null, bracket: false, list: true }
    : null
  let outer: Part | null = null
  let previous: Finding | null = null
  let listed = true

  for (let index = 0; index < phrases.length; index += 1) {
    const phrase = phrases[index]!
    switch (phrase.kind) {
      case "stop":
        sentence += 1
        from = index + 1
        part = null
        listed = false
        if (!continuesBefore(phrases, index + 1)) {
          mood = resting
          past = false
        }
        continue
      case "semicolon":
        from = index + 1
        if (part && !part.list) part = { ...part, fading: true }
        continue
      case "goal":
        from = index + 1
        mood = "goal"
        if (context.mood !== "result") resting = "goal"
        past = false
        listed = false
        continue
      case "result":
        if (!reportsTheAim(phrases, index)) {
          mood = "result"
          past = false
        }
        continue
      case "time":
        // The year of a law is part of its name.
        if (phrase.base || phrases[index - 1]?.kind === "name") continue
        if (context.firstYear !== null && phrase.to < context.firstYear) {
          mood = "result"
          past = true
        } else {
          year = phrase.to
          if (mood === "result" && (past || !justReported(phrases, index))) mood = "goal"
          else if (mood === "neutral" && context.mood !== "result") mood = "neutral"
          past = false
        }
        continue
      case "part":
        from = index + 1
        part = { whole: previous, unit: null, bracket: false, list: phrases[index + 1]?.kind === "colon" }
        continue
      case "open":
        from = index + 1
        outer = part
        part = { whole: previous, unit: null, bracket: true, list: true }
        continue
      case "close":
        from = index + 1
        if (part?.bracket) part = outer
        outer = null
        continue
      case "verb":
        if (phrase.verb === "reach") listed = false
        continue
      case "figure":
      case "fewest":
      case "none_left":
        break
      default:
        continue
    }

    const tail = readTail(phrases, index)
    const head = readHead(phrases, index, from, tail)
    if (qualifiesTheNext(phrases, index, head, tail)) {
      phrases[index] = { ...phrase, kind: "qualifier", qualifier: "other" } as Phrase
      continue
    }
    const superseded = isStartingPoint(phrases, index, tail)
    // What stands today leaves its subject to the figure it is to become.
    if (!superseded || index - from > 40) from = Math.max(index + 1, tail.next)
    const whole = part?.whole ?? null
    const finding = buildFinding(phrases, index, head, tail, { previous, whole, listed, sentence })
    if (tail.condition !== null) index = tail.condition
    if (!finding) continue

    const tailPast = tail.time !== null && context.firstYear !== null && tail.time.to < context.firstYear
    const tailAhead = tail.time !== null && !tailPast && mood !== "neutral"
    const restated = restates(phrases, index, part)
    const aimed = tailAhead || mood === "goal" || (mood === "neutral" && isFounding(head))
    const reported = tail.reported && finding.change !== "strengthened" && finding.change !== "end"
    index = Math.max(index, tail.next - 1)
    if (reported) mood = "result"
    if (!aimed || tailPast || reported || superseded || restated) continue
    finding.by = tail.time?.to ?? year
    finding.of = part?.fading && hasOwnSubject(head, tail) ? null : partOf(finding, part, findings)
    if (finding.of && part) part.unit ??= finding.unit
    findings.push(finding)
    previous = finding
    listed = true
    if (head.change && !finding.of && part && !part.bracket) part = null
    if (tail.time) year = tail.time.to
  }

  const lastPhrases = phrases.slice(-3)
  const opensList = phrases.at(-1)?.kind === "colon"
  const opensParts = opensList && lastPhrases.some((phrase) => phrase.kind === "part")
  return {
    findings,
    after: {
      mood: opensList && mood !== "neutral" ? mood : context.mood,
      firstYear: context.firstYear,
      year,
      whole: opensParts ? previous : null,
    },
  }
}

/** "Trong đó, …" at the start of a sentence speaks of the sentence before it. */
function continuesBefore(phrases: Phrase[], index: number) {
  return phrases[index]?.kind === "part"
}

/** "đã đề ra mục tiêu" tells of an aim, "đã qua đào tạo" of a skill. */
function reportsTheAim(phrases: Phrase[], index: number) {
  const next = phrases[index + 1]
  return next?.kind === "goal" || next?.kind === "qualifier"
}

/** "tính đến năm 2025", "ước đến cuối năm 2025": the year itself is what was reported. */
function justReported(phrases: Phrase[], index: number) {
  return phrases[index - 1]?.kind === "result"
}

function hasOwnSubject(head: Head, tail: Tail) {
  return tail.subject !== null || head.nouns.length > 0
}

function isFounding(head: Head) {
  const change = head.change?.change
  return change === "new" || change === "added" || change === "end"
}

/** "từ 60% lên 75%": the first figure is where things stand today. */
function isStartingPoint(phrases: Phrase[], index: number, tail: Tail) {
  const figure = phrases[index]!
  if (figure.kind !== "figure" || !figure.from || figure.max !== null) return false
  const next = phrases[tail.next]
  return next?.kind === "verb" && (next.verb === "rise" || next.verb === "fall")
}

/** "Số HTX có doanh thu trên 1 tỷ đồng/năm chiếm 30%": the first figure says which cooperatives are meant. */
function qualifiesTheNext(phrases: Phrase[], index: number, head: Head, tail: Tail) {
  const [noun] = head.nouns
  if (!head.measured || noun?.kind !== "subject" || !isOrganisation(noun.subject)) return false
  const after = phrases[tail.next]?.kind === "bound" ? tail.next + 1 : tail.next
  if (phrases[after]?.kind !== "figure" || phrases[tail.next - 1]?.kind !== "verb") return false
  return head.verb?.verb === "reach" && tail.next - index < 8
}

/** "70 HTX (chiếm 35%)" says the same share twice; "đạt 106% kế hoạch" reports. */
function restates(phrases: Phrase[], index: number, part: Part | null) {
  const figure = phrases[index]!
  if (figure.kind !== "figure" || figure.unit !== "percent" || !part?.bracket) return false
  return phrases[index - 1]?.kind !== "part" && phrases[index + 1]?.kind === "close"
}

type Neighbours = { previous: Finding | null; whole: Finding | null; listed: boolean; sentence: number }

function buildFinding(
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
  const qualifiers = qualifiersIn(narrowing)
  if (tail.condition !== null && isOrganisation(subject)) qualifiers.push("other")
  const change = readChange(figure, subject, head, tail, rate !== null, neighbours)
  const finding: Finding = {
    start: headStart(head, figure, fromHead || describesSame(head, subject)),
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
  const counted = previous && (isOrganisation(previous.subject) || isPeople(previous.subject))
  if (
    counted &&
    unit === "percent" &&
    previous.sentence === neighbours.sentence &&
    tail.narrowing.length > 0
  ) {
    return { subject: previous.subject, fromHead: false }
  }
  if (head.sector && head.change?.change === "growth") return { subject: "other" as const, fromHead: true }
  // "trong đó 80 nông nghiệp": something must say which of them are counted.
  const narrowed = tail.narrowing.length > 0 || head.narrowing.length > 0 || head.colon
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
  { previous, whole, listed }: Neighbours,
): Change {
  const unit = figure.kind === "figure" ? figure.unit : "count"
  if (unit === "times") return "growth"
  if (tail.newly && isOrganisation(subject)) return "new"
  if (tail.newly && isPeople(subject)) return "added"
  const newlyLed = head.narrowing.some((phrase) => phrase.kind === "newly")
  if (newlyLed && isOrganisation(subject)) return "new"
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
  const inherited = listed && unit === "count" ? previous?.change : null
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
  { previous, whole, listed }: Neighbours,
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
  return null
}

/** A part is of the same kind as its whole, no larger, and counted like the parts beside it. */
function partOf(finding: Finding, part: Part | null, findings: Finding[]) {
  if (!part || finding.value === null) return null
  if (part.unit !== null && part.unit !== finding.unit) return null
  if (finding.change === "growth" || (finding.change === "added" && part.whole?.change !== "added"))
    return null
  const candidates = [part.whole, ...findings.slice(-12).reverse()].filter((one) => one !== null)
  const fits = candidates.find((whole) => isPartOf(finding, whole) && (whole === part.whole || !part.bracket))
  if (fits) return fits.of && part.whole !== fits ? fits.of : fits
  return null
}

function isPartOf(part: Finding, whole: Finding) {
  const sameKind =
    part.subject === whole.subject ||
    (whole.subject === "organisation" && isOrganisation(part.subject)) ||
    (isPeople(part.subject) && isPeople(whole.subject))
  if (!sameKind || whole.value === null) return false
  if (part.unit !== whole.unit) return part.unit === "percent"
  return part.unit.startsWith("percent") || part.value! <= (whole.value_max ?? whole.value)
}
