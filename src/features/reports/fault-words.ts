import type { View } from "../../web/view.ts"
import type { FilingFault } from "./file-report.ts"
import { texts } from "./texts.ts"

/** Why something could not be done to a report, and what to do next. */
export function faultWords(outcome: FilingFault, { locale }: View) {
  const t = texts[locale]
  switch (outcome.fault) {
    case "closed":
      return t.closed
    case "moved_on":
    case "not_found":
      return t.moved
    case "state":
      return t.movedOn(t[outcome.state])
    case "unchanged":
      return t.unchangedFault
    case "no_form":
      return t.noForm
    case "values":
      return t.valuesFault
    case "incomplete":
      return t.cannotSend
  }
}
