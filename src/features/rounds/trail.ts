import type { Person } from "../../rights/roles.ts"
import type { View } from "../../web/view.ts"
import type { Round } from "./queries.ts"
import { texts } from "./texts.ts"

export type Given = { view: View; person: Person }

/** The way to a page of a round, from the list of rounds. */
export function roundTrail({ locale, paths }: View, round?: Round) {
  const rounds = { name: texts[locale].title, path: paths.deskRounds() }
  return round ? [rounds, { name: round.name, path: paths.deskRound(round) }] : [rounds]
}
