import { type Finding, isOrganisation } from "./findings.ts"
import type { Head } from "./heads.ts"
import type { Qualifier } from "./page-import.ts"
import { qualifiersIn } from "./tails.ts"

/** What was said before the verb of a list, and so of everything in the list: "mỗi năm", "mỗi xã". */
export type Lead = { yearly: boolean; places: Qualifier[] }

/** What leads a figure: its own words, or those that led the list it stands in. */
export function leadOf(head: Head, before: Lead | null): Lead | null {
  if (head.rate === null && head.pers.length === 0) return before
  // "45 HTX, bình quân mỗi năm 9 HTX, 100 THT": without a verb it is said of its own figure alone.
  if (head.change === null && head.verb === null) return null
  const places = qualifiersIn(head.pers).filter((qualifier) => qualifier !== "per_organisation")
  return { yearly: head.rate?.every === "year", places }
}

/** "Mỗi năm thành lập mới 10 HTX, 50 THT", "mỗi xã có 01 HTX, 02 THT": the second figure is meant as the first is. */
export function holdForList(finding: Finding, { yearly, places }: Lead) {
  if (finding.unit !== "count" || !isOrganisation(finding.subject)) return
  if (yearly && finding.change !== "level") finding.unit = "count_per_year"
  finding.qualifiers.unshift(...places.filter((place) => !finding.qualifiers.includes(place)))
}
