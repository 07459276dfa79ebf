import type { Locale } from "../../ui/language.ts"
import { placeName } from "../places/names.ts"
import { exceptionTexts } from "./exception-texts.ts"
import type { Excuse } from "./exceptions.ts"

/** Who an excuse or more time is for: an organisation, or a place with its kind. */
export function nameOf({ name, place_kind }: Pick<Excuse, "name" | "place_kind">, locale: Locale) {
  return place_kind ? placeName({ name, kind: place_kind }, locale) : name
}

/** "trước hạn 7 ngày", for a day counted from the due day. */
export function daysWords(days: number, locale: Locale) {
  const t = exceptionTexts[locale]
  if (days === 0) return t.onDue
  return days < 0 ? t.beforeDue(-days) : t.afterDue(days)
}
