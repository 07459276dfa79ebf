import { readMarker } from "./bullets.ts"
import { type Context, readClauses } from "./clauses.ts"
import type { Finding, Mood } from "./findings.ts"
import type { Period, Target } from "./page-import.ts"
import { readPhrases } from "./phrases.ts"
import type { ParagraphRole } from "./plan-sections.ts"

type Placed = Finding & { paragraph: number }

export type PlanFrame = {
  period: Period | null
  /** The year the plan was issued or the page published: what came before it has happened. */
  year: number | null
}

const moods: Record<ParagraphRole, Mood> = {
  objectives: "goal",
  orientations: "neutral",
  solutions: "neutral",
  results: "result",
  other: "neutral",
  opening: "result",
}

/** The measurable targets that a plan's paragraphs set, in the order they stand, each said once. */
export function readTargets(paragraphs: string[], roles: ParagraphRole[], frame: PlanFrame): Target[] {
  const firstYear = frame.period?.from ?? frame.year
  const placed: Placed[] = []
  let role: ParagraphRole | null = null
  let carried: Context | undefined
  let bullet: string | null = null
  for (const [paragraph, text] of paragraphs.entries()) {
    if (roles[paragraph] !== role) carried = undefined
    role = roles[paragraph] ?? "opening"
    const marker = readMarker(text)
    // The bullets of "trong đó:" share one mark; another mark is back with the whole.
    if (carried?.whole && bullet !== null && marker.style !== bullet) carried = { ...carried, whole: null }
    if (carried?.whole) bullet = marker.style
    const context: Context = carried ?? { mood: moods[role], firstYear, year: null, whole: null }

    const { findings, after } = readClauses(readPhrases(text, marker.length), context)
    for (const finding of findings) placed.push(Object.assign(finding, { paragraph }))
    const introduces = /[::]\s*$/.test(text) || (findings.length === 0 && text.length < 120)
    if (introduces) {
      carried = after
      bullet = null
    }
  }

  const kept = dropRepeated(placed)
  const planEnd = frame.period?.to ?? null
  const order = new Map<Finding, number>(kept.map((finding, index) => [finding, index]))
  return kept.map((finding) => toTarget(finding, paragraphs, order, planEnd))
}

/** A target said twice stays where it is said most fully; what was part of the other becomes part of it. */
function dropRepeated(placed: Placed[]) {
  const kept = new Set<Placed>()
  const alike = new Map<string, Placed[]>()
  const fuller = new Map<Finding, Placed>()
  for (const finding of placed) {
    const key = [finding.subject, finding.value, finding.value_max, finding.unit, finding.by].join()
    const others = alike.get(key) ?? []
    alike.set(key, others)
    const other = others.find((candidate) => repeats(finding, candidate))
    if (other && fullness(finding) <= fullness(other)) {
      fuller.set(finding, other)
      continue
    }
    if (other) {
      fuller.set(other, finding)
      kept.delete(other)
      others.splice(others.indexOf(other), 1)
    }
    // A page that says one figure a thousand times is compared with its first few only.
    if (others.length < 20) others.push(finding)
    kept.add(finding)
  }
  for (const finding of kept) {
    while (finding.of && fuller.has(finding.of)) finding.of = fuller.get(finding.of)!
    if (finding.of === finding || !kept.has(finding.of as Placed)) finding.of = null
  }
  return [...kept]
}

function repeats(one: Placed, other: Placed) {
  if (one.paragraph === other.paragraph && one.sentence === other.sentence) return false
  if (one.subject !== other.subject || one.value !== other.value || one.value_max !== other.value_max)
    return false
  if (one.unit !== other.unit || one.by !== other.by) return false
  if (one.holder !== other.holder && one.holder && other.holder) return false
  const levels = one.change === "level" || other.change === "level"
  if (one.change !== other.change && !levels) return false
  const [fewer, more] =
    one.qualifiers.length < other.qualifiers.length
      ? [one.qualifiers, other.qualifiers]
      : [other.qualifiers, one.qualifiers]
  if (fewer.length === 0 && more.length > 0 && (one.value ?? 0) <= 10) return false
  return fewer.every((qualifier) => more.includes(qualifier))
}

function fullness(finding: Placed) {
  const details = finding.qualifiers.length + (finding.of ? 1 : 0) + (finding.holder ? 1 : 0)
  const telling = (finding.change === "level" ? 0 : 1) + (finding.bound === "exact" ? 0 : 1)
  return (details + telling) * 1000 + (finding.end - finding.start)
}

function toTarget(
  finding: Placed,
  paragraphs: string[],
  order: Map<Finding, number>,
  planEnd: number | null,
): Target {
  const { paragraph, start, end } = finding
  return {
    quote: paragraphs[paragraph]!.slice(start, end),
    paragraph,
    start,
    end,
    subject: finding.subject,
    holder: finding.holder,
    change: finding.change,
    value: finding.value,
    value_max: finding.value_max,
    unit: finding.unit,
    base_year: finding.base_year,
    bound: finding.bound,
    qualifiers: finding.qualifiers,
    of: (finding.of && order.get(finding.of)) ?? null,
    by: finding.by === planEnd ? null : finding.by,
  }
}
