import type { Locale } from "../../ui/language.ts"
import type { View } from "../../web/view.ts"
import { leadOf } from "./lead.ts"
import { Moment } from "./moment.tsx"
import type { ArticleSummary, ListedArticle } from "./queries.ts"

/** News is written in Vietnamese; on English pages each piece of it says so to screen readers. */
export function vietnameseIn(locale: Locale) {
  return locale === "vi" ? undefined : "vi"
}

export function sectionName(section: { name: string; name_en: string }, locale: Locale) {
  return locale === "vi" ? section.name : section.name_en
}

type StoryProps = {
  view: View
  article: ListedArticle
  /** The element of the title, so that headings follow each other without a gap. */
  heading: "h2" | "h3"
  withSection?: boolean
}

/** An article in a list, with its first words. */
export function Story({ view, article, heading: Heading, withSection }: StoryProps) {
  const { locale, paths } = view
  return (
    <article class="story">
      <Heading class="story__title" lang={vietnameseIn(locale)}>
        <a href={paths.article(article)}>{article.title}</a>
      </Heading>
      <p class="story__meta">
        <Moment article={article} locale={locale} dayOnly />
        {withSection && (
          <a href={paths.section({ slug: article.section_slug })}>
            {locale === "vi" ? article.section_name : article.section_name_en}
          </a>
        )}
      </p>
      <p class="story__lead" lang={vietnameseIn(locale)}>
        {leadOf(article.opening)}
      </p>
    </article>
  )
}

/** Titles with their days, one under the other. */
export function Headlines({ view, articles }: { view: View; articles: ArticleSummary[] }) {
  return (
    <ul class="headlines">
      {articles.map((article) => (
        <li>
          <a href={view.paths.article(article)} lang={vietnameseIn(view.locale)}>
            {article.title}
          </a>
          <span class="headlines__day">
            <Moment article={article} locale={view.locale} dayOnly />
          </span>
        </li>
      ))}
    </ul>
  )
}
