import { isOpen } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { DeskHighlight, PastHighlight } from "./desk-queries.ts"
import type { Highlight } from "./queries.ts"
import { deskTexts, texts } from "./texts.ts"

/** The highlights that readers see today, as a file. */
export function highlightsList({ locale, today, paths }: View, rows: readonly Highlight[]): List<Highlight> {
  const t = deskTexts[locale]
  return {
    name: `tin-noi-bat-${today}`,
    title: texts[locale].title,
    rows,
    columns: [
      { key: "title", heading: t.headline, value: ({ title }) => title },
      { key: "shown_on", heading: t.from, kind: "day", value: ({ shown_on }) => shown_on },
      {
        key: "article",
        heading: t.article,
        value: ({ article_slug }) => article_slug && paths.article({ slug: article_slug }),
      },
    ],
  }
}

type Kept = DeskHighlight & Partial<Pick<PastHighlight, "last_day">>

/** All highlights of all times, as the desk keeps them, as a file. */
export function keptHighlightsList({ locale, today }: View, rows: readonly Kept[]): List<Kept> {
  const t = deskTexts[locale]
  return {
    name: `tin-noi-bat-ban-lam-viec-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "title", heading: t.headline, value: ({ title }) => title },
      { key: "shown_on", heading: t.from, kind: "day", value: ({ shown_on }) => shown_on },
      {
        key: "shown_until",
        heading: t.until,
        kind: "day",
        value: ({ shown_until }) => (isOpen(shown_until) ? null : shown_until),
      },
      { key: "last_day", heading: t.lastDay, kind: "day", value: ({ last_day }) => last_day ?? null },
      { key: "article", heading: t.article, value: ({ article_title }) => article_title },
    ],
  }
}
