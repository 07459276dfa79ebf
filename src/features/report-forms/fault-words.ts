import type { Locale } from "../../ui/language.ts"
import type { FormField } from "./definition.ts"
import { faultTexts, kindTexts, texts } from "./texts.ts"
import type { FormFault } from "./validate-definition.ts"

/** "Chỉ tiêu revenue: mã này có hai lần." */
export function faultWords({ part, code, ...fault }: FormFault, locale: Locale) {
  return `${texts[locale][part]} ${code}: ${bareWords(fault, locale)}.`
}

/** The same where it stands beside what is wrong. */
export function testFaultWords(fault: Pick<FormFault, "fault" | "about">, locale: Locale) {
  const words = bareWords(fault, locale)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

function bareWords({ fault, about = "" }: Pick<FormFault, "fault" | "about">, locale: Locale) {
  const kinds: Record<string, string> = kindTexts[locale]
  const isKind = fault === "column_of_other_kind" || fault === "kind_was_other"
  return faultTexts[locale][fault](isKind ? `“${kinds[about as FormField["kind"]]}”` : about)
}
