import type { Child } from "hono/jsx"
import { keptHtml } from "../../ui/kept-html.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import type { View } from "../../web/view.ts"
import { HighlightsStrip } from "../highlights/highlights.tsx"
import type { Highlight } from "../highlights/queries.ts"
import { Headlines, Story, sectionName, vietnameseIn } from "../news/headlines.tsx"
import type { LatestOfSection } from "../news/queries.ts"
import { texts as newsTexts } from "../news/texts.ts"
import { texts } from "./texts.ts"

type CurrentPlan = { slug: string; number: string; title: string }

type HomePageProps = {
  view: View
  highlights: Highlight[]
  /** The current plan in brief: under the highlights on a phone, beside the first news on a wide screen. */
  scoreboard?: Child
  news: LatestOfSection[]
  plan?: CurrentPlan | undefined
}

export function HomePage({ view, highlights, scoreboard, news, plan }: HomePageProps) {
  const { locale, site } = view
  const portal = locale === "vi" ? site.portal_name : site.portal_name_en
  const [first, ...others] = news
  return (
    <Layout view={view} title={portal} description={texts[locale].description}>
      <h1 class="visually-hidden">{portal}</h1>
      <HighlightsStrip view={view} highlights={highlights} />
      <div class={scoreboard ? "front front--with-scoreboard" : "front"}>
        {scoreboard}
        {first ? <SectionNews view={view} news={first} /> : <p class="empty">{texts[locale].noNews}</p>}
      </div>
      <WaysIn view={view} plan={plan} />
      {others.length > 0 && (
        <div class="front-sections">
          {others.map((section) => (
            <SectionNews view={view} news={section} />
          ))}
        </div>
      )}
    </Layout>
  )
}

type SectionNewsProps = { view: View; news: LatestOfSection }

/** The latest of a section: the first with its lead, the others by their titles. */
function SectionNews(props: SectionNewsProps) {
  return keptHtml(`news ${props.view.locale} ${JSON.stringify(props.news)}`, () => (
    <SectionStories {...props} />
  ))
}

function SectionStories({ view, news: { section, articles } }: SectionNewsProps) {
  const { locale, paths } = view
  const t = newsTexts[locale]
  const [latest, ...earlier] = articles
  const id = `muc-${section.slug}`
  return (
    <section class="section-news" aria-labelledby={id}>
      <div class="section-heading">
        <h2 id={id}>{sectionName(section, locale)}</h2>
        <a href={paths.section(section)} aria-label={t.allOfSection(sectionName(section, locale))}>
          {t.seeAll}
        </a>
      </div>
      <div class="section-news__articles">
        {latest && <Story view={view} article={latest} heading="h3" />}
        {earlier.length > 0 && <Headlines view={view} articles={earlier} />}
      </div>
    </section>
  )
}

type WaysInProps = { view: View; plan?: CurrentPlan | undefined }

function WaysIn(props: WaysInProps) {
  const { locale, site } = props.view
  const key = JSON.stringify([
    locale,
    site.place_slug,
    props.plan?.slug,
    props.plan?.number,
    props.plan?.title,
  ])
  return keptHtml(`ways in ${key}`, () => <Ways {...props} />)
}

function Ways({ view, plan }: WaysInProps) {
  const { locale, paths, site } = view
  const t = texts[locale]
  return (
    <section class="ways-in" aria-labelledby="tra-cuu">
      <h2 id="tra-cuu" class="visually-hidden">
        {t.wayIn}
      </h2>
      <search class="ways-in__way">
        <h3>
          <label for="tim-hop-tac-xa">{t.findCooperative}</label>
        </h3>
        <form class="search-field" action={paths.organisations()}>
          <input id="tim-hop-tac-xa" type="search" name="tim" aria-describedby="tim-hop-tac-xa-goi-y" />
          <button type="submit">{t.search}</button>
        </form>
        <p class="ways-in__hint" id="tim-hop-tac-xa-goi-y">
          {t.nameOrCode}
        </p>
        <p>
          <a href={paths.organisations()}>{t.allCooperatives}</a>
        </p>
      </search>
      <div class="ways-in__way">
        <h3>{t.places}</h3>
        <p>{t.placesWords}</p>
        <p>
          <a href={site.place_slug ? paths.place({ slug: site.place_slug }) : paths.places()}>
            {t.choosePlace}
          </a>
        </p>
      </div>
      <div class="ways-in__way">
        <h3>{t.plans}</h3>
        {plan ? (
          <p>
            <a href={paths.plan(plan)} lang={vietnameseIn(locale)}>
              {plan.number} – {plan.title}
            </a>
          </p>
        ) : (
          <p>{t.plansWords}</p>
        )}
        <p>
          <a href={paths.plans()}>{t.allPlans}</a>
        </p>
      </div>
    </section>
  )
}
