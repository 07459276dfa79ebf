import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { formatDay, formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { placeName } from "../places/names.ts"
import { kindName } from "../register/vocabulary.ts"
import type { NotRated } from "./not-rated.ts"
import { countedOf, type SheetRecord } from "./read-sheet.ts"
import { versionName } from "./scheme-pages.tsx"
import { className, formatPoints } from "./scheme-words.ts"
import type { Score } from "./scoring.ts"
import { stateAfter } from "./sheet-states.ts"
import { SheetTable } from "./sheet-table.tsx"
import { sheetTexts as texts } from "./sheet-texts.ts"
import type { Revision } from "./sheets.ts"

export type SheetGiven = { view: View; person: Person; record: SheetRecord }

/** The way to everything about one organisation's year. */
export function sheetTrail(view: View, record: Pick<SheetRecord, "rated" | "year">, isBelow = false) {
  const t = texts[view.locale]
  return [
    { name: t.title, path: view.paths.ratingSheets({ nam: record.year }) },
    ...(isBelow
      ? [{ name: record.rated.name, path: view.paths.ratingSheet(record.rated, record.year) }]
      : []),
  ]
}

export function scoreWords({ points, class: of }: { points: number; class: string | null }, view: View) {
  return texts[view.locale].sumNow(
    formatPoints(points, view.locale),
    of ? className(of, view.locale).toLowerCase() : "–",
  )
}

/** Who is rated, for which year, by what, and how far it has come. */
export function SheetHeading({ view, record }: { view: View; record: SheetRecord }) {
  const { locale, paths } = view
  const t = texts[locale]
  const { rated, year, scheme, sheet } = record
  return (
    <div class="page-heading">
      <p class="kicker">{t.sheetTitle(year)}</p>
      <h1 lang="vi">{rated.name}</h1>
      <p class="lead">
        {kindName(rated.kind, locale)},{" "}
        {placeName({ kind: rated.place_kind, name: rated.place_name }, locale)}.{" "}
        {t.byScheme(`${versionName(scheme, view)} (${scheme.legal_basis})`)}
      </p>
      <p>
        <strong>{sheet ? t[sheet.is_objected ? "objected" : sheet.state] : t.none}</strong>
        {sheet && `: ${scoreWords(countedOf(record) ?? sheet, view)}`}
      </p>
      <ul class="choices">
        <li>
          <a href={paths.deskOrganisation(rated)}>{t.openOrganisation}</a>
        </li>
        {sheet && (
          <li>
            <a href={paths.ratingSheet(rated, year, "ban-in")}>{t.print}</a>
          </li>
        )}
      </ul>
    </div>
  )
}

/** Why it is not rated, day by day, so that nobody has to take it on trust. */
export function NotRatedNotice({ view: { locale }, notRated }: { view: View; notRated: NotRated }) {
  const t = texts[locale]
  return (
    <div class="notice notice--warning">
      <p>
        <strong>{t.notRatedTitle}: </strong>
        {t[notRated.reason]}.
      </p>
      <p>
        {notRated.reason === "under_twelve_months"
          ? t.underTwelve(formatDay(notRated.founded_on, locale))
          : t.stoppedDays(
              formatNumber(notRated.days, locale),
              notRated.stops
                .map(({ from, to }) => t.stretch(formatDay(from, locale), formatDay(to, locale)))
                .join("; "),
            )}{" "}
        {t.articleEight}
      </p>
    </div>
  )
}

/** What of the sheet has to be mended before anything goes on. */
export function scoreFaults({ open, above }: Score, locale: View["locale"]) {
  const t = texts[locale]
  return [
    ...above.map(({ code, sum, most }) =>
      t.above(code, formatPoints(sum, locale), formatPoints(most, locale)),
    ),
    ...(open.length > 0 ? [t.openItems(open.join(", "))] : []),
  ]
}

type SheetPageProps = SheetGiven & { score: Score; history: RecordHistory; previous: Revision | undefined }

/** A sheet as it stands, and what can be done with it now. */
export function SheetPage({ view, person, record, score, history, previous }: SheetPageProps) {
  const { locale } = view
  const { rated, year, sheet, notRated } = record
  return (
    <DeskLayout
      view={view}
      person={person}
      title={`${rated.name}, ${texts[locale].sheetTitle(year)}`}
      trail={sheetTrail(view, record)}
    >
      <SheetHeading view={view} record={record} />
      {notRated && <NotRatedNotice view={view} notRated={notRated} />}
      <Notes view={view} record={record} />
      {sheet ? (
        <>
          <Acts view={view} person={person} record={record} score={score} />
          <SheetTable view={view} record={record} score={score} previous={previous} />
          <Steps view={view} record={record} />
        </>
      ) : (
        <p class="empty">{texts[locale].readOnly}</p>
      )}
      <History view={view} history={history} />
    </DeskLayout>
  )
}

/** What else there is of the year. */
export function Notes({ view, record }: { view: View; record: SheetRecord }) {
  const { locale } = view
  const t = texts[locale]
  const { rating, sheet, others } = record
  return (
    <>
      {rating?.points != null && !sheet && (
        <p class="notice">
          {t.ratedWithout(scoreWords({ points: rating.points, class: rating.class }, view))}
        </p>
      )}
      {others.length > 0 && (
        <p class="notice">
          {t.otherSchemes(
            others.map((other) => `${versionName(other, view)} (${scoreWords(other, view)})`).join("; "),
          )}
        </p>
      )}
    </>
  )
}

/** What the person may do with the sheet as it stands. */
export function Acts({ view, person, record, score }: SheetGiven & { score: Score }) {
  const { locale, paths } = view
  const t = texts[locale]
  const { rated, year, sheet } = record
  if (!sheet) return null
  const path = (part: Parameters<typeof paths.ratingSheet>[2]) => paths.ratingSheet(rated, year, part)
  const files = may(person, "file_report", rated.standing)
  const checks = may(person, "check_report", rated.standing)
  const isComplete = score.open.length === 0 && score.above.length === 0
  return (
    <>
      {files && sheet.state === "draft" && sheet.revision > 0 && (
        <p class="desk-actions">
          {isComplete ? <ButtonLink href={path("kiem-soat")}>{t.check}</ButtonLink> : t.checkFirst}
        </p>
      )}
      {files && stateAfter(sheet, "submit") && (
        <form class="form__actions" method="post" action={path("gui")}>
          <VersionField version={sheet.version} />
          <Button>{t.submit}</Button>
          <span class="quiet">{t.submitLead}</span>
        </form>
      )}
      {checks && stateAfter(sheet, "accept") && (
        <p class="desk-actions">
          <ButtonLink href={path("tiep-nhan")}>{t.acceptTitle}</ButtonLink>
          <ButtonLink href={path("cham-lai")} quiet>
            {t.review}
          </ButtonLink>
        </p>
      )}
      {files && stateAfter(sheet, "object") && (
        <p>
          <a href={path("khieu-nai")}>{t.object}</a>
        </p>
      )}
      {checks && stateAfter(sheet, "answer") && (
        <p class="desk-actions">
          <ButtonLink href={path("tra-loi")}>{t.answerTitle}</ButtonLink>
          <ButtonLink href={path("cham-lai")} quiet>
            {t.reviewAgain}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

/** Every step and every score of a sheet. */
export function Steps({ view, record }: { view: View; record: SheetRecord }) {
  const { locale } = view
  const t = texts[locale]
  const { sheet, events, revisions } = record
  return (
    <>
      {events.length > 0 && (
        <section class="stack" aria-labelledby="qua-trinh">
          <h2 id="qua-trinh">{t.history}</h2>
          <ol class="rating-steps">
            {events.map((event) => (
              <li>
                <p>
                  <strong>{t[`event_${event.kind}`]}</strong>, {formatDay(event.happened_on, locale)}
                  {event.done_by && `, ${event.done_by}`}
                  {event.outcome && `: ${t[event.outcome]}`}
                </p>
                {event.note && <p>{event.note}</p>}
                {event.reasons && (
                  <ul>
                    {Object.entries(event.reasons).map(([code, reason]) => (
                      <li>
                        {code}: {reason}
                      </li>
                    ))}
                  </ul>
                )}
                <p class="quiet">
                  {t.enteredBy(event.actor)}, {formatTime(event.recorded_at, locale)}
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
      {revisions.length > 0 && (
        <section class="stack" aria-labelledby="cac-lan-cham">
          <h2 id="cac-lan-cham">{t.revisions}</h2>
          <Table caption={t.revisions} quietCaption>
            <thead>
              <tr>
                <th scope="col">{t.revisions}</th>
                <th scope="col" class="table__number">
                  {t.points}
                </th>
                <th scope="col">{t.class}</th>
                <th scope="col">{t.typedBy}</th>
                <th scope="col">{t.savedAt}</th>
              </tr>
            </thead>
            <tbody>
              {revisions.map((revision) => (
                <tr>
                  <th scope="row">
                    {t.revision(revision.number)}, {t[revision.kind].toLowerCase()}
                    {revision.number === sheet?.counted_revision && ` (${t.counted})`}
                  </th>
                  <td class="table__number">{formatPoints(revision.points, locale)}</td>
                  <td>{className(revision.class, locale)}</td>
                  <td>{revision.typed_by}</td>
                  <td>{formatTime(revision.saved_at, locale)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
      )}
    </>
  )
}
