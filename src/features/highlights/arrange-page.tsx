import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { ButtonLink } from "../../ui/button/button.tsx"
import { formatDay, isOpen } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { MoveButtons } from "../../ui/move-buttons/move-buttons.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { vietnameseIn } from "../news/headlines.tsx"
import type { DeskHighlight, PastHighlight } from "./desk-queries.ts"
import { HighlightsStrip } from "./highlights.tsx"
import type { Highlight } from "./queries.ts"
import { deskTexts } from "./texts.ts"

type ArrangePageProps = {
  view: View
  person: Person
  /** What the public sees today. */
  strip: Highlight[]
  current: DeskHighlight[]
  past: PastHighlight[]
}

export function ArrangePage({ view, person, strip, current, past }: ArrangePageProps) {
  const t = deskTexts[view.locale]
  const arranges = may(person, "arrange_highlights")
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={[]}>
      <header class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      {arranges && (
        <p>
          <ButtonLink href={view.paths.newDeskHighlight()}>{t.add}</ButtonLink>
        </p>
      )}
      <section class="stack" aria-labelledby="xem-truoc">
        <h2 id="xem-truoc">{t.preview}</h2>
        {strip.length === 0 ? (
          <p class="empty">{t.noneToday}</p>
        ) : (
          <HighlightsStrip view={view} highlights={strip} />
        )}
      </section>
      {current.length > 0 && <Current view={view} highlights={current} arranges={arranges} />}
      {past.length > 0 && <Past view={view} highlights={past} />}
    </DeskLayout>
  )
}

type CurrentProps = { view: View; highlights: DeskHighlight[]; arranges: boolean }

function Current({ view, highlights, arranges }: CurrentProps) {
  const { locale, paths, today } = view
  const t = deskTexts[locale]
  return (
    <section class="stack" aria-labelledby="dang-hien-thi">
      <h2 id="dang-hien-thi">{t.current}</h2>
      <ol class="arranged">
        {highlights.map((highlight, index) => (
          <li id={`tin-${highlight.id}`}>
            <div>
              <span class="arranged__name" lang={vietnameseIn(locale)}>
                {highlight.title}
              </span>
              <p class="arranged__words">
                {formatDay(highlight.shown_on, locale)} –{" "}
                {isOpen(highlight.shown_until) ? t.open : formatDay(highlight.shown_until, locale)}
                {highlight.shown_on > today && ` (${t.toCome})`}
              </p>
              <ArticleOf view={view} highlight={highlight} />
            </div>
            {arranges && (
              <div class="arranged__actions">
                <MoveButtons
                  view={view}
                  action={paths.deskHighlightPosition(highlight)}
                  name={highlight.title}
                  first={index === 0}
                  last={index === highlights.length - 1}
                />
                <a href={paths.deskHighlight(highlight)} aria-label={t.editOne(highlight.title)}>
                  {t.edit}
                </a>
                <form method="post" action={paths.deskHighlightEnd(highlight)}>
                  <button class="button button--quiet" type="submit" aria-label={t.endOne(highlight.title)}>
                    {t.end}
                  </button>
                </form>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Past({ view, highlights }: { view: View; highlights: PastHighlight[] }) {
  const { locale } = view
  const t = deskTexts[locale]
  return (
    <details>
      <summary>{t.past}</summary>
      <Table caption={t.past} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.headline}</th>
            <th scope="col">{t.lastDay}</th>
          </tr>
        </thead>
        <tbody>
          {highlights.map((highlight) => (
            <tr>
              <th scope="row">
                <span lang={vietnameseIn(locale)}>{highlight.title}</span>
              </th>
              <td>{formatDay(highlight.last_day, locale)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  )
}

function ArticleOf({ view, highlight }: { view: View; highlight: DeskHighlight }) {
  const { article_title } = highlight
  const t = deskTexts[view.locale]
  return (
    <p class="arranged__words">
      {t.article}:{" "}
      {article_title ? <span lang={vietnameseIn(view.locale)}>{article_title}</span> : t.noArticle}
    </p>
  )
}
