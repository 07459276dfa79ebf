import { raw } from "hono/html"
import { formatDay, formatMoment, isOpen } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import type { View } from "../../web/view.ts"
import { Headlines, sectionName, vietnameseIn } from "./headlines.tsx"
import { leadOf } from "./lead.ts"
import { isoMoment, Moment } from "./moment.tsx"
import { hidePersonalNumbers } from "./personal-numbers.ts"
import type { AnnouncedPlan, Article, ArticleSummary } from "./queries.ts"
import { texts } from "./texts.ts"
import { wordsIn } from "./words.ts"

type ArticlePageProps = {
  view: View
  article: Article
  neighbours: { previous?: ArticleSummary | undefined; next?: ArticleSummary | undefined }
  related: ArticleSummary[]
}

export function ArticlePage({ view, article, neighbours, related }: ArticlePageProps) {
  const { locale, paths } = view
  const { plan } = article
  const t = texts[locale]
  const words = wordsIn(locale, article)
  const section = { slug: article.section_slug, name: article.section_name, name_en: article.section_name_en }
  return (
    <Layout
      view={view}
      title={words.title}
      description={leadOf(words.body_html)}
      canonical={paths.article(article)}
      article={{ published: isoMoment(article), section: sectionName(section, locale) }}
      trail={[
        { name: t.news, path: paths.articles() },
        { name: sectionName(section, locale), path: paths.section(section) },
      ]}
    >
      <div class="with-aside">
        <article class="article">
          <header class="article__heading">
            <h1 lang={words.lang}>{words.title}</h1>
            <p class="article__meta">
              <Moment article={article} locale={locale} />
              <a class="no-print" href={paths.articlePrint(article)} rel="nofollow">
                {t.print}
              </a>
            </p>
            <Correction view={view} article={article} />
          </header>
          {locale === "en" && !words.isTranslated && <p class="notice no-print">{t.inVietnamese}</p>}
          {words.is_behind && <p class="notice no-print">{t.translationBehind}</p>}
          <ArticleBody view={view} words={words} source={article.source_portal} />
          <Neighbours view={view} {...neighbours} />
        </article>
        <aside class="article__aside no-print">
          {plan && <PlanCard view={view} plan={plan} />}
          {related.length > 0 && (
            <section class="stack" aria-labelledby="tin-lien-quan">
              <h2 class="section-heading" id="tin-lien-quan">
                {t.related}
              </h2>
              <Headlines view={view} articles={related} />
            </section>
          )}
        </aside>
      </div>
    </Layout>
  )
}

/** That an article was corrected, when, and what was put right. */
export function Correction({ view, article }: { view: View; article: Article }) {
  const { locale } = view
  const { corrected_at } = article
  const { correction_note, lang, isTranslated } = wordsIn(locale, article)
  if (!correction_note) return null
  const t = texts[locale]
  const when =
    corrected_at && !isTranslated
      ? t.correctedAt(formatMoment(corrected_at, true, locale).slice(1, -1))
      : t.corrected
  return (
    <p class="article__correction">
      {when}: <span lang={lang}>{correction_note}</span>
    </p>
  )
}

type ArticleBodyProps = {
  view: View
  words: { body_html: string; byline: string | null; lang: Locale | undefined }
  /** The portal it came from. */
  source?: string | null
}

/** Body, author and source; the same on the page and in print. */
export function ArticleBody({ view, words: { body_html, byline, lang }, source }: ArticleBodyProps) {
  const { locale } = view
  const t = texts[locale]
  return (
    <>
      <div class="article__body" lang={lang}>
        {raw(inFrames(hidePersonalNumbers(body_html), t.tableInBody))}
      </div>
      {(byline || source) && (
        <footer class="article__origin">
          {byline && (
            <p class="article__byline" lang={lang}>
              {byline}
            </p>
          )}
          {source && (
            <p class="article__source">
              {t.source}: <span lang={vietnameseIn(locale)}>{source}</span>
            </p>
          )}
        </footer>
      )}
    </>
  )
}

/** Images as wide as the text are fetched in the size that fits, and only when they come near. */
const imageAttributes = 'loading="lazy" decoding="async" sizes="(min-width: 44rem) 42rem, 100vw"'

/** A wide table scrolls in a frame of its own. The stored body is clean, so its tables have no attributes. */
function inFrames(body: string, label: string) {
  return body
    .replaceAll("<img ", `<img ${imageAttributes} `)
    .replaceAll(
      "<table>",
      `<div class="table-frame" role="group" aria-label="${label}" tabindex="0"><table class="table">`,
    )
    .replaceAll("</table>", "</table></div>")
}

function Neighbours({ view, previous, next }: { view: View } & ArticlePageProps["neighbours"]) {
  if (!previous && !next) return null
  const t = texts[view.locale]
  const link = (article: ArticleSummary, label: string, relation: "prev" | "next") => (
    <a class={`neighbours__${relation}`} href={view.paths.article(article)} rel={relation}>
      <span class="neighbours__label">{label}</span>
      <span lang={vietnameseIn(view.locale)}>{article.title}</span>
    </a>
  )
  return (
    <nav class="neighbours no-print" aria-label={t.moreInSection}>
      {previous && link(previous, t.previous, "prev")}
      {next && link(next, t.next, "next")}
    </nav>
  )
}

function PlanCard({ view, plan }: { view: View; plan: AnnouncedPlan }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <section class="plan-card" aria-labelledby="ke-hoach-trong-bai">
      <h2 id="ke-hoach-trong-bai">{t.announcedPlan}</h2>
      <p class="plan-card__title" lang={vietnameseIn(locale)}>
        <a href={paths.plan(plan)}>
          {plan.number} – {plan.title}
        </a>
      </p>
      <dl>
        <div>
          <dt>{t.issuedBy}</dt>
          <dd lang={vietnameseIn(locale)}>{plan.issuer}</dd>
        </div>
        {plan.issued_on && (
          <div>
            <dt>{t.issuedOn}</dt>
            <dd>
              <time datetime={plan.issued_on}>{formatDay(plan.issued_on, locale)}</time>
            </dd>
          </div>
        )}
        <div>
          <dt>{t.period}</dt>
          <dd>{periodOf(plan)}</dd>
        </div>
      </dl>
      <p>
        <a href={paths.plan(plan)}>{t.seePlan}</a>
      </p>
    </section>
  )
}

function periodOf({ starts_on, ends_on }: AnnouncedPlan) {
  const years = [starts_on, ends_on].filter((day) => !isOpen(day)).map((day) => day.slice(0, 4))
  return [...new Set(years)].join("–")
}
