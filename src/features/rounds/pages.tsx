import type { Query } from "../../paths.ts"
import { may } from "../../rights/rights.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { FigureBar } from "../../ui/figure-bar/figure-bar.tsx"
import { formatDay, formatNumber, formatPercent, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { placeName, placeNameInside } from "../places/names.ts"
import { sectorName } from "../register/vocabulary.ts"
import type { Snapshot } from "../snapshots/read-snapshot.ts"
import { FrozenVersions } from "./closing-pages.tsx"
import { closingTexts } from "./closing-texts.ts"
import { exceptionTexts } from "./exception-texts.ts"
import type { Round } from "./queries.ts"
import type { CommuneProgress, Progress, Respondent } from "./respondents.ts"
import { type Coverage, coverageOf, lateWord, type Standing, standings, standingWords } from "./standing.ts"
import { texts } from "./texts.ts"
import { type Given, roundTrail } from "./trail.ts"
import { coverageWords, dataWords, respondentKindName, roundState } from "./words.ts"

type ListProps = Given & { rounds: readonly Round[]; coverage: ReadonlyMap<number, Coverage> }

export function RoundsPage({ view, person, rounds, coverage }: ListProps) {
  const { locale, paths, today } = view
  const t = texts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={[]}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {may(person, "keep_round") && (
          <p class="desk-actions">
            <ButtonLink href={paths.newRound()}>{t.add}</ButtonLink>
          </p>
        )}
      </div>
      {rounds.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <>
          <Table caption={t.title} quietCaption>
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.due_on}</th>
                <th scope="col">{t.progress}</th>
              </tr>
            </thead>
            <tbody>
              {rounds.map((round) => {
                const covered = coverage.get(round.id)
                return (
                  <tr>
                    <th scope="row">
                      <a href={paths.deskRound(round)} lang="vi">
                        {round.name}
                      </a>
                      <p class="quiet" lang="vi">
                        {placeName({ kind: round.place_kind, name: round.place_name }, "vi")}
                      </p>
                    </th>
                    <td>{roundState(round, today, locale)}</td>
                    <td>{formatDay(round.due_on, locale)}</td>
                    <td>{covered ? coverageWords(round, covered, locale) : "–"}</td>
                  </tr>
                )
              })}
            </tbody>
          </Table>
          <Downloads locale={locale} path={paths.deskRounds()} />
        </>
      )}
    </DeskLayout>
  )
}

type RoundProps = Given & {
  round: Round
  progress: Progress
  communes: readonly CommuneProgress[]
  isChangeable: boolean
  snapshots: readonly Snapshot[]
  history: RecordHistory
}

/** One round: how far it is, in what state its reports are, and commune by commune. */
export function RoundPage({
  view,
  person,
  round,
  progress,
  communes,
  isChangeable,
  snapshots,
  history,
}: RoundProps) {
  const { locale, paths, today } = view
  const t = texts[locale]
  const coverage = coverageOf(progress.standings)
  const keeps = may(person, "keep_round")
  return (
    <DeskLayout view={view} person={person} title={round.name} trail={roundTrail(view)}>
      <div class="page-heading">
        <h1 lang="vi">{round.name}</h1>
        <p class="lead">
          {roundState(round, today, locale)} · {t.due_on}: {formatDay(round.due_on, locale)}
        </p>
        {keeps && round.state === "open" && (
          <p class="desk-actions">
            {isChangeable && <ButtonLink href={paths.deskRound(round, "sua")}>{t.change}</ButtonLink>}
            <ButtonLink href={paths.deskRound(round, "khoa")} quiet={isChangeable}>
              {closingTexts[locale].close}
            </ButtonLink>
            <ButtonLink href={paths.deskRound(round, "mien")} quiet>
              {exceptionTexts[locale].excuses}
            </ButtonLink>
            <ButtonLink href={paths.deskRound(round, "gia-han")} quiet>
              {exceptionTexts[locale].extensions}
            </ButtonLink>
          </p>
        )}
        {may(person, "plan_reminders") && round.state === "open" && (
          <p>
            <a href={paths.deskRound(round, "nhac-nop")}>{exceptionTexts[locale].reminders}</a>
          </p>
        )}
        {keeps && round.state === "closed" && (
          <p class="desk-actions">
            <ButtonLink href={paths.deskRound(round, "chot-lai")} quiet>
              {closingTexts[locale].correct}
            </ButtonLink>
          </p>
        )}
      </div>
      {round.state === "closed" && <FrozenVersions view={view} round={round} snapshots={snapshots} />}
      <section class="stack" aria-labelledby="tien-do">
        <h2 id="tien-do">{t.progress}</h2>
        {coverage.expected === 0 && !progress.standings.excused ? (
          <p class="empty">{t.nobodyAsked}</p>
        ) : (
          <>
            <CoverageLine view={view} round={round} coverage={coverage} />
            {progress.late > 0 && (
              <p>
                <a href={paths.respondents(round, { "trang-thai": lateWord })}>
                  {t.lateCount(formatNumber(progress.late, locale))}
                </a>
              </p>
            )}
            <ByState view={view} round={round} progress={progress} />
          </>
        )}
      </section>
      {communes.length > 1 && <ByCommune view={view} round={round} communes={communes} />}
      <Facts view={view} round={round} />
      <History view={view} history={history} />
    </DeskLayout>
  )
}

function CoverageLine({ view, round, coverage }: { view: View; round: Round; coverage: Coverage }) {
  const { expected, reported } = coverage
  const share = expected === 0 ? null : reported / expected
  const words = coverageWords(round, coverage, view.locale)
  return (
    <div class="round-coverage">
      <p class="round-coverage__words">
        {words}
        {share !== null && ` (${formatPercent(100 * share, view.locale)})`}
      </p>
      <FigureBar filled={share} aim={null} label={words} />
    </div>
  )
}

function ByState({ view, round, progress }: { view: View; round: Round; progress: Progress }) {
  const { locale, paths } = view
  const t = texts[locale]
  const met = standings.filter((standing) => progress.standings[standing])
  const { byKind } = progress
  return (
    <Table caption={t.byState}>
      <thead>
        <tr>
          <th scope="col">{t.state}</th>
          {byKind.length > 1 &&
            byKind.map(({ kind }) => (
              <th scope="col" class="table__number">
                {respondentKindName(kind, locale)}
              </th>
            ))}
          <th scope="col" class="table__number">
            {t.all}
          </th>
        </tr>
      </thead>
      <tbody>
        {met.map((standing) => (
          <tr>
            <th scope="row">{t[standing]}</th>
            {byKind.length > 1 &&
              byKind.map(({ standings: counts }) => (
                <td class="table__number">{formatNumber(counts[standing] ?? 0, locale)}</td>
              ))}
            <td class="table__number">
              <a href={paths.respondents(round, { "trang-thai": standingWords[standing] })}>
                {formatNumber(progress.standings[standing]!, locale)}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function ByCommune({
  view,
  round,
  communes,
}: {
  view: View
  round: Round
  communes: readonly CommuneProgress[]
}) {
  const { locale, paths } = view
  const t = texts[locale]
  const linked = (count: number, query: Query) =>
    count === 0 ? "0" : <a href={paths.respondents(round, query)}>{formatNumber(count, locale)}</a>
  return (
    <section class="stack" aria-labelledby="theo-xa">
      <h2 id="theo-xa">{t.byCommune}</h2>
      <Table caption={t.byCommune} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.communeName}</th>
            <th scope="col" class="table__number">
              {t.reported}
            </th>
            <th scope="col" class="table__number">
              {t.expected}
            </th>
            <th scope="col" class="table__number">
              {t.draft}
            </th>
            <th scope="col" class="table__number">
              {t.returned}
            </th>
            <th scope="col" class="table__number">
              {t.silent}
            </th>
            <th scope="col" class="table__number">
              {t.late}
            </th>
          </tr>
        </thead>
        <tbody>
          {communes.map((row) => {
            const at = { "dia-ban": row.slug }
            return (
              <tr>
                <th scope="row" lang="vi">
                  <a href={paths.respondents(round, at)}>{placeName(row, "vi")}</a>
                </th>
                <td class="table__number">{formatNumber(row.reported, locale)}</td>
                <td class="table__number">{formatNumber(row.expected, locale)}</td>
                <td class="table__number">
                  {linked(row.begun, { ...at, "trang-thai": standingWords.draft })}
                </td>
                <td class="table__number">
                  {linked(row.returned, { ...at, "trang-thai": standingWords.returned })}
                </td>
                <td class="table__number">
                  {linked(row.silent, { ...at, "trang-thai": standingWords.silent })}
                </td>
                <td class="table__number">{linked(row.late, { ...at, "trang-thai": lateWord })}</td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <Downloads locale={locale} path={paths.deskRound(round, "tien-do")} />
    </section>
  )
}

function Facts({ view, round }: { view: View; round: Round }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <section class="stack" aria-labelledby="thong-tin">
      <h2 id="thong-tin">{t.facts}</h2>
      <dl class="facts">
        <div>
          <dt>{t.place}</dt>
          <dd lang="vi">
            <a href={paths.place({ slug: round.place_slug })}>
              {placeName({ name: round.place_name, kind: round.place_kind }, "vi")}
            </a>
          </dd>
        </div>
        <div>
          <dt>{t.data}</dt>
          <dd>{dataWords(round, locale)}</dd>
        </div>
        <div>
          <dt>{t.opens_on}</dt>
          <dd>{formatDay(round.opens_on, locale)}</dd>
        </div>
        <div>
          <dt>{t.due_on}</dt>
          <dd>{formatDay(round.due_on, locale)}</dd>
        </div>
        <div>
          <dt>{t.closes_on}</dt>
          <dd>{formatDay(round.closes_on, locale)}</dd>
        </div>
        {round.legal_basis && (
          <div>
            <dt>{t.legal_basis}</dt>
            <dd lang="vi">{round.legal_basis}</dd>
          </div>
        )}
        {round.forms.map(({ kind, name, official_number }) => (
          <div>
            <dt>{t.formOf(respondentKindName(kind, locale).toLowerCase())}</dt>
            <dd lang="vi">
              {name}
              {official_number && ` (${official_number})`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export const respondentsPerPage = 50

export type AskedRespondents = {
  standing: Standing | undefined
  late: boolean
  commune: { id: number; slug: string; name: string; kind: string } | undefined
}

export function respondentsQuery({ standing, late, commune }: AskedRespondents): Query {
  return {
    "trang-thai": late ? lateWord : standing && standingWords[standing],
    "dia-ban": commune?.slug,
  }
}

type RespondentsProps = Given & {
  round: Round
  asked: AskedRespondents
  /** The communes there is somebody in, to narrow to. */
  communes: readonly CommuneProgress[]
  found: readonly Respondent[]
  total: number
  page: number
}

/** Who answers in a round, narrowed to a state, to those who are late, to a commune: counts, then names. */
export function RespondentsPage({
  view,
  person,
  round,
  asked,
  communes,
  found,
  total,
  page,
}: RespondentsProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const title = asked.late ? t.lateTitle : t.respondents
  const query = respondentsQuery(asked)
  return (
    <DeskLayout view={view} person={person} title={`${title}: ${round.name}`} trail={roundTrail(view, round)}>
      <div class="page-heading">
        <h1>{title}</h1>
        <p class="lead">
          <span lang="vi">{round.name}</span>
          {asked.commune && (
            <>
              {" · "}
              <span lang="vi">{placeName(asked.commune, "vi")}</span>
            </>
          )}
        </p>
      </div>
      <Filters view={view} round={round} asked={asked} communes={communes} />
      {total === 0 ? (
        <p class="empty">{t.noRespondents}</p>
      ) : (
        <>
          <Table caption={t.count(formatNumber(total, locale))}>
            <thead>
              <tr>
                <th scope="col">{t.respondent}</th>
                <th scope="col">{t.kind}</th>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.due_on}</th>
                <th scope="col">{t.submitted_at}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((each) => (
                <tr>
                  <th scope="row" lang="vi">
                    {each.organisation_id === null ? (
                      placeName({ name: each.commune_name, kind: each.commune_kind }, "vi")
                    ) : (
                      <>
                        <a href={paths.deskOrganisation(each)}>{each.name}</a>
                        <p class="quiet">
                          {placeNameInside({ name: each.commune_name, kind: each.commune_kind }, "vi")}
                          {each.sector && ` · ${sectorName(each.sector, "vi")}`}
                        </p>
                      </>
                    )}
                  </th>
                  <td>{respondentKindName(each.kind, locale)}</td>
                  <td>
                    {t[each.standing]}
                    {each.is_late && <strong> · {t.late}</strong>}
                  </td>
                  <td>{formatDay(each.due_on, locale)}</td>
                  <td>{each.submitted_at ? formatTime(each.submitted_at, locale) : "–"}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          <Pager
            locale={locale}
            page={page}
            perPage={respondentsPerPage}
            total={total}
            pathOf={(number) =>
              paths.respondents(round, { ...query, trang: number > 1 ? number : undefined })
            }
          />
          <Downloads locale={locale} path={paths.respondents(round)} query={query} />
        </>
      )}
    </DeskLayout>
  )
}

function Filters({
  view,
  round,
  asked,
  communes,
}: Pick<RespondentsProps, "view" | "round" | "asked" | "communes">) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <search>
      <form class="desk-register-filters" action={paths.respondents(round)}>
        <div class="desk-register-filters__more">
          <div>
            <label for="trang-thai">{t.state}</label>
            <select id="trang-thai" name="trang-thai">
              <option value="">{t.everyState}</option>
              <option value={lateWord} selected={asked.late}>
                {t.late}
              </option>
              {standings.map((standing) => (
                <option value={standingWords[standing]} selected={standing === asked.standing}>
                  {t[standing]}
                </option>
              ))}
            </select>
          </div>
          {communes.length > 1 && (
            <div>
              <label for="dia-ban">{t.communeName}</label>
              <select id="dia-ban" name="dia-ban" lang="vi">
                <option value="">{t.everyCommune}</option>
                {communes.map((commune) => (
                  <option value={commune.slug} selected={commune.slug === asked.commune?.slug}>
                    {placeName(commune, "vi")}
                  </option>
                ))}
              </select>
            </div>
          )}
          <Button>{t.filter}</Button>
        </div>
      </form>
    </search>
  )
}
