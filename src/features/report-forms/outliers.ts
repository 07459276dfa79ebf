import type { FormDefinition, FormField, ReportValues } from "./definition.ts"

/**
 * Far from what others report: the modified z-score of Boris Iglewicz and David Hoaglin, How to Detect and Handle
 * Outliers (ASQC Quality Press 1993), 0.6745 × (x − median) ÷ MAD, with their threshold of 3.5. Where more than half
 * report the same, the MAD is nothing, and the mean absolute deviation serves: (x − median) ÷ (1.253314 × mean).
 * The rest is ours: the median of fewer than ten says little, and what is not even twice the median is no question.
 */
export const outlierRule = { threshold: 3.5, fewestPeers: 10, leastTimes: 2 } as const

/** How far a value stands from those of its peers. */
type Distance = { score: number; median: number; peers: number }

/**
 * The distance of a value from its peers where it is so far that one should ask; otherwise nothing. What an
 * organisation has spreads by times rather than by amounts, so times are compared, among those that have any of it;
 * what may be negative is compared by amounts near the median and by times far from it.
 */
export function farFrom(
  value: number,
  peers: readonly number[],
  { mayBeNegative = false }: { mayBeNegative?: boolean } = {},
): Distance | undefined {
  const compared = mayBeNegative ? peers : peers.filter((peer) => peer > 0)
  if (compared.length < outlierRule.fewestPeers || (!mayBeNegative && value <= 0)) return undefined

  const typical = medianOf(compared.map(Math.abs))
  const scale = (amount: number) => (mayBeNegative ? Math.asinh(amount / (typical || 1)) : Math.log(amount))
  const middle = medianOf(compared.map(scale))
  const away = compared.map((peer) => Math.abs(scale(peer) - middle))
  const spread = medianOf(away) / 0.6745 || (1.253314 * away.reduce((sum, one) => sum + one, 0)) / away.length
  if (spread === 0) return undefined

  const median = medianOf(compared)
  const score = (scale(value) - middle) / spread
  const isFar = Math.abs(score) > outlierRule.threshold && isTimesApart(value, median, typical)
  return isFar ? { score, median, peers: compared.length } : undefined
}

function isTimesApart(value: number, median: number, typical: number) {
  const { leastTimes } = outlierRule
  if (value > 0 && median > 0) return value >= median * leastTimes || value * leastTimes <= median
  return Math.abs(value - median) >= typical * (leastTimes - 1)
}

function medianOf(values: readonly number[]) {
  const sorted = [...values].sort((one, other) => one - other)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** Numbers that are compared: not the parts of a total, which would ask the same twice. */
export function comparedFields({ fields }: Pick<FormDefinition, "fields">): FormField[] {
  const parts = new Set(fields.flatMap(({ total_of }) => total_of ?? []))
  const numbers: readonly string[] = ["count", "money", "area", "share"]
  return fields.filter(({ code, kind }) => numbers.includes(kind) && !parts.has(code))
}

/** A value that is far from those of others; the one who answers for it is asked, never refused. */
export type Outlier = Distance & {
  /** As answers are kept under: "outlier:revenue". */
  rule: string
  field: string
  value: number
}

/** Nobody is asked about more at once. */
const mostQuestions = 5

/** Which values of a form are far from those of its peers; the farthest first. */
export function outliersAmong(
  definition: Pick<FormDefinition, "fields">,
  values: ReportValues,
  peers: readonly ReportValues[],
): Outlier[] {
  return comparedFields(definition)
    .flatMap(({ code, least = 0 }): Outlier[] => {
      const value = values[code]
      if (typeof value !== "number") return []
      const others = peers.map((peer) => peer[code]).filter((other) => typeof other === "number")
      const found = farFrom(value, others, { mayBeNegative: least < 0 })
      return found ? [{ rule: `outlier:${code}`, field: code, value, ...found }] : []
    })
    .sort((one, other) => Math.abs(other.score) - Math.abs(one.score))
    .slice(0, mostQuestions)
}
