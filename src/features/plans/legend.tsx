import { keptHtml } from "../../ui/kept-html.ts"
import type { Locale } from "../../ui/language.ts"
import { standingRules } from "../targets/standing-texts.ts"
import { texts } from "./texts.ts"

/** The rules that most standings rest on; each card says which one applied to it. */
export function Legend({ locale }: { locale: Locale }) {
  return keptHtml(`legend ${locale}`, () => <Rules locale={locale} />)
}

function Rules({ locale }: { locale: Locale }) {
  return (
    <details class="legend">
      <summary>{texts[locale].legend}</summary>
      <ul>
        <li>{standingRules.straight_line[locale]}</li>
        <li>{standingRules.must_be_kept[locale]}</li>
        <li>{standingRules.aim_near[locale]}</li>
        <li>{standingRules.fewer_than_before[locale]}</li>
        <li>{standingRules.no_baseline[locale]}</li>
        <li>{standingRules.period_ended[locale]}</li>
      </ul>
    </details>
  )
}
