import type { Paths } from "../../paths.ts"
import { sectorWord } from "../register/vocabulary.ts"
import type { AnnexCell } from "./annexes.ts"
import { type ReportFacts, spanOf } from "./facts.ts"

/** Where a figure of a table opens to its records, or to who put it down; nothing for what is worked out of others. */
export function figureLink(paths: Paths, facts: ReportFacts, { source, value, entered }: AnnexCell) {
  if (!source || value === null) return undefined
  if (entered !== null) return paths.enteredFigure({ id: entered })
  const { measure, sector } = source.line
  const frozen = facts.frozen[source.column]
  if (frozen) {
    return paths.frozenMeasure(frozen, measure, {
      "phien-ban": frozen.version,
      "linh-vuc": sector ? sectorWord(sector) : undefined,
    })
  }
  const span = spanOf(facts, source.column)
  if (!span) return undefined
  return paths.measure(measure, {
    ngay: span.to,
    tu: span.from,
    "dia-ban": facts.place.slug,
    "linh-vuc": sector ? sectorWord(sector) : undefined,
  })
}
