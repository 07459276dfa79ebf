import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatNumber } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import type { View } from "../../web/view.ts"
import { Story, sectionName } from "./headlines.tsx"
import type { ListedArticle, Section } from "./queries.ts"
import { texts } from "./texts.ts"

export const perPage = 15

type ListPageProps = {
  view: View
  /** Without one: the news of all sections. */
  section?: Section
  sections: Section[]
  articles: ListedArticle[]
  page: number
  total: number
}

/** The news, of one section or of all, latest first. */
export function ListPage({ view, section, sections, articles, page, total }: ListPageProps) {
  const { locale } = view
  const t = texts[locale]
  const { name, pathOf } = listOf(view, section)
  return (
    <Layout
      view={view}
      title={page === 1 ? name : `${name}, ${t.pageOf(formatNumber(page, locale))}`}
      description={t.newsDescription}
      canonical={pathOf(page)}
      feed={section && { name, path: view.paths.sectionFeed(section) }}
      trail={section && [{ name: t.news, path: view.paths.articles() }]}
    >
      <div class="page-heading">
        <h1>{name}</h1>
        {locale === "en" && <p class="lead">{t.listInVietnamese}</p>}
      </div>
      <div class="with-aside">
        <div class="stories">
          {articles.length === 0 && <p class="empty">{t.noArticles}</p>}
          {articles.map((article) => (
            <Story view={view} article={article} heading="h2" withSection={!section} />
          ))}
          <Pager locale={locale} page={page} perPage={perPage} total={total} pathOf={pathOf} />
          {articles.length > 0 && (
            <Downloads
              locale={locale}
              path={view.paths.articles()}
              query={section && { "chuyen-muc": section.slug }}
            />
          )}
        </div>
        <SectionList view={view} section={section} sections={sections} />
      </div>
    </Layout>
  )
}

/** Asked for a page beyond the last: says how many there are, and leads back. */
export function NoSuchPage({
  view,
  section,
  page,
  total,
}: Pick<ListPageProps, "view" | "section" | "page" | "total">) {
  const { locale } = view
  const t = texts[locale]
  const { name, pathOf } = listOf(view, section)
  const pages = Math.max(1, Math.ceil(total / perPage))
  return (
    <Layout view={view} title={t.noSuchPage} canonical={pathOf(1)} unlisted>
      <div class="page-heading">
        <h1>
          {name}: {t.noSuchPage.toLocaleLowerCase(locale)}
        </h1>
        <p class="lead">{t.noSuchPageWords(formatNumber(page, locale), formatNumber(pages, locale))}</p>
      </div>
      <p>
        <a href={pathOf(1)}>{t.firstPage}</a>
      </p>
    </Layout>
  )
}

function listOf(view: View, section: Section | undefined) {
  const { locale, paths } = view
  return {
    name: section ? sectionName(section, locale) : texts[locale].news,
    /** The first page has no number in its address, so that it has one address. */
    pathOf(page: number) {
      const number = page === 1 ? undefined : page
      return section ? paths.section(section, number) : paths.articles(number)
    },
  }
}

function SectionList({ view, section, sections }: Pick<ListPageProps, "view" | "section" | "sections">) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <nav class="sections stack" aria-labelledby="chuyen-muc">
      <h2 class="section-heading" id="chuyen-muc">
        {t.sections}
      </h2>
      <ul>
        <li>
          <a href={paths.articles()} aria-current={section ? undefined : "page"}>
            {t.allNews}
          </a>
        </li>
        {sections.map((other) => (
          <li>
            <a href={paths.section(other)} aria-current={other.slug === section?.slug ? "page" : undefined}>
              {sectionName(other, locale)}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={section ? paths.sectionFeed(section) : paths.feed()}>{t.feed}</a>
      </p>
    </nav>
  )
}
