import { html } from "hono/html"
import type { Child } from "hono/jsx"
import { inLanguage } from "../../paths.ts"
import { asset } from "../../web/assets.ts"
import type { BannerColour, Site } from "../../web/site.ts"
import type { View } from "../../web/view.ts"
import { keptHtml } from "../kept-html.ts"
import type { Locale } from "../language.ts"
import { TextSizeControl } from "../text-size-control/text-size-control.tsx"
import { Emblem } from "./emblem.tsx"
import { texts } from "./texts.ts"

type Crumb = { name: string; path: string }

type LayoutProps = {
  view: View
  title: string
  /** One sentence for search engines and for whoever shares the link. */
  description?: string
  /** The one address of this content, where several lead to it. Without it: the address asked for. */
  canonical?: string
  article?: { published: string; section: string }
  /** A feed of just this page's news, beside the one of the whole portal. */
  feed?: { name: string; path: string }
  /** The way here from the home page, without the page itself. */
  trail?: Crumb[]
  unlisted?: boolean
  children: Child
}

/** The frame around every public page: banner, navigation, content, footer. */
export function Layout(props: LayoutProps) {
  const { view, trail, children } = props
  const { locale } = view
  const frameKey = JSON.stringify([locale, view.site, view.address, view.textSize])
  return (
    <html lang={locale} class={frameClass(view)}>
      {headOf(props)}
      <body>
        <a class="skip-link" href="#noi-dung">
          {texts[locale].skip}
        </a>
        {keptHtml(`banner ${frameKey}`, () => (
          <>
            {view.site.has_sample && <SampleNotice view={view} />}
            <Banner view={view} />
          </>
        ))}
        <main class="main page-width" id="noi-dung" tabindex={-1}>
          {trail && <Trail view={view} trail={trail} />}
          {children}
        </main>
        {keptHtml(`footer ${frameKey}`, () => (
          <Footer view={view} />
        ))}
      </body>
    </html>
  )
}

/** The colour that a browser gives its own frame: the banner's. */
export const bannerTints: Record<BannerColour, string> = {
  green: "#0c4a3d",
  blue: "#123f6d",
  red: "#8a1c1c",
  plum: "#5a2350",
}

/** The chosen text size and the colour of the banner; nothing for those that styles begin with. */
export function frameClass({ textSize, site }: View) {
  const classes = [
    ...(textSize === "vua" ? [] : [`text-${textSize}`]),
    ...(site.banner === "green" ? [] : [`banner-${site.banner}`]),
  ]
  return classes.length > 0 ? classes.join(" ") : undefined
}

/** A template rather than elements, which take ten times as long here: each looks for a document to be moved to. */
function headOf({ view, title, description, canonical, article, feed, unlisted }: LayoutProps) {
  const { locale, origin } = view
  const portal = locale === "vi" ? view.site.portal_name : view.site.portal_name_en
  const address = canonical ?? view.path
  return html`<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${title === portal ? portal : `${title} – ${portal}`}</title>
${description && html`<meta name="description" content="${description}"/><meta property="og:description" content="${description}"/>`}
${unlisted && html`<meta name="robots" content="noindex"/>`}
<link rel="stylesheet" href="${asset("styles.css")}"/>
<link rel="icon" href="/bieu-trung.svg" type="image/svg+xml"/>
<link rel="canonical" href="${origin + address}"/>
${
  view.site.has_english &&
  html`<link rel="alternate" hreflang="vi" href="${origin + inLanguage(address, "vi")}"/>
<link rel="alternate" hreflang="en" href="${origin + inLanguage(address, "en")}"/>`
}
<link rel="alternate" type="application/rss+xml" title="${portal}" href="${view.paths.feed()}"/>
${feed && html`<link rel="alternate" type="application/rss+xml" title="${feed.name} – ${portal}" href="${feed.path}"/>`}
<meta name="theme-color" content="${bannerTints[view.site.banner]}"/>
<meta property="og:site_name" content="${portal}"/>
<meta property="og:type" content="${article ? "article" : "website"}"/>
<meta property="og:title" content="${title}"/>
<meta property="og:url" content="${origin + address}"/>
<meta property="og:locale" content="${locale === "vi" ? "vi_VN" : "en_GB"}"/>
${article && html`<meta property="article:published_time" content="${article.published}"/><meta property="article:section" content="${article.section}"/>`}
<script type="module" src="${asset("browser.js")}"></script></head>`
}

export function SampleNotice({ view }: { view: View }) {
  const t = texts[view.locale]
  return (
    <aside class="sample-notice" aria-label={t.sample}>
      <p class="page-width">
        <strong>{t.sample}.</strong> {t.sampleWords}
      </p>
    </aside>
  )
}

function Banner({ view }: { view: View }) {
  const { locale, paths, site } = view
  const t = texts[locale]
  const other = locale === "vi" ? "en" : "vi"
  const tagline = locale === "vi" ? site.tagline : site.tagline_en
  return (
    <header>
      <div class="banner">
        <div class="page-width">
          <div class="banner__top">
            <span class="banner__parent">{locale === "vi" ? site.parent_body : site.parent_body_en}</span>
            <div class="banner__tools">
              <TextSizeControl view={view} />
              {site.has_english && (
                <a href={inLanguage(view.path, other)} lang={other} hreflang={other}>
                  {t.otherLanguage}
                </a>
              )}
            </div>
          </div>
          <a class="banner__name" href={paths.home()}>
            <Emblem />
            <span>
              <span class="banner__portal">{locale === "vi" ? site.portal_name : site.portal_name_en}</span>
              <span class="banner__department">{locale === "vi" ? site.department : site.department_en}</span>
              {tagline && <span class="banner__tagline">{tagline}</span>}
            </span>
          </a>
        </div>
        <div class="navigation-band">
          <nav class="navigation page-width" aria-label={t.navigation}>
            <ul>
              <NavigationLink view={view} path={paths.home()} name={t.home} />
              <NavigationLink view={view} path={paths.articles()} name={t.news} />
              <NavigationLink view={view} path={paths.plans()} name={t.plans} />
              <NavigationLink view={view} path={paths.measures()} name={t.measures} />
              <NavigationLink view={view} path={paths.organisations()} name={t.register} />
              <NavigationLink view={view} path={paths.places()} name={t.places} />
            </ul>
            <search>
              <form class="search-field no-print" action={paths.organisations()}>
                <label class="visually-hidden" for="tim-nhanh">
                  {t.searchRegister}
                </label>
                <input id="tim-nhanh" type="search" name="tim" placeholder={t.searchPlaceholder} />
                <button type="submit">{t.search}</button>
              </form>
            </search>
          </nav>
        </div>
      </div>
    </header>
  )
}

function NavigationLink({ view, path, name }: { view: View; path: string; name: string }) {
  const here = view.path === path
  const within = path !== view.paths.home() && view.path.startsWith(`${path}/`)
  return (
    <li>
      <a href={path} aria-current={here ? "page" : within ? "true" : undefined}>
        {name}
      </a>
    </li>
  )
}

/** The way to a page from the home page, or from the desk. */
export function Trail({ view, home, trail }: { view: View; home?: Crumb; trail: Crumb[] }) {
  const t = texts[view.locale]
  return (
    <nav class="trail" aria-label={t.breadcrumb}>
      <ol>
        <li>
          <a href={home?.path ?? view.paths.home()}>{home?.name ?? t.home}</a>
        </li>
        {trail.map(({ name, path }) => (
          <li>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Footer({ view }: { view: View }) {
  const { locale, paths, site } = view
  const t = texts[locale]
  return (
    <footer class="footer">
      <div class="page-width">
        <div>
          <p>{locale === "vi" ? site.parent_body : site.parent_body_en}</p>
          <p>
            <strong>{locale === "vi" ? site.department : site.department_en}</strong>
          </p>
          {site.address && (
            <p>
              {t.address}: {site.address}
            </p>
          )}
          {site.phone && (
            <p>
              {t.phone}: <a href={`tel:${site.phone.replace(/[^+\d]/g, "")}`}>{site.phone}</a>
            </p>
          )}
          {site.email && (
            <p>
              {t.email}: <a href={`mailto:${site.email}`}>{site.email}</a>
            </p>
          )}
        </div>
        <div>
          <p>{t.figuresOpen}</p>
          {footerLines(site, locale).map((line) => (
            <p>{line}</p>
          ))}
        </div>
        <nav aria-label={t.siteMap}>
          <ul>
            <li>
              <a href={paths.plans()}>{t.plans}</a>
            </li>
            <li>
              <a href={paths.organisations()}>{t.register}</a>
            </li>
            <li>
              <a href={paths.seals()}>{t.seals}</a>
            </li>
            <li>
              <a href={paths.verification()}>{t.verification}</a>
            </li>
            <li>
              <a href={paths.feed()}>{t.feed}</a>
            </li>
          </ul>
        </nav>
        {site.footer_links.length > 0 && (
          <nav aria-label={t.links}>
            <ul>
              {site.footer_links.map(({ name, name_en, address }) => (
                <li>
                  <a href={address}>{locale === "vi" ? name : name_en}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  )
}

function footerLines({ footer, footer_en }: Site, locale: Locale) {
  return ((locale === "vi" ? footer : footer_en) ?? "").split("\n").filter((line) => line.trim())
}
