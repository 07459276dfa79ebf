import type { Child } from "hono/jsx"
import { ButtonLink } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay, formatNumber } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import type { View } from "../../web/view.ts"
import { DayPicker } from "../plans/day-picker.tsx"
import { OrganisationTable } from "../register/organisation-table.tsx"
import type { ListPage } from "../register/queries.ts"
import type { BySector, Parts } from "./figures.ts"
import { PlaceLinks } from "./list-page.tsx"
import { placeKindName, placeName, placeNameInside } from "./names.ts"
import { PartsTable, SectorTable } from "./parts-table.tsx"
import type { Place, PlaceWithParent } from "./queries.ts"
import { texts } from "./texts.ts"
import { type AskedUnits, UnitsPicker } from "./units-picker.tsx"

type PlacePageProps = {
  view: View
  place: Place
  parents: Place[]
  predecessors: PlaceWithParent[]
  successors: PlaceWithParent[]
  /** The day the figures are of. */
  shownOn: string
  /** The day asked for; none: today, or the place's last day. */
  day: string | undefined
  unread: string | undefined
  parts: Parts | undefined
  units: AskedUnits
  bySector: BySector
  list: ListPage
  /** The place's part of the plan (place-targets.tsx). */
  targets: Child
}

/** A commune, district or province: what it is and was, its organisations, its part of the plan. */
export function PlacePage(props: PlacePageProps) {
  const { view, place, parents, shownOn, day, unread, parts, units, targets } = props
  const { locale, paths } = view
  const t = texts[locale]
  const name = placeName(place, locale)
  const above = parents.map((parent) => placeNameInside(parent, locale)).reverse()
  // Its own day need not stand in the links: pages of places show it by themselves.
  const linked = shownOn === view.today ? undefined : shownOn
  return (
    <Layout
      view={view}
      title={[name, ...above].join(", ")}
      description={t.description([name, ...above].join(", "))}
      trail={[
        { name: t.places, path: paths.places() },
        ...parents.map((parent) => ({ name: placeName(parent, locale), path: paths.place(parent) })),
      ]}
    >
      <div class="page-heading">
        {above.length > 0 && (
          <p class="kicker" lang="vi">
            {capital(above.join(", "))}
          </p>
        )}
        <h1 lang="vi">{name}</h1>
        <PlaceNotice {...props} />
        <DayPicker
          view={view}
          path={paths.place(place)}
          kept={{ "don-vi": units.unitsOn }}
          day={day}
          shownOn={shownOn}
          unread={unread}
        />
      </div>

      <section class="place-section">
        <h2>{t.figures}</h2>
        <p class="quiet">
          {t.figuresOn(formatDay(shownOn, locale))}. {t.abbreviations}
        </p>
        <SectorTable view={view} day={linked} place={place} bySector={props.bySector} />
      </section>
      {targets}
      {parts && (
        <section class="place-section">
          <h2>{t.parts}</h2>
          <UnitsPicker
            view={view}
            pathOf={(query) => paths.place(place, { ngay: day, "don-vi": units.unitsOn, ...query })}
            kept={{ ngay: day }}
            shownOn={shownOn}
            {...units}
          />
          <PartsTable view={view} day={linked} place={place} parts={parts} caption={t.parts} />
          <Downloads
            locale={locale}
            path={paths.place(place)}
            query={{ ngay: day, "don-vi": units.unitsOn }}
          />
        </section>
      )}
      <Organisations {...props} linked={linked} />
      <About {...props} />
    </Layout>
  )
}

/** What became of a place that is no more, or what the figures of another day are of. */
function PlaceNotice({ view, place, successors, shownOn, day }: PlacePageProps) {
  const { locale } = view
  const t = texts[locale]
  const isEnded = place.valid_to < view.today
  const isAfter = day !== undefined && place.valid_to < day
  const isBefore = day !== undefined && place.valid_from !== "-infinity" && place.valid_from > day
  if (isBefore) return <p class="notice">{t.notYet(formatDay(day, locale))}</p>
  if (!isEnded) return null
  return (
    <div class="notice">
      <p>
        <strong>{t.endedOn(placeName(place, locale), formatDay(place.valid_to, locale))}</strong>
      </p>
      {successors.length > 0 && (
        <>
          <p>{t.successors}:</p>
          <PlaceLinks view={view} places={successors} />
        </>
      )}
      <p>
        {isAfter
          ? t.noLonger(formatDay(day, locale))
          : day === undefined && t.endedDay(formatDay(shownOn, locale))}
      </p>
    </div>
  )
}

function Organisations({ view, place, list, linked }: PlacePageProps & { linked: string | undefined }) {
  const { locale, paths } = view
  const t = texts[locale]
  const inRegister = paths.organisations({ "dia-ban": place.slug, ngay: linked })
  return (
    <section class="place-section" aria-labelledby="danh-sach">
      <h2 id="danh-sach">{t.list}</h2>
      {list.rows.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <>
          <OrganisationTable
            view={view}
            rows={list.rows}
            day={linked}
            inOnePlace={place.level === "commune"}
          />
          <p>
            <ButtonLink quiet href={inRegister}>
              {list.total > list.rows.length ? t.seeAll(formatNumber(list.total, locale)) : t.seeInRegister}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  )
}

function About({ view, place, parents, predecessors, successors }: PlacePageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <section class="place-section" aria-labelledby="don-vi">
      <h2 id="don-vi">{t.about}</h2>
      <dl class="facts">
        <div>
          <dt>{t.kind}</dt>
          <dd>{placeKindName(place.kind, locale)}</dd>
        </div>
        <div>
          <dt>{t.code}</dt>
          <dd>{place.code}</dd>
        </div>
        {parents.length > 0 && (
          <div>
            <dt>{t.within}</dt>
            <dd lang="vi">
              {parents.toReversed().map((parent, index) => (
                <>
                  {index > 0 && ", "}
                  <a href={paths.place(parent)}>{placeName(parent, locale)}</a>
                </>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>{t.period}</dt>
          <dd>{periodOf(place, view)}</dd>
        </div>
        {place.legal_act && (
          <div>
            <dt>{t.legalAct}</dt>
            <dd lang="vi">{place.legal_act}</dd>
          </div>
        )}
      </dl>
      {predecessors.length > 0 && (
        <>
          <h3>{t.predecessors}</h3>
          <PlaceLinks view={view} places={predecessors} />
        </>
      )}
      {successors.length > 0 && (
        <>
          <h3>{t.successors}</h3>
          <PlaceLinks view={view} places={successors} />
        </>
      )}
    </section>
  )
}

function capital(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Where the lists of units begin nobody wrote down when a unit was formed. */
function periodOf({ valid_from, valid_to }: Place, { locale }: View) {
  const t = texts[locale]
  const from = valid_from === "-infinity" ? undefined : formatDay(valid_from, locale)
  const to = valid_to === "infinity" ? undefined : formatDay(valid_to, locale)
  if (from && to) return t.fromTo(from, to)
  if (from) return t.fromOn(from)
  return to ? t.untilOn(to) : t.always
}
