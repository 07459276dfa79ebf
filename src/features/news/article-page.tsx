import { raw } from "hono/html"
import { formatDay, isOpen } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import type { View } from "../../web/view.ts"
import { Headlines, sectionName, vietnameseIn } from "./headlines.tsx"
import { leadOf } from "./lead.ts"
import { isoMoment, Moment } from "./moment.tsx"
import { hidePersonalNumbers } from "./personal-numbers.ts"
import type { AnnouncedPlan, Article, ArticleSummary } from "./queries.ts"
import { texts } from "./texts.ts"

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
  const section = { slug: article.section_slug, name: article.section_name, name_en: article.section_name_en }
  return (
    <Layout
      view={view}
      title={article.title}
      description={leadOf(article.body_html)}
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
            <h1 lang={vietnameseIn(locale)}>{article.title}</h1>
            <p class="article__meta">
              <Moment article={article} locale={locale} />
              <a class="no-print" href={paths.articlePrint(article)} rel="nofollow">
                {t.print}
              </a>
            </p>
          </header>
          {locale === "en" && <p class="notice no-print">{t.inVietnamese}</p>}
          <ArticleBody view={view} article={article} />
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

/** Body, author and source; the same on the page and in print. */
export function ArticleBody({ view, article }: { view: View; article: Article }) {
  const { locale } = view
  const t = texts[locale]
  return (
    <>
      <div class="article__body" lang={vietnameseIn(locale)}>
        {raw(inFrames(hidePersonalNumbers(article.body_html), t.tableInBody))}
      </div>
      {(article.byline || article.source_portal) && (
        <footer class="article__origin">
          {article.byline && (
            <p class="article__byline" lang={vietnameseIn(locale)}>
              {article.byline}
            </p>
          )}
          {article.source_portal && (
            <p class="article__source">
              {t.source}: <span lang={vietnameseIn(locale)}>{article.source_portal}</span>
            </p>
          )}
        </footer>
      )}
    </>
  )
}

/** A wide table scrolls in a frame of its own. The stored body is clean, so its tables have no attributes. */
function inFrames(body: string, label: string) {
  return body
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
