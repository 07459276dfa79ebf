import { buildFinding, hasOwnSubject, type Neighbours } from "./build-finding.ts"
import { type Finding, isOrganisation, isPeople, type Mood } from "./findings.ts"
import { type Head, readHead } from "./heads.ts"
import { holdForList, type Lead, leadOf } from "./leads.ts"
import type { Unit } from "./page-import.ts"
import type { Phrase } from "./phrases.ts"
import { readTail, type Tail } from "./tails.ts"

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
  let goalFrom: number | null = null
  let from = 0
  let part: Part | null = context.whole
    ? { whole: context.whole, unit: null, bracket: false, list: true }
    : null
  let outer: Part | null = null
  let before: { mood: Mood; year: number | null; past: boolean } | null = null
  let previous: Finding | null = null
  let listed = true
  let lead: Lead | null = null

  for (let index = 0; index < phrases.length; index += 1) {
    const phrase = phrases[index]!
    switch (phrase.kind) {
      case "stop":
        goalFrom = null
        sentence += 1
        from = index + 1
        part = null
        listed = false
        lead = null
        if (!continuesBefore(phrases, index + 1)) {
          mood = resting
          past = false
        }
        continue
      case "semicolon":
        from = index + 1
        lead = null
        if (part && !part.list) part = { ...part, fading: true }
        continue
      case "goal":
        goalFrom ??= from
        from = index + 1
        mood = "goal"
        if (context.mood !== "result") resting = "goal"
        past = false
        listed = false
        lead = null
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
        lead = null
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
        before = { mood, year, past }
        part = { whole: previous, unit: null, bracket: true, list: true }
        continue
      case "close":
        from = index + 1
        if (part?.bracket) part = outer
        // "(năm 2020 là 466 HTX)" says nothing of what stands after it.
        if (before) ({ mood, year, past } = before)
        before = null
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
    const neighbours: Neighbours = { previous, whole, listed, sentence }
    const finding: Finding | null =
      buildFinding(phrases, index, head, tail, neighbours) ??
      acrossTheGoal(phrases, index, goalFrom, tail, neighbours)
    goalFrom = null
    if (tail.condition !== null) index = tail.condition
    if (!finding) continue

    const tailPast = tail.time !== null && context.firstYear !== null && tail.time.to < context.firstYear
    const tailAhead = tail.time !== null && !tailPast && mood !== "neutral"
    const restated = restates(phrases, index, part, head, tail)
    const aimed = tailAhead || mood === "goal" || (mood === "neutral" && isFounding(head))
    const reported = tail.reported && finding.change !== "strengthened" && finding.change !== "end"
    index = Math.max(index, tail.next - 1)
    if (reported) mood = "result"
    if (!aimed || tailPast || reported || superseded || restated) continue
    finding.by = tail.time?.to ?? year
    lead = leadOf(head, listed ? lead : null)
    if (lead) holdForList(finding, lead)
    if (listed && tail.newly && previous && head.change === null) foundedTogether(previous)
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

/** "Nâng thu nhập của thành viên, phấn đấu đạt 70 triệu đồng": the subject may stand before the word of aim. */
function acrossTheGoal(
  phrases: Phrase[],
  index: number,
  from: number | null,
  tail: Tail,
  neighbours: Neighbours,
): Finding | null {
  const figure = phrases[index]!
  if (from === null || figure.kind !== "figure") return null
  const head = readHead(phrases, index, from, tail)
  return head.measured || figure.unit === "money"
    ? buildFinding(phrases, index, head, tail, neighbours)
    : null
}

/** "có thêm 10 HTX và 50 THT được thành lập": the last words of a list say it of all before them. */
function foundedTogether(previous: Finding) {
  if (previous.change === "added" && isOrganisation(previous.subject)) previous.change = "new"
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
function restates(phrases: Phrase[], index: number, part: Part | null, head: Head, tail: Tail) {
  const figure = phrases[index]!
  if (figure.kind !== "figure" || figure.unit !== "percent" || !part?.bracket) return false
  // "(lĩnh vực nông nghiệp 45%)" says it of some of them.
  if (head.narrowing.length > 0 || tail.narrowing.length > 0) return false
  return phrases[index - 1]?.kind !== "part" && phrases[index + 1]?.kind === "close"
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
