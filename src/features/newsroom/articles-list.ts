import { formatTime } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { sectionName } from "../news/headlines.tsx"
import type { DeskListed } from "./queries.ts"
import { publicationName, texts, workName } from "./texts.ts"

/** Articles of the newsroom as a file; never their text. */
export function articlesList({ locale, today }: View, rows: readonly DeskListed[]): List<DeskListed> {
  const t = texts[locale]
  return {
    name: `tin-bai-${today}`,
    title: t.articles,
    rows,
    columns: [
      { key: "title", heading: t.title, value: ({ title }) => title },
      { key: "language", heading: "language", isForPrograms: true, value: (article) => article.locale },
      {
        key: "section",
        heading: t.section,
        value: ({ section_name, section_name_en }) =>
          sectionName({ name: section_name, name_en: section_name_en }, locale),
      },
      { key: "author", heading: t.author, value: ({ author }) => author },
      {
        key: "work",
        heading: t.state,
        value: ({ work, publication }) =>
          work === "none" ? publicationName(publication, locale) : workName(work, locale),
        stored: ({ work }) => work,
      },
      {
        key: "publication",
        heading: "publication",
        isForPrograms: true,
        value: ({ publication }) => publication,
      },
      {
        key: "since",
        heading: t.since,
        value: ({ since }) => formatTime(since, locale),
        stored: ({ since }) => since,
      },
    ],
  }
}
