import { formatTime } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { sectionName } from "./headlines.tsx"
import type { ListedArticle, Section } from "./queries.ts"
import { texts } from "./texts.ts"

/** The news, of one section or of all, as a file; never their text. */
export function newsList(
  { locale, today, paths }: View,
  section: Section | undefined,
  rows: readonly ListedArticle[],
): List<ListedArticle> {
  const t = texts[locale]
  return {
    name: section ? `tin-tuc-${section.slug}-${today}` : `tin-tuc-${today}`,
    title: section ? sectionName(section, locale) : t.news,
    rows,
    columns: [
      { key: "title", heading: t.listTitle, value: ({ title }) => title },
      {
        key: "section",
        heading: t.listSection,
        value: ({ section_name, section_name_en }) =>
          sectionName({ name: section_name, name_en: section_name_en }, locale),
        stored: ({ section_slug }) => section_slug,
      },
      { key: "byline", heading: t.listByline, value: ({ byline }) => byline },
      {
        key: "published_at",
        heading: t.listPublished,
        value: ({ published_at }) => published_at && formatTime(published_at, locale),
        stored: ({ published_at }) => published_at,
      },
      { key: "address", heading: t.listAddress, value: (article) => paths.article(article) },
    ],
  }
}
