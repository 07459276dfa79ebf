import type { Query } from "../../paths.ts"
import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import type { PlaceGroup } from "../places/choices.ts"
import { placeName } from "../places/names.ts"
import type { Place } from "../places/queries.ts"
import { kindShort } from "../register/vocabulary.ts"
import { ratingClasses } from "./definition.ts"
import { versionName } from "./scheme-pages.tsx"
import { className, formatPoints } from "./scheme-words.ts"
import type { SchemeName } from "./schemes.ts"
import { type PlaceProgress, type Progress, progresses, type QueueRow } from "./sheet-list.ts"
import { sheetTexts as texts } from "./sheet-texts.ts"

export type AskedQueue = {
  year: number
  place: Place | undefined
  progress: Progress | undefined
  page: number
}

const progressWords: Record<Progress, string> = {
  none: "chua-lam",
  draft: "dang-cham",
  checked: "da-kiem-tra",
  submitted: "da-gui",
  returned: "tra-lai",
  accepted: "da-tiep-nhan",
  objected: "khieu-nai",
  not_rated: "khong-xep-loai",
  excluded: "khong-thuoc-dien",
}

export function readProgress(word: string | undefined) {
  return progresses.find((progress) => progressWords[progress] === word)
}

/** As addresses carry it. */
export function queueQuery({ year, place, progress, page }: Partial<AskedQueue>): Query {
  return {
    nam: year,
    "dia-ban": place?.slug,
    "tinh-trang": progress && progressWords[progress],
    trang: page && page > 1 ? page : undefined,
  }
}

export const queuePerPage = 50

type QueuePageProps = {
  view: View
  person: Person
  asked: AskedQueue
  scheme: SchemeName | undefined
  years: readonly number[]
  choices: PlaceGroup[] | undefined
  places: readonly PlaceProgress[]
  rows: readonly QueueRow[]
  total: number
}

/** How far everyone has come with the ratings of a year, commune by commune, and every organisation's sheet. */
export function QueuePage(props: QueuePageProps) {
  const { view, person, asked, scheme, places } = props
  const { locale } = view
  const t = texts[locale]
  const sums = sumOf(places)
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={[]}>
      <div class="page-heading">
        <h1>
          {t.title}, {asked.year}
        </h1>
        <p class="lead">{t.lead}</p>
        <p class={scheme ? "quiet" : "notice notice--warning"}>
          {scheme ? t.byScheme(`${versionName(scheme, view)} (${scheme.legal_basis})`) : t.noScheme}
        </p>
      </div>
      <Filters {...props} />
      {scheme && (
        <>
          <Excluded {...props} count={sums.progress.excluded} />
          {places.length > 1 && <Places {...props} sums={sums} />}
          <List {...props} sums={sums} />
        </>
      )}
    </DeskLayout>
  )
}

function Filters({ view, asked, years, choices }: QueuePageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <search>
      <form class="desk-filters" action={paths.ratingSheets()}>
        <div>
          <label for="nam">{t.year}</label>
          <select id="nam" name="nam">
            {years.map((year) => (
              <option value={year} selected={year === asked.year}>
                {year}
              </option>
            ))}
          </select>
        </div>
        {choices && (
          <div>
            <label for="dia-ban">{t.place}</label>
            <select id="dia-ban" name="dia-ban" lang="vi">
              <option value="">{t.allPlaces}</option>
              {choices.map((group) => (
                <optgroup label={placeName(group.place, locale)}>
                  {group.parts.map((part) => (
                    <option value={part.slug} selected={part.id === asked.place?.id}>
                      {placeName(part, locale)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
        )}
        <Button>{t.show}</Button>
      </form>
    </search>
  )
}

/** Those not to be rated wait for someone to record it. */
function Excluded({ view, person, asked, count }: QueuePageProps & { count: number }) {
  const { locale, paths } = view
  const t = texts[locale]
  if (count === 0 || !may(person, "check_report")) return null
  return (
    <form class="notice form__actions" method="post" action={paths.ratingExclusions()}>
      <span>
        {t.excludedLead(formatNumber(count, locale))}{" "}
        <a href={paths.ratingSheets(queueQuery({ ...asked, progress: "excluded", page: 1 }))}>{t.show}</a>
      </span>
      <input type="hidden" name="nam" value={asked.year} />
      {asked.place && <input type="hidden" name="dia-ban" value={asked.place.slug} />}
      <Button quiet>{t.exclude}</Button>
    </form>
  )
}

type Sums = Pick<PlaceProgress, "progress" | "classes" | "total">

function sumOf(places: readonly PlaceProgress[]): Sums {
  const sum = (of: (place: PlaceProgress) => number) => places.reduce((all, place) => all + of(place), 0)
  return {
    progress: Object.fromEntries(
      progresses.map((name) => [name, sum(({ progress }) => progress[name])]),
    ) as Sums["progress"],
    classes: Object.fromEntries(
      ratingClasses.map((name) => [name, sum(({ classes }) => classes[name])]),
    ) as Sums["classes"],
    total: sum(({ total }) => total),
  }
}

function Places({ view, asked, places, sums }: QueuePageProps & { sums: Sums }) {
  const { locale, paths } = view
  const t = texts[locale]
  const shown = progresses.filter((name) => sums.progress[name] > 0)
  const number = (value: number) => (value === 0 ? "–" : formatNumber(value, locale))
  return (
    <section class="stack" aria-labelledby="tien-do">
      <h2 id="tien-do">{t.progressTitle}</h2>
      <Table caption={t.progressTitle} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.place}</th>
            <th scope="col" class="table__number">
              {t.total}
            </th>
            {shown.map((name) => (
              <th scope="col" class="table__number">
                {t[name]}
              </th>
            ))}
            {ratingClasses.map((name) => (
              <th scope="col" class="table__number">
                {className(name, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr>
              <th scope="row" lang="vi">
                {placeName({ kind: place.place_kind, name: place.place_name }, locale)}
              </th>
              <td class="table__number">{number(place.total)}</td>
              {shown.map((name) => (
                <td class="table__number">{number(place.progress[name])}</td>
              ))}
              {ratingClasses.map((name) => (
                <td class="table__number">{number(place.classes[name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            <td class="table__number">{number(sums.total)}</td>
            {shown.map((name) => (
              <td class="table__number">{number(sums.progress[name])}</td>
            ))}
            {ratingClasses.map((name) => (
              <td class="table__number">{number(sums.classes[name])}</td>
            ))}
          </tr>
        </tfoot>
      </Table>
      <Downloads locale={locale} path={paths.ratingTotals()} query={queueQuery({ year: asked.year })} />
    </section>
  )
}

function List({ view, asked, rows, total, sums }: QueuePageProps & { sums: Sums }) {
  const { locale, paths } = view
  const t = texts[locale]
  const pathOf = (progress: Progress | undefined, page = 1) =>
    paths.ratingSheets(queueQuery({ ...asked, progress, page }))
  const met = progresses.filter((name) => sums.progress[name] > 0 || name === asked.progress)
  return (
    <section class="stack" aria-labelledby="to-chuc">
      <h2 id="to-chuc">{t.listTitle}</h2>
      <nav class="desk-statuses" aria-label={t.state}>
        <ul>
          {[undefined, ...met].map((name) => (
            <li>
              <a href={pathOf(name)} aria-current={name === asked.progress ? "true" : undefined}>
                {name ? t[name] : t.all}{" "}
                <span class="desk-count">
                  {formatNumber(name ? sums.progress[name] : sums.total, locale)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <p class="empty">{asked.progress ? t.emptyFound : t.empty}</p>
      ) : (
        <>
          <Table caption={t.listCount(formatNumber(total, locale))}>
            <thead>
              <tr>
                <th scope="col">{t.organisation}</th>
                <th scope="col">{t.place}</th>
                <th scope="col">{t.state}</th>
                <th scope="col" class="table__number">
                  {t.points}
                </th>
                <th scope="col">{t.class}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  <th scope="row" lang="vi">
                    <a href={paths.ratingSheet(row, asked.year)}>{row.name}</a>
                    {row.kind === "cooperative_union" && <span class="quiet"> ({kindShort(row.kind)})</span>}
                  </th>
                  <td lang="vi">{placeName({ kind: row.place_kind, name: row.place_name }, locale)}</td>
                  <td>
                    {t[row.progress]}
                    {row.reason && <span class="quiet">: {t[row.reason]}</span>}
                  </td>
                  <td class="table__number">
                    {row.points === null ? "–" : formatPoints(row.points, locale)}
                  </td>
                  <td>{row.class ? className(row.class, locale) : "–"}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          <Pager
            locale={locale}
            page={asked.page}
            perPage={queuePerPage}
            total={total}
            pathOf={(page) => pathOf(asked.progress, page)}
          />
          <Downloads locale={locale} path={paths.ratingSheets()} query={queueQuery({ ...asked, page: 1 })} />
        </>
      )}
    </section>
  )
}
