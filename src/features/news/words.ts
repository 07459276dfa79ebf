import type { Locale } from "../../ui/language.ts"
import type { Article } from "./queries.ts"

/** What an article says on pages of a language: in English its translation, if one is published. */
export function wordsIn(locale: Locale, article: Article) {
  const { title, body_html, byline, correction_note, translation } = article
  if (translation) return { ...translation, lang: undefined, isTranslated: true }
  // News is written in Vietnamese; on English pages each piece of it says so to screen readers.
  const lang: Locale | undefined = locale === "vi" ? undefined : "vi"
  return { title, body_html, byline, correction_note, lang, isTranslated: false, is_behind: false }
}
