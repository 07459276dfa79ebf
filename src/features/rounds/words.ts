import { formatDay, formatNumber } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { type Kind, kindNames, kinds } from "../register/vocabulary.ts"
import type { Round } from "./queries.ts"
import type { Coverage } from "./standing.ts"
import { texts } from "./texts.ts"

/** "486 trên 523 tổ chức đã báo cáo". */
export function coverageWords(
  { asked }: Pick<Round, "asked">,
  { reported, expected }: Coverage,
  locale: Locale,
) {
  const t = texts[locale]
  const words = asked === "communes" ? t.coverageOfCommunes : t.coverage
  return words(formatNumber(reported, locale), formatNumber(expected, locale))
}

/** Of a kind of organisation, or of communes. */
export function respondentKindName(kind: string, locale: Locale) {
  return isKind(kind) ? kindNames(kind, locale) : texts[locale].communes
}

export function isKind(kind: string): kind is Kind {
  return (kinds as readonly string[]).includes(kind)
}

export function roundState(
  { state, opens_on }: Pick<Round, "state" | "opens_on">,
  today: string,
  locale: Locale,
) {
  const t = texts[locale]
  if (state === "closed") return t.stateClosed
  return today < opens_on ? t.stateWaits : t.stateOpen
}

export function dataWords({ data_from, data_to }: Pick<Round, "data_from" | "data_to">, locale: Locale) {
  return `${formatDay(data_from, locale)} – ${formatDay(data_to, locale)}`
}
