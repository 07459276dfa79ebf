import { asset } from "../../web/assets.ts"
import type { View } from "../../web/view.ts"
import { ArticleBody, Correction } from "./article-page.tsx"
import { Moment } from "./moment.tsx"
import type { Article } from "./queries.ts"
import { texts } from "./texts.ts"
import { wordsIn } from "./words.ts"

/** An article for paper and for the archive: who publishes it, the words, where they came from. */
export function PrintPage({ view, article }: { view: View; article: Article }) {
  const { locale, paths, site, origin } = view
  const t = texts[locale]
  const words = wordsIn(locale, article)
  const address = origin + paths.article(article)
  return (
    <html lang={locale} class={view.textSize === "vua" ? undefined : `text-${view.textSize}`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${words.title} – ${t.print}`}</title>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={asset("styles.css")} />
        <link rel="icon" href="/bieu-trung.svg" type="image/svg+xml" />
        <link rel="canonical" href={address} />
        <script type="module" src={asset("browser.js")} />
      </head>
      <body>
        <main class="print-page">
          <nav class="print-page__tools no-print" aria-label={t.print}>
            <a href={paths.article(article)}>{t.backToArticle}</a>
            <print-button label={t.printNow} />
          </nav>
          <header class="print-page__issuer">
            <p>{locale === "vi" ? site.parent_body : site.parent_body_en}</p>
            <p>
              <strong>{locale === "vi" ? site.department : site.department_en}</strong>
            </p>
            <p>{locale === "vi" ? site.portal_name : site.portal_name_en}</p>
          </header>
          <article class="article">
            <header class="article__heading">
              <h1 lang={words.lang}>{words.title}</h1>
              <p class="article__meta">
                <Moment article={article} locale={locale} />
              </p>
              <Correction view={view} article={article} />
            </header>
            <ArticleBody view={view} words={words} source={article.source_portal} />
          </article>
          <footer class="print-page__origin">
            <p>
              {t.addressOfOrigin}: <a href={paths.article(article)}>{address}</a>
            </p>
          </footer>
        </main>
      </body>
    </html>
  )
}
