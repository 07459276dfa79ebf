import type { Paths } from "../../paths.ts"
import { sectorWord } from "../register/vocabulary.ts"
import type { AnnexCell } from "./annexes.ts"
import { type ReportFacts, spanOf } from "./facts.ts"

/** Where a figure of a table opens to its records; nothing for plans, and for what is worked out of others. */
export function figureLink(paths: Paths, facts: ReportFacts, { source, value, isEstimate }: AnnexCell) {
  if (!source || value === null || isEstimate) return undefined
  const span = spanOf(facts, source.column)
  if (!span) return undefined
  const { measure, sector } = source.line
  return paths.measure(measure, {
    ngay: span.to,
    tu: span.from,
    "dia-ban": facts.place.slug,
    "linh-vuc": sector ? sectorWord(sector) : undefined,
  })
}
