import { may } from "../../rights/rights.ts"
import { holds, type Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { formatDay, formatMoment, formatTime, inVietnam } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import type { Entry } from "../changes/queries.ts"
import { sentenceOf } from "../changes/sentences.ts"
import { queueQuery } from "../ratings/queue-page.tsx"
import type { WaitingSheets } from "../ratings/waiting-sheets.ts"
import type { ReportCounts } from "../reports/list-filings.ts"
import { texts } from "./texts.ts"
import type { AdministrationCounts, countUnsent, listWaitingArticles, RegisterCounts } from "./waiting.ts"
import { waitingKinds } from "./waiting.ts"

type DeskPageProps = {
  view: View
  person: Person
  articles: Awaited<ReturnType<typeof listWaitingArticles>>
  register: RegisterCounts | undefined
  reports: ReportCounts | undefined
  sheets: readonly WaitingSheets[]
  administration: AdministrationCounts | undefined
  unsent: Awaited<ReturnType<typeof countUnsent>>
  changed: Entry[]
}

/** One calm page a person: what waits, what changed, where to go. */
export function DeskPage(props: DeskPageProps) {
  const { view, person } = props
  const t = texts[view.locale]
  return (
    <DeskLayout view={view} person={person} title={t.desk}>
      <div class="page-heading">
        <h1>{t.desk}</h1>
        <p class="lead">{t.hello(person.name)}</p>
      </div>
      <div class="desk-home">
        <div class="desk-home__work">
          <Waiting {...props} />
          <Changed {...props} />
        </div>
        <WhereTo view={view} person={person} />
      </div>
    </DeskLayout>
  )
}

function Waiting({
  view,
  person,
  articles,
  register,
  reports,
  sheets,
  administration,
  unsent,
}: DeskPageProps) {
  const t = texts[view.locale]
  const chapters = [
    { id: "viec-bao-cao", name: t.reportsWait, tasks: reports ? reportTasks(view, reports) : [] },
    { id: "viec-xep-loai", name: t.ratingsWait, tasks: sheetTasks(view, sheets) },
    { id: "viec-so-dang-ky", name: t.registerWaits, tasks: register ? registerTasks(view, register) : [] },
    {
      id: "viec-quan-tri",
      name: t.administrationWaits,
      tasks: administration ? openTasks(view, administration) : [],
    },
  ].filter(({ tasks }) => tasks.length > 0)
  const isEmpty = articles.length === 0 && chapters.length === 0 && unsent.forms === 0
  return (
    <section class="desk-waiting" aria-labelledby="dang-cho">
      <h2 id="dang-cho">{t.waiting}</h2>
      {isEmpty && <NothingWaits view={view} person={person} />}
      {unsent.forms > 0 && unsent.saved_at && (
        <p class="notice">
          {t.unsent(unsent.forms, formatMoment(unsent.saved_at, true, view.locale).slice(1, -1))}
        </p>
      )}
      {waitingKinds.map((kind) => {
        const ofKind = articles.filter((article) => article.kind === kind)
        return ofKind.length > 0 && <WaitingArticles view={view} kind={kind} articles={ofKind} />
      })}
      {chapters.map(({ id, name, tasks }) => (
        <section aria-labelledby={id}>
          <h3 id={id}>{name}</h3>
          <ul class="desk-list">
            {tasks.map(({ words, path }) => (
              <li>
                <a href={path}>{words}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

type WaitingArticlesProps = {
  view: View
  kind: (typeof waitingKinds)[number]
  articles: DeskPageProps["articles"]
}

function WaitingArticles({ view, kind, articles }: WaitingArticlesProps) {
  const t = texts[view.locale]
  const rest = (articles[0]?.total ?? 0) - articles.length
  return (
    <section aria-labelledby={`cho-${kind}`}>
      <h3 id={`cho-${kind}`}>
        {t[kind]} <span class="desk-count">{articles[0]?.total}</span>
      </h3>
      <ul class="desk-list">
        {articles.map(({ article_id, locale, title, author, since }) => (
          <li>
            <a href={view.paths.deskArticle({ article_id, locale })}>{title}</a>
            <span class="desk-list__facts">
              {kind !== "draft" && kind !== "returned" && `${t.by(author)} · `}
              {locale === "en" && `${t.inEnglish} · `}
              {t.since}{" "}
              <time datetime={inVietnam(since).day}>{formatDay(inVietnam(since).day, view.locale)}</time>
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p>
          <a href={view.paths.deskArticles()}>{t.more(rest)}</a>
        </p>
      )}
    </section>
  )
}

/** For a newcomer the empty desk says what to do first; for others, that all is done. */
function NothingWaits({ view, person }: { view: View; person: Person }) {
  const t = texts[view.locale]
  const { paths } = view
  if (person.roles.length === 0) return <p class="empty">{t.noRole}</p>
  if (person.desk_seen_at) return <p class="empty">{t.nothingWaits}</p>

  const step = holds(person, "administrator")
    ? { words: t.firstAsAdministrator, name: t.administration, path: paths.administration() }
    : holds(person, "editor")
      ? { words: t.firstAsEditor, name: t.newArticle, path: paths.newDeskArticle() }
      : holds(person, "publisher")
        ? { words: t.firstAsPublisher, name: t.articles, path: paths.deskArticles() }
        : may(person, "see_organisations")
          ? { words: t.firstWithOrganisations, name: t.organisations, path: paths.deskOrganisations() }
          : { words: t.firstAsOther, name: t.rights, path: paths.rights() }
  return (
    <div class="empty">
      <h3>{t.firstSteps}</h3>
      <p>{step.words}</p>
      <p>
        <a class="button" href={step.path}>
          {step.name}
        </a>
      </p>
    </div>
  )
}

/** What others did meanwhile; nothing is shown to those who see nothing of it anyway. */
function Changed({ view, person, changed }: DeskPageProps) {
  const t = texts[view.locale]
  const { paths } = view
  if (person.roles.length === 0) return null
  return (
    <section class="desk-changed" aria-labelledby="da-thay-doi">
      <h2 id="da-thay-doi">{t.changed}</h2>
      {changed.length === 0 ? (
        <p class="empty">{t.nothingChanged}</p>
      ) : (
        <>
          <ul class="desk-list">
            {changed.map((change) => (
              <li>
                <ChangeSentence view={view} person={person} change={change} />
                <span class="desk-list__facts">
                  <time datetime={change.made_at.toISOString()}>
                    {formatTime(change.made_at, view.locale)}
                  </time>
                </span>
              </li>
            ))}
          </ul>
          <form method="post" action={paths.deskSeen()}>
            <Button quiet>{t.seen}</Button>
          </form>
        </>
      )}
    </section>
  )
}

/** Leads to the article, or to its entry in the change log, for those who may open it. */
function ChangeSentence({ view, person, change }: { view: View; person: Person; change: Entry }) {
  const sentence = sentenceOf(change, view.locale)
  if (change.record_kind === "article" && change.record_id !== null && may(person, "see_articles")) {
    const { locale } = (change.after ?? change.before ?? {}) as { locale?: unknown }
    const edition = { article_id: change.record_id, locale: locale === "en" ? "en" : "vi" } as const
    return <a href={view.paths.deskArticle(edition)}>{sentence}</a>
  }
  if (may(person, "see_change_log")) return <a href={view.paths.changeEntry(change)}>{sentence}</a>
  return <span>{sentence}</span>
}

function registerTasks(view: View, counts: RegisterCounts) {
  const t = texts[view.locale]
  const places = { mistakes: view.paths.mistakes(), waiting_for_place: view.paths.waitingForPlace() }
  return (Object.keys(places) as (keyof RegisterCounts)[])
    .filter((name) => counts[name] > 0)
    .map((name) => ({ words: t[name](counts[name]), path: places[name] }))
}

function reportTasks(view: View, counts: ReportCounts) {
  const t = texts[view.locale]
  const names = ["came_back", "to_file", "to_check", "to_accept"] as const
  return names
    .filter((name) => counts[name] > 0)
    .map((name) => ({ words: t[name](counts[name]), path: view.paths.reports() }))
}

function sheetTasks(view: View, sheets: readonly WaitingSheets[]) {
  const t = texts[view.locale]
  const words = { returned: t.sheetsBack, submitted: t.sheetsSent, objected: t.sheetsObjected }
  return sheets.map(({ year, progress, count }) => ({
    words: words[progress](count, year),
    path: view.paths.ratingSheets(queueQuery({ year, progress })),
  }))
}

function openTasks(view: View, counts: AdministrationCounts) {
  const t = texts[view.locale]
  const { paths } = view
  const places = {
    failed_jobs: paths.jobs(),
    failed_mails: paths.mails(),
    ended_with_places: paths.endedRoles(),
    unopened_invitations: paths.people(),
  }
  return (Object.keys(places) as (keyof AdministrationCounts)[])
    .filter((name) => counts[name] > 0)
    .map((name) => ({ words: t[name](counts[name]), path: places[name] }))
}

function WhereTo({ view, person }: { view: View; person: Person }) {
  const t = texts[view.locale]
  const { paths } = view
  const links = [
    { name: t.articles, words: t.articlesWords, path: paths.deskArticles(), right: "see_articles" },
    { name: t.highlights, words: t.highlightsWords, path: paths.deskHighlights(), right: "see_highlights" },
    { name: t.sections, words: t.sectionsWords, path: paths.deskSections(), right: "see_sections" },
    {
      name: t.organisations,
      words: t.organisationsWords,
      path: paths.deskOrganisations(),
      right: "see_organisations",
    },
    { name: t.reports, words: t.reportsWords, path: paths.reports(), right: "see_reports" },
    { name: t.rounds, words: t.roundsWords, path: paths.deskRounds(), right: "see_reports" },
    {
      name: t.enteredFigures,
      words: t.enteredFiguresWords,
      path: paths.enteredFigures(),
      right: "see_official_reports",
    },
    {
      name: t.officialReports,
      words: t.officialReportsWords,
      path: paths.officialReports(),
      right: "see_official_reports",
    },
    { name: t.ratings, words: t.ratingsWords, path: paths.ratingSheets(), right: "see_reports" },
    {
      name: t.administration,
      words: t.administrationWords,
      path: paths.administration(),
      right: "see_administration",
    },
    { name: t.changeLog, words: t.changeLogWords, path: paths.changeLog(), right: "see_change_log" },
    { name: t.register, words: t.registerWords, path: paths.organisations(), right: undefined },
    { name: t.rights, words: t.rightsWords, path: paths.rights(), right: "use_desk" },
    { name: t.ownAccount, words: t.ownAccountWords, path: paths.ownAccount(), right: undefined },
  ] as const
  return (
    <section class="desk-where-to" aria-labelledby="di-den">
      <h2 id="di-den">{t.whereTo}</h2>
      <ul class="desk-links">
        {links
          .filter(({ right }) => !right || may(person, right))
          .map(({ name, words, path }) => (
            <li>
              <a href={path}>{name}</a>
              <span>{words}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}
