import type { FormDefinition, FormField, ReportValues } from "./definition.ts"

/**
 * Far from what others report: the modified z-score of Boris Iglewicz and David Hoaglin, How to Detect and Handle
 * Outliers (ASQC Quality Press 1993), 0.6745 × (x − median) ÷ MAD, with their threshold of 3.5. Where more than half
 * report the same, the MAD is nothing, and the mean absolute deviation serves: (x − median) ÷ (1.253314 × mean).
 * The rest is ours: the median of fewer than ten says little, what is not even twice the median is no question, and
 * what is counted in few, such as members who left, differs by chance.
 */
export const outlierRule = { threshold: 3.5, fewestPeers: 10, leastTimes: 2, leastApart: 10 } as const

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

  const typical = mayBeNegative ? medianOf(sorted(compared.map(Math.abs))) : 1
  const scale = (amount: number) => (mayBeNegative ? Math.asinh(amount / (typical || 1)) : Math.log(amount))
  // In order once and for all: the scale keeps it.
  const values = sorted(compared)
  const scaled = values.map(scale)
  const middle = medianOf(scaled)
  const away = scaled.map((peer) => Math.abs(peer - middle)).sort()
  const spread = medianOf(away) / 0.6745 || (1.253314 * away.reduce((sum, one) => sum + one, 0)) / away.length
  if (spread === 0) return undefined

  const median = medianOf(values)
  const score = (scale(value) - middle) / spread
  const isFar = Math.abs(score) > outlierRule.threshold && isTimesApart(value, median, typical)
  return isFar ? { score, median, peers: compared.length } : undefined
}

function isTimesApart(value: number, median: number, typical: number) {
  const { leastTimes } = outlierRule
  if (value > 0 && median > 0) return value >= median * leastTimes || value * leastTimes <= median
  return Math.abs(value - median) >= typical * (leastTimes - 1)
}

function sorted(values: readonly number[]) {
  return Float64Array.from(values).sort()
}

function medianOf(inOrder: Float64Array) {
  const half = inOrder.length >> 1
  return inOrder.length % 2 === 1 ? inOrder[half]! : (inOrder[half - 1]! + inOrder[half]!) / 2
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
    .flatMap(({ code, kind, least = 0 }): Outlier[] => {
      const value = values[code]
      if (typeof value !== "number") return []
      const others = peers.map((peer) => peer[code]).filter((other) => typeof other === "number")
      const found = farFrom(value, others, { mayBeNegative: least < 0 })
      const isChance = kind === "count" && found && Math.abs(value - found.median) < outlierRule.leastApart
      return found && !isChance ? [{ rule: `outlier:${code}`, field: code, value, ...found }] : []
    })
    .sort((one, other) => Math.abs(other.score) - Math.abs(one.score))
    .slice(0, mostQuestions)
}
