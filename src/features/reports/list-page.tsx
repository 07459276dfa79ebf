import type { Query } from "../../paths.ts"
import { may, rolesFor } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { FigureBar } from "../../ui/figure-bar/figure-bar.tsx"
import { formatDay, formatNumber, formatTime, inVietnam } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { placeName, placeNameInside } from "../places/names.ts"
import type { Round } from "../rounds/queries.ts"
import type { CommuneProgress, Progress } from "../rounds/respondents.ts"
import { coverageOf, type Standing, standings, standingWords } from "../rounds/standing.ts"
import { texts as roundTexts } from "../rounds/texts.ts"
import { coverageWords, roundState } from "../rounds/words.ts"
import type { FilingAct } from "./filing-states.ts"
import { filingsPerPage, type ListedFiling, type OwnReport } from "./list-filings.ts"
import { texts } from "./texts.ts"

/** What a list of a round is narrowed to. */
export type AskedFilings = {
  standing: Standing | undefined
  /** Those that wait for the commune, whichever time they came. */
  isWaiting: boolean
  commune: CommuneProgress | undefined
  text: string
  /** Every box is ticked, so that a whole list is one press without scripts too. */
  isPicked: boolean
  page: number
}

export const waitingWord = "cho-tiep-nhan"

/** What was just done to many, and can be taken back. */
export type Done = { eventId: number; act: FilingAct; count: number; skipped: number; undoable: number }

type ListProps = {
  view: View
  person: Person
  round: Round
  asked: AskedFilings
  progress: Progress
  communes: readonly CommuneProgress[]
  rows: readonly ListedFiling[]
  total: number
  done: Done | undefined
}

/** Who answers in a round, how far each is, and what can be done to many of them at once. */
export function ListPage(props: ListProps) {
  const { view, person, round, asked, rows } = props
  const { locale, paths, today } = view
  const t = texts[locale]
  const coverage = coverageOf(props.progress.standings)
  const words = coverageWords(round, coverage, locale)
  return (
    <DeskLayout
      view={view}
      person={person}
      title={round.name}
      trail={[{ name: t.title, path: paths.reports() }]}
    >
      <div class="page-heading">
        <h1 lang="vi">{round.name}</h1>
        <p>
          {roundState(round, today, locale)} · {t.dueOn(formatDay(round.due_on, locale))}
        </p>
        <div class="report-progress">
          <p class="lead">{words}</p>
          {coverage.expected > 0 && (
            <FigureBar filled={coverage.reported / coverage.expected} aim={null} label={words} />
          )}
        </div>
        <p class="desk-actions">
          <ButtonLink quiet href={paths.deskRound(round)}>
            {t.aboutRound}
          </ButtonLink>
          {takesWorkbooks(round, person) && (
            <ButtonLink quiet href={paths.reportImports()}>
              {t.byExcel}
            </ButtonLink>
          )}
        </p>
      </div>
      <DoneNotice {...props} />
      <States {...props} />
      <Filters {...props} />
      {rows.length === 0 ? <p class="empty">{t.noneSuch}</p> : <Picking {...props} />}
      {rows.length > 0 && (
        <>
          <Downloads locale={locale} path={paths.filingsFile(round)} query={queryOf(asked)} />
          <Pager
            locale={locale}
            page={asked.page}
            perPage={filingsPerPage}
            total={props.total}
            pathOf={(page) => paths.filings(round, { ...queryOf(asked), trang: page > 1 ? page : undefined })}
          />
        </>
      )}
    </DeskLayout>
  )
}

/** Workbooks are of a place: who answers for one organisation fills in its form. */
function takesWorkbooks({ state, asked }: Round, person: Person) {
  const held = rolesFor(person, "file_report")
  return state === "open" && asked === "organisations" && held.some(({ organisation_id }) => !organisation_id)
}

function queryOf({ standing, isWaiting, commune, text }: AskedFilings): Query {
  return {
    "trang-thai": isWaiting ? waitingWord : standing && standingWords[standing],
    "dia-ban": commune?.slug,
    tim: text || undefined,
  }
}

function DoneNotice({ view, round, done }: ListProps) {
  const { locale, paths } = view
  const t = texts[locale]
  if (!done) return null
  const { act, count, skipped, undoable, eventId } = done
  const said =
    { accepted: t.acceptedMany, accepted_by_province: t.acceptedManyForProvince }[act as string] ??
    t.takenBackMany
  return (
    <div class="notice" role="status">
      <p>
        {said(formatNumber(count, locale))} {skipped > 0 && t.skipped(formatNumber(skipped, locale))}
      </p>
      {undoable > 0 && (
        <form method="post" action={paths.filingsAct(round, "rut-tiep-nhan")}>
          <input type="hidden" name="vua-xong" value={String(eventId)} />
          <Button quiet>{t.undo}</Button>
        </form>
      )}
    </div>
  )
}

/** Every state with how many there are, each a way to them. */
function States({ view, round, asked, progress }: ListProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const waiting = (progress.standings.submitted ?? 0) + (progress.standings.resubmitted ?? 0)
  const link = (word: string | undefined, name: string, count: number, isCurrent: boolean) => (
    <li>
      <a
        href={paths.filings(round, { ...queryOf(asked), "trang-thai": word })}
        aria-current={isCurrent ? "true" : undefined}
      >
        {name} <span class="desk-count">{formatNumber(count, locale)}</span>
      </a>
    </li>
  )
  const all = Object.values(progress.standings).reduce((sum, count) => sum + count, 0)
  return (
    <nav class="desk-statuses" aria-label={t.state}>
      <ul>
        {link(undefined, t.all, all, !asked.standing && !asked.isWaiting)}
        {waiting > 0 && link(waitingWord, t.waiting, waiting, asked.isWaiting)}
        {standings
          .filter((standing) => progress.standings[standing])
          .map((standing) =>
            link(
              standingWords[standing],
              roundTexts[locale][standing],
              progress.standings[standing]!,
              asked.standing === standing,
            ),
          )}
      </ul>
    </nav>
  )
}

function Filters({ view, round, asked, communes }: ListProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <search>
      <form class="desk-filters" action={paths.filings(round)}>
        <div>
          <label for="tim">{t.find}</label>
          <input id="tim" name="tim" type="search" value={asked.text} autocomplete="off" maxlength={100} />
        </div>
        {communes.length > 1 && (
          <div>
            <label for="dia-ban">{t.commune}</label>
            <select id="dia-ban" name="dia-ban">
              <option value="">{t.everyCommune}</option>
              {communes
                .toSorted((one, other) => one.name.localeCompare(other.name, "vi"))
                .map((commune) => (
                  <option value={commune.slug} selected={commune.id === asked.commune?.id} lang="vi">
                    {placeName(commune, locale)}
                  </option>
                ))}
            </select>
          </div>
        )}
        {queryOf(asked)["trang-thai"] && (
          <input type="hidden" name="trang-thai" value={String(queryOf(asked)["trang-thai"])} />
        )}
        <div class="desk-filters__actions">
          <Button>{t.show}</Button>
        </div>
      </form>
    </search>
  )
}

/** The list, inside the form that does something to those ticked where someone may. */
function Picking(props: ListProps) {
  const { view, person, round, asked, rows } = props
  const { locale, paths } = view
  const t = texts[locale]
  const accepts = may(person, "check_report") && rows.some(isAcceptable)
  const approves = may(person, "accept_report") && rows.some(isApprovable)
  const isPickable = (row: ListedFiling) =>
    round.state === "open" && ((accepts && isAcceptable(row)) || (approves && isApprovable(row)))
  const pickable = rows.filter(isPickable)
  const table = <List {...props} isPickable={isPickable} />
  if (pickable.length === 0) return table
  const other = { ...queryOf(asked), trang: asked.page > 1 ? asked.page : undefined }
  return (
    <form
      class="report-picking"
      method="post"
      action={paths.filingsAct(round, accepts ? "tiep-nhan" : "duyet")}
    >
      <p>
        <a href={paths.filings(round, { ...other, chon: asked.isPicked ? undefined : "tat-ca" })}>
          {asked.isPicked ? t.pickNone : t.pickAll(formatNumber(pickable.length, locale))}
        </a>
      </p>
      {table}
      <div class="form__actions report-picking__acts">
        {accepts && <Button>{t.acceptPicked}</Button>}
        {approves && (
          <button
            type="submit"
            class={accepts ? "button button--quiet" : "button"}
            formaction={paths.filingsAct(round, "duyet")}
          >
            {t.approvePicked}
          </button>
        )}
      </div>
    </form>
  )
}

function isAcceptable({ standing, filing_id }: ListedFiling) {
  return filing_id !== null && (standing === "submitted" || standing === "resubmitted")
}

function isApprovable({ standing, filing_id }: ListedFiling) {
  return filing_id !== null && standing === "accepted"
}

/** Sent of each that is ticked: which, and the revision that the list was of. */
export const pickField = "bao-cao"

function List({
  view,
  round,
  asked,
  communes,
  rows,
  total,
  isPickable,
}: ListProps & { isPickable: (row: ListedFiling) => boolean }) {
  const { locale, paths } = view
  const t = texts[locale]
  const picks = rows.some(isPickable)
  return (
    <div class="organisation-table">
      <Table caption={t.count(formatNumber(total, locale))}>
        <thead>
          <tr>
            {picks && (
              <th scope="col">
                <span class="visually-hidden">{t.pick}</span>
              </th>
            )}
            <th scope="col">{t.reporter}</th>
            {communes.length > 1 && <th scope="col">{t.commune}</th>}
            <th scope="col">{t.state}</th>
            <th scope="col">{t.sentAt}</th>
            <th scope="col">{t.due}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {picks && (
                <td class={isPickable(row) ? "report-picking__box" : "quiet"}>
                  {isPickable(row) && (
                    <input
                      type="checkbox"
                      name={pickField}
                      value={`${row.filing_id}.${row.revision}`}
                      checked={asked.isPicked}
                      aria-label={t.pickOne(row.name)}
                    />
                  )}
                </td>
              )}
              <th scope="row" lang="vi">
                <a href={paths.filing({ round, reporter: row })}>{row.name}</a>
              </th>
              {communes.length > 1 && (
                <td class="organisation-table__place" lang="vi">
                  {placeName({ kind: row.commune_kind, name: row.commune_name }, locale)}
                </td>
              )}
              <td>
                <span class={`report-state report-state--${row.standing}`}>
                  {roundTexts[locale][row.standing]}
                </span>
              </td>
              {row.submitted_at ? (
                <td data-label={t.sentAt}>
                  <time datetime={row.submitted_at.toISOString()}>
                    {formatTime(row.submitted_at, locale)}
                  </time>
                </td>
              ) : (
                <td class="quiet">–</td>
              )}
              <td data-label={t.due}>
                {formatDay(row.due_on, locale)} <Lateness view={view} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function Lateness({ view, row }: { view: View; row: Pick<ListedFiling, "is_late"> }) {
  if (!row.is_late) return null
  return <strong class="report-late">{texts[view.locale].late}</strong>
}

type HomeProps = {
  view: View
  person: Person
  own: readonly OwnReport[]
  rounds: readonly { round: Round; progress: Progress }[]
}

/** The reports of whoever is signed in: their own to fill in, and the rounds whose reports they look at. */
export function ReportsPage({ view, person, own, rounds }: HomeProps) {
  const { locale, paths, today } = view
  const t = texts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={[]}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      <OwnReports
        view={view}
        id="cua-toi"
        title={t.own}
        own={own.filter(({ round }) => round.state === "open")}
      />
      <OwnReports
        view={view}
        id="da-khoa"
        title={t.ownBefore}
        own={own.filter(({ round }) => round.state === "closed")}
      />
      {rounds.length === 0 && own.length === 0 && <p class="empty">{t.noRounds}</p>}
      {rounds.length > 0 && (
        <section class="stack" aria-labelledby="cac-dot">
          <h2 id="cac-dot">{t.rounds}</h2>
          <ul class="report-own">
            {rounds.map(({ round, progress }) => {
              const coverage = coverageOf(progress.standings)
              const words = coverageWords(round, coverage, locale)
              const waiting = (progress.standings.submitted ?? 0) + (progress.standings.resubmitted ?? 0)
              return (
                <li class="card">
                  <h3 lang="vi">
                    <a href={paths.filings(round)}>{round.name}</a>
                  </h3>
                  <p>
                    {roundState(round, today, locale)} · {t.dueOn(formatDay(round.due_on, locale))}
                  </p>
                  <div class="report-progress">
                    <p>{words}</p>
                    <FigureBar filled={coverage.reported / coverage.expected} aim={null} label={words} />
                  </div>
                  {waiting > 0 && (
                    <p>
                      <a href={paths.filings(round, { "trang-thai": waitingWord })}>
                        {t.waitingCount(formatNumber(waiting, locale))}
                      </a>
                    </p>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </DeskLayout>
  )
}

type OwnReportsProps = { view: View; id: string; title: string; own: readonly OwnReport[] }

function OwnReports({ view, id, title, own }: OwnReportsProps) {
  if (own.length === 0) return null
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="report-own">
        {own.map((one) => (
          <OwnReportCard view={view} {...one} />
        ))}
      </ul>
    </section>
  )
}

/** One's own report in a round: how far it is, until when, and the one thing to do next. */
function OwnReportCard({ view, round, reporter }: OwnReport & { view: View }) {
  const { locale, paths, today } = view
  const t = texts[locale]
  const { standing, due_on, submitted_at, is_late } = reporter
  const next = { silent: t.fillIn, draft: t.goOn, returned: t.mend }[standing as string]
  const act = round.state === "open" ? next : undefined
  const asked = { round, reporter }
  return (
    <li class="card">
      <h3 lang="vi">
        <a href={paths.filing(asked)}>{round.name}</a>
      </h3>
      <p lang="vi">
        {reporter.name}, {placeNameInside({ kind: reporter.commune_kind, name: reporter.commune_name }, "vi")}
      </p>
      <p>
        <span class={`report-state report-state--${standing}`}>{roundTexts[locale][standing]}</span> ·{" "}
        {submitted_at && !act
          ? formatDay(inVietnam(submitted_at).day, locale)
          : t.dueOn(formatDay(due_on, locale))}{" "}
        {is_late && <strong class="report-late">{t.late}</strong>}
      </p>
      {act && round.opens_on <= today && (
        <p>
          <ButtonLink href={paths.filing(asked, "dien")}>{act}</ButtonLink>
        </p>
      )}
    </li>
  )
}
