import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { ArrangedSection } from "./queries.ts"
import { texts } from "./texts.ts"

/** Sections in their order as a file, the retired ones last. */
export function sectionsList(
  { locale, today }: View,
  rows: readonly ArrangedSection[],
): List<ArrangedSection> {
  const t = texts[locale]
  return {
    name: `chuyen-muc-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "name", heading: t.name, value: ({ name }) => name },
      { key: "name_en", heading: t.nameEn, value: ({ name_en }) => name_en },
      { key: "slug", heading: "slug", isForPrograms: true, value: ({ slug }) => slug },
      { key: "articles", heading: t.articleCount, kind: "number", value: ({ articles }) => articles },
      {
        key: "is_retired",
        heading: t.retired,
        value: ({ retired_at }) => (retired_at === null ? null : t.retired),
        stored: ({ retired_at }) => retired_at !== null,
      },
    ],
  }
}
