import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay, formatNumber } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import type { View } from "../../web/view.ts"
import type { Parts } from "./figures.ts"
import { placeName, placeNameInside, placeNameWithParent } from "./names.ts"
import { PartsTable } from "./parts-table.tsx"
import type { Place, PlaceWithParent } from "./queries.ts"
import { texts } from "./texts.ts"
import { type AskedUnits, UnitsPicker } from "./units-picker.tsx"

type PlacesPageProps = {
  view: View
  home: Place
  /** None: today. */
  day: string | undefined
  unreadDay: string | undefined
  text: string
  found: PlaceWithParent[] | undefined
  parts: Parts | undefined
  changeDays: { day: string; ended: number }[]
  units: AskedUnits
}

/** The units of the province, or of the country, on a day; or those whose name was looked for. */
export function PlacesPage(props: PlacesPageProps) {
  const { view, home, day, unreadDay, text, found, parts, changeDays, units } = props
  const { locale, paths } = view
  const t = texts[locale]
  const shownOn = day ?? view.today
  const name = placeNameInside(home, locale)
  // A province that was merged with another lives on as the land it had.
  const inside = home.valid_to < shownOn ? t.landOf(name) : name
  return (
    <Layout
      view={view}
      title={t.places}
      description={t.description(placeName(home, locale))}
      unlisted={view.path !== view.address}
    >
      <div class="page-heading">
        <h1>{t.places}</h1>
        <p class="lead">{t.placesLead(inside, formatDay(shownOn, locale))}</p>
      </div>
      <PlaceSearch view={view} text={text} day={day} unreadDay={unreadDay} />
      {found ? (
        <Found view={view} text={text} found={found} />
      ) : (
        parts && (
          <section class="place-section">
            <h2>{t.units(formatNumber(parts.units, locale), inside)}</h2>
            <p class="quiet">{t.abbreviations}</p>
            <UnitsPicker
              view={view}
              pathOf={(query) => paths.places({ ngay: day, "don-vi": units.unitsOn, ...query })}
              kept={{ ngay: day }}
              shownOn={shownOn}
              {...units}
            />
            <PartsTable view={view} day={day} place={home} parts={parts} caption={t.places} />
            <Downloads locale={locale} path={paths.places()} query={{ ngay: day, "don-vi": units.unitsOn }} />
          </section>
        )
      )}
      <ChangeDays view={view} days={changeDays} />
    </Layout>
  )
}

type PlaceSearchProps = { view: View; text: string; day: string | undefined; unreadDay: string | undefined }

function PlaceSearch({ view, text, day, unreadDay }: PlaceSearchProps) {
  const { paths } = view
  const t = texts[view.locale]
  return (
    <search class="filters">
      <form class="place-search" action={paths.places()}>
        <div>
          <label for="tim">{t.find}</label>
          <input id="tim" type="search" name="tim" value={text} autocomplete="off" maxlength={100} />
        </div>
        <div>
          <label for="ngay">{t.asOf}</label>
          <input
            id="ngay"
            name="ngay"
            inputmode="numeric"
            autocomplete="off"
            placeholder={formatDay(view.today, "vi")}
            value={unreadDay ?? (day ? formatDay(day, "vi") : "")}
            aria-invalid={unreadDay ? "true" : undefined}
            aria-describedby={unreadDay ? "ngay-loi" : undefined}
          />
        </div>
        <div class="place-search__actions">
          <Button>{t.show}</Button>
          {(day || text) && <a href={paths.places()}>{t.backToToday}</a>}
        </div>
        {unreadDay && (
          <p class="field-error" id="ngay-loi">
            {t.dayUnread(unreadDay)}
          </p>
        )}
      </form>
    </search>
  )
}

function Found({ view, text, found }: { view: View; text: string; found: PlaceWithParent[] }) {
  const { locale, paths } = view
  const t = texts[locale]
  if (found.length === 0) {
    return (
      <div class="empty">
        <p>{t.nothing(text)}</p>
        <p>
          <a href={paths.places()}>{t.allPlaces}</a>
        </p>
      </div>
    )
  }
  return (
    <section class="place-section" aria-labelledby="tim-thay">
      <h2 id="tim-thay">{t.foundFor(text)}</h2>
      <PlaceLinks view={view} places={found} />
      <p>
        <a href={paths.places()}>{t.allPlaces}</a>
      </p>
    </section>
  )
}

/** Places by their full names with the unit above, since names come back, and how long the ended ones lasted. */
export function PlaceLinks({ view, places }: { view: View; places: PlaceWithParent[] }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <ul class="place-links">
      {places.map((place) => (
        <li>
          <a href={paths.place(place)} lang="vi">
            {placeNameWithParent(place, parentOf(place), locale)}
          </a>
          {place.valid_to !== "infinity" && (
            <span class="quiet"> {t.untilOn(formatDay(place.valid_to, locale))}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function parentOf({ parent_kind, parent_name }: PlaceWithParent) {
  return parent_kind && parent_name ? { kind: parent_kind, name: parent_name } : null
}

function ChangeDays({ view, days }: { view: View; days: { day: string; ended: number }[] }) {
  const { locale, paths } = view
  const t = texts[locale]
  if (days.length === 0) return null
  return (
    <section class="place-section no-print" aria-labelledby="sap-xep">
      <h2 id="sap-xep">{t.changes}</h2>
      <p>{t.changesWords}</p>
      <ul class="place-links">
        {days.map(({ day, ended }) => (
          <li>
            <a href={paths.places({ ngay: day })}>{formatDay(day, locale)}</a>
            <span class="quiet"> {t.endedCount(formatNumber(ended, locale))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
