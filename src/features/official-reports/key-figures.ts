import type { Locale } from "../../ui/language.ts"
import { getMeasure } from "../measures/catalogue.ts"
import { factOf, type ReportFacts } from "./facts.ts"
import { findIndicator, type Indicator } from "./indicators.ts"
import { amount } from "./sentences.ts"

const keys = ["I.1", "I.1a", "I.1b", "I.2", "I.3", "I.4", "I.5", "I.6", "II.1", "III.1", "III.2"]

export type KeyFigure = { key: string; name: string; shown: string; value: number; isEstimate: boolean }

/** What a report said, in a handful of figures. */
export function keyFigures(facts: ReportFacts, locale: Locale): KeyFigure[] {
  return keys.flatMap((key) => {
    const line = findIndicator(key)!
    const fact = factOf(facts, key, facts.period)
    if (!fact) return []
    return [
      {
        key,
        name: nameOf(line, locale),
        shown: amount(fact.value, line),
        value: fact.value,
        isEstimate: fact.isEstimate === true,
      },
    ]
  })
}

/** The tables are Vietnamese; readers of English are told by the words of the catalogue. */
function nameOf(line: Indicator, locale: Locale) {
  return locale === "en" ? getMeasure(line.measure).words.name.en : line.name
}
