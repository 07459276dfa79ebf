import type { Child } from "hono/jsx"
import { inLanguage } from "../../paths.ts"
import { type Action, may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { asset } from "../../web/assets.ts"
import type { View } from "../../web/view.ts"
import { deskTexts } from "./desk-texts.ts"
import { Emblem } from "./emblem.tsx"
import { bannerTints, frameClass, SampleNotice, Trail } from "./layout.tsx"

type Crumb = { name: string; path: string }

type DeskLayoutProps = {
  view: View
  /** Nobody while they are still signing in. */
  person?: Person | undefined
  title: string
  /** The way here from the desk, without the page itself. */
  trail?: Crumb[]
  /** True when a form came back with mistakes: the title says so, which is the first thing a screen reader reads. */
  hasErrors?: boolean
  children: Child
}

/** The frame around everything behind the portal: one line of where one is, where one may go, and who one is. */
export function DeskLayout({ view, person, title, trail, hasErrors, children }: DeskLayoutProps) {
  const t = deskTexts[view.locale]
  const portal = view.locale === "vi" ? view.site.portal_name : view.site.portal_name_en
  return (
    <html lang={view.locale} class={frameClass(view)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${hasErrors ? `${t.error}: ` : ""}${title} – ${portal}`}</title>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={asset("styles.css")} />
        <link rel="stylesheet" href={asset("desk.css")} />
        <link rel="icon" href="/bieu-trung.svg" type="image/svg+xml" />
        <meta name="theme-color" content={bannerTints[view.site.banner]} />
        <script type="module" src={asset("browser.js")}></script>
        <script type="module" src={asset("desk.js")}></script>
      </head>
      <body class="desk">
        <a class="skip-link" href="#noi-dung">
          {t.skip}
        </a>
        {view.site.has_sample && <SampleNotice view={view} />}
        <DeskBanner view={view} person={person} portal={portal} />
        <main class="main page-width" id="noi-dung" tabindex={-1}>
          {trail && <Trail view={view} home={{ name: t.desk, path: view.paths.desk() }} trail={trail} />}
          {children}
        </main>
      </body>
    </html>
  )
}

function DeskBanner({ view, person, portal }: { view: View; person?: Person | undefined; portal: string }) {
  const t = deskTexts[view.locale]
  const { paths } = view
  const other = view.locale === "vi" ? "en" : "vi"
  // The desk speaks English even where the portal does not.
  const publicHome = view.site.has_english ? paths.home() : inLanguage(paths.home(), "vi")
  return (
    <header class="desk-banner no-print">
      <div class="desk-banner__top page-width">
        <a class="desk-banner__name" href={person ? paths.desk() : publicHome}>
          <Emblem />
          <span>
            <strong>{person ? t.desk : portal}</strong>
            {person && <span class="desk-banner__portal">{portal}</span>}
          </span>
        </a>
        <div class="desk-banner__tools">
          <a href={publicHome}>{t.portal}</a>
          <a href={inLanguage(view.path, other)} lang={other} hreflang={other}>
            {t.otherLanguage}
          </a>
          {person && (
            <>
              <a href={paths.ownAccount()}>{person.name}</a>
              <form method="post" action={paths.signOut()}>
                <button class="desk-banner__sign-out" type="submit">
                  {t.signOut}
                </button>
              </form>
            </>
          )}
        </div>
      </div>
      {person && <DeskNavigation view={view} person={person} />}
    </header>
  )
}

/** Where the desk leads to; each of these asks for the right beside it. */
const places: readonly { name: keyof (typeof deskTexts)["vi"]; right: Action; path: string }[] = [
  { name: "articles", right: "see_articles", path: "/ban-lam-viec/tin-bai" },
  { name: "highlights", right: "see_highlights", path: "/ban-lam-viec/tin-noi-bat" },
  { name: "sections", right: "see_sections", path: "/ban-lam-viec/chuyen-muc" },
  { name: "organisations", right: "see_organisations", path: "/ban-lam-viec/to-chuc" },
  { name: "imports", right: "keep_organisation", path: "/ban-lam-viec/nhap-excel" },
  { name: "reports", right: "see_reports", path: "/ban-lam-viec/bao-cao" },
  { name: "ratings", right: "see_reports", path: "/ban-lam-viec/xep-loai" },
  { name: "administration", right: "see_administration", path: "/ban-lam-viec/quan-tri" },
  { name: "changeLog", right: "see_change_log", path: "/ban-lam-viec/nhat-ky" },
]

/** What the navigation offers someone. */
export function deskLinks({ locale, paths }: View, person: Person) {
  const t = deskTexts[locale]
  const open = places.filter(({ right }) => may(person, right))
  return [{ name: t.desk, path: paths.desk() }].concat(
    open.map(({ name, path }) => ({ name: t[name], path: inLanguage(path, locale) })),
  )
}

function DeskNavigation({ view, person }: { view: View; person: Person }) {
  const t = deskTexts[view.locale]
  const links = deskLinks(view, person)
  return (
    <nav class="desk-navigation page-width" aria-label={t.navigation}>
      <ul>
        {links.map(({ name, path }) => {
          const within = path !== view.paths.desk() && view.path.startsWith(`${path}/`)
          return (
            <li>
              <a href={path} aria-current={view.path === path ? "page" : within ? "true" : undefined}>
                {name}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
