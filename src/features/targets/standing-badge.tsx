import type { Locale } from "../../ui/language.ts"
import { texts } from "../plans/texts.ts"
import type { Verdict } from "./standing.ts"
import { standingNames } from "./standing-texts.ts"

/** Colour, sign and words all say the same, so that none of them is needed alone. */
const signs: Record<Verdict["standing"], string> = {
  reached: "✓",
  on_course: "→",
  at_risk: "!",
  off_course: "✕",
  not_measured: "…",
}

export function StandingBadge({ verdict, locale }: { verdict: Verdict; locale: Locale }) {
  const { standing, ended } = verdict
  return (
    <span class={`standing standing--${standing}`}>
      <span aria-hidden="true">{signs[standing]}</span>{" "}
      {ended && standing === "off_course" ? texts[locale].notMet : standingNames[standing][locale]}
    </span>
  )
}
