import { cooperativeMeasures } from "./cooperative-measures.ts"
import { coverageMeasures } from "./coverage-measures.ts"
import type { Entry, FactTopic } from "./entry.ts"
import { groupMeasures } from "./group-measures.ts"
import { planMeasures } from "./plan-measures.ts"
import { supportMeasures } from "./support-measures.ts"
import { unionMeasures } from "./union-measures.ts"

export {
  type Better,
  type BreakdownBy,
  type FactTopic,
  type MeasureKind,
  type MeasureSection,
  measureSections,
  type Shown,
  type Unit,
} from "./entry.ts"

/**
 * Every countable thing, in the order of the ministry's table. Pages, targets, reports, charts and open data all
 * count by asking for one of these. Whoever needs another adds an entry to one of the tables, and nothing else.
 */
const entries = {
  ...cooperativeMeasures,
  ...unionMeasures,
  ...groupMeasures,
  ...supportMeasures,
  ...planMeasures,
  ...coverageMeasures,
}

export type MeasureCode = keyof typeof entries
export const measureCodes = Object.keys(entries) as MeasureCode[]

export type Measure = Entry & {
  code: MeasureCode
  /** A figure is good until a fact of one of these changes. */
  topics: readonly FactTopic[]
}

export function getMeasure(code: MeasureCode): Measure {
  return measures.get(code)!
}

/** For words that people type: nothing where no measure is called so. */
export function findMeasure(word: string): Measure | undefined {
  return measures.get(word.replaceAll("-", "_") as MeasureCode)
}

export function listMeasures(): Measure[] {
  return [...measures.values()]
}

const measures = new Map<MeasureCode, Measure>(
  measureCodes.map((code) => {
    const entry: Entry = entries[code]
    return [code, { ...entry, code, topics: topicsOf(entry) }]
  }),
)

function topicsOf({ isReported, shows }: Entry): FactTopic[] {
  // A group's large field is known from its reports, though its founding is an event.
  return isReported || shows === "hectares" ? ["places", "register", "reports"] : ["places", "register"]
}
