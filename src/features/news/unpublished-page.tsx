import { formatMoment } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import type { View } from "../../web/view.ts"
import { vietnameseIn } from "./headlines.tsx"
import type { UnpublishedArticle } from "./queries.ts"
import { texts } from "./texts.ts"

/** Whoever kept the address learns that the article was here, when it was taken down, and why. */
export function UnpublishedPage({ view, article }: { view: View; article: UnpublishedArticle }) {
  const { locale, paths } = view
  const t = texts[locale]
  const { title, unpublished_at, unpublished_notice } = article
  return (
    <Layout view={view} title={`${t.unpublished}: ${title}`} canonical={paths.article(article)} unlisted>
      <div class="page-heading">
        <h1 lang={vietnameseIn(locale)}>{title}</h1>
        <p class="lead">
          {t.unpublished} {unpublished_at && formatMoment(unpublished_at, true, locale)}.
        </p>
      </div>
      <div class="notice">
        <p>
          {t.unpublishedReason}: <span lang={vietnameseIn(locale)}>{unpublished_notice}</span>
        </p>
      </div>
      <p>
        <a href={paths.articles()}>{t.allNews}</a>
      </p>
    </Layout>
  )
}
