import type { Locale } from "../../ui/language.ts"
import type { Publication, Work } from "./states.ts"
import { publicationName, texts, workName } from "./texts.ts"

type StateMarksProps = {
  edition: { work: Work; publication: Publication; bypassed?: boolean }
  locale: Locale
}

/** Both halves of a state in words: what the public sees, and what is being done. Colour only repeats them. */
export function StateMarks({ edition: { work, publication, bypassed }, locale }: StateMarksProps) {
  return (
    <span class="state-marks">
      {publication !== "never" && (
        <span class={`state-mark state-mark--${publication}`}>{publicationName(publication, locale)}</span>
      )}
      {work !== "none" && <span class={`state-mark state-mark--${work}`}>{workName(work, locale)}</span>}
      {bypassed && <span class="state-mark state-mark--bypassed">{texts[locale].bypassed}</span>}
    </span>
  )
}
