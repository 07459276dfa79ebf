import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay, formatNumber } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import type { View } from "../../web/view.ts"
import { placeName, placeNameWithParent } from "../places/names.ts"
import type { Place } from "../places/queries.ts"
import { type Asked, queryOf } from "./asked.ts"
import { Filters, type PlaceChoices } from "./filters.tsx"
import { OrganisationTable } from "./organisation-table.tsx"
import type { ListPage } from "./queries.ts"
import { texts } from "./texts.ts"
import { type Kind, kindName } from "./vocabulary.ts"

export const perPage = 50

type RegisterPageProps = {
  view: View
  asked: Asked
  list: ListPage
  choices: PlaceChoices
  /** The kind that the words typed name, and whether nothing of that kind was found. */
  implied?: { kind: Kind; isWidened: boolean }
  /** Words typed that stand in no name at all. */
  unknownWords: string[]
}

/** The register: what was asked for, how many there are, and one page of them. */
export function RegisterPage({ view, asked, list, choices, implied, unknownWords }: RegisterPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const day = asked.day ?? view.today
  return (
    <Layout
      view={view}
      title={asked.text ? `${asked.text} – ${t.register}` : t.register}
      description={t.description}
      unlisted={view.path !== view.address}
    >
      <div class="page-heading">
        <h1>{t.register}</h1>
        <p class="lead">{t.registerLead}</p>
      </div>
      <Filters view={view} asked={asked} choices={choices} />
      {asked.placeText && <PlaceQuestion view={view} asked={asked} />}
      <section class="register" aria-labelledby="ket-qua">
        <div class="register__summary">
          <h2 id="ket-qua">
            {countWords(list, view)}
            {asked.place && (
              <>
                {" · "}
                <a href={paths.place(asked.place, { ngay: asked.day })} lang="vi">
                  {placeName(asked.place as Place, locale)}
                </a>
              </>
            )}
          </h2>
          <p>
            {asked.known
              ? t.knownOnDay(formatDay(day, locale), formatDay(asked.known, locale))
              : t.onDay(formatDay(day, locale))}
            {implied &&
              `. ${(implied.isWidened ? t.widenedKind : t.impliedKind)(kindName(implied.kind, locale))}`}
          </p>
          {list.total > 0 && (
            <a href={paths.registerCounts(queryOf(asked, { "sap-xep": undefined, chieu: undefined }))}>
              {t.asCounts}
            </a>
          )}
          {list.total > 0 && (
            <Downloads locale={locale} path={paths.organisations()} query={queryOf(asked)} />
          )}
        </div>
        {list.rows.length > 0 ? (
          <OrganisationTable view={view} asked={asked} rows={list.rows} />
        ) : (
          <Nothing view={view} asked={asked} unknownWords={unknownWords} />
        )}
        {list.isCapped && asked.page * perPage >= list.total && <p class="notice">{t.cappedWords}</p>}
        <Pager
          locale={locale}
          page={asked.page}
          perPage={perPage}
          total={list.total}
          pathOf={(page) => paths.organisations(queryOf(asked, { trang: page > 1 ? page : undefined }))}
        />
      </section>
    </Layout>
  )
}

function countWords({ total, isCapped }: ListPage, { locale }: View) {
  const t = texts[locale]
  if (total === 1) return t.foundOne
  return (isCapped ? t.foundMore : t.found)(formatNumber(total, locale))
}

/** A place was typed that several places, or none, are called. */
function PlaceQuestion({ view, asked }: { view: View; asked: Asked }) {
  const { locale, paths } = view
  const t = texts[locale]
  if (asked.namesakes.length === 0) return <p class="notice">{t.placeUnknown(asked.placeText)}</p>

  return (
    <div class="notice">
      <p>{t.placeNamesakes(asked.placeText)}</p>
      <ul class="choices">
        {asked.namesakes.map((place) => (
          <li>
            <a href={paths.organisations(queryOf(asked, { "dia-ban": place.slug }))}>
              {placeNameWithParent(place, parentOf(place), locale)}
            </a>
            {place.valid_to !== "infinity" && ` (${t.until(formatDay(place.valid_to, locale))})`}
          </li>
        ))}
      </ul>
    </div>
  )
}

function parentOf({ parent_kind, parent_name }: { parent_kind: string | null; parent_name: string | null }) {
  return parent_kind && parent_name ? { kind: parent_kind, name: parent_name } : null
}

/** Nothing was found: what was likely wrong, and the next thing to try. */
function Nothing({ view, asked, unknownWords }: { view: View; asked: Asked; unknownWords: string[] }) {
  const { locale, paths } = view
  const t = texts[locale]
  const isFiltered =
    Boolean(asked.kind ?? asked.sector ?? asked.status ?? asked.size ?? asked.ocop ?? asked.place) ||
    asked.placeText !== ""
  return (
    <div class="empty">
      <p>
        <strong>{t.nothing}</strong>
      </p>
      {asked.known && <p>{t.nothingKnown(formatDay(asked.known, locale))}</p>}
      {unknownWords.length > 0 && <p>{t.unknownWords(unknownWords.map((word) => `“${word}”`).join(", "))}</p>}
      {asked.text !== "" && unknownWords.length === 0 && <p>{t.tryFewer}</p>}
      <ul class="choices">
        {isFiltered && (
          <li>
            <a href={paths.organisations({ tim: asked.text, ngay: asked.day, "biet-den": asked.known })}>
              {t.tryWithout}
            </a>
          </li>
        )}
        {asked.status === undefined && (
          <li>
            <a href={paths.organisations(queryOf(asked, { "tinh-trang": "tat-ca" }))}>{t.tryEnded}</a>
          </li>
        )}
        {asked.known && (
          <li>
            <a href={paths.organisations(queryOf(asked, { "biet-den": undefined }))}>{t.tryNow}</a>
          </li>
        )}
        {asked.day && (
          <li>
            <a href={paths.organisations(queryOf(asked, { ngay: undefined }))}>{t.tryToday}</a>
          </li>
        )}
      </ul>
    </div>
  )
}
